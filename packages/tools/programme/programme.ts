import type { PipelineDocument, Registration } from '@pipeline-kit/model/schema';
import { dayText } from './log.js';
import { chapterOf, type Chapter } from './opportunity.js';
import { planOf, type ProgrammeOptions } from './options.js';
import { quotasOf } from './quotas.js';
import { planRatesOf, ratesOf } from './rates.js';
import { settings, stages } from './settings.js';
import { worldOf, type World } from './world.js';

/**
 * A vendor's partner programme, invented, as a canonical document with its full history. The same
 * options give the same bytes in every engine, on every day and in every time zone.
 */
export function programme(options: ProgrammeOptions = {}): PipelineDocument {
  const world = worldOf(planOf(options));
  const chapters = [...chaptersOf(world)];
  return {
    ...frame(world),
    opportunities: chapters.map((chapter) => chapter.opportunity),
    registrations: chapters.flatMap((chapter) => chapter.registrations),
  };
}

/**
 * The same document as pieces of JSON text, so that one of a million opportunities never has to be in
 * memory as a whole.
 *
 * @yields the next piece
 */
export function* programmeText(options: ProgrammeOptions = {}): Generator<string, void, undefined> {
  const world = worldOf(planOf(options));
  const registrations: Registration[] = [];
  yield `${JSON.stringify(frame(world)).slice(0, -1)},"opportunities":[`;
  let separator = '';
  for (const chapter of chaptersOf(world)) {
    yield separator + JSON.stringify(chapter.opportunity);
    registrations.push(...chapter.registrations);
    separator = ',';
  }
  yield `],"registrations":${JSON.stringify(registrations)}}`;
}

function* chaptersOf(world: World): Generator<Chapter, void, undefined> {
  for (let index = 0; index < world.plan.opportunities; index += 1) yield chapterOf(world, index);
}

/** Everything but the opportunities and their registrations. */
function frame(world: World): Omit<PipelineDocument, 'opportunities' | 'registrations'> {
  const { plan, partners } = world;
  return {
    schema: 'pipeline-kit/document@1',
    meta: { source: 'Fernhall partner portal', asOf: dayText(plan.lastDay), history: 'full' },
    settings,
    stages,
    partners: partners.map((facts) => facts.partner),
    rates: ratesOf(plan),
    planRates: planRatesOf(),
    quotas: quotasOf(plan, partners),
  };
}
