import { expect } from '@open-wc/testing';
import {
  define,
  PipelineFunnelElement,
  PipelineSourceElement,
  version,
  versions,
} from '@pipeline-kit/elements';
import pkg from '../../../packages/elements/package.json';

/** Runs a step and returns what it warned of. */
function warned(step: () => void): string[] {
  const lines: string[] = [];
  const { warn } = console;
  console.warn = (line: string) => lines.push(line);
  try {
    step();
  } finally {
    console.warn = warn;
  }
  return lines;
}

const fresh = (() => {
  let count = 0;
  return () => `test-define-${(count += 1)}`;
})();

describe('define(tag, element)', () => {
  it('registers a tag once and returns its class', () => {
    class One extends HTMLElement {
      static readonly version = '1.0.0';
    }
    const tag = fresh();
    expect(define(tag, One)).to.equal(One);
    expect(define(tag, One)).to.equal(One);
    expect(customElements.get(tag)).to.equal(One);
    expect(versions().get(tag)).to.equal(version);
  });

  it('leaves a tag of another version alone and names both versions', () => {
    const tag = fresh();
    class Old extends HTMLElement {
      static readonly version = '0.9.0';
    }
    class New extends HTMLElement {
      static readonly version = '1.0.0';
    }
    define(tag, Old);
    const lines = warned(() => expect(define(tag, New)).to.equal(Old));
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain(tag).and.contain('0.9.0').and.contain('1.0.0');
  });

  it('is silent about a second copy of the same version', () => {
    const tag = fresh();
    const copy = (): { new (): HTMLElement; readonly version: string } =>
      class extends HTMLElement {
        static readonly version = '1.0.0';
      };
    define(tag, copy());
    expect(warned(() => define(tag, copy()))).to.deep.equal([]);
  });

  it('says so when the tag belongs to someone else', () => {
    const tag = fresh();
    customElements.define(tag, class extends HTMLElement {});
    class Ours extends HTMLElement {
      static readonly version = '1.0.0';
    }
    expect(warned(() => define(tag, Ours))[0]).to.contain('something else');
  });

  it('does nothing where there is no registry', () => {
    const none = undefined as never as CustomElementRegistry;
    const { customElements: kept } = globalThis;
    Object.defineProperty(globalThis, 'customElements', { value: none, configurable: true });
    try {
      expect(define(fresh(), PipelineFunnelElement)).to.equal(PipelineFunnelElement);
    } finally {
      Object.defineProperty(globalThis, 'customElements', { value: kept, configurable: true });
    }
  });
});

it('every element class says the version of the package', () => {
  expect(version).to.equal(pkg.version);
  for (const element of [PipelineSourceElement, PipelineFunnelElement])
    expect(element.version).to.equal(version);
});

it('importing the classes registers nothing', () => {
  expect(customElements.get('pipeline-source')).to.equal(undefined);
  expect(customElements.get('pipeline-funnel')).to.equal(undefined);
});
