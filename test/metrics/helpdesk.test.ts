import { expect } from '@open-wc/testing';
import { createPipeline, type Opportunity, type OpportunityEvent, type Pipeline } from '@pipeline-kit/model';
import { readCsv } from '@pipeline-kit/sources';
import { pipelineDocument } from '../fixtures/pipeline-document.js';
import { stage } from '../fixtures/stage.js';
import { sharedData } from '../support/shared-data.js';

/** What was counted of the log by other means. */
interface Truth {
  readonly cases: number;
  readonly events: number;
  readonly last_stage: Record<string, number>;
  readonly cases_reaching: Record<string, number>;
  readonly transitions: Record<string, number>;
  readonly cycle_days_closed: { readonly n: number; readonly median: number };
  readonly time_in_stage_days: Record<
    string,
    { visits: number; right_censored: number; km_median: number | null }
  >;
}

const AS_OF = '2014-01-03';
const HOUR = 3_600_000;

let truth: Truth;
let pipeline: Pipeline;
let histories: Map<string, OpportunityEvent[]>;

/** A real log of 4,580 cases with loops: each case an opportunity, each activity a stage, 'Closed' won. */
describe('a real event log with loops', () => {
  before(async function () {
    this.timeout(60_000);
    const log = await sharedData(this, 'data/helpdesk/helpdesk.csv');
    truth = (await (await sharedData(this, 'data/helpdesk/ground_truth.json')).json()) as Truth;
    const [head, ...rows] = readCsv(await log.text()).rows;
    const at = (name: string): number => head?.cells.indexOf(name) ?? -1;
    const [activity, time, id] = [at('Activity'), at('time:timestamp'), at('case:concept:name')];
    histories = new Map();
    for (const { cells } of rows) {
      const event = { at: (cells[time] ?? '').replace(' ', 'T'), set: { stage: cells[activity] ?? '' } };
      const key = cells[id] ?? '';
      const known = histories.get(key);
      if (known) known.push(event);
      else histories.set(key, [event]);
    }
    const opportunities: Opportunity[] = [...histories].map(([key, history]) => ({
      id: key,
      createdAt: history[0]?.at ?? null,
      history,
    }));
    const names = Object.keys(truth.cases_reaching).filter((name) => name !== 'Closed');
    const document = pipelineDocument({
      settings: { reportTimeZone: 'UTC', reportingCurrency: 'EUR' },
      partners: [],
      stages: [
        ...names.map((name, i) => stage({ id: name, name, position: i })),
        stage({ id: 'Closed', name: 'Closed', position: 99, kind: 'won' }),
      ],
      opportunities,
    });
    pipeline = createPipeline(document, { asOf: AS_OF });
  });

  it('reads every case and every event', () => {
    expect(pipeline.issues).to.deep.equal([]);
    expect(histories.size).to.equal(truth.cases);
    expect([...histories.values()].reduce((sum, { length }) => sum + length, 0)).to.equal(truth.events);
  });

  it('funnel visited counts the cases that reached each activity, and where they stand', async () => {
    const { stages, overall, reentries } = await pipeline.query('funnel', { definition: 'visited' });
    const reached = Object.fromEntries(stages.slice(0, -1).map(({ stage: id, count }) => [id, count]));
    const { Closed: closed, ...others } = truth.cases_reaching;
    expect(reached).to.deep.equal(others);
    // The column of the won counts who stands won now: two of those that were ever closed were opened again.
    expect(stages.at(-1)?.count).to.equal(truth.last_stage['Closed']);
    expect((closed ?? 0) - (stages.at(-1)?.count ?? 0)).to.equal(2);
    expect(overall.pending).to.equal(truth.cases - (truth.last_stage['Closed'] ?? 0));
    expect(Object.values(reentries).some((count) => count > 0)).to.equal(true);
  });

  it('funnel counts as reopened who left Closed, not who was closed twice in a row', async () => {
    const { reopened } = await pipeline.query('funnel');
    const left = Object.entries(truth.transitions)
      .filter(([move]) => move.startsWith('Closed > ') && move !== 'Closed > Closed')
      .reduce((sum, [, count]) => sum + count, 0);
    expect(reopened).to.equal(left);
  });

  it('stageVelocity takes a repeated row for the same stay, where the other count takes it for another', async () => {
    const result = await pipeline.query('stageVelocity', { unit: 'hours', floor: 1 });
    if ('suppressed' in result) throw new Error('no history');
    for (const { stage: id, n } of result.stages) {
      const repeated = truth.transitions[`${id} > ${id}`] ?? 0;
      expect(n, id).to.equal((truth.time_in_stage_days[id]?.visits ?? 0) - repeated);
    }
  });

  it('stageVelocity equals a plain Kaplan–Meier over the same stays', async () => {
    const result = await pipeline.query('stageVelocity', { unit: 'hours', floor: 1 });
    if ('suppressed' in result) throw new Error('no history');
    // The end of the as-of day, where a running stay is cut.
    const end = Date.parse(`${AS_OF}T00:00:00Z`) + 24 * HOUR;
    let same = 0;
    for (const { stage: id, median, nOpen } of result.stages) {
      const stays = staysIn(id, end);
      expect(stays.filter(({ ended }) => !ended).length, id).to.equal(nOpen);
      const plain = plainMedian(stays);
      if (plain === null) expect(median.value, id).to.equal(null);
      else expect(median.value, id).to.be.closeTo(plain, 1e-9);
      same += 1;
    }
    expect(same).to.equal(Object.keys(truth.cases_reaching).length - 1);
  });

  it('the median of a stage without repeated rows or running stays is the published one', async () => {
    const result = await pipeline.query('stageVelocity', { unit: 'hours', floor: 1 });
    if ('suppressed' in result) throw new Error('no history');
    const plain = result.stages.filter(
      ({ stage: id }) =>
        !truth.transitions[`${id} > ${id}`] && truth.time_in_stage_days[id]?.right_censored === 0,
    );
    expect(plain.length).to.be.greaterThan(2);
    for (const { stage: id, median } of plain) {
      expect((median.value ?? Number.NaN) / 24, id).to.be.closeTo(
        truth.time_in_stage_days[id]?.km_median ?? 0,
        1e-3,
      );
    }
  });

  it('cycle counts calendar days to the first closing of the standing run, where the other count has elapsed time to the last', async () => {
    const { nWon, wonOnly } = await pipeline.query('cycle');
    expect(nWon).to.equal(truth.cycle_days_closed.n);
    expect(Math.abs((wonOnly.median ?? 0) - truth.cycle_days_closed.median)).to.be.lessThan(1);
  });
});

/** Stays in an activity, neighbours of the same activity merged, in hours. */
function staysIn(id: string, end: number): { hours: number; ended: boolean }[] {
  const stays: { hours: number; ended: boolean }[] = [];
  for (const history of histories.values()) {
    const inTime = history.map(({ at, set }) => ({ at: Date.parse(at ?? ''), stage: set.stage }));
    inTime.sort((a, b) => a.at - b.at);
    const runs = inTime.filter((event, i) => event.stage !== inTime[i - 1]?.stage);
    for (const [i, run] of runs.entries()) {
      const next = runs[i + 1];
      if (run.stage === id)
        stays.push({ hours: ((next?.at ?? end) - run.at) / HOUR, ended: next !== undefined });
    }
  }
  return stays;
}

/** The first time at which half are over, by the definition, term by term. */
function plainMedian(stays: readonly { hours: number; ended: boolean }[]): number | null {
  const times = [...new Set(stays.filter(({ ended }) => ended).map(({ hours }) => hours))].sort(
    (a, b) => a - b,
  );
  let survival = 1;
  for (const time of times) {
    const atRisk = stays.filter(({ hours }) => hours >= time).length;
    const exits = stays.filter(({ hours, ended }) => ended && hours === time).length;
    survival *= (atRisk - exits) / atRisk;
    if (survival <= 0.5 + 1e-9) return time;
  }
  return null;
}
