import { expect } from '@open-wc/testing';
import { inferStages } from '../../packages/sources/src/infer-stages.js';
import type { StageSeen } from '../../packages/sources/src/infer-stages.js';
import { isClosedWord, outcomeOf } from '../../packages/sources/src/outcome-words.js';

const seen = (name: string, facts: Partial<StageSeen> = {}): StageSeen => ({
  name,
  probabilities: [],
  flagged: null,
  ...facts,
});
const named = (...names: readonly string[]): StageSeen[] => names.map((name) => seen(name));
const kinds = (result: ReturnType<typeof inferStages>): string[] =>
  result.stages.map(({ name, kind }) => (kind === 'open' ? name : `${name}: ${kind}`));

describe('inferStages(seen, declared)', () => {
  it('puts open stages first, then won, then lost, wherever they appear', () => {
    expect(kinds(inferStages(named('Lost', 'Won', 'Talk')))).to.deep.equal([
      'Talk',
      'Won: won',
      'Lost: lost',
    ]);
  });

  it('names stages by their own words and spaces positions by ten', () => {
    expect(inferStages(named('Talk', 'Won'), {}, 'eu').stages).to.deep.equal([
      { id: 'Talk', pipeline: 'eu', name: 'Talk', position: 10, kind: 'open' },
      { id: 'Won', pipeline: 'eu', name: 'Won', position: 20, kind: 'won' },
    ]);
  });

  it('is empty without stages', () => {
    expect(inferStages([])).to.deep.equal({ stages: [], order: 'appearance', doubtful: [] });
  });

  it('orders by numbers in the names first', () => {
    const result = inferStages(named('3 - Propose', '1 - Qualify', '2 - Develop'));
    expect(kinds(result)).to.deep.equal(['1 - Qualify', '2 - Develop', '3 - Propose']);
    expect(result.order).to.equal('numbers');
    expect(kinds(inferStages(named('S10 x', 'S2 x')))).to.deep.equal(['S2 x', 'S10 x']);
  });

  it('orders by rising probability, ties by the usual steps', () => {
    const result = inferStages([
      seen('Negotiation', { probabilities: [0.9, 0.9, 0.2] }),
      seen('Qualification', { probabilities: [0.1] }),
      seen('Prospecting', { probabilities: [0.1] }),
    ]);
    expect(kinds(result)).to.deep.equal(['Prospecting', 'Qualification', 'Negotiation']);
    expect(result.order).to.equal('probability');
  });

  it('does not order by probability when a stage has none or all have the same', () => {
    const same = { probabilities: [0.5] };
    expect(inferStages([seen('Proposal', same), seen('Lead', same)]).order).to.equal('words');
    expect(inferStages([seen('Proposal', same), seen('Lead')]).order).to.equal('words');
  });

  it("orders Salesforce's stages and HubSpot's as their makers do", () => {
    const salesforce = [
      'Prospecting',
      'Qualification',
      'Needs Analysis',
      'Value Proposition',
      'Id. Decision Makers',
      'Perception Analysis',
      'Proposal/Price Quote',
      'Negotiation/Review',
    ];
    expect(kinds(inferStages(named(...salesforce.toReversed())))).to.deep.equal(salesforce);
    const hubspot = [
      'appointmentscheduled',
      'qualifiedtobuy',
      'presentationscheduled',
      'decisionmakerboughtin',
      'contractsent',
    ];
    expect(kinds(inferStages(named('closedlost', 'closedwon', ...hubspot.toReversed())))).to.deep.equal([
      ...hubspot,
      'closedwon: won',
      'closedlost: lost',
    ]);
  });

  it('orders German, French, Spanish, Portuguese and Japanese stages', () => {
    for (const stages of [
      ['Erstkontakt', 'Qualifizierung', 'Bedarfsanalyse', 'Angebot', 'Verhandlung'],
      ['Prospection', 'Qualification', 'Proposition', 'Négociation'],
      ['Prospección', 'Calificación', 'Propuesta', 'Negociación'],
      ['Prospecção', 'Qualificação', 'Proposta', 'Negociação'],
      ['見込み', 'ヒアリング', '提案', '交渉'],
    ]) {
      expect(kinds(inferStages(named(...stages.toReversed())))).to.deep.equal(stages);
    }
  });

  it('keeps the order of appearance when no word is known', () => {
    const result = inferStages(named('Blue', 'Amber'));
    expect([...kinds(result), result.order]).to.deep.equal(['Blue', 'Amber', 'appearance']);
  });

  it('keeps the declared order, spelled as the records do, with steps nobody stands in', () => {
    const result = inferStages(named('TALK', 'Offer'), { order: ['Offer', 'Demo', 'talk'] });
    expect([...kinds(result), result.order]).to.deep.equal(['Offer', 'Demo', 'TALK', 'declared']);
  });

  it('puts stages that the declaration forgot behind it', () => {
    expect(kinds(inferStages(named('Lead', 'Offer'), { order: ['Offer'] }))).to.deep.equal(['Offer', 'Lead']);
  });

  it('takes kinds from the declaration before flags and words', () => {
    const result = inferStages([seen('Signed', { flagged: 'lost' }), seen('Won')], { won: ['signed'] });
    expect(kinds(result)).to.deep.equal(['Won', 'Signed: won']);
  });

  it('takes kinds from the flags of the records before words', () => {
    const result = inferStages([seen('Closed Won', { flagged: 'open' }), seen('Gone', { flagged: 'lost' })]);
    expect(kinds(result)).to.deep.equal(['Closed Won', 'Gone: lost']);
    expect(result.doubtful).to.deep.equal([]);
  });

  it('says which kinds rest on a word with more than one meaning', () => {
    expect(inferStages(named('Talk', 'Abandoned')).doubtful).to.deep.equal([
      { name: 'Abandoned', kind: 'lost' },
    ]);
    expect(inferStages(named('Won', 'Lost')).doubtful).to.deep.equal([]);
  });

  it('reads "Closed" as won beside a lost stage, as open otherwise', () => {
    expect(kinds(inferStages(named('Closed', 'Lost')))).to.deep.equal(['Closed: won', 'Lost: lost']);
    expect(kinds(inferStages(named('Closed', 'Won', 'Lost')))[0]).to.equal('Closed');
    expect(kinds(inferStages(named('Closed')))).to.deep.equal(['Closed']);
  });
});

describe('outcomeOf(text)', () => {
  it('reads won and lost in many languages and spellings', () => {
    const won = [
      'Won',
      'Closed Won',
      'Closed/Won',
      'closedwon',
      '6 - WON!',
      'Gewonnen',
      'Abgeschlossen (gewonnen)',
      'Gagnée',
      'Ganada',
      'Ganho',
      '受注',
    ];
    const lost = [
      'Lost',
      'Closed Lost',
      'closed_lost',
      'Verloren',
      'Perdu',
      'Perdida',
      'Cerrado perdido',
      '失注',
    ];
    for (const text of won) expect(outcomeOf(text), text).to.deep.equal({ outcome: 'won', sure: true });
    for (const text of lost) expect(outcomeOf(text), text).to.deep.equal({ outcome: 'lost', sure: true });
  });

  it('reads open words alone', () => {
    for (const text of ['Open', 'offen', '進行中']) expect(outcomeOf(text)?.outcome, text).to.equal('open');
    expect(outcomeOf('Open house')).to.equal(null);
  });

  it('is unsure of words with several meanings', () => {
    expect(outcomeOf('Cancelled')).to.deep.equal({ outcome: 'lost', sure: false });
    expect(outcomeOf('Contract signed')).to.deep.equal({ outcome: 'won', sure: false });
  });

  it('is null for steps, for closed alone, and for what says both or neither', () => {
    for (const text of ['Proposal', 'Closed', 'Not won', 'Won / Lost', 'Wonderland', '', '受注見込み']) {
      expect(outcomeOf(text), text).to.equal(null);
    }
    expect(isClosedWord('Closed')).to.equal(true);
    expect(isClosedWord('Closed Won')).to.equal(false);
  });
});
