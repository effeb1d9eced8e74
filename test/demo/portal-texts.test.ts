import { expect } from '@open-wc/testing';
import { portalTexts } from '../../demo/portal-texts.js';

describe('portalTexts', () => {
  it('portalTexts has every text that the page asks for, in both languages', async () => {
    const answer = await fetch('/demo/index.html');
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const asked = [...page.querySelectorAll<HTMLElement>('[data-text], [data-label]')].map(
      ({ dataset }) => dataset['text'] ?? dataset['label'] ?? '',
    );
    expect(asked.length).to.be.above(15);
    for (const texts of Object.values(portalTexts)) {
      for (const name of asked) expect(texts, name).to.have.property(name).that.is.a('string');
    }
  });
});
