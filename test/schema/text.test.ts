import { expect } from '@open-wc/testing';
import { isTidy, isWellFormed, MAX_TEXT, tidyText } from '@pipeline-kit/model/schema';
import fc from 'fast-check';

const anyText = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCodePoint(code)) });

/** Text can be encoded exactly when no half of a surrogate pair stands alone. */
function canBeEncoded(value: string): boolean {
  try {
    encodeURIComponent(value);
    return true;
  } catch {
    return false;
  }
}

describe('text', () => {
  it('isWellFormed(text) is true for whole pairs and false for halves', () => {
    expect(isWellFormed('')).to.equal(true);
    expect(isWellFormed('a😀')).to.equal(true);
    for (const half of ['\ud83d', '\ude00', '\ude00\ud83d', 'a\ud83db'])
      expect(isWellFormed(half)).to.equal(false);
  });

  it('isWellFormed(text) agrees with encodeURIComponent on any text', () => {
    fc.assert(fc.property(anyText, (value) => isWellFormed(value) === canBeEncoded(value)));
  });

  it('tidyText(text) is tidy, and the text itself where that was tidy', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        expect(isTidy(tidyText(value))).to.equal(true);
        expect(tidyText(value) === value).to.equal(isTidy(value));
      }),
    );
  });

  it('tidyText(text) cuts at the limit, also through a pair', () => {
    expect(tidyText('x'.repeat(MAX_TEXT + 1))).to.have.length(MAX_TEXT);
    expect(tidyText(`${'x'.repeat(MAX_TEXT - 1)}😀`).at(-1)).to.equal('\ufffd');
  });

  it('isTidy(value) is false for what is no text', () => {
    for (const value of [null, undefined, 5, {}]) expect(isTidy(value)).to.equal(false);
  });
});
