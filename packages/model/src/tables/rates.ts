import { dayOf, NO_DAY } from '../schema/calendar-date.js';
import type { PipelineDocument } from '../schema/document.js';
import { decimalFraction, minorDigits, timesFraction, type Fraction } from '../schema/money.js';
import type { ModelSettings } from './model-settings.js';

/** Any day, where plan rates hold. */
const PLAN = NO_DAY + 1;

/** Converts amounts into the reporting currency by the rates that are known at a day. */
export class Rates {
  readonly #settings: ModelSettings;
  readonly #book: RateBook;
  readonly #asOf: number;
  readonly #factors = new Map<string, Map<number, Factor | null>>();

  /** Rates dated after `asOf` are not used. */
  constructor(book: RateBook, settings: ModelSettings, asOf: number) {
    this.#book = book;
    this.#settings = settings;
    this.#asOf = asOf;
  }

  /**
   * The amount in the reporting currency by the rate of the day, in minor units; null when
   * there is no rate (or no day). An amount that is in the reporting currency stays itself.
   */
  convert(amount: number, currency: string, day: number): number | null {
    if (currency === this.#settings.currency) return amount;
    const factor = this.#factor(currency, day);
    return factor === null ? null : times(amount, factor);
  }

  /**
   * The amount of an opportunity in the reporting currency by the rate policy.
   * `ownDay` is the event's day, the closing day, or T for what is open now.
   */
  convertByPolicy(amount: number, currency: string, ownDay: number, createdDay: number): number | null {
    return this.convert(amount, currency, this.policyDay(ownDay, createdDay));
  }

  /** The day whose rate the policy asks for. */
  policyDay(ownDay: number, createdDay: number): number {
    const policy = this.#settings.ratePolicy;
    if (policy === 'plan') return PLAN;
    if (policy === 'asOf') return this.#asOf;
    return policy === 'creation' ? createdDay : ownDay;
  }

  #factor(currency: string, day: number): Factor | null {
    let days = this.#factors.get(currency);
    if (!days) this.#factors.set(currency, (days = new Map()));
    let factor = days.get(day);
    if (factor === undefined) days.set(day, (factor = this.#ask(currency, day)));
    return factor;
  }

  #ask(currency: string, day: number): Factor | null {
    const { currency: target, baseCurrency } = this.#settings;
    const from = currency === baseCurrency ? ONE : this.#rate(currency, day);
    const to = target === baseCurrency ? ONE : this.#rate(target, day);
    if (!from || !to) return null;
    const shift = minorDigits(target) - minorDigits(currency);
    const num = from.num * to.den * (shift > 0 ? 10n ** BigInt(shift) : 1n);
    const den = from.den * to.num * (shift < 0 ? 10n ** BigInt(-shift) : 1n);
    return { num, den, approximate: Number(num) / Number(den) };
  }

  #rate(currency: string, day: number): Fraction | null {
    if (day === NO_DAY) return null;
    if (day === PLAN) return this.#book.plan.get(currency) ?? null;
    const list = this.#book.dated.get(currency) ?? [];
    const until = Math.min(day, this.#asOf);
    let found: DatedRate | undefined;
    for (const rate of list) if (rate.day <= until) found = rate;
    const maximum = this.#settings.maxRateAgeDays;
    return !found || (maximum !== null && day - found.day > maximum) ? null : found.rate;
  }
}

/** The document's rates, read once. */
export interface RateBook {
  /** By currency, in order of days; of two rates of one day the later in the document is last. */
  readonly dated: ReadonlyMap<string, readonly DatedRate[]>;
  readonly plan: ReadonlyMap<string, Fraction>;
}

interface DatedRate {
  readonly day: number;
  readonly rate: Fraction;
}

interface Factor extends Fraction {
  readonly approximate: number;
}

const ONE: Fraction = { num: 1n, den: 1n };

export function rateBook({
  rates = [],
  planRates = [],
}: Pick<PipelineDocument, 'rates' | 'planRates'>): RateBook {
  const dated = new Map<string, DatedRate[]>();
  for (const { currency, date, rate } of rates) {
    const fraction = decimalFraction(rate);
    if (!fraction) continue;
    const list = dated.get(currency);
    if (list) list.push({ day: dayOf(date), rate: fraction });
    else dated.set(currency, [{ day: dayOf(date), rate: fraction }]);
  }
  // The sort is stable: of two rates of one day the later in the document stays last.
  for (const list of dated.values()) list.sort((a, b) => a.day - b.day);
  const plan = new Map<string, Fraction>();
  for (const { currency, rate } of planRates) {
    const fraction = decimalFraction(rate);
    if (fraction) plan.set(currency, fraction);
  }
  return { dated, plan };
}

/** Exact, halves away from zero; big integers only where a double could round the wrong way. */
function times(amount: number, factor: Factor): number {
  const near = Math.abs(amount * factor.approximate);
  const fraction = near - Math.floor(near);
  if (near < 1e11 && Math.abs(fraction - 0.5) > 1e-3)
    return amount < 0 ? 0 - Math.round(near) : Math.round(near);
  return timesFraction(amount, factor);
}
