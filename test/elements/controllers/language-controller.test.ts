import { expect } from '@open-wc/testing';
import type { PipelineFunnelElement } from '@pipeline-kit/elements';
import { setMessages } from '@pipeline-kit/elements';
import { nearestLanguage } from '../../../packages/elements/src/controllers/language-controller.js';
import { passages, storyClock } from '../../../stories/data.js';
import { clean, frames, html, inside, settled, show, textOf } from '../support.js';

const tag = 'pipeline-funnel';
const small = passages({ stages: [{ name: 'Alone', lost: 6, pending: 1 }], won: 6 });

/** Hosts one within the other, each with a shadow root; the innermost holds the funnel. */
function nested(place: Element, modes: readonly ShadowRootMode[]): PipelineFunnelElement {
  let within: ParentNode = place;
  for (const mode of modes) {
    const host = document.createElement('div');
    within.append(host);
    within = host.attachShadow({ mode });
  }
  const funnel = document.createElement(tag);
  funnel.data = small;
  funnel.clock = storyClock;
  within.append(funnel);
  return funnel;
}

describe('the language and the direction a widget stands in', () => {
  const { lang } = document.documentElement;
  afterEach(() => {
    clean();
    document.documentElement.lang = lang;
    document.documentElement.removeAttribute('dir');
  });

  it('come from around it, through any shadow roots, and are followed at every height', async () => {
    const place = show(html`<div lang="de" dir="rtl"></div>`);
    const around = place.querySelector('div') as HTMLElement;
    const funnel = nested(around, ['open', 'closed', 'open']);
    await funnel.loaded;
    await frames(3);
    expect(textOf(funnel, '.name')).to.equal('Trichter');
    expect(inside(funnel, '.card')?.getAttribute('lang')).to.equal('de');
    around.lang = 'en';
    await frames(2);
    expect(textOf(funnel, '.name')).to.equal('Funnel');
    around.removeAttribute('lang');
    document.documentElement.lang = 'de';
    await frames(2);
    expect(textOf(funnel, '.name')).to.equal('Trichter');
    const { host } = funnel.getRootNode() as ShadowRoot;
    host.setAttribute('lang', 'en');
    await frames(2);
    expect(textOf(funnel, '.name')).to.equal('Funnel');
  });

  it('are its own where it says so', async () => {
    const place = show(
      html`<div lang="en">
        <pipeline-funnel lang="de-AT" .data=${small} .clock=${storyClock}></pipeline-funnel>
      </div>`,
    );
    const funnel = await settled<PipelineFunnelElement>(place, tag);
    expect(textOf(funnel, '.name')).to.equal('Trichter');
    expect(inside(funnel, '.card')?.getAttribute('lang')).to.equal('de-AT');
    expect([funnel.getAttribute('lang'), funnel.getAttribute('dir')]).to.deep.equal(['de-AT', null]);
  });

  it('turn the picture round with the direction of the page, and back', async () => {
    const place = show(html`<pipeline-funnel .data=${small} .clock=${storyClock}></pipeline-funnel>`);
    const funnel = await settled<PipelineFunnelElement>(place, tag);
    const startOf = (): number => {
      const mark = inside(funnel, '.drawing [data-mark="s1/success"] rect') as HTMLElement;
      const plot = inside(funnel, '.plot') as HTMLElement;
      return mark.getBoundingClientRect().left - plot.getBoundingClientRect().left;
    };
    const left = startOf();
    document.documentElement.dir = 'rtl';
    await frames(3);
    expect(startOf()).to.be.greaterThan(left + 50);
    document.documentElement.dir = 'ltr';
    await frames(3);
    expect(startOf()).to.equal(left);
  });

  it('follow words that a page sets later', async () => {
    const place = show(
      html`<div lang="en"><pipeline-funnel .data=${small} .clock=${storyClock}></pipeline-funnel></div>`,
    );
    const funnel = await settled<PipelineFunnelElement>(place, tag);
    setMessages('en', { funnel: { name: 'Sales funnel' } });
    await funnel.updateComplete;
    expect(textOf(funnel, '.name')).to.equal('Sales funnel');
    setMessages('en', {});
    await funnel.updateComplete;
    expect(textOf(funnel, '.name')).to.equal('Funnel');
  });

  it('are not watched any more when the last widget has left', async () => {
    const place = show(html`<div lang="de"></div>`);
    const around = place.querySelector('div') as HTMLElement;
    const [one, two] = [nested(around, ['open']), nested(around, ['open'])];
    await Promise.all([one.loaded, two.loaded]);
    one.remove();
    around.lang = 'en';
    await frames(2);
    expect([textOf(one, '.name'), textOf(two, '.name')]).to.deep.equal(['Trichter', 'Funnel']);
  });

  it('nearestLanguage(element) is null where nobody says one', () => {
    document.documentElement.removeAttribute('lang');
    expect(nearestLanguage(show(html``))).to.equal(null);
    document.documentElement.lang = '';
    expect(nearestLanguage(show(html``))).to.equal('');
  });
});
