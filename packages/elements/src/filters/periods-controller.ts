import type { Period } from '@pipeline-kit/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PipelineSource } from '../source/pipeline-source.js';
import {
  periodsOf,
  readPeriods,
  type Comparison,
  type PeriodKind,
  type PeriodReading,
} from './period-reading.js';

/**
 * The shared periods of a source as a reader chooses them. A period that follows the day, such as this quarter,
 * goes along when the day moves.
 */
export class PeriodsController implements ReactiveController {
  /** What the periods mean; null until it was read. */
  reading: PeriodReading | null = null;

  readonly #host: ReactiveControllerHost;
  #source: PipelineSource | null = null;
  #asked: readonly unknown[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#source = null;
    this.#asked = [];
    this.reading = null;
  }

  /** Reads the periods of a source again where they, or its day, are others. For `update`. */
  follow(source: PipelineSource | null): void {
    const pipeline = source?.state.pipeline ?? null;
    const asked = [source, pipeline, source?.periods];
    if (asked.every((part, i) => part === this.#asked[i])) return;
    this.#asked = asked;
    if (source !== this.#source) this.reading = null;
    this.#source = source;
    if (source && pipeline) void this.#read(source, pipeline, asked);
    else this.reading = null;
  }

  /** Looks at another period; the comparison stays of its kind. */
  async choose(kind: Exclude<PeriodKind, 'custom'> | Period): Promise<void> {
    const { reading } = this;
    if (!reading) return;
    const period = typeof kind === 'object' ? kind : kind === 'own' ? null : reading.presets[kind];
    await this.#set(reading, period, reading.comparison);
  }

  /** Compares the period with another one. */
  async compare(comparison: Comparison): Promise<void> {
    const { reading } = this;
    if (reading) await this.#set(reading, reading.periods.period, comparison);
  }

  async #set({ pipeline }: PeriodReading, period: Period | null, comparison: Comparison): Promise<void> {
    const source = this.#source;
    const periods = await periodsOf(pipeline, period, comparison);
    if (source && source === this.#source) source.setPeriods(periods);
  }

  async #read(
    source: PipelineSource,
    pipeline: PeriodReading['pipeline'],
    asked: readonly unknown[],
  ): Promise<void> {
    const before = this.reading;
    const reading = await readPeriods(pipeline, source.periods);
    if (this.#asked !== asked) return;
    this.reading = reading;
    this.#host.requestUpdate();
    const hasMoved = before?.pipeline.asOf !== pipeline.asOf && before?.periods === source.periods;
    if (hasMoved) await this.#goAlong(before, reading);
  }

  async #goAlong({ kind, comparison }: PeriodReading, reading: PeriodReading): Promise<void> {
    if (kind === 'own') return;
    const period = kind === 'custom' ? reading.periods.period : reading.presets[kind];
    if (comparison !== 'custom') await this.#set(reading, period, comparison);
  }
}
