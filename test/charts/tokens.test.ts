import { expect } from '@open-wc/testing';
import { ink, themeColors, themeTokens, type Ink } from '@pipeline-kit/charts';
import { ciede2000, contrast, seenDifference, SIGHTS, type Sight } from '../support/color.js';
import { shown } from '../support/chart-page.js';

type Scheme = 'light' | 'dark';
type Colors = Readonly<Record<Ink, string>>;

const SCHEMES: readonly Scheme[] = ['light', 'dark'];
const STAGES = ['stage-1', 'stage-2', 'stage-3', 'stage-4', 'stage-5', 'stage-6', 'stage-7'] as const;
const TEXTS: readonly Ink[] = ['text-1', 'text-2', 'text-3', 'won-text', 'lost-text', 'accent'];
const OUTCOMES: readonly Ink[] = ['won', 'lost', 'open'];
const MARKS: readonly Ink[] = [...STAGES, ...OUTCOMES, 'ghost', 'interval', 'quota', 'focus', 'accent'];

/** Texts under 4.5:1 and marks under 3:1. */
function faint(colors: Colors): string[] {
  const grounds: readonly Ink[] = ['surface', 'surface-2'];
  const texts = grounds.flatMap((on) => TEXTS.filter((name) => contrast(colors[name], colors[on]) < 4.5));
  const onWon = contrast(colors['on-won'], colors.won) < 4.5 ? ['on-won'] : [];
  const marks = MARKS.filter((name) => contrast(colors[name], colors.surface) < 3);
  return [...texts, ...onWon, ...marks];
}

/** Outcomes under 10 from each other and from any stage, and neighbouring stages under 4, as one reader sees them. */
function confused(colors: Colors, sight: Sight): string[] {
  const near = (a: Ink, b: Ink, least: number): string[] =>
    seenDifference(colors[a], colors[b], sight) < least ? [`${a}/${b}`] : [];
  const outcomes = OUTCOMES.flatMap((a, i) =>
    [...OUTCOMES.slice(i + 1), ...STAGES].flatMap((b) => near(a, b, 10)),
  );
  return [...outcomes, ...STAGES.slice(1).flatMap((stage, i) => near(stage, STAGES[i] ?? stage, 4))];
}

function colorsOf(scheme: Scheme): Colors {
  return Object.fromEntries(
    Object.entries(themeColors).map(([name, color]) => [name, color[scheme]]),
  ) as Colors;
}

describe('themeColors', () => {
  for (const scheme of SCHEMES) {
    it(`themeColors.${scheme} has text at 4.5:1 and marks at 3:1 or more`, () => {
      expect(faint(colorsOf(scheme))).to.deep.equal([]);
    });

    for (const sight of Object.keys(SIGHTS) as Sight[]) {
      it(`themeColors.${scheme} tells outcomes and stages apart in ${sight} sight`, () => {
        expect(confused(colorsOf(scheme), sight)).to.deep.equal([]);
      });
    }
  }

  it('a theme that is too faint is reported', () => {
    const planted = { ...colorsOf('light'), 'text-3': '#9aa0ab', 'stage-1': '#c3c8f0', won: '#0f6b40' };
    expect(faint(planted)).to.deep.equal(['text-3', 'text-3', 'on-won', 'stage-1']);
  });

  it('a theme that colour-blind readers cannot read is reported, and only for them', () => {
    const planted = { ...colorsOf('light'), won: '#8a8a2d', lost: '#b0722d' };
    expect(confused(planted, 'normal')).to.deep.equal([]);
    expect(confused(planted, 'deutan')).to.include('won/lost');
    expect(confused({ ...colorsOf('light'), 'stage-2': '#7a84d4' }, 'normal')).to.deep.equal([
      'stage-2/stage-1',
    ]);
  });

  it('the measure of difference agrees with published pairs (Sharma, Wu & Dalal 2005, table 1)', () => {
    expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).to.be.closeTo(2.0425, 1e-4);
    expect(ciede2000([50, 2.49, -0.001], [50, -2.49, 0.0009])).to.be.closeTo(7.1792, 1e-4);
    expect(ciede2000([22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619])).to.be.closeTo(2.0373, 1e-4);
    expect(ciede2000([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).to.be.closeTo(0.9082, 1e-4);
  });
});

describe('themeTokens', () => {
  const probe = (styles: Readonly<Record<string, string>>): string => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('fill', ink('stage-1'));
    return shown(svg, () => {
      const root = svg.getRootNode();
      if (!(root instanceof ShadowRoot) || !(root.host instanceof HTMLElement)) throw new Error('not shown');
      for (const [name, value] of Object.entries(styles)) root.host.style.setProperty(name, value);
      return getComputedStyle(svg).fill;
    });
  };

  it('themeTokens gives each scheme its own colours, by the color-scheme of the host', () => {
    expect(probe({ 'color-scheme': 'light' })).to.equal('rgb(124, 134, 214)');
    expect(probe({ 'color-scheme': 'dark' })).to.equal('rgb(94, 101, 199)');
  });

  it('themeTokens lets the public property of a host win', () => {
    expect(probe({ '--pipeline-stage-1': 'rgb(1, 2, 3)' })).to.equal('rgb(1, 2, 3)');
  });

  it('themeTokens names every colour for readers who force theirs', () => {
    const forced = themeTokens.slice(themeTokens.indexOf('forced-colors'));
    for (const name of Object.keys(themeColors))
      expect(forced).to.match(new RegExp(`--_${name}: [A-Za-z]+;`));
  });
});
