import { expect } from '@open-wc/testing';
import {
  dateOf,
  dayOf,
  fiscalDay,
  fiscalPeriod,
  gregorianPeriod,
  isoWeek,
  periodOf,
  type Calendar,
  type DaySpan,
  type FiscalDay,
} from '@pipeline-kit/model/schema';
import fc from 'fast-check';
import { sharedData } from '../support/shared-data.js';

const day: fc.Arbitrary<number> = fc.integer({ min: dayOf('1900-01-01'), max: dayOf('2099-12-31') });
const yearLabel = fc.constantFrom('end' as const, 'start' as const);
const startMonth = fc.integer({ min: 1, max: 12 });

const gregorian: fc.Arbitrary<Calendar> = fc
  .tuple(startMonth, yearLabel)
  .map(([month, label]) => ({ kind: 'gregorian', fiscalYearStartMonth: month, yearLabel: label }));

type Weeks = Extract<Calendar, { kind: 'weeks' }>;

const weeks: fc.Arbitrary<Weeks> = fc
  .tuple(
    fc.constantFrom([4, 4, 5], [4, 5, 4], [5, 4, 4]),
    startMonth,
    fc.integer({ min: 1, max: 7 }),
    yearLabel,
  )
  .map(([pattern, month, weekday, label]) => ({
    kind: 'weeks',
    pattern,
    fiscalYearStartMonth: month,
    weekday,
    yearLabel: label,
  }));

const calendar: fc.Arbitrary<Calendar> = fc.oneof(gregorian, weeks);

const holds = ({ from, to }: DaySpan, asked: number): boolean => from <= asked && asked < to;
const dates = (span: DaySpan): string => `${dateOf(span.from)}/${dateOf(span.to)}`;

/** Where a way to find the fiscal month breaks a law that every calendar keeps; empty when nowhere. */
function broken(find: (day: number) => FiscalDay, asked: number): string[] {
  const found = find(asked);
  const { monthPeriod, quarterPeriod, yearPeriod, month, quarter, year } = found;
  const faults: string[] = [];
  const law = (name: string, kept: boolean): void => {
    if (!kept) faults.push(`${dateOf(asked)}: ${name}`);
  };
  law('a day lies in its month', holds(monthPeriod, asked));
  law(
    'a month lies in its quarter',
    quarterPeriod.from <= monthPeriod.from && monthPeriod.to <= quarterPeriod.to,
  );
  law(
    'a quarter lies in its year',
    yearPeriod.from <= quarterPeriod.from && quarterPeriod.to <= yearPeriod.to,
  );
  law('three months are a quarter', quarter === Math.ceil(month / 3) && month >= 1 && month <= 12);
  const next = find(monthPeriod.to);
  law('the next month begins where the last ended', next.monthPeriod.from === monthPeriod.to);
  law('months count up', next.month === (month % 12) + 1);
  law('after the twelfth comes the next year', next.year === (month === 12 ? year + 1 : year));
  law('a year begins with its first month', (monthPeriod.from === yearPeriod.from) === (month === 1));
  law(
    'a quarter begins with its first month',
    (monthPeriod.from === quarterPeriod.from) === (month % 3 === 1),
  );
  law('the last day of a month is in it', dates(find(monthPeriod.to - 1).monthPeriod) === dates(monthPeriod));
  return faults;
}

describe('fiscal calendars', () => {
  it('fiscalDay(day, calendar) keeps the laws of months, quarters and years', () => {
    fc.assert(
      fc.property(day, calendar, (asked, kind) => {
        expect(broken((at) => fiscalDay(at, kind), asked)).to.deep.equal([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('a calendar that gives the 53rd week a month of its own is caught', () => {
    const kind: Calendar = { kind: 'weeks', pattern: [4, 4, 5], weekday: 1 };
    const wrong = (at: number): FiscalDay => {
      const found = fiscalDay(at, kind);
      if (found.week !== 53) return found;
      return { ...found, month: 13, monthPeriod: { from: found.yearPeriod.to - 7, to: found.yearPeriod.to } };
    };
    expect(broken(wrong, dayOf('2026-12-30'))).to.not.deep.equal([]);
    expect(broken(wrong, dayOf('2026-12-20'))).to.not.deep.equal([]);
  });

  it('fiscalDay(day, gregorian) counts months from the start month', () => {
    fc.assert(
      fc.property(day, startMonth, yearLabel, (asked, start, label) => {
        const found = fiscalDay(asked, { kind: 'gregorian', fiscalYearStartMonth: start, yearLabel: label });
        // The same by walking: back to the first of the start month, and forward month by month.
        const at = new Date(asked * 86_400_000);
        const first = new Date(Date.UTC(at.getUTCFullYear(), start - 1));
        if (first > at) first.setUTCFullYear(first.getUTCFullYear() - 1);
        const starts = Array.from({ length: 13 }, (_, i) =>
          new Date(Date.UTC(first.getUTCFullYear(), start - 1 + i)).toISOString().slice(0, 10),
        );
        const month = starts.findLastIndex((date) => date <= dateOf(asked));
        const quarter = Math.floor(month / 3);
        const last = new Date(Date.UTC(first.getUTCFullYear(), start + 10));
        expect(found.year).to.equal((label === 'end' ? last : first).getUTCFullYear());
        expect([found.month, found.quarter]).to.deep.equal([month + 1, quarter + 1]);
        expect(periodOf(found.monthPeriod)).to.deep.equal({ from: starts[month], to: starts[month + 1] });
        expect(periodOf(found.quarterPeriod)).to.deep.equal({
          from: starts[quarter * 3],
          to: starts[quarter * 3 + 3],
        });
        expect(periodOf(found.yearPeriod)).to.deep.equal({ from: starts[0], to: starts[12] });
        expect(found).to.not.have.any.keys('week', 'weeksInYear');
      }),
    );
  });

  it('fiscalDay(day, gregorian) starts in January, and names a year by its end, unless told otherwise', () => {
    const asked = dayOf('2026-03-31');
    expect(fiscalDay(asked, { kind: 'gregorian' })).to.include({ year: 2026, quarter: 1, month: 3 });
    const july = { kind: 'gregorian', fiscalYearStartMonth: 7 } as const;
    expect(fiscalDay(asked, july)).to.include({ year: 2026, quarter: 3, month: 9 });
    expect(fiscalDay(asked, { ...july, yearLabel: 'start' })).to.include({ year: 2025 });
    expect(fiscalDay(dayOf('2026-07-01'), july)).to.include({ year: 2027, quarter: 1, month: 1 });
    expect(fiscalDay(asked, { kind: 'gregorian', yearLabel: 'start' })).to.include({ year: 2026 });
  });

  it('fiscalDay(day, weeks) starts years on the weekday nearest to the 1st of the start month', () => {
    fc.assert(
      fc.property(day, weeks, (asked, kind) => {
        const { yearPeriod, year, weeksInYear } = fiscalDay(asked, kind);
        const start = new Date(yearPeriod.from * 86_400_000);
        expect(start.getUTCDay() || 7).to.equal(kind.weekday);
        const nearest = [-1, 0, 1].flatMap((off) => {
          const first =
            Date.UTC(start.getUTCFullYear() + off, (kind.fiscalYearStartMonth ?? 1) - 1) / 86_400_000;
          return Math.abs(first - yearPeriod.from) <= 3 ? [start.getUTCFullYear() + off] : [];
        });
        expect(nearest).to.have.length(1);
        const named = kind.fiscalYearStartMonth === 1 || kind.yearLabel === 'start' ? 0 : 1;
        expect(year).to.equal((nearest[0] ?? 0) + named);
        expect(weeksInYear).to.be.oneOf([52, 53]);
        expect(yearPeriod.to - yearPeriod.from).to.equal((weeksInYear ?? 0) * 7);
      }),
    );
  });

  it('fiscalDay(day, weeks) gives months the weeks of the pattern, and the 53rd to the last', () => {
    fc.assert(
      fc.property(day, weeks, (asked, kind) => {
        const { yearPeriod, weeksInYear = 0 } = fiscalDay(asked, kind);
        const lengths: number[] = [];
        for (let at = yearPeriod.from; at < yearPeriod.to;) {
          const { monthPeriod } = fiscalDay(at, kind);
          lengths.push((monthPeriod.to - monthPeriod.from) / 7);
          at = monthPeriod.to;
        }
        const expected = [0, 1, 2, 3].flatMap(() => kind.pattern);
        expected[11] = (expected[11] ?? 0) + weeksInYear - 52;
        expect(lengths).to.deep.equal(expected);
        const { week, yearPeriod: year } = fiscalDay(asked, kind);
        expect(week).to.equal(Math.floor((asked - year.from) / 7) + 1);
      }),
      { numRuns: 200 },
    );
  });

  it('fiscalPeriod(day, unit, calendar) is the period of that unit, gregorianPeriod whatever the calendar', () => {
    const asked = dayOf('2026-03-31');
    const kind: Calendar = { kind: 'weeks', pattern: [4, 4, 5], weekday: 1 };
    expect(periodOf(fiscalPeriod(asked, 'month', kind))).to.deep.equal({
      from: '2026-03-30',
      to: '2026-04-27',
    });
    expect(periodOf(fiscalPeriod(asked, 'quarter', kind))).to.deep.equal({
      from: '2026-03-30',
      to: '2026-06-29',
    });
    expect(periodOf(fiscalPeriod(asked, 'year', kind))).to.deep.equal({
      from: '2025-12-29',
      to: '2027-01-04',
    });
    expect(periodOf(gregorianPeriod(asked, 'quarter', 2))).to.deep.equal({
      from: '2026-02-01',
      to: '2026-05-01',
    });
  });

  it('isoWeek(day) counts weeks from the one with 4 January', () => {
    // By the definition: the Monday of the week with 4 January starts a year; weeks are counted on from it.
    const monday = (date: string): number => dayOf(date) - ((dayOf(date) + 3) % 7);
    for (let year = 1971; year <= 2099; year += 1) {
      const [start, end] = [monday(`${year}-01-04`), monday(`${year + 1}-01-04`)];
      for (let at = start; at < end; at += 1) {
        const { year: named, week, weekday } = isoWeek(at);
        const place = at - start;
        if (named !== year || week !== Math.floor(place / 7) + 1 || weekday !== (place % 7) + 1) {
          expect.fail(`${dateOf(at)}: ${named}-W${week}-${weekday}`);
        }
      }
    }
    expect(isoWeek(dayOf('2021-01-03'))).to.deep.equal({ year: 2020, week: 53, weekday: 7 });
    expect(isoWeek(dayOf('2025-12-29'))).to.deep.equal({ year: 2026, week: 1, weekday: 1 });
  });
});

interface Facts {
  readonly nrf_4_5_4: {
    readonly year_start: Record<string, string>;
    readonly weeks: readonly { year: number; week: number; from: string; to: string }[];
    readonly months: readonly { year: number; month: string; from: string; to: string }[];
    readonly week_of_month: readonly { date: string; week: number }[];
    readonly fiscal_month_of: readonly { date: string; month: string }[];
  };
  readonly last_saturday_of_july_years_5_4_4: {
    readonly years: readonly { start: string; end: string; weeks: number }[];
    readonly quarters_fy2004: readonly (readonly [string, string])[];
  };
  readonly month_based_fiscal_years: Record<'US_FY2021' | 'AU_FY2022', readonly [string, string]>;
}

describe('fiscal calendars that are published', () => {
  let facts: Facts;
  before(async function () {
    facts = await (await sharedData(this, 'data/fx_iso_fiscal/fiscal_calendar_facts.json')).json();
  });

  const MONTHS =
    'February March April May June July August September October November December January'.split(' ');
  const nrf: Calendar = {
    kind: 'weeks',
    pattern: [4, 5, 4],
    fiscalYearStartMonth: 2,
    weekday: 7,
    yearLabel: 'start',
  };
  /** The last day of a period, as people write it. */
  const last = ({ to }: DaySpan): string => dateOf(to - 1);

  it('fiscalDay(day, { pattern: [4, 5, 4] }) is the calendar of the National Retail Federation', () => {
    const {
      year_start: starts,
      weeks: weekFacts,
      months,
      week_of_month: places,
      fiscal_month_of: named,
    } = facts.nrf_4_5_4;
    for (const [year, start] of Object.entries(starts)) {
      expect(fiscalDay(dayOf(start), nrf)).to.include({ year: Number(year), week: 1, month: 1 });
      expect(fiscalDay(dayOf(start) - 1, nrf).year).to.equal(Number(year) - 1);
    }
    for (const { year, week, from, to } of weekFacts) {
      expect(fiscalDay(dayOf(from), nrf)).to.include({ year, week });
      expect(fiscalDay(dayOf(to), nrf)).to.include({ year, week });
      expect(fiscalDay(dayOf(to) + 1, nrf).week).to.equal(week + 1);
    }
    for (const { year, month, from, to } of months) {
      const found = fiscalDay(dayOf(from), nrf);
      expect([found.year, MONTHS[found.month - 1]]).to.deep.equal([year, month]);
      expect([dateOf(found.monthPeriod.from), last(found.monthPeriod)]).to.deep.equal([from, to]);
    }
    for (const { date, week } of places) {
      expect(Math.floor((dayOf(date) - fiscalDay(dayOf(date), nrf).monthPeriod.from) / 7) + 1).to.equal(week);
    }
    for (const { date, month } of named)
      expect(MONTHS[fiscalDay(dayOf(date), nrf).month - 1]).to.equal(month);
  });

  it('fiscalDay(day, gregorian) has the fiscal years of the United States and of Australia', () => {
    const { US_FY2021: us, AU_FY2022: australia } = facts.month_based_fiscal_years;
    for (const [year, start, period] of [
      [2021, 10, us],
      [2022, 7, australia],
    ] as const) {
      for (const date of period) {
        const found = fiscalDay(dayOf(date), { kind: 'gregorian', fiscalYearStartMonth: start });
        expect(found.year).to.equal(year);
        expect([dateOf(found.yearPeriod.from), last(found.yearPeriod)]).to.deep.equal(period);
      }
    }
  });

  it('fiscalDay(day, weeks) knows years that begin nearest to a 1st, not those that end with the last of a weekday', () => {
    const { years } = facts.last_saturday_of_july_years_5_4_4;
    const kind: Calendar = { kind: 'weeks', pattern: [5, 4, 4], fiscalYearStartMonth: 8, weekday: 7 };
    const isNear = (start: string): boolean => start.slice(5) >= '07-29';
    const ours = (date: string): string => dateOf(fiscalDay(dayOf(date), kind).yearPeriod.from);
    // A year after the last Saturday of July begins on 26 July to 1 August; the nearest Sunday to the 1st lies
    // from 29 July to 4 August. Where the two rules choose the same Sunday the calendars agree, else ours is a week later.
    for (const { start } of years) {
      expect(ours(start) === start, start).to.equal(isNear(start));
      if (!isNear(start)) expect(ours(dateOf(dayOf(start) + 7))).to.equal(dateOf(dayOf(start) + 7));
    }
    expect(years.filter(({ start }) => isNear(start)).length).to.be.within(1, years.length - 1);
  });
});
