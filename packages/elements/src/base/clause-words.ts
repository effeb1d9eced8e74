import type { Clause, ClauseValue, Pipeline } from '@pipeline-kit/model';
import type { Texts } from '../messages/catalogue.js';
import type { Format } from '../messages/format.js';
import { label } from '../strict/label.js';

/** A clause in two parts: what it chooses by, and what it chooses. */
export interface ClauseParts {
  readonly name: string;
  readonly value: string;
}

/** A clause as a reader says it: `stage Proposal`, `amount €20k to €200k`. */
export function clauseWords(clause: Clause, texts: Texts, pipeline: Pipeline): string {
  const { name, value } = clauseParts(clause, texts, pipeline);
  return `${name} ${value}`;
}

/** @param join - writes several values as one text; `Proposal, Pilot and Won` by default */
export function clauseParts(
  clause: Clause,
  texts: Texts,
  pipeline: Pipeline,
  join: (values: readonly string[]) => string = texts.format.list,
): ClauseParts {
  const { card, format } = texts;
  const name = label(card.field(clause.field));
  if ('in' in clause) {
    const values = clause.in.map((value) => valueWords(clause.field, value, texts, pipeline));
    return { name, value: values.length === 0 ? card.nothing : join(values) };
  }
  if ('contains' in clause) return { name, value: card.contains(label(clause.contains)) };
  return { name, value: rangeWords(clause, card, format) };
}

/** A value by its name. */
export function valueWords(
  field: string,
  value: ClauseValue,
  { card }: Texts,
  { document }: Pipeline,
): string {
  if (value === null) return card.none;
  const id = String(value);
  const named =
    field === 'stage'
      ? document.stages.find((stage) => stage.id === id)
      : field === 'partner'
        ? document.partners.find((partner) => partner.id === id)
        : undefined;
  return card.value(field, id) ?? label(named?.name ?? id);
}

/** An amount, short where that says all of it: `€20k`, but `€23,456.50`. */
export function amountWords(minor: number, format: Format): string {
  if (minor === 0) return format.money(0);
  return Number(minor.toPrecision(3)) === minor ? format.moneyTick(minor) : format.fullMoney(minor);
}

function rangeWords(
  {
    field,
    from,
    to,
  }: { readonly field: string; readonly from?: number | string; readonly to?: number | string },
  card: Texts['card'],
  format: Format,
): string {
  const write = (end: number | string): string =>
    typeof end === 'string'
      ? format.date(end)
      : field === 'amount'
        ? amountWords(end, format)
        : format.number(end);
  if (typeof from === 'string' && typeof to === 'string') {
    return from < to ? format.period({ from, to }) : card.nothing;
  }
  if (from !== undefined && to !== undefined) return card.between(write(from), write(to));
  return from === undefined ? card.before(write(to ?? 0)) : card.from(write(from));
}
