import { expect } from '@open-wc/testing';
import { NO_DAY } from '@pipeline-kit/model';
import fc from 'fast-check';
import { creditSplit, type CreditSplit } from '../../packages/model/src/metrics/credit-split.js';
import type { CreditEntry } from '../../packages/model/src/tables/credit-log.js';

const CREATED = 100;
const IDS = ['A', 'B', 'C', 'D', 'E'];

/** A credit on the day of the creation unless told otherwise; partners are A to E. */
function credit(id: string, facts: Partial<CreditEntry> = {}): CreditEntry {
  return { partner: IDS.indexOf(id), role: 'influenced', at: 0, day: CREATED, share: null, ...facts };
}

function split(credits: readonly CreditEntry[], amount: number, created = CREATED): CreditSplit {
  return creditSplit(credits, amount, created, (partner) => IDS[partner] ?? '');
}

/** What each partner is credited in a role. */
function parts(
  credits: readonly CreditEntry[],
  amount: number,
  role = 'influenced',
  created = CREATED,
): object {
  const found = split(credits, amount, created).roles.find((credited) => credited.role === role);
  return Object.fromEntries([...(found?.amounts ?? [])].map(([partner, part]) => [IDS[partner], part]));
}

describe('creditSplit', () => {
  it('creditSplit(…) credits the whole amount to a partner who states no share', () => {
    expect(parts([credit('A')], 1001)).to.deep.equal({ A: 1001 });
  });

  it('creditSplit(…) splits equally among partners who state none, to the last minor unit', () => {
    expect(parts([credit('C'), credit('A'), credit('B')], 1000)).to.deep.equal({ A: 334, B: 333, C: 333 });
    expect(parts([credit('A'), credit('A'), credit('B')], 1000)).to.deep.equal({ A: 500, B: 500 });
  });

  it('creditSplit(…) credits stated shares alone when nobody else is there', () => {
    expect(parts([credit('A', { share: 0.25 })], 1000)).to.deep.equal({ A: 250 });
    expect(parts([credit('A', { share: 0.25 }), credit('A', { share: 0.25 })], 1000)).to.deep.equal({
      A: 500,
    });
  });

  it('creditSplit(…) gives the rest to partners of whom no row states a share', () => {
    const credits = [credit('A', { share: 0.4 }), credit('A'), credit('B'), credit('C')];
    expect(parts(credits, 1000)).to.deep.equal({ A: 400, B: 300, C: 300 });
    expect(parts([credit('A', { share: 1 }), credit('B')], 1000)).to.deep.equal({ A: 1000, B: 0 });
  });

  it('creditSplit(…) scales shares that pass 1, and says so', () => {
    const credits = [credit('A', { share: 0.7 }), credit('B', { share: 0.6 }), credit('C')];
    expect(parts(credits, 450_000)).to.deep.equal({ A: 242_308, B: 207_692, C: 0 });
    const overflowing = (of: readonly CreditEntry[]): string[] =>
      split(of, 450_000).roles.flatMap(({ role, overflow }) => (overflow ? [role] : []));
    expect(overflowing(credits)).to.deep.equal(['influenced']);
    expect(overflowing([credit('A', { share: 0.4 }), credit('B', { share: 0.6 })])).to.deep.equal([]);
  });

  it('creditSplit(…) reads shares to four decimals on their text', () => {
    expect(parts([credit('A', { share: 0.33335 })], 10_000)).to.deep.equal({ A: 3334 });
  });

  it('creditSplit(…) gives what rounding leaves to the largest remainder, ties to the lower id', () => {
    const thirds = [
      credit('B', { share: 0.3333 }),
      credit('A', { share: 0.3333 }),
      credit('C', { share: 0.3334 }),
    ];
    expect(parts(thirds, 100)).to.deep.equal({ A: 33, B: 33, C: 34 });
    expect(parts([credit('B', { share: 0.5 }), credit('A', { share: 0.5 })], 3)).to.deep.equal({
      A: 2,
      B: 1,
    });
    expect(parts([credit('B', { share: 0.5 }), credit('A', { share: 0.5 })], -3)).to.deep.equal({
      A: -2,
      B: -1,
    });
  });

  it('creditSplit(…) holds sourcing 0 to 30 days before the creation; other is influence without a share', () => {
    const at = (day: number, created = CREATED): [object, object, number] => {
      const credits = [credit('A', { role: 'sourced', day, share: 0.5 })];
      const { demoted } = split(credits, 1000, created);
      return [
        parts(credits, 1000, 'sourced', created),
        parts(credits, 1000, 'influenced', created),
        demoted.size,
      ];
    };
    const holds = [{ A: 500 }, {}, 0];
    const demoted = [{}, { A: 1000 }, 1];
    expect(at(CREATED)).to.deep.equal(holds);
    expect(at(CREATED - 30)).to.deep.equal(holds);
    expect(at(CREATED - 31)).to.deep.equal(demoted);
    expect(at(CREATED + 1)).to.deep.equal(demoted);
    expect(at(CREATED + 1, NO_DAY)).to.deep.equal(holds);
  });

  it('creditSplit(…) takes a role by itself: each splits the amount anew, and co-selling none', () => {
    const credits = [
      credit('A', { role: 'sourced' }),
      credit('B', { role: 'influenced' }),
      credit('C', { role: 'fulfilled' }),
      credit('D', { role: 'cosell' }),
    ];
    expect(['sourced', 'influenced', 'fulfilled'].map((role) => parts(credits, 7, role))).to.deep.equal([
      { A: 7 },
      { B: 7 },
      { C: 7 },
    ]);
  });

  it('creditSplit(…) of an unpriced opportunity credits nothing, and still names who took part', () => {
    expect(parts([credit('A'), credit('B', { share: 0.4 })], Number.NaN)).to.deep.equal({ A: 0, B: 0 });
  });

  it('creditSplit(…) credits amount × Σ shares, rounded, and each within a minor unit of its share', () => {
    const claims = fc.array(
      fc.record({ id: fc.constantFrom(...IDS), share: fc.option(fc.integer({ min: 0, max: 10_000 })) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(claims, fc.integer({ min: -1e14, max: 1e14 }), (of, amount) => {
        const credits = of.map(({ id, share }) =>
          credit(id, { share: share === null ? null : share / 10_000 }),
        );
        const credited = split(credits, amount).roles[1]?.amounts ?? new Map<number, number>();
        // The shares once more, as exact fractions of 10,000 × 60: all equal splits among 1 to 5 are whole in it.
        const stated = new Map<string, number>();
        for (const { id, share } of of) if (share !== null) stated.set(id, (stated.get(id) ?? 0) + share);
        const total = [...stated.values()].reduce((sum, share) => sum + share, 0);
        const others = new Set(of.map(({ id }) => id).filter((id) => !stated.has(id)));
        const under = BigInt(Math.max(total, 10_000)) * 60n;
        const shareOf = (id: string): bigint =>
          stated.has(id)
            ? BigInt(stated.get(id) ?? 0) * 60n
            : (BigInt(Math.max(0, 10_000 - total)) * 60n) / BigInt(others.size);
        let sum = 0n;
        let shares = 0n;
        for (const [partner, part] of credited) {
          const share = shareOf(IDS[partner] ?? '');
          const off = BigInt(part) * under - BigInt(amount) * share;
          expect(off < under && -off < under).to.equal(true);
          sum += BigInt(part);
          shares += share;
        }
        const rest = 2n * (sum * under - BigInt(amount) * shares);
        expect(rest <= under && -rest <= under).to.equal(true);
        if (rest === under || -rest === under) expect(rest > 0n).to.equal(amount > 0);
      }),
      { numRuns: 500 },
    );
  });
});
