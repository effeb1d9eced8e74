import type { Comparison, PeriodKind } from '../filters/period-reading.js';

/** The sentences of `pipeline-filters`. */
export interface FiltersMessages {
  readonly name: string;
  readonly period: string;
  readonly comparedWith: string;
  /** The choices of a period, and those of what it is compared with. */
  readonly periodKind: Readonly<Record<PeriodKind, string>>;
  readonly comparison: Readonly<Record<Comparison, string>>;
  /** A period that is not over: `Q2 26, to 20 May`. */
  readonly upTo: (period: string, day: string) => string;
  /** A period before, as far as this one has come: `Q1 26, same share`. */
  readonly sameShare: (period: string) => string;
  readonly from: string;
  readonly to: string;
  /** The end of an amount or a number, which is not in the range. */
  readonly below: string;
  readonly backwards: string;

  readonly asOf: (day: string, place: string) => string;
  readonly asOfDay: string;
  /** Goes back to the page's own day. */
  readonly asOfReset: string;

  readonly filters: (count: number) => string;
  /** Two of several values and how many more: `Proposal, Negotiation and 3 more`. */
  readonly andMore: (values: string, count: number) => string;
  readonly add: string;
  readonly clearAll: string;
  readonly addTitle: string;
  readonly edit: (filter: string) => string;
  readonly search: (field: string) => string;
  readonly contains: (text: string) => string;
  readonly listed: (shown: number, count: number) => string;
  readonly noMatch: string;
  readonly known: (count: number) => string;
  readonly count: (count: number) => string;
  readonly back: string;

  /** Spoken after a change. */
  readonly added: (filter: string) => string;
  readonly removed: (filter: string, left: number) => string;
  readonly cleared: string;
  readonly periodChosen: (period: string) => string;
  readonly comparisonChosen: (period: string) => string;
  readonly asOfChosen: (day: string) => string;
}
