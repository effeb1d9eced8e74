import { differences } from './golden-compare.mjs';

/**
 * One worked answer. `only`: the document with these opportunities alone; `options`: overrides of the
 * document's settings and meta.
 *
 * @typedef {{
 *   id: string, metric: string, asOf?: string, params?: object, only?: readonly string[], options?: object,
 *   selection?: readonly object[], result: unknown,
 * }} Block
 */

/**
 * `lines` says what differs, or what was thrown.
 *
 * @typedef {{ metric: string, outcome: 'passed' | 'failed' | 'not built', lines: readonly string[] }} Verdict
 */

/**
 * The model's public face, as far as it is needed here.
 *
 * @typedef {{ query(metric: string, params: object, options: object): Promise<unknown> }} Pipeline
 * @typedef {{ metricNames(): readonly string[], createPipeline(document: object, options: object): Pipeline }} Model
 */

/**
 * @param {Model} model
 * @param {{ opportunities: readonly { id: string }[] }} document
 * @param {Block} block
 * @returns {Promise<Verdict>}
 */
export async function goldenBlock(model, document, block) {
  const { metric, asOf, params = {}, only, options = {}, selection = [], result } = block;
  if (!model.metricNames().includes(metric)) return { metric, outcome: 'not built', lines: [] };
  try {
    const chosen = only
      ? { ...document, opportunities: document.opportunities.filter(({ id }) => only.includes(id)) }
      : document;
    const pipeline = model.createPipeline(chosen, { ...options, ...(asOf === undefined ? {} : { asOf }) });
    const answer = await pipeline.query(metric, params, { selection, trace: true });
    // What a reader gets is what survives as JSON.
    const lines = differences(JSON.parse(JSON.stringify(answer)), result);
    return { metric, outcome: lines.length === 0 ? 'passed' : 'failed', lines };
  } catch (error) {
    return {
      metric,
      outcome: 'failed',
      lines: [`threw ${error instanceof Error ? error.stack : String(error)}`],
    };
  }
}

/**
 * The end of a run: what is not built, by metric, and the count.
 *
 * @param {readonly Verdict[]} verdicts
 * @returns {{ lines: string[], failed: number }}
 */
export function goldenSummary(verdicts) {
  /** @param {Verdict['outcome']} wanted */
  const those = (wanted) => verdicts.filter(({ outcome }) => outcome === wanted);
  const missing = those('not built').map(({ metric }) => metric);
  const counts = [...new Set(missing)]
    .sort()
    .map((name) => `not built: ${name} (${missing.filter((one) => one === name).length})`);
  const failed = those('failed').length;
  return { lines: [...counts, `${those('passed').length} passed, ${failed} failed`], failed };
}
