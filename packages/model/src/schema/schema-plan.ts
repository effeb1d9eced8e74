import type * as z from 'zod/mini';

/** Whether a value is of a kind. */
export type Check = (value: unknown) => boolean;

/** The steps to a place in the input. */
export type Path = (string | number)[];

/** Told of what a copy leaves out or mends, at the place where the path stands then. */
export type Tell = (what: 'unread' | 'mended') => void;

/**
 * A schema taken apart into what reading a million records needs; the schema itself is asked only to
 * explain a refusal. A clean value needs no copy, and none of the three allocates for one.
 */
export interface Plan {
  /** True exactly when the schema accepts the value and would return an equal one. */
  readonly isClean: Check;
  /** True exactly when the schema accepts the value. */
  readonly isReadable: Check;
  /** What the schema makes of a readable value, without the fields that are `undefined`. */
  readonly copy: (value: unknown, path: Path, tell: Tell) => unknown;
}

type AnySchema = z.ZodMiniType;

const plans = /* @__PURE__ */ new WeakMap<AnySchema, Plan>();

/** Gives a schema of a single value its plan: what the check accepts is right as it is. */
export function withCheck<S extends AnySchema>(schema: S, check: Check): S {
  return withPlan(schema, { isClean: check, isReadable: check, copy: (value) => value });
}

/** Gives a schema its plan. */
export function withPlan<S extends AnySchema>(schema: S, plan: Plan): S {
  plans.set(schema, plan);
  return schema;
}

/** The plan of a schema, from the plans of its parts. */
export function planOf(schema: AnySchema): Plan {
  const known = plans.get(schema);
  if (known !== undefined) return known;
  const { def } = schema as unknown as { readonly def: Definition };
  switch (def.type) {
    case 'unknown':
      return ANYTHING;
    case 'optional':
      return planOf(def.innerType);
    case 'nullable':
      return nullablePlan(planOf(def.innerType));
    case 'array':
      return arrayPlan(planOf(def.element));
    case 'union':
      return unionPlan(def.options.map(planOf));
    case 'object':
      return objectPlan(def.shape);
    default:
      throw new TypeError(`no plan for schemas of type ${(def as { type: string }).type}`);
  }
}

type Definition =
  | { readonly type: 'unknown' }
  | { readonly type: 'optional' | 'nullable'; readonly innerType: AnySchema }
  | { readonly type: 'array'; readonly element: AnySchema }
  | { readonly type: 'union'; readonly options: readonly AnySchema[] }
  | { readonly type: 'object'; readonly shape: Readonly<Record<string, AnySchema>> };

const ANYTHING: Plan = { isClean: () => true, isReadable: () => true, copy: (value) => value };

function nullablePlan(inner: Plan): Plan {
  return {
    isClean: (value) => value === null || inner.isClean(value),
    isReadable: (value) => value === null || inner.isReadable(value),
    copy: (value, path, tell) => (value === null ? null : inner.copy(value, path, tell)),
  };
}

function arrayPlan(element: Plan): Plan {
  // What is not read is not walked through either.
  if (element === ANYTHING)
    return { isClean: Array.isArray, isReadable: Array.isArray, copy: (value) => value };
  return {
    isClean: (value) => Array.isArray(value) && value.every(element.isClean),
    isReadable: (value) => Array.isArray(value) && value.every(element.isReadable),
    copy: (value, path, tell) =>
      Array.from(value as unknown[], (item, index) => copyAt(element, item, index, path, tell)),
  };
}

function unionPlan(options: readonly Plan[]): Plan {
  return {
    isClean: (value) => options.some(({ isClean }) => isClean(value)),
    isReadable: (value) => options.some(({ isReadable }) => isReadable(value)),
    copy: (value, path, tell) => options.find(({ isReadable }) => isReadable(value))?.copy(value, path, tell),
  };
}

interface Field {
  readonly plan: Plan;
  readonly isRequired: boolean;
}

function objectPlan(shape: Readonly<Record<string, AnySchema>>): Plan {
  const fields = new Map<string, Field>();
  let required = 0;
  for (const [name, schema] of Object.entries(shape)) {
    const isRequired = (schema as unknown as { readonly def: Definition }).def.type !== 'optional';
    fields.set(name, { plan: planOf(schema), isRequired });
    if (isRequired) required += 1;
  }
  return {
    isClean: (value) => {
      if (!isPlain(value)) return false;
      let found = 0;
      for (const name in value) {
        const field = fields.get(name);
        const held = value[name];
        if (field === undefined || held === undefined || !field.plan.isClean(held)) return false;
        if (field.isRequired) found += 1;
      }
      return found === required;
    },
    isReadable: (value) => {
      if (!isKeyed(value)) return false;
      for (const [name, { plan, isRequired }] of fields) {
        const held = value[name];
        if (held === undefined ? isRequired : !plan.isReadable(held)) return false;
      }
      return true;
    },
    copy: (value, path, tell) => {
      const source = value as Readonly<Record<string, unknown>>;
      const copy: Record<string, unknown> = {};
      for (const name in source) {
        const held = source[name];
        if (held === undefined) continue;
        const field = fields.get(name);
        if (field !== undefined) copy[name] = copyAt(field.plan, held, name, path, tell);
        else {
          path.push(name);
          tell('unread');
          path.pop();
        }
      }
      return copy;
    },
  };
}

function copyAt(plan: Plan, value: unknown, key: string | number, path: Path, tell: Tell): unknown {
  if (plan.isClean(value)) return value;
  path.push(key);
  const copy = plan.copy(value, path, tell);
  path.pop();
  return copy;
}

/** Whether the value holds fields by name. */
export function isKeyed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether it holds nothing but its own fields: no other kind of object, and nothing inherited. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isKeyed(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
