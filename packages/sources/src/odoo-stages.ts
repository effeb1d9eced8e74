import type { Stage } from '@pipeline-kit/model/schema';
import { fieldValue, nameText } from './field-value.js';
import { pageRecords } from './pages.js';
import { readFlag } from './read-flag.js';
import { readNumber, toNumber } from './read-number.js';

/** The stages of `crm.stage` by `sequence`, then id. Teams share them, so they are one pipeline; none is lost. */
export function odooStages(response: unknown): Stage[] {
  return pageRecords(response, 'result')
    .records.flatMap(({ value }) => {
      const id = nameText(fieldValue(value, 'id'));
      const sequence = readNumber(fieldValue(value, 'sequence'));
      return id === null ? [] : [{ value, id, order: sequence ? toNumber(sequence.decimal) : 0 }];
    })
    .sort((a, b) => a.order - b.order || Number(a.id) - Number(b.id))
    .map(({ value, id }, index) => ({
      id,
      pipeline: 'main',
      name: nameText(fieldValue(value, 'name')) ?? id,
      position: (index + 1) * 10,
      kind: readFlag(fieldValue(value, 'is_won')) === true ? 'won' : 'open',
    }));
}
