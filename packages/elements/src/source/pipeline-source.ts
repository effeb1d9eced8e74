import {
  readState,
  sameSelection,
  SelectionStore,
  type CalendarDate,
  type Clause,
  type DataIssue,
  type Pipeline,
  type PipelineOptions,
  type SavedState,
} from '@pipeline-kit/model';
import { PipelineErrorEvent } from '../events/pipeline-error-event.js';
import { PipelineLoadEvent } from '../events/pipeline-load-event.js';
import type { Choice } from '../events/pipeline-select-event.js';
import { fetchBytes, type Fetcher, type Progress } from './fetch-bytes.js';
import { NO_PERIODS, type Periods } from './periods.js';
import { readPipeline, type ReadPipeline } from './read-pipeline.js';
import { SourceFailure } from './source-failure.js';
import { timeOf, today, type Clock } from './today.js';

/** Where a source takes its data from. */
export type SourceInput =
  | {
      readonly kind: 'url';
      readonly url: string;
      readonly base: string;
      readonly fetcher?: Fetcher | undefined;
    }
  | { readonly kind: 'data'; readonly data: unknown; readonly place: string }
  | { readonly kind: 'pipeline'; readonly pipeline: Pipeline };

export interface SourceState {
  /** 'idle': nothing was asked for yet. A pipeline may be there in every other status. */
  readonly status: 'idle' | 'loading' | 'ready' | 'error';
  readonly pipeline: Pipeline | null;
  /** What was set aside or noticed, by the reader of the source and by the reader of the document. */
  readonly issues: readonly DataIssue[];
  readonly progress: Progress | null;
  readonly failure: SourceFailure | null;
  /** When the pipeline was read, epoch milliseconds; null before, and where no clock tells it. */
  readonly loadedAt: number | null;
}

/** What data are read with. */
export interface SourceSettings {
  readonly options: PipelineOptions;
  /** How records that are no document become one; undefined: it is guessed. */
  readonly mapping?: unknown;
  readonly clock: Clock;
}

/**
 * One pipeline, its selection and what is known of its loading, without any DOM: what
 * `<pipeline-source>` holds, and each widget that has data of its own. The newest request wins; what
 * was there stays until something better came.
 *
 * @fires change - the state, or what is chosen, is another
 * @fires pipeline-load - the input was read
 * @fires pipeline-error - the input could not be read
 */
export class PipelineSource extends EventTarget {
  /** What is chosen by everyone who shows this source. */
  readonly selection: SelectionStore = new SelectionStore();

  #state: SourceState = IDLE;
  #input: SourceInput | null = null;
  #settings: SourceSettings;
  #request: AbortController | null = null;
  /** The reading under way, where readers have to be loaded first. */
  #reading: symbol | null = null;
  /** The body as it came, so that other settings need no other request. */
  #body: Body | null = null;
  #choice: Choice | null = null;
  #periods: Periods = NO_PERIODS;
  #asOf: CalendarDate | null = null;

  constructor(settings: SourceSettings) {
    super();
    this.#settings = settings;
    // A choice whose filter was taken away elsewhere, by a chip for example, is none any more.
    this.selection.addEventListener('change', ({ selection }) => {
      const isThere = (clause: Clause): boolean =>
        selection.some((other) => sameSelection([other], [clause]));
      if (this.#choice && !this.#choice.clauses.every(isThere)) this.choose(null);
    });
  }

  get state(): SourceState {
    return this.#state;
  }

  /** What its widgets look at where they name no period of their own. */
  get periods(): Periods {
    return this.#periods;
  }

  setPeriods(periods: Periods): void {
    if (JSON.stringify(periods) === JSON.stringify(this.#periods)) return;
    this.#periods = periods;
    this.dispatchEvent(new Event('change'));
  }

  /** The day that a reader looks at in place of the page's own; null: the page's, or today. */
  get asOf(): CalendarDate | null {
    return this.#asOf;
  }

  /** Looks at the same data at another day; null goes back to the page's own. Every widget moves. */
  setAsOf(day: CalendarDate | null): void {
    if (day === this.#asOf) return;
    this.#asOf = day;
    const { pipeline } = this.#state;
    const asOf = pipeline && this.#dayOf(pipeline);
    if (this.#reading && this.#body) this.#read(this.#body, true);
    else if (asOf) this.#set({ ...this.#state, pipeline: pipeline.with({ asOf }) });
    // No clock tells the day to go back to: the document does.
    else if (this.#body) this.#read(this.#body, false);
  }

  /** What readers have chosen: filters, periods and the day, as plain JSON. */
  saveState(): SavedState {
    const { period, priorPeriod } = this.#periods;
    return {
      v: 1,
      selection: this.selection.value,
      ...(this.#asOf && { asOf: this.#asOf }),
      ...(period && { period }),
      ...(priorPeriod && { priorPeriod }),
    };
  }

  /**
   * Chooses what was saved, in place of what is chosen now. Throws a RangeError for what is no saved state, and
   * then changes nothing.
   */
  restoreState(state: unknown): void {
    const { selection, asOf = null, period = null, priorPeriod = null } = readState(state);
    this.choose(null);
    this.selection.set(selection);
    this.setPeriods({ period, priorPeriod });
    this.setAsOf(asOf);
  }

  /** The mark that was chosen last and still is; its opportunities are what a reader looks at. */
  get choice(): Choice | null {
    return this.#choice;
  }

  choose(choice: Choice | null): void {
    if (choice === this.#choice) return;
    this.#choice = choice;
    this.dispatchEvent(new Event('change'));
  }

  /** Reads this input from now on, with these settings; null forgets what was there. */
  load(input: SourceInput | null, settings: SourceSettings = this.#settings): void {
    this.#settings = settings;
    this.#input = input;
    this.#request?.abort();
    this.#request = null;
    this.#reading = null;
    this.#body = null;
    if (!input) this.#set(IDLE);
    else if (input.kind === 'url') void this.#fetch(input);
    else if (input.kind === 'data') this.#take(input);
    else
      this.#ready(
        this.#asOf ? input.pipeline.with({ asOf: this.#asOf }) : input.pipeline,
        input.pipeline.issues,
      );
  }

  /** Reads the same input again, keeping what is shown meanwhile. */
  refresh(): void {
    if (this.#input) this.load(this.#input);
  }

  /** Ends a request that is under way, as no one looks at it; `resume` starts it again. */
  pause(): void {
    this.#request?.abort();
  }

  /** Starts again what `pause` ended. */
  resume(): void {
    if (this.#request?.signal.aborted) this.refresh();
  }

  /** Ends a request because the reader wants it to end, and says so. */
  stop(): void {
    if (!this.#request) return;
    this.#request.abort();
    this.#fail(new SourceFailure('stopped', ''));
  }

  /** Looks at the same data in another way: another day, currency, mapping. Nothing is fetched again. */
  configure(settings: SourceSettings): void {
    // A page that goes to another day means it, whatever the reader looked at.
    if (settings.options.asOf !== this.#settings.options.asOf) this.#asOf = null;
    this.#settings = settings;
    if (this.#body && !this.#request) this.#read(this.#body, this.#reading !== null);
  }

  async #fetch(input: SourceInput & { kind: 'url' }): Promise<void> {
    const request = new AbortController();
    this.#request = request;
    this.#set({ ...this.#state, status: 'loading', progress: null, failure: null });
    const isCurrent = (): boolean => this.#request === request && !request.signal.aborted;
    try {
      const { bytes } = await fetchBytes(input.url, input.base, {
        signal: request.signal,
        fetcher: input.fetcher,
        onProgress: (progress) => {
          if (isCurrent()) this.#set({ ...this.#state, progress });
        },
      });
      if (isCurrent()) this.#take({ data: bytes, place: placeOf(input) });
    } catch (error) {
      if (isCurrent())
        this.#fail(error instanceof SourceFailure ? error : contentFailure(error, placeOf(input)));
    }
  }

  #take(body: Body): void {
    this.#request = null;
    this.#body = body;
    this.#read(body, true);
  }

  /** Reads a body: at once where it is a document. The newest reading wins. */
  #read({ data, place }: Body, isNew: boolean): void {
    const reading = (this.#reading = Symbol(place));
    const done = ({ pipeline, issues }: ReadPipeline): void => {
      if (this.#reading !== reading) return;
      this.#reading = null;
      this.#ready(pipeline, issues);
      if (isNew) this.dispatchEvent(new PipelineLoadEvent(pipeline));
    };
    const failed = (error: unknown): void => {
      if (this.#reading === reading) this.#fail(contentFailure(error, place));
    };
    try {
      const read = readPipeline(data, this.#settingsInForce);
      if (!(read instanceof Promise)) return done(read);
      this.#set({ ...this.#state, status: 'loading', progress: null, failure: null });
      void settle(read, done, failed);
    } catch (error) {
      failed(error);
    }
  }

  get #settingsInForce(): SourceSettings {
    const { options } = this.#settings;
    return this.#asOf ? { ...this.#settings, options: { ...options, asOf: this.#asOf } } : this.#settings;
  }

  /** The day to look at; null where no clock tells one. */
  #dayOf({ timeZone }: Pipeline): CalendarDate | null {
    if (this.#asOf) return this.#asOf;
    if (this.#input?.kind === 'pipeline') return this.#input.pipeline.asOf;
    return this.#settings.options.asOf ?? today(this.#settings.clock, timeZone);
  }

  #ready(pipeline: Pipeline, issues: readonly DataIssue[]): void {
    const loadedAt = timeOf(this.#settings.clock);
    this.#set({ status: 'ready', pipeline, issues, progress: null, failure: null, loadedAt });
  }

  #fail(failure: SourceFailure): void {
    this.#request = null;
    this.#reading = null;
    this.#set({ ...this.#state, status: 'error', progress: null, failure });
    this.dispatchEvent(new PipelineErrorEvent(failure));
  }

  #set(state: SourceState): void {
    this.#state = state;
    this.dispatchEvent(new Event('change'));
  }
}

async function settle<T>(
  promise: Promise<T>,
  done: (value: T) => void,
  failed: (error: unknown) => void,
): Promise<void> {
  try {
    done(await promise);
  } catch (error) {
    failed(error);
  }
}

interface Body {
  readonly data: unknown;
  readonly place: string;
}

const IDLE: SourceState = {
  status: 'idle',
  pipeline: null,
  issues: [],
  progress: null,
  failure: null,
  loadedAt: null,
};

function placeOf({ url, base }: { readonly url: string; readonly base: string }): string {
  return new URL(url, base).host || url;
}

function contentFailure(error: unknown, place: string): SourceFailure {
  return new SourceFailure('content', place, {
    reason: error instanceof Error ? error.message : String(error),
  });
}
