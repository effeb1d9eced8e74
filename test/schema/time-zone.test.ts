import { expect } from '@open-wc/testing';
import { dateOf, dayOf, TimeZone } from '@pipeline-kit/model/schema';
import fc from 'fast-check';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Clocks of every kind: half hours, quarter hours, changes at midnight and by half an hour, dates skipped. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/Havana',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Asia/Beirut',
  'Asia/Gaza',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Antarctica/Troll',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Kwajalein',
];

/** The date that the platform writes for an instant in a zone. */
function platformDate(timeZone: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (ms) => format.format(ms);
}

/** Instants from 1950 to 2050 at which a way to tell the day differs from the platform's. */
function misdated(name: string, dayAt: (ms: number) => number): number {
  const written = platformDate(name);
  let wrong = 0;
  // A step of 6 days and some hours passes all hours of the day and both sides of every change within weeks.
  for (let ms = Date.UTC(1950, 0); ms < Date.UTC(2050, 0); ms += 6 * DAY + 5 * HOUR + 37_000) {
    if (dateOf(dayAt(ms)) !== written(ms)) wrong += 1;
  }
  return wrong;
}

const instant: fc.Arbitrary<number> = fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2050, 0) });
const day: fc.Arbitrary<number> = fc.integer({ min: dayOf('1950-01-01'), max: dayOf('2049-12-31') });
const zone: fc.Arbitrary<string> = fc.constantFrom(...ZONES);

describe('time zones', () => {
  it('new TimeZone(name) refuses a name that nobody knows', () => {
    expect(() => new TimeZone('Europe/Atlantis')).to.throw(RangeError);
    expect(() => new TimeZone('')).to.throw(RangeError);
    expect(new TimeZone('Europe/Berlin').name).to.equal('Europe/Berlin');
  });

  for (const name of ZONES) {
    it(`TimeZone.dayOf(ms) is the date on the calendar of ${name}`, () => {
      const there = new TimeZone(name);
      expect(misdated(name, (ms) => there.dayOf(ms))).to.equal(0);
    });
  }

  it('a zone that keeps its winter offset all year is caught', () => {
    expect(misdated('Europe/Berlin', (ms) => Math.floor((ms + HOUR) / DAY))).to.be.above(50);
  });

  it('TimeZone.dayOf(ms) is exact to the millisecond around changes of the clock', () => {
    const changes: readonly [zone: string, at: number][] = [
      ['Europe/Berlin', Date.UTC(2026, 2, 29, 1)],
      ['Europe/Berlin', Date.UTC(2026, 9, 25, 1)],
      ['America/Sao_Paulo', Date.UTC(2018, 10, 4, 3)],
      ['America/Sao_Paulo', Date.UTC(2018, 1, 18, 2)],
      ['Asia/Beirut', Date.UTC(2026, 2, 28, 22)],
      ['Australia/Lord_Howe', Date.UTC(2026, 3, 4, 15)],
      ['America/St_Johns', Date.UTC(2006, 9, 29, 2, 31)],
      ['Pacific/Apia', Date.UTC(2011, 11, 30, 10)],
      ['Pacific/Kwajalein', Date.UTC(1993, 7, 21, 12)],
    ];
    for (const [name, at] of changes) {
      const there = new TimeZone(name);
      const written = platformDate(name);
      for (const around of [-DAY, -2 * HOUR, -HOUR, -1, 0, 1, HOUR - 1, HOUR, 2 * HOUR, DAY]) {
        const label = `${name} ${new Date(at + around).toISOString()}`;
        expect(dateOf(there.dayOf(at + around)), label).to.equal(written(at + around));
      }
    }
  });

  it('TimeZone.dayOf(ms) knows the days that Apia and Kwajalein skipped', () => {
    const apia = new TimeZone('Pacific/Apia');
    const before = Date.UTC(2011, 11, 30, 10);
    expect([dateOf(apia.dayOf(before - 1)), dateOf(apia.dayOf(before))]).to.deep.equal([
      '2011-12-29',
      '2011-12-31',
    ]);
    const kwajalein = new TimeZone('Pacific/Kwajalein');
    const skipped = Date.UTC(1993, 7, 21, 12);
    expect([dateOf(kwajalein.dayOf(skipped - 1)), dateOf(kwajalein.dayOf(skipped))]).to.deep.equal([
      '1993-08-20',
      '1993-08-22',
    ]);
  });

  it('TimeZone.dayOf(ms) answers the same however often and in which order it is asked', () => {
    fc.assert(
      fc.property(zone, fc.array(instant, { maxLength: 20 }), (name, asked) => {
        const there = new TimeZone(name);
        const first = asked.map((ms) => there.dayOf(ms));
        expect(asked.toReversed().map((ms) => there.dayOf(ms))).to.deep.equal(first.toReversed());
        expect(asked.map((ms) => new TimeZone(name).dayOf(ms))).to.deep.equal(first);
      }),
      { numRuns: 25 },
    );
  });

  it('TimeZone.startOf(day) is the first millisecond of the day', () => {
    fc.assert(
      fc.property(zone, day, (name, asked) => {
        const there = new TimeZone(name);
        const start = there.startOf(asked);
        expect(there.dayOf(start)).to.be.at.least(asked);
        expect(there.dayOf(start - 1)).to.be.below(asked);
      }),
      { numRuns: 500 },
    );
  });

  it('TimeZone.startOf(day) is not always midnight, and not always 24 hours after the last', () => {
    const at = (name: string, date: string): string =>
      new Date(new TimeZone(name).startOf(dayOf(date))).toISOString();
    expect(at('Europe/Berlin', '2026-03-29')).to.equal('2026-03-28T23:00:00.000Z');
    expect(at('Europe/Berlin', '2026-03-30')).to.equal('2026-03-29T22:00:00.000Z');
    // The clock goes from 23:59 to 1:00, so the day begins at one o'clock.
    expect(at('America/Sao_Paulo', '2018-11-04')).to.equal('2018-11-04T03:00:00.000Z');
    expect(at('Asia/Kathmandu', '2026-03-31')).to.equal('2026-03-30T18:15:00.000Z');
    expect(at('Pacific/Kiritimati', '2026-03-31')).to.equal('2026-03-30T10:00:00.000Z');
  });

  it('TimeZone.startOf(day) of a day that was skipped is the start of the next', () => {
    const apia = new TimeZone('Pacific/Apia');
    const start = Date.UTC(2011, 11, 30, 10);
    expect(apia.startOf(dayOf('2011-12-30'))).to.equal(start);
    expect(apia.startOf(dayOf('2011-12-31'))).to.equal(start);
    expect(apia.startOf(dayOf('2011-12-29'))).to.equal(start - DAY);
  });

  it('TimeZone.startOf(day) is the first start where the clock goes back over midnight', () => {
    // At 00:01 of 29 October 2006 the clock of St. John's went back to 23:01 of the day before.
    const there = new TimeZone('America/St_Johns');
    const day = dayOf('2006-10-29');
    let first = Number.NaN;
    for (let ms = Date.UTC(2006, 9, 28, 12); Number.isNaN(first); ms += 1000)
      if (there.dayOf(ms) === day) first = ms;
    expect(new Date(first).toISOString()).to.equal('2006-10-29T02:30:00.000Z');
    expect(there.startOf(day)).to.equal(first);
  });

  it('TimeZone.startOf(day) never goes back as days go on', () => {
    for (const name of ZONES) {
      const there = new TimeZone(name);
      for (const year of [1993, 2006, 2011, 2018, 2026]) {
        let last = -Infinity;
        for (let day = dayOf(`${year}-01-01`); day < dayOf(`${year + 1}-01-02`); day += 1) {
          const start = there.startOf(day);
          if (start < last || start > last + 2 * DAY) {
            if (last !== -Infinity) expect.fail(`${name} ${dateOf(day)}: ${new Date(start).toISOString()}`);
          }
          last = start;
        }
      }
    }
  });
});
