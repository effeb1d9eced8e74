import { createPipeline } from '@pipeline-kit/model';
import { hostileRecords } from '../fixtures/hostile-records.js';
import type { Way } from './measure.js';

/** Loads a document and asks for its funnel: with a bad record after every good one, and without. */
export function loadHostile(text: string, pipeline: string): Way[] {
  const mixed = withBadRecords(text);
  const funnel = async (json: string): Promise<number[]> => {
    const { stages } = await createPipeline(json).query('funnel', { definition: 'reached', pipeline });
    return stages.map(({ count }) => count);
  };
  return [
    { name: 'as many bad records as good ones', run: () => funnel(mixed) },
    { name: 'good records alone', run: () => funnel(text) },
  ];
}

/** The document with a bad record after each of its opportunities; none of them counts in a funnel. */
function withBadRecords(text: string): string {
  const document = JSON.parse(text) as { opportunities: unknown[] };
  const bad = Object.values(hostileRecords);
  const opportunities = document.opportunities.flatMap((record, index) => [
    JSON.stringify(record),
    // A number in front keeps ids apart, so that each is bad for its own reason.
    (bad[index % bad.length] ?? 'null').replace('{"id":"', () => `{"id":"${index} `),
  ]);
  return JSON.stringify({ ...document, opportunities: [] }).replace(
    '"opportunities":[]',
    () => `"opportunities":[${opportunities.join(',')}]`,
  );
}
