import type { Pipeline, Selection } from '@pipeline-kit/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { answerTo, type QueryRequest, type RowsRequest } from './request.js';

export type { QueryRequest, RowsRequest } from './request.js';

/** The questions of a widget, each under the name of its result. */
export type Requests<R> = { readonly [Name in keyof R]: QueryRequest | RowsRequest };

/**
 * Asks a pipeline what a widget shows. The newest question wins; until it is answered the results of
 * the last one stay, marked as stale. Nothing is asked twice, and nothing while disconnected.
 */
export class QueryController<R extends object> implements ReactiveController {
  /** The answers, all to the same selection; null before the first ones. */
  results: R | null = null;
  /** What the results were asked with. */
  requests: Requests<R> | null = null;
  /** The questions cannot be answered, and why; null while they can. */
  error: Error | null = null;
  /** Whether a newer question is under way than the one that the results answer. */
  isPending = false;

  readonly #host: ReactiveControllerHost;
  #asked: Asked | null = null;
  #call: AbortController | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Sees to it that the results answer this; a no-op when they do already. */
  ask(pipeline: Pipeline | null, requests: Requests<R> | null, selection: Selection): void {
    if (!pipeline || !requests) {
      this.#forget();
      return;
    }
    const key = JSON.stringify([requests, selection]);
    if (this.#asked?.pipeline === pipeline && this.#asked.key === key) return;
    this.#asked = { pipeline, key };
    this.#call?.abort();
    this.#call = new AbortController();
    this.isPending = true;
    void this.#answer(pipeline, requests, selection, this.#call.signal);
  }

  hostDisconnected(): void {
    if (!this.isPending) return;
    this.#call?.abort();
    this.#asked = null;
  }

  async #answer(
    pipeline: Pipeline,
    requests: Requests<R>,
    selection: Selection,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      const entries = Object.entries<QueryRequest | RowsRequest>(requests);
      const answers = await Promise.all(
        entries.map(async ([name, request]) => [name, await answerTo(pipeline, request, selection, signal)]),
      );
      if (signal.aborted) return;
      this.results = Object.fromEntries(answers) as R;
      this.requests = requests;
      this.error = null;
    } catch (error) {
      if (signal.aborted) return;
      this.error = error instanceof Error ? error : new Error(String(error));
    }
    this.isPending = false;
    this.#host.requestUpdate();
  }

  #forget(): void {
    this.#call?.abort();
    this.#call = null;
    this.#asked = null;
    this.results = null;
    this.error = null;
    this.isPending = false;
  }
}

interface Asked {
  readonly pipeline: Pipeline;
  readonly key: string;
}
