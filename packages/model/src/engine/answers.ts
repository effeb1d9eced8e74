import type { Selection } from '../schema/clause.js';
import type { Contributions } from '../metrics/contributions.js';
import { statistics, type Statistics } from '../metrics/contributions.js';
import type { AdditiveMetric, CellName, FinishInput, Mark, Question } from '../metrics/metric.js';
import { METRICS, type AnyMetric } from '../metrics/registry.js';
import { maskOf, type Mask } from '../tables/mask.js';
import type { Tables } from '../tables/tables.js';

/** Results are kept for the last questions only: a brush asks hundreds. */
const KEPT = 64;

type Asked = Readonly<Record<string, unknown>>;

/** Answers questions about one pipeline at one as-of, and remembers what answering them took. */
export class Answers {
  readonly #tables: Tables;
  readonly #contributions = new Map<string, { contributions: Contributions; everything: Statistics }>();
  readonly #masks = new Map<string, Mask | null>();
  readonly #results = new Map<string, object>();

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  /** The result of a metric; the same object while the question is the same. */
  result(name: string, asked: Asked, selection: Selection, trace: boolean): object {
    const metric = metricNamed(name);
    const key = JSON.stringify([name, asked, plain(selection), trace]);
    const known = this.#results.get(key);
    if (known) return known;
    const question = this.#question(metric, asked, selection, trace);
    const result = 'compute' in metric ? metric.compute(question) : this.#finish(metric, question);
    const ignored = ignoredFields(metric, selection);
    return remember(this.#results, key, ignored.length > 0 ? { ...result, ignoredClauses: ignored } : result);
  }

  /** Rows behind a mark of a metric; a RangeError for a mark that the metric does not know. */
  members(name: string, asked: Asked, mark: Mark, selection: Selection): readonly number[] {
    const metric = metricNamed(name);
    const question = this.#question(metric, asked, selection, true);
    const rows =
      'compute' in metric ? metric.members?.(mark, question) : this.#marked(metric, question, mark);
    if (!rows) throw new RangeError(`unknown mark of ${name}: ${JSON.stringify(mark)}`);
    return rows;
  }

  /** Rows of the opportunities that exist, are not deleted and meet every clause. */
  rows(selection: Selection): number[] {
    const mask = this.#mask(selection);
    const { live } = this.#tables.now;
    const rows: number[] = [];
    for (let row = 0; row < live.length; row++) if (live[row] && (!mask || mask[row])) rows.push(row);
    return rows;
  }

  #question(metric: AnyMetric, asked: Asked, selection: Selection, trace: boolean): Question<unknown> {
    const { total } = this.#tables.now;
    if (total >= Number.MAX_SAFE_INTEGER) {
      throw new RangeError(`amounts add up to ${total} minor units, more than can be added exactly (2^53)`);
    }
    const picksRows = (field: string): boolean => metric.clauses?.rows?.includes(field) ?? false;
    const filters = metric.clauses?.ignored ? [] : selection.filter(({ field }) => !picksRows(field));
    return {
      params: metric.read(asked, this.#tables),
      tables: this.#tables,
      mask: this.#mask(filters),
      rowClauses: selection.filter(({ field }) => picksRows(field)),
      selection,
      trace,
    };
  }

  #finish(metric: AdditiveMetric<unknown, object>, question: Question<unknown>): object {
    const { contributions, everything } = this.#additive(metric, question.params);
    const { ids } = this.#tables.events;
    const input: FinishInput<unknown> = {
      ...question,
      selected: question.mask ? statistics(contributions, question.mask) : everything,
      everything,
      idsOf: question.trace
        ? (...cells) =>
            contributions
              .rowsIn(indices(contributions, cells), question.mask)
              .map((row) => ids[row] ?? '')
              .sort()
        : undefined,
    };
    return metric.finish(input);
  }

  #marked(
    metric: AdditiveMetric<unknown, object>,
    question: Question<unknown>,
    mark: Mark,
  ): number[] | null | undefined {
    const { contributions } = this.#additive(metric, question.params);
    const cells = metric.mark?.(mark, question.params, this.#tables, contributions.cells);
    return cells && contributions.rowsIn(indices(contributions, cells), question.mask);
  }

  #additive(
    metric: AdditiveMetric<unknown, object>,
    params: unknown,
  ): { contributions: Contributions; everything: Statistics } {
    const key = JSON.stringify([metric.name, params]);
    const known = this.#contributions.get(key);
    if (known) return known;
    const contributions = metric.contribute(this.#tables, params);
    return remember(this.#contributions, key, { contributions, everything: statistics(contributions, null) });
  }

  #mask(selection: Selection): Mask | null {
    const key = JSON.stringify(plain(selection));
    const known = this.#masks.get(key);
    return known === undefined ? remember(this.#masks, key, maskOf(this.#tables, selection)) : known;
  }
}

function metricNamed(name: string): AnyMetric {
  const metric = METRICS.get(name);
  if (!metric) throw new RangeError(`unknown metric: ${name} (known: ${[...METRICS.keys()].join(', ')})`);
  return metric;
}

function ignoredFields({ clauses }: AnyMetric, selection: Selection): string[] {
  if (!clauses?.ignored) return [];
  const ignored = selection.filter(
    ({ field }) => clauses.ignored === 'all' || !clauses.rows?.includes(field),
  );
  return [...new Set(ignored.map(({ field }) => field))].sort();
}

/** Clauses without who chose them: two widgets' same choice is the same question. */
function plain(selection: Selection): unknown {
  return selection.map((clause) => Object.assign({}, clause, { source: undefined }));
}

function indices(contributions: Contributions, cells: readonly CellName[]): (number | undefined)[] {
  return cells.map(([kind, a, b]) => contributions.cells.find(kind, a, b));
}

function remember<V>(kept: Map<string, V>, key: string, value: V): V {
  const oldest = kept.keys().next();
  if (kept.size >= KEPT && !oldest.done) kept.delete(oldest.value);
  kept.set(key, value);
  return value;
}
