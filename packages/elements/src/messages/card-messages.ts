import type { HistoryGrade } from '@pipeline-kit/model/schema';

/** The sentences of the card that every widget stands in. */
export interface CardMessages {
  readonly table: string;
  readonly chart: string;
  readonly more: string;
  readonly close: string;
  readonly howCounted: string;
  readonly exportCsv: string;
  readonly exportSvg: string;
  readonly exportPng: string;
  readonly exportFailed: string;
  /** The accessible name of the list of marks. */
  readonly marks: (widget: string) => string;
  /** What Enter does on a mark that filters the others, on one that does not, and on a chosen one. */
  readonly enterFilters: (name: string) => string;
  readonly enterClears: string;
  readonly enterChooses: string;
  readonly showRows: (count: number) => string;
  readonly opportunity: string;
  readonly rowsTitle: (name: string, count: number) => string;
  readonly rowsCut: (shown: number, count: number) => string;
  readonly shiftEnterOpens: (count: number) => string;
  readonly clear: (name: string) => string;
  readonly clearAll: string;
  /** Spoken after a choice. */
  readonly chosen: (name: string, count: number) => string;
  readonly filtered: (name: string, finding: string) => string;
  readonly unfiltered: (finding: string) => string;

  readonly loading: (widget: string) => string;
  readonly read: (loaded: string, total: string) => string;
  readonly stop: string;
  readonly refreshing: (time: string) => string;
  readonly emptyTitle: (isFiltered: boolean) => string;
  readonly emptyFiltered: (filters: string) => string;
  readonly emptyAll: string;
  readonly retry: string;
  readonly noFigure: string;
  readonly queryFailed: (reason: string) => string;

  /** Terms of the methods panel. */
  readonly definition: string;
  readonly interval: string;
  readonly filters: string;
  readonly noFilters: string;
  readonly counted: string;
  readonly leftOut: string;
  readonly nothingLeftOut: string;
  readonly setAside: string;
  readonly setAsideCount: (count: number) => string;
  readonly setAsideMore: (count: number) => string;
  readonly history: string;
  readonly historyGrade: Readonly<Record<HistoryGrade, string>>;
  readonly asOf: string;
  readonly ignoredFilters: (fields: string) => string;
  /** The name of a field of the selection; the field itself where it is an attribute of the host's own. */
  readonly field: (field: string) => string;
  /** The field as the head of a column. */
  readonly column: (field: string) => string;
  /** A value of the model's own by its name; undefined for what the host named itself. */
  readonly value: (field: string, value: string) => string | undefined;
  readonly none: string;
  /** `Q2`, and with the last two digits of its fiscal year `Q2 26`. */
  readonly quarter: (quarter: number) => string;
  readonly quarterOfYear: (quarter: number, year: string, isFiscal: boolean) => string;
  /** A list of values without any. */
  readonly nothing: string;
  readonly between: (from: string, to: string) => string;
  readonly from: (value: string) => string;
  readonly before: (value: string) => string;
  readonly contains: (text: string) => string;
}
