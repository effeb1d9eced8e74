import { expect } from '@open-wc/testing';
import { velocityChart, type VelocityChartOptions, type VelocityStages } from '@pipeline-kit/charts';
import { velocityTexts as texts } from '../fixtures/chart-texts.js';
import { velocityStages } from '../fixtures/velocity-stages.js';
import { brokenNumbers, markKeys, measureInPage, textFaults } from '../support/chart-page.js';

const NAMES = { q: 'Qualify', d: 'Discovery', p: 'Proposal' };
const usual = velocityStages([
  { stage: 'q', p25: 5, median: 11, p75: 24, p90: 47, ended: 1164, open: 138 },
  { stage: 'd', p25: 8, median: 18, p75: 36, p90: 66, ended: 725, open: 96 },
  { stage: 'p', p25: 16, median: 38, p75: 71, p90: null, ended: 315, open: 66, naive: 29 },
]);
const before = velocityStages([
  { stage: 'q', median: 10 },
  { stage: 'd', median: 17 },
  { stage: 'p', median: 110 },
]);
const missing = velocityStages([
  { stage: 'q', p25: 16, median: 38, p75: null, p90: null, tau: 71 },
  { stage: 'd', p25: 22, median: null, p75: null, p90: null, tau: 70, ended: 9, open: 14 },
  { stage: 'p', p25: null, median: null, p75: null, p90: null, tau: 30, ended: 6, open: 40 },
  { stage: 'x', suppressed: 'floor', ended: 3, open: 2 },
  { stage: 'y', suppressed: 'zero', ended: 0, open: 0 },
]);

function draw(
  result: VelocityStages,
  options: Partial<VelocityChartOptions> = {},
): ReturnType<typeof velocityChart> {
  return velocityChart(result, { document, width: 640, locale: 'en-GB', texts, names: NAMES, ...options });
}

const said = (svg: SVGElement): string[] =>
  [...svg.querySelectorAll('text')].map((node) => node.textContent ?? '');
const numbers = (node: Element | null | undefined, ...names: string[]): number[] =>
  names.map((name) => Number(node?.getAttribute(name)));
const filled = (svg: SVGElement, color: string, height: number): number[][] =>
  [...svg.querySelectorAll(`rect[fill^="var(--_${color},"][height="${height}"]`)].map((node) =>
    numbers(node, 'x', 'width'),
  );

describe('velocityChart', () => {
  it('velocityChart(result) says medians with their unit, and how many ended and are open', () => {
    const texts = said(draw(usual).svg);
    expect(texts).to.include.members([
      'Qualify',
      '11\u00a0d',
      '1,164 + 138',
      'Median',
      'Ended + open',
      '0 days',
    ]);
    expect(texts.filter((text) => / d$|\u00a0d$/.test(text))).to.deep.equal([
      '11\u00a0d',
      '18\u00a0d',
      '38\u00a0d',
    ]);
  });

  it('velocityChart(result) places the middle half and the median on one axis from 0', () => {
    const { svg } = draw(usual);
    const [[start = 0, length = 0] = []] = filled(svg, 'stage-1', 10);
    const ticks = filled(svg, 'text-1', 22).map(([x = 0]) => x + 1.5);
    const day = length / (24 - 5);
    const zero = start - 5 * day;
    expect(ticks[0]).to.be.closeTo(zero + 11 * day, 0.1);
    expect(ticks[1]).to.be.closeTo(zero + 18 * day, 0.1);
    expect(ticks[2]).to.be.closeTo(zero + 38 * day, 0.1);
  });

  it('velocityChart(result) ends in hatching and words where a share was not reached', () => {
    const texts = said(draw(missing).svg);
    expect(texts.filter((text) => text.includes('not reached'))).to.deep.equal([
      'slowest quarter not reached',
      'median not reached',
      'median not reached',
    ]);
    expect(texts.filter((text) => text === '–')).to.have.length(4);
    expect(said(draw(usual).svg).filter((text) => text.includes('not reached'))).to.deep.equal([
      'slowest tenth not reached',
    ]);
  });

  it('velocityChart(result) says the count alone below the floor', () => {
    expect(said(draw(missing).svg)).to.include.members([
      '3 ended, too few',
      '0 ended, too few',
      '3 + 2',
      '0 + 0',
    ]);
  });

  it('velocityChart(result) has a mark for each kind of end that occurs, and for the open', () => {
    const { marks } = draw(usual);
    expect(marks.slice(0, 3).map(({ key, label, mark }) => [key, label, mark])).to.deep.equal([
      ['q/advance', 'Qualify: 932 visits ended, moved on', { stage: 'q', exit: 'advance' }],
      ['q/lost', 'Qualify: 232 visits ended, lost', { stage: 'q', exit: 'lost' }],
      ['q/open', 'Qualify: 138 visits still run', { stage: 'q', exit: 'open' }],
    ]);
    expect(draw(missing).marks.some(({ mark }) => mark.stage === 'y')).to.equal(false);
  });

  it('velocityChart(result, { prior }) rings the medians of the period before', () => {
    expect(draw(usual).svg.querySelectorAll('circle')).to.have.length(0);
    expect(draw(usual, { prior: before }).svg.querySelectorAll('circle')).to.have.length(3);
  });

  it('velocityChart(result, { naive }) shows the mean of the ended visits only when asked', () => {
    expect(said(draw(usual, { naive: true }).svg)).to.include('29 ended only');
    expect(said(draw(usual).svg).join(' ')).to.not.include('ended only');
  });

  it('velocityChart({ stages: [] }) is an empty picture', () => {
    const chart = draw({ stages: [] });
    expect(chart.marks).to.deep.equal([]);
    expect(brokenNumbers(chart.svg)).to.deep.equal([]);
  });

  const long = {
    q: 'Technical qualification, security review and partner fit assessment',
    d: 'Angebotsverhandlungsvorbereitung',
  };
  const cases: readonly (readonly [string, VelocityStages, Partial<VelocityChartOptions>])[] = [
    ['usual', usual, {}],
    ['with the period before', usual, { prior: before, names: long }],
    ['not reached', missing, { prior: before, names: long }],
    ['with the naive mean', usual, { naive: true, prior: before }],
    [
      'huge',
      velocityStages([
        { stage: 'q', p25: 400, median: 800, p75: 1200, p90: 2400, ended: 1_200_000, open: 130_000 },
      ]),
      {},
    ],
    ['of zero days', velocityStages([{ stage: 'q', p25: 0, median: 0, p75: 0, p90: 0, tau: 0 }]), {}],
  ];
  for (const [name, result, options] of cases) {
    it(`velocityChart(${name}) cuts no text, overlaps none, and has each mark on its nodes, at any width`, () => {
      for (const width of [280, 320, 420, 480, 640, 900, 1200]) {
        for (const direction of ['ltr', 'rtl'] as const) {
          for (const measure of [undefined, measureInPage]) {
            const at = `${width} ${direction} ${measure ? 'measured' : 'estimated'}`;
            const chart = draw(result, { ...options, width, direction, ...(measure && { measure }) });
            expect(brokenNumbers(chart.svg), at).to.deep.equal([]);
            expect(markKeys(chart.svg).toSorted(), at).to.deep.equal(
              chart.marks.map(({ key }) => key).toSorted(),
            );
            expect(textFaults(chart.svg), at).to.deep.equal([]);
          }
        }
      }
    });
  }
});
