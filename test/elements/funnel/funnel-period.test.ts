import { expect } from '@open-wc/testing';
import type { PipelineFunnelElement } from '@pipeline-kit/elements';
import { passages, storyClock, typicalYear, withoutHistory, yearBefore } from '../../../stories/data.js';
import { clean, html, settled, show, textOf } from '../support.js';

const years = passages(typicalYear, yearBefore);
const period = '2025-05-21/2026-05-21';
const priorPeriod = '2024-05-21/2025-05-21';

/** What a funnel with both periods says of them. */
async function said(
  data: unknown,
  definition: string,
  axis = 'stageEntry',
  lang = 'en',
): Promise<{ foot: string; hasGhosts: boolean }> {
  const place = show(html`
    <pipeline-funnel
      lang=${lang}
      .data=${data}
      .clock=${storyClock}
      definition=${definition}
      cohort-axis=${axis}
      period=${period}
      prior-period=${priorPeriod}
    ></pipeline-funnel>
  `);
  const element = await settled<PipelineFunnelElement>(place, 'pipeline-funnel');
  const hasGhosts = textOf(element, '.drawing').includes('the period before');
  const foot = textOf(element, '.foot > span');
  clean();
  return { foot, hasGhosts };
}

describe('the periods of a funnel', () => {
  afterEach(clean);

  it('limit an entered cohort by the day of entry, and are compared', async () => {
    expect(await said(years, 'entered-cohort')).to.deep.equal({
      foot: 'Entered May 21, 2025 to May 20, 2026',
      hasGhosts: true,
    });
  });

  it('limit every definition by the day of creation or closing, and the foot says which', async () => {
    expect(await said(years, 'reached', 'creation')).to.deep.equal({
      foot: 'Created May 21, 2025 to May 20, 2026',
      hasGhosts: true,
    });
    expect((await said(years, 'reached', 'close')).foot).to.equal('Closed May 21, 2025 to May 20, 2026');
    expect((await said(years, 'reached', 'close', 'de')).foot).to.equal(
      'Abgeschlossen 21.05.2025 bis 20.05.2026',
    );
  });

  for (const definition of ['reached', 'visited', 'in-order', 'snapshot'])
    it(`by the day of entry say nothing of ${definition}: no ghosts, and no period in the foot`, async () => {
      expect(await said(years, definition)).to.deep.equal({ foot: '370 counted', hasGhosts: false });
    });

  it('say nothing of a source without history', async () => {
    const flat = withoutHistory(years);
    for (const definition of ['entered-cohort', 'snapshot'])
      expect(await said(flat, definition)).to.deep.equal({ foot: '370 counted', hasGhosts: false });
  });
});
