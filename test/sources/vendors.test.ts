import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readDocument } from '@pipeline-kit/model/schema';
import { openPipeline } from '../../packages/sources/src/open-pipeline.js';
import { SourceError } from '../../packages/sources/src/source-error.js';
import { VENDORS } from '../../packages/sources/src/vendors.js';

const created = '2026-01-05T10:00:00Z';

/** One small response of each system, with a log where it can carry one. */
const RESPONSES: Readonly<Record<string, unknown>> = {
  Salesforce: {
    totalSize: 1,
    done: true,
    records: [
      {
        attributes: { type: 'Opportunity' },
        Id: '0065w00002AbCdEAAV',
        StageName: 'Closed Won',
        Amount: 5.5,
        Probability: 100,
        CloseDate: '2026-02-01',
        CreatedDate: '2026-01-05T10:00:00.000+0000',
        IsClosed: true,
        IsWon: true,
        OpportunityPartners: { records: [{ AccountToId: 'p', AccountTo: { Name: 'P' }, IsPrimary: true }] },
        OpportunityHistories: {
          totalSize: 1,
          done: true,
          records: [
            {
              StageName: 'Closed Won',
              Amount: 5.5,
              CloseDate: '2026-02-01',
              Probability: 100,
              CreatedDate: '2026-02-01T10:00:00.000+0000',
            },
          ],
        },
      },
    ],
  },
  HubSpot: {
    results: [
      {
        id: '1',
        archived: false,
        properties: {
          dealname: 'x',
          dealstage: 'closedwon',
          pipeline: 'default',
          amount: '5.5',
          createdate: created,
          closedate: created,
          hs_is_closed: 'true',
          hs_is_closed_won: 'true',
        },
        propertiesWithHistory: {
          dealstage: [{ value: 'closedwon', timestamp: created }],
          amount: [{ value: '5.5', timestamp: created }],
        },
        associations: { companies: { results: [{ id: '9', type: 'deal_to_company' }] } },
      },
    ],
  },
  'Dynamics 365': {
    value: [
      {
        opportunityid: '5',
        name: 'x',
        estimatedvalue: 5.5,
        statecode: 1,
        stepname: '2-Develop',
        closeprobability: 60,
        actualclosedate: '2026-02-01',
        estimatedclosedate: '2026-03-01',
        createdon: created,
        transactioncurrencyid: { isocurrencycode: 'EUR' },
      },
    ],
  },
  Pipedrive: {
    success: true,
    data: [
      {
        id: 1,
        title: 'x',
        stage_id: 2,
        pipeline_id: 1,
        status: 'won',
        value: 5.5,
        currency: 'EUR',
        add_time: created,
        stage_change_time: created,
        close_time: created,
      },
    ],
    additional_data: { next_cursor: null },
  },
  Odoo: {
    jsonrpc: '2.0',
    id: 7,
    result: [
      {
        id: 1,
        name: 'x',
        type: 'opportunity',
        active: true,
        stage_id: [4, 'Won'],
        probability: 100,
        expected_revenue: 5.5,
        company_currency: [1, 'EUR'],
        partner_assigned_id: [8, 'P'],
        create_date: '2026-01-05 10:00:00',
        date_closed: '2026-02-01 10:00:00',
      },
      {
        id: 2,
        name: 'y',
        type: 'opportunity',
        active: false,
        stage_id: [1, 'New'],
        probability: 0,
        expected_revenue: false,
        create_date: '2026-01-05 10:00:00',
      },
    ],
  },
};

/** Each response with one value in it, wherever it stands, replaced. */
function withOne(json: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const copy = (Array.isArray(json) ? [...(json as unknown[])] : { ...(json as object) }) as Record<
    string,
    unknown
  >;
  copy[key] = withOne(copy[key], rest, value);
  return copy;
}

function pathsOf(json: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof json !== 'object' || json === null) return [path];
  return [path, ...Object.entries(json).flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}

describe('VENDORS', () => {
  it('has a response of each to try', () => {
    expect(Object.keys(RESPONSES)).to.have.members(VENDORS.map(({ name }) => name));
  });

  for (const { name } of VENDORS) {
    it(`openPipeline(response of ${name}) knows whose it is, as a value and as text`, () => {
      for (const input of [RESPONSES[name], JSON.stringify(RESPONSES[name])]) {
        const { vendor, document, mapping, guessed } = openPipeline(input);
        expect(vendor).to.equal(name);
        expect(document.opportunities[0]?.history.at(-1)?.set.stage).to.match(/won/i);
        expect(document.meta?.source).to.equal(name);
        expect(guessed).to.equal(null);
        expect(mapping?.fields.stage).to.be.a('string');
      }
    });

    it(`only ${name} recognises its response`, () => {
      const takers = VENDORS.filter(({ recognises }) => recognises(RESPONSES[name]));
      expect(takers.map((vendor) => vendor.name)).to.deep.equal([name]);
    });

    it(`${name} survives any value in any place, loses no record and emits a clean document`, () => {
      const response = RESPONSES[name];
      const hostile = fc.oneof(
        fc.constantFrom<unknown>(
          null,
          undefined,
          false,
          true,
          '',
          'x',
          'won',
          -1,
          1e308,
          Number.NaN,
          7,
          [],
          {},
          [null],
          ['a'],
          '9999-12-31',
          '2026-02-30',
          '\uD800',
          'y'.repeat(2000),
          [[1]],
          { records: null },
          { value: {} },
        ),
        fc.anything({ maxDepth: 2 }),
      );
      fc.assert(
        fc.property(fc.constantFrom(...pathsOf(response)), hostile, (path, value) => {
          const mangled = withOne(response, path, value);
          const vendor = VENDORS.find(({ recognises }) => recognises(mangled));
          if (vendor === undefined) return;
          try {
            const { document, issues } = vendor.open(mangled);
            const read = readDocument(JSON.parse(JSON.stringify(document)));
            expect(read.dropped).to.equal(0);
            for (const { path: place, reason } of issues)
              expect([typeof place, typeof reason]).to.deep.equal(['string', 'string']);
          } catch (error) {
            if (!(error instanceof SourceError)) throw error;
          }
        }),
        { numRuns: 500 },
      );
    });
  }

  it('a given mapping is followed even where the system is known', () => {
    const { vendor, document } = openPipeline(RESPONSES['Pipedrive'], {
      mapping: { fields: { stage: 'title' } },
    });
    expect(vendor).to.equal(null);
    expect(document.stages.map(({ id }) => id)).to.deep.equal(['x']);
  });
});
