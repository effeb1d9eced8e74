import { readDocument, readMapping } from '@pipeline-kit/model/schema';
import type {
  CalendarDate,
  DataIssue,
  HistoryGrade,
  Mapping,
  PipelineDocument,
  Settings,
} from '@pipeline-kit/model/schema';
import { applyMapping } from './apply-mapping.js';
import type { MappedDocument } from './build-document.js';
import { fieldValue } from './field-value.js';
import { guessMapping } from './guess-mapping.js';
import type { GuessedMapping, MappingQuestion } from './guess-mapping.js';
import { LONE } from './json-records.js';
import type { RecordList } from './json-records.js';
import { readSource } from './read-source.js';
import type { Source, SourceFrame } from './read-source.js';
import { SourceError } from './source-error.js';
import type { AdaptedPipeline } from './vendor.js';
import { VENDORS } from './vendors.js';

export interface OpenOptions {
  /** How to read the records; absent, it is guessed. */
  readonly mapping?: Mapping;
  /** What `meta.source` says. */
  readonly name?: string;
  /** Settings of the document; a document of our own has its own and ignores them. */
  readonly settings?: Partial<Settings>;
  /** The day the export was made. */
  readonly asOf?: CalendarDate;
}

export interface OpenedPipeline {
  readonly document: PipelineDocument;
  readonly issues: readonly DataIssue[];
  readonly grade: HistoryGrade;
  /** The system whose response it is, `Salesforce`; null when it was read as any other. */
  readonly vendor: string | null;
  /** The mapping that was applied; null for a document of our own. */
  readonly mapping: Mapping | null;
  /** How the mapping was found; null when it was given or is the vendor's. */
  readonly guessed: Omit<GuessedMapping, 'mapping' | 'repeated'> | null;
}

/**
 * Opens anything: our own document, the response of a known system, JSON with a list of records somewhere in it, newline-delimited JSON
 * or CSV, as text, bytes or a parsed value. Pure and synchronous. Throws a SourceError that says what
 * was found instead when nothing can be drawn from it, a RangeError for a mapping that is none.
 */
export function openPipeline(input: unknown, options: OpenOptions = {}): OpenedPipeline {
  const given = options.mapping === undefined ? null : readMapping(options.mapping);
  const source = readSource(input, frameOf(given));
  if (source.format === 'document') {
    const { document, issues } = readDocument(source.value);
    return {
      document,
      issues,
      grade: document.meta?.history ?? 'full',
      mapping: null,
      vendor: null,
      guessed: null,
    };
  }
  const vendor = given ? undefined : VENDORS.find(({ recognises }) => recognises(source.value));
  if (vendor) return opened(vendor.name, vendor.open(source.value, options), source.issues);
  const chosen = given ? mappedList(source, given) : guessedList(source);
  const { list, frame, guess } = chosen;
  const mapping = given ?? guess?.mapping ?? { ...frame, fields: {} };
  mustBePipeline(chosen, mapping);
  const result = applyMapping(list.records, mapping, {
    ...options,
    ...(list.truncated ? { truncated: true } : {}),
  });
  return {
    document: result.document,
    issues: [...source.issues, ...list.issues, ...asIssues(guess), ...result.issues],
    grade: result.grade,
    mapping,
    vendor: null,
    guessed: guess && {
      fields: guess.fields,
      unused: guess.unused,
      questions: [...guess.questions, ...orderQuestion(result, mapping)],
    },
  };
}

function opened(
  vendor: string,
  { document, issues, grade, mapping }: AdaptedPipeline,
  before: readonly DataIssue[],
): OpenedPipeline {
  return { document, issues: [...before, ...issues], grade, mapping, vendor, guessed: null };
}

interface ChosenList {
  readonly list: RecordList;
  readonly frame: SourceFrame;
  readonly guess: GuessedMapping | null;
}

type RecordSource = Exclude<Source, { format: 'document' }>;

function frameOf(mapping: Mapping | null): SourceFrame {
  return {
    ...(mapping?.records === undefined ? {} : { records: mapping.records }),
    ...(mapping?.table === undefined ? {} : { table: mapping.table }),
  };
}

/** The first list with a record that has what the mapping says, else the first. */
function mappedList({ lists }: RecordSource, { fields }: Mapping): ChosenList {
  const paths = Object.values(fields);
  const read = lists.map((list) => ({ frame: list.frame, list: list.read(), guess: null }));
  const fitting = read.find(({ list }) =>
    list.records
      .slice(0, 50)
      .some(({ value }) => paths.some((path) => fieldValue(value, path) !== undefined)),
  );
  return fitting ?? read[0] ?? { list: { records: [], issues: [] }, frame: {}, guess: null };
}

/** Of the lists in an envelope the first in which a stage and an amount or a date are found. */
function guessedList({ lists }: RecordSource): ChosenList {
  let best: ChosenList | null = null;
  let bestWorth = -1;
  // The last is the whole as a list of one.
  for (const { frame, read } of lists.length > 8 ? [...lists.slice(0, 7), ...lists.slice(-1)] : lists) {
    const list = read();
    const guess = guessMapping(list.records, frame);
    const alone = list.records[0]?.place === LONE;
    const worth = alone && !isPlainlyOne(guess) ? -1 : worthOf(guess.mapping);
    if (worth > bestWorth) [best, bestWorth] = [{ list, frame, guess }, worth];
    if (worth === 3) break;
  }
  if (best) return best;
  const keys = Object.keys(lists.at(-1)?.read().records[0]?.value ?? {});
  throw new SourceError(`no list of records found in an object with ${someOf(keys)} (mapping: records)`);
}

/** A lone object may be anything, so its stage must be called one. */
function isPlainlyOne({ fields, mapping }: GuessedMapping): boolean {
  const stage = fields.find(({ field }) => field === 'stage');
  return stage !== undefined && stage.confidence >= 0.65 && hasFigure(mapping.fields);
}

function worthOf({ fields }: Mapping): number {
  return (hasStage(fields) ? 2 : 0) + (hasFigure(fields) ? 1 : 0);
}

function hasStage({ stage, status, isWon, amount }: Mapping['fields']): boolean {
  return stage !== undefined || status !== undefined || (isWon !== undefined && amount !== undefined);
}

function hasFigure({ amount, createdAt, closeDate, closedAt }: Mapping['fields']): boolean {
  return [amount, createdAt, closeDate, closedAt].some((path) => path !== undefined);
}

/** Says why not, and what was found, when the records cannot be opportunities. */
function mustBePipeline({ list: { records }, guess }: ChosenList, mapping: Mapping): void {
  const place = mapping.records ?? '';
  const count = records.length === 1 ? '1 record' : `${records.length} records`;
  if (records.length === 0) throw new SourceError('a list without records', place);
  if (!hasStage(mapping.fields)) {
    const found = guess
      ? [...guess.fields.map(({ path }) => path), ...guess.unused]
      : Object.keys(records[0]?.value ?? {});
    const looked = guess ? 'no field looks like a stage or a status' : 'the mapping names no stage';
    throw new SourceError(`${looked}; ${count} with ${someOf(found)} (mapping: fields.stage)`, place);
  }
  if (guess === null) return;
  if (guess.repeated !== null) {
    const { path, distinct } = guess.repeated;
    throw new SourceError(
      `${count} but ${distinct} values of ${path}: rows of changes or products, not of opportunities`,
      place,
    );
  }
  const { stage = '' } = mapping.fields;
  const stages = new Set(records.map(({ value }) => fieldValue(value, stage)));
  if (records.length > 1 && stages.size === records.length && !hasFigure(mapping.fields)) {
    throw new SourceError(
      `${count}, each with a ${stage} of its own and no amount or date: a list of stages`,
      place,
    );
  }
}

function someOf(names: readonly string[]): string {
  if (names.length === 0) return 'no fields';
  return names.slice(0, 12).join(', ') + (names.length > 12 ? ' …' : '');
}

/** What was assumed is listed among the issues, so that it is seen where issues are shown. */
function asIssues(guess: GuessedMapping | null): DataIssue[] {
  return (guess?.questions ?? [])
    .filter(({ about }) => about !== 'money')
    .map(({ about, path, question, assumed }) => {
      return {
        path,
        reason: `${question}; assumed ${assumed} (mapping: ${about})`,
        code: 'invalid',
        effect: 'kept',
      };
    });
}

function orderQuestion({ document, stageOrder }: MappedDocument, mapping: Mapping): MappingQuestion[] {
  const open = document.stages.filter(({ kind }) => kind === 'open').map(({ name }) => name);
  if (open.length < 2 || (stageOrder !== 'words' && stageOrder !== 'appearance')) return [];
  const by = stageOrder === 'words' ? 'the usual steps of a sale' : 'the order in which they appear';
  return [
    {
      about: 'stages',
      path: mapping.fields.stage ?? '',
      question: `the order of the stages is taken from ${by}`,
      assumed: open.join(' → '),
      answers: ['the names in order in stages.order'],
    },
  ];
}
