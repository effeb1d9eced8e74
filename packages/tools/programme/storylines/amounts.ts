import type { ProductLine } from '@pipeline-kit/model/schema';
import type { Deal } from '../deal.js';
import type { Random } from '../random.js';
import type { Scene } from './scene.js';

/** The amount: unknown at first for some, corrected with what is learnt, discounted to win. */
export function amounts({ deal, moments, random, log }: Scene): void {
  const first = moments[0]!.minute;
  let amount: number | null = random.chance(0.09) ? null : rounded(deal.size * random.logNormal(1, 0.25));
  log.write(first, { currency: deal.currency, amount });
  log.write(first, { products: lines(deal, amount, random) });

  for (const { minute, stage } of moments.slice(1)) {
    const before: number | null = amount;
    if (amount === null) amount = random.chance(0.8) ? rounded(deal.size) : null;
    else if (stage === 'won')
      amount = random.chance(0.35) ? rounded(amount * (0.84 + random.next() * 0.14)) : amount;
    else if (random.chance(0.35)) amount = rounded(amount * random.logNormal(0.98, 0.17));
    if (amount === before) continue;
    log.write(minute, { amount, products: lines(deal, amount, random) });
  }
}

/** Prices are round: to hundreds, above twenty thousand to five hundreds. */
function rounded(minor: number): number {
  const step = minor < 2_000_000 ? 10_000 : 50_000;
  return Math.max(step, Math.round(minor / step) * step);
}

/** The amount spread over the products; one list in thirty does not add up. */
function lines(deal: Deal, amount: number | null, random: Random): ProductLine[] {
  const [main, second] = deal.products;
  if (main === undefined || amount === null) return deal.products.map((id) => ({ id, amount: null }));
  const whole = random.chance(0.033) ? rounded(amount * 0.8) : amount;
  if (second === undefined) return [{ id: main, amount: whole }];
  const share = Math.round((whole * random.integer(15, 40)) / 10_000) * 100;
  return [
    { id: main, amount: whole - share },
    { id: second, amount: share },
  ];
}
