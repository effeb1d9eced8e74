import { expect } from '@open-wc/testing';
import type {
  Fetcher,
  PipelineErrorEvent,
  PipelineFunnelElement,
  PipelineSourceElement,
} from '@pipeline-kit/elements';
import { passages, storyClock, typicalYear } from '../../../stories/data.js';
import { clean, frames, html, inside, settled, show, sourceOf, textOf, wait } from '../support.js';

const year = passages(typicalYear);
const text = JSON.stringify(year);

/** A fetcher whose answers the test gives, in the order it likes. */
function handMade(): {
  fetcher: Fetcher;
  asked: { url: string; signal: AbortSignal; answer: (r: Response) => void }[];
} {
  const asked: { url: string; signal: AbortSignal; answer: (r: Response) => void }[] = [];
  const fetcher: Fetcher = (url, { signal }) =>
    new Promise((resolve, reject) => {
      asked.push({ url, signal, answer: resolve });
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  return { fetcher, asked };
}

async function outcome(source: PipelineSourceElement): Promise<string> {
  await source.updateComplete;
  return source.loaded.then(
    () => 'ready',
    (failure: { code: string }) => failure.code,
  );
}

describe('<pipeline-source>', () => {
  afterEach(clean);

  it('has the expected defaults', () => {
    const source = document.createElement('pipeline-source');
    const { src, currency, timeZone, asOf, ratePolicy, fiscalYearStart, data, pipeline } = source;
    const given = [src, currency, timeZone, asOf, ratePolicy, fiscalYearStart, data, pipeline];
    expect(given).to.deep.equal(given.map(() => null));
    expect(source.state.status).to.equal('idle');
  });

  it('every attribute has its property', () => {
    const names = (customElements.get('pipeline-source') as typeof PipelineSourceElement).observedAttributes;
    const source = document.createElement('pipeline-source');
    const values: Record<string, string> = { 'fiscal-year-start': '4', 'as-of': '2026-01-01' };
    for (const name of names) source.setAttribute(name, values[name] ?? 'x');
    const { src, currency, timeZone, asOf, ratePolicy, fiscalYearStart, id } = source;
    expect([src, currency, timeZone, asOf, ratePolicy, fiscalYearStart, id]).to.deep.equal([
      'x',
      'x',
      'x',
      '2026-01-01',
      'x',
      '4',
      'x',
    ]);
    expect(names).to.have.length(7);
  });

  it('takes data as an object, as text and as bytes', async () => {
    for (const data of [year, text, new TextEncoder().encode(text)]) {
      const source = sourceOf(
        show(html`<pipeline-source .data=${data} .clock=${storyClock}></pipeline-source>`),
      );
      expect(await outcome(source)).to.equal('ready');
      expect(source.pipeline?.asOf).to.equal('2026-05-20');
    }
  });

  it('takes data of another shape, and lists what it assumed', async () => {
    const rows = year.opportunities.slice(0, 40).map(({ id }, i) => ({
      id,
      stage: ['Qualify', 'Proposal', 'Won', 'Lost'][i % 4],
      amount: 1000 + i,
      created: '2026-01-05',
    }));
    const source = sourceOf(
      show(html`<pipeline-source .data=${rows} .clock=${storyClock}></pipeline-source>`),
    );
    expect(await outcome(source)).to.equal('ready');
    expect(source.pipeline?.document.opportunities).to.have.length(40);
  });

  it('takes data from a JSON child, also when it comes later', async () => {
    const place = show(html`<pipeline-source as-of="2026-05-20"></pipeline-source>`);
    const source = sourceOf(place);
    await source.updateComplete;
    expect(source.state.status).to.equal('idle');
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = text;
    source.append(script);
    expect(await outcome(source)).to.equal('ready');
  });

  it('keeps properties that were set before its tag was known', async () => {
    const { PipelineSourceElement: Class } = await import('@pipeline-kit/elements');
    const early = document.createElement('early-source') as unknown as PipelineSourceElement;
    early.data = year;
    early.asOf = '2026-02-01';
    document.body.append(early);
    customElements.define('early-source', class extends Class {});
    expect(await outcome(early)).to.equal('ready');
    expect(early.pipeline?.asOf).to.equal('2026-02-01');
    early.remove();
  });

  it('looks at today in the report time zone, not in the browser’s', async () => {
    const late = (): number => Date.parse('2026-05-20T23:30:00Z');
    const dayIn = async (zone: string): Promise<string | undefined> => {
      const source = sourceOf(
        show(html` <pipeline-source .data=${year} .clock=${late} time-zone=${zone}></pipeline-source> `),
      );
      await outcome(source);
      const day = source.pipeline?.asOf;
      clean();
      return day;
    };
    expect(await dayIn('America/Los_Angeles')).to.equal('2026-05-20');
    expect(await dayIn('Europe/Berlin')).to.equal('2026-05-21');
    expect(await dayIn('Pacific/Apia')).to.equal('2026-05-21');
    expect(await dayIn('')).to.equal('2026-05-21');
  });

  it('looks again, without asking again, when a day or a currency is set', async () => {
    const { fetcher, asked } = handMade();
    const source = sourceOf(
      show(html`
        <pipeline-source src="/a.json" .fetcher=${fetcher} .clock=${storyClock}></pipeline-source>
      `),
    );
    await source.updateComplete;
    asked[0]?.answer(new Response(text));
    expect(await outcome(source)).to.equal('ready');
    let loads = 0;
    source.addEventListener('pipeline-load', () => (loads += 1));
    source.asOf = '2026-01-31';
    source.fiscalYearStart = '4';
    await source.updateComplete;
    expect(source.pipeline?.asOf).to.equal('2026-01-31');
    expect([asked.length, loads]).to.deep.equal([1, 0]);
  });

  it('falls back from an attribute that cannot be read, and says so once', async () => {
    const lines: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => lines.push(line);
    try {
      const bad = html`
        <pipeline-source
          .data=${year}
          .clock=${storyClock}
          currency="euro"
          time-zone="Mars/Base"
          as-of="tomorrow"
          rate-policy="best"
          fiscal-year-start="13"
        ></pipeline-source>
      `;
      expect(await outcome(sourceOf(show(bad)))).to.equal('ready');
      expect(await outcome(sourceOf(show(bad)))).to.equal('ready');
    } finally {
      console.warn = warn;
    }
    expect(lines).to.have.length(5);
    expect(lines.every((line) => line.startsWith('<pipeline-source>: invalid '))).to.equal(true);
  });

  it('fires pipeline-load once, with the pipeline', async () => {
    const loads: unknown[] = [];
    const place = show(html`
      <pipeline-source
        .data=${year}
        @pipeline-load=${(event: { pipeline: unknown }) => loads.push(event.pipeline)}
      ></pipeline-source>
    `);
    await outcome(sourceOf(place));
    expect(loads).to.deep.equal([sourceOf(place).pipeline]);
  });

  const answers: [code: string, answer: () => Response][] = [
    ['http', () => new Response('', { status: 503 })],
    ['page', () => new Response('<!doctype html><title>Log in</title>')],
    ['page', () => new Response('{}', { headers: { 'content-type': 'text/html; charset=utf-8' } })],
    ['emptyBody', () => new Response('')],
    ['content', () => new Response('{"deals": 3}')],
    ['content', () => new Response(text.slice(0, 1000))],
    ['cut', () => new Response(text.slice(0, 1000), { headers: { 'content-length': '5000' } })],
  ];
  for (const [code, answer] of answers) {
    it(`fires pipeline-error '${code}' and the widget says it`, async () => {
      let told: PipelineErrorEvent | null = null;
      const place = show(html`
        <pipeline-source
          src="https://crm.example/a.json"
          .fetcher=${() => Promise.resolve(answer())}
          @pipeline-error=${(event: PipelineErrorEvent) => (told = event)}
          ><pipeline-funnel></pipeline-funnel
        ></pipeline-source>
      `);
      expect(await outcome(sourceOf(place))).to.equal(code);
      expect((told as PipelineErrorEvent | null)?.failure.code).to.equal(code);
      const funnel = await settled<PipelineFunnelElement>(place, 'pipeline-funnel');
      expect(funnel.status).to.equal('error');
      expect(textOf(funnel, '.error')).to.contain('could not be loaded').and.contain('crm.example');
    });
  }

  it('says that a request failed, whatever the fetcher does', async () => {
    const fetchers: unknown[] = [
      () => Promise.reject(new TypeError('failed')),
      () => {
        throw new Error('at once');
      },
      () => undefined,
    ];
    for (const fetcher of fetchers) {
      const source = sourceOf(show(html`<pipeline-source src="/x" .fetcher=${fetcher}></pipeline-source>`));
      expect(await outcome(source)).to.equal('network');
    }
    const none = sourceOf(show(html`<pipeline-source src="javascript:alert(1)"></pipeline-source>`));
    expect(await outcome(none)).to.equal('address');
  });

  it('tries again: the button of the widget does, and the data come', async () => {
    let isUp = false;
    const fetcher: Fetcher = () =>
      Promise.resolve(isUp ? new Response(text) : new Response('', { status: 500 }));
    const place = show(html`
      <pipeline-source src="/a.json" .fetcher=${fetcher} .clock=${storyClock}
        ><pipeline-funnel></pipeline-funnel
      ></pipeline-source>
    `);
    const funnel = await settled<PipelineFunnelElement>(place, 'pipeline-funnel');
    expect(funnel.status).to.equal('error');
    isUp = true;
    inside(funnel, '.error button')?.click();
    await settled(place, 'pipeline-funnel');
    expect(funnel.status).to.equal('ready');
  });

  it('shows the newest answer, whatever the order in which they come', async () => {
    const { fetcher, asked } = handMade();
    const source = sourceOf(
      show(html`
        <pipeline-source src="/old.json" .fetcher=${fetcher} .clock=${storyClock}></pipeline-source>
      `),
    );
    await source.updateComplete;
    source.src = '/new.json';
    await source.updateComplete;
    expect(asked.map(({ url, signal }) => [new URL(url).pathname, signal.aborted])).to.deep.equal([
      ['/old.json', true],
      ['/new.json', false],
    ]);
    asked[1]?.answer(
      new Response(JSON.stringify(passages({ stages: [{ name: 'New', lost: 1, pending: 1 }], won: 1 }))),
    );
    expect(await outcome(source)).to.equal('ready');
    asked[0]?.answer(new Response(text));
    await wait(30);
    expect(source.pipeline?.document.opportunities).to.have.length(3);
  });

  it('keeps what is shown while it is read again, and marks it as stale', async () => {
    const { fetcher, asked } = handMade();
    const place = show(html`
      <pipeline-source src="/a.json" .fetcher=${fetcher} .clock=${storyClock}
        ><pipeline-funnel></pipeline-funnel
      ></pipeline-source>
    `);
    await sourceOf(place).updateComplete;
    asked[0]?.answer(new Response(text));
    const funnel = await settled<PipelineFunnelElement>(place, 'pipeline-funnel');
    sourceOf(place).refresh();
    await frames(2);
    expect([funnel.status, funnel.matches(':state(stale)')]).to.deep.equal(['ready', true]);
    expect(textOf(funnel, '.notice')).to.contain('Refreshing');
    asked[1]?.answer(new Response('', { status: 503 }));
    await wait(30);
    expect(funnel.status).to.equal('ready');
    expect(textOf(funnel, '.notice')).to.contain('503');
    expect(inside(funnel, '.drawing svg') === null).to.equal(false);
  });

  it('shows progress where the length is known, and stops when the reader wants it', async () => {
    const fetcher: Fetcher = (_url, { signal }) => {
      const body = new ReadableStream({
        start: (controller) => {
          controller.enqueue(new Uint8Array(3_000_000));
          signal.addEventListener('abort', () => controller.error(signal.reason));
        },
      });
      return Promise.resolve(new Response(body, { headers: { 'content-length': '4000000' } }));
    };
    const place = show(html`
      <pipeline-source src="/a.json" .fetcher=${fetcher}><pipeline-funnel></pipeline-funnel></pipeline-source>
    `);
    await wait(60);
    const funnel = place.querySelector<PipelineFunnelElement>('pipeline-funnel') as PipelineFunnelElement;
    expect(textOf(funnel, '.progress-foot')).to.contain('Read 3 MB of 4 MB');
    inside(funnel, '.progress-foot button')?.click();
    expect(await outcome(sourceOf(place))).to.equal('stopped');
  });

  it('aborts its request when it leaves, and asks again when it comes back', async () => {
    const { fetcher, asked } = handMade();
    const place = show(html`
      <pipeline-source src="/a.json" .fetcher=${fetcher} .clock=${storyClock}></pipeline-source>
    `);
    const source = sourceOf(place);
    await source.updateComplete;
    source.remove();
    await wait(10);
    expect(asked[0]?.signal.aborted).to.equal(true);
    place.append(source);
    await source.updateComplete;
    expect(asked).to.have.length(2);
    asked[1]?.answer(new Response(text));
    expect(await outcome(source)).to.equal('ready');
  });

  it('keeps its request when it is only moved', async () => {
    const { fetcher, asked } = handMade();
    const place = show(
      html`<pipeline-source src="/a.json" .fetcher=${fetcher}></pipeline-source>
        <p></p>`,
    );
    const source = sourceOf(place);
    await source.updateComplete;
    place.querySelector('p')?.append(source);
    await wait(10);
    expect(asked.map(({ signal }) => signal.aborted)).to.deep.equal([false]);
  });
});
