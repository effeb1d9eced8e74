const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The moment at which clocks of the zone show the given time, told as if it were UTC milliseconds. Of a
 * time that occurs twice when clocks go back, the first; one that is skipped is read with the offset
 * before the jump. A RangeError for a zone that does not exist.
 */
export function zonedTime(wallMs: number, timeZone: string): number {
  if (timeZone === 'UTC') return wallMs;
  // An offset changes at most once within a day, so those of the days around are the candidates.
  const before = offsetAt(wallMs - DAY_MS, timeZone);
  const after = offsetAt(wallMs + DAY_MS, timeZone);
  if (before === after || offsetAt(wallMs - before, timeZone) === before) return wallMs - before;
  return offsetAt(wallMs - after, timeZone) === after ? wallMs - after : wallMs - before;
}

function offsetAt(ms: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const part = new Map(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const at = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0;
  const wall = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
  return wall - Math.floor(ms / 1000) * 1000;
}
