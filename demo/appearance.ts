/** How the page looks and speaks, as its address says: `?lang=de&scheme=dark&dir=rtl`. */
export interface Appearance {
  readonly lang: 'en' | 'de';
  readonly scheme: 'auto' | 'light' | 'dark';
  readonly dir: 'ltr' | 'rtl';
}

const choices: { readonly [K in keyof Appearance]: readonly Appearance[K][] } = {
  lang: ['en', 'de'],
  scheme: ['auto', 'light', 'dark'],
  dir: ['ltr', 'rtl'],
};

/** What the query asks for; anything it does not know falls back to the first choice. */
export function readAppearance(query: string): Appearance {
  const asked = new URLSearchParams(query);
  return { lang: chosen('lang', asked), scheme: chosen('scheme', asked), dir: chosen('dir', asked) };
}

/** The shortest query that `readAppearance` reads as this. */
export function writeAppearance(appearance: Appearance): string {
  const query = new URLSearchParams();
  for (const [name, [fallback]] of Object.entries(choices)) {
    const value = appearance[name as keyof Appearance];
    if (value !== fallback) query.set(name, value);
  }
  return query.size > 0 ? `?${query}` : '';
}

function chosen<K extends keyof Appearance>(name: K, asked: URLSearchParams): Appearance[K] {
  return choices[name].find((choice) => choice === asked.get(name)) ?? choices[name][0]!;
}
