import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Clause, Selection, SetClause } from '../../packages/model/src/selection/clause.js';
import {
  clear,
  crossfilter,
  EVERYTHING,
  sameSelection,
  select,
  toggle,
  without,
} from '../../packages/model/src/selection/selection.js';

const stageOf = (source: string, ...values: (string | null)[]): SetClause => ({
  source,
  field: 'stage',
  in: values,
});
const amount: Clause = { source: 'range', field: 'amount', from: 100 };
const hosts: Clause = { field: 'region', in: ['EMEA'] };

const clause: fc.Arbitrary<SetClause> = fc
  .tuple(
    fc.constantFrom('a', 'b', undefined),
    fc.constantFrom('stage' as const, 'partner' as const),
    fc.uniqueArray(fc.constantFrom('x', 'y', null), { minLength: 1 }),
  )
  .map(([source, field, values]) =>
    source === undefined ? { field, in: values } : { source, field, in: values },
  );
const selection = fc
  .array(clause, { maxLength: 6 })
  .map((clauses) => clauses.reduce<Selection>(select, EVERYTHING));

describe('select(selection, clause)', () => {
  it('select(selection, clause) appends a choice of a new source or field', () => {
    expect(select(EVERYTHING, amount)).to.deep.equal([amount]);
    expect(select([amount], stageOf('range', 's1'))).to.deep.equal([amount, stageOf('range', 's1')]);
    expect(select([stageOf('a', 's1')], stageOf('b', 's2'))).to.have.length(2);
  });

  it('select(selection, clause) replaces what its source had chosen in its field, in place', () => {
    const before = [stageOf('a', 's1'), amount];
    expect(select(before, stageOf('a', 's2'))).to.deep.equal([stageOf('a', 's2'), amount]);
    expect(before).to.deep.equal([stageOf('a', 's1'), amount]);
  });

  it('select(selection, clause) holds at most one clause for each source and field', () => {
    fc.assert(
      fc.property(selection, (chosen) => {
        const places = chosen.map(({ source, field }) => JSON.stringify([source, field]));
        expect(new Set(places).size).to.equal(places.length);
      }),
    );
  });
});

describe('clear(selection, source, field)', () => {
  const all = [stageOf('a', 's1'), { ...amount, source: 'a' }, stageOf('b', 's2'), hosts];

  it('clear(selection) chooses nothing', () => {
    expect(clear(all)).to.deep.equal([]);
  });

  it('clear(selection, source) leaves the choices of the others and of the host', () => {
    expect(clear(all, 'a')).to.deep.equal([stageOf('b', 's2'), hosts]);
    expect(clear(all, 'nobody')).to.deep.equal(all);
  });

  it('clear(selection, source, field) leaves the other fields of the source', () => {
    expect(clear(all, 'a', 'stage')).to.deep.equal(all.slice(1));
  });
});

describe('without(selection, clause)', () => {
  it('without(selection, clause) leaves out that clause and no other', () => {
    const all = [stageOf('a', 's1', 's2'), stageOf('b', 's1', 's2'), hosts];
    expect(without(all, stageOf('a', 's2', 's1'))).to.deep.equal(all.slice(1));
    expect(without(all, stageOf('a', 's1'))).to.deep.equal(all);
    expect(without(all, hosts)).to.deep.equal(all.slice(0, 2));
  });
});

describe('crossfilter(selection, source)', () => {
  it("crossfilter(selection, source) is everyone's choice but its own", () => {
    expect(crossfilter([stageOf('a', 's1'), amount, hosts], 'a')).to.deep.equal([amount, hosts]);
  });

  it('crossfilter(selection, source) does not depend on what the source chooses', () => {
    fc.assert(
      fc.property(selection, clause, (chosen, { field, in: values }) => {
        const own: Clause = { source: 'a', field, in: values };
        expect(crossfilter(select(chosen, own), 'a')).to.deep.equal(crossfilter(chosen, 'a'));
      }),
    );
  });
});

describe('toggle(selection, clause)', () => {
  it('toggle(selection, clause) adds values that are not chosen and takes away those that are', () => {
    const both = toggle([stageOf('a', 's1')], stageOf('a', 's2'));
    expect(both).to.deep.equal([stageOf('a', 's1', 's2')]);
    expect(toggle(both, stageOf('a', 's1'))).to.deep.equal([stageOf('a', 's2')]);
    expect(toggle(both, stageOf('a', 's2', null))).to.deep.equal([stageOf('a', 's1', null)]);
  });

  it('toggle(selection, clause) takes the choice away with its last value', () => {
    expect(toggle([hosts, stageOf('a', 's1')], stageOf('a', 's1'))).to.deep.equal([hosts]);
  });

  it('toggle(selection, clause) leaves the choices of other sources alone', () => {
    expect(toggle([stageOf('b', 's1')], stageOf('a', 's1'))).to.deep.equal([
      stageOf('b', 's1'),
      stageOf('a', 's1'),
    ]);
  });

  it('toggle(toggle(selection, clause), clause) chooses the same as before', () => {
    fc.assert(
      fc.property(selection, clause, (chosen, switched) => {
        const back = toggle(toggle(chosen, switched), switched);
        expect(sameSelection(sorted(back), sorted(chosen))).to.equal(true);
      }),
    );
  });
});

function sorted(chosen: Selection): Selection {
  const key = ({ source, field }: Clause): string => `${source ?? ''} ${field}`;
  return chosen.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

describe('sameSelection(a, b)', () => {
  it('sameSelection(a, b) compares clause by clause, with their sources', () => {
    expect(sameSelection([], [])).to.equal(true);
    expect(sameSelection([stageOf('a', 's1', 's2')], [stageOf('a', 's2', 's1')])).to.equal(true);
    expect(sameSelection([stageOf('a', 's1')], [stageOf('b', 's1')])).to.equal(false);
    expect(sameSelection([stageOf('a', 's1')], [stageOf('a', 's1'), hosts])).to.equal(false);
  });

  it('sameSelection(a, b) holds for a selection that went through JSON', () => {
    fc.assert(
      fc.property(selection, (chosen) => {
        expect(JSON.parse(JSON.stringify(chosen))).to.deep.equal(chosen);
        expect(sameSelection(JSON.parse(JSON.stringify(chosen)) as Selection, chosen)).to.equal(true);
      }),
    );
  });
});
