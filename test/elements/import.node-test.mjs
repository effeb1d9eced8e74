import assert from 'node:assert/strict';
import { it } from 'node:test';
import { nodeBundle } from '../../packages/tools/node-bundle.mjs';

it('every entry of the elements can be imported where there is no page', async () => {
  for (const entry of [
    'index',
    'define/all',
    'bundle',
    'funnel/funnel-element',
    'source/pipeline-source-element',
  ]) {
    const file = await nodeBundle(`packages/elements/src/${entry}.ts`, `elements-${entry.replace('/', '-')}`);
    const module = await import(file);
    if (entry === 'index') assert.equal(typeof module.PipelineFunnelElement, 'function');
  }
});
