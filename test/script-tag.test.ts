import { expect } from '@open-wc/testing';
import { strictFrame, type Policy, type StrictFrame } from './support/strict-frame.js';

const policies: readonly Policy[] = ['plain', 'tt', 'none', 'nonce'];

/** What every copy of Lit keeps on the window. */
const ofLit = ['litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions'];

/** Names on the window of a page that loads the kit in some way, beyond those of a page without it. */
async function globalsOf(script: 'source' | 'module' | 'classic'): Promise<string[]> {
  const names = async (how: typeof script | 'nothing') => {
    const frame = await strictFrame({ policy: 'plain', script: how, body: '' });
    const found = Object.getOwnPropertyNames(frame.window);
    frame.remove();
    return found;
  };
  const usual = new Set([...(await names('nothing')), ...ofLit]);
  return (await names(script)).filter((name) => !usual.has(name));
}

for (const script of ['module', 'classic'] as const)
  describe(`the ${script} file in a script tag`, () => {
    for (const policy of policies)
      it(`loads under the policy ${policy}, registers the tags, and nothing is forbidden`, async () => {
        const frame = await strictFrame({ policy, script, body: '<pipeline-funnel></pipeline-funnel>' });
        expect(frame.window.customElements.get('pipeline-funnel')).not.to.equal(undefined);
        expect(isDrawn(frame)).to.equal(true);
        expect(frame.violations).to.deep.equal([]);
        frame.remove();
      });

    it('leaves nothing on the window but its one name', async () => {
      expect(await globalsOf(script)).to.deep.equal(script === 'classic' ? ['PipelineKit'] : []);
    });
  });

it('PipelineKit has the whole kit', async () => {
  const frame = await strictFrame({ policy: 'none', script: 'classic', body: '' });
  const { PipelineKit } = frame.window as unknown as { PipelineKit: Record<string, unknown> };
  expect(PipelineKit).to.include.keys('createPipeline', 'define', 'version', 'PipelineFunnelElement');
  frame.remove();
});

/** Whether the widget shows something: a template without a sink was built. */
function isDrawn(frame: StrictFrame): boolean {
  const widget = frame.document.querySelector('pipeline-funnel');
  const root = widget && frame.root(widget);
  return (root?.textContent ?? '').trim() !== '';
}
