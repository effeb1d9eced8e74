import { expect } from '@open-wc/testing';
import {
  civil,
  dateOf,
  dayNumber,
  dayOf,
  isCalendarDate,
  maybeDateOf,
  mod,
  NO_DAY,
  weekday,
} from '@pipeline-kit/model/schema';
import fc from 'fast-check';

const DAY_MS = 86_400_000;

/** The day number by the platform's own calendar, for any year. */
function platformDay(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY_MS;
}

/** The days of 1896 to 2104 on which a way to count days differs from the platform's. */
function disagreements(count: (year: number, month: number, day: number) => number): string[] {
  const found: string[] = [];
  for (let day = platformDay(1896, 1, 1); day < platformDay(2105, 1, 1); day += 1) {
    const date = new Date(day * DAY_MS);
    const counted = count(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
    if (counted !== day) found.push(date.toISOString().slice(0, 10));
  }
  return found;
}

describe('calendar dates', () => {
  it('dayNumber(year, month, day) counts days since 1970-01-01 as the platform does', () => {
    expect(dayNumber(1970, 1, 1)).to.equal(0);
    expect(dayNumber(2000, 3, 1)).to.equal(11_017);
    expect(disagreements(dayNumber)).to.deep.equal([]);
  });

  it('a way to count that takes 1900 for a leap year is caught', () => {
    const julian = (year: number, month: number, day: number): number =>
      year === 1900 && month <= 2 ? dayNumber(year, month, day) - 1 : dayNumber(year, month, day);
    expect(disagreements(julian)).to.have.length(59);
  });

  it('dayNumber(year, month, day) lets months and days run over', () => {
    const past = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 9999 }), past, past, (year, month, day) => {
        expect(dayNumber(year, month, day)).to.equal(platformDay(year, month, day));
      }),
    );
  });

  it('civil(day) takes every day number apart again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -900_000, max: 2_900_000 }), (day) => {
        const { year, month, dayOfMonth } = civil(day);
        const date = new Date(day * DAY_MS);
        expect([year, month, dayOfMonth]).to.deep.equal([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ]);
        expect(dayNumber(year, month, dayOfMonth)).to.equal(day);
      }),
    );
  });

  it('dayOf(date) and dateOf(day) turn each other back, from year 0000 to 9999', () => {
    const days = fc.integer({ min: dayNumber(0, 1, 1), max: dayNumber(9999, 12, 31) });
    fc.assert(
      fc.property(days, (day) => {
        const date = dateOf(day);
        expect(date).to.match(/^\d{4}-\d{2}-\d{2}$/);
        expect(isCalendarDate(date)).to.equal(true);
        expect(dayOf(date)).to.equal(day);
      }),
    );
    expect([dateOf(-719_528), dateOf(dayOf('9999-12-31'))]).to.deep.equal(['0000-01-01', '9999-12-31']);
  });

  it('dateOf(day) sorts as text in the order of days', () => {
    const day = fc.integer({ min: -700_000, max: 2_900_000 });
    fc.assert(fc.property(day, day, (a, b) => dateOf(a) < dateOf(b) === a < b));
  });

  it('isCalendarDate(value) accepts just the days that there are', () => {
    const padded = (n: number, width: number): string => String(n).padStart(width, '0');
    for (let year = 1896; year <= 2104; year += 1) {
      for (let month = 0; month <= 13; month += 1) {
        for (const day of [0, 1, 28, 29, 30, 31, 32]) {
          const date = new Date(platformDay(year, month, day) * DAY_MS);
          const isDay = date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
          const text = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
          if (isCalendarDate(text) !== isDay) expect.fail(`${text}: ${String(isDay)}`);
        }
      }
    }
  });

  it('isCalendarDate(value) refuses other ways to write a day, and other values', () => {
    for (const value of [
      '2026-3-31',
      '20260331',
      '2026-03-31T00:00:00Z',
      ' 2026-03-31',
      '2026-03-31\n',
      '31.03.2026',
      '2026/03/31',
      '+02026-03-31',
      '-026-03-31',
      '２０２６-03-31',
      '2026-W14-2',
      '',
      20_260_331,
      null,
      undefined,
      new Date(0),
      ['2026-03-31'],
    ]) {
      expect(isCalendarDate(value), String(value)).to.equal(false);
    }
  });

  it('maybeDateOf(NO_DAY) is null, and no real day', () => {
    expect(maybeDateOf(NO_DAY)).to.equal(null);
    expect(maybeDateOf(0)).to.equal('1970-01-01');
    expect(NO_DAY).to.be.below(dayNumber(-9999, 1, 1));
  });

  it('weekday(day) is 1 on a Monday and 7 on a Sunday', () => {
    expect(weekday(dayOf('2026-03-30'))).to.equal(1);
    fc.assert(
      fc.property(fc.integer({ min: -900_000, max: 2_900_000 }), (day) => {
        expect(weekday(day)).to.equal(new Date(day * DAY_MS).getUTCDay() || 7);
      }),
    );
  });

  it('mod(value, divisor) is never negative', () => {
    expect([mod(-1, 7), mod(7, 7), mod(8, 7), mod(-14, 7)]).to.deep.equal([6, 0, 1, 0]);
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1000 }), (value, divisor) => {
        const rest = mod(value, divisor);
        expect(rest).to.be.within(0, divisor - 1);
        expect(Number.isInteger((value - rest) / divisor)).to.equal(true);
      }),
    );
  });
});
