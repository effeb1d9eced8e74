import {
  minorDigits,
  type CalendarDate,
  type Changes,
  type Opportunity,
  type PipelineDocument,
  type Stage,
  type StageKind,
} from '@pipeline-kit/model/schema';

/** A row of a CRM's export: the state of an opportunity on the last day, and nothing of how it came about. */
export interface FlatRecord {
  readonly 'Opportunity ID': string;
  readonly 'Opportunity Name': string;
  readonly Account: string;
  readonly Partner: string;
  readonly Pipeline: string;
  readonly Stage: string;
  readonly 'Probability (%)': number | null;
  readonly Amount: number | null;
  readonly Currency: string;
  readonly 'Created Date': string;
  readonly 'Close Date': string | null;
  readonly Owner: string;
  readonly Region: string;
  readonly 'Lost Reason': string;
}

/** The document as a CRM would export it: names for ids, amounts in units, one row each, deleted ones left out. */
export function flatRecords(document: PipelineDocument): FlatRecord[] {
  const partners = new Map(document.partners.map((partner) => [partner.id, partner.name]));
  const stages = new Map(document.stages.map((stage) => [`${stage.pipeline}/${stage.id}`, stage]));
  const kinds = new Map(document.stages.map((stage) => [stage.id, stage.kind]));
  return document.opportunities.flatMap((opportunity) => {
    const first: Changes = { pipeline: opportunity.pipeline ?? document.stages[0]?.pipeline ?? '' };
    const now: Changes = Object.assign({}, first, ...opportunity.history.map((event) => event.set));
    if (now.deleted) return [];
    const stage = stages.get(`${now.pipeline}/${now.stage}`);
    const { amount = null, currency = document.settings.reportingCurrency } = now;
    return {
      'Opportunity ID': opportunity.id,
      'Opportunity Name': opportunity.name ?? '',
      Account: opportunity.customer?.name ?? '',
      Partner: partners.get(now.partner ?? '') ?? '',
      Pipeline: now.pipeline ?? '',
      Stage: stage?.name ?? '',
      'Probability (%)': percent(stage),
      Amount: amount === null ? null : amount / 10 ** minorDigits(currency),
      Currency: currency,
      'Created Date': opportunity.createdAt === null ? '' : dayText(opportunity.createdAt),
      'Close Date': closingDay(opportunity, kinds) ?? now.closeDate ?? null,
      Owner: now.owner ?? '',
      Region: opportunity.region ?? '',
      'Lost Reason': now.lostReason ?? '',
    };
  });
}

/** What the stage stands for, 100 when won; null where nobody says. */
function percent(stage: Stage | undefined): number | null {
  const probability = stage?.kind === 'won' ? 1 : stage?.kind === 'lost' ? 0 : stage?.probability;
  return probability === undefined ? null : Math.round(probability * 100);
}

/** CRMs overwrite the expected date with the day on which it was won or lost; null while it is open. */
function closingDay({ history }: Opportunity, kinds: ReadonlyMap<string, StageKind>): CalendarDate | null {
  const last = history.findLast(({ set }) => set.stage !== undefined);
  const kind = kinds.get(last?.set.stage ?? '');
  return last?.at != null && kind !== undefined && kind !== 'open' ? dayText(last.at) : null;
}

/** The same rows as CSV text (RFC 4180, with a header). */
export function flatExport(document: PipelineDocument): string {
  const records = flatRecords(document);
  const header = Object.keys(records[0] ?? {});
  const rows = records.map((record) => Object.values(record).map(cell).join(','));
  return [header.map(cell).join(','), ...rows, ''].join('\r\n');
}

function dayText(at: string): CalendarDate {
  return at.slice(0, 10);
}

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
