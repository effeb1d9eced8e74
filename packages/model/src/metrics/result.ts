import type { CalendarDate, Minor, Period } from '../schema/document.js';

/** Why a figure is not said: nothing to count, too little to count, or no stage history. */
export type Suppressed = 'zero' | 'floor' | 'history' | null;

/** A rate with its 95 % interval; null where it is not said. */
export interface Cell {
  readonly num: number;
  readonly den: number;
  readonly rate: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly suppressed: Suppressed;
}

/** A rate by amount: `num` and `den` in minor units, `nEff` Kish's effective number. */
export interface AmountCell extends Cell {
  readonly nEff: number | null;
  readonly unpriced: number;
}

/** A quantile with its 95 % interval; a null value was not reached. */
export interface Quantile {
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
}

export type { CalendarDate, Minor, Period };
