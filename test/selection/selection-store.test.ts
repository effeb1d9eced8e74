import { expect } from '@open-wc/testing';
import type { Clause, Selection } from '../../packages/model/src/selection/clause.js';
import { select } from '../../packages/model/src/selection/selection.js';
import {
  HighlightChangeEvent,
  SelectionChangeEvent,
  SelectionStore,
} from '../../packages/model/src/selection/selection-store.js';

const stage: Clause = { source: 'funnel', field: 'stage', in: ['s1'] };
const partner: Clause = { source: 'list', field: 'partner', in: ['P1', null] };

function watch(store: SelectionStore): (SelectionChangeEvent | HighlightChangeEvent)[] {
  const seen: (SelectionChangeEvent | HighlightChangeEvent)[] = [];
  store.addEventListener('change', (event) => seen.push(event));
  store.addEventListener('highlight', (event) => seen.push(event));
  return seen;
}

describe('SelectionStore', () => {
  it('new SelectionStore() has chosen nothing and points at nothing', () => {
    const store = new SelectionStore();
    expect(store.value).to.deep.equal([]);
    expect(store.highlight).to.equal(null);
  });

  it('set(selection) tells the new selection and the one before', () => {
    const store = new SelectionStore([stage]);
    const seen = watch(store);
    store.set([partner]);
    expect(store.value).to.deep.equal([partner]);
    const [event] = seen;
    expect(seen).to.have.length(1);
    expect(event).to.be.instanceOf(SelectionChangeEvent);
    expect((event as SelectionChangeEvent).selection).to.deep.equal([partner]);
    expect((event as SelectionChangeEvent).previous).to.deep.equal([stage]);
  });

  it('set(selection) is silent when the selection is equal', () => {
    const store = new SelectionStore([stage, partner]);
    const seen = watch(store);
    store.set([stage, { ...partner, in: [null, 'P1'] }]);
    expect(seen).to.deep.equal([]);
  });

  it('update(change) sets what the change makes of the selection', () => {
    const store = new SelectionStore([stage]);
    store.update((selection) => select(selection, partner));
    expect(store.value).to.deep.equal([stage, partner]);
  });

  it('set(selection) inside a listener reaches the others in order', () => {
    const store = new SelectionStore();
    const seen: Selection[] = [];
    store.addEventListener('change', ({ selection }) => {
      seen.push(selection);
      if (selection.length === 1) store.set([stage, partner]);
    });
    store.set([stage]);
    expect(seen).to.deep.equal([[stage], [stage, partner]]);
    expect(store.value).to.deep.equal([stage, partner]);
  });

  it('setHighlight(clause) is told apart from the selection, and only when it changes', () => {
    const store = new SelectionStore([partner]);
    const seen = watch(store);
    store.setHighlight(stage);
    store.setHighlight({ ...stage });
    store.setHighlight(null);
    store.setHighlight(null);
    expect(seen.map((event) => (event as HighlightChangeEvent).highlight)).to.deep.equal([stage, null]);
    expect(seen[0]).to.be.instanceOf(HighlightChangeEvent);
    expect(store.value).to.deep.equal([partner]);
  });

  it('removeEventListener(…) and signals end the listening', () => {
    const store = new SelectionStore();
    const ended = new AbortController();
    let count = 0;
    store.addEventListener('change', () => (count += 1), { signal: ended.signal });
    store.set([stage]);
    ended.abort();
    store.set([]);
    expect(count).to.equal(1);
  });
});
