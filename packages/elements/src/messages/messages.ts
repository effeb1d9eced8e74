import type { CardMessages } from './card-messages.js';
import type { ForecastMessages } from './forecast-messages.js';
import type { FiltersMessages } from './filters-messages.js';
import type { FunnelMessages } from './funnel-messages.js';
import type { RangeMessages } from './range-messages.js';
import type { SourceMessages } from './source-messages.js';
import type { SummaryMessages } from './summary-messages.js';
import type { VelocityMessages } from './velocity-messages.js';
import type { Format, PluralForms } from './format.js';

/** Every sentence a reader meets, by widget. One catalogue per language; a host may put its own in place. */
export interface Messages {
  readonly card: CardMessages;
  readonly source: SourceMessages;
  readonly funnel: FunnelMessages;
  readonly summary: SummaryMessages;
  readonly forecast: ForecastMessages;
  readonly range: RangeMessages;
  readonly filters: FiltersMessages;
  readonly velocity: VelocityMessages;
}

/** Words that a host may rename: its readers may say "deal" and "reseller". */
export interface Terms {
  /** One, several: `opportunity`, `opportunities`. Sentences begin with neither. */
  readonly opportunity: PluralForms;
  readonly partner: PluralForms;
}

/** What a catalogue writes with. */
export interface Words {
  readonly format: Format;
  readonly terms: Terms;
}

/** The sentences of a language. */
export interface Catalogue {
  readonly terms: Terms;
  readonly messages: (words: Words) => Messages;
}

/** Sentences and words that a host puts in place of ours; what it leaves out stays. */
export type MessageOverrides = {
  readonly [Group in keyof Messages]?: Partial<Messages[Group]>;
} & { readonly terms?: Partial<Terms> };
