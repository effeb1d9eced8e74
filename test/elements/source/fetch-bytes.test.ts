import { expect } from '@open-wc/testing';
import { PipelineSource, type Fetcher } from '@pipeline-kit/elements';
import { passages, storyClock } from '../../../stories/data.js';
import {
  fetchBytes,
  type FetchOptions,
  type Progress,
} from '../../../packages/elements/src/source/fetch-bytes.js';
import type { SourceFailure } from '../../../packages/elements/src/source/source-failure.js';

const base = 'https://crm.example/app/';

/** How the address was read: the text, or the code of the failure. */
async function read(
  respond: () => Response | Promise<Response>,
  options: Partial<FetchOptions> & { address?: string } = {},
): Promise<string> {
  const { address = 'data.json', ...rest } = options;
  const fetcher: Fetcher = async () => respond();
  try {
    const { bytes } = await fetchBytes(address, base, {
      signal: new AbortController().signal,
      fetcher,
      ...rest,
    });
    return new TextDecoder().decode(bytes);
  } catch (error) {
    return (error as SourceFailure).code ?? String(error);
  }
}

/** A body that comes in these parts. */
function parts(...chunks: readonly (string | Uint8Array<ArrayBuffer>)[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks)
        controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
      controller.close();
    },
  });
}

describe('fetchBytes(address, base, options)', () => {
  it('asks for the address as the page would read it, in one request', async () => {
    const asked: string[] = [];
    const fetcher: Fetcher = (url) => {
      asked.push(url);
      return Promise.resolve(new Response('{}'));
    };
    const { signal } = new AbortController();
    await fetchBytes('../x?y=1', base, { signal, fetcher });
    expect(asked).to.deep.equal(['https://crm.example/x?y=1']);
  });

  it('reads data: and blob: addresses with the fetch of the page', async () => {
    const { signal } = new AbortController();
    const data = await fetchBytes('data:application/json,{"a":1}', base, { signal });
    expect([new TextDecoder().decode(data.bytes), data.type]).to.deep.equal(['{"a":1}', 'application/json']);
    const url = URL.createObjectURL(new Blob(['a,b'], { type: 'text/csv' }));
    const blob = await fetchBytes(url, base, { signal });
    expect([new TextDecoder().decode(blob.bytes), blob.type]).to.deep.equal(['a,b', 'text/csv']);
    URL.revokeObjectURL(url);
  });

  it('asks no address that is none of the web', async () => {
    let asked = 0;
    const respond = (): Response => {
      asked += 1;
      return new Response('{}');
    };
    for (const address of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'ftp://x/y',
      'https://',
      'about:blank',
    ])
      expect(await read(respond, { address }), address).to.equal('address');
    expect(asked).to.equal(0);
  });

  it('puts together what comes in parts, also within a letter', async () => {
    const bytes = new TextEncoder().encode('"Ä€😀"');
    const single = [...bytes].map((byte) => new Uint8Array([byte]));
    expect(await read(() => new Response(parts(...single)))).to.equal('"Ä€😀"');
  });

  it('tells the progress, with the total only where it can be known', async () => {
    const told = async (headers: Record<string, string>): Promise<Progress[]> => {
      const seen: Progress[] = [];
      const onProgress = (progress: Progress): void => void seen.push(progress);
      await read(() => new Response(parts('ab', 'cde'), { headers }), { onProgress });
      return seen;
    };
    expect(await told({ 'content-length': '5' })).to.deep.equal([
      { loaded: 2, total: 5 },
      { loaded: 5, total: 5 },
    ]);
    for (const headers of [
      {},
      { 'content-length': '3', 'content-encoding': 'gzip' },
      { 'content-length': 'x' },
    ])
      expect((await told(headers as Record<string, string>)).map(({ total }) => total)).to.deep.equal([
        null,
        null,
      ]);
  });

  it('gives up after a time without a byte, and each byte starts it again', async () => {
    const never = (): Promise<Response> => new Promise(() => {});
    const heeding: Fetcher = (_url, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    expect(await read(never, { patience: 0.05, fetcher: heeding })).to.equal('timeout');
    const slow = (): Response =>
      new Response(
        new ReadableStream({
          async start(controller) {
            for (let i = 0; i < 8; i += 1) {
              await new Promise((resolve) => {
                setTimeout(resolve, 40);
              });
              controller.enqueue(new TextEncoder().encode('1'));
            }
            controller.close();
          },
        }),
      );
    expect(await read(slow, { patience: 0.2 })).to.equal('11111111');
  });

  it('gives up also where nothing heeds the signal: an answer, or a body, that never ends', async () => {
    const never = (): Promise<Response> => new Promise(() => {});
    expect(await read(never, { patience: 0.05 })).to.equal('timeout');
    const hanging = (): Response => new Response(new ReadableStream({}));
    expect(await read(hanging, { patience: 0.05 })).to.equal('timeout');
  });

  it('rejects with the reason of its signal, at once or later', async () => {
    expect(await read(() => new Response('{}'), { signal: AbortSignal.abort(new Error('left')) })).to.contain(
      'left',
    );
    const controller = new AbortController();
    const hanging = read(() => new Promise(() => {}), { signal: controller.signal });
    controller.abort(new Error('left'));
    expect(await hanging).to.contain('left');
  });
});

describe('a body that was cut', () => {
  const text = JSON.stringify(passages({ stages: [{ name: 'Alone', lost: 1, pending: 1 }], won: 1 }));
  const csv = 'Stage,Amount,Created\nQualify,100,2026-01-05\nWon,200,2026-01-06\nQualify,300,2026-01-07\n';

  /** What a source makes of the first bytes of a body. */
  async function outcome(
    body: string,
    cut: number,
    headers: Record<string, string>,
  ): Promise<string | number> {
    const bytes = new TextEncoder().encode(body).slice(0, cut);
    const source = new PipelineSource({ options: {}, clock: storyClock });
    const settled = new Promise((resolve) => {
      source.addEventListener('pipeline-load', resolve);
      source.addEventListener('pipeline-error', resolve);
    });
    const fetcher: Fetcher = () => Promise.resolve(new Response(bytes, { headers }));
    source.load({ kind: 'url', url: '/a', base, fetcher });
    await settled;
    const { pipeline, failure } = source.state;
    return pipeline?.document.opportunities.length ?? failure?.code ?? '';
  }

  it('at any byte is an error where the length was announced, JSON or CSV', async () => {
    for (const body of [text, csv])
      for (let cut = 0; cut < body.length; cut += body === csv ? 1 : 7) {
        const said = await outcome(body, cut, { 'content-length': String(body.length) });
        expect(said, `${cut} of ${body.length}`).to.equal('cut');
      }
    expect(await outcome(text, text.length, { 'content-length': String(text.length) })).to.equal(3);
  });

  it('at any byte of JSON is an error also without a length', async () => {
    for (let cut = 1; cut < text.length; cut += 7)
      expect(await outcome(text, cut, {}), `${cut} of ${text.length}`).to.equal('content');
    expect(await outcome(text, 0, {})).to.equal('emptyBody');
  });

  it('is told apart from a whole one only by its length, where it is CSV', async () => {
    const cut = csv.lastIndexOf('Qualify');
    expect(await outcome(csv, cut, {})).to.equal(2);
    expect(await outcome(csv, csv.length, {})).to.equal(3);
  });
});
