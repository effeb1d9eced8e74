import type { SourceMessages } from '../messages/source-messages.js';
import type { FailureCode, SourceFailure } from './source-failure.js';

/** The failure as a sentence for a reader. */
export function failureWords(failure: SourceFailure, say: SourceMessages): string {
  return WORDS[failure.code](failure, say);
}

const WORDS: Readonly<Record<FailureCode, (failure: SourceFailure, say: SourceMessages) => string>> = {
  network: ({ place }, say) => say.network(place),
  http: ({ place, number }, say) => say.http(place, number),
  timeout: ({ place, number }, say) => say.timeout(place, number),
  cut: ({ place }, say) => say.cut(place),
  page: ({ place }, say) => say.page(place),
  emptyBody: ({ place }, say) => say.emptyBody(place),
  content: ({ place, message }, say) => say.content(place, message),
  address: ({ place }, say) => say.address(place),
  stopped: (_failure, say) => say.stopped,
};
