/** How a stage behaves, for an average partner and an average opportunity. */
export interface StageTruth {
  readonly id: string;
  readonly name: string;
  readonly pipeline: string;
  /** Of those that leave for better or worse, the share that moves on. */
  readonly advance: number;
  /** Half of the visits are shorter. */
  readonly medianDays: number;
  readonly probability: number;
  readonly category: 'pipeline' | 'bestCase' | 'mostLikely' | 'commit';
  readonly qualified: boolean;
  readonly staleDays: number;
}

/** The two ways through the programme: new business, and contracts that come up again. */
export const pipelines = { business: 'business', renewal: 'renewal' } as const;

/** The open stages of new business, in order. */
export const businessStages: readonly StageTruth[] = [
  stage('qualify', 'Qualify', 0.67, 10, 0.05, 'pipeline', false, 30),
  stage('discovery', 'Discovery', 0.69, 17, 0.12, 'pipeline', true, 45),
  stage('solution', 'Solution', 0.76, 20, 0.25, 'bestCase', true, 45),
  stage('proposal', 'Proposal', 0.7, 26, 0.45, 'mostLikely', true, 60),
  stage('negotiation', 'Negotiation', 0.78, 14, 0.7, 'commit', true, 30),
];

/** The open stages of renewals, in order. */
export const renewalStages: readonly StageTruth[] = [
  { ...stage('upcoming', 'Upcoming', 0.95, 45, 0.7, 'bestCase', true, 90), pipeline: pipelines.renewal },
  { ...stage('talks', 'In talks', 0.87, 22, 0.85, 'commit', true, 45), pipeline: pipelines.renewal },
];

/**
 * What a reader of the programme should be able to find: a year ago a competitor appeared, and since
 * then proposals move on less often and take longer. Larger opportunities suffer more.
 */
export const turn = { stage: 'proposal', daysAgo: 355, advance: 0.54, medianDays: 37 } as const;

/** Shares of what goes astray. */
export const habits = {
  /** Of moves onward, those that leave out a stage. */
  skip: 0.06,
  /** Of exits, those that go back to the stage before. */
  back: 0.035,
  /** Of visits, those that nobody ever ends. */
  stuck: 0.025,
  /** Of exits, those that turn out to be a renewal. */
  moved: 0.006,
  /** Of lost opportunities, those that open again. */
  reopenLost: 0.045,
  /** Of won ones. */
  reopenWon: 0.008,
  deleted: 0.012,
  renewal: 0.08,
  /** Of opportunities, those that no partner brought. */
  direct: 0.09,
  transferred: 0.025,
  ownerChanged: 0.07,
  registered: 0.48,
} as const;

/** Partners differ: the odds of moving on are multiplied by e to a normal number with this deviation. */
export const skillSpread = 0.32;

function stage(
  id: string,
  name: string,
  advance: number,
  medianDays: number,
  probability: number,
  category: StageTruth['category'],
  qualified: boolean,
  staleDays: number,
): StageTruth {
  const pipeline = pipelines.business;
  return { id, name, pipeline, advance, medianDays, probability, category, qualified, staleDays };
}
