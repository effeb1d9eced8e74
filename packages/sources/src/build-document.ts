import type {
  CalendarDate,
  DataIssue,
  HistoryGrade,
  Instant,
  MappingField,
  Opportunity,
  Partner,
  PipelineDocument,
  Settings,
  StageKind,
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
import { loggedHistory } from './logged-history.js';
import type { SourceRecord } from './source-record.js';
import type { Vendor } from './vendor.js';

export interface MappingOptions {
  /** Settings of the document. Without a reporting currency the commonest of the records is taken. */
  readonly settings?: Partial<Settings>;
  /** What `meta.source` says. */
  readonly name?: string;
  /** The day the export was made; a closing day after it cannot be one yet. */
  readonly asOf?: CalendarDate;
  /** When it was fetched. */
  readonly fetchedAt?: Instant;
  /** Whether the records are a part of what the source has. */
  readonly truncated?: boolean;
}

export interface MappedDocument {
  readonly document: PipelineDocument;
  readonly issues: readonly DataIssue[];
  readonly grade: HistoryGrade;
  /** How the order of the open stages was found. */
  readonly stageOrder: StageOrder;
  /** Closing stages that were told by a word with more than one meaning. */
  readonly doubtful: readonly { readonly name: string; readonly kind: StageKind }[];
  /** Fields of the mapping that no record has. */
  readonly unmet: readonly MappingField[];
}

/** The document of records read by a vendor's ways; see `applyMapping` for what is promised. */
export function buildDocument(
  records: readonly SourceRecord[],
  vendor: Vendor,
  { settings = {}, name, asOf, fetchedAt, truncated }: MappingOptions = {},
): MappedDocument {
  const { mapping } = vendor;
  const log = new IssueLog();
  const reader = new FieldReader(mapping, log, settings.reportTimeZone ?? 'UTC', vendor.falseIsBlank);
  const drafts = readDrafts(records, vendor, reader, log);
  const money = draftMoney(drafts, mapping, settings, reader, log);
  const stages = draftStages(drafts, mapping, vendor.stages);
  const context = { stages, money, reader, log, asOf: asOf ?? null };
  const opportunities = drafts.map((draft) => opportunityOf(draft, context));
  const grade = gradeOf(drafts);
  return {
    document: {
      schema: 'pipeline-kit/document@1',
      meta: {
        ...(name === undefined ? {} : { source: name }),
        ...(asOf === undefined ? {} : { asOf }),
        ...(fetchedAt === undefined ? {} : { fetchedAt }),
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
      opportunities,
    },
    issues: log.issues,
    grade,
    stageOrder: stages.order,
    doubtful: stages.doubtful,
    unmet: records.length > 0 ? reader.unmet() : [],
  };
}

function readDrafts(
  records: readonly SourceRecord[],
  vendor: Vendor,
  reader: FieldReader,
  log: IssueLog,
): Draft[] {
  const drafts: Draft[] = [];
  const taken = new Set<string>();
  for (const record of records) {
    let draft = readDraft(record, vendor.mapping, reader, log);
    if (!draft) continue;
    if (taken.has(draft.id)) {
      log.dropped(record.place, `the id ${draft.id} is taken by an earlier record`, 'duplicate');
      continue;
    }
    taken.add(draft.id);
    if (vendor.refine) draft = vendor.refine(draft, reader, log);
    if (vendor.log) draft = { ...draft, log: vendor.log(record, draft, reader, log) };
    drafts.push(draft);
  }
  return drafts;
}

/** Full when every record came with its log; one without would have no past and look as if it had stood still. */
function gradeOf(drafts: readonly Draft[]): HistoryGrade {
  if (drafts.length > 0 && drafts.every(({ log }) => log !== null)) return 'full';
  return drafts.some(({ log, stageEnteredAt }) => log !== null || stageEnteredAt !== null)
    ? 'stage-entry'
    : 'current-only';
}

function opportunityOf(draft: Draft, context: HistoryContext): Opportunity {
  return Object.assign(draft.opportunity, {
    history: draft.log ? loggedHistory(draft, draft.log, context) : currentHistory(draft, context),
  });
}

/** Every partner that a record or its log names, in order of appearance, by the first name it was given. */
function partnersOf(drafts: readonly Draft[]): Partner[] {
  const names = new Map<string, string | null>();
  const meet = (id: string | null | undefined, name: string | null): void => {
    if (id && !names.get(id)) names.set(id, name);
  };
  for (const { facts, partnerName, log } of drafts) {
    for (const { set } of log ?? []) meet(set.partner, null);
    meet(facts.partner, partnerName);
  }
  return [...names].map(([id, name]) => ({ id, name: name ?? id }));
}
