import type { Settings, Stage } from '@pipeline-kit/model/schema';
import { businessStages, pipelines, renewalStages, type StageTruth } from './truth.js';

/** Euro and Berlin; three tiers; a registration protects for 90 days and may be extended once. */
export const settings: Settings = {
  reportTimeZone: 'Europe/Berlin',
  reportingCurrency: 'EUR',
  ratePolicy: 'closeElseAsOf',
  maxRateAgeDays: 45,
  calendar: { kind: 'gregorian', fiscalYearStartMonth: 1 },
  protection: { start: 'approved', days: 90, extensionDays: 30, maxExtensions: 1 },
  tiers: [
    { id: 'registered', rank: 0, mode: 'all', graceDays: 0, rules: [] },
    {
      id: 'silver',
      rank: 1,
      mode: 'all',
      graceDays: 60,
      rules: [
        { metric: 'wonAmount', windowDays: 365, min: 8_000_000 },
        { metric: 'certifications', windowDays: 365, min: 2 },
      ],
    },
    {
      id: 'gold',
      rank: 2,
      mode: 'all',
      graceDays: 90,
      rules: [
        { metric: 'wonAmount', windowDays: 365, min: 30_000_000 },
        { metric: 'certifications', windowDays: 365, min: 4 },
        { metric: 'winRate', windowDays: 365, min: 0.12, minN: 10 },
      ],
    },
  ],
};

/** Both pipelines' stages in order, the closed ones last. */
export const stages: readonly Stage[] = [
  ...businessStages.map(openStage),
  closed(pipelines.business),
  ...renewalStages.map(openStage),
  closed(pipelines.renewal),
].flat();

function openStage(truth: StageTruth, index: number): Stage {
  const { id, name, pipeline, probability, category, qualified, staleDays } = truth;
  return {
    id,
    pipeline,
    name,
    position: (index + 1) * 10,
    kind: 'open',
    probability,
    category,
    qualified,
    staleDays,
  };
}

function closed(pipeline: string): Stage[] {
  return [
    { id: 'won', pipeline, name: 'Won', position: 90, kind: 'won' },
    { id: 'lost', pipeline, name: 'Lost', position: 99, kind: 'lost' },
  ];
}
