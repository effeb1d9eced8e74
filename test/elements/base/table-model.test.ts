import { expect } from '@open-wc/testing';
import { moneyCell } from '../../../packages/elements/src/base/table-model.js';
import { formatFor } from '../../../packages/elements/src/messages/format.js';

describe('table cells', () => {
  it('moneyCell(minor, format) is read in full and exported in units of the currency, not in minor ones', () => {
    expect(moneyCell(124_830_050, formatFor('en', 'EUR'))).to.deep.equal({
      text: '€1,248,300.50',
      value: 1_248_300.5,
    });
    expect(moneyCell(1248, formatFor('en', 'JPY')).value).to.equal(1248);
    expect(moneyCell(1248, formatFor('en', 'KWD')).value).to.equal(1.248);
    expect(moneyCell(null, formatFor('en', 'EUR'))).to.deep.equal({ text: '–', value: null });
  });
});
