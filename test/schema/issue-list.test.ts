import { expect } from '@open-wc/testing';
import { IssueList, MAX_LISTED } from '../../packages/model/src/schema/issue-list.js';

describe('IssueList', () => {
  const issue = (path: string) => ({ path, reason: 'bad', code: 'invalid', effect: 'dropped' }) as const;

  it('all() lists what was set aside in its order, then what was noticed', () => {
    const list = new IssueList();
    list.note('a', 'unread', ['note'], 'this field is not read');
    list.drop(() => issue('rates[1]'));
    list.drop(() => issue('rates[0]'));
    expect(list.all().map(({ path, effect }) => [path, effect])).to.deep.equal([
      ['rates[1]', 'dropped'],
      ['rates[0]', 'dropped'],
      ['note', 'kept'],
    ]);
    expect(list.dropped).to.equal(2);
  });

  it('note(key, …) counts the places of one key and keeps the first', () => {
    const list = new IssueList();
    for (const index of [3, 5, 7]) list.note('P9', 'unknown', ['quotas', index], 'unknown partner: "P9"');
    expect(list.all()).to.deep.equal([
      { path: 'quotas[3]', reason: 'unknown partner: "P9" (3 places)', code: 'unknown', effect: 'kept' },
    ]);
  });

  it('drop(issue) counts on behind the limit without asking for the issue', () => {
    const list = new IssueList();
    let asked = 0;
    for (let index = 0; index <= MAX_LISTED; index += 1) {
      list.drop(() => {
        asked += 1;
        return issue(`rates[${index}]`);
      });
    }
    expect(list.dropped).to.equal(MAX_LISTED + 1);
    expect(list.all()).to.have.length(MAX_LISTED);
    expect(asked).to.equal(MAX_LISTED);
  });

  it('note(key, …) lists no more keys than the limit', () => {
    const list = new IssueList();
    for (let index = 0; index <= MAX_LISTED; index += 1) list.note(String(index), 'unread', [index], 'x');
    expect(list.all()).to.have.length(MAX_LISTED);
  });
});
