import { expect } from '@open-wc/testing';
import {
  createPipeline,
  dayOf,
  instantMs,
  isCalendarDate,
  TimeZone,
  type At,
  type MetricName,
  type PipelineDocument,
  type PipelineTables,
} from '@pipeline-kit/model';
import fc from 'fast-check';
import { arbitraryDay, arbitraryDocument } from '../fixtures/arbitrary-document.js';
import { tableRows } from '../support/table-rows.js';

const TABLES = ['opportunities', 'visits', 'changes', 'partners', 'credits', 'registrations'] as const;
const METRICS: readonly MetricName[] = [
  'calendar',
  'coverage',
  'cycle',
  'eventualAdvance',
  'funnel',
  'leaderboard',
  'priorPeriod',
  'salesVelocity',
  'segments',
  'slippage',
  'stageVelocity',
  'waterfall',
  'weightedForecast',
  'winRate',
];

/** The document as it was at the end of a day: what came later is not there. */
function cut(document: PipelineDocument, asOf: string): PipelineDocument {
  const zone = new TimeZone(document.settings.reportTimeZone);
  const last = dayOf(asOf);
  const known = (at: At): boolean =>
    at === null || (isCalendarDate(at) ? dayOf(at) : zone.dayOf(instantMs(at) ?? 0)) <= last;
  return {
    ...document,
    opportunities: document.opportunities
      .filter(({ createdAt }) => known(createdAt))
      .map((record) => ({
        ...record,
        history: record.history.filter(({ at }) => known(at)),
        credits: (record.credits ?? []).filter(({ at }) => known(at)),
      })),
    registrations: (document.registrations ?? []).map((record) => ({
      ...record,
      history: record.history.filter(({ at }) => known(at)),
    })),
    rates: (document.rates ?? []).filter(({ date }) => dayOf(date) <= last),
  };
}

function contents(tables: PipelineTables): Record<string, unknown> {
  const rows = Object.fromEntries(TABLES.map((name) => [name, tableRows(tables[name])]));
  // Partners that the document does not list have no order of their own.
  const partners = rows['partners']?.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
  return { ...rows, partners };
}

/** Where looking back differs from what was known then; empty when nowhere. */
async function differences(
  document: PipelineDocument,
  asOf: string,
  known = cut(document, asOf),
): Promise<string[]> {
  const later = createPipeline(document, { asOf });
  const then = createPipeline(known, { asOf });
  const found: string[] = [];
  const [ours, theirs] = [contents(later.tables), contents(then.tables)];
  for (const name of TABLES) {
    if (JSON.stringify(ours[name]) !== JSON.stringify(theirs[name])) found.push(name);
  }
  for (const metric of METRICS) {
    const answers = await Promise.all(
      [later, then].map(async (pipeline) =>
        JSON.stringify(await pipeline.query(metric, {}, { trace: true })),
      ),
    );
    if (answers[0] !== answers[1]) found.push(metric);
  }
  return found;
}

describe('as-of', () => {
  it('createPipeline(document, { asOf: T }) equals that of the document cut at T', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument, arbitraryDay, async (document, asOf) => {
        expect(await differences(document, asOf)).to.deep.equal([]);
      }),
      { numRuns: 150 },
    );
  });

  it('the comparison reports an event that was seen too early', async () => {
    const document: PipelineDocument = {
      schema: 'pipeline-kit/document@1',
      settings: { reportTimeZone: 'UTC', reportingCurrency: 'USD' },
      stages: [
        { id: 's1', pipeline: 'main', name: 'One', position: 1, kind: 'open' },
        { id: 's2', pipeline: 'main', name: 'Two', position: 2, kind: 'open' },
      ],
      partners: [],
      opportunities: [
        {
          id: 'O1',
          createdAt: '2026-01-01',
          history: [
            { at: '2026-01-01', set: { stage: 's1' } },
            { at: '2026-01-03', set: { stage: 's2' } },
          ],
        },
      ],
    };
    expect(await differences(document, '2026-01-02')).to.deep.equal([]);
    const leaked = { ...document, opportunities: [{ ...document.opportunities[0]!, history: [] }] };
    expect(await differences(document, '2026-01-02', leaked)).to.include.members([
      'opportunities',
      'visits',
      'funnel',
    ]);
  });
});
