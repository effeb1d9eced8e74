import { instantMs } from '@pipeline-kit/model/schema';
import { fieldValue, nameText } from './field-value.js';
import { labelOf } from './odata-label.js';
import { pageRecords } from './pages.js';
import type { Draft } from './read-draft.js';
import { readDate } from './read-date.js';

interface ActiveStage {
  readonly name: string;
  readonly since: string | null;
}

/**
 * Gives each draft the active stage of its business process and since when it is active. An opportunity
 * that ran through several processes is where the last of them is. A finished one is dated by its closing.
 */
export function dynamicsProcesses(response: unknown): (draft: Draft) => Draft {
  const active = new Map<string, ActiveStage>();
  for (const { value } of response === undefined ? [] : pageRecords(response, 'value').records) {
    const opportunity = nameText(fieldValue(value, '_opportunityid_value'));
    const name =
      nameText(fieldValue(value, 'activestageid.stagename')) ??
      nameText(labelOf(value, '_activestageid_value')) ??
      nameText(fieldValue(value, '_activestageid_value'));
    if (opportunity === null || name === null) continue;
    const date = readDate(fieldValue(value, 'activestagestartedon'), 'iso', 'UTC');
    const since = date?.ms === undefined ? null : new Date(date.ms).toISOString();
    const known = active.get(opportunity);
    if (!known || later(since, known.since)) active.set(opportunity, { name, since });
  }
  return (draft) => {
    const found = active.get(draft.id);
    if (!found) return draft;
    return { ...draft, stage: found.name, stageEnteredAt: draft.said === 'open' ? found.since : null };
  };
}

function later(a: string | null, b: string | null): boolean {
  return (instantMs(a ?? '') ?? -Infinity) > (instantMs(b ?? '') ?? -Infinity);
}
