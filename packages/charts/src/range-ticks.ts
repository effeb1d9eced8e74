import type { Formats } from './formats.js';
import { roundTicks } from './ticks.js';

/** A place on the axis of a range and what is written there. */
export interface RangeTick {
  readonly value: number;
  readonly text: string;
}

/** Round amounts between two amounts in minor units, about `count` of them. */
export function amountTicks(from: number, to: number, count: number, formats: Formats): readonly RangeTick[] {
  return roundTicks(from, to, count).map((value) => ({ value, text: formats.moneyTick(value) }));
}

/**
 * Starts of months, quarters or years between two days (counted since 1970-01-01), about `count` of
 * them; of a short time single days. The year stands with the first of them and with each January.
 */
export function dayTicks(from: number, to: number, count: number, locale: string): readonly RangeTick[] {
  const days = to - from;
  if (!(days > 0) || count < 1) return [];
  if (days / 30.5 < Math.min(count, 2)) return singleDays(from, to, count, locale);
  const months = STEPS.find((step) => days / (30.4375 * step) <= count) ?? 120;
  const write = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const [year, month, monthOfYear] = [
    write({ year: 'numeric' }),
    write({ month: 'short' }),
    write({ month: 'short', year: '2-digit' }),
  ];
  const start = new Date(from * DAY);
  const first = start.getUTCFullYear() * 12 + start.getUTCMonth();
  const ticks: RangeTick[] = [];
  for (let at = Math.ceil(first / months) * months; ; at += months) {
    const value = Date.UTC(Math.floor(at / 12), at % 12) / DAY;
    if (value > to) return ticks;
    if (value < from) continue;
    const format = months >= 12 ? year : at % 12 === 0 || ticks.length === 0 ? monthOfYear : month;
    ticks.push({ value, text: format.format(value * DAY) });
  }
}

function singleDays(from: number, to: number, count: number, locale: string): readonly RangeTick[] {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const step = [1, 2, 7, 14, 28].find((each) => (to - from) / each <= count) ?? 28;
  const ticks: RangeTick[] = [];
  for (let value = Math.ceil(from); value <= to; value += step) {
    ticks.push({ value, text: format.format(value * DAY) });
  }
  return ticks;
}

const DAY = 86_400_000;
const STEPS: readonly number[] = [1, 3, 6, 12, 24, 60, 120];
