import * as z from 'zod/mini';

/** What a JSON Schema says of a value beyond its type. */
export interface JsonHints {
  /** The name under `$defs`. */
  readonly id?: string;
  readonly type?: 'integer';
  readonly format?: 'date' | 'date-time';
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly description?: string;
}

/** Our own registry: Zod's global one is shared with every copy of Zod on the page. */
export const jsonHints: z.core.$ZodRegistry<JsonHints> = /* @__PURE__ */ z.registry<JsonHints>();

/** Gives a schema its name in the JSON Schema. */
export function named<S extends z.ZodMiniType>(id: string, schema: S): S {
  return describeAs(schema, { id });
}

/** Gives a schema its words in the JSON Schema. */
export function describeAs<S extends z.ZodMiniType>(schema: S, hints: JsonHints): S {
  jsonHints.add(schema, hints);
  return schema;
}
