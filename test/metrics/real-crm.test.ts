import { expect } from '@open-wc/testing';
import {
  createPipeline,
  type LeaderboardResult,
  type LeaderboardRow,
  type Opportunity,
  type Partner,
  type Pipeline,
  type Selection,
} from '@pipeline-kit/model';
import { pipelineDocument } from '../fixtures/pipeline-document.js';
import { stage } from '../fixtures/stage.js';
import { sharedData } from '../support/shared-data.js';

/** What was counted of a group by other means. */
interface Truth {
  readonly Prospecting: number;
  readonly Engaging: number;
  readonly Won: number;
  readonly Lost: number;
  readonly won_value: number;
  readonly win_rate: number | null;
}

interface Truths {
  readonly rows: number;
  readonly overall: Truth;
  readonly by_product_GTXPro_fixed: Record<string, Truth>;
  readonly by_agent: Record<string, Truth>;
  readonly by_manager: Record<string, Truth>;
  readonly by_region: Record<string, Truth>;
  readonly by_sector: Record<string, Truth>;
  readonly won_value_by_close_month: Record<string, number>;
  readonly won_count_by_close_month: Record<string, number>;
  readonly won_value_by_close_quarter: Record<string, number>;
  readonly cycle_days: { readonly Won: { readonly median: number; readonly mean: number } };
  readonly warts: { readonly agents_without_deals: readonly string[] };
}

const YEAR = { from: '2017-01-01', to: '2018-01-01' };
const FOLDER = 'data/maven_crm';

/** Rows of a plain file without quotes, by the names in its first line. */
function records(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

/** A year of a seller of hardware: agents stand for partners, their managers for parents, offices for regions. */
describe('8,800 opportunities of a CRM, against figures counted by other means', () => {
  let truth: Truths;
  let pipeline: Pipeline;

  before(async function () {
    const text = async (name: string): Promise<string> =>
      (await sharedData(this, `${FOLDER}/${name}`)).text();
    truth = JSON.parse(await text('ground_truth.json')) as Truths;
    const teams = records(await text('sales_teams.csv'));
    const sectors = new Map(
      records(await text('accounts.csv')).map((row) => [row['account'], row['sector']]),
    );
    const offices = new Map(teams.map((row) => [row['sales_agent'], row['regional_office']]));
    const opportunities = records(await text('sales_pipeline.csv')).map((row): Opportunity => {
      const agent = row['sales_agent'] ?? '';
      const amount = row['close_value'] === '' ? null : Number(row['close_value']) * 100;
      // The list of products writes "GTX Pro".
      const product = row['product'] === 'GTXPro' ? 'GTX Pro' : (row['product'] ?? '');
      const created = row['engage_date'] || null;
      const set = { partner: agent, amount, currency: 'USD', products: [{ id: product, amount }] };
      const first = created === null ? 'Prospecting' : 'Engaging';
      const history = [{ at: created, set: { ...set, stage: first } }];
      if (row['close_date'] !== '') {
        history.push({ at: row['close_date'] ?? '', set: { ...set, stage: row['deal_stage'] ?? '' } });
      }
      return {
        id: row['opportunity_id'] ?? '',
        createdAt: created,
        segment: sectors.get(row['account'] ?? '') ?? null,
        region: offices.get(agent) ?? null,
        history,
      };
    });
    pipeline = createPipeline(
      pipelineDocument({
        meta: { history: 'stage-entry' },
        settings: { reportTimeZone: 'America/New_York', reportingCurrency: 'USD' },
        stages: [
          stage({ id: 'Prospecting', position: 1 }),
          stage({ id: 'Engaging', position: 2 }),
          stage({ id: 'Won', kind: 'won', position: 3 }),
          stage({ id: 'Lost', kind: 'lost', position: 4 }),
        ],
        partners: staff(teams),
        opportunities,
      }),
      { asOf: '2017-12-31' },
    );
  });

  /** The company, its managers and their agents. */
  function staff(teams: readonly Record<string, string>[]): Partner[] {
    const managers = [...new Set(teams.map((row) => row['manager'] ?? ''))];
    return [
      { id: 'company', name: 'Company' },
      ...managers.map((id) => ({ id, name: id, parentId: 'company' })),
      ...teams.map((row) => ({
        id: row['sales_agent'] ?? '',
        name: row['sales_agent'] ?? '',
        parentId: row['manager'] ?? null,
        region: row['regional_office'] ?? null,
      })),
    ];
  }

  const ask = (params = {}, selection: Selection = []): Promise<LeaderboardResult> =>
    pipeline.query('leaderboard', { period: YEAR, minN: 1, ...params }, { selection });

  function expectRow(row: LeaderboardRow | undefined, expected: Truth, name: string): void {
    const found = [row?.openCount, row?.wonCount, row?.lostCount, row?.wonAmount];
    const open = expected.Prospecting + expected.Engaging;
    expect(found, name).to.deep.equal([open, expected.Won, expected.Lost, expected.won_value * 100]);
    if (expected.win_rate === null) expect(row?.winRate, name).to.equal(null);
    else expect(row?.winRate, name).to.be.closeTo(expected.win_rate, 5e-7);
  }

  function expectTotals({ totals }: LeaderboardResult, expected: Truth, name: string): void {
    const found = [totals.openCount, totals.wonCount, totals.lostCount, totals.wonAmount];
    const open = expected.Prospecting + expected.Engaging;
    expect(found, name).to.deep.equal([open, expected.Won, expected.Lost, expected.won_value * 100]);
  }

  it('nothing of it is set aside', () => {
    expect(pipeline.issues).to.deep.equal([]);
    expect(pipeline.document.opportunities).to.have.length(truth.rows);
  });

  it('leaderboard() agrees on every agent, and has rows for those without any', async () => {
    const { rows } = await ask();
    const byName = new Map(rows.map((row) => [row.partner, row]));
    for (const [name, expected] of Object.entries(truth.by_agent))
      expectRow(byName.get(name), expected, name);
    const idle = rows.filter((row) => row.wonCount + row.lostCount + row.openCount === 0);
    const managers = new Set<string | null>([...Object.keys(truth.by_manager), 'company']);
    expect(idle.map((row) => row.partner).filter((id) => !managers.has(id))).to.have.members([
      ...truth.warts.agents_without_deals,
    ]);
  });

  it('leaderboard({ rollup }) agrees on every manager, and on the whole company', async () => {
    const { rows, totals } = await ask({ rollup: true });
    const byName = new Map(rows.map((row) => [row.partner, row]));
    for (const [name, expected] of Object.entries(truth.by_manager)) {
      expectRow(byName.get(name), expected, name);
    }
    expectRow(byName.get('company'), truth.overall, 'company');
    expect(totals.wonCount).to.equal(truth.overall.Won);
  });

  it('leaderboard() agrees on every region, sector and product that is selected', async () => {
    for (const [name, expected] of Object.entries(truth.by_region)) {
      expectTotals(await ask({}, [{ field: 'region', in: [name] }]), expected, name);
    }
    for (const [name, expected] of Object.entries(truth.by_sector)) {
      const sector = name === '(no account)' ? null : name;
      expectTotals(await ask({}, [{ field: 'segment', in: [sector] }]), expected, name);
    }
    for (const [name, expected] of Object.entries(truth.by_product_GTXPro_fixed)) {
      expectTotals(await ask({}, [{ field: 'product', in: [name] }]), expected, name);
    }
  });

  it('weightedForecast() agrees on what was won in every month and quarter', async () => {
    const wonIn = async (from: string, to: string) =>
      (await pipeline.query('weightedForecast', { period: { from, to } })).won;
    const starts = [
      ...Array.from({ length: 12 }, (_, i) => `2017-${String(i + 1).padStart(2, '0')}-01`),
      YEAR.to,
    ];
    const { won_count_by_close_month: counts, won_value_by_close_month: values } = truth;
    for (let i = 0; i < 12; i += 1) {
      const month = (starts[i] ?? '').slice(0, 7);
      const { count, amount } = await wonIn(starts[i] ?? '', starts[i + 1] ?? '');
      expect([count, amount], month).to.deep.equal([counts[month] ?? 0, (values[month] ?? 0) * 100]);
    }
    for (const [quarter, value] of Object.entries(truth.won_value_by_close_quarter)) {
      const i = (Number(quarter.at(-1)) - 1) * 3;
      expect((await wonIn(starts[i] ?? '', starts[i + 3] ?? '')).amount, quarter).to.equal(value * 100);
    }
  });

  it('weightedForecast() and coverage() say what such an export cannot tell', async () => {
    // Open ones have no amount, no probability and no close date: counted, and priced at nothing.
    const open = truth.overall.Prospecting + truth.overall.Engaging;
    const { noCloseDate, unpriced, total } = await pipeline.query('weightedForecast', { period: YEAR });
    expect([noCloseDate, unpriced]).to.deep.equal([{ count: open, amount: 0, weighted: 0 }, open]);
    expect(total).to.equal(truth.overall.won_value * 100);
    expect((await pipeline.query('coverage', { period: YEAR })).status).to.equal('no-quota');
  });

  it('leaderboard() agrees on the median cycle of what was won', async () => {
    const { rows } = await ask({ rollup: true });
    const company = rows.find((row) => row.partner === 'company');
    expect([company?.nCycle, company?.cycleMedian]).to.deep.equal([
      truth.overall.Won,
      truth.cycle_days.Won.median,
    ]);
  });

  it('cycle() agrees where it looks at winners alone; its own answer is longer, as it waits for the others', async () => {
    const { wonOnly, timeToClose, excluded } = await pipeline.query('cycle');
    expect([wonOnly.n, wonOnly.median]).to.deep.equal([truth.overall.Won, truth.cycle_days.Won.median]);
    expect(wonOnly.mean).to.be.closeTo(truth.cycle_days.Won.mean, 5e-5);
    // 1,589 that are still open have lasted longer than most that closed, and count for as long as they were seen.
    expect(timeToClose?.median.value).to.be.above(truth.cycle_days.Won.median);
    // Prospects have no first day: left out, and counted.
    expect(excluded).to.deep.include({ noStart: 0, undated: truth.overall.Prospecting });
  });

  it('winRate() agrees on the rate of those closed', async () => {
    const { closedByCount } = await pipeline.query('winRate', { period: YEAR });
    expect([closedByCount.num, closedByCount.den]).to.deep.equal([
      truth.overall.Won,
      truth.overall.Won + truth.overall.Lost,
    ]);
    expect(closedByCount.rate).to.be.closeTo(truth.overall.win_rate ?? 0, 5e-7);
  });
});
