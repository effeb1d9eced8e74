import { expect } from '@open-wc/testing';
import { funnelChart, type FunnelChartOptions } from '@pipeline-kit/charts';
import type { FunnelResult } from '@pipeline-kit/model';
import { funnelTexts as texts } from '../fixtures/chart-texts.js';
import { columnFunnel, funnelResult } from '../fixtures/funnel-result.js';
import { brokenNumbers, markKeys, measureInPage, textFaults } from '../support/chart-page.js';

const NAMES = { q: 'Qualify', d: 'Discovery', p: 'Proposal', won: 'Won' };
const LONG = {
  q: 'Technical qualification, security review and partner fit assessment',
  d: 'Angebotsverhandlungsvorbereitung',
  p: 'تأهيل الشريك ومراجعة العرض التجاري النهائي مع العميل',
  won: 'Closed and won, contract signed by everyone',
};
const usual = funnelResult(
  [
    { stage: 'q', success: 804, fail: 288, pending: 138, moved: 6 },
    { stage: 'd', success: 171, fail: 126, pending: 66 },
    { stage: 'p', success: 12, fail: 3, pending: 2, moved: 1 },
  ],
  { won: 139 },
);
const before = funnelResult(
  [
    { stage: 'q', success: 936, fail: 199, pending: 407, moved: 2 },
    { stage: 'd', success: 195, fail: 73, pending: 9 },
    { stage: 'p', success: 20, fail: 5 },
  ],
  { won: 158 },
);
const few = funnelResult(
  [
    { stage: 'q', success: 2, fail: 1, pending: 3 },
    { stage: 'd', success: 0 },
  ],
  { won: 0 },
);
const huge = funnelResult(
  [
    { stage: 'q', success: 80_400_123, fail: 28_800_345, pending: 13_812_345, moved: 600 },
    { stage: 'd', success: 42_000_000, fail: 20_000_000, pending: 18_400_123 },
  ],
  { won: 40_000_000 },
);
const twelve = funnelResult(
  Array.from({ length: 12 }, (_, i) => ({ stage: `s${i}`, success: 1100 - i * 90, fail: 60, pending: 25 })),
  { won: 50 },
);
const reached = columnFunnel('reached', { q: 1236, d: 786, p: 363, won: 139 });
const visited = columnFunnel('visited', { q: 400, d: 520, p: 300, won: 120 });
const snapshot = columnFunnel('snapshot', { q: 66, d: 138, p: 27 });

function draw(
  result: FunnelResult,
  options: Partial<FunnelChartOptions> = {},
): ReturnType<typeof funnelChart> {
  return funnelChart(result, {
    document,
    width: 640,
    locale: 'en-GB',
    texts,
    names: NAMES,
    currency: 'EUR',
    ...options,
  });
}

function refuse(): never {
  throw new Error('the document of the page was used');
}

const said = (svg: SVGElement): string[] =>
  [...svg.querySelectorAll('text')].map((node) => node.textContent ?? '');
const box = (chart: ReturnType<typeof funnelChart>, key: string): { x: number; y: number; width: number } => {
  const mark = chart.marks.find((each) => each.key === key);
  if (!mark) throw new Error(`no mark: ${key}`);
  return mark.box;
};

describe('funnelChart', () => {
  it('funnelChart(result) draws the stages in their order, never by size', () => {
    const chart = draw(visited);
    const rows = ['q', 'd', 'p', 'won'].map((stage) => box(chart, stage).y);
    expect(rows).to.deep.equal([...rows].sort((a, b) => a - b));
    expect(box(chart, 'd').width).to.be.above(box(chart, 'q').width);
  });

  it('funnelChart(result) starts every bar at 0, and its length is its count on one scale', () => {
    for (const result of [usual, reached, visited, snapshot, twelve, huge]) {
      for (const width of [320, 640, 1200]) {
        const chart = draw(result, { width });
        const boxes = result.stages.map(({ stage, count }) => ({ count, box: box(chart, stage) }));
        const [first] = boxes;
        for (const { count, box: bar } of boxes) {
          expect(bar.x).to.equal(first?.box.x);
          expect(bar.width / count).to.be.closeTo((first?.box.width ?? 0) / (first?.count ?? 1), 0.02);
        }
      }
    }
  });

  it('funnelChart(result) joins the parts of a bar to its whole', () => {
    const chart = draw(usual);
    const whole = box(chart, 'q');
    const parts = ['success', 'pending', 'moved', 'fail'].map((group) => box(chart, `q/${group}`));
    let at = whole.x;
    for (const part of parts) {
      expect(part.x).to.be.closeTo(at, 0.01);
      at += part.width;
    }
    expect(at).to.be.closeTo(whole.x + whole.width, 0.2);
    expect(parts[0]?.width).to.be.closeTo((whole.width * 804) / 1236, 0.01);
    expect(box(chart, 'q/fail').y).to.equal(whole.y + 24);
  });

  it('funnelChart(result) names each part with a number and its mark', () => {
    const { marks } = draw(usual);
    expect(marks.slice(0, 5).map(({ key, label, mark }) => [key, label, mark])).to.deep.equal([
      ['q', 'Qualify: 1,236 entered', { stage: 'q' }],
      ['q/success', 'Qualify: 804 moved on to Discovery or further', { from: 'q', group: 'success' }],
      ['q/pending', 'Qualify: 138 still open', { from: 'q', group: 'pending' }],
      ['q/moved', 'Qualify: 6 moved to another pipeline', { from: 'q', group: 'moved' }],
      ['q/fail', 'Qualify: 288 lost', { from: 'q', group: 'fail' }],
    ]);
    expect(marks.at(-1)?.mark).to.deep.equal({ stage: 'won' });
  });

  it('funnelChart(result) says counts, losses, rates and n beside the marks', () => {
    const texts = said(draw(usual).svg);
    for (const text of [
      'Qualify',
      '1,236',
      '138 still open',
      '288 lost',
      '74%',
      '804 of 1,092',
      '✓',
      'Won',
      '139',
    ]) {
      expect(texts).to.include(text);
    }
  });

  it('funnelChart(result) says "2 of 3" below the floor, and "none decided" where nothing is', () => {
    const texts = said(draw(few).svg);
    expect(texts).to.include.members(['2 of 3', 'too few', '–', 'none decided']);
    expect(texts.filter((text) => text.includes('%'))).to.deep.equal(['100%']);
  });

  it('funnelChart(snapshot) is bars alone: no rate, no axis, a mark for each column', () => {
    for (const result of [
      snapshot,
      {
        ...snapshot,
        steps: snapshot.steps.map((step) => ({ ...step, rate: null, suppressed: 'history' as const })),
      },
    ]) {
      const chart = draw(result);
      expect(said(chart.svg)).to.deep.equal(['Qualify', '66', 'Discovery', '138', 'Proposal', '27']);
      expect(chart.marks.map(({ mark }) => mark)).to.deep.equal([
        { stage: 'q' },
        { stage: 'd' },
        { stage: 'p' },
      ]);
    }
  });

  it('funnelChart(reached) has the groups from and to, and no lost or open', () => {
    const chart = draw(reached);
    expect(chart.marks.map(({ key }) => key)).to.deep.equal([
      ...['q', 'd', 'p'].flatMap((stage) => [stage, `${stage}/from`, `${stage}/to`]),
      'won',
    ]);
    expect(box(chart, 'q/to').width).to.be.closeTo(box(chart, 'd').width, 0.01);
    expect(said(chart.svg).join(' ')).to.not.match(/\d (lost|still open)/);
  });

  it('funnelChart(visited) puts a rate above 100 % on a longer axis, as a mark of its own', () => {
    const chart = draw(visited, { width: 1200 });
    expect(said(chart.svg)).to.include.members(['130%', '520 of 400', '150%']);
    const bar = box(chart, 'q');
    expect(box(chart, 'q/to').x).to.be.above(bar.x + bar.width);
  });

  it('funnelChart(result, { by: "amount" }) draws and writes amounts', () => {
    const chart = draw(usual, { by: 'amount' });
    expect(said(chart.svg)).to.include.members([
      '€1.24m',
      '€288k lost',
      '€144k open or elsewhere',
      '€66.0k still open',
    ]);
    expect(box(chart, 'q/success').width).to.be.closeTo(
      box(draw(usual, { by: 'amount' }), 'q').width * (804 / 1236),
      0.1,
    );
  });

  it('funnelChart(result, { by: "amount" }) says the number of the open where their amount is not known apart', () => {
    const labels = Object.fromEntries(
      draw(usual, { by: 'amount' }).marks.map(({ key, label }) => [key, label]),
    );
    expect(labels['q/pending']).to.equal('Qualify: 138 still open');
    expect(labels['d/pending']).to.equal('Discovery: €66.0k still open');
  });

  it('funnelChart(result, { prior }) outlines the period before on the same scale and rings its rates', () => {
    const plain = draw(usual);
    const chart = draw(usual, { prior: before });
    expect(chart.svg.querySelectorAll('circle')).to.have.length(3);
    expect(plain.svg.querySelectorAll('circle')).to.have.length(0);
    expect(box(chart, 'q').width).to.be.below(box(plain, 'q').width);
    expect(said(chart.svg)).to.include('158 the year before');
  });

  it('funnelChart(result, { finding }) colours that rate alone', () => {
    const colored = (finding: FunnelChartOptions['finding']): string[] =>
      [...draw(usual, { finding: finding ?? null }).svg.querySelectorAll('text')]
        .filter((node) => node.getAttribute('font-size') === '15')
        .map((node) => /--_([\w-]+)/.exec(node.getAttribute('fill') ?? '')?.[1] ?? '');
    expect(colored(null)).to.deep.equal(['text-1', 'text-1', 'text-1']);
    expect(colored({ from: 'd', change: 'down' })).to.deep.equal(['text-1', 'lost-text', 'text-1']);
    expect(colored({ from: 'q', change: 'up' })).to.deep.equal(['won-text', 'text-1', 'text-1']);
  });

  it('funnelChart(result, { direction: "rtl" }) mirrors every mark and isolates every phrase', () => {
    const [ltr, rtl] = [draw(usual), draw(usual, { direction: 'rtl' })];
    for (const { key, box: there } of rtl.marks) {
      const here = box(ltr, key);
      expect(there.x).to.be.closeTo(640 - here.x - here.width, 0.01);
      expect(there.y).to.equal(here.y);
    }
    expect(rtl.svg.getAttribute('direction')).to.equal('ltr');
    for (const text of said(rtl.svg)) expect(text).to.match(/^\u2068.*\u2069$/);
    expect(said(ltr.svg).join('')).to.not.match(/[\u2068\u2069]/);
  });

  it('funnelChart(result, { document }) draws with that document alone', () => {
    const other = document.implementation.createHTMLDocument();
    Object.defineProperty(document, 'createElementNS', { configurable: true, value: refuse });
    try {
      const { svg } = draw(usual, { document: other, prior: before });
      expect([svg, ...svg.querySelectorAll('*')].every((node) => node.ownerDocument === other)).to.equal(
        true,
      );
      expect(() => draw(usual)).to.throw('the document of the page was used');
    } finally {
      Reflect.deleteProperty(document, 'createElementNS');
    }
  });

  it('funnelChart(result) twice is the same picture', () => {
    const options = { prior: before, width: 480 };
    expect(draw(usual, options).svg.outerHTML).to.equal(draw(usual, options).svg.outerHTML);
  });

  it('funnelChart(result) holds nothing a strict page would block, and no id another chart could share', () => {
    const { svg } = draw(usual, { prior: before });
    for (const node of [svg, ...svg.querySelectorAll('*')]) {
      expect(node.hasAttribute('style')).to.equal(false);
      expect(node.id).to.equal('');
      expect(node.nodeName).to.not.equal('style');
    }
    expect(svg.getAttribute('aria-hidden')).to.equal('true');
  });

  it('funnelChart(result) gives every mark something of 24 px to press', () => {
    for (const result of [usual, few, reached, visited, snapshot]) {
      for (const width of [320, 640]) {
        const { svg, marks } = draw(result, { width });
        for (const { key } of marks) {
          const areas = [...svg.querySelectorAll(`[data-mark="${key}"] > .hit`)];
          const sizes = areas.map((area) => [
            Number(area.getAttribute('width')),
            Number(area.getAttribute('height')),
          ]);
          expect(
            sizes.some(([w = 0, h = 0]) => w >= 24 && h >= 24),
            `${key} at ${width}`,
          ).to.equal(true);
        }
      }
    }
  });

  it('funnelChart({ stages: [] }) is an empty picture', () => {
    const chart = draw({ ...snapshot, stages: [], steps: [] });
    expect(chart.marks).to.deep.equal([]);
    expect(said(chart.svg)).to.deep.equal([]);
  });

  const cases: readonly (readonly [string, FunnelResult, Partial<FunnelChartOptions>])[] = [
    ['usual', usual, {}],
    ['with the period before', usual, { prior: before }],
    ['by amount', usual, { by: 'amount', prior: before }],
    ['with long names', usual, { names: LONG, prior: before }],
    ['in German', usual, { locale: 'de', names: LONG, by: 'amount', prior: before }],
    ['below the floor', few, {}],
    ['huge', huge, {}],
    ['of twelve stages', twelve, {}],
    [
      'of one stage',
      funnelResult([{ stage: 'q', success: 96, fail: 71, pending: 47 }], { won: 96 }),
      { prior: before },
    ],
    ['reached', reached, { prior: reached, names: LONG }],
    ['visited', visited, {}],
    ['snapshot', snapshot, { names: LONG }],
    ['of zeros', funnelResult([{ stage: 'q' }, { stage: 'd' }], { won: 0 }), { prior: before }],
  ];
  for (const [name, result, options] of cases) {
    it(`funnelChart(${name}) cuts no text, overlaps none, and has each mark on its nodes, at any width`, () => {
      for (const width of [280, 320, 400, 420, 480, 640, 900, 1200]) {
        for (const direction of ['ltr', 'rtl'] as const) {
          for (const measure of [undefined, measureInPage]) {
            const at = `${width} ${direction} ${measure ? 'measured' : 'estimated'}`;
            const chart = draw(result, { ...options, width, direction, ...(measure && { measure }) });
            expect(brokenNumbers(chart.svg), at).to.deep.equal([]);
            const keys = chart.marks.map(({ key }) => key);
            expect(new Set(keys).size, at).to.equal(keys.length);
            expect(markKeys(chart.svg).toSorted(), at).to.deep.equal(keys.toSorted());
            for (const { box } of chart.marks) {
              expect(box.x, at).to.be.at.least(-0.01);
              expect(box.x + box.width, at).to.be.at.most(width + 2);
            }
            expect(textFaults(chart.svg), at).to.deep.equal([]);
          }
        }
      }
    });
  }

  it('a text that is cut and two that overlap are reported', () => {
    const { svg } = draw(usual);
    const copy = svg.querySelector('text')?.cloneNode(true) as SVGTextElement;
    svg.append(copy);
    expect(textFaults(svg)).to.deep.equal(['overlap: Entered / Entered']);
    copy.setAttribute('x', '635');
    copy.removeAttribute('text-anchor');
    expect(textFaults(svg)).to.deep.equal(['cut: Entered']);
  });
});
