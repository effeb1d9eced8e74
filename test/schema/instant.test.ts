import { expect } from '@open-wc/testing';
import { instantMs } from '@pipeline-kit/model/schema';
import fc from 'fast-check';

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** Milliseconds from the year 1900 to 2100. */
const ms: fc.Arbitrary<number> = fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) });

/** An offset in minutes and how it may be written. */
const offset: fc.Arbitrary<readonly [minutes: number, text: string]> = fc
  .tuple(fc.constantFrom(1, -1), fc.nat(23), fc.nat(59), fc.boolean())
  .map(([sign, hours, minutes, colon]) => [
    sign * (hours * 60 + minutes),
    `${sign < 0 ? '-' : '+'}${pad(hours)}${colon ? ':' : ''}${pad(minutes)}`,
  ]);

describe('instants', () => {
  it('instantMs(text) reads what the platform writes', () => {
    fc.assert(
      fc.property(ms, (at) => {
        const text = new Date(at).toISOString();
        expect(instantMs(text)).to.equal(at);
        expect(instantMs(`${text.slice(0, 19)}Z`)).to.equal(Math.floor(at / 1000) * 1000);
      }),
    );
  });

  it('instantMs(text) takes an offset off, whichever way it is written', () => {
    fc.assert(
      fc.property(ms, offset, (at, [minutes, written]) => {
        const local = new Date(at + minutes * 60_000).toISOString().slice(0, -1);
        expect(instantMs(local + written)).to.equal(at);
      }),
    );
    const noon = Date.UTC(2026, 2, 31, 12);
    for (const text of [
      '14:00:00+02:00',
      '14:00:00+0200',
      '14:00+02',
      '06:30:00-05:30',
      '12:00Z',
      '12:00:00z',
    ]) {
      expect(instantMs(`2026-03-31T${text}`), text).to.equal(noon);
    }
    expect(instantMs('2026-03-31t12:00:00z')).to.equal(noon);
    expect(instantMs('2026-03-31 12:00:00Z')).to.equal(noon);
  });

  it('instantMs(text) keeps milliseconds and cuts off what is finer', () => {
    const second = Date.UTC(2026, 2, 31, 12, 0, 1);
    const fractions: Record<string, number> = {
      '.5': 500,
      '.05': 50,
      ',25': 250,
      '.999': 999,
      '.9999999': 999,
    };
    for (const [fraction, more] of Object.entries(fractions)) {
      expect(instantMs(`2026-03-31T12:00:01${fraction}Z`), fraction).to.equal(second + more);
    }
  });

  it('instantMs(text) takes 24:00 for the start of the next day, and a leap second for the next', () => {
    expect(instantMs('2026-03-31T24:00:00Z')).to.equal(Date.UTC(2026, 3, 1));
    expect(instantMs('2016-12-31T23:59:60Z')).to.equal(Date.UTC(2017, 0, 1));
  });

  it('instantMs(text) is null for a time without a zone: it would be the reader’s own', () => {
    for (const text of ['2026-03-31T12:00:00', '2026-03-31T12:00:00.000', '2026-03-31 12:00', '2026-03-31']) {
      expect(instantMs(text), text).to.equal(null);
    }
  });

  it('instantMs(text) is null for what is no instant', () => {
    for (const text of [
      '',
      'now',
      '2026-02-30T12:00:00Z',
      '2026-13-01T12:00:00Z',
      '2026-00-01T12:00:00Z',
      '2026-03-31T25:00:00Z',
      '2026-03-31T24:00:01Z',
      '2026-03-31T24:01:00Z',
      '2026-03-31T12:60:00Z',
      '2026-03-31T12:00:61Z',
      '2026-03-31T12Z',
      '2026-03-31T1:00:00Z',
      '2026-03-31T12:00:00.Z',
      '2026-03-31T12:00:00+24:00',
      '2026-03-31T12:00:00+02:60',
      '2026-03-31T12:00:00 Z',
      '2026-03-31T12:00:00Z ',
      ' 2026-03-31T12:00:00Z',
      '2026-03-31T12:00:00ZZ',
      '2026-03-31T12:00:0xZ',
      '2026-03-31T12:00:00.12xZ',
      '+002026-03-31T12:00:00Z',
      'Tue, 31 Mar 2026 12:00:00 GMT',
      '1774958400000',
    ]) {
      expect(instantMs(text), text).to.equal(null);
    }
  });
});
