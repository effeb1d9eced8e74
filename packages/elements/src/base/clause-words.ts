import type { Clause, ClauseValue, Pipeline } from '@pipeline-kit/model';
import type { Texts } from '../messages/catalogue.js';
import { label } from '../strict/label.js';

/** A clause as a reader says it: `stage Proposal`, `amount from €20k below €200k`. */
export function clauseWords(clause: Clause, { card, format }: Texts, pipeline: Pipeline): string {
  const name = card.field(clause.field);
  if ('in' in clause) {
    const values = clause.in.map((value) => valueWords(clause.field, value, pipeline) ?? card.none);
    return `${name} ${format.list(values)}`;
  }
  if ('contains' in clause) return `${name} ${card.contains(label(clause.contains))}`;
  const write = (end: number | string): string =>
    clause.field === 'amount'
      ? format.money(Number(end))
      : typeof end === 'string'
        ? format.date(end)
        : String(end);
  const ends = [
    clause.from === undefined ? null : card.from(write(clause.from)),
    clause.to === undefined ? null : card.before(write(clause.to)),
  ];
  return [name, ...ends.filter((end) => end !== null)].join(' ');
}

/** A value by its name; null for unknown. */
function valueWords(field: string, value: ClauseValue, { document }: Pipeline): string | null {
  if (value === null) return null;
  const id = String(value);
  const named =
    field === 'stage'
      ? document.stages.find((stage) => stage.id === id)
      : field === 'partner'
        ? document.partners.find((partner) => partner.id === id)
        : undefined;
  return label(named?.name ?? id);
}
