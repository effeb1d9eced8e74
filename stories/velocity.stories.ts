import '@pipeline-kit/elements/define/velocity';
import type { PipelineVelocityElement } from '@pipeline-kit/elements';
import type { PipelineDocument } from '@pipeline-kit/model/schema';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { programme } from '../packages/tools/programme/index.js';
import { longNames, passages, storyClock, typicalYear, undated, withoutHistory } from './data.js';

type Args = Pick<PipelineVelocityElement, 'basis' | 'naive' | 'table'> & {
  readonly document: PipelineDocument;
  readonly period: string;
  readonly priorPeriod: string;
};

const widget = ({ document, basis, naive, table, period, priorPeriod }: Args): TemplateResult => html`
  <pipeline-velocity
    .data=${document}
    .clock=${storyClock}
    basis=${basis}
    ?naive=${naive}
    ?table=${table}
    period=${period}
    prior-period=${priorPeriod}
  ></pipeline-velocity>
`;

/** A channel of three years, with stages of their own pace. */
const channel = programme({ opportunities: 900 });

const meta: Meta<Args> = {
  title: 'Widgets/pipeline-velocity',
  component: 'pipeline-velocity',
  args: {
    document: channel,
    basis: 'visit',
    naive: false,
    table: false,
    period: '',
    priorPeriod: '',
  },
  argTypes: { basis: { control: 'select', options: ['visit', 'first', 'cumulative'] } },
  render: widget,
};

export default meta;

type Story = StoryObj<Args>;

export const Typical: Story = {};

export const Compared: Story = {
  args: {
    document: channel,
    period: '2025-05-21/2026-05-21',
    priorPeriod: '2024-05-21/2025-05-21',
  },
};

export const Naive: Story = { args: { naive: true } };

export const AsTable: Story = { args: { table: true } };

/** Everyone waits in the last stage: its median lies beyond what was seen. */
export const NotReached: Story = {
  args: {
    document: passages({
      stages: [
        { name: 'Qualify', lost: 8, pending: 2 },
        { name: 'Pilot', lost: 6, pending: 24 },
      ],
      won: 4,
    }),
  },
};

export const BelowTheFloor: Story = {
  args: {
    document: passages({
      stages: [
        { name: 'Proposal', lost: 1, pending: 2 },
        { name: 'Negotiation', lost: 0, pending: 1 },
      ],
      won: 1,
    }),
  },
};

export const LongNames: Story = {
  args: {
    document: passages({ ...typicalYear, stages: longNames.map((name) => ({ name, lost: 20, pending: 8 })) }),
  },
};

export const OneStage: Story = {
  args: { document: passages({ stages: [{ name: 'In progress', lost: 30, pending: 20 }], won: 50 }) },
};

export const NeedsHistory: Story = { args: { document: withoutHistory(passages(typicalYear)) } };

export const Undated: Story = { args: { document: undated(passages(typicalYear), 3) } };

export const Empty: Story = { args: { document: { ...passages(typicalYear), opportunities: [] } } };

export const German: Story = { render: (args) => html`<div lang="de">${widget(args)}</div>` };

export const RightToLeft: Story = { render: (args) => html`<div dir="rtl">${widget(args)}</div>` };

export const Dark: Story = {
  render: (args) => html`<div class="dark-page">${widget(args)}</div>`,
  play: ({ canvasElement }) => {
    canvasElement.querySelector<HTMLElement>('.dark-page')?.style.setProperty('color-scheme', 'dark');
  },
};
