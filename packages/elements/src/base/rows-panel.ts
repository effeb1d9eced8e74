import type { OpportunityRow } from '@pipeline-kit/model';
import type { Texts } from '../messages/catalogue.js';
import { label } from '../strict/label.js';
import { numberCell, textCell, type TableModel } from './table-model.js';

/** As many rows as a card can hold; the widget for rows shows the rest. */
export const ROWS_SHOWN = 100;

/** The opportunities behind a mark, largest first, as a table. */
export function rowsTable(
  rows: readonly OpportunityRow[],
  nameOf: { readonly stage: (id: string) => string; readonly partner: (id: string) => string },
  { card, format }: Texts,
): TableModel {
  const largest = rows.toSorted((a, b) => (b.amount ?? -1) - (a.amount ?? -1)).slice(0, ROWS_SHOWN);
  return {
    columns: [
      { label: card.opportunity, isNumber: false },
      { label: card.column('partner'), isNumber: false },
      { label: card.column('stage'), isNumber: false },
      { label: card.column('amount'), isNumber: true },
    ],
    rows: largest.map((row) => [
      textCell(label(row.name ?? row.id)),
      textCell(row.partner === null ? card.none : nameOf.partner(row.partner)),
      textCell(row.stage === null ? card.none : nameOf.stage(row.stage)),
      numberCell(row.amount, format.money),
    ]),
  };
}
