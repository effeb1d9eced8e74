import { de } from './de.js';
import { en } from './en.js';
import { formatFor, type Format } from './format.js';
import type { Catalogue, MessageOverrides, Messages, Terms } from './messages.js';

/** The sentences of one language with its formats, ready to be spoken. */
export interface Texts extends Messages {
  /** The language of the sentences and the numbers, BCP 47. */
  readonly locale: string;
  readonly format: Format;
}

/**
 * The sentences for a language and a currency. A language without a catalogue speaks English, numbers
 * included: half a translation reads worse than none.
 */
export function textsFor(language: string, currency?: string, own?: MessageOverrides): Texts {
  const locale = localeOf(language);
  const base = primary(locale);
  const catalogue = catalogues.get(base) ?? en;
  const host = overrides.get(base);
  if (!own) {
    const key = `${locale} ${currency ?? ''}`;
    let texts = known.get(key);
    if (!texts) known.set(key, (texts = build(catalogue, locale, currency, [host])));
    return texts;
  }
  return build(catalogue, locale, currency, [host, own]);
}

/**
 * Puts sentences or words in place of ours, for every widget in the page:
 * `setMessages('en', { terms: { opportunity: { one: 'deal', other: 'deals' } } })`.
 * For a language that the kit does not speak, what is left out is English.
 */
export function setMessages(language: string, messages: MessageOverrides): void {
  overrides.set(primary(language), messages);
  known.clear();
  messagesChanged.dispatchEvent(new Event('change'));
}

/** Tells mounted widgets that `setMessages` was called. */
export const messagesChanged: EventTarget = new EventTarget();

const catalogues: ReadonlyMap<string, Catalogue> = new Map([
  ['en', en],
  ['de', de],
]);
const overrides = new Map<string, MessageOverrides>();
const known = new Map<string, Texts>();

/** The language as asked when it can be written and spoken, else English. */
function localeOf(language: string): string {
  try {
    const [locale = 'en'] = Intl.getCanonicalLocales(language);
    const base = primary(locale);
    return catalogues.has(base) || overrides.has(base) ? locale : 'en';
  } catch {
    return 'en';
  }
}

function primary(language: string): string {
  return language.split('-', 1)[0]?.toLowerCase() ?? 'en';
}

function build(
  catalogue: Catalogue,
  locale: string,
  currency: string | undefined,
  layers: readonly (MessageOverrides | undefined)[],
): Texts {
  const format = formatFor(locale, currency);
  const terms: Terms = Object.assign({}, catalogue.terms, ...layers.map((layer) => layer?.terms));
  const messages = catalogue.messages({ format, terms });
  const groups = Object.entries(messages).map(([group, sentences]) => [
    group,
    Object.assign({}, sentences, ...layers.map((layer) => layer?.[group as keyof Messages])),
  ]);
  return { ...(Object.fromEntries(groups) as Messages), locale, format };
}
