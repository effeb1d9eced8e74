import '@pipeline-kit/elements/define/forecast';
import '@pipeline-kit/elements/define/source';
import type { PipelineForecastElement } from '@pipeline-kit/elements';
import { NO_CURRENCY, type PipelineDocument } from '@pipeline-kit/model/schema';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { programme } from '../packages/tools/programme/index.js';
import { passages, storyClock, typicalYear } from './data.js';

type Args = Pick<PipelineForecastElement, 'mode' | 'unit' | 'periodsBefore' | 'periodsAfter' | 'table'> & {
  readonly document: PipelineDocument;
  readonly period: string;
};

const channel = programme({ opportunities: 1200, partners: 24 });

const meta: Meta<Args> = {
  title: 'Widgets/pipeline-forecast',
  component: 'pipeline-forecast',
  args: {
    document: channel,
    mode: 'single',
    unit: 'quarter',
    periodsBefore: 3,
    periodsAfter: 2,
    period: '',
    table: false,
  },
  argTypes: {
    mode: { control: 'inline-radio', options: ['single', 'cumulative'] },
    unit: { control: 'inline-radio', options: ['quarter', 'month'] },
  },
  render: ({ document, mode, unit, periodsBefore, periodsAfter, period, table }) => html`
    <pipeline-forecast
      .data=${document}
      .clock=${storyClock}
      mode=${mode}
      unit=${unit}
      periods-before=${periodsBefore}
      periods-after=${periodsAfter}
      period=${period}
      ?table=${table}
    ></pipeline-forecast>
  `,
};

export default meta;

type Story = StoryObj<Args>;

export const Typical: Story = {};

export const Cumulative: Story = { args: { mode: 'cumulative' } };

export const Months: Story = { args: { unit: 'month' } };

export const PastPeriod: Story = { args: { period: '2026-01-01/2026-04-01' } };

export const NextPeriod: Story = { args: { period: '2026-07-01/2026-10-01', periodsBefore: 2 } };

export const OnePeriod: Story = { args: { periodsBefore: 0, periodsAfter: 0 } };

export const AsTable: Story = { args: { table: true } };

export const QuotaMet: Story = {
  args: { document: withQuotas((amount) => Math.round(amount / 4)) },
};

export const NoQuota: Story = { args: { document: { ...channel, quotas: [] } } };

export const NoCategories: Story = { args: { document: passages(typicalYear) } };

export const NoCurrency: Story = { args: { document: withoutCurrency(passages(typicalYear)) } };

export const NeedsHistory: Story = { args: { document: { ...channel, meta: { history: 'current-only' } } } };

export const Empty: Story = { args: { document: { ...channel, opportunities: [] } } };

export const RightToLeft: Story = {
  render: ({ document }) => html`
    <div dir="rtl"><pipeline-forecast .data=${document} .clock=${storyClock}></pipeline-forecast></div>
  `,
};

export const German: Story = {
  render: ({ document }) => html`
    <div lang="de"><pipeline-forecast .data=${document} .clock=${storyClock}></pipeline-forecast></div>
  `,
};

export const Dark: Story = {
  render: ({ document }) => html`
    <div class="dark-page">
      <pipeline-forecast .data=${document} .clock=${storyClock}></pipeline-forecast>
    </div>
  `,
  play: ({ canvasElement }) => {
    const page = canvasElement.querySelector<HTMLElement>('.dark-page');
    page?.style.setProperty('color-scheme', 'dark');
  },
};

/** The same programme with other quotas. */
function withQuotas(change: (amount: number) => number): PipelineDocument {
  const quotas = channel.quotas?.map((quota) => ({ ...quota, amount: change(quota.amount) })) ?? [];
  return { ...channel, quotas };
}

/** The same as a file whose amounts name no currency. */
function withoutCurrency(document: PipelineDocument): PipelineDocument {
  const settings = { ...document.settings, reportingCurrency: NO_CURRENCY };
  const opportunities = document.opportunities.map((opportunity) => ({
    ...opportunity,
    history: opportunity.history.map(({ at, set }) => ({
      at,
      set: set.currency ? { ...set, currency: NO_CURRENCY } : set,
    })),
  }));
  return { ...document, settings, opportunities };
}
