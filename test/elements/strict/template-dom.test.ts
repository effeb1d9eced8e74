import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { _$LH, html, render } from 'lit';
import { cssom } from '../../../packages/elements/src/strict/cssom.js';
import { fillTemplate, templateFromHtml } from '../../../packages/elements/src/strict/template-dom.js';
import { wait } from '../support.js';

type Node2 = readonly unknown[];

/** A tree as plain data: what two builders must agree on. */
function tree(node: Node): Node2 {
  if (node instanceof Element) {
    const attributes = [...node.attributes].map(({ name, value, namespaceURI }) => [
      namespaceURI,
      name,
      value,
    ]);
    const content = node instanceof HTMLTemplateElement ? node.content : node;
    return [node.namespaceURI, node.localName, attributes, [...content.childNodes].map(tree)];
  }
  return [node.nodeType, node.nodeValue, [...node.childNodes].map(tree)];
}

function ours(html: string): Node2 {
  return tree(templateFromHtml(document, html).content);
}

/** The oracle: the HTML parser itself, which a strict page forbids us. */
function parsed(html: string): Node2 {
  const template = document.createElement('template');
  template.innerHTML = html;
  return tree(template.content);
}

const shapes = [
  '',
  'text alone',
  '<p>one</p> <p>two</p>',
  '<?lit$123$>',
  '<div><?lit$123$></div>',
  '<!-- a comment --><!---->',
  '<div class$lit$="lit$1$ b lit$1$" @click$lit$="lit$1$" .value$lit$=lit$1$ ?hidden$lit$="lit$1$"></div>',
  '<p lit$1$0>element part</p>',
  '<input type="checkbox" checked><br><hr>',
  '<slot name="title"><?lit$1$></slot>',
  '<p title=\'it is "quoted"\'>&lt;b&gt; &amp; &#233; &#x2713; &nbsp;</p>',
  '<svg viewBox="0 0 16 16"><path d="M0 0h1"></path><g><rect width="1"/></g></svg>',
  '<svg><foreignObject><div><p>html</p></div></foreignObject><title>t</title></svg>',
  '<svg><linearGradient gradientUnits="userSpaceOnUse"></linearGradient><text>a<tspan>b</tspan></text></svg>',
  '<math><mi>x</mi></math>',
  '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
  '<table><tbody><?lit$1$></tbody></table>',
  '<template><p>inside</p></template>',
  '<textarea>a &amp; <b></textarea><style>p > a { color: red }</style>',
  '<DIV CLASS="Upper">x</DIV>',
  '<a-b data-x="1" data-x="2"></a-b>',
  '<p>a\n  b</p>',
];

describe('templateFromHtml(document, html)', () => {
  for (const shape of shapes) {
    it(`builds what the HTML parser builds: ${shape || '(nothing)'}`, () => {
      expect(ours(shape)).to.deep.equal(parsed(shape));
    });
  }

  it('builds what the HTML parser builds for any tree that closes its tags', () => {
    fc.assert(
      fc.property(fc.array(node(4), { maxLength: 4 }), (nodes) => {
        expect(ours(nodes.join(''))).to.deep.equal(parsed(nodes.join('')));
      }),
      { numRuns: 1000 },
    );
  });

  it('is compared by a tree in which a wrong namespace, attribute or text would show', () => {
    const right = parsed('<svg><path d="M0"></path></svg>');
    for (const wrong of [
      '<div><path d="M0"></path></div>',
      '<svg><path d="M1"></path></svg>',
      '<svg>a</svg>',
    ])
      expect(parsed(wrong)).not.to.deep.equal(right);
  });

  it('makes elements of an inert document, so that nothing in it is upgraded', () => {
    const { content } = templateFromHtml(document, '<pipeline-funnel></pipeline-funnel>');
    expect(content.firstElementChild?.ownerDocument.defaultView).to.equal(null);
    expect(content.firstElementChild?.constructor).to.equal(HTMLElement);
  });

  it('throws for what the parser would guess', () => {
    for (const wrong of ['<p>', '</p>', '<p></div>', '<ul><li>a</ul>', '&copy;', '<p "x"></p>', '<textarea>'])
      expect(() => templateFromHtml(document, wrong), wrong).to.throw(SyntaxError);
  });

  it('works where names of attributes are held to those of XML, as before 2025', async () => {
    const kept = Object.getOwnPropertyDescriptor(Element.prototype, 'setAttribute') as PropertyDescriptor;
    const [title, name, text] = ['t', 'b', 'text'];
    const refused: string[] = [];
    Element.prototype.setAttribute = function strict(attribute, value) {
      if (!/^[\w:][\w:.-]*$/.test(attribute)) {
        refused.push(attribute);
        throw new DOMException(attribute, 'InvalidCharacterError');
      }
      Reflect.apply(kept.value as (...args: string[]) => void, this, [attribute, value]);
    };
    try {
      const place = document.createElement('div');
      let clicks = 0;
      render(
        html`<button
          @click=${() => (clicks += 1)}
          ?hidden=${true}
          .title=${title}
          class="a ${name}"
          ${cssom({ x: '1px' })}
        >
          ${text}
        </button>`,
        place,
      );
      const button = place.querySelector('button');
      button?.click();
      expect(clicks).to.equal(1);
      const shown = ['class', 'hidden', 'title', 'style'].map((attribute) => button?.getAttribute(attribute));
      expect(shown).to.deep.equal(['a b', '', 't', '--x: 1px;']);
      expect(button?.attributes.length).to.equal(4);
      expect(button?.textContent?.trim()).to.equal('text');
    } finally {
      Object.defineProperty(Element.prototype, 'setAttribute', kept);
    }
    expect(refused).not.to.deep.equal([]);
  });

  it('fillTemplate(template, html) fills the template it is given', () => {
    const template = document.createElement('template');
    fillTemplate(template, '<p>a</p>');
    expect(template.content.firstElementChild?.localName).to.equal('p');
  });

  it('builds every template of the kit as the HTML parser would', async () => {
    const templates = await realTemplates();
    expect(templates.length).to.be.greaterThan(25);
    for (const strings of templates) {
      const [markup] = prepare(strings, 1);
      // As lit ships its marks: the parser now takes `<?name>` for a processing instruction.
      const prepared = String(markup)
        .replaceAll(/-lit-/g, '$lit$$')
        .replaceAll(/lit-(\d+)-/g, 'lit$$$1$$');
      expect(ours(prepared), prepared).to.deep.equal(parsed(prepared));
    }
  });
});

/** What lit writes around its expressions; the shipped build calls it by one letter. */
const prepare = (
  _$LH as unknown as { readonly L: (strings: TemplateStringsArray, type: number) => [unknown] }
).L;

/** Everything that lit prepares while all stories are shown: it keeps templates by their strings. */
async function realTemplates(): Promise<readonly TemplateStringsArray[]> {
  const found = new Set<TemplateStringsArray>();
  const set = Reflect.get(WeakMap.prototype, 'set') as (key: object, value: unknown) => unknown;
  const remember = function (this: WeakMap<object, unknown>, key: object, value: unknown): unknown {
    if (Array.isArray(key) && 'raw' in key) found.add(key as unknown as TemplateStringsArray);
    return set.call(this, key, value);
  };
  Reflect.set(WeakMap.prototype, 'set', remember);
  try {
    const files = import.meta.glob<{ default: Story }>('../../../stories/*.stories.ts', { eager: true });
    const place = document.createElement('div');
    document.body.append(place);
    for (const { default: meta, ...stories } of Object.values(files)) {
      for (const story of Object.values(stories as unknown as Record<string, Story>)) {
        const draw = story.render ?? meta.render;
        const box = document.createElement('div');
        place.append(box);
        render(draw?.({ ...meta.args, ...story.args }), box);
      }
    }
    await wait(600);
    place.remove();
  } finally {
    Reflect.set(WeakMap.prototype, 'set', set);
  }
  return [...found];
}

interface Story {
  readonly args?: object;
  readonly render?: (args: object) => unknown;
}

const text = fc
  .array(fc.constantFrom('a', ' ', '\n', 'é', '&amp;', '&lt;', '&#10003;', '"', "'", '=', '>', '?lit$1$'), {
    maxLength: 5,
  })
  .map((parts) => parts.join(''));
const bound = ['class', 'data-x', '@click$lit$', '.value$lit$', '?hidden$lit$', 'lit$1$2'];
const values = fc.constantFrom('', '=a', '="a b"', '=\'a "b"\'', '=lit$1$', '="x lit$1$ &amp;"');
const attributes = attributesOf(...bound, 'ARIA-label');
const drawn = attributesOf(...bound, 'viewBox', 'stroke-width', 'gradientUnits');

function attributesOf(...names: readonly string[]): fc.Arbitrary<string> {
  const attribute = fc.tuple(fc.constantFrom(...names), values).map(([name, value]) => ` ${name}${value}`);
  return fc.array(attribute, { maxLength: 3 }).map((all) => all.join(''));
}

/** Elements that the parser nests as they are written. */
function node(depth: number): fc.Arbitrary<string> {
  const leaves = [
    text,
    fc.constant('<?lit$1$>'),
    text.map((data) => `<!--${data.replaceAll('>', '')}-->`),
    voids,
  ];
  if (depth === 0) return fc.oneof(...leaves);
  const inner = fc.array(node(depth - 1), { maxLength: 3 }).map((nodes) => nodes.join(''));
  const wrap = (name: string, content: fc.Arbitrary<string>, given = attributes): fc.Arbitrary<string> =>
    fc.tuple(given, content).map(([written, body]) => `<${name}${written}>${body}</${name}>`);
  const html = ['div', 'span', 'section', 'slot', 'x-y', 'figure'].map((name) => wrap(name, inner));
  return fc.oneof(...leaves, ...html, wrap('svg', drawing(depth - 1), drawn), table(inner));
}

const voids = attributes.map((given) => `<input${given}>`);

function drawing(depth: number): fc.Arbitrary<string> {
  if (depth <= 0) return text;
  const inner = fc.array(drawing(depth - 1), { maxLength: 2 }).map((nodes) => nodes.join(''));
  const wrapped = ['g', 'path', 'rect', 'text', 'clipPath', 'linearGradient'].map((name) =>
    fc.tuple(drawn, inner).map(([given, body]) => `<${name}${given}>${body}</${name}>`),
  );
  const closed = drawn.map((given) => `<path${given} />`);
  const html = fc
    .tuple(inner, node(0))
    .map(([, body]) => `<foreignObject><div>${body}</div></foreignObject>`);
  return fc.oneof(text, ...wrapped, closed, html);
}

function table(cell: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .array(cell, { maxLength: 2 })
    .map(
      (cells) => `<table><tbody><tr>${cells.map((body) => `<td>${body}</td>`).join('')}</tr></tbody></table>`,
    );
}
