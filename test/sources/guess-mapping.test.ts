import { expect } from '@open-wc/testing';
import { readCsv } from '../../packages/sources/src/csv.js';
import { matchNames } from '../../packages/sources/src/field-names.js';
import { guessMapping } from '../../packages/sources/src/guess-mapping.js';
import type { GuessedMapping } from '../../packages/sources/src/guess-mapping.js';
import { plainWords } from '../../packages/sources/src/plain-words.js';
import { tableRecords } from '../../packages/sources/src/table-records.js';
import { sourceRecords } from '../fixtures/source-records.js';

/** The guess for a table given as lines of cells between bars. */
function guess(...lines: readonly string[]): GuessedMapping {
  return guessMapping(tableRecords(readCsv(lines.join('\n'), { separator: '|' }).rows).records);
}
const fieldsOf = (...lines: readonly string[]): object => guess(...lines).mapping.fields;

describe('guessMapping(records)', () => {
  it('finds the fields of a plain export and asks only about the currency', () => {
    const { mapping, questions, unused } = guess(
      'Opportunity ID|Opportunity Name|Account|Partner|Stage|Amount|Created Date|Close Date|Owner|Region|Lost Reason|Colour',
      'O1|Scanners|Acme|North|Proposal|1000|2026-01-05|2026-03-31|Ines|EMEA||red',
      'O2|Printers|Bolt|South|Closed Lost|2000|2026-01-06|2026-02-28|Max|AMER|price|blue',
    );
    expect(mapping).to.deep.equal({
      fields: {
        id: 'Opportunity ID',
        name: 'Opportunity Name',
        customer: 'Account',
        partner: 'Partner',
        stage: 'Stage',
        amount: 'Amount',
        createdAt: 'Created Date',
        closeDate: 'Close Date',
        owner: 'Owner',
        region: 'Region',
        lostReason: 'Lost Reason',
      },
    });
    expect(questions.map(({ about }) => about)).to.deep.equal(['money']);
    expect(unused).to.deep.equal(['Colour']);
  });

  it('says of each field how sure it is and why', () => {
    const { fields } = guess('deal_stage|value', 'Won|5', 'Talk|7');
    expect(fields.find(({ field }) => field === 'stage')).to.deep.equal({
      field: 'stage',
      path: 'deal_stage',
      confidence: 0.99,
      reasons: ['the name says "deal stage"', '2 stages: Won, Talk'],
    });
    for (const { confidence } of fields) expect(confidence).to.be.within(0.5, 1);
  });

  it('is empty without records', () => {
    expect(guessMapping([]).mapping).to.deep.equal({ fields: {} });
  });

  it('finds nested fields', () => {
    const { mapping } = guessMapping(
      sourceRecords(
        {
          node: {
            id: 'x1',
            stage: 'Won',
            amount: { value: 5 },
            account: { name: 'Acme' },
            closeDate: '2026-01-05',
          },
        },
        {
          node: {
            id: 'x2',
            stage: 'Talk',
            amount: { value: 7 },
            account: { name: 'Bolt' },
            closeDate: '2026-01-06',
          },
        },
      ),
    );
    expect(mapping.fields).to.deep.equal({
      id: 'node.id',
      stage: 'node.stage',
      amount: 'node.amount.value',
      customer: 'node.account.name',
      closeDate: 'node.closeDate',
    });
  });

  it('reads the headers of other languages', () => {
    expect(
      fieldsOf(
        'Nummer|Bezeichnung|Kunde|Vertriebspartner|Verkaufsphase|Betrag|Währung|Erstellt am|Voraussichtlicher Abschluss|Verantwortlicher|Wahrscheinlichkeit|Verlustgrund',
        'N1|Scanner|Acme|Nord|Angebot|1000|EUR|2026-01-05|2026-03-31|Ines|50|Preis',
        'N2|Drucker|Bolt|Süd|Verloren|2000|EUR|2026-01-06|2026-03-30|Max|0|Preis',
      ),
    ).to.deep.equal({
      id: 'Nummer',
      name: 'Bezeichnung',
      customer: 'Kunde',
      partner: 'Vertriebspartner',
      stage: 'Verkaufsphase',
      amount: 'Betrag',
      currency: 'Währung',
      createdAt: 'Erstellt am',
      closeDate: 'Voraussichtlicher Abschluss',
      owner: 'Verantwortlicher',
      probability: 'Wahrscheinlichkeit',
      lostReason: 'Verlustgrund',
    });
    expect(
      fieldsOf(
        'Étape|Montant|Date de création|Date de clôture|Propriétaire',
        'Devis|5|2026-01-05|2026-02-01|Léa',
        'Gagné|7|2026-01-06|2026-02-02|Zoé',
      ),
    ).to.deep.equal({
      stage: 'Étape',
      amount: 'Montant',
      createdAt: 'Date de création',
      closeDate: 'Date de clôture',
      owner: 'Propriétaire',
    });
    expect(
      fieldsOf(
        'Etapa|Importe|Fecha de creación|Fecha de cierre|Socio',
        'Propuesta|5|2026-01-05|2026-02-01|Uno',
        'Ganada|7|2026-01-06|2026-02-02|Dos',
      ),
    ).to.deep.equal({
      stage: 'Etapa',
      amount: 'Importe',
      createdAt: 'Fecha de creación',
      closeDate: 'Fecha de cierre',
      partner: 'Socio',
    });
    expect(
      fieldsOf(
        'Estágio|Receita|Criado em|Data de fechamento|Parceiro',
        'Proposta|5|2026-01-05|2026-02-01|Um',
        'Ganho|7|2026-01-06|2026-02-02|Dois',
      ),
    ).to.deep.equal({
      stage: 'Estágio',
      amount: 'Receita',
      createdAt: 'Criado em',
      closeDate: 'Data de fechamento',
      partner: 'Parceiro',
    });
    expect(
      fieldsOf(
        '商談名|フェーズ|金額|完了予定日|作成日|代理店',
        '甲|提案|5|2026-02-01|2026-01-05|北',
        '乙|受注|7|2026-02-02|2026-01-06|南',
      ),
    ).to.deep.equal({
      name: '商談名',
      stage: 'フェーズ',
      amount: '金額',
      closeDate: '完了予定日',
      createdAt: '作成日',
      partner: '代理店',
    });
  });

  it('does not take a weighted amount, a person or a change for what they resemble', () => {
    expect(
      fieldsOf(
        'Weighted Amount|Amount|Created By|Last Modified Date|Stage Duration|Stage|Account Owner',
        '1|5|Ines|2026-01-05|3|Won|Max',
        '2|7|Ines|2026-01-05|4|Talk|Max',
      ),
    ).to.deep.equal({ amount: 'Amount', stage: 'Stage', owner: 'Account Owner' });
  });

  it('takes a status for the stage when there is no stage, and beside one for the outcome', () => {
    expect(fieldsOf('Status|Amount', 'Proposal|5', 'Won|7')).to.deep.equal({
      stage: 'Status',
      amount: 'Amount',
    });
    expect(fieldsOf('Status|Stage', 'Open|Proposal', 'Won|Offer')).to.deep.equal({
      status: 'Status',
      stage: 'Stage',
    });
  });

  it('does not take a state of the country for the stage', () => {
    expect(fieldsOf('State|Amount', 'NY|5', 'TX|7')).to.deep.equal({ amount: 'Amount' });
  });

  it('finds a stage by its values when no name gives it away', () => {
    const { fields } = guess('Step name now|Where|Amount', 'x|Proposal|5', 'y|Closed Won|7', 'z|Proposal|7');
    expect(fields.find(({ field }) => field === 'stage')).to.include({ path: 'Where', confidence: 0.6 });
  });

  it('takes an id only when its values occur once', () => {
    expect(fieldsOf('Id|Stage', '1|Talk', '1|Won')).to.not.have.property('id');
  });

  it('pairs the id and the name of a partner', () => {
    expect(fieldsOf('Partner ID|Partner Name|Stage', 'p1|One|Talk', 'p2|Two|Won')).to.deep.equal({
      partner: 'Partner ID',
      partnerName: 'Partner Name',
      stage: 'Stage',
    });
  });

  it('takes an agent for the partner only when nothing else is one', () => {
    expect(fieldsOf('Agent|Stage', 'Ann|Talk', 'Bob|Won')).to.have.property('partner', 'Agent');
    expect(fieldsOf('Agent|Reseller|Stage', 'Ann|One|Talk', 'Bob|Two|Won')).to.have.property(
      'partner',
      'Reseller',
    );
  });

  it('takes a closed date that open records have too for the expected one', () => {
    expect(fieldsOf('Stage|Date Closed', 'Talk|2026-01-05', 'Won|2026-01-06')).to.have.property(
      'closeDate',
      'Date Closed',
    );
    expect(fieldsOf('Stage|Date Closed', 'Talk|', 'Won|2026-01-06')).to.have.property(
      'closedAt',
      'Date Closed',
    );
  });

  describe('dates', () => {
    const styleOf = (...dates: readonly string[]): unknown =>
      guess('Stage|Close Date', ...dates.map((date, index) => `${index % 2 ? 'Won' : 'Talk'}|${date}`))
        .mapping.dates;

    it('finds the only order in which all dates are days', () => {
      expect(styleOf('02/23/26', '03/04/26')).to.equal('mdy');
      expect(styleOf('23/02/26', '03/04/26')).to.equal('dmy');
      expect(styleOf('99/12/31', '98/12/30')).to.equal('ymd');
      expect(styleOf('2026/02/23', '2026/03/04')).to.equal(undefined);
      expect(styleOf('1572480000000', '1572490000000')).to.equal('epoch-ms');
      expect(styleOf('46085', '46086')).to.equal('serial');
    });

    it('puts the day first where dots stand between the numbers', () => {
      expect(styleOf('03.04.2026', '05.06.2026')).to.equal('dmy');
      expect(guess('Stage|Close Date', 'Won|03.04.2026').questions).to.deep.equal([]);
    });

    it('learns the order from the other date columns', () => {
      const { mapping, questions } = guess(
        'Stage|Created|Close Date',
        'Won|02/23/26|03/04/26',
        'Talk|02/24/26|05/06/26',
      );
      expect(mapping.dates).to.equal('mdy');
      expect(questions).to.deep.equal([]);
    });

    it('asks where every date reads both ways, and says what it assumed', () => {
      const { mapping, questions } = guess('Stage|Close Date', 'Won|03/04/2026', 'Talk|05/06/2026');
      expect(mapping.dates).to.equal('mdy');
      expect(questions).to.deep.equal([
        {
          about: 'dates',
          path: 'Close Date',
          question: '03/04/2026 reads with the day or the month first',
          assumed: 'mdy (month first)',
          answers: ['mdy', 'dmy'],
        },
      ]);
    });

    it('does not ask about a day that is the same both ways', () => {
      expect(guess('Stage|Close Date', 'Won|03/03/2026').questions).to.deep.equal([]);
    });

    it('assumes the day first beside decimal commas', () => {
      expect(guess('Stage|Amount|Close Date', 'Won|1,5|03/04/2026').mapping.dates).to.equal('dmy');
    });

    it('asks when columns of one file contradict themselves', () => {
      const { questions } = guess('Stage|Close Date', 'Won|23/02/2026', 'Won|02/23/2026', 'Won|03/04/2026');
      expect(questions.map(({ about }) => about)).to.deep.equal(['dates']);
    });

    it('gives each field its style when they differ', () => {
      const { mapping } = guess(
        'Stage|Created|Close Date',
        'Won|1572480000000|2026-03-04',
        'Talk|1572490000000|2026-03-05',
      );
      expect(mapping.dates).to.deep.equal({ createdAt: 'epoch-ms', closeDate: 'iso' });
    });
  });

  describe('numbers', () => {
    const about = (...amounts: readonly string[]): readonly [unknown, readonly string[]] => {
      const { mapping, questions } = guess(
        'Stage|Amount|Currency',
        ...amounts.map((amount, index) => `${index % 2 ? 'Won' : 'Talk'}|${amount}|EUR`),
      );
      return [mapping.numbers, questions.map(({ question }) => question)];
    };

    it('finds the only style in which all numbers read', () => {
      expect(about('1,234.50', '5')).to.deep.equal(['point', []]);
      expect(about('1.234,50', '5')).to.deep.equal(['comma', []]);
      expect(about('1234.5', '5')).to.deep.equal([undefined, []]);
      expect(about('12,5', '1.234')).to.deep.equal(['comma', []]);
      expect(about('1 234,50', '5')).to.deep.equal(['comma', []]);
      expect(about('1,234,567', '1,234')).to.deep.equal(['point', []]);
      expect(about('0.750', '1.234')).to.deep.equal([undefined, []]);
    });

    it('asks where every number reads both ways, and assumes thousands', () => {
      expect(about('1.234', '5.678')).to.deep.equal([
        'comma',
        ['1.234 could have thousands or decimals after the sign'],
      ]);
      expect(about('1,234', '5,678')).to.deep.equal([
        'point',
        ['1,234 could have thousands or decimals after the sign'],
      ]);
    });

    it('learns nothing from numbers that JSON wrote as numbers', () => {
      const { mapping, questions } = guessMapping(
        sourceRecords({ stage: 'Won', amount: 1.234, currency: 'EUR' }),
      );
      expect([mapping.numbers, questions]).to.deep.equal([undefined, []]);
    });

    it('takes a currency from the column name and asks about dollars of some country', () => {
      expect(guess('Stage|Amount (EUR)', 'Won|5').mapping.money).to.deep.equal({ currency: 'EUR' });
      expect(guess('Stage|amount_usd', 'Won|5').mapping.money).to.deep.equal({ currency: 'USD' });
      expect(guess('Stage|Amount', 'Won|$5').questions[0]?.question).to.equal(
        'the amounts are in dollars of some country',
      );
      expect(guess('Stage|Amount', 'Won|€5').questions).to.deep.equal([]);
    });

    it('finds the scale of probabilities, and asks about ones', () => {
      const scale = (...values: readonly string[]): unknown =>
        guess('Stage|Probability', ...values.map((value) => `Talk|${value}`)).mapping.probability;
      expect(scale('0.5', '1')).to.equal('0-1');
      expect(scale('50', '1')).to.equal('0-100');
      expect(scale('1%', '0%')).to.equal('0-100');
      expect(guess('Stage|Probability', 'Won|1', 'Lost|0', 'Won|1').mapping.fields).to.deep.equal({
        stage: 'Stage',
        probability: 'Probability',
      });
    });

    it('collects the texts that stand for nothing', () => {
      expect(guess('Stage|Amount', 'Won|n/a', 'Won|-', 'Talk|5').mapping.blanks).to.deep.equal(['n/a', '-']);
    });
  });

  it('notices that rows are less than an opportunity', () => {
    const { repeated } = guess('Id|OpportunityId|Stage', '1|a|Talk', '2|a|Won', '3|b|Won');
    expect(repeated).to.deep.equal({ path: 'OpportunityId', distinct: 2 });
  });
});

describe('matchNames(path)', () => {
  it('sees through prefixes, camel case and marks of custom fields', () => {
    for (const name of [
      'StageName',
      'stage_name',
      'Opportunity Stage',
      'deal_stage',
      'dealstage',
      'properties.dealstage',
      'Stage__c',
      'property_stage',
    ]) {
      expect(matchNames(name)[0]?.field, name).to.equal('stage');
    }
  });

  it('is empty for a name that says nothing', () => {
    expect(matchNames('flux capacitor')).to.deep.equal([]);
    expect(matchNames('')).to.deep.equal([]);
  });
});

describe('plainWords(text)', () => {
  it('makes spellings comparable', () => {
    expect(plainWords('CurrencyIsoCode')).to.equal('currency iso code');
    expect(plainWords('Étape  (n°)')).to.equal('etape n');
    expect(plainWords('Straße')).to.equal('strasse');
    expect(plainWords('HTTPStatus')).to.equal('http status');
    // A voicing mark makes another letter, not an accent.
    expect(plainWords('パートナー')).to.equal('パートナー');
  });
});
