/** What the vendor sells, how often it is sold first, and what such an opportunity is called. */
export const products: readonly {
  readonly id: string;
  readonly weight: number;
  readonly size: number;
  readonly titles: readonly string[];
}[] = [
  { id: 'gateway', weight: 5, size: 1, titles: ['Gateway rollout', 'Plant network', 'Retail edge pilot'] },
  {
    id: 'scanner',
    weight: 4,
    size: 0.8,
    titles: ['Warehouse scanners', 'Goods-in scanning', 'Handheld refresh'],
  },
  {
    id: 'telematics',
    weight: 3,
    size: 1.1,
    titles: ['Fleet telematics', 'Trailer tracking', 'Depot telemetry'],
  },
  {
    id: 'monitoring',
    weight: 3,
    size: 0.7,
    titles: ['Cold chain monitoring', 'Substation sensors', 'Tank levels'],
  },
  { id: 'access', weight: 2, size: 1.3, titles: ['Access control', 'Campus wireless', 'Visitor terminals'] },
  {
    id: 'analytics',
    weight: 2,
    size: 1.6,
    titles: ['Asset analytics', 'Hospital asset tracking', 'Energy reporting'],
  },
  { id: 'support', weight: 1, size: 0.3, titles: ['Support contract', 'Spare parts plan'] },
];

/** What distinguishes one opportunity of a customer from the next; most need nothing. */
export const tails: readonly string[] =
  ', 4 sites|, 6 depots|, 14 sites|, 22 stores|, phase 1|, phase 2|, pilot| north| south|, extension'.split(
    '|',
  );

export const lostReasons: readonly string[] = [
  'price',
  'competitor',
  'no decision',
  'no budget',
  'timing',
  'scope',
];

export const nextSteps: readonly string[] =
  'Call with plant manager,Site survey,Send revised quote,Reference visit,Security questionnaire,Legal review,Pilot kick-off,Agree on start date,Workshop with IT,Present to the board'.split(
    ',',
  );
