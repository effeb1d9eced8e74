import * as z from 'zod/mini';
import type { Customer } from './document.js';
import { named } from './json-hints.js';
import { maybe, record, text } from './values.js';
import type { Schema } from './values.js';

const known = maybe(z.nullable(text));

/** Who buys; every field may be unknown. */
export const customerSchema: Schema<Customer> = named(
  'Customer',
  record({
    id: known,
    name: known,
    domain: known,
    taxId: known,
    country: known,
  }),
);
