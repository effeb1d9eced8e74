import { expect } from '@open-wc/testing';
import { setMessages, textsFor } from '@pipeline-kit/elements';

const elements = import.meta.glob<string>('../../../packages/elements/src/**/*.ts', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const charts = import.meta.glob<string>('../../../packages/charts/src/*.ts', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** What could ask for a sentence: all code but the catalogues. */
const elementCode = Object.entries(elements)
  .filter(([path]) => !path.includes('/messages/'))
  .map(([, text]) => text)
  .join('\n');
const chartCode = Object.values(charts).join('\n');

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
    for (const language of ['en', 'de'])
      for (const [path, sentence] of sentences(language))
        for (const count of [0, 1, 7]) expect(said(sentence, count), `${language} ${path}`).to.be.a('string');
  });

  it('are checked: a sentence that says nothing, or not what it was given, is found', () => {
    const wrong = [
      '',
      undefined,
      () => '',
      (name: { of: string }) => `${name.of} of`,
      () => `${Number('x')}`,
    ];
    for (const sentence of wrong) expect(said(sentence, 1)).to.equal(null);
    expect(said((count: number, name: string) => `${count.toFixed(1)} ${name.trim()}`, 7)).to.equal('7.0 x');
  });

  it('are used: every sentence is asked for by a widget, or by its chart', () => {
    expect(unused([...sentences('en').keys()])).to.deep.equal([]);
  });

  it('are checked: a sentence that nobody asks for is found', () => {
    const planted = ['funnel.lowestStep', 'funnel.noSuchSentence', 'velocity.chart.noSuchSentence'];
    expect(unused(planted)).to.deep.equal(planted.slice(1));
  });
});

/** The sentences that no code asks for: a widget's by its name, and a chart's by its own. */
function unused(paths: readonly string[]): string[] {
  return paths.filter((path) => {
    const [, name = '', inner] = path.split('.');
    const isOfChart = name === 'chart' && inner !== undefined;
    // Some are asked for by the word that stands in a result: `say[kind]`.
    return !new RegExp(`[.'"]${isOfChart ? inner : name}\\b`).test(isOfChart ? chartCode : elementCode);
  });
}

/**
 * What a sentence says of a number, with the first arguments of the kinds it takes: types are gone here, and
 * a word in place of a number says NaN. Null: there are no arguments with which it says something.
 */
function said(sentence: unknown, count: number): string | null {
  if (typeof sentence !== 'function') return isSaid(sentence) ? sentence : null;
  const facts = { ...step, chosen: count, n: count, outcome: 'won' };
  const kinds = [count, 'x', facts, 'stage', 'outcome', 'won', 'quarter', 'median', 'million'];
  const say = (args: readonly unknown[]): string | null => {
    if (args.length < sentence.length) {
      for (const kind of kinds) {
        const found = say([...args, kind]);
        if (found !== null) return found;
      }
      return null;
    }
    const text = spoken(sentence as (...all: unknown[]) => unknown, args);
    // Of none there may be nothing to say.
    return isSaid(text) || (count === 0 && text === '') ? text : null;
  };
  return say([]);
}

const step = { from: 'Proposal', to: 'Pilot', rate: '58%', num: '171', den: '297' };

function spoken(sentence: (...args: unknown[]) => unknown, args: readonly unknown[]): unknown {
  try {
    return sentence(...args);
  } catch {
    // An argument of another kind than it takes.
    return null;
  }
}

function isSaid(text: unknown): text is string {
  return typeof text === 'string' && text !== '' && !/undefined|NaN|\[object/.test(text);
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
