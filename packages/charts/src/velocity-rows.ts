import type { ExitKind } from '@pipeline-kit/model';
import type { Formats } from './formats.js';
import type { VelocityStage, VelocityStages } from './results.js';
import { stageInk } from './stage-ramp.js';
import type { Ink } from './tokens.js';
import type { VelocityTexts } from './velocity-texts.js';

/** A mark of stage velocity (METRICS.md § 3). */
export type VelocityMark = {
  readonly stage: string;
  readonly exit: ExitKind | 'open';
};

/** One way of ending, or of not having ended yet. */
export interface VelocityPart {
  readonly exit: ExitKind | 'open';
  readonly value: number;
  readonly label: string;
}

/** One stage as it is drawn; durations in the unit of the result. */
export interface VelocityRow {
  readonly stage: string;
  readonly name: string;
  readonly ink: Ink;
  readonly figures: VelocityStage;
  /** The written median, '–' where there is none. */
  readonly text: string;
  readonly ended: number;
  readonly countText: string;
  readonly parts: readonly VelocityPart[];
  /** What is not reached, in words; null where all is. */
  readonly missing: 'median' | 'p75' | 'p90' | null;
  /** "3 ended, too few"; null where there is enough. */
  readonly few: string | null;
  readonly prior: number | null;
  /** The mean of the ended visits; null where it is not asked for. */
  readonly naive: number | null;
}

/** What the rows read beside the result. */
export interface VelocityView {
  readonly formats: Formats;
  readonly texts: VelocityTexts;
  readonly names: Readonly<Record<string, string>>;
  readonly prior: VelocityStages | undefined;
  readonly naive: boolean;
}

const EXITS: readonly ExitKind[] = ['advance', 'won', 'back', 'moved', 'lost'];

/** The rows of stage velocity in stage order; nothing here knows a pixel. */
export function velocityRows({ stages }: VelocityStages, view: VelocityView): readonly VelocityRow[] {
  const { formats, texts, names } = view;
  return stages.map((figures, index): VelocityRow => {
    const { stage, exits, nOpen, median, p75, p90, suppressed } = figures;
    const name = names[stage] ?? stage;
    const ended = EXITS.reduce((sum, exit) => sum + exits[exit], 0);
    const counted: readonly (readonly [ExitKind | 'open', number])[] = [
      ...EXITS.map((exit) => [exit, exits[exit]] as const),
      ['open', nOpen],
    ];
    return {
      stage,
      name,
      ink: stageInk(index, stages.length),
      figures,
      text: median.value === null ? '–' : written(median.value, view),
      ended,
      countText: texts.count(formats.count(ended), formats.count(nOpen)),
      parts: counted
        .filter(([, value]) => value > 0)
        .map(([exit, value]) => ({
          exit,
          value,
          label: texts.spoken(name, exit, formats.count(value), value),
        })),
      missing: suppressed
        ? null
        : median.value === null
          ? 'median'
          : p75.value === null
            ? 'p75'
            : p90.value === null
              ? 'p90'
              : null,
      few: suppressed ? texts.tooFew(formats.count(ended), ended) : null,
      prior: view.prior?.stages.find((other) => other.stage === stage)?.median.value ?? null,
      naive: view.naive ? (figures.naive?.completedMean ?? null) : null,
    };
  });
}

/** Durations as integers; parts of an hour below ten with one decimal. */
export function written(value: number, { formats }: Pick<VelocityView, 'formats'>): string {
  return Number.isInteger(value) || value >= 10 ? formats.count(value) : formats.decimal(value);
}
