import { expect } from '@open-wc/testing';
import { attributeOf, CLAUSE_FIELDS, fieldKind, isAttributeName } from '@pipeline-kit/model/schema';

describe('the fields of clauses', () => {
  it('fieldKind(field) knows every named field', () => {
    for (const [field, kind] of CLAUSE_FIELDS) expect(fieldKind(field)).to.equal(kind);
    expect(CLAUSE_FIELDS.size).to.equal(15);
  });

  it('fieldKind(field) knows any attribute, also one with a dot', () => {
    expect(fieldKind('attributes.industry')).to.equal('attribute');
    expect(fieldKind('attributes.a.b')).to.equal('attribute');
    expect(attributeOf('attributes.a.b')).to.equal('a.b');
    expect(attributeOf('stage')).to.equal(null);
  });

  it('fieldKind(field) is null for anything else', () => {
    for (const field of [
      '',
      'colour',
      'Stage',
      'attributes',
      'attributes.',
      'attributes.__proto__',
      'toString',
    ]) {
      expect(fieldKind(field), field).to.equal(null);
    }
  });

  it('isAttributeName(name) refuses names that mean something to every object', () => {
    expect(['__proto__', 'constructor', 'prototype', ''].some(isAttributeName)).to.equal(false);
    expect(['proto', 'Constructor', ' ', 'a|b'].every(isAttributeName)).to.equal(true);
  });
});
