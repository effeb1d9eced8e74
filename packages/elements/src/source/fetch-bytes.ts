import { SourceFailure } from './source-failure.js';

/** Asks for an address; a host's own adds what the request needs, such as a token. */
export type Fetcher = (url: string, init: { readonly signal: AbortSignal }) => Promise<Response>;

/** How far a body was read; `total` is null where the length is not known. */
export interface Progress {
  readonly loaded: number;
  readonly total: number | null;
}

export interface FetchOptions {
  readonly signal: AbortSignal;
  readonly fetcher?: Fetcher | undefined;
  readonly onProgress?: (progress: Progress) => void;
  /** Seconds without a byte after which the request is given up. */
  readonly patience?: number;
}

/** A body and what the answer says of it. */
export interface FetchedBody {
  readonly bytes: Uint8Array;
  /** `application/json`, without parameters; empty where nothing is said. */
  readonly type: string;
}

/** Reads the body at an address. Rejects with a `SourceFailure`, or with the reason of the signal. */
export async function fetchBytes(address: string, base: string, options: FetchOptions): Promise<FetchedBody> {
  const url = mustUrl(address, base);
  const { signal, fetcher = plainFetch, onProgress, patience = 60 } = options;
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), patience * 1000);
  };
  const stop = (): void => silence.abort();
  signal.addEventListener('abort', stop, { once: true });
  wait();
  try {
    signal.throwIfAborted();
    // Not every fetcher heeds its signal.
    const response = await Promise.race([
      fetcher(url.href, { signal: silence.signal }),
      aborted(silence.signal),
    ]);
    if (!response.ok) throw new SourceFailure('http', url.host, { number: response.status });
    const type = (response.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
    const bytes = await readBody(response, url.host, silence.signal, (progress) => {
      wait();
      onProgress?.(progress);
    });
    if (bytes.length === 0) throw new SourceFailure('emptyBody', url.host);
    if (type === 'text/html' || looksLikePage(bytes)) throw new SourceFailure('page', url.host);
    return { bytes, type };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SourceFailure) throw error;
    if (silence.signal.aborted) throw new SourceFailure('timeout', url.host, { number: patience });
    throw new SourceFailure('network', url.host, {
      reason: error instanceof Error ? error.message : String(error),
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** Rejects once the signal is aborted. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

function mustUrl(address: string, base: string): URL {
  try {
    const url = new URL(address, base);
    if (
      url.protocol === 'http:' ||
      url.protocol === 'https:' ||
      url.protocol === 'data:' ||
      url.protocol === 'blob:'
    )
      return url;
  } catch {
    // Said below, like every other address that is none.
  }
  throw new SourceFailure('address', address);
}

const plainFetch: Fetcher = (url, { signal }) =>
  fetch(url, { signal, headers: { accept: 'application/json, text/csv' } });

async function readBody(
  response: Response,
  place: string,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Uint8Array> {
  // The length of a compressed body says nothing of what comes out of it.
  const isPlain = !response.headers.get('content-encoding');
  const announced = Number(response.headers.get('content-length') ?? Number.NaN);
  const total = isPlain && Number.isInteger(announced) && announced > 0 ? announced : null;
  if (!response.body) return new Uint8Array(await response.arrayBuffer());

  const chunks: Uint8Array[] = [];
  let loaded = 0;
  const sink = new WritableStream<Uint8Array>({
    write: (chunk) => {
      chunks.push(chunk);
      loaded += chunk.length;
      onProgress({ loaded, total });
    },
  });
  await response.body.pipeTo(sink, { signal });
  if (total !== null && loaded < total) throw new SourceFailure('cut', place);
  const bytes = new Uint8Array(loaded);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Whether a body without a type begins like an HTML page. */
function looksLikePage(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart().toLowerCase();
  return start.startsWith('<!doctype html') || start.startsWith('<html');
}
