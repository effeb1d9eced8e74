import { expect } from '@open-wc/testing';
import { strictFrame, type Policy, type StrictFrame } from './support/strict-frame.js';

/** Things that a strict page forbids, each done on purpose. */
const planted: Readonly<Record<string, (frame: StrictFrame) => unknown>> = {
  'an inline style': ({ document }) => document.body.setAttribute('style', 'color: red'),
  'a style element': ({ document }) => {
    const style = document.createElement('style');
    style.textContent = 'p { color: red }';
    document.head.append(style);
  },
  eval: ({ window }) => window.eval('1'),
  'a function made from text': ({ window }) => Reflect.construct(window.Function, ['return 1']),
  'an HTML sink': ({ document }) => {
    document.body.innerHTML = '<p>planted</p>';
  },
  'a policy of Trusted Types': ({ window }) => {
    const types = (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } })
      .trustedTypes;
    types.createPolicy('planted', {});
  },
};

const code = ['an inline style', 'a style element', 'eval', 'a function made from text'];
const sinks = ['an HTML sink', 'a policy of Trusted Types'];

/** What each policy must count. */
const counted: Readonly<Record<Policy, readonly string[]>> = {
  plain: code,
  tt: [...code, ...sinks],
  none: [...code, ...sinks],
  nonce: code,
};

for (const policy of Object.keys(counted) as Policy[]) {
  describe(`strictFrame({ policy: '${policy}' })`, () => {
    it('counts nothing in a page that does nothing', async () => {
      const frame = await strictFrame({ policy, script: 'nothing', body: '<p>Quiet.</p>' });
      expect(frame.violations).to.deep.equal([]);
      expect(frame.messages).to.deep.equal([]);
      frame.remove();
    });

    for (const [what, plant] of Object.entries(planted)) {
      const expected = counted[policy].includes(what) ? 'counts' : 'allows';
      it(`${expected} ${what}`, async () => {
        const frame = await strictFrame({ policy, script: 'nothing', body: '<p>Planted.</p>', quiet: true });
        await frame.run(() => {
          try {
            plant(frame);
          } catch {
            // Some are thrown back at the script, all are counted.
          }
        });
        if (expected === 'counts') expect(frame.violations.length).to.be.greaterThan(0);
        else expect(frame.violations).to.deep.equal([]);
        frame.remove();
      });
    }
  });
}

it('strictFrame({ body }) counts an inline style and an inline script of the markup', async () => {
  const body = '<p style="color: red">Planted.</p><script>document.title = "planted"</script>';
  const frame = await strictFrame({ policy: 'plain', script: 'nothing', body });
  expect(frame.violations.map(({ directive }) => directive).toSorted()).to.deep.equal([
    'script-src-elem',
    'style-src-attr',
  ]);
  expect(frame.document.title).to.equal('A strict host');
  frame.remove();
});

it('strictFrame({ shadow: "closed" }) closes every shadow root, and root(element) still finds it', async () => {
  const frame = await strictFrame({ policy: 'plain', script: 'nothing', shadow: 'closed', body: '<p></p>' });
  const host = frame.document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  expect(host.shadowRoot).to.equal(null);
  expect(frame.root(host)).to.equal(root);
  expect(frame.root(frame.document.body)).to.equal(null);
  frame.remove();
});

it('strictFrame({ files }) serves them beside the page', async () => {
  const frame = await strictFrame({
    policy: 'plain',
    script: 'nothing',
    body: '',
    files: { 'data.json': '{"rows":[1]}' },
  });
  const response = await frame.window.fetch('data.json');
  expect(await response.json()).to.deep.equal({ rows: [1] });
  frame.remove();
});

it('strictFrame({ quiet: true }) keeps what the page says', async () => {
  const frame = await strictFrame({ policy: 'plain', script: 'nothing', body: '', quiet: true });
  await frame.run((window) => (window as unknown as { console: Console }).console.warn('a', 1));
  expect(frame.messages).to.deep.equal(['warn: a 1']);
  frame.remove();
});
