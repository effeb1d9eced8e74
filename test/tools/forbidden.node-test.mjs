import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { forbiddenCode } from '../../packages/tools/forbidden.mjs';

describe('forbiddenCode(code)', () => {
  /** @type {readonly (readonly [code: string, what: string])[]} */
  const planted = [
    ['const f=Function("a","return a")', 'makes code from text'],
    ['return new Function(t)(e)', 'makes code from text'],
    ['eval("1")', 'makes code from text'],
    ['(0,eval)(t)', 'makes code from text'],
    ['e.innerHTML=t', 'writes markup'],
    ['e.outerHTML = t', 'writes markup'],
    ['e.innerHTML+=t', 'writes markup'],
    ['e.insertAdjacentHTML("beforeend",t)', 'writes markup'],
    ['trustedTypes.createPolicy("lit-html",{})', 'makes a policy of Trusted Types'],
    ['new Worker(u)', 'starts a worker'],
    ['new SharedWorker(u)', 'starts a worker'],
    ['fetch("https://example.org/a")', 'calls another host'],
    ['import("//example.org/a.js")', 'calls another host'],
    ['const s=`a{background:url(https://example.org/a.png)}`', 'calls another host'],
    ['e.setAttribute("style","color:red")', 'writes an inline style'],
    ['document.createElement("style")', 'writes an inline style'],
    ['html`<p style="color:red">`', 'writes an inline style'],
    ['html`<style>p{color:red}</style>`', 'writes an inline style'],
    ['globalThis.__zod_globalConfig={}', "shares another library's settings"],
  ];
  for (const [code, what] of planted)
    it(`reports «${what}» for ${code}`, () => {
      const found = forbiddenCode(`const a=1;${code};`);
      assert.equal(found.length, 1, found.join('\n'));
      assert.ok(found[0]?.startsWith(`${what}: `));
    });

  it('allows what only looks like it', () => {
    const code =
      'isFunction(a);this.Function(a);a.eval(b);if(e.innerHTML==t)x();const u="https://example.org/";' +
      'fetch(u);fetch("/api.json");e.style.setProperty("color",c);html`<p class="style">`;';
    assert.deepEqual(forbiddenCode(code), []);
  });

  it('leaves out a place that is known, and no other like it', () => {
    const known = [/function never\(t\)\{this\.innerHTML=t\}/];
    const code = 'function never(t){this.innerHTML=t}';
    assert.deepEqual(forbiddenCode(code, known), []);
    assert.equal(forbiddenCode(`${code}function other(t){this.innerHTML=t}`, known).length, 1);
  });
});
