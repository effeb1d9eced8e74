import { expect } from '@open-wc/testing';
import { readDocument } from '@pipeline-kit/model/schema';
import { openPipeline } from '../../packages/sources/src/open-pipeline.js';
import type { OpenedPipeline, OpenOptions } from '../../packages/sources/src/open-pipeline.js';
import { SourceError } from '../../packages/sources/src/source-error.js';

const root = '/__shared/data/';

/** The bytes of a file that somebody else made; null, with a word on it, where it is absent. */
async function fileOf(context: Mocha.Context, path: string): Promise<Uint8Array> {
  const response = await fetch(root + path);
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  console.log(`skipped: ../shared/data/${path} is absent`);
  return context.skip();
}

async function open(context: Mocha.Context, path: string, options?: OpenOptions): Promise<OpenedPipeline> {
  const opened = openPipeline(await fileOf(context, path), options);
  // What comes out is a document that needs no repair.
  const read = readDocument(JSON.parse(JSON.stringify(opened.document)));
  expect(read.dropped).to.equal(0);
  return opened;
}

/** How many opportunities stand in each stage after all their events. */
function countsByStage({ document }: OpenedPipeline): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { history } of document.opportunities) {
    const stage = history.findLast(({ set }) => set.stage !== undefined)?.set.stage ?? 'none';
    counts[stage] = (counts[stage] ?? 0) + 1;
  }
  return counts;
}

interface MavenTruth {
  readonly rows: number;
  readonly overall: Readonly<Record<string, number>>;
  readonly by_agent: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly won_count_by_close_month: Readonly<Record<string, number>>;
}

describe('openPipeline(file) of ../shared/data', () => {
  it('maven_crm/sales_pipeline.csv: counts, money and months as computed independently', async function () {
    this.timeout(30_000);
    const opened = await open(this, 'maven_crm/sales_pipeline.csv', {
      settings: { reportingCurrency: 'USD' },
    });
    const truth = JSON.parse(
      new TextDecoder().decode(await fileOf(this, 'maven_crm/ground_truth.json')),
    ) as MavenTruth;
    const { document, mapping, issues } = opened;
    expect(mapping?.fields).to.deep.include({
      id: 'opportunity_id',
      stage: 'deal_stage',
      partner: 'sales_agent',
      amount: 'close_value',
      createdAt: 'engage_date',
      closeDate: 'close_date',
      customer: 'account',
      products: 'product',
    });
    expect(document.opportunities).to.have.length(truth.rows);
    expect(issues.filter(({ effect }) => effect === 'dropped')).to.deep.equal([]);
    const { won_value: wonValue = 0, win_rate: _, ...counts } = truth.overall;
    expect(countsByStage(opened)).to.deep.equal(counts);
    expect(document.opportunities.filter(({ createdAt }) => createdAt === null)).to.have.length(500);
    let minor = 0;
    const byAgent: Record<string, number> = {};
    const byMonth: Record<string, number> = {};
    for (const { history } of document.opportunities) {
      const closing = history.at(-1);
      if (closing?.set.stage !== 'Won') continue;
      const set = Object.assign({}, ...history.map((event) => event.set)) as {
        amount: number;
        partner: string;
      };
      minor += set.amount;
      byAgent[set.partner] = (byAgent[set.partner] ?? 0) + 1;
      const month = closing.at?.slice(0, 7) ?? 'none';
      byMonth[month] = (byMonth[month] ?? 0) + 1;
    }
    expect(minor).to.equal(wonValue * 100);
    expect(byAgent).to.deep.equal(
      Object.fromEntries(Object.entries(truth.by_agent).map(([agent, row]) => [agent, row['Won']])),
    );
    expect(byMonth).to.deep.equal(truth.won_count_by_close_month);
  });

  it('event-monitoring-demo: stage counts of a tree without dates of creation or a history', async function () {
    const opened = await open(this, 'salesforce_samples/event-monitoring-demo/Opportunitys.json');
    expect(countsByStage(opened)).to.deep.equal({
      'Closed Won': 112,
      'Closed Lost': 17,
      Qualification: 49,
      Prospecting: 42,
      'Negotiation/Review': 20,
      'Needs Analysis': 19,
      'Proposal/Price Quote': 19,
    });
    expect(opened.document.stages.map(({ name, kind }) => `${name} ${kind}`)).to.deep.equal([
      'Prospecting open',
      'Qualification open',
      'Needs Analysis open',
      'Proposal/Price Quote open',
      'Negotiation/Review open',
      'Closed Won won',
      'Closed Lost lost',
    ]);
    expect(opened.document.opportunities.every(({ createdAt }) => createdAt === null)).to.equal(true);
    expect(opened.grade).to.equal('current-only');
    expect(opened.vendor).to.equal('Salesforce');
    const sources = opened.document.opportunities.map(({ attributes }) => attributes?.['leadSource']);
    expect(sources.filter((source) => source === 'Deal Registration')).to.have.length(4);
  });

  it('apex-recipes: hostile descriptions change nothing, in JSON and in CSV', async function () {
    const json = await open(this, 'salesforce_samples/apex-recipes/Opportunities.json');
    const csv = await open(this, 'salesforce_samples/apex-recipes/Opportunities.csv');
    expect(countsByStage(json)).to.include({ 'Value Proposition': 10, 'Closed/Won': 3, 'Closed Lost': 1 });
    expect(countsByStage(csv)).to.deep.equal(countsByStage(json));
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });

  it('salesforce_powerbi_history: US dates, and a log of changes that is no list of opportunities', async function () {
    const opened = await open(this, 'salesforce_powerbi_history/Opportunity.csv');
    expect(opened.mapping?.dates).to.equal('mdy');
    expect(countsByStage(opened)).to.include({ 'Closed Won': 12, 'Closed Lost': 8 });
    const log = await fileOf(this, 'salesforce_powerbi_history/OpportunityHistory.csv');
    expect(() => openPipeline(log)).to.throw(SourceError, '48 records but 36 values of OpportunityId');
  });

  it('dbt_seeds: flags tell won from lost where stage names are scrambled', async function () {
    const opened = await open(this, 'dbt_seeds/dbt_salesforce/sf_opportunity_data.csv');
    expect(opened.document.stages.map(({ kind }) => kind)).to.deep.equal(['open', 'won', 'lost']);
    expect(
      opened.document.opportunities.filter(({ history }) => history.some(({ set }) => set.deleted)),
    ).to.have.length(10);
  });

  it('hubspot_ruby_vcr: recorded deals of the legacy API, whose stages were entered at a known time', async function () {
    const opened = await open(
      this,
      'crm_api_samples/hubspot_ruby_vcr/find_all_recent_updated_deals.body0.json',
    );
    expect([opened.vendor, opened.grade, opened.document.meta?.truncated]).to.deep.equal([
      'HubSpot',
      'stage-entry',
      true,
    ]);
    expect(countsByStage(opened)).to.deep.equal({ closedwon: 20 });
  });

  it('every other file opens or is refused with a sentence', async function () {
    const opens = [
      'salesforce_samples/lwc-recipes/Opportunities.json',
      'salesforce_samples/data-import-test-org/Opportunity.json',
      'salesforce_samples/plugin-data/commonChild/Opportunity.json',
      'salesforce_samples/plugin-data/missingRef/Opportunity.json',
      'crm_api_samples/hubspot_ruby_vcr/find_all_recent_updated_deals.body0.json',
      'crm_api_samples/hubspot_ruby_vcr/deal_example.body0.json',
    ];
    const refused = [
      'crm_api_samples/restforce/query_success_response.json',
      'crm_api_samples/restforce/query_paginated_first_page_response.json',
      'crm_api_samples/hubspot_ruby_vcr/all_deal_pipelines.body1.json',
      'dbt_seeds/dbt_hubspot/deal_data.csv',
      'dbt_seeds/dbt_hubspot/deal_stage_data.csv',
      'maven_crm/accounts.csv',
      'maven_crm/ground_truth.json',
      'helpdesk/helpdesk.csv',
    ];
    for (const path of opens)
      expect((await open(this, path)).document.opportunities, path).to.not.deep.equal([]);
    for (const path of refused) {
      const bytes = await fileOf(this, path);
      expect(() => openPipeline(bytes), path).to.throw(SourceError);
    }
  });
});
