import type * as z from 'zod/mini';

/** Whether a value is just what a schema describes. */
export type Check = (value: unknown) => boolean;

type AnySchema = z.ZodMiniType;

const checks = /* @__PURE__ */ new WeakMap<AnySchema, Check>();

/** Gives a schema of a single value its quick check. */
export function withCheck<S extends AnySchema>(schema: S, check: Check): S {
  checks.set(schema, check);
  return schema;
}

/**
 * The schema as a predicate: true exactly when parsing would return an equal value, so nothing is
 * wrong, nothing is unknown and nothing needs repair. It allocates nothing, which makes reading a
 * good document several times faster than parsing it; the schema speaks only where this says no.
 */
export function quickCheck(schema: AnySchema): Check {
  const known = checks.get(schema);
  if (known !== undefined) return known;
  const { def } = schema as unknown as { def: Definition };
  switch (def.type) {
    case 'unknown':
      return anything;
    case 'literal':
      return (value) => def.values.includes(value);
    case 'optional':
      return quickCheck(def.innerType);
    case 'nullable': {
      const inner = quickCheck(def.innerType);
      return (value) => value === null || inner(value);
    }
    case 'array': {
      const inner = quickCheck(def.element);
      return inner === anything ? Array.isArray : (value) => Array.isArray(value) && value.every(inner);
    }
    case 'union': {
      const options = def.options.map(quickCheck);
      return (value) => options.some((option) => option(value));
    }
    case 'object':
      return objectCheck(def.shape);
    default:
      throw new TypeError(`no quick check for schemas of type ${(def as { type: string }).type}`);
  }
}

type Definition =
  | { readonly type: 'unknown' }
  | { readonly type: 'literal'; readonly values: readonly unknown[] }
  | { readonly type: 'optional' | 'nullable'; readonly innerType: AnySchema }
  | { readonly type: 'array'; readonly element: AnySchema }
  | { readonly type: 'union'; readonly options: readonly AnySchema[] }
  | { readonly type: 'object'; readonly shape: Readonly<Record<string, AnySchema>> };

function anything(): boolean {
  return true;
}

interface Field {
  readonly check: Check;
  readonly required: boolean;
}

function objectCheck(shape: Readonly<Record<string, AnySchema>>): Check {
  const fields = new Map<string, Field>();
  let required = 0;
  for (const [name, schema] of Object.entries(shape)) {
    const optional = (schema as unknown as { def: Definition }).def.type === 'optional';
    fields.set(name, { check: quickCheck(schema), required: !optional });
    if (!optional) required += 1;
  }
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    let found = 0;
    // `in` also sees what the record inherits: a record that inherits a value is not plain data.
    for (const name in value) {
      const field = fields.get(name);
      const held: unknown = value[name as keyof typeof value];
      if (field === undefined || held === undefined || !field.check(held)) return false;
      if (field.required) found += 1;
    }
    return found === required;
  };
}
