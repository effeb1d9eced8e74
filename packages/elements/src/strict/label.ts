/**
 * A text of the data as it may be shown: well-formed, without controls that turn the writing around or
 * hide what stands after them, and no longer than a reader can use.
 */
export function label(text: string, limit = 300): string {
  const clean = wellFormed(text).replace(CONTROLS, '\ufffd');
  return clean.length > limit ? `${clean.slice(0, limit - 1)}…` : clean;
}

/** C0 and C1 controls but tab and line ends, and the bidirectional overrides, embeddings and isolates. */
const CONTROLS = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

function wellFormed(text: string): string {
  // Engines from before 2023 lack it.
  const native = (text as { toWellFormed?: () => string }).toWellFormed;
  return native
    ? native.call(text)
    : text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
