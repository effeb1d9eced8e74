import type { Stage } from '@pipeline-kit/model/schema';
import { fieldValue, isObject, nameText } from './field-value.js';
import { recordsAt } from './json-records.js';
import { pageRecords } from './pages.js';
import { readFlag } from './read-flag.js';
import { readNumber, toNumber } from './read-number.js';

/**
 * The stages of HubSpot's pipelines, of v3 and of v1. Stages are sorted by `displayOrder` and, where that
 * is equal, by label. A closed stage is won at probability 1 and lost at 0, which v3 writes as text.
 */
export function hubspotStages(response: unknown): Stage[] {
  const isOne = !Array.isArray(response) && Array.isArray(fieldValue(response, 'stages'));
  const { records } = isOne ? recordsAt(response, '') : pageRecords(response, 'results');
  return records.flatMap(({ value }) => {
    const pipeline = text(value, 'id') ?? text(value, 'pipelineId') ?? 'default';
    const stages: unknown = fieldValue(value, 'stages');
    if (!Array.isArray(stages)) return [];
    return stages
      .filter((stage) => isObject(stage))
      .map((stage) => ({
        stage,
        order: number(stage, 'displayOrder') ?? 0,
        label: text(stage, 'label') ?? '',
      }))
      .sort((a, b) => a.order - b.order || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0))
      .flatMap(({ stage, label }, index) => stageOf(stage, label, pipeline, (index + 1) * 10));
  });
}

function stageOf(
  stage: Readonly<Record<string, unknown>>,
  label: string,
  pipeline: string,
  position: number,
): Stage[] {
  const id = text(stage, 'id') ?? text(stage, 'stageId');
  if (id === null) return [];
  const probability = number(stage, 'metadata.probability') ?? number(stage, 'probability');
  const closedFlag = readFlag(fieldValue(stage, 'metadata.isClosed'));
  // v1 has no flag for lost: only a lost stage has no chance at all.
  const isClosed = closedFlag ?? (probability === 0 || probability === 1);
  const isWon = readFlag(fieldValue(stage, 'closedWon')) ?? (isClosed && probability === 1);
  const valid = probability !== null && probability >= 0 && probability <= 1;
  return [
    {
      id,
      pipeline,
      name: label || id,
      position,
      kind: isWon ? 'won' : isClosed ? 'lost' : 'open',
      ...(valid ? { probability } : {}),
    },
  ];
}

function text(value: unknown, path: string): string | null {
  return nameText(fieldValue(value, path));
}

function number(value: unknown, path: string): number | null {
  const read = readNumber(fieldValue(value, path));
  return read && toNumber(read.decimal);
}
