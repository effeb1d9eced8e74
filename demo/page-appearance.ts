import { readAppearance, writeAppearance, type Appearance } from './appearance.js';
import { portalTexts } from './portal-texts.js';

/** Makes the page look and speak as its address says, and the form change both; calls back at once and after each change. */
export function pageAppearance(
  document: Document,
  form: HTMLFormElement,
  onChange: (appearance: Appearance) => void,
): void {
  const apply = (appearance: Appearance): void => {
    const root = document.documentElement;
    root.lang = appearance.lang;
    root.dir = appearance.dir;
    root.dataset['scheme'] = appearance.scheme;
    translate(document, appearance.lang);
    for (const [name, value] of Object.entries(appearance)) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLSelectElement) field.value = value;
    }
    onChange(appearance);
  };
  form.addEventListener('change', () => {
    const asked = new URLSearchParams(
      [...form.querySelectorAll('select')].map(({ name, value }) => [name, value]),
    );
    const appearance = readAppearance(String(asked));
    const { pathname, hash } = document.location;
    document.defaultView?.history.replaceState(null, '', pathname + writeAppearance(appearance) + hash);
    apply(appearance);
  });
  apply(readAppearance(document.location.search));
}

function translate(document: Document, lang: Appearance['lang']): void {
  const texts = portalTexts[lang] as unknown as Readonly<Record<string, unknown>>;
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const text = texts[element.dataset['text'] ?? ''];
    if (typeof text === 'string') element.textContent = text;
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
    const text = texts[element.dataset['label'] ?? ''];
    if (typeof text === 'string') element.setAttribute('aria-label', text);
  }
}
