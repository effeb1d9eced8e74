import { expect } from '@open-wc/testing';
import type { DateStyle } from '@pipeline-kit/model/schema';
import { readDate } from '../../packages/sources/src/read-date.js';
import { zonedTime } from '../../packages/sources/src/zoned-time.js';

/** A day as itself, a moment in ISO. */
const read = (value: unknown, style?: DateStyle, zone?: string): string | null => {
  const date = readDate(value, style, zone);
  return date && (date.day ?? new Date(date.ms).toISOString());
};

describe('readDate(value, style)', () => {
  it('reads days and moments of ISO 8601, also as vendors write them', () => {
    expect(read('2026-03-04')).to.equal('2026-03-04');
    expect(read('20260304')).to.equal('2026-03-04');
    expect(read('2026-03-04T10:15:00Z')).to.equal('2026-03-04T10:15:00.000Z');
    expect(read('2021-05-27T13:59:29.000+0000')).to.equal('2021-05-27T13:59:29.000Z');
    expect(read('2026-03-04T10:15:00.5+01:00')).to.equal('2026-03-04T09:15:00.500Z');
    expect(read('2026-03-04 10:15 -05')).to.equal('2026-03-04T15:15:00.000Z');
  });

  it('keeps the day as written of a time without an offset, and drops the hour', () => {
    expect(read('2026-07-28 23:05:56')).to.equal('2026-07-28');
    expect(read('2020-12-30 3:15:52')).to.equal('2020-12-30');
  });

  it('reads a time without an offset in the zone that is declared', () => {
    expect(read('2026-07-28 08:05:56', 'iso', 'UTC')).to.equal('2026-07-28T08:05:56.000Z');
    expect(read('2026-07-28 08:05:56', 'iso', 'Europe/Berlin')).to.equal('2026-07-28T06:05:56.000Z');
  });

  it('reads day and month in the order of the style, two digits of a year as 1970 to 2069', () => {
    expect(read('03/04/2026', 'mdy')).to.equal('2026-03-04');
    expect(read('03/04/2026', 'dmy')).to.equal('2026-04-03');
    expect(read('4.3.26', 'dmy')).to.equal('2026-03-04');
    expect(read('4. 3. 2026', 'dmy')).to.equal('2026-03-04');
    expect(read('26/03/04', 'ymd')).to.equal('2026-03-04');
    expect(read('02/03/69', 'mdy')).to.equal('2069-02-03');
    expect(read('02/03/70', 'mdy')).to.equal('1970-02-03');
    expect(read('02/23/26 08:55 PM', 'mdy', 'UTC')).to.equal('2026-02-23T20:55:00.000Z');
    expect(read('02/23/26 12:05 am', 'mdy', 'UTC')).to.equal('2026-02-23T00:05:00.000Z');
  });

  it('is null for numbers with slashes when no order is declared', () => {
    expect(read('03/04/2026')).to.equal(null);
  });

  it('reads year-first dates and months by name in every style', () => {
    for (const style of ['iso', 'dmy', 'mdy', 'epoch-ms'] as const) {
      expect(read('2026/03/04', style)).to.equal('2026-03-04');
      expect(read('2026年3月4日', style)).to.equal('2026-03-04');
      expect(read('4-Mar-26', style)).to.equal('2026-03-04');
      expect(read('March 4, 2026', style)).to.equal('2026-03-04');
      expect(read('4. März 2026', style)).to.equal('2026-03-04');
      expect(read('4 de março de 2026', style)).to.equal('2026-03-04');
      expect(read('4 août 2026', style)).to.equal('2026-08-04');
      expect(read('4 dic 2026', style)).to.equal('2026-12-04');
    }
  });

  it('is null for words that are no month or could be two', () => {
    expect(read('4 Marketing 2026')).to.equal(null);
    expect(read('4 jui 2026')).to.equal(null);
  });

  it('reads counts by declaration alone', () => {
    expect(read('1572480000000', 'epoch-ms')).to.equal('2019-10-31T00:00:00.000Z');
    expect(read(1572480000, 'epoch-s')).to.equal('2019-10-31T00:00:00.000Z');
    expect(read('46085', 'serial')).to.equal('2026-03-04');
    expect(read(46085.75, 'serial')).to.equal('2026-03-04');
    expect(read('1572480000000')).to.equal(null);
    expect(read(1572480000)).to.equal(null);
  });

  it('takes a Date as the moment it is', () => {
    expect(read(new Date('2026-03-04T10:00:00Z'))).to.equal('2026-03-04T10:00:00.000Z');
    expect(read(new Date(Number.NaN))).to.equal(null);
  });

  it('is null for days that do not exist, stray years and what is no date', () => {
    const none = [
      '2026-02-29',
      '2026-13-01',
      '13/13/2026',
      '9999-12-31',
      '0001-01-01',
      '',
      'soon',
      '2026-03-04T25:00Z',
      '2026',
      true,
      null,
      {},
    ];
    for (const value of none) expect(read(value, 'mdy'), JSON.stringify(value)).to.equal(null);
    expect(read('9'.repeat(1000))).to.equal(null);
  });
});

describe('zonedTime(wall, zone)', () => {
  const at = (wall: string, zone: string): string =>
    new Date(zonedTime(Date.parse(`${wall}Z`), zone)).toISOString();

  it('is the moment at which clocks there show that time', () => {
    expect(at('2026-01-15T12:00:00', 'Asia/Tokyo')).to.equal('2026-01-15T03:00:00.000Z');
    expect(at('2026-07-15T12:00:00', 'America/New_York')).to.equal('2026-07-15T16:00:00.000Z');
  });

  it('takes the first of a time that occurs twice, and moves a skipped one forward', () => {
    expect(at('2026-10-25T02:30:00', 'Europe/Berlin')).to.equal('2026-10-25T00:30:00.000Z');
    expect(at('2026-03-29T02:30:00', 'Europe/Berlin')).to.equal('2026-03-29T01:30:00.000Z');
    expect(at('2026-10-25T12:00:00', 'Europe/Berlin')).to.equal('2026-10-25T11:00:00.000Z');
  });

  it('throws a RangeError for a zone that does not exist', () => {
    expect(() => zonedTime(0, 'Mars/Olympus')).to.throw(RangeError);
  });
});
