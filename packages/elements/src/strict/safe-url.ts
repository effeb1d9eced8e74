/**
 * The address when a reader may be led there, else null: absolute or relative to `base`, of a scheme that
 * runs no script, without a name and password in it. The only way by which an address of the data gets
 * into an `href`.
 */
export function safeUrl(address: string, base?: string): string | null {
  const url = parse(address, base);
  if (!url || !SCHEMES.has(url.protocol)) return null;
  if (url.username !== '' || url.password !== '') return null;
  return url.href;
}

const SCHEMES: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:', 'tel:']);

function parse(address: string, base: string | undefined): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}
