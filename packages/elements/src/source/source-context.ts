import { ContextProvider, createContext } from '@lit/context';
import type { ReactiveElement } from 'lit';
import type { PipelineSource } from './pipeline-source.js';

/** The key under which a source answers the widgets inside it, the same for every copy of the kit. */
export const sourceContext: ReturnType<typeof createContext<PipelineSource>> = createContext<PipelineSource>(
  Symbol.for('pipeline-kit.source@1'),
);

/** Answers with the source whoever asks from inside the element. */
export function provideSource(
  element: ReactiveElement,
  source: PipelineSource,
): ContextProvider<typeof sourceContext> {
  return new ContextProvider(element, { context: sourceContext, initialValue: source });
}
