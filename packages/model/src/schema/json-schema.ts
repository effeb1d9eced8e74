import * as z from 'zod/mini';
import { documentSchema } from './document-schema.js';
import { jsonHints } from './json-hints.js';
import { mappingSchema } from './mapping-schema.js';
import { savedStateSchema } from './saved-state-schema.js';
import type { Schema } from './values.js';

/** JSON Schema (2020-12) of the canonical document, for editors and for those who write adapters. */
export function documentJsonSchema(): object {
  return jsonSchema(documentSchema, 'A sales pipeline: everything Pipeline Kit reads');
}

/** JSON Schema (2020-12) of a mapping, for those who write one by hand. */
export function mappingJsonSchema(): object {
  return jsonSchema(mappingSchema, 'How the records of a JSON or CSV file become opportunities');
}

/** JSON Schema (2020-12) of what `saveState()` returns. */
export function savedStateJsonSchema(): object {
  return jsonSchema(savedStateSchema, 'What a reader of Pipeline Kit has chosen');
}

function jsonSchema<T>(schema: Schema<T>, title: string): object {
  return { title, ...z.toJSONSchema(schema, { metadata: jsonHints, io: 'input' }) };
}
