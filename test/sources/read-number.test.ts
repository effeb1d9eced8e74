import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { NumberStyle } from '@pipeline-kit/model/schema';
import { minorAmount } from '../../packages/sources/src/minor-amount.js';
import { readNumber, toNumber } from '../../packages/sources/src/read-number.js';

const number = (value: unknown, style?: NumberStyle): number | null => {
  const read = readNumber(value, style);
  return read && toNumber(read.decimal);
};

describe('readNumber(value, style)', () => {
  it('reads plain decimals and powers of ten', () => {
    expect(
      ['50000', '50000.5', '5e4', '-3', '+7', '.5', '5.', ' 12 '].map((text) => number(text)),
    ).to.deep.equal([50000, 50000.5, 50000, -3, 7, 0.5, 5, 12]);
    expect([0, 1.5, -2e-7].map((value) => number(value))).to.deep.equal([0, 1.5, -2e-7]);
  });

  it('is null, never 0, for what is no number', () => {
    const none = [
      '',
      ' ',
      'n/a',
      '12,5',
      '1,234',
      '1 2',
      '--1',
      '1e999',
      'Infinity',
      'NaN',
      '0x10',
      '1.2.3',
      '5 apples',
      'abc 5',
    ];
    for (const value of [...none, null, undefined, true, {}, [], Number.NaN, Infinity]) {
      expect(number(value), JSON.stringify(value)).to.equal(null);
    }
  });

  it('reads thousands by points or commas as the style says', () => {
    expect(number('1,234,567.89', 'point')).to.equal(1234567.89);
    expect(number('1.234.567,89', 'comma')).to.equal(1234567.89);
    expect(number('1.234', 'comma')).to.equal(1234);
    expect(number('1.234', 'point')).to.equal(1.234);
    expect(number('1,234', 'point')).to.equal(1234);
    expect(number('1,234', 'comma')).to.equal(1.234);
    expect(number('12,34,567', 'point')).to.equal(1234567);
    expect(number('1 234,50', 'comma')).to.equal(1234.5);
    expect(number('1\u202F234.50', 'point')).to.equal(1234.5);
    expect(number('1’234.50', 'point')).to.equal(1234.5);
  });

  it('is null for groups that are none', () => {
    for (const text of ['1,23', '1,2345', '12,3456', '1,234 567', '0,750'])
      expect(number(text, 'point'), text).to.equal(null);
    for (const text of ['1.23', '0.750', '1.234.5', '12.5'])
      expect(number(text, 'comma'), text).to.equal(null);
  });

  it('takes the currency beside a number and says which', () => {
    expect(readNumber('€ 1.234,50', 'comma')).to.deep.include({ currency: 'EUR' });
    expect(number('€ 1.234,50', 'comma')).to.equal(1234.5);
    expect(readNumber('1,200 USD', 'point')?.currency).to.equal('USD');
    expect(readNumber('CHF 12')?.currency).to.equal('CHF');
    expect(readNumber('-£5')?.currency).to.equal('GBP');
    expect(number('-£5')).to.equal(-5);
  });

  it('reads a sign of several countries as money of none', () => {
    expect(readNumber('$1,200.50', 'point')).to.deep.include({ currency: null });
    expect(number('$1,200.50', 'point')).to.equal(1200.5);
    expect(number('¥500')).to.equal(500);
    expect(number('500 kr')).to.equal(500);
  });

  it("reads an accountant's brackets as minus, a percent sign as such, and full-width digits", () => {
    expect(number('(1,234.00)', 'point')).to.equal(-1234);
    expect(readNumber('60 %')).to.deep.include({ percent: true });
    expect(number('１２３')).to.equal(123);
  });
});

describe('minorAmount(decimal, currency)', () => {
  const minor = (
    text: string | number,
    currency: string,
    unit?: 'major' | 'minor' | 'micros',
  ): number | null => {
    const read = readNumber(text);
    return read && minorAmount(read.decimal, currency, unit);
  };

  it('counts in the minor units of the currency', () => {
    expect(minor('119373.34', 'USD')).to.equal(11937334);
    expect(minor('1200', 'JPY')).to.equal(1200);
    expect(minor('1.234', 'KWD')).to.equal(1234);
  });

  it('rounds halves away from zero, exactly where binary fractions would not', () => {
    expect(minor('1.005', 'EUR')).to.equal(101);
    expect(minor('-1.005', 'EUR')).to.equal(-101);
    expect(minor('1.00499999999999999999', 'EUR')).to.equal(100);
    expect(minor(0.1 + 0.2, 'EUR')).to.equal(30);
    expect(minor('8.2', 'EUR')).to.equal(820);
  });

  it('reads minor units and micros by declaration', () => {
    expect(minor('12345', 'EUR', 'minor')).to.equal(12345);
    expect(minor('50000000000', 'USD', 'micros')).to.equal(5000000);
  });

  it('is null beyond what is counted exactly', () => {
    expect(minor('1000000000000.00', 'EUR')).to.equal(100_000_000_000_000);
    expect(minor('1000000000000.01', 'EUR')).to.equal(null);
    expect(minor('1e99', 'EUR')).to.equal(null);
    expect(minor('1e-99', 'EUR')).to.equal(0);
  });

  it('agrees with cents written as text', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (cents) => {
        const text = `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
        // Minus zero is no amount of its own.
        expect(minor(text, 'EUR')).to.equal(cents === 0 ? 0 : cents);
      }),
    );
  });
});
