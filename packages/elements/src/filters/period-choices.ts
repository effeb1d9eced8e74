import { isCalendarDate, type Period } from '@pipeline-kit/model';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Texts } from '../messages/catalogue.js';
import { radioList, rangeInputs } from './choices-popover.js';
import { capital, priorWords } from './filters-words.js';
import type { Comparison, PeriodKind, PeriodReading, PresetKind } from './period-reading.js';
import { clauseOf, inputOf, type RangeInput } from './range-input.js';

/** What the choices of a period are made of. */
export interface PeriodChoicesModel {
  readonly reading: PeriodReading;
  /** Whether the reader asked for days of their own, which are not there yet. */
  readonly wantsCustom: boolean;
  readonly wrong: RangeInput | null;
  readonly setWrong: (input: RangeInput | null) => void;
  readonly choose: (kind: PeriodKind | Period) => void;
}

const PRESETS: readonly PresetKind[] = ['quarter', 'previousQuarter', 'year', 'twelveMonths'];

/** The periods to choose from, each with its days. */
export function periodChoices(model: PeriodChoicesModel, texts: Texts): TemplateResult {
  const { reading, wantsCustom, choose } = model;
  const { filters: say, format } = texts;
  const kind = wantsCustom ? 'custom' : reading.kind;
  const options = [
    { value: 'own' as const, text: capital(say.periodKind.own), beside: '' },
    ...PRESETS.map((value) => ({
      value,
      text: say.periodKind[value],
      beside: format.period(reading.presets[value]),
    })),
    { value: 'custom' as const, text: say.periodKind.custom, beside: '' },
  ];
  return html`
    ${radioList<PeriodKind>(say.period, options, kind, choose)}
    ${kind === 'custom' ? customDays(model, texts) : nothing}
  `;
}

/** Two days of the reader's own; they hold when both are there. */
function customDays({ reading, wrong, setWrong, choose }: PeriodChoicesModel, texts: Texts): TemplateResult {
  const scale = { kind: 'date', currency: '' } as const;
  const { from, to } = reading.periods.period ?? reading.presets.quarter;
  return rangeInputs(texts, {
    type: 'date',
    value: wrong ?? inputOf({ field: 'createdDate', from, to }, scale),
    isBackwards: wrong !== null && clauseOf('createdDate', wrong, scale) === 'backwards',
    end: texts.filters.to,
    change: (input) => {
      const days = clauseOf('createdDate', input, scale);
      const isWhole = isCalendarDate(input.from) && isCalendarDate(input.to);
      const isPeriod = isWhole && days !== null && days !== 'backwards' && 'from' in days;
      setWrong(isPeriod ? null : input);
      if (isPeriod) choose({ from: String(days.from), to: String(days.to) });
    },
  });
}

/** What a period can be compared with. */
export function comparisonChoices(
  reading: PeriodReading,
  texts: Texts,
  choose: (comparison: Comparison) => void,
): TemplateResult {
  const { filters: say } = texts;
  const options = (['none', 'previous', 'yearBefore', 'custom'] as const)
    .filter((value) => value !== 'custom' || reading.comparison === 'custom')
    .map((value) => ({
      value,
      text: capital(say.comparison[value]),
      beside: value === 'previous' || value === 'yearBefore' ? priorWords(reading, value, texts) : '',
    }));
  return radioList<Comparison>(say.comparedWith, options, reading.comparison, choose);
}

/** The day to look at, and the way back to the page's own. */
export function asOfChoices(
  day: string,
  { filters: say }: Texts,
  change: (day: string) => void,
  reset: (() => void) | null,
): TemplateResult {
  return html`
    <div class="inputs single">
      <label>
        ${say.asOfDay}
        <input
          type="date"
          .value=${live(day)}
          @change=${(event: Event) => change((event.target as HTMLInputElement).value)}
        />
      </label>
    </div>
    ${reset ? html`<button type="button" class="link" @click=${reset}>${say.asOfReset}</button>` : nothing}
  `;
}
