import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readDocument } from '@pipeline-kit/model/schema';
import type { Mapping, OpportunityEvent } from '@pipeline-kit/model/schema';
import { applyMapping } from '../../packages/sources/src/apply-mapping.js';
import type { MappedDocument, MappingOptions } from '../../packages/sources/src/build-document.js';
import { sourceRecords } from '../fixtures/source-records.js';

const fields = { id: 'Id', stage: 'Stage', amount: 'Amount', closeDate: 'Close' };
const mapping: Mapping = { fields, money: { currency: 'EUR' } };

function apply(
  records: readonly Readonly<Record<string, unknown>>[],
  more: Partial<Mapping> = {},
  options: MappingOptions = {},
): MappedDocument {
  const whole = records.map((record) => ({ Amount: '', Close: '', ...record }));
  return applyMapping(sourceRecords(...whole), { ...mapping, ...more }, options);
}

const historyOf = (result: MappedDocument, index = 0): readonly OpportunityEvent[] =>
  result.document.opportunities[index]?.history ?? [];
const reasons = (result: MappedDocument): string[] =>
  result.issues.map(({ path, reason }) => `${path}: ${reason}`);

describe('applyMapping(records, mapping)', () => {
  it('turns an open record into one event since always: when its stage was entered is unknown', () => {
    const result = apply(
      [{ Id: '1', Stage: 'Talk', Amount: 1250.5, Close: '2026-03-31', Made: '2026-01-05' }],
      { fields: { ...fields, createdAt: 'Made' } },
    );
    expect(result.document).to.deep.equal({
      schema: 'pipeline-kit/document@1',
      meta: { history: 'current-only' },
      settings: { reportTimeZone: 'UTC', reportingCurrency: 'EUR' },
      stages: [{ id: 'Talk', pipeline: 'main', name: 'Talk', position: 10, kind: 'open' }],
      partners: [],
      opportunities: [
        {
          id: '1',
          createdAt: '2026-01-05',
          history: [
            { at: null, set: { amount: 125050, currency: 'EUR', closeDate: '2026-03-31', stage: 'Talk' } },
          ],
        },
      ],
    });
    expect(result.issues).to.deep.equal([]);
    expect(result.grade).to.equal('current-only');
  });

  it('dates the closing of a won or lost record by its close date', () => {
    const result = apply([{ Id: '1', Stage: 'Won', Amount: '7', Close: '2026-03-31' }]);
    expect(historyOf(result)).to.deep.equal([
      { at: null, set: { amount: 700, currency: 'EUR' } },
      { at: '2026-03-31', set: { stage: 'Won', closeDate: '2026-03-31' } },
    ]);
  });

  it('closes on no day when the record names none', () => {
    expect(historyOf(apply([{ Id: '1', Stage: 'Lost', Amount: '7', Close: '' }]))).to.deep.equal([
      { at: null, set: { amount: 700, currency: 'EUR', stage: 'Lost' } },
    ]);
  });

  it('dates the closing by closedAt when it is mapped, and never by the expected date then', () => {
    const more = { fields: { ...fields, closedAt: 'Done' } };
    const won = { Id: '1', Stage: 'Won', Close: '2026-05-01' };
    expect(historyOf(apply([{ ...won, Done: '2026-03-31T10:00:00Z' }], more))[0]).to.deep.equal({
      at: '2026-03-31T10:00:00.000Z',
      set: { stage: 'Won', closeDate: '2026-05-01' },
    });
    expect(historyOf(apply([{ ...won, Done: '' }], more))[0]?.at).to.equal(null);
  });

  it('dates the present stage where the record does, which makes the history stage-entry', () => {
    const more = { fields: { ...fields, stageEnteredAt: 'Since' } };
    const result = apply([{ Id: '1', Stage: 'Talk', Amount: 1, Close: '', Since: '2026-02-01' }], more);
    expect(historyOf(result)).to.deep.equal([
      { at: null, set: { amount: 100, currency: 'EUR' } },
      { at: '2026-02-01', set: { stage: 'Talk' } },
    ]);
    expect(result.grade).to.equal('stage-entry');
    expect(result.document.meta?.history).to.equal('stage-entry');
  });

  it('keeps the order of stages and the kinds that the mapping declares', () => {
    const { document } = apply(
      [
        { Id: '1', Stage: 'Blue' },
        { Id: '2', Stage: 'Green' },
        { Id: '3', Stage: 'Signed' },
      ],
      { stages: { order: ['Green', 'Blue'], won: ['signed'], lost: [] } },
    );
    expect(document.stages.map(({ name, kind }) => `${name} ${kind}`)).to.deep.equal([
      'Green open',
      'Blue open',
      'Signed won',
    ]);
  });

  it('takes spellings of a stage that differ in capitals and blanks as one', () => {
    const { document } = apply([
      { Id: '1', Stage: 'Closed Won' },
      { Id: '2', Stage: 'closed  won ' },
    ]);
    expect(document.stages.map(({ id }) => id)).to.deep.equal(['Closed Won']);
    expect(document.opportunities[1]?.history[0]?.set.stage).to.equal('Closed Won');
  });

  describe('with a status beside the stage', () => {
    const withStatus = { fields: { ...fields, status: 'Status' } };

    it('reads the outcome by status and keeps the stage it was won from', () => {
      const result = apply([{ Id: '1', Stage: 'Offer', Status: 'won', Close: '2026-03-31' }], withStatus);
      expect(historyOf(result)).to.deep.equal([
        { at: null, set: { stage: 'Offer' } },
        { at: '2026-03-31', set: { stage: 'won', closeDate: '2026-03-31' } },
      ]);
      expect(result.document.stages.map(({ id, kind }) => `${id} ${kind}`)).to.deep.equal([
        'Offer open',
        'won won',
      ]);
    });

    it('keeps the two events in order when neither is dated', () => {
      expect(historyOf(apply([{ Id: '1', Stage: 'Offer', Status: 'lost' }], withStatus))).to.deep.equal([
        { at: null, set: { stage: 'Offer' } },
        { at: null, set: { stage: 'lost' } },
      ]);
    });

    it('uses a closing stage that exists', () => {
      const records = [
        { Id: '1', Stage: 'Closed Won', Status: 'Won' },
        { Id: '2', Stage: 'Offer', Status: 'Won' },
      ];
      expect(apply(records, withStatus).document.stages.map(({ id }) => id)).to.deep.equal([
        'Offer',
        'Closed Won',
      ]);
    });

    it('lets the status win over a stage that disagrees, and says so', () => {
      const result = apply([{ Id: '1', Stage: 'Won', Status: 'Open' }], withStatus);
      expect(historyOf(result)[0]?.set.stage).to.equal(undefined);
      expect(reasons(result)).to.deep.equal([
        'records[0].Status: open, but its stage is Won; read as open in an unknown stage',
      ]);
    });

    it('asks once about a status word it does not know, and lets the stage decide', () => {
      const records = [
        { Id: '1', Stage: 'Won', Status: 'Parked' },
        { Id: '2', Stage: 'Offer', Status: 'parked' },
      ];
      const result = apply(records, withStatus);
      expect(reasons(result)).to.deep.equal([
        'records[0].Status: unknown status "Parked"; the stage decides',
      ]);
      expect(historyOf(result, 0).at(-1)?.set.stage).to.equal('Won');
    });

    it('reads status words as the mapping declares them', () => {
      const result = apply([{ Id: '1', Stage: 'Offer', Status: 'Parked' }], {
        ...withStatus,
        status: { lost: ['parked'] },
      });
      expect(historyOf(result).at(-1)?.set.stage).to.equal('Parked');
      expect(result.document.stages.at(-1)).to.include({ id: 'Parked', kind: 'lost' });
    });
  });

  it('takes the kind of a stage from the flags of its records', () => {
    const { document } = apply(
      [
        { Id: '1', Stage: 'Signed', Closed: true, Won: 'true' },
        { Id: '2', Stage: 'Gone', Closed: 'true', Won: false },
        { Id: '3', Stage: 'Talk', Closed: 'false', Won: false },
      ],
      { fields: { ...fields, isClosed: 'Closed', isWon: 'Won' } },
    );
    expect(document.stages.map(({ id, kind }) => `${id} ${kind}`)).to.deep.equal([
      'Talk open',
      'Signed won',
      'Gone lost',
    ]);
  });

  it('gathers partners in order, with names where there are names beside ids', () => {
    const more = { fields: { ...fields, partner: 'P.id', partnerName: 'P.name' } };
    const result = apply(
      [
        { Id: '1', Stage: 'Talk', P: { id: 'p2', name: 'Two' } },
        { Id: '2', Stage: 'Talk', P: { id: 'p1', name: '' } },
        { Id: '3', Stage: 'Talk', P: { id: 'p2', name: 'Other' } },
        { Id: '4', Stage: 'Talk', P: null },
      ],
      more,
    );
    expect(result.document.partners).to.deep.equal([
      { id: 'p2', name: 'Two' },
      { id: 'p1', name: 'p1' },
    ]);
    expect(historyOf(result, 3)[0]?.set).to.not.have.property('partner');
  });

  it('reads every other field', () => {
    const more: Mapping = {
      fields: {
        id: 'id',
        name: 'name',
        stage: 'stage',
        owner: 'owner',
        customer: 'account.name',
        customerId: 'account.id',
        customerDomain: 'account.web',
        customerCountry: 'account.land',
        region: 'region',
        segment: 'segment',
        probability: 'p',
        category: 'call',
        products: 'products',
        nextStep: 'next',
        deleted: 'gone',
      },
      attributes: { source: 'source' },
      probability: '0-1',
      productSeparator: ';',
    };
    const record = {
      id: 7,
      name: ' Scanners ',
      stage: 'Talk',
      owner: 'Ines',
      account: { name: 'Acme', id: 12, web: 'acme.example', land: 'DE' },
      region: 'EMEA',
      segment: 'enterprise',
      p: 0.35,
      call: 'Best Case',
      products: 'Core; Gateway;',
      next: 'call',
      gone: 'true',
      source: 'fair',
    };
    expect(applyMapping(sourceRecords(record), more).document.opportunities).to.deep.equal([
      {
        id: '7',
        createdAt: null,
        name: 'Scanners',
        region: 'EMEA',
        segment: 'enterprise',
        customer: { id: '12', name: 'Acme', domain: 'acme.example', country: 'DE' },
        attributes: { source: 'fair' },
        history: [
          {
            at: null,
            set: {
              owner: 'Ines',
              nextStep: 'call',
              products: [
                { id: 'Core', amount: null },
                { id: 'Gateway', amount: null },
              ],
              deleted: true,
              probability: 0.35,
              category: 'bestCase',
              stage: 'Talk',
            },
          },
        ],
      },
    ]);
  });

  it('keeps a lost reason with the closing, and none for what is not lost', () => {
    const more = { fields: { ...fields, lostReason: 'Why' } };
    const lost = apply([{ Id: '1', Stage: 'Lost', Close: '2026-01-02', Why: 'price' }], more);
    expect(historyOf(lost).at(-1)?.set.lostReason).to.equal('price');
    const won = apply([{ Id: '1', Stage: 'Won', Close: '2026-01-02', Why: 'price' }], more);
    expect(historyOf(won).at(-1)?.set).to.not.have.property('lostReason');
  });

  it('keeps stages of several pipelines apart', () => {
    const more = { fields: { ...fields, pipeline: 'Line' } };
    const { document } = apply(
      [
        { Id: '1', Stage: 'Talk', Line: 'new' },
        { Id: '2', Stage: 'Talk', Line: 'renewal' },
      ],
      more,
    );
    expect(document.stages.map(({ pipeline, id }) => `${pipeline}/${id}`)).to.deep.equal([
      'new/Talk',
      'renewal/Talk',
    ]);
    expect(document.opportunities.map(({ pipeline }) => pipeline)).to.deep.equal(['new', 'renewal']);
  });

  describe('what is wrong or missing', () => {
    it('leaves a value unknown that is not what the field takes, and names its place', () => {
      const result = apply([{ Id: '1', Stage: 'Talk', Amount: 'lots', Close: '31.03.2026' }]);
      expect(reasons(result)).to.deep.equal([
        'records[0].Amount: expected a number, got "lots"; left unknown',
        'records[0].Close: expected a date (YYYY-MM-DD), got "31.03.2026"; left unknown',
      ]);
      expect(historyOf(result)[0]?.set).to.deep.equal({ stage: 'Talk' });
    });

    it('takes "", null and declared blanks as unknown, never as 0, without an issue', () => {
      const records = ['', null, ' ', 'N/A', undefined].map((Amount, index) => ({
        Id: String(index),
        Stage: 'Talk',
        Amount,
        Close: '',
      }));
      const result = apply(records, { blanks: ['n/a'] });
      expect(result.issues).to.deep.equal([]);
      for (const { history } of result.document.opportunities)
        expect(history[0]?.set).to.not.have.property('amount');
    });

    it('keeps an amount of 0, which is a value', () => {
      expect(historyOf(apply([{ Id: '1', Stage: 'Talk', Amount: '0' }]))[0]?.set.amount).to.equal(0);
    });

    it('names records without ids after their place and says so once', () => {
      const records = [{ Stage: 'Talk' }, { Stage: 'Won' }];
      const result = apply(records, { fields: { stage: 'Stage' } });
      expect(result.document.opportunities.map(({ id }) => id)).to.deep.equal(['record-0', 'record-1']);
      expect(reasons(result)).to.deep.equal([
        'file: no column of ids; records are named after their place, record-0',
      ]);
    });

    it('sets a second record with a taken id aside', () => {
      const result = apply([
        { Id: '1', Stage: 'Talk' },
        { Id: '1', Stage: 'Won' },
      ]);
      expect(result.document.opportunities).to.have.length(1);
      expect(result.issues[0]).to.include({ path: 'records[1]', code: 'duplicate', effect: 'dropped' });
    });

    it('sets aside records with no stage, amount or date, and lines of totals', () => {
      const result = apply([
        { Id: 'Confidential', Stage: '', Amount: '', Close: '' },
        { Id: 'Grand Total', Stage: '', Amount: '12', Close: '' },
        { Id: '3', Stage: '', Amount: '12', Close: '' },
      ]);
      expect(result.document.opportunities.map(({ id }) => id)).to.deep.equal(['3']);
      expect(result.issues.map(({ path, effect }) => `${path} ${effect}`)).to.deep.equal([
        'records[0] dropped',
        'records[1] dropped',
        'records[2].Stage kept',
      ]);
    });

    it('never reads a number of 80 as a probability of 0 to 1', () => {
      const more = { fields: { ...fields, probability: 'P' }, probability: '0-1' } as const;
      const result = apply([{ Id: '1', Stage: 'Talk', P: 80 }], more);
      expect(historyOf(result)[0]?.set).to.not.have.property('probability');
      expect(reasons(result)[0]).to.equal(
        'records[0].P: expected a probability of 0 to 1, got 80; left unknown',
      );
      expect(historyOf(apply([{ Id: '1', Stage: 'Talk', P: '80 %' }], more))[0]?.set.probability).to.equal(
        0.8,
      );
    });

    it('takes "false" for false, whatever its truth', () => {
      const more = { fields: { ...fields, deleted: 'Gone' } };
      const result = apply([{ Id: '1', Stage: 'Talk', Gone: 'false' }], more);
      expect(historyOf(result)[0]?.set).to.not.have.property('deleted');
    });

    it('says which mapped fields no record has', () => {
      const result = applyMapping(sourceRecords({ Id: '1', Stage: 'Talk', Close: '' }), mapping);
      expect(reasons(result)).to.deep.equal(['Amount: no record has this field (mapping: fields.amount)']);
    });

    it('notes a closing before the creation and refuses one after the day of the export', () => {
      const more = { fields: { ...fields, createdAt: 'Made' } };
      const records = [
        { Id: '1', Stage: 'Won', Close: '2026-01-01', Made: '2026-02-01' },
        { Id: '2', Stage: 'Won', Close: '2026-09-01', Made: '2026-02-01' },
      ];
      const result = apply(records, more, { asOf: '2026-03-31' });
      expect(reasons(result)).to.include.members([
        'records[0].Close: closed on 2026-01-01, before it was created on 2026-02-01',
        'records[1].Close: closed, but on a day to come (2026-09-01); the closing day is left unknown',
      ]);
      expect(historyOf(result, 1)).to.have.length(1);
      expect(result.document.meta?.asOf).to.equal('2026-03-31');
    });
  });

  describe('money', () => {
    const inCurrency = { fields: { ...fields, currency: 'Cur' }, money: {} };

    it('counts minor units by the currency of each record', () => {
      const records = [
        { Id: '1', Stage: 'Talk', Amount: '12.50', Cur: 'EUR' },
        { Id: '2', Stage: 'Talk', Amount: '12.50', Cur: 'JPY' },
        { Id: '3', Stage: 'Talk', Amount: '12.50', Cur: '€' },
      ];
      const result = apply(records, inCurrency);
      expect(result.document.opportunities.map(({ history }) => history[0]?.set.amount)).to.deep.equal([
        1250, 13, 1250,
      ]);
      expect(result.document.settings.reportingCurrency).to.equal('EUR');
    });

    it('leaves an amount unknown whose currency is blank where others name theirs', () => {
      const records = [
        { Id: '1', Stage: 'Talk', Amount: '1', Cur: 'USD' },
        { Id: '2', Stage: 'Talk', Amount: '1', Cur: '' },
      ];
      const result = apply(records, inCurrency);
      expect(historyOf(result, 1)[0]?.set).to.deep.equal({ stage: 'Talk' });
      expect(reasons(result)).to.include('records[1].Amount: an amount without a currency; left unknown');
    });

    it('keeps an unknown code of three letters and refuses other words', () => {
      const records = [
        { Id: '1', Stage: 'Talk', Amount: '1', Cur: 'QQQ' },
        { Id: '2', Stage: 'Talk', Amount: '1', Cur: 'Dollar' },
      ];
      const result = apply(records, inCurrency);
      expect(historyOf(result, 0)[0]?.set).to.include({ amount: 100, currency: 'QQQ' });
      expect(historyOf(result, 1)[0]?.set).to.not.have.property('amount');
      expect(reasons(result)).to.include.members([
        'records[0].Cur: unknown currency: "QQQ"',
        'records[1].Cur: unknown currency: "Dollar"',
      ]);
    });

    it('reads amounts that name no currency in the reporting currency, and says so', () => {
      const records = [{ Id: '1', Stage: 'Talk', Amount: '1' }];
      const result = apply(records, { money: {} }, { settings: { reportingCurrency: 'CHF' } });
      expect(historyOf(result)[0]?.set.currency).to.equal('CHF');
      expect(reasons(result)[0]).to.equal(
        'file: amounts name no currency; read as CHF (mapping: money.currency)',
      );
    });

    it('shows them without one when there is no reporting currency either', () => {
      const result = apply([{ Id: '1', Stage: 'Talk', Amount: '1' }], { money: {} });
      expect(result.document.settings.reportingCurrency).to.equal('XXX');
    });

    it('refuses an amount beyond what is counted exactly', () => {
      const result = apply([{ Id: '1', Stage: 'Talk', Amount: '1e20' }]);
      expect(result.issues[0]).to.include({ path: 'records[0].Amount', code: 'range', effect: 'kept' });
    });
  });

  describe('days', () => {
    it('takes midnight UTC as the day as written and other moments as days of the report zone', () => {
      const records = [
        { Id: '1', Stage: 'Talk', Close: '2026-03-31T00:00:00.000Z' },
        { Id: '2', Stage: 'Talk', Close: '2026-03-31T03:00:00.000Z' },
      ];
      const result = apply(records, {}, { settings: { reportTimeZone: 'America/Los_Angeles' } });
      expect(result.document.opportunities.map(({ history }) => history[0]?.set.closeDate)).to.deep.equal([
        '2026-03-31',
        '2026-03-30',
      ]);
    });

    it('reads each date field in its own style', () => {
      const more: Partial<Mapping> = {
        fields: { ...fields, createdAt: 'Made' },
        dates: { closeDate: 'mdy', createdAt: 'epoch-ms' },
      };
      const result = apply([{ Id: '1', Stage: 'Talk', Close: '03/04/2026', Made: 1572480000000 }], more);
      expect(historyOf(result)[0]?.set.closeDate).to.equal('2026-03-04');
      expect(result.document.opportunities[0]?.createdAt).to.equal('2019-10-31T00:00:00.000Z');
    });
  });

  it('is not fooled by hostile names', () => {
    const hostile = JSON.parse(
      '{"Id":"1","Stage":"Talk","__proto__":{"polluted":1},"constructor":"x"}',
    ) as Record<string, unknown>;
    const attributes = Object.fromEntries([
      ['__proto__', 'Id'],
      ['constructor', 'Id'],
      ['fine', 'Id'],
    ]);
    const { document } = apply([hostile], { attributes });
    expect(Object.keys(document.opportunities[0]?.attributes ?? {})).to.deep.equal(['fine']);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });

  it('loses no record: each is an opportunity or an issue, and what it emits is a clean document', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '',
        'Won',
        'Lost',
        'Talk',
        'Total',
        '2026-01-05',
        '03/04/2026',
        '12,5',
        '1e999',
        '-7.555',
        '__proto__',
        '\uD800',
      ),
    );
    const value = fc.oneof(
      text,
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(text, { maxLength: 2 }),
      fc.dictionary(text, text),
    );
    const record = fc.record(
      {
        Id: value,
        Stage: value,
        Amount: value,
        Close: value,
        Made: value,
        Status: value,
        P: value,
        Partner: value,
        Cur: value,
        Prod: value,
      },
      { requiredKeys: [] },
    );
    const whole: Mapping = {
      fields: {
        ...fields,
        createdAt: 'Made',
        status: 'Status',
        probability: 'P',
        partner: 'Partner',
        currency: 'Cur',
        products: 'Prod',
        owner: 'Prod',
        name: 'Cur',
      },
      dates: 'mdy',
    };
    fc.assert(
      fc.property(fc.array(record, { maxLength: 12 }), (values) => {
        const { document, issues } = applyMapping(sourceRecords(...values), whole);
        const dropped = issues.filter(({ effect }) => effect === 'dropped').length;
        expect(document.opportunities.length + dropped).to.equal(values.length);
        const read = readDocument(JSON.parse(JSON.stringify(document)));
        expect(read.dropped).to.equal(0);
        expect(read.document.opportunities).to.have.length(document.opportunities.length);
      }),
      { numRuns: 400 },
    );
  });
});
