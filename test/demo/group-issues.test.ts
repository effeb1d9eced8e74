import { expect } from '@open-wc/testing';
import type { DataIssue } from '@pipeline-kit/model/schema';
import { groupIssues } from '../../demo/group-issues.js';

function issue(path: string, reason: string, effect: DataIssue['effect'] = 'kept'): DataIssue {
  return { path, reason, effect, code: 'invalid' };
}

describe('groupIssues', () => {
  it('groupIssues(issues) gives nothing for nothing', () => {
    expect(groupIssues([])).to.deep.equal([]);
  });

  it('groupIssues(issues) counts reasons that differ only in the quoted value and the number of the row', () => {
    const groups = groupIssues([
      issue('row 6, close_value', 'no number: "n/a"'),
      issue('row 9, close_value', 'no number: "-"'),
    ]);
    expect(groups).to.deep.equal([
      { effect: 'kept', reason: 'no number: "n/a"', path: 'row 6, close_value', count: 2 },
    ]);
  });

  it('groupIssues(issues) keeps fields and effects apart', () => {
    const groups = groupIssues([
      issue('row 6, close_value', 'no number: "n/a"'),
      issue('row 6, amount', 'no number: "n/a"'),
      issue('row 6, amount', 'no number: "n/a"', 'dropped'),
    ]);
    expect(groups).to.have.length(3);
  });

  it('groupIssues(issues) puts first what was left out, then what is frequent', () => {
    const groups = groupIssues([
      issue('a', 'rare'),
      issue('b', 'often'),
      issue('b', 'often'),
      issue('c', 'gone', 'dropped'),
    ]);
    expect(groups.map((group) => group.reason)).to.deep.equal(['gone', 'often', 'rare']);
  });
});
