import type { CoverageResult } from '@pipeline-kit/model';

/** Where a period stands beside the day: over, running, or not begun. */
export type Phase = 'past' | 'present' | 'future';

/** What there is to say first about a period. */
export type ForecastFinding = 'ended' | 'endedNoQuota' | 'met' | 'noQuota' | 'nothingDue' | 'covers';

/** The finding: how a period ended, else whether its quota is met, else how far what is open covers the rest. */
export function forecastFinding({ status, coverage }: CoverageResult, phase: Phase): ForecastFinding {
  const hasQuota = status === 'ok' || status === 'met';
  if (phase === 'past') return hasQuota ? 'ended' : 'endedNoQuota';
  if (status === 'met') return 'met';
  if (!hasQuota) return 'noQuota';
  return coverage ? 'covers' : 'nothingDue';
}
