import { expect } from '@open-wc/testing';
import { flatExport, flatRecords, programme } from '../../packages/tools/programme/index.js';
import type { PipelineDocument } from '@pipeline-kit/model/schema';

const empty: PipelineDocument = {
  schema: 'pipeline-kit/document@1',
  settings: { reportTimeZone: 'Europe/Berlin', reportingCurrency: 'EUR' },
  stages: [
    { id: 's1', pipeline: 'main', name: 'Talks, first', position: 1, kind: 'open' },
    { id: 'won', pipeline: 'main', name: 'Won', position: 9, kind: 'won' },
  ],
  partners: [{ id: 'p1', name: 'Nordwind "North" Systems' }],
  opportunities: [],
};

const two: PipelineDocument = {
  ...empty,
  opportunities: [
    {
      id: 'a',
      name: 'Scanners',
      createdAt: '2026-01-05T10:00:00Z',
      history: [
        {
          at: '2026-01-05T10:00:00Z',
          set: { stage: 's1', amount: 1_250_050, partner: 'p1', closeDate: null },
        },
        { at: '2026-02-01T10:00:00Z', set: { currency: 'JPY', owner: 'Ines Falkner' } },
      ],
    },
    {
      id: 'b',
      createdAt: null,
      history: [{ at: null, set: { stage: 'won', deleted: true } }],
    },
  ],
};

describe('flatExport', () => {
  it('flatRecords(document) is the last state, with names for ids and amounts in units', () => {
    expect(flatRecords(two)).to.deep.equal([
      {
        'Opportunity ID': 'a',
        'Opportunity Name': 'Scanners',
        Account: '',
        Partner: 'Nordwind "North" Systems',
        Pipeline: 'main',
        Stage: 'Talks, first',
        'Probability (%)': null,
        Amount: 1_250_050,
        Currency: 'JPY',
        'Created Date': '2026-01-05',
        'Close Date': null,
        Owner: 'Ines Falkner',
        Region: '',
        'Lost Reason': '',
      },
    ]);
  });

  it('flatRecords(document) has the closing day as the close date of what is closed', () => {
    const { opportunities } = two;
    const history = [
      { at: '2026-01-05T10:00:00Z', set: { stage: 'won', closeDate: '2026-09-30' } },
      { at: '2026-02-01T10:00:00Z', set: { owner: 'Ines Falkner' } },
    ];
    const [record] = flatRecords({ ...two, opportunities: [{ ...opportunities[0]!, history }] });
    expect(record?.['Close Date']).to.equal('2026-01-05');
  });

  it('flatExport(document) quotes what CSV needs quoted', () => {
    const [, row] = flatExport(two).split('\r\n');
    expect(row).to.equal(
      'a,Scanners,,"Nordwind ""North"" Systems",main,"Talks, first",,1250050,JPY,2026-01-05,,Ines Falkner,,',
    );
  });

  it('flatExport(document) has a row for every opportunity that is not deleted', () => {
    const document = programme({ opportunities: 300 });
    const deleted = document.opportunities.filter(
      ({ history }) => history.findLast(({ set }) => set.deleted !== undefined)?.set.deleted,
    );
    expect(flatExport(document).trimEnd().split('\r\n')).to.have.length(301 - deleted.length);
  });

  it('flatExport(document) without opportunities is empty', () => {
    expect(flatExport(empty).trim()).to.equal('');
  });
});
