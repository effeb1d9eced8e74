import { css, type CSSResult } from 'lit';

/** The bar over a dashboard: no card of its own, only what it says and what can be pressed. */
export const filtersStyles: CSSResult = css`
  .bar {
    container-type: inline-size;
    position: relative;
    color: var(--_text-2);
    font-family: var(--_font);
    font-size: var(--_size-text);
    font-weight: var(--_weight);
    font-style: normal;
    font-variant-numeric: tabular-nums lining-nums;
    line-height: var(--_line-text);
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
  }
  .row,
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
  }
  .row {
    min-block-size: max(30px, var(--_target));
  }
  .row > .chips:empty {
    display: none;
  }
  .pick,
  .filter {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    max-inline-size: 100%;
    min-block-size: max(28px, var(--_target));
    border: var(--_line-hair) solid var(--_hairline);
    background: var(--_surface);
    color: var(--_text-1);
  }
  .pick {
    padding: 3px 9px 4px 10px;
    border-radius: 6px;
  }
  .pick[aria-expanded='true'] {
    background: var(--_surface-2);
  }
  :is(.pick, .label) > span:first-child {
    flex: none;
    color: var(--_text-3);
  }
  :is(.pick, .label) bdi {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .caret {
    flex: none;
    inline-size: 8px;
    block-size: 5px;
    fill: none;
    stroke: var(--_text-3);
    stroke-width: 1.3;
  }
  .filter {
    gap: 0;
    border-radius: 999px;
  }
  .chips > li {
    display: inline-flex;
    max-inline-size: 100%;
    min-inline-size: 0;
  }
  .label {
    display: inline-flex;
    gap: 7px;
    min-inline-size: 0;
    min-block-size: max(24px, var(--_target));
    padding: 1px 2px 2px 11px;
    padding-inline: 11px 2px;
    align-items: center;
    border-radius: 999px;
  }
  .remove {
    display: inline-grid;
    flex: none;
    place-items: center;
    min-inline-size: max(26px, var(--_target));
    min-block-size: max(24px, var(--_target));
    padding: 0;
    border-radius: 999px;
    color: var(--_text-3);
  }
  .remove:hover,
  .label:hover,
  .pick:hover {
    color: var(--_text-1);
  }
  :is(.pick, .filter):hover {
    border-color: var(--_text-3);
  }
  .as-of {
    margin-inline-start: auto;
    color: var(--_text-3);
    font-size: 12.5px;
  }
  button.as-of {
    min-block-size: var(--_target);
    padding: 0;
  }
  button.as-of:hover {
    color: var(--_text-1);
  }
  .problem {
    overflow-wrap: anywhere;
  }
  .bone {
    inline-size: 150px;
    block-size: 28px;
    border-radius: 6px;
    background: var(--_surface-2);
  }

  .choices {
    inline-size: min(340px, calc(100vw - 16px));
    max-inline-size: none;
    padding: 10px 6px;
    border-color: var(--_hairline);
    font-size: var(--_size-text);
  }
  .choices fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choices legend,
  .choices .title {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    box-sizing: border-box;
    inline-size: 100%;
    margin: 0;
    padding: 0 8px 4px;
    color: var(--_text-3);
    font-size: 12px;
  }
  .options {
    max-block-size: min(320px, 50vh);
    overflow-y: auto;
  }
  .option {
    display: flex;
    align-items: center;
    gap: 9px;
    inline-size: 100%;
    min-block-size: max(28px, var(--_target));
    padding: 3px 8px;
    border-radius: 4px;
    color: var(--_text-1);
    cursor: pointer;
  }
  .option:focus-visible {
    outline-offset: -2px;
  }
  .option input:focus-visible {
    outline-offset: 1px;
  }
  .option:hover {
    background: var(--_surface-2);
  }
  .option > bdi {
    flex: 1 1 auto;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .option > .much {
    flex: none;
    margin-inline-start: auto;
    color: var(--_text-3);
    font-size: 12px;
    white-space: nowrap;
  }
  .option input {
    flex: none;
    inline-size: 14px;
    block-size: 14px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .inputs {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 8px;
    padding: 4px 8px;
  }
  .inputs label {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
    color: var(--_text-3);
    font-size: 12px;
  }
  .inputs.single {
    grid-template-columns: minmax(0, 1fr);
  }
  .inputs input {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: max(30px, var(--_target));
    padding: 3px 8px;
    border: var(--_line-hair) solid var(--_text-3);
    border-radius: 4px;
    background: var(--_surface);
    color: var(--_text-1);
    font: inherit;
    font-size: var(--_size-text);
  }
  .inputs input[aria-invalid='true'] {
    border-color: var(--_lost-text);
  }
  .hint {
    padding: 2px 8px;
    color: var(--_text-3);
    font-size: 12px;
  }
  .hint.wrong {
    color: var(--_lost-text);
  }
  .choices .link {
    margin-inline: 8px;
  }

  @container (max-width: 440px) {
    .as-of {
      margin-inline-start: 0;
    }
  }
  @media print {
    .row .link,
    .remove,
    .caret {
      display: none;
    }
    .label {
      padding-inline-end: 11px;
    }
  }
`;
