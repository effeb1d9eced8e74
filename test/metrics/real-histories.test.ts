import { expect } from '@open-wc/testing';
import { createPipeline, type Opportunity, type OpportunityEvent, type Stage } from '@pipeline-kit/model';
import { readCsv } from '@pipeline-kit/sources';
import { pipelineDocument } from '../fixtures/pipeline-document.js';
import { stage } from '../fixtures/stage.js';
import { sharedData } from '../support/shared-data.js';

/** One row of a history: the opportunity stood in the stage from then on. */
interface Row {
  readonly opportunity: string;
  readonly at: string;
  readonly stage: string;
  /** Major units; empty is unknown. */
  readonly amount: string;
}

function records(text: string): Record<string, string>[] {
  const [head, ...rows] = readCsv(text).rows;
  return rows.map(({ cells }) =>
    Object.fromEntries((head?.cells ?? []).map((name, i) => [name, cells[i] ?? ''])),
  );
}

/** `02/23/26 08:55 PM` as an instant; the export's zone is not told, so it is read as UTC. */
function usInstant(text: string): string {
  const [, month, day, year, hour, minute, half] =
    /^(\d\d)\/(\d\d)\/(\d\d) (\d\d):(\d\d) ([AP]M)$/.exec(text) ?? [];
  const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  return `20${year}-${month}-${day}T${String(hours).padStart(2, '0')}:${minute}:00Z`;
}

function pipelineOf(rows: readonly Row[], stages: readonly Stage[]) {
  const byId = new Map<string, OpportunityEvent[]>();
  for (const { opportunity, at, stage: name, amount } of rows) {
    const set = {
      stage: name,
      amount: amount === '' ? null : Math.round(Number(amount) * 100),
      currency: 'USD',
    };
    byId.set(opportunity, [...(byId.get(opportunity) ?? []), { at, set }]);
  }
  const opportunities: Opportunity[] = [...byId].map(([id, history]) => ({
    id,
    createdAt: history.map(({ at }) => at ?? '').toSorted()[0] ?? null,
    history,
  }));
  const settings = { reportTimeZone: 'UTC', reportingCurrency: 'USD' };
  return createPipeline(pipelineDocument({ settings, stages, partners: [], opportunities }));
}

/** The same counts from the plain rows: who was ever in each stage, and where each stands at last. */
function plainly(rows: readonly Row[]) {
  const inTime = rows.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const ever = new Map<string, Set<string>>();
  const last = new Map<string, Row>();
  for (const row of inTime) {
    ever.set(row.stage, (ever.get(row.stage) ?? new Set()).add(row.opportunity));
    last.set(row.opportunity, row);
  }
  return { ever, last };
}

const SALESFORCE = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Value Proposition',
  'Id. Decision Makers',
  'Perception Analysis',
  'Proposal/Price Quote',
  'Negotiation/Review',
];

describe('real stage histories', () => {
  it("a Salesforce org's OpportunityHistory counts as its rows do", async function () {
    const response = await sharedData(this, 'data/salesforce_powerbi_history/OpportunityHistory.csv');
    const rows = records(await response.text()).map((record) => ({
      opportunity: record['OpportunityId'] ?? '',
      at: usInstant(record['CreatedDate'] ?? ''),
      stage: record['StageName'] ?? '',
      amount: record['Amount'] ?? '',
    }));
    const pipeline = pipelineOf(rows, [
      ...SALESFORCE.map((id, i) => stage({ id, name: id, position: i })),
      stage({ id: 'Closed Won', name: 'Closed Won', position: 90, kind: 'won' }),
      stage({ id: 'Closed Lost', name: 'Closed Lost', position: 91, kind: 'lost' }),
    ]);
    const { ever, last } = plainly(rows);
    expect(pipeline.issues).to.deep.equal([]);
    expect(last.size).to.equal(36);
    const standing = (name: string): number => [...last.values()].filter((row) => row.stage === name).length;
    const visited = await pipeline.query('funnel', { definition: 'visited', floor: 1 });
    const open = visited.stages.slice(0, -1);
    expect(open.map(({ stage: id, count }) => [id, count])).to.deep.equal(
      SALESFORCE.map((id) => [id, ever.get(id)?.size ?? 0]),
    );
    expect(visited.overall).to.include({
      num: standing('Closed Won'),
      pending: 36 - standing('Closed Won') - standing('Closed Lost'),
    });
    const snapshot = await pipeline.query('funnel', { definition: 'snapshot' });
    expect(snapshot.stages.map(({ count }) => count)).to.deep.equal(SALESFORCE.map(standing));
    const amounts = [...last.values()]
      .filter((row) => row.stage === 'Closed Won')
      .map(({ amount }) => Number(amount) * 100);
    expect(visited.stages.at(-1)?.amount).to.equal(amounts.reduce((a, b) => a + b, 0));
  });

  it('a warehouse extract with rows that end in 9999 counts each version once', async function () {
    const response = await sharedData(this, 'data/dbt_seeds/dbt_salesforce/sf_opportunity_history_data.csv');
    const all = records(await response.text());
    const rows = all.map((record) => ({
      opportunity: record['id'] ?? '',
      at: `${(record['_fivetran_start'] ?? '').replace(' ', 'T')}Z`,
      stage: record['stage_name'] ?? '',
      amount: record['amount'] ?? '',
    }));
    // The seed hides its stage names, so the stages are taken from whether a row is closed.
    const names = [...new Set(rows.map((row) => row.stage))];
    const isOpen = (name: string): boolean =>
      all.some((record) => record['stage_name'] === name && record['is_closed'] !== 'true');
    const stages = names.map((id, i) =>
      stage({ id, name: id, position: i, kind: isOpen(id) ? 'open' : 'won' }),
    );
    const { last } = plainly(rows);
    const funnel = await pipelineOf(rows, stages).query('funnel', { definition: 'snapshot' });
    const standing = [...last.values()].filter((row) => isOpen(row.stage)).length;
    expect(funnel.stages.reduce((sum, { count }) => sum + count, 0)).to.equal(standing);
    expect(funnel.n.used).to.equal(last.size);
  });

  it("HubSpot's stage entries, each still running, are open visits", async function () {
    const response = await sharedData(this, 'data/dbt_seeds/dbt_hubspot/deal_stage_data.csv');
    const rows = records(await response.text()).map((record) => ({
      opportunity: record['deal_id'] ?? '',
      // `2021-01-07 6:49:18`: the hour has one digit.
      at: (record['date_entered'] ?? '').replace(/ (\d):/, ' 0$1:').replace(' ', 'T') + 'Z',
      stage: record['value'] ?? '',
      amount: '',
    }));
    const names = [...new Set(rows.map((row) => row.stage))];
    const pipeline = pipelineOf(
      rows,
      names.map((id, i) => stage({ id, name: id, position: i })),
    );
    const velocity = await pipeline.query('stageVelocity', { floor: 1 });
    if ('suppressed' in velocity) throw new Error('no history');
    expect(velocity.stages.map(({ n, nOpen }) => [n, nOpen])).to.deep.equal(
      names.map((name) => {
        const there = rows.filter((row) => row.stage === name).length;
        return [there, there];
      }),
    );
    // Nobody left yet: a mean of finished visits would have nothing to say, and neither has the median.
    expect(velocity.stages.every(({ median }) => median.value === null)).to.equal(true);
  });
});
