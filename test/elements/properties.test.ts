import '@pipeline-kit/elements/define/all';
import { expect } from '@open-wc/testing';
import { versions } from '@pipeline-kit/elements';
import { LitElement, type PropertyDeclarations } from 'lit';

/** Why a property has no attribute: it holds what an attribute cannot say. */
const reasons: Readonly<Record<string, string>> = {
  data: 'a document or records of any shape; src and a JSON child say the same in markup',
  pipeline: 'an object of the host’s own making',
  messages: 'an object of sentences and functions',
  clock: 'a function',
  fetcher: 'a function',
  calendar: 'an object; fiscal-year-start says the usual case',
  mapping: 'an object of rules',
};

function classOf(tag: string): typeof LitElement {
  return customElements.get(tag) as unknown as typeof LitElement;
}

/** What is wrong with the properties of an element, a sentence for each. */
function faults(tag: string): string[] {
  const element = document.createElement(tag);
  const found = element.getAttributeNames().map((name) => `sets its own attribute: ${name}`);
  for (const [key, { attribute, type, reflect, state }] of classOf(tag).elementProperties) {
    if (state) continue;
    const name = String(key);
    const kebab = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (attribute === false) {
      if (!(name in reasons)) found.push(`has neither attribute nor reason: ${name}`);
    } else if ((attribute === true || attribute === undefined ? name.toLowerCase() : attribute) !== kebab) {
      found.push(`is not written in kebab case: ${name}`);
    }
    if (reflect) found.push(`is reflected: ${name}`);
    // A class field would stand before the accessor, and nothing would be drawn for it.
    if (Object.hasOwn(element, name)) found.push(`is a field: ${name}`);
    if (type === Boolean && element[name as keyof Element]) found.push(`is true by default: ${name}`);
  }
  return found;
}

const tags = [...versions().keys()].filter((tag) => tag.startsWith('pipeline-'));

describe('the properties of every element', () => {
  it('are those of the elements there are', () => {
    expect(tags).to.include.members(['pipeline-source', 'pipeline-funnel', 'pipeline-summary']);
  });

  for (const tag of tags) {
    it(`<${tag}>: each has an attribute in kebab case, or a reason to have none`, () => {
      expect(faults(tag)).to.deep.equal([]);
    });

    it(`<${tag}>: nonsense in every attribute throws nothing, and nothing is written back`, async () => {
      const { warn } = console;
      console.warn = () => {};
      const element = document.createElement(tag) as LitElement;
      const names = classOf(tag).observedAttributes.filter((name) => name !== 'src');
      for (const name of names) element.setAttribute(name, 'nonsense');
      document.body.append(element);
      try {
        await element.updateComplete;
        const written = element.getAttributeNames().map((name) => `${name}=${element.getAttribute(name)}`);
        expect(written.toSorted()).to.deep.equal(names.map((name) => `${name}=nonsense`).toSorted());
      } finally {
        element.remove();
        console.warn = warn;
      }
    });
  }

  it('are checked: each fault is found in an element that has it', () => {
    class Faulty extends LitElement {
      static override get properties(): PropertyDeclarations {
        return {
          rows: { attribute: false },
          cohortAxis: { type: String },
          by: { type: String, reflect: true },
          open: { type: Boolean },
          limit: { type: Number },
        };
      }
      declare open: boolean;
      constructor() {
        super();
        this.open = true;
        Object.defineProperty(this, 'limit', { value: 10 });
      }
    }
    customElements.define('faulty-widget', Faulty);
    expect(faults('faulty-widget')).to.deep.equal([
      'has neither attribute nor reason: rows',
      'is not written in kebab case: cohortAxis',
      'is reflected: by',
      'is true by default: open',
      'is a field: limit',
    ]);
  });
});
