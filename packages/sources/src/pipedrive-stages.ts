import type { Stage } from '@pipeline-kit/model/schema';
import { fieldValue, nameText } from './field-value.js';
import { pageRecords } from './pages.js';
import { readFlag } from './read-flag.js';
import { readNumber, toNumber } from './read-number.js';

/** The stages of Pipedrive, v1 or v2, in their order. Deleted ones stay, since deals may have stood in them. */
export function pipedriveStages(response: unknown): Stage[] {
  const stages = pageRecords(response, 'data').records.flatMap(({ value }): Stage[] => {
    const text = (path: string): string | null => nameText(fieldValue(value, path));
    const number = (path: string): number | null => {
      const read = readNumber(fieldValue(value, path));
      return read && toNumber(read.decimal);
    };
    const id = text('id');
    if (id === null) return [];
    const rots =
      readFlag(fieldValue(value, 'is_deal_rot_enabled')) ?? readFlag(fieldValue(value, 'rotten_flag'));
    const staleDays = rots ? (number('days_to_rotten') ?? number('rotten_days')) : null;
    const probability = number('deal_probability');
    return [
      {
        id,
        pipeline: text('pipeline_id') ?? 'main',
        name: text('name') ?? id,
        position: ((number('order_nr') ?? 0) + 1) * 10,
        kind: 'open',
        ...(probability === null || probability < 0 || probability > 100
          ? {}
          : { probability: probability / 100 }),
        ...(staleDays === null || !Number.isInteger(staleDays) || staleDays < 0 ? {} : { staleDays }),
      },
    ];
  });
  return stages.sort((a, b) => a.position - b.position);
}
