import { isCalendarDate, type Period } from '@pipeline-kit/model/schema';
import type { ComplexAttributeConverter } from 'lit';
import { say } from '../messages/warnings.js';

/** A period as an attribute, an ISO interval whose end is not in it: `2026-01-01/2026-04-01`. */
export const periodAttribute: ComplexAttributeConverter<Period | null> = {
  fromAttribute: (value) => {
    if (!value) return null;
    const [from, to, more] = value.split('/');
    if (isCalendarDate(from) && isCalendarDate(to) && more === undefined && from < to) return { from, to };
    say.badPeriod(value);
    return null;
  },
};
