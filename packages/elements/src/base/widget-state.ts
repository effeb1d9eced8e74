import { failureWords } from '../source/failure-words.js';
import type { PipelineSource } from '../source/pipeline-source.js';
import type { Texts } from '../messages/catalogue.js';
import { builtInsAreSound } from '../strict/self-test.js';
import { clauseWords } from './clause-words.js';
import type { StateWords } from './state-blocks.js';
import type { ViewContext, WidgetView } from './view.js';

export type WidgetStatus = 'loading' | 'empty' | 'error' | 'ready';

/** Where a widget stands, and what the card says where it shows no figures. */
export interface WidgetState {
  readonly status: WidgetStatus;
  /** Words of 'empty' and 'error'; null in the other states. */
  readonly words: StateWords | null;
  /** The figures shown are not the newest: said above them. */
  readonly notice: string | null;
}

/** What the state is decided from. */
export interface WidgetFacts {
  readonly tag: string;
  readonly sourceId: string | null;
  readonly source: PipelineSource | null;
  readonly isMissing: boolean;
  readonly error: Error | null;
  readonly view: WidgetView | null;
  readonly context: ViewContext | null;
  readonly texts: Texts;
  readonly clearAll: () => void;
}

/** Decides the state. What keeps figures from being right goes first, then what keeps them from being there. */
export function widgetState(facts: WidgetFacts): WidgetState {
  const { tag, sourceId, source, isMissing, error, view, texts } = facts;
  const say = texts.source;
  if (!builtInsAreSound()) return failed({ title: texts.card.noFigure, detail: say.builtIns, actions: [] });
  if (!source) {
    if (!isMissing) return LOADING;
    return failed(
      sourceId
        ? { title: say.wrongSourceTitle(sourceId), detail: say.wrongSource(sourceId), actions: [] }
        : { title: say.noSourceTitle, detail: say.noSource(tag), actions: [] },
    );
  }
  const { status, failure, loadedAt, pipeline } = source.state;
  const retry = [texts.card.retry, () => source.refresh()] as const;
  if (failure && !pipeline) {
    return failed({ title: say.failed, detail: failureWords(failure, say), actions: [retry] });
  }
  if (error) {
    return failed({ title: texts.card.noFigure, detail: texts.card.queryFailed(error.message), actions: [] });
  }
  if (!view) return LOADING;
  if (view.isEmpty) return empty(facts);
  const day = pipeline ? texts.format.date(pipeline.asOf) : '';
  const time = loadedAt === null ? day : texts.format.time(loadedAt);
  const notice =
    status === 'loading'
      ? texts.card.refreshing(time)
      : failure
        ? `${failureWords(failure, say)} ${texts.card.from(time)}`
        : null;
  return { status: 'ready', words: null, notice };
}

const LOADING: WidgetState = { status: 'loading', words: null, notice: null };

function failed(words: StateWords): WidgetState {
  return { status: 'error', words, notice: null };
}

function empty({ context, texts, clearAll }: WidgetFacts): WidgetState {
  const { card, format } = texts;
  const filters = context
    ? context.selection.map((clause) => clauseWords(clause, texts, context.pipeline))
    : [];
  const isFiltered = filters.length > 0;
  const words: StateWords = {
    title: card.emptyTitle(isFiltered),
    detail: isFiltered ? card.emptyFiltered(format.list(filters)) : card.emptyAll,
    actions: isFiltered ? [[card.clearAll, clearAll]] : [],
  };
  return { status: 'empty', words, notice: null };
}
