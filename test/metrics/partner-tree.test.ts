import { expect } from '@open-wc/testing';
import { partnerTree } from '../../packages/model/src/metrics/partner-tree.js';
import { partner } from '../fixtures/partner.js';

/** Families by id, of partners given with their parents. */
function families(parents: Record<string, string | null>): Record<string, string[]> {
  const ids = Object.keys(parents);
  const tree = partnerTree(ids.map((id) => partner({ id, parentId: parents[id] ?? null })));
  return Object.fromEntries(
    ids.map((id, code) => [id, (tree[code] ?? []).map((member) => ids[member] ?? '').sort()]),
  );
}

describe('partnerTree', () => {
  it('partnerTree(partners) holds each partner with all of its descendants', () => {
    expect(families({ top: null, mid: 'top', low: 'mid', alone: null })).to.deep.equal({
      top: ['low', 'mid', 'top'],
      mid: ['low', 'mid'],
      low: ['low'],
      alone: ['alone'],
    });
  });

  it('partnerTree(partners) takes a parent that nobody knows for none', () => {
    expect(families({ a: 'stranger', b: 'a' })).to.deep.equal({ a: ['a', 'b'], b: ['b'] });
  });

  it('partnerTree(partners) ends where parents go in a circle', () => {
    expect(families({ a: 'b', b: 'c', c: 'b', self: 'self' })).to.deep.equal({
      a: ['a'],
      b: ['a', 'b', 'c'],
      c: ['a', 'b', 'c'],
      self: ['self'],
    });
  });
});
