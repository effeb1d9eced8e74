import type { Category, Stage } from './document.js';
import { named } from './json-hints.js';
import { finite, flag, fraction, id, maybe, oneOf, record, reference, text } from './values.js';
import type { Schema } from './values.js';

export const categorySchema: Schema<Category> = oneOf(
  'omitted',
  'pipeline',
  'bestCase',
  'mostLikely',
  'commit',
);

export const stageSchema: Schema<Stage> = named(
  'Stage',
  record({
    id,
    pipeline: reference,
    name: text,
    position: finite,
    kind: oneOf('open', 'won', 'lost'),
    probability: maybe(fraction),
    category: maybe(categorySchema),
    qualified: maybe(flag),
    staleDays: maybe(finite),
  }),
);
