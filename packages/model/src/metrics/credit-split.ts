import { NO_DAY } from '../schema/calendar-date.js';
import type { CreditEntry } from '../tables/credit-log.js';
import { PROBABILITY_SCALE, tenThousandths } from '../tables/probability.js';

export const CREDIT_ROLES = ['sourced', 'influenced', 'fulfilled'] as const;

export type CreditRoleShown = (typeof CREDIT_ROLES)[number];

/** The credits of one role on an opportunity: per partner its part of the amount, in minor units. */
export interface RoleCredit {
  readonly role: CreditRoleShown;
  readonly amounts: ReadonlyMap<number, number>;
  /** The stated shares passed 1 and were scaled to it. */
  readonly overflow: boolean;
}

export interface CreditSplit {
  readonly roles: readonly RoleCredit[];
  /** Partners whose sourcing lies too far from the creation, and counts as influence. */
  readonly demoted: ReadonlySet<number>;
}

/** Sourcing holds from this many days before the creation. */
const SOURCED_DAYS = 30;

/**
 * How a won amount is credited (METRICS.md C, Credit). Roles are never added: each splits the whole
 * amount. `createdDay` is `NO_DAY` when unknown. Shares are exact fractions, parts are whole minor
 * units by the largest remainder, and an unpriced opportunity (NaN) credits nothing.
 */
export function creditSplit(
  credits: readonly CreditEntry[],
  amount: number,
  createdDay: number,
  partnerId: (partner: number) => string,
): CreditSplit {
  const demoted = new Set<number>();
  const claims: Record<CreditRoleShown, Claim[]> = { sourced: [], influenced: [], fulfilled: [] };
  for (const { role, partner, day, share } of credits) {
    if (role === 'cosell') continue;
    if (role === 'sourced' && createdDay !== NO_DAY && !isNear(createdDay - day)) {
      demoted.add(partner);
      claims.influenced.push({ partner, share: null });
    } else claims[role].push({ partner, share });
  }
  return { roles: CREDIT_ROLES.map((role) => split(role, claims[role], amount, partnerId)), demoted };
}

interface Claim {
  readonly partner: number;
  readonly share: number | null;
}

function isNear(daysBefore: number): boolean {
  return daysBefore >= 0 && daysBefore <= SOURCED_DAYS;
}

function split(
  role: CreditRoleShown,
  claims: readonly Claim[],
  amount: number,
  partnerId: (partner: number) => string,
): RoleCredit {
  const partners = [...new Set(claims.map(({ partner }) => partner))];
  const stated = new Map<number, number>();
  for (const { partner, share } of claims) {
    if (share !== null) stated.set(partner, (stated.get(partner) ?? 0) + tenThousandths(share));
  }
  const total = [...stated.values()].reduce((sum, share) => sum + share, 0);
  const overflow = total > PROBABILITY_SCALE;
  // Over the denominator scale × equals every share is a whole number: those that state none share the rest.
  const equals = Math.max(1, partners.length - stated.size);
  const rest = Math.max(0, PROBABILITY_SCALE - total);
  const shares = partners.map((partner) => {
    const share = stated.get(partner);
    return share === undefined ? rest : share * equals;
  });
  const denominator = (overflow ? total : PROBABILITY_SCALE) * equals;
  const parts = Number.isNaN(amount)
    ? shares.map(() => 0)
    : largestRemainder(amount, shares, denominator, partners.map(partnerId));
  return { role, overflow, amounts: new Map(partners.map((partner, i) => [partner, parts[i] ?? 0])) };
}

/**
 * `amount` × Σ shares ÷ denominator, rounded to a minor unit with halves away from zero, in whole parts:
 * what is missing after rounding down goes to the largest remainders, ties by name.
 */
function largestRemainder(
  amount: number,
  shares: readonly number[],
  denominator: number,
  names: readonly string[],
): number[] {
  const size = BigInt(Math.abs(amount));
  const under = BigInt(denominator);
  const total = shares.reduce((sum, share) => sum + BigInt(share), 0n) * size;
  const parts = shares.map((share) => (BigInt(share) * size) / under);
  const remainders = shares.map((share) => (BigInt(share) * size) % under);
  const credited = (2n * total + under) / (2n * under);
  let missing = Number(credited - parts.reduce((sum, part) => sum + part, 0n));
  const order = shares
    .map((_, i) => i)
    .sort((a, b) => {
      const difference = (remainders[b] ?? 0n) - (remainders[a] ?? 0n);
      return difference !== 0n ? (difference > 0n ? 1 : -1) : (names[a] ?? '') < (names[b] ?? '') ? -1 : 1;
    });
  for (const i of order) {
    if (missing === 0) break;
    parts[i] = (parts[i] ?? 0n) + 1n;
    missing -= 1;
  }
  return parts.map((part) => (amount < 0 ? 0 - Number(part) : Number(part)));
}
