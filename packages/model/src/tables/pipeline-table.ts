import { ColumnTable } from './arquero.js';

/** The methods of Arquero that compile their expressions, or the shape of a row, into code. */
const COMPILING: readonly PropertyKey[] = [
  ...'count derive filter groupby orderby rollup dedupe impute fold pivot spread unroll lookup'.split(' '),
  ...'join join_left join_right join_full cross semijoin antijoin union intersect except'.split(' '),
  ...'object objects print'.split(' '),
];

/** Arquero's table, with one clear sentence where a page forbids the code that an expression is made into. */
export class PipelineTable extends ColumnTable {
  /**
   * Rows as objects.
   *
   * @yields What `objects()` gives.
   */
  override *[Symbol.iterator](): Generator<Record<string, unknown>> {
    yield* this.objects() as Record<string, unknown>[];
  }
}

for (const name of COMPILING) {
  const verb = (ColumnTable.prototype as unknown as Record<PropertyKey, (...args: unknown[]) => unknown>)[
    name
  ];
  if (!verb) throw new Error(`Arquero has no ${String(name)} any more`);
  Object.defineProperty(PipelineTable.prototype, name, {
    configurable: true,
    writable: true,
    value(this: PipelineTable, ...args: unknown[]): unknown {
      try {
        return verb.apply(this, args);
      } catch (error) {
        throw error instanceof EvalError ? new EvalError(refusal(name), { cause: error }) : error;
      }
    },
  });
}

/** What a strict page is told when it uses a verb that compiles. */
export function refusal(name: PropertyKey): string {
  return (
    `Arquero's ${String(name)} makes code from text, which this page's ` +
    'policy forbids: use scan, get, column, select, slice or create here, or ask pipeline.query'
  );
}
