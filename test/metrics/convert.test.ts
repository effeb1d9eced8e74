import { expect } from '@open-wc/testing';
import { createPipeline, dayOf, minorDigits, type Pipeline, type Rate } from '@pipeline-kit/model';
import { pipelineDocument } from '../fixtures/pipeline-document.js';
import { sharedData } from '../support/shared-data.js';
import { unzipped } from '../support/unzip.js';

const rates: readonly Rate[] = [
  { currency: 'USD', date: '2026-01-31', rate: '0.9' },
  { currency: 'USD', date: '2026-03-16', rate: '0.8' },
  { currency: 'USD', date: '2026-04-02', rate: '0.7' },
  { currency: 'JPY', date: '2026-03-16', rate: '0.00625' },
  { currency: 'KWD', date: '2026-03-16', rate: '2.8' },
];

function pipeline(options = {}): Pipeline {
  const document = pipelineDocument({ rates, planRates: [{ currency: 'USD', rate: '0.5' }] });
  return createPipeline(document, { asOf: '2026-03-31', ...options });
}

async function convert(
  amount: number | null,
  currency: string,
  day?: string,
  options = {},
): Promise<number | null> {
  const asked = day === undefined ? { amount, currency } : { amount, currency, day };
  return (await pipeline(options).query('convert', asked)).amount;
}

describe('convert', () => {
  it('convert({ amount, currency, day }) takes the last rate up to the day', async () => {
    expect(await convert(10_000, 'USD', '2026-03-15')).to.equal(9000);
    expect(await convert(10_000, 'USD', '2026-03-16')).to.equal(8000);
    expect(await convert(10_000, 'USD')).to.equal(8000);
  });

  it('convert({ day }) does not know rates that are later than the as-of', async () => {
    expect(await convert(10_000, 'USD', '2026-05-01')).to.equal(8000);
    expect(await convert(10_000, 'USD', '2026-05-01', { asOf: '2026-05-01' })).to.equal(7000);
  });

  it('convert({ amount }) is null without a rate, and for an unknown amount: neither is zero', async () => {
    expect(await convert(10_000, 'USD', '2026-01-30')).to.equal(null);
    expect(await convert(10_000, 'CHF')).to.equal(null);
    expect(await convert(null, 'EUR')).to.equal(null);
    expect(await convert(0, 'USD')).to.equal(0);
  });

  it('convert({ currency }) in the reporting currency is itself on any day', async () => {
    expect(await convert(12_345, 'EUR', '1999-01-01')).to.equal(12_345);
    expect(await convert(12_345, 'CHF', '1999-01-01', { currency: 'CHF' })).to.equal(12_345);
  });

  it('convert({ amount }) minds how many decimals a currency has', async () => {
    expect(await convert(1000, 'JPY')).to.equal(625);
    expect(await convert(1000, 'KWD')).to.equal(280);
    expect(await convert(1000, 'EUR', '2026-03-31', { currency: 'JPY' })).to.equal(1600);
    expect(await convert(1000, 'EUR', '2026-03-31', { currency: 'KWD' })).to.equal(3571);
  });

  it('convert({ … }) into another currency rounds once, at the end', async () => {
    // 1 yen is 0.625 cents and so 0.78125 US cents: rounded to a cent on the way it would be 1.25.
    expect(await convert(1, 'JPY', '2026-03-31', { currency: 'USD' })).to.equal(1);
    expect(await convert(64, 'JPY', '2026-03-31', { currency: 'USD' })).to.equal(50);
    expect(await convert(-64, 'JPY', '2026-03-31', { currency: 'USD' })).to.equal(-50);
    expect(await convert(100, 'CHF', '2026-03-31', { currency: 'USD' })).to.equal(null);
    expect(await convert(100, 'EUR', '2026-03-31', { currency: 'CHF' })).to.equal(null);
  });

  it('convert({ day }) takes no rate that is older than maxRateAgeDays', async () => {
    expect(await convert(10_000, 'USD', '2026-03-31', { maxRateAgeDays: 15 })).to.equal(8000);
    expect(await convert(10_000, 'USD', '2026-03-31', { maxRateAgeDays: 14 })).to.equal(null);
    expect(await convert(10_000, 'USD', '2026-03-16', { maxRateAgeDays: 0 })).to.equal(8000);
  });

  it('convert({ day }) asks for the rate of its day whatever the rate policy', async () => {
    for (const ratePolicy of ['plan', 'asOf', 'creation', 'closeElseAsOf']) {
      expect(await convert(10_000, 'USD', '2026-03-15', { ratePolicy }), ratePolicy).to.equal(9000);
    }
  });

  it('convert({ amount, currency }) names what it cannot read', async () => {
    const asked = async (params: object): Promise<string> =>
      pipeline()
        .query('convert', params as never)
        .then(() => 'answered', String);
    expect(await asked({ currency: 'USD' })).to.match(/^RangeError: invalid convert\.amount/);
    expect(await asked({ amount: 1.5, currency: 'USD' })).to.match(/^RangeError: invalid convert\.amount/);
    expect(await asked({ amount: 1e15, currency: 'USD' })).to.match(/^RangeError: invalid convert\.amount/);
    expect(await asked({ amount: 1, currency: 'usd' })).to.match(/^RangeError: invalid convert\.currency/);
    expect(await asked({ amount: 1, currency: 'USD', day: 'today' })).to.match(
      /^RangeError: invalid convert\.day/,
    );
  });
});

interface Conversion {
  readonly date: string;
  readonly amount: number;
  readonly from: string;
  readonly to: string;
  readonly publication_date: string | null;
  readonly result: string | null;
}

describe('convert by the reference rates of the European Central Bank', () => {
  let conversions: readonly Conversion[];
  let reference: Pipeline;
  before(async function () {
    const folder = 'data/fx_iso_fiscal';
    const truth = await sharedData(this, `${folder}/ground_truth.json`);
    const archive = await sharedData(this, `${folder}/eurofxref-hist.zip`);
    ({ conversions } = (await truth.json()) as { conversions: readonly Conversion[] });
    const table = await unzipped(new Uint8Array(await archive.arrayBuffer()));
    const rates = publishedRates(table);
    reference = createPipeline(pipelineDocument({ rates }), { asOf: '2026-04-20' });
  });

  /**
   * The rates of the weeks before a conversion. The bank says how many units a euro is; a document, how many
   * euros a unit is: one ÷ that, to 30 decimals.
   */
  function publishedRates(table: string): Rate[] {
    const wanted = new Set(conversions.flatMap(({ from, to }) => [from, to]));
    const days = conversions.map(({ date }) => dayOf(date));
    const isNear = (day: number): boolean => days.some((asked) => day <= asked && day > asked - 40);
    const [head = '', ...lines] = table.trim().split('\n');
    const currencies = head.split(',');
    const found: Rate[] = [];
    for (const line of lines) {
      const [date = '', ...quotes] = line.split(',');
      if (!isNear(dayOf(date))) continue;
      for (const [i, quote] of quotes.entries()) {
        const currency = currencies[i + 1] ?? '';
        if (wanted.has(currency) && /^[\d.]+$/.test(quote))
          found.push({ currency, date, rate: inverse(quote) });
      }
    }
    return found;
  }

  function inverse(quote: string): string {
    const [whole = '', decimals = ''] = quote.split('.');
    const digits = String(10n ** BigInt(30 + decimals.length) / BigInt(whole + decimals)).padStart(31, '0');
    return `${digits.slice(0, -30)}.${digits.slice(-30)}`;
  }

  it('convert({ … }) agrees with all twenty conversions, to the minor unit', async () => {
    expect(conversions).to.have.length(20);
    for (const { date, amount, from, to, publication_date: published, result } of conversions) {
      // Their rule looks at the last day of publication alone, also when a currency is no longer on it.
      const maxRateAgeDays = published === null ? null : dayOf(date) - dayOf(published);
      const { amount: ours } = await reference
        .with({ asOf: date, currency: to, maxRateAgeDays })
        .query('convert', {
          amount: Math.round(amount * 10 ** minorDigits(from)),
          currency: from,
          day: date,
        });
      const theirs = result === null ? null : Math.round(Number(result) * 10 ** minorDigits(to));
      expect(ours, `${amount} ${from} in ${to} on ${date}`).to.equal(theirs);
    }
  });

  it('convert({ … }) without maxRateAgeDays goes on with the last rate of a withdrawn currency', async () => {
    const { amount } = await reference
      .with({ asOf: '2022-03-02', currency: 'EUR' })
      .query('convert', { amount: 100_000, currency: 'RUB', day: '2022-03-02' });
    expect(amount).to.equal(853);
  });
});
