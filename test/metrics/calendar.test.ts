import { expect } from '@open-wc/testing';
import { createPipeline, type CalendarParameters, type CalendarResult } from '@pipeline-kit/model';
import { pipelineDocument } from '../fixtures/pipeline-document.js';

const pipeline = createPipeline(pipelineDocument(), { asOf: '2026-03-31' });

async function calendar(params: CalendarParameters = {}): Promise<CalendarResult> {
  return pipeline.query('calendar', params);
}

describe('calendar', () => {
  it('calendar() says where the as-of lies, in the calendar of the settings', async () => {
    expect(await calendar()).to.deep.equal({
      year: 2026,
      quarter: 1,
      month: 3,
      monthPeriod: { from: '2026-03-01', to: '2026-04-01' },
      quarterPeriod: { from: '2026-01-01', to: '2026-04-01' },
      yearPeriod: { from: '2026-01-01', to: '2027-01-01' },
      isoWeek: { year: 2026, week: 14, weekday: 2 },
    });
    const { year, quarter } = await createPipeline(pipelineDocument(), {
      asOf: '2026-03-31',
      calendar: { kind: 'gregorian', fiscalYearStartMonth: 10, yearLabel: 'start' },
    }).query('calendar');
    expect([year, quarter]).to.deep.equal([2025, 2]);
  });

  it('calendar({ day }) looks at that day, past or to come', async () => {
    expect((await calendar({ day: '2024-02-29' })).monthPeriod).to.deep.equal({
      from: '2024-02-01',
      to: '2024-03-01',
    });
    expect((await calendar({ day: '2027-01-01' })).year).to.equal(2027);
  });

  it('calendar({ calendar }) of weeks also counts the weeks of the fiscal year', async () => {
    const found = await calendar({ calendar: { kind: 'weeks', pattern: [4, 4, 5], weekday: 1 } });
    expect(found).to.deep.include({ year: 2026, quarter: 2, month: 4, week: 14, weeksInYear: 53 });
    expect(found.yearPeriod).to.deep.equal({ from: '2025-12-29', to: '2027-01-04' });
  });

  it('calendar({ day, calendar }) names what it cannot read', async () => {
    const asked = async (params: object): Promise<string> => {
      try {
        await pipeline.query('calendar', params);
        return 'answered';
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message}`;
      }
    };
    expect(await asked({ day: '31.03.2026' })).to.match(
      /^RangeError: invalid calendar\.day: .*"31\.03\.2026"/,
    );
    expect(await asked({ calendar: { kind: 'lunar' } })).to.match(/^RangeError: invalid calendar\.calendar/);
    expect(await asked({ calendar: { kind: 'weeks', pattern: [4, 4, 4], weekday: 1 } })).to.match(
      /^RangeError: invalid calendar\.calendar at pattern/,
    );
    expect(await asked({ date: '2026-03-31' })).to.match(/^RangeError: unknown parameter of calendar: date/);
  });

  it('calendar() counts no opportunities and says which clauses it does not read', async () => {
    const { ignoredClauses } = await pipeline.query(
      'calendar',
      {},
      {
        selection: [
          { field: 'stage', in: ['s1'] },
          { field: 'partner', in: ['P1'] },
        ],
      },
    );
    expect(ignoredClauses).to.deep.equal(['partner', 'stage']);
  });
});
