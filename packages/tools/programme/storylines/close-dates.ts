import { fiscalPeriod } from '@pipeline-kit/model/schema';
import { DAY, dayText, minuteOf } from '../log.js';
import type { Random } from '../random.js';
import { pipelines } from '../truth.js';
import type { Scene } from './scene.js';

/** The expected close date: often the end of a quarter, pushed when it comes too early, forgotten by some. */
export function closeDates({ deal, moments, closed, end, random, log }: Scene): void {
  const created = moments[0]!.minute;
  const expected = deal.pipeline === pipelines.renewal ? 90 : 110;
  let due: number | null = random.chance(0.05)
    ? null
    : snapped(deal.createdDay + random.logNormal(expected, 0.4), random);
  log.write(created, { closeDate: due === null ? null : dayText(due) });

  const careless = random.chance(0.1);
  for (const { minute } of moments.slice(1)) {
    if (minute >= end) break;
    due = pushedUntil(Math.floor(minute / DAY), due);
    if (due !== null && !random.chance(0.18)) continue;
    if (due === null && random.chance(0.3)) continue;
    due = snapped(Math.floor(minute / DAY) + random.logNormal(60, 0.5), random);
    log.write(minute, { closeDate: dayText(due) });
  }
  if (closed === null) pushedUntil(Math.floor(end / DAY), due);
  else if (random.chance(0.92)) log.write(closed, { closeDate: dayText(Math.floor(closed / DAY)) });

  /** Every time the date comes and the opportunity is still open, somebody moves it. */
  function pushedUntil(day: number, from: number | null): number | null {
    if (careless) return from;
    let date = from;
    while (date !== null && date < day) {
      const noticed = date + random.integer(0, 9);
      if (noticed >= day) break;
      date = snapped(noticed + random.integer(12, 95), random);
      log.write(minuteOf(noticed, random), { closeDate: dayText(date) });
    }
    return date;
  }
}

/** People name the end of a quarter, the end of a month, or a day. */
function snapped(day: number, random: Random): number {
  const unit = random.next();
  if (unit > 0.72) return Math.floor(day);
  return fiscalPeriod(Math.floor(day), unit < 0.44 ? 'quarter' : 'month', { kind: 'gregorian' }).to - 1;
}
