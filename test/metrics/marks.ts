import {
  type FunnelResult,
  type LeaderboardResult,
  type Mark,
  type MarkQuestion,
  type MetricName,
  type Pipeline,
  type SegmentsResult,
  type Selection,
  type SlippageResult,
  type StageVelocityResult,
  type WaterfallResult,
  type WeightedForecastResult,
  type WinRateResult,
} from '@pipeline-kit/model';

/** A mark with what the result says of the opportunities behind it: their ids where it has a trace, else their number. */
export interface Marked {
  readonly mark: Mark;
  readonly ids?: readonly string[];
  readonly count?: number;
}

/** Reads the marks off the result of the metric it is made for. */
type MarkReader = (result: never) => readonly Marked[];

/** Every mark of a metric's chart, read off its result. A metric whose opportunities can be opened has an entry. */
export const marksOf: Readonly<Record<string, MarkReader>> = {
  funnel: ({ stages, steps }: FunnelResult) => [
    ...stages.map(({ stage, count }) => ({ mark: { stage }, count })),
    ...steps.flatMap(({ from, ids = {} }) =>
      Object.entries(ids).map(([group, members]) => ({ mark: { from, group }, ids: members })),
    ),
  ],
  stageVelocity: ({ stages }: StageVelocityResult) =>
    stages.flatMap(({ stage, exits, nOpen }) =>
      Object.entries({ ...exits, open: nOpen }).map(([exit, count]) => ({ mark: { stage, exit }, count })),
    ),
  winRate: ({ closedByCount: { num, den } }: WinRateResult) => [
    { mark: { group: 'won' }, count: num },
    { mark: { group: 'lost' }, count: den - num },
  ],
  leaderboard: ({ rows }: LeaderboardResult) =>
    rows.flatMap(({ partner, wonCount, lostCount, openCount }) => [
      { mark: { partner, group: 'won' }, count: wonCount },
      { mark: { partner, group: 'lost' }, count: lostCount },
      { mark: { partner, group: 'open' }, count: openCount },
    ]),
  weightedForecast: ({ won, open, overdue, noCloseDate }: WeightedForecastResult) =>
    Object.entries({ won, open, overdue, noCloseDate }).map(([group, { count }]) => ({
      mark: { group },
      count,
    })),
  coverage: ({ openCount }: { openCount: number }) => [{ mark: { group: 'due' }, count: openCount }],
  slippage: ({ rate }: SlippageResult) =>
    Object.entries(rate?.outcome ?? {}).map(([group, { count }]) => ({ mark: { group }, count })),
  waterfall: ({ counts, ledger = [] }: WaterfallResult) =>
    Object.keys(counts).map((bar) => ({
      mark: { bar },
      ids: ledger.filter((row) => row.bar === bar).map(({ id }) => id),
    })),
  segments: ({ markets, products }: SegmentsResult) => [
    ...markets.map(({ segment, region, count }) => ({ mark: { segment, region }, count })),
    ...products.map(({ product, count }) => ({ mark: { product }, count })),
  ],
};

/** Marks whose opportunities are not those that the result speaks of; empty when all are. */
export async function memberFaults(
  name: MetricName,
  pipeline: Pipeline,
  { params, selection = [] }: { readonly params: object; readonly selection?: Selection },
  read = marksOf[name],
): Promise<string[]> {
  const result = await pipeline.query(name, params, { selection, trace: true });
  const faults: string[] = [];
  for (const { mark, ids, count } of read?.(result as never) ?? []) {
    if (count === 0) continue;
    const question = { metric: name, params, mark } as MarkQuestion;
    const members = (await pipeline.opportunities(question, { selection })).map(({ id }) => id);
    const isSame = ids ? sorted(members) === sorted(ids) : members.length === count;
    if (!isSame) faults.push(`${JSON.stringify(mark)}: ${members.join(' ')} for ${ids?.join(' ') ?? count}`);
  }
  return faults;
}

function sorted(ids: readonly string[]): string {
  return ids.toSorted().join(' ');
}
