import { createContext } from '@lit/context';
import type { PipelineSource } from './pipeline-source.js';

/** The key under which a source answers the widgets inside it, the same for every copy of the kit. */
export const sourceContext: ReturnType<typeof createContext<PipelineSource>> = createContext<PipelineSource>(
  Symbol.for('pipeline-kit.source@1'),
);
