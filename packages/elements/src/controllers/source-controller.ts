import { ContextEvent } from '@lit/context';
import type { Pipeline } from '@pipeline-kit/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { forwardEvents } from '../source/forward-events.js';
import { sourceContext } from '../source/source-context.js';
import { sourceRegistry } from '../source/source-registry.js';
import { PipelineSource, type SourceInput } from '../source/pipeline-source.js';
import type { Clock } from '../source/today.js';

/** What a widget says about its data, in the order in which it counts. */
export interface SourceHost extends ReactiveControllerHost, HTMLElement {
  readonly pipeline: Pipeline | null;
  readonly data: unknown;
  readonly src: string | null;
  readonly source: string | null;
  readonly clock: Clock;
}

/**
 * Finds the source of a widget: its own `pipeline`, `data` or `src`, the one that `source` names, or the
 * one around it. Order does not matter: what comes later, moves, goes or is renamed is followed.
 */
export class SourceController implements ReactiveController {
  /** How long a widget waits for a source before it says that there is none, in milliseconds. */
  static patience = 400;

  /** The source; null while there is none. */
  value: PipelineSource | null = null;
  /** Whether it is time to say that there is no source. */
  isMissing = false;

  readonly #host: SourceHost;
  #own: PipelineSource | null = null;
  #ownInput: unknown[] = [];
  #around: PipelineSource | null = null;
  #leaveAround: (() => void) | undefined;
  #follow: AbortController | null = null;
  #connection: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: SourceHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    sourceRegistry().addEventListener('change', () => this.#resolve(), { signal });
    this.#own?.resume();
    this.#resolve();
  }

  hostUpdate(): void {
    if (this.#host.isConnected) this.#resolve();
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    this.#connection = null;
    this.#leave();
    this.#setValue(null);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.isMissing = false;
    // Whoever is moved in one go keeps its request.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#own?.pause();
    });
  }

  #resolve(): void {
    const { source } = this.#host;
    const own = this.#ownSource();
    if (own ?? source) this.#leave();
    else if (!this.#around) this.#askAround();
    const named = own || !source ? null : (sourceRegistry().find(this.#host, source)?.holder ?? null);
    this.#setValue(own ?? named ?? (source ? null : this.#around));
    this.#wait();
  }

  /** A source of the widget's own, when it has data of its own. */
  #ownSource(): PipelineSource | null {
    const { pipeline, data, src, clock, baseURI } = this.#host;
    const input = [pipeline, data, src];
    const isSame = input.every((part, i) => part === this.#ownInput[i]) && this.#ownInput.length > 0;
    if (isSame) return this.#own;
    this.#ownInput = input;
    const wanted: SourceInput | null = pipeline
      ? { kind: 'pipeline', pipeline }
      : data != null
        ? { kind: 'data', data, place: this.#host.localName }
        : src
          ? { kind: 'url', url: src, base: baseURI }
          : null;
    if (wanted && !this.#own) {
      this.#own = new PipelineSource({ options: {}, clock });
      forwardEvents(this.#own, this.#host);
    }
    this.#own?.load(wanted);
    if (!wanted) this.#own = null;
    return this.#own;
  }

  #askAround(): void {
    const answered = (found: PipelineSource, leave?: () => void): void => {
      if (leave !== this.#leaveAround) this.#leave();
      this.#leaveAround = leave;
      this.#around = found;
      if (this.#connection && !this.#isResolving) this.#resolve();
    };
    this.#isResolving = true;
    this.#host.dispatchEvent(new ContextEvent(sourceContext, this.#host, answered, true));
    this.#isResolving = false;
  }

  #isResolving = false;

  #leave(): void {
    this.#leaveAround?.();
    this.#leaveAround = undefined;
    this.#around = null;
  }

  #setValue(value: PipelineSource | null): void {
    if (value === this.value) return;
    this.#follow?.abort();
    this.#follow = null;
    this.value = value;
    if (value) {
      this.#follow = new AbortController();
      const { signal } = this.#follow;
      const update = (): void => this.#host.requestUpdate();
      value.addEventListener('change', update, { signal });
      value.selection.addEventListener('change', update, { signal });
      value.selection.addEventListener('highlight', update, { signal });
    }
    if (this.#connection) this.#host.requestUpdate();
  }

  /** Says that there is no source only when none came in good time. */
  #wait(): void {
    if (this.value) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.isMissing = false;
      return;
    }
    if (this.isMissing || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.value) return;
      // Until the page is read to its end, a source may still stand further down.
      if (this.#host.ownerDocument.readyState === 'loading') {
        this.#wait();
        return;
      }
      this.isMissing = true;
      this.#host.requestUpdate();
    }, SourceController.patience);
  }
}
