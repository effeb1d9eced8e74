import { expect } from '@open-wc/testing';
import { yearsUpTo } from '../../demo/years.js';

describe('yearsUpTo', () => {
  it('yearsUpTo(day) ends with the day and begins a year before the next one', () => {
    expect(yearsUpTo('2026-05-20')).to.deep.equal({
      last: { from: '2025-05-21', to: '2026-05-21' },
      before: { from: '2024-05-21', to: '2025-05-21' },
    });
  });

  it('yearsUpTo(day) has no gap around a leap day', () => {
    const { last, before } = yearsUpTo('2024-02-28');
    expect(last).to.deep.equal({ from: '2023-03-01', to: '2024-02-29' });
    expect(before).to.deep.equal({ from: '2022-03-01', to: '2023-03-01' });
  });
});
