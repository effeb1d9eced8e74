import { expect } from '@open-wc/testing';
import { readDocument, type PipelineDocument } from '@pipeline-kit/model/schema';
import { programme, programmeText } from '../../packages/tools/programme/index.js';
import { shares } from './shares.js';

const whole = programme();

describe('programme', () => {
  it('programme() has three years, 3,000 opportunities, 60 partners and both pipelines', () => {
    expect(whole.opportunities).to.have.length(3000);
    expect(whole.partners).to.have.length(60);
    expect(whole.meta).to.include({ asOf: '2026-05-20', history: 'full' });
    expect(whole.stages.filter((stage) => stage.pipeline === 'business')).to.have.length(7);
    expect(new Set(whole.opportunities.map((opportunity) => opportunity.pipeline))).to.have.all.keys(
      'business',
      'renewal',
    );
    expect(whole.opportunities.map((opportunity) => opportunity.createdAt?.slice(0, 4))).to.include.members([
      '2023',
      '2026',
    ]);
  });

  it('programme({ seed }) gives the same bytes for the same seed, in every engine', async () => {
    const options = { seed: 7, opportunities: 200 };
    const text = JSON.stringify(programme(options));
    expect(JSON.stringify(programme(options))).to.equal(text);
    expect(await digest(text)).to.equal('499eb7c8e49f0db2');
  });

  it('programme({ seed }) gives another programme for another seed', () => {
    expect(JSON.stringify(programme({ seed: 8, opportunities: 5 }))).not.to.equal(
      JSON.stringify(programme({ seed: 7, opportunities: 5 })),
    );
  });

  it('programme(options) reads as a document in which only the francs without a rate are noted', () => {
    for (const options of [
      {},
      { seed: 2, partners: 500, opportunities: 1000 },
      { asOf: '2024-02-29', years: 1 },
    ]) {
      const { document, issues } = readDocument(JSON.stringify(programme(options)));
      const others = issues.filter((issue) => !issue.reason.includes('"CHF"'));
      expect(others, JSON.stringify(options)).to.deep.equal([]);
      expect(document.opportunities.length).to.equal(programme(options).opportunities.length);
    }
  });

  it('programme(…) spoilt by hand reads with another issue', () => {
    const [first, ...rest] = whole.opportunities;
    const { issues } = readDocument({ ...whole, opportunities: [{ ...first, history: 'none' }, ...rest] });
    expect(issues[0]).to.include({ path: 'opportunities[0]', effect: 'dropped' });
  });

  it('programme(…) writes the events of an opportunity in order and none after the last day', () => {
    for (const { id, createdAt, history } of whole.opportunities) {
      const times = [createdAt, ...history.map((event) => event.at)].map((at) => at ?? '');
      expect(times, id).to.deep.equal(times.toSorted());
      expect(times.at(-1)! < '2026-05-20T22:00:00Z', id).to.equal(true);
      expect(history[0]?.set.stage, id).to.be.a('string');
    }
  });

  it('programme(…) skips, goes back and reopens about as often as its truth says', () => {
    const { opportunities, forward, skips, backs, closings, reopenings } = shares(whole);
    expect(opportunities).to.be.within(2650, 2850);
    expect(skips / forward).to.be.within(0.02, 0.08);
    expect(backs / opportunities).to.be.within(0.03, 0.1);
    expect(reopenings / closings).to.be.within(0.02, 0.06);
  });

  it('programme(…) leaves amounts, close dates, partners and owners unknown now and then', () => {
    const missing = (field: 'amount' | 'closeDate' | 'partner'): number =>
      whole.opportunities.filter((opportunity) => opportunity.history[0]?.set[field] === null).length / 3000;
    expect(missing('amount')).to.be.within(0.05, 0.13);
    expect(missing('closeDate')).to.be.within(0.03, 0.08);
    expect(missing('partner')).to.be.within(0.06, 0.12);
    expect(count(whole, ({ history }) => history[0]?.set.owner === undefined)).to.be.within(10, 60);
    expect(count(whole, ({ history }) => history.some(({ set }) => set.deleted === true))).to.be.within(
      15,
      70,
    );
  });

  it('programme(…) gives few partners most of the opportunities', () => {
    const perPartner = new Map<string, number>();
    for (const { history } of whole.opportunities) {
      const partner = history[0]?.set.partner;
      if (partner != null) perPartner.set(partner, (perPartner.get(partner) ?? 0) + 1);
    }
    const largest = [...perPartner.values()].toSorted((a, b) => b - a);
    const sum = (counts: readonly number[]): number => counts.reduce((total, value) => total + value, 0);
    expect(sum(largest.slice(0, 12)) / sum(largest)).to.be.within(0.5, 0.75);
  });

  it('programme(…) pays in euros, dollars and pounds that have rates, and in a few francs that have none', () => {
    const currencies = new Set(whole.opportunities.map(({ history }) => history[0]?.set.currency));
    expect(currencies).to.have.all.keys('EUR', 'USD', 'GBP', 'CHF');
    expect(new Set(whole.rates?.map((rate) => rate.currency))).to.have.all.keys('USD', 'GBP');
    expect(count(whole, ({ history }) => history[0]?.set.currency === 'CHF')).to.be.within(3, 60);
  });

  it('programme(…) has quotas for the company and for partners in every quarter to come', () => {
    const company = (whole.quotas ?? []).filter((quota) => quota.partner === null);
    expect(company).to.have.length(15);
    expect(company.at(-1)?.to).to.equal('2027-01-01');
    expect(whole.quotas!.length).to.be.above(15 * 15);
  });

  it('programme(…) registers, approves, extends, rejects and contradicts itself', () => {
    const registrations = whole.registrations ?? [];
    const events = registrations.flatMap((registration) => registration.history);
    const states = new Set(events.map((event) => ('state' in event ? event.state : 'extend')));
    expect(states).to.have.all.keys(
      'draft',
      'submitted',
      'underReview',
      'pendingApproval',
      'approved',
      'rejected',
      'withdrawn',
      'cancelled',
      'converted',
      'extend',
    );
    expect(registrations.filter((registration) => registration.id.endsWith('-B')).length).to.be.above(20);
    const known = new Set(whole.opportunities.map((opportunity) => opportunity.id));
    for (const { opportunityId } of registrations) {
      expect(opportunityId === null || known.has(opportunityId)).to.equal(true);
    }
  });

  it('programmeText(options) is the same document in pieces', () => {
    const options = { seed: 3, opportunities: 50 };
    expect(JSON.parse([...programmeText(options)].join(''))).to.deep.equal(
      JSON.parse(JSON.stringify(programme(options))),
    );
  });
});

function count(
  document: PipelineDocument,
  is: (opportunity: PipelineDocument['opportunities'][number]) => boolean,
): number {
  return document.opportunities.filter(is).length;
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 16);
}
