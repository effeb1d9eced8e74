import type { Texts } from '../messages/catalogue.js';
import type { WidgetView } from './view.js';

/** A figure as a widget says it. */
export interface Figure {
  readonly finding: string;
  readonly evidence: string;
  /** What it counts, in words. */
  readonly definition: string;
}

/** A widget that is a single figure: no picture, no table, no marks. */
export function figureView({ finding, evidence, definition }: Figure, { card }: Texts): WidgetView {
  return {
    isEmpty: false,
    finding,
    evidence,
    notes: [],
    methods: [[card.definition, definition]],
    table: null,
    draw: null,
    metric: '',
    params: {},
    describe: ({ label }) => ({ title: label, lines: [], count: 0 }),
    clause: () => null,
  };
}
