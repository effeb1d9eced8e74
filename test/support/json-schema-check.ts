/** The part of JSON Schema that ours are written in. */
interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** The first place where the value breaks the schema, `#` for the value itself; null when it meets it. */
export function brokenAt(schema: object, value: unknown): string | null {
  const root = schema as JsonSchema;
  const visit = (part: JsonSchema, data: unknown, place: string): string | null => {
    if (part.$ref !== undefined)
      return visit(root.$defs?.[part.$ref.replace('#/$defs/', '')] ?? {}, data, place);
    const options = part.anyOf ?? part.oneOf;
    if (options && !options.some((option) => visit(option, data, place) === null)) return place;
    if (!meets(part, data)) return place;
    if (Array.isArray(data) && part.items) {
      return first(data, (item, index) => visit(part.items ?? {}, item, `${place}/${index}`));
    }
    if (typeof data !== 'object' || data === null) return null;
    const more = typeof part.additionalProperties === 'object' ? part.additionalProperties : {};
    return first(Object.entries(data), ([name, held]) =>
      visit(part.properties?.[name] ?? more, held, `${place}/${name}`),
    );
  };
  return visit(root, value, '#');
}

function meets(part: JsonSchema, data: unknown): boolean {
  if (part.type !== undefined && ![part.type].flat().some((type) => isOfType(data, type))) return false;
  if (part.const !== undefined && data !== part.const) return false;
  if (part.enum !== undefined && !part.enum.includes(data)) return false;
  if (typeof data === 'number')
    return data >= (part.minimum ?? -Infinity) && data <= (part.maximum ?? Infinity);
  if (typeof data === 'string') {
    return data.length <= (part.maxLength ?? Infinity) && new RegExp(part.pattern ?? '', 'u').test(data);
  }
  return (part.required ?? []).every(
    (name) => typeof data === 'object' && data !== null && Object.hasOwn(data, name),
  );
}

function isOfType(data: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(data);
  if (type === 'null') return data === null;
  if (type === 'integer') return Number.isInteger(data);
  if (type === 'object') return typeof data === 'object' && data !== null && !Array.isArray(data);
  return typeof data === type;
}

function first<T>(items: readonly T[], look: (item: T, index: number) => string | null): string | null {
  for (const [index, item] of items.entries()) {
    const found = look(item, index);
    if (found !== null) return found;
  }
  return null;
}
