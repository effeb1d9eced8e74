import type { Pipeline } from '@pipeline-kit/model';
import { label } from '../strict/label.js';

/** The names of the stages of a pipeline by id, fit to be shown. */
export function stageNames({ document }: Pipeline, pipeline?: string): Readonly<Record<string, string>> {
  const entries = document.stages
    .filter((stage) => pipeline === undefined || stage.pipeline === pipeline)
    .map(({ id, name }) => [id, label(name)] as const);
  return Object.fromEntries(entries);
}
