import type {
  CalendarDate,
  DataIssue,
  HistoryGrade,
  Mapping,
  Opportunity,
  Partner,
  PipelineDocument,
  Settings,
} from '@pipeline-kit/model/schema';
import { currentHistory } from './current-history.js';
import type { HistoryContext } from './current-history.js';
import { draftMoney } from './draft-money.js';
import { draftStages } from './draft-stages.js';
import { FieldReader } from './field-reader.js';
import type { StageOrder } from './infer-stages.js';
import { IssueLog } from './issue-log.js';
import { readDraft } from './read-draft.js';
import type { Draft } from './read-draft.js';
import type { SourceRecord } from './source-record.js';

export interface MappingOptions {
  /** Settings of the document. Without a reporting currency the commonest of the records is taken. */
  readonly settings?: Partial<Settings>;
  /** What `meta.source` says. */
  readonly name?: string;
  /** The day the export was made; a closing day after it cannot be one yet. */
  readonly asOf?: CalendarDate;
  /** Whether the records are a part of what the source has. */
  readonly truncated?: boolean;
}

export interface MappedDocument {
  readonly document: PipelineDocument;
  readonly issues: readonly DataIssue[];
  readonly grade: HistoryGrade;
  /** How the order of the open stages was found. */
  readonly stageOrder: StageOrder;
}

/**
 * Turns records into the canonical document by the mapping alone. Every record becomes one opportunity
 * or one issue with effect 'dropped'; every value that cannot be read is unknown and listed.
 */
export function applyMapping(
  records: readonly SourceRecord[],
  mapping: Mapping,
  { settings = {}, name, asOf, truncated }: MappingOptions = {},
): MappedDocument {
  const log = new IssueLog();
  const reader = new FieldReader(mapping, log, settings.reportTimeZone ?? 'UTC');
  const drafts: Draft[] = [];
  const taken = new Set<string>();
  for (const record of records) {
    const draft = readDraft(record, mapping, reader, log);
    if (!draft) continue;
    if (taken.has(draft.id)) {
      log.dropped(record.place, `the id ${draft.id} is taken by an earlier record`, 'duplicate');
      continue;
    }
    taken.add(draft.id);
    drafts.push(draft);
  }
  const money = draftMoney(drafts, mapping, settings, reader, log);
  const stages = draftStages(drafts, mapping);
  for (const { name: stage, kind } of stages.doubtful) {
    log.once(
      `kind ${stage}`,
      'stages',
      `the stage ${JSON.stringify(stage)} is read as ${kind} (mapping: stages)`,
      'unknown',
    );
  }
  for (const field of records.length > 0 ? reader.unmet() : []) {
    log.kept(reader.path(field) ?? field, `no record has this field (mapping: fields.${field})`, 'missing');
  }
  const context = { stages, money, reader, log, asOf: asOf ?? null };
  const grade: HistoryGrade = drafts.some((draft) => draft.stageEnteredAt !== null)
    ? 'stage-entry'
    : 'current-only';
  return {
    document: {
      schema: 'pipeline-kit/document@1',
      meta: {
        ...(name === undefined ? {} : { source: name }),
        ...(asOf === undefined ? {} : { asOf }),
        history: grade,
        ...(truncated ? { truncated } : {}),
      },
      settings: {
        ...settings,
        reportTimeZone: settings.reportTimeZone ?? 'UTC',
        reportingCurrency: money.reportingCurrency,
      },
      stages: stages.stages,
      partners: partnersOf(drafts),
      opportunities: drafts.map((draft) => opportunityOf(draft, context)),
    },
    issues: log.issues,
    grade,
    stageOrder: stages.order,
  };
}

function opportunityOf(draft: Draft, context: HistoryContext): Opportunity {
  return Object.assign(draft.opportunity, { history: currentHistory(draft, context) });
}

/** Every partner that a record names, in order of appearance, by the first name it was given. */
function partnersOf(drafts: readonly Draft[]): Partner[] {
  const partners = new Map<string, Partner>();
  for (const { facts, partnerName } of drafts) {
    const id = facts.partner;
    if (id && !partners.has(id)) partners.set(id, { id, name: partnerName ?? id });
  }
  return [...partners.values()];
}
