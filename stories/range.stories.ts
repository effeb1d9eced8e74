import '@pipeline-kit/elements/define/funnel';
import '@pipeline-kit/elements/define/range';
import '@pipeline-kit/elements/define/source';
import type { PipelineRangeElement, PipelineSourceElement } from '@pipeline-kit/elements';
import type { PipelineDocument } from '@pipeline-kit/model';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { passages, storyClock, typicalYear, withoutHistory } from './data.js';
import { spread } from './spread.js';

type Args = Pick<PipelineRangeElement, 'field' | 'outcome' | 'table'> & {
  readonly document: PipelineDocument;
};

const meta: Meta<Args> = {
  title: 'Widgets/pipeline-range',
  component: 'pipeline-range',
  args: { document: spread(485), field: 'amount', outcome: 'open', table: false },
  argTypes: {
    field: { control: 'inline-radio', options: ['amount', 'createdDate', 'closeDate'] },
    outcome: { control: 'inline-radio', options: ['open', 'won', 'lost', 'all'] },
  },
  render: ({ document, field, outcome, table }) => html`
    <pipeline-source .data=${document} .clock=${storyClock}>
      <pipeline-range field=${field} outcome=${outcome} ?table=${table}></pipeline-range>
    </pipeline-source>
  `,
};

export default meta;

type Story = StoryObj<Args>;

export const Typical: Story = {};

export const Chosen: Story = { play: ({ canvasElement }) => press(canvasElement, 'from', 'PageUp') };

export const Created: Story = {
  args: { field: 'createdDate', outcome: 'all' },
  play: ({ canvasElement }) => press(canvasElement, 'from', 'PageUp'),
};

export const CloseDate: Story = { args: { field: 'closeDate' } };

export const AsTable: Story = {
  args: { table: true },
  play: ({ canvasElement }) => press(canvasElement, 'to', 'PageDown'),
};

export const FilteredByOthers: Story = {
  play: ({ canvasElement }) => {
    sourceIn(canvasElement)?.selection.set([{ field: 'partner', in: ['P1', 'P2'] }]);
  },
};

export const FilteredToNothing: Story = {
  play: ({ canvasElement }) => {
    sourceIn(canvasElement)?.selection.set([{ field: 'partner', in: ['P99'] }]);
  },
};

export const WithoutAnyDate: Story = {
  args: { document: withoutHistory(passages(typicalYear)), field: 'createdDate' },
};

export const OneOpportunity: Story = { args: { document: spread(1) } };

export const Thousands: Story = { args: { document: spread(6000) } };

export const RightToLeft: Story = {
  render: ({ document }) => html`
    <div dir="rtl">
      <pipeline-source .data=${document} .clock=${storyClock}
        ><pipeline-range></pipeline-range
      ></pipeline-source>
    </div>
  `,
  play: ({ canvasElement }) => press(canvasElement, 'from', 'PageUp'),
};

export const German: Story = {
  render: ({ document }) => html`
    <div lang="de">
      <pipeline-source .data=${document} .clock=${storyClock}>
        <pipeline-range></pipeline-range>
        <pipeline-range field="closeDate"></pipeline-range>
      </pipeline-source>
    </div>
  `,
  play: ({ canvasElement }) => press(canvasElement, 'to', 'PageDown'),
};

export const Dark: Story = {
  render: ({ document }) => html`
    <div class="dark-page">
      <pipeline-source .data=${document} .clock=${storyClock}
        ><pipeline-range></pipeline-range
      ></pipeline-source>
    </div>
  `,
  play: async ({ canvasElement }) => {
    canvasElement.querySelector<HTMLElement>('.dark-page')?.style.setProperty('color-scheme', 'dark');
    await press(canvasElement, 'from', 'PageUp');
  },
};

/** Every other widget follows while the brush is dragged. */
export const WithAFunnel: Story = {
  render: ({ document }) => html`
    <pipeline-source .data=${document} .clock=${storyClock}>
      <pipeline-range></pipeline-range>
      <pipeline-funnel></pipeline-funnel>
    </pipeline-source>
  `,
  play: ({ canvasElement }) => press(canvasElement, 'from', 'PageUp'),
};

function sourceIn(canvas: Element): PipelineSourceElement | null {
  return canvas.querySelector<PipelineSourceElement>('pipeline-source');
}

/** Presses a key on an end of the first brush, as a reader does. */
async function press(canvas: Element, end: 'from' | 'to', key: string): Promise<void> {
  const range = canvas.querySelector<PipelineRangeElement>('pipeline-range');
  await range?.loaded;
  const handle = range?.renderRoot.querySelector(`.handle.${end}`);
  handle?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  await range?.loaded;
}
