import { expect } from '@open-wc/testing';
import { readAppearance, writeAppearance } from '../../demo/appearance.js';

describe('appearance', () => {
  it('readAppearance(query) has the expected defaults', () => {
    expect(readAppearance('')).to.deep.equal({ lang: 'en', scheme: 'auto', dir: 'ltr' });
  });

  it('readAppearance(query) falls back for what it does not know', () => {
    expect(readAppearance('?lang=xx&scheme=<script>&dir=rtl')).to.deep.equal({
      lang: 'en',
      scheme: 'auto',
      dir: 'rtl',
    });
  });

  it('writeAppearance(appearance) leaves out the defaults and is read back', () => {
    expect(writeAppearance(readAppearance(''))).to.equal('');
    const appearance = { lang: 'de', scheme: 'dark', dir: 'rtl' } as const;
    expect(readAppearance(writeAppearance(appearance))).to.deep.equal(appearance);
  });
});
