import '@pipeline-kit/elements/define/filters';
import '@pipeline-kit/elements/define/funnel';
import '@pipeline-kit/elements/define/range';
import '@pipeline-kit/elements/define/source';
import type { PipelineFiltersElement, PipelineSourceElement } from '@pipeline-kit/elements';
import type { PipelineDocument, SavedState } from '@pipeline-kit/model';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { longNames, storyClock } from './data.js';
import { spread } from './spread.js';

type Args = Pick<PipelineFiltersElement, 'noPeriod' | 'noAsOf'> & {
  readonly document: PipelineDocument;
};

const meta: Meta<Args> = {
  title: 'Widgets/pipeline-filters',
  component: 'pipeline-filters',
  args: { document: spread(240), noPeriod: false, noAsOf: false },
  render: ({ document, noPeriod, noAsOf }) => html`
    <pipeline-source .data=${document} .clock=${storyClock}>
      <pipeline-filters ?no-period=${noPeriod} ?no-as-of=${noAsOf}></pipeline-filters>
    </pipeline-source>
  `,
};

export default meta;

type Story = StoryObj<Args>;

/** Nothing is chosen. */
export const Nothing: Story = {};

const chosen: SavedState = {
  v: 1,
  period: { from: '2026-04-01', to: '2026-07-01' },
  priorPeriod: { from: '2026-01-01', to: '2026-02-19' },
  selection: [
    { source: 'pipeline-range-0', field: 'amount', from: 2_000_000, to: 20_000_000 },
    { source: 'pipeline-filters-0', field: 'region', in: ['DACH', 'Benelux'] },
  ],
};

export const Chosen: Story = { play: ({ canvasElement }) => restore(canvasElement, chosen) };

export const ManyChips: Story = {
  play: ({ canvasElement }) =>
    restore(canvasElement, {
      v: 1,
      asOf: '2026-03-31',
      selection: [
        { field: 'stage', in: ['s1', 's2', 's3', 's4', 's5'] },
        { field: 'partner', in: ['P1', null] },
        { field: 'closeDate', from: '2026-04-01', to: '2026-07-01' },
        { field: 'createdDate', from: '2025-01-01' },
        { field: 'amount', to: 12_345_600 },
        { field: 'owner', contains: 'an' },
        { field: 'registered', in: [false] },
        { field: 'attributes.seats', from: 50, to: 1000 },
        { field: 'product', in: [] },
      ],
    }),
};

export const LongNames: Story = {
  render: ({ document }) => html`
    <pipeline-source .data=${withLongNames(document)} .clock=${storyClock}>
      <pipeline-filters></pipeline-filters>
    </pipeline-source>
  `,
  play: ({ canvasElement }) =>
    restore(canvasElement, { v: 1, selection: [{ field: 'stage', in: ['s1', 's2'] }] }),
};

export const PeriodsToChoose: Story = {
  play: async ({ canvasElement }) => {
    await restore(canvasElement, chosen);
    await press(canvasElement, '.pick');
  },
};

export const FieldsToChoose: Story = { play: ({ canvasElement }) => press(canvasElement, '.add') };

export const ValuesToChoose: Story = {
  play: async ({ canvasElement }) => {
    await restore(canvasElement, chosen);
    await press(canvasElement, '.chips li:nth-child(2) .label');
  },
};

export const AmountToChoose: Story = {
  play: async ({ canvasElement }) => {
    await restore(canvasElement, chosen);
    await press(canvasElement, '.chips .label');
  },
};

export const DayToChoose: Story = { play: ({ canvasElement }) => press(canvasElement, '.as-of') };

export const WithoutPeriodAndDay: Story = { args: { noPeriod: true, noAsOf: true } };

export const German: Story = {
  render: ({ document }) => html`
    <div lang="de">
      <pipeline-source .data=${document} .clock=${storyClock}
        ><pipeline-filters></pipeline-filters
      ></pipeline-source>
    </div>
  `,
  play: ({ canvasElement }) => restore(canvasElement, chosen),
};

export const RightToLeft: Story = {
  render: ({ document }) => html`
    <div dir="rtl">
      <pipeline-source .data=${document} .clock=${storyClock}
        ><pipeline-filters></pipeline-filters
      ></pipeline-source>
    </div>
  `,
  play: ({ canvasElement }) => restore(canvasElement, chosen),
};

export const Loading: Story = {
  render: () => html`
    <pipeline-source src="https://crm.example/pipeline.json" .fetcher=${never}>
      <pipeline-filters></pipeline-filters>
    </pipeline-source>
  `,
};

export const Failed: Story = {
  render: () => html`
    <pipeline-source src="https://crm.example/pipeline.json" .fetcher=${refused}>
      <pipeline-filters></pipeline-filters>
    </pipeline-source>
  `,
};

/** As it stands over a dashboard. */
export const OverWidgets: Story = {
  render: ({ document }) => html`
    <pipeline-source .data=${document} .clock=${storyClock}>
      <pipeline-filters></pipeline-filters>
      <pipeline-range></pipeline-range>
      <pipeline-funnel></pipeline-funnel>
    </pipeline-source>
  `,
  play: ({ canvasElement }) => restore(canvasElement, chosen),
};

async function restore(canvas: Element, state: SavedState): Promise<void> {
  const source = canvas.querySelector<PipelineSourceElement>('pipeline-source');
  await source?.loaded;
  source?.restoreState(state);
  await settled(canvas);
}

/** Presses a button of the bar, as a reader does, and waits until its choices are there. */
async function press(canvas: Element, selector: string): Promise<void> {
  const bar = await settled(canvas);
  bar?.renderRoot.querySelector<HTMLElement>(selector)?.click();
  await settled(canvas);
}

async function settled(canvas: Element, frames = 4): Promise<PipelineFiltersElement | null> {
  const bar = canvas.querySelector<PipelineFiltersElement>('pipeline-filters');
  await bar?.updateComplete;
  await new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
  return frames === 0 ? bar : settled(canvas, frames - 1);
}

function withLongNames(document: PipelineDocument): PipelineDocument {
  const stages = document.stages.map((stage, i) => ({ ...stage, name: longNames[i] ?? stage.name }));
  return { ...document, stages };
}

function never(): Promise<Response> {
  return new Promise(() => {});
}

function refused(): Promise<Response> {
  return Promise.resolve(new Response(null, { status: 503 }));
}
