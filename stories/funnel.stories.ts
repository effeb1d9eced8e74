import '@pipeline-kit/elements/define/funnel';
import '@pipeline-kit/elements/define/source';
import type { PipelineFunnelElement, PipelineSourceElement } from '@pipeline-kit/elements';
import type { PipelineDocument } from '@pipeline-kit/model/schema';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { longNames, passages, storyClock, typicalYear, undated, withoutHistory, yearBefore } from './data.js';

type Args = Pick<PipelineFunnelElement, 'definition' | 'by' | 'table'> & {
  readonly document: PipelineDocument;
  readonly period: string;
  readonly priorPeriod: string;
};

const meta: Meta<Args> = {
  title: 'Widgets/pipeline-funnel',
  component: 'pipeline-funnel',
  args: {
    document: passages(typicalYear),
    definition: 'entered-cohort',
    by: 'count',
    table: false,
    period: '',
    priorPeriod: '',
  },
  argTypes: {
    definition: {
      control: 'select',
      options: ['entered-cohort', 'reached', 'visited', 'in-order', 'snapshot'],
    },
    by: { control: 'inline-radio', options: ['count', 'amount'] },
  },
  render: ({ document, definition, by, table, period, priorPeriod }) => html`
    <pipeline-funnel
      .data=${document}
      .clock=${storyClock}
      definition=${definition}
      by=${by}
      ?table=${table}
      period=${period}
      prior-period=${priorPeriod}
    ></pipeline-funnel>
  `,
};

export default meta;

type Story = StoryObj<Args>;

export const Typical: Story = {};

export const Compared: Story = {
  args: {
    document: passages(typicalYear, yearBefore),
    period: '2025-05-21/2026-05-21',
    priorPeriod: '2024-05-21/2025-05-21',
  },
};

export const ByAmount: Story = { args: { by: 'amount' } };

export const Reached: Story = { args: { definition: 'reached' } };

export const Snapshot: Story = { args: { definition: 'snapshot' } };

export const AsTable: Story = { args: { table: true } };

export const Empty: Story = {
  args: { document: passages({ stages: typicalYear.stages.map(none), won: 0 }) },
};

export const FilteredToNothing: Story = {
  render: ({ document }) => html`
    <pipeline-source .data=${document} .clock=${storyClock} as-of="2026-05-20">
      <pipeline-funnel></pipeline-funnel>
    </pipeline-source>
  `,
  play: ({ canvasElement }) => {
    const source = canvasElement.querySelector<PipelineSourceElement>('pipeline-source');
    source?.selection.set([{ field: 'partner', in: ['P99'] }]);
  },
};

export const OneStage: Story = {
  args: { document: passages({ stages: [{ name: 'In progress', lost: 71, pending: 47 }], won: 96 }) },
};

export const LongNames: Story = {
  args: {
    document: passages({
      ...typicalYear,
      stages: typicalYear.stages.map((stage, i) => ({ ...stage, name: longNames[i] ?? stage.name })),
    }),
  },
};

export const BelowTheFloor: Story = {
  args: {
    document: passages({
      stages: [
        { name: 'Proposal', lost: 1, pending: 3 },
        { name: 'Negotiation', lost: 0, pending: 1 },
      ],
      won: 1,
    }),
  },
};

export const NeedsHistory: Story = { args: { document: withoutHistory(passages(typicalYear)) } };

export const Undated: Story = {
  args: { document: undated(passages(typicalYear), 4), period: '2025-05-21/2026-05-21' },
};

export const RightToLeft: Story = {
  render: ({ document }) => html`
    <div dir="rtl"><pipeline-funnel .data=${document} .clock=${storyClock}></pipeline-funnel></div>
  `,
};

export const German: Story = {
  args: Compared.args ?? {},
  render: ({ document, period, priorPeriod }) => html`
    <div lang="de">
      <pipeline-funnel
        .data=${document}
        .clock=${storyClock}
        period=${period}
        prior-period=${priorPeriod}
      ></pipeline-funnel>
    </div>
  `,
};

export const Dark: Story = {
  render: ({ document }) => html`
    <div class="dark-page"><pipeline-funnel .data=${document} .clock=${storyClock}></pipeline-funnel></div>
  `,
  play: ({ canvasElement }) => {
    const page = canvasElement.querySelector<HTMLElement>('.dark-page');
    page?.style.setProperty('color-scheme', 'dark');
  },
};

export const Loading: Story = {
  render: () => html`
    <pipeline-source src="https://crm.example/pipeline.json" .fetcher=${halfway}>
      <pipeline-funnel></pipeline-funnel>
    </pipeline-source>
  `,
};

export const Failed: Story = {
  render: () => html`
    <pipeline-source src="https://crm.example/pipeline.json" .fetcher=${refused}>
      <pipeline-funnel></pipeline-funnel>
    </pipeline-source>
  `,
};

export const WrongSource: Story = { render: () => html`<pipeline-funnel source="chanel"></pipeline-funnel>` };

function none(stage: { readonly name: string }): { name: string; lost: number; pending: number } {
  return { name: stage.name, lost: 0, pending: 0 };
}

/** An answer of which five of eight megabytes arrive, and then nothing more. */
function halfway(): Promise<Response> {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new Uint8Array(5_000_000)),
  });
  return Promise.resolve(new Response(body, { headers: { 'content-length': '8000000' } }));
}

function refused(): Promise<Response> {
  return Promise.resolve(new Response(null, { status: 503 }));
}
