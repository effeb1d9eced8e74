import { expect } from '@open-wc/testing';
import {
  decimalFraction,
  MAX_AMOUNT,
  minorDigits,
  timesFraction,
  type Fraction,
} from '@pipeline-kit/model/schema';
import fc from 'fast-check';
import { sharedData } from '../support/shared-data.js';

const decimal = (text: string): Fraction => decimalFraction(text) ?? expect.fail(`no decimal: ${text}`);

/** A rate as people write it: up to six digits before and eight after the point. */
const rateText: fc.Arbitrary<string> = fc
  .tuple(fc.nat(999_999), fc.nat(99_999_999))
  .filter(([whole, decimals]) => whole > 0 || decimals > 0)
  .map(([whole, decimals]) => `${whole}.${String(decimals).padStart(8, '0')}`);

const amount: fc.Arbitrary<number> = fc.integer({ min: -MAX_AMOUNT, max: MAX_AMOUNT });

/**
 * Whether `product` is amount × rate rounded to the nearest whole number, halves away from zero: the
 * definition itself, in whole numbers, and no way to compute it.
 */
function isRounded(amount: number, { num, den }: Fraction, product: number): boolean {
  const exact = BigInt(amount) * num;
  const error = 2n * (BigInt(product) * den - exact);
  const size = error < 0n ? -error : error;
  if (size < den) return true;
  return size === den && (exact > 0n ? error > 0n : error < 0n);
}

/** Rates and amounts for which a way to multiply is not rounded as it should be. */
function misrounded(multiply: (amount: number, rate: string) => number): string[] {
  const found: string[] = [];
  for (let cents = 1; cents <= 2001; cents += 2) {
    for (const rate of ['0.5', '1.005', '1.0950', '1.125', '0.0005']) {
      for (const amount of [cents, cents * 100, cents * 1000 + 300]) {
        if (!isRounded(amount, decimal(rate), multiply(amount, rate))) found.push(`${amount} × ${rate}`);
      }
    }
  }
  return found;
}

describe('money', () => {
  it('minorDigits(currency) is the exponent of ISO 4217: 0, 2 or 3', () => {
    const none = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ');
    const three = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');
    for (const code of none) expect(minorDigits(code), code).to.equal(0);
    for (const code of three) expect(minorDigits(code), code).to.equal(3);
    for (const code of ['EUR', 'USD', 'CHF', 'GBP', 'XXX', 'ABC']) expect(minorDigits(code)).to.equal(2);
  });

  it('minorDigits(currency) agrees with the published list, but for two that count in ten-thousandths', async function () {
    const text = await (await sharedData(this, 'data/fx_iso_fiscal/iso4217_codes-all.csv')).text();
    const differing = new Set<string>();
    let compared = 0;
    for (const line of text.split('\n').slice(1)) {
      // The columns from the right, as names of countries hold commas: code, number, exponent, withdrawn.
      const [, code = '', digits = '', withdrawn = ''] =
        /([A-Z]{3}),\d*,([^,]*),([^,]*)\r?$/.exec(line) ?? [];
      if (code === '' || withdrawn !== '' || !/^\d$/.test(digits)) continue;
      compared += 1;
      if (minorDigits(code) !== Number(digits)) differing.add(`${code} ${digits}`);
    }
    expect(compared).to.be.above(200);
    // CLF and UYW are units of account, in no one's pipeline; METRICS.md lists exponents 0 and 3 alone.
    expect([...differing].sort()).to.deep.equal(['CLF 4', 'UYW 4']);
  });

  it('decimalFraction(text) is the exact fraction of a positive decimal', () => {
    expect(decimalFraction('1.0950')).to.deep.equal({ num: 10_950n, den: 10_000n });
    expect(decimalFraction('157')).to.deep.equal({ num: 157n, den: 1n });
    expect(decimalFraction('0.000000000000000000000000000001')?.den).to.equal(10n ** 30n);
  });

  it('decimalFraction(text) is null for what is no positive decimal', () => {
    for (const text of [
      '',
      '0',
      '0.000',
      '-1.1',
      '+1.1',
      '1,1',
      '1e3',
      '.5',
      '1.',
      '1.1.1',
      'NaN',
      '0x10',
      '١',
    ]) {
      expect(decimalFraction(text), text).to.equal(null);
    }
  });

  it('timesFraction(amount, rate) is exact: 10,003.00 × 1.0950 is 10,953.29, not .28', () => {
    expect(timesFraction(1_000_300, decimal('1.0950'))).to.equal(1_095_329);
    expect(timesFraction(-1_000_300, decimal('1.0950'))).to.equal(-1_095_329);
  });

  it('timesFraction(amount, rate) rounds halves away from zero', () => {
    expect([1, 3, 5, -1, -3, -5].map((n) => timesFraction(n, decimal('0.5')))).to.deep.equal([
      1, 2, 3, -1, -2, -3,
    ]);
    expect(misrounded((n, rate) => timesFraction(n, decimal(rate)))).to.deep.equal([]);
  });

  it('multiplying as doubles is caught where it rounds a half the wrong way', () => {
    expect(misrounded((n, rate) => Math.round(n * Number(rate)))).to.include('300 × 1.005');
    expect(misrounded((n, rate) => Math.round(n * Number(rate)))).to.have.length.above(10);
  });

  it('timesFraction(amount, rate) is the nearest whole number for any amount and rate', () => {
    fc.assert(
      fc.property(amount, rateText, (n, rate) => {
        const product = timesFraction(n, decimal(rate));
        // Beyond 2^53 a number cannot hold every whole number; the engine refuses such sums.
        fc.pre(Number.isSafeInteger(product));
        expect(isRounded(n, decimal(rate), product)).to.equal(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('timesFraction(−amount, rate) is −timesFraction(amount, rate), and never −0', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), rateText, (n, rate) => {
        const [up, down] = [timesFraction(n, decimal(rate)), timesFraction(-n, decimal(rate))];
        expect(up + down).to.equal(0);
        expect(Object.is(down, -0)).to.equal(false);
      }),
    );
    expect(Object.is(timesFraction(-1, decimal('0.1')), 0)).to.equal(true);
  });
});
