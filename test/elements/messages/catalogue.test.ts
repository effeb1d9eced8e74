import { expect } from '@open-wc/testing';
import { setMessages, textsFor } from '@pipeline-kit/elements';

const sources = import.meta.glob<string>('../../../packages/elements/src/**/*.ts', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** Every sentence of a catalogue by its path, `funnel.fell`. */
function sentences(language: string): Map<string, unknown> {
  const { locale: _locale, format: _format, ...groups } = textsFor(language, 'EUR');
  const found = new Map<string, unknown>();
  const walk = (path: string, value: unknown): void => {
    if (value && typeof value === 'object')
      for (const [key, inner] of Object.entries(value)) walk(`${path}.${key}`, inner);
    else found.set(path, value);
  };
  for (const [name, group] of Object.entries(groups)) walk(name, group);
  return found;
}

describe('the catalogues', () => {
  it('English and German hold the same sentences', () => {
    expect([...sentences('de').keys()]).to.deep.equal([...sentences('en').keys()]);
  });

  it('say something in every sentence, for none, one and many', () => {
    const step = { from: 'Proposal', to: 'Pilot', rate: '58%', num: '171', den: '297' };
    for (const language of ['en', 'de']) {
      for (const [path, sentence] of sentences(language)) {
        for (const count of [0, 1, 7]) {
          const said =
            typeof sentence === 'function'
              ? (sentence as (...args: unknown[]) => string)(...argumentsOf(path, sentence, count, step))
              : sentence;
          if (path.endsWith('interval') && said === '') continue;
          expect(said, `${language} ${path}`)
            .to.be.a('string')
            .and.not.match(/undefined|NaN|\[object|^$/);
        }
      }
    }
  });

  it('are used: every sentence is named by some widget', () => {
    const code = Object.entries(sources)
      .filter(([path]) => !path.includes('/messages/'))
      .map(([, text]) => text)
      .join('\n');
    const charts = /^funnel\.chart\./;
    const unused = [...sentences('en').keys()].filter((path) => {
      if (charts.test(path)) return false;
      const [group = '', name = ''] = path.split('.');
      return !new RegExp(`\\b${name}\\b`).test(code) || group === '';
    });
    expect(unused).to.deep.equal([]);
    expect(/\bnoSuchSentence\b/.test(code)).to.equal(false);
  });
});

/** Arguments of the right kind for a sentence: steps for what speaks of a step, else a number or a word. */
function argumentsOf(path: string, sentence: unknown, count: number, step: object): unknown[] {
  const name = path.split('.').at(-1) ?? '';
  const text = String(sentence);
  const first = /^\(?\s*(\{|\w+)/.exec(text)?.[1] ?? '';
  if (name === 'field' || name === 'column') return ['stage'];
  if (name === 'movedOnPrior') return [step, step];
  if (first === '{') return [step, '15'];
  const isNumber = /count|floor|num\b|shown|seconds/;
  const names =
    /^\(?([^)=]*)\)?\s*=>/
      .exec(text)?.[1]
      ?.split(',')
      .map((one) => one.trim()) ?? [];
  return names.map((one) =>
    one === 'isFiltered'
      ? count > 0
      : isNumber.test(one) || one === 'status' || one === 'unpriced' || one === 'den'
        ? count
        : 'x',
  );
}

describe('textsFor(language, currency)', () => {
  it('speaks the language asked for, in any spelling, and counts in it', () => {
    expect(textsFor('DE-at').funnel.name).to.equal('Trichter');
    expect(textsFor('de').format.percent(0.58)).to.equal('58\u00a0%');
    expect(textsFor('en-GB', 'EUR').locale).to.equal('en-GB');
  });

  it('speaks English, numbers included, where it has no catalogue or the tag is none', () => {
    for (const language of ['fr', 'xx-YY', '', 'not a language', 'de_DE'])
      expect([textsFor(language).locale, textsFor(language).format.percent(0.58)]).to.deep.equal([
        'en',
        '58%',
      ]);
  });

  it('takes the word that a number asks for', () => {
    const { card } = textsFor('en');
    expect(card.showRows(1)).to.equal('Show the 1 opportunity');
    expect(card.showRows(126)).to.equal('Show the 126 opportunities');
  });
});

describe('setMessages(language, messages)', () => {
  afterEach(() => {
    setMessages('en', {});
    setMessages('fr', {});
  });

  it('renames words and sentences, in every sentence that has them', () => {
    setMessages('en', {
      terms: { opportunity: { one: 'deal', other: 'deals' } },
      funnel: { name: 'Sales funnel' },
    });
    const { card, funnel } = textsFor('en');
    expect(card.showRows(2)).to.equal('Show the 2 deals');
    expect(card.emptyTitle(true)).to.equal('No deals match');
    expect(funnel.name).to.equal('Sales funnel');
    expect(funnel.byAmount).to.equal('Amount');
  });

  it('gives a language of the host’s own a voice', () => {
    setMessages('fr', { funnel: { name: 'Entonnoir' } });
    const texts = textsFor('fr-CA');
    expect([texts.locale, texts.funnel.name]).to.deep.equal(['fr-CA', 'Entonnoir']);
  });

  it('gives way to the overrides of one widget', () => {
    setMessages('en', { funnel: { name: 'A' } });
    expect(textsFor('en', undefined, { funnel: { name: 'B' } }).funnel.name).to.equal('B');
    expect(textsFor('en').funnel.name).to.equal('A');
  });
});
