import { expect } from '@open-wc/testing';
import { formatsFor } from '../../packages/charts/src/formats.js';

const plain = (text: string): string =>
  text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll(/[\u200e\u200f]/g, '');

describe('formatsFor', () => {
  it('formatsFor(locale, currency).money(minor) is compact with three significant digits', () => {
    const { money } = formatsFor('en-GB', 'EUR');
    expect([124_830_000, 35_240_000, 9_680_000, 1_700_000_000].map((minor) => money(minor))).to.deep.equal([
      '€1.25m',
      '€352k',
      '€96.8k',
      '€17.0m',
    ]);
    expect(money(240_000_000, 2)).to.equal('€2.4m');
    const german = formatsFor('de', 'EUR').money;
    expect([124_830_000, 35_240_000].map((minor) => plain(german(minor)))).to.deep.equal([
      '1,25 Mio. €',
      '352.000 €',
    ]);
  });

  it('formatsFor(locale, currency).money(minor) below a thousand is whole, and zero is zero', () => {
    const { money } = formatsFor('en-GB', 'EUR');
    expect([0, 4_249, 99_900, 42].map((minor) => money(minor))).to.deep.equal(['€0', '€42', '€999', '€0.42']);
  });

  it('formatsFor(locale, currency) reads minor units by the currency', () => {
    expect(plain(formatsFor('en', 'JPY').fullMoney(1234))).to.equal('¥1,234');
    expect(plain(formatsFor('en', 'KWD').fullMoney(1234))).to.equal('KWD 1.234');
    expect(plain(formatsFor('en', 'IQD').fullMoney(1234))).to.equal('IQD 1.234');
  });

  it('formatsFor(locale, no currency) writes plain numbers', () => {
    const { money, moneyTick, fullMoney } = formatsFor('en-GB', 'XXX');
    expect([money(280_000_000), money(42_000), moneyTick(5_000_000), fullMoney(280_000_050)]).to.deep.equal([
      '2.80m',
      '420',
      '50k',
      '2,800,000.50',
    ]);
  });

  it('formatsFor(locale).percent(rate, n) has a decimal only above ten thousand', () => {
    const { percent } = formatsFor('en');
    expect([percent(0.5757, 297), percent(0.5757, 10_000), percent(0.5757, 10_001)]).to.deep.equal([
      '58%',
      '58%',
      '57.6%',
    ]);
    expect(plain(formatsFor('de').percent(0.58))).to.equal('58 %');
  });

  it('formatsFor(locale).percentRange(lo, hi) says the sign once, on the side of the language', () => {
    expect(formatsFor('en').percentRange(0.116, 0.249)).to.equal('12–25%');
    expect(plain(formatsFor('de').percentRange(0.116, 0.249))).to.equal('12–25 %');
    expect(plain(formatsFor('tr').percentRange(0.116, 0.249))).to.equal('%12–25');
    expect(formatsFor('en').percentRange(0.251, 0.249)).to.equal('25%');
  });

  it('formatsFor(locale) writes points, ratios and counts', () => {
    const { points, ratio, count } = formatsFor('en');
    expect([points(-0.152), ratio(2.36), count(1236)]).to.deep.equal(['15', '2.4×', '1,236']);
  });

  it('formatsFor(locale, currency) is built once', () => {
    expect(formatsFor('en', 'EUR')).to.equal(formatsFor('en', 'EUR'));
    expect(formatsFor('en', 'EUR')).to.not.equal(formatsFor('en', 'USD'));
  });
});
