import '@pipeline-kit/elements/define/source';
import '@pipeline-kit/elements/define/summary';
import type { PipelineSummaryElement } from '@pipeline-kit/elements';
import type { PipelineDocument } from '@pipeline-kit/model/schema';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { passages, storyClock, typicalYear } from './data.js';

type Args = Pick<PipelineSummaryElement, 'figure'> & { readonly document: PipelineDocument };

const meta: Meta<Args> = {
  title: 'Widgets/pipeline-summary',
  component: 'pipeline-summary',
  args: { document: passages(typicalYear), figure: 'open' },
  argTypes: { figure: { control: 'select', options: ['open', 'won', 'weighted', 'winRate'] } },
  render: ({ document, figure }) => html`
    <pipeline-summary .data=${document} .clock=${storyClock} figure=${figure}></pipeline-summary>
  `,
};

export default meta;

type Story = StoryObj<Args>;

export const Open: Story = {};

export const Won: Story = { args: { figure: 'won' } };

export const Weighted: Story = { args: { figure: 'weighted' } };

export const WinRate: Story = { args: { figure: 'winRate' } };

export const TooFew: Story = {
  args: {
    figure: 'winRate',
    document: passages({ stages: [{ name: 'Open', lost: 1, pending: 3 }], won: 1 }),
  },
};

export const Loading: Story = {
  render: () => html`
    <pipeline-source src="https://crm.example/pipeline.json" .fetcher=${() => new Promise(() => {})}>
      <pipeline-summary></pipeline-summary>
    </pipeline-source>
  `,
};
