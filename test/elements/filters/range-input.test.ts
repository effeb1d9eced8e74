import { expect } from '@open-wc/testing';
import { clauseOf, inputOf, type InputScale } from '../../../packages/elements/src/filters/range-input.js';

const euros: InputScale = { kind: 'amount', currency: 'EUR' };
const yen: InputScale = { kind: 'amount', currency: 'JPY' };
const days: InputScale = { kind: 'date', currency: 'EUR' };
const numbers: InputScale = { kind: 'number', currency: 'EUR' };

describe('clauseOf(field, input, scale)', () => {
  it('reads amounts in the currency, as minor units', () => {
    expect(clauseOf('amount', { from: '20000', to: '200000.5' }, euros)).to.deep.equal({
      field: 'amount',
      from: 2_000_000,
      to: 20_000_050,
    });
    expect(clauseOf('amount', { from: '20000', to: '' }, yen)).to.deep.equal({
      field: 'amount',
      from: 20_000,
    });
    // 0.1 + 0.2 and the like leave no fraction of a cent.
    expect(clauseOf('amount', { from: '1.005', to: '' }, euros)).to.deep.equal({
      field: 'amount',
      from: 100,
    });
  });

  it('reads dates with the last day in them', () => {
    expect(clauseOf('closeDate', { from: '2026-04-01', to: '2026-06-30' }, days)).to.deep.equal({
      field: 'closeDate',
      from: '2026-04-01',
      to: '2026-07-01',
    });
    expect(clauseOf('closeDate', { from: '2026-04-01', to: '2026-04-01' }, days)).to.deep.equal({
      field: 'closeDate',
      from: '2026-04-01',
      to: '2026-04-02',
    });
  });

  it('takes 0 for a bound, and nothing for none', () => {
    expect(clauseOf('attributes.seats', { from: '0', to: ' ' }, numbers)).to.deep.equal({
      field: 'attributes.seats',
      from: 0,
    });
    expect(clauseOf('amount', { from: '', to: '' }, euros)).to.equal(null);
    expect(clauseOf('closeDate', { from: '2026-13-01', to: 'soon' }, days)).to.equal(null);
  });

  it('says backwards where nothing can lie between', () => {
    expect(clauseOf('amount', { from: '5', to: '5' }, euros)).to.equal('backwards');
    expect(clauseOf('closeDate', { from: '2026-04-02', to: '2026-04-01' }, days)).to.equal('backwards');
  });
});

describe('inputOf(clause, scale)', () => {
  it('writes what clauseOf read', () => {
    for (const [scale, input] of [
      [euros, { from: '20000', to: '200000.5' }],
      [yen, { from: '', to: '300' }],
      [days, { from: '2026-04-01', to: '2026-06-30' }],
      [numbers, { from: '-1.5', to: '0' }],
    ] as const) {
      const clause = clauseOf('amount', input, scale);
      if (clause === null || clause === 'backwards') throw new Error('no clause');
      expect(inputOf(clause, scale)).to.deep.equal(input);
    }
  });

  it('writes nothing of a clause that is no range', () => {
    expect(inputOf({ field: 'stage', in: ['s1'] }, numbers)).to.deep.equal({ from: '', to: '' });
    expect(inputOf(null, numbers)).to.deep.equal({ from: '', to: '' });
  });
});
