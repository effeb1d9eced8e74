import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { label } from '../../../packages/elements/src/strict/label.js';

describe('label(text, limit)', () => {
  it('is the text where there is nothing wrong with it', () => {
    expect(label('Zürich: <b>Gate & Söhne</b> 株式会社 ✓')).to.equal(
      'Zürich: <b>Gate & Söhne</b> 株式会社 ✓',
    );
  });

  it('replaces what turns the writing around or hides it, and half characters', () => {
    expect(label('a\u202eb\u2066c\u0000d\u0085e\ud800f')).to.equal('a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf');
  });

  it('ends in an ellipsis where it is longer than the limit', () => {
    expect(label('x'.repeat(400)))
      .to.have.length(300)
      .and.match(/x…$/);
    expect(label('abcdef', 4)).to.equal('abc…');
  });

  it('can always be written into an address and a file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0xd800, max: 0xdfff }), (text, half) => {
        const shown = label(`${text}${String.fromCharCode(half)}`);
        expect(encodeURIComponent(shown)).to.be.a('string');
      }),
      { numRuns: 2000 },
    );
  });
});
