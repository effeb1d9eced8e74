import type { Calendar, Pipeline, SavedState, SelectionStore } from '@pipeline-kit/model';
import {
  css,
  html,
  isServer,
  LitElement,
  type CSSResult,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { version } from '../version.js';
import type { Fetcher } from './fetch-bytes.js';
import { forwardEvents } from './forward-events.js';
import {
  PipelineSource,
  type SourceInput,
  type SourceSettings,
  type SourceState,
} from './pipeline-source.js';
import { optionsOf } from './source-attributes.js';
import { provideSource } from './source-context.js';
import { sourceRegistry, type SourceHolder } from './source-registry.js';
import type { Clock } from './today.js';

/**
 * Holds one pipeline for the widgets that name it by `source="id"`, and for those inside it. The data come
 * from the `data` property, from `src`, or from a `<script type="application/json">` inside. Shows nothing
 * of its own.
 *
 * @tag pipeline-source
 * @slot - Widgets that take this source without naming it, and the JSON child.
 * @fires {PipelineLoadEvent} pipeline-load - The data were read; once for each time.
 * @fires {PipelineErrorEvent} pipeline-error - The data could not be read.
 */
export class PipelineSourceElement extends LitElement implements SourceHolder {
  static readonly version: string = version;
  /** The time of day for every source of the page that brings none of its own. */
  static defaultClock: Clock = Date.now;
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions };

  static override styles: CSSResult = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  static override get properties(): PropertyDeclarations {
    return {
      src: { type: String },
      currency: { type: String },
      timeZone: { type: String, attribute: 'time-zone' },
      asOf: { type: String, attribute: 'as-of' },
      ratePolicy: { type: String, attribute: 'rate-policy' },
      fiscalYearStart: { type: String, attribute: 'fiscal-year-start' },
      data: { attribute: false },
      calendar: { attribute: false },
      mapping: { attribute: false },
      fetcher: { attribute: false },
      clock: { attribute: false },
    };
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  /** The address of the data; relative to the page. */
  declare src: string | null;

  /** ISO 4217 code of the reporting currency; the document's by default. */
  declare currency: string | null;

  /** IANA name of the report time zone; the document's by default. */
  declare timeZone: string | null;

  /** The day everything is looked at, YYYY-MM-DD; today in the report time zone by default. */
  declare asOf: string | null;

  /** Which day's rate converts an amount; the document's by default. */
  declare ratePolicy: string | null;

  /** The month in which the fiscal year starts, 1 to 12; the document's by default. */
  declare fiscalYearStart: string | null;

  /** A document, its JSON text or bytes, or records of any shape; goes before `src`. */
  declare data: unknown;

  /** A fiscal calendar of another kind than whole months; goes before `fiscalYearStart`. */
  declare calendar: Calendar | null;

  /** How records of another shape become a document; guessed by default. */
  declare mapping: unknown;

  /** Asks for `src` in the host's own way, with a token for example. */
  declare fetcher: Fetcher | null;

  /** Tells the time; the page's own by default. */
  declare clock: Clock;

  /** What widgets follow. */
  readonly holder: PipelineSource;

  constructor() {
    super();
    this.src = null;
    this.currency = null;
    this.timeZone = null;
    this.asOf = null;
    this.ratePolicy = null;
    this.fiscalYearStart = null;
    this.data = null;
    this.calendar = null;
    this.mapping = undefined;
    this.fetcher = null;
    this.clock = (this.constructor as typeof PipelineSourceElement).defaultClock;
    this.holder = new PipelineSource({ options: {}, clock: this.clock });
    forwardEvents(this.holder, this);
    provideSource(this, this.holder);
  }

  /** The pipeline; null while there is none. */
  get pipeline(): Pipeline | null {
    return this.holder.state.pipeline;
  }

  /** What is chosen by everyone who shows this source. */
  get selection(): SelectionStore {
    return this.holder.selection;
  }

  get state(): SourceState {
    return this.holder.state;
  }

  /** The pipeline once it was read; rejects with the reason where it cannot be. */
  get loaded(): Promise<Pipeline> {
    return new Promise((resolve, reject) => {
      const look = (): boolean => {
        const { status, pipeline, failure } = this.holder.state;
        if (status === 'ready' && pipeline) resolve(pipeline);
        else if (status === 'error') reject(failure);
        else return false;
        this.holder.removeEventListener('change', look);
        return true;
      };
      if (!look()) this.holder.addEventListener('change', look);
    });
  }

  /** Reads the data again, keeping what is shown meanwhile. */
  refresh(): void {
    this.#child = null;
    if (this.#source === 'child') this.#readChild();
    else this.holder.refresh();
  }

  /** Tries again after an error. */
  retry(): void {
    this.refresh();
  }

  /** What readers have chosen here: filters, periods and the day, as plain JSON to store or put into an address. */
  saveState(): SavedState {
    return this.holder.saveState();
  }

  /**
   * Chooses what was saved (or its JSON text), in place of what is chosen now. Throws a RangeError for what is no
   * saved state, and then changes nothing.
   */
  restoreState(state: unknown): void {
    this.holder.restoreState(state);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    sourceRegistry().add(this);
    this.#connection = new AbortController();
    this.holder.resume();
    // While the page is read, the JSON child may be there in part.
    if (this.ownerDocument.readyState === 'loading') {
      const { signal } = this.#connection;
      this.ownerDocument.addEventListener('DOMContentLoaded', () => this.#readChild(), { signal });
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    sourceRegistry().delete(this);
    this.#connection?.abort();
    queueMicrotask(() => {
      if (!this.isConnected) this.holder.pause();
    });
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === 'id' && before !== now && this.isConnected) sourceRegistry().changed();
  }

  #connection: AbortController | null = null;
  #source: 'data' | 'src' | 'child' = 'child';
  #child: string | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (isServer) return;
    const isNew = INPUTS.some((name) => changed.has(name));
    if (isNew) this.#load();
    else if (SETTINGS.some((name) => changed.has(name))) this.holder.configure(this.#settings());
  }

  #settings(): SourceSettings {
    const options = optionsOf(this.localName, this, this.calendar);
    return { options, mapping: this.mapping, clock: this.clock };
  }

  #load(): void {
    const input = this.#input();
    if (input) {
      this.#source = input.kind === 'url' ? 'src' : 'data';
      this.holder.load(input, this.#settings());
    } else {
      if (this.#source !== 'child') this.holder.load(null, this.#settings());
      this.#source = 'child';
      this.#child = null;
      this.#readChild();
    }
  }

  #input(): SourceInput | null {
    const { data, src, baseURI, fetcher } = this;
    if (data != null) return { kind: 'data', data, place: this.#place() };
    if (src) return { kind: 'url', url: src, base: baseURI, fetcher: fetcher ?? undefined };
    return null;
  }

  /** Takes the JSON inside, when there is no other data and it is another text than before. */
  #readChild(): void {
    if (this.#source !== 'child' || this.ownerDocument.readyState === 'loading') return;
    const script = this.querySelector(':scope > script[type="application/json"]');
    const text = script?.textContent ?? '';
    if (text.trim() === '' || text === this.#child) return;
    this.#child = text;
    this.holder.load({ kind: 'data', data: text, place: this.#place() }, this.#settings());
  }

  #place(): string {
    return `<${this.localName}${this.id ? ` id="${this.id}"` : ''}>`;
  }

  protected override render(): TemplateResult {
    return html`<slot @slotchange=${() => this.#readChild()}></slot>`;
  }
}

const INPUTS = ['data', 'src', 'fetcher'] as const;
const SETTINGS = [
  'currency',
  'timeZone',
  'asOf',
  'ratePolicy',
  'fiscalYearStart',
  'calendar',
  'mapping',
  'clock',
] as const;
