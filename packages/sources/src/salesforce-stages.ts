import type { Stage } from '@pipeline-kit/model/schema';
import { categoryOf } from './category-words.js';
import { fieldValue, nameText } from './field-value.js';
import { pageRecords } from './pages.js';
import { readFlag } from './read-flag.js';
import { readNumber, toNumber } from './read-number.js';

/**
 * The stages of `OpportunityStage`, in their own order. Inactive ones stay, since opportunities and
 * their history may stand in them. An opportunity names its stage by `ApiName`.
 */
export function salesforceStages(response: unknown): Stage[] {
  const stages = pageRecords(response, 'records').records.flatMap(({ value }): Stage[] => {
    const text = (path: string): string | null => nameText(fieldValue(value, path));
    const number = (path: string): number | null => {
      const read = readNumber(fieldValue(value, path));
      return read && toNumber(read.decimal);
    };
    const id = text('ApiName') ?? text('MasterLabel');
    if (id === null) return [];
    const isWon = readFlag(fieldValue(value, 'IsWon')) === true;
    const isClosed = readFlag(fieldValue(value, 'IsClosed')) === true;
    const probability = number('DefaultProbability');
    const category = categoryOf(text('ForecastCategoryName') ?? text('ForecastCategory') ?? '');
    return [
      {
        id,
        pipeline: 'main',
        name: text('MasterLabel') ?? id,
        position: number('SortOrder') ?? 0,
        kind: isWon ? 'won' : isClosed ? 'lost' : 'open',
        ...(probability === null ? {} : { probability: probability / 100 }),
        ...(category && !isClosed ? { category } : {}),
      },
    ];
  });
  return stages.sort((a, b) => a.position - b.position);
}
