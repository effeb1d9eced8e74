import type { SourceMessages } from '../messages/source-messages.js';
import type { SourceFailure } from './source-failure.js';

/** The failure as a sentence for a reader. */
export function failureWords({ code, place, number, message }: SourceFailure, say: SourceMessages): string {
  switch (code) {
    case 'network':
      return say.network(place);
    case 'http':
      return say.http(place, number);
    case 'timeout':
      return say.timeout(place, number);
    case 'cut':
      return say.cut(place);
    case 'page':
      return say.page(place);
    case 'emptyBody':
      return say.emptyBody(place);
    case 'content':
      return say.content(place, message);
    case 'address':
      return say.address(place);
    case 'stopped':
      return say.stopped;
  }
}
