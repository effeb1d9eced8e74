import { expect } from '@open-wc/testing';
import { describe as describeValue, pathText, quote } from '../../packages/model/src/schema/explain.js';

describe('the words of issues', () => {
  it('describe(value) says in a few words what was found', () => {
    const found: readonly [unknown, string][] = [
      [undefined, 'nothing'],
      [null, 'null'],
      ['12,5', '"12,5"'],
      ['', '""'],
      [Number.NaN, 'NaN'],
      [5e-324, '5e-324'],
      [10n, '10'],
      [false, 'false'],
      [[1], 'an array'],
      [{ toString: 1 }, 'an object'],
      [Symbol('x'), 'a symbol'],
      [() => {}, 'a function'],
    ];
    for (const [value, words] of found) expect(describeValue(value)).to.equal(words);
  });

  it('quote(text) cuts what is long and escapes what cannot be shown', () => {
    expect(quote('x'.repeat(100))).to.equal(`"${'x'.repeat(60)}"…`);
    expect(quote('a"\n\ud800')).to.equal('"a\\"\\n\\ud800"');
  });

  it('pathText(path) writes a path as one would in code', () => {
    expect(pathText([])).to.equal('');
    expect(pathText(['opportunities', 4, 'history', 2, 'set'])).to.equal('opportunities[4].history[2].set');
    expect(pathText([0, 'field'])).to.equal('[0].field');
    expect(pathText(['attributes', 'a "b" | c'])).to.equal('attributes["a \\"b\\" | c"]');
    expect(pathText(['attributes', 'x'.repeat(90)])).to.have.length.below(75);
  });
});
