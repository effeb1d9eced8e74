import { chartStyles, themeTokens } from '@pipeline-kit/charts';
import { css, unsafeCSS, type CSSResult } from 'lit';

/**
 * The card: it takes the host's font and colour scheme, and resets on its inside what a host may have
 * set on everything. The host element itself is only a box that is as wide as it may be.
 */
export const cardStyles: readonly CSSResult[] = [
  unsafeCSS(themeTokens),
  unsafeCSS(chartStyles),
  css`
    :host {
      display: block;
      inline-size: 100%;
      min-inline-size: 0;
      contain: inline-size;
    }
    :host([hidden]) {
      display: none;
    }
    * {
      box-sizing: border-box;
    }
    .card {
      container-type: inline-size;
      position: relative;
      block-size: 100%;
      margin: 0;
      background: var(--_surface);
      border: var(--_line-hair) solid var(--_hairline);
      border-radius: var(--_radius);
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
    .inside {
      display: flex;
      flex-direction: column;
      block-size: 100%;
      padding: 16px var(--_card-padding) 14px;
    }
    p,
    dl,
    dd,
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    strong {
      color: var(--_text-1);
      font-weight: var(--_weight-strong);
    }
    .head {
      display: flex;
      align-items: center;
      gap: 8px;
      min-block-size: 26px;
    }
    .name {
      flex: 0 1 auto;
      min-inline-size: 0;
      margin-inline-end: auto;
      overflow: hidden;
      color: var(--_text-3);
      font-size: 12px;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .finding {
      margin-block: 4px 3px;
      color: var(--_text-1);
      font-size: var(--_size-finding);
      font-weight: var(--_weight-strong);
      line-height: 1.3;
      overflow-wrap: break-word;
      text-wrap: balance;
    }
    .finding.figure {
      font-size: var(--_size-figure);
      line-height: var(--_line-tight);
    }
    .evidence {
      max-inline-size: 88ch;
      color: var(--_text-3);
      font-size: 12.5px;
      overflow-wrap: break-word;
      text-wrap: pretty;
    }
    .factors {
      position: relative;
      display: flex;
      flex-wrap: wrap;
      gap: 6px 14px;
      margin-block-start: 12px;
      padding-block: 10px;
      border-block: 1px solid var(--_hairline);
    }
    .factors .factor {
      display: flex;
      gap: 14px;
    }
    .factors .amount {
      display: grid;
      font-size: 11px;
    }
    .factors b {
      color: var(--_text-1);
      font-size: 15px;
      font-weight: var(--_weight-strong);
    }
    .factors .sign {
      color: var(--_text-3);
      font-size: 15px;
    }
    .factors .sign:empty {
      display: none;
    }
    .factors .unseen {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .notice {
      margin-block: 4px;
      padding: 3px 8px;
      border-radius: 4px;
      background: var(--_surface-2);
      color: var(--_text-2);
      font-size: 12px;
    }
    .body {
      display: grid;
      flex: 1 0 auto;
      grid-template-columns: minmax(0, 1fr);
      margin-block: 16px 14px;
    }
    .body > * {
      grid-area: 1 / 1;
      min-inline-size: 0;
    }
    .body.over {
      min-block-size: var(--_drawn, 0);
    }
    .body.bare {
      margin-block: 0 10px;
    }
    .plot {
      position: relative;
      align-self: start;
    }
    .plot[hidden] {
      display: block;
      visibility: hidden;
      block-size: 0;
      overflow: hidden;
    }
    .foot {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 2px 14px;
      margin-block-start: auto;
      padding-block-start: 10px;
      border-block-start: var(--_line-hair) solid var(--_hairline);
      color: var(--_text-3);
      font-size: 12px;
    }
    .foot .end {
      margin-inline-start: auto;
    }

    /* Things to press */
    button {
      appearance: none;
      margin: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      letter-spacing: inherit;
      text-align: start;
      cursor: pointer;
    }
    :focus-visible {
      outline: var(--_line-focus) solid var(--_focus);
      outline-offset: 2px;
      border-radius: 3px;
    }
    .tool {
      display: inline-grid;
      flex: none;
      place-items: center;
      min-inline-size: max(26px, var(--_target));
      min-block-size: max(26px, var(--_target));
      padding: 0;
      border-radius: 6px;
      color: var(--_text-3);
    }
    .tool:hover,
    .link:hover {
      color: var(--_text-1);
    }
    .tool[aria-pressed='true'],
    .tool[aria-expanded='true'] {
      background: var(--_surface-2);
      color: var(--_text-1);
    }
    .icon {
      inline-size: 16px;
      block-size: 16px;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.4;
    }
    .icon .dots {
      stroke-width: 2.4;
      stroke-linecap: round;
    }
    .icon.small {
      inline-size: 12px;
      block-size: 12px;
    }
    .icon.large {
      inline-size: 22px;
      block-size: 22px;
    }
    .link {
      min-block-size: var(--_target);
      padding: 0;
      color: var(--_accent);
      text-decoration: underline;
      text-decoration-thickness: 1px;
      text-underline-offset: 2px;
    }
    .button {
      min-block-size: max(28px, var(--_target));
      padding: 4px 12px 5px;
      border: var(--_line-hair) solid var(--_hairline);
      border-radius: 6px;
      color: var(--_text-1);
    }
    .button.strong {
      border-color: var(--_text-1);
      background: var(--_text-1);
      color: var(--_surface);
      font-weight: var(--_weight-strong);
    }
    .segmented {
      display: inline-flex;
      flex: none;
      border: var(--_line-hair) solid var(--_hairline);
      border-radius: 6px;
      font-size: 12px;
    }
    .segmented button {
      min-block-size: var(--_target);
      padding: 1px 9px 2px;
      color: var(--_text-2);
      white-space: nowrap;
    }
    .segmented button + button {
      border-inline-start: var(--_line-hair) solid var(--_hairline);
    }
    .segmented button:first-child {
      border-start-start-radius: 5px;
      border-end-start-radius: 5px;
    }
    .segmented button:last-child {
      border-start-end-radius: 5px;
      border-end-end-radius: 5px;
    }
    .segmented [aria-pressed='true'] {
      background: var(--_surface-2);
      color: var(--_text-1);
      font-weight: var(--_weight-strong);
    }
    .select {
      flex: 0 1 auto;
      min-inline-size: 0;
      min-block-size: max(26px, var(--_target));
      padding: 1px 6px 2px 7px;
      border: var(--_line-hair) solid var(--_hairline);
      border-radius: 6px;
      background: var(--_surface);
      color: var(--_text-1);
      font: inherit;
      font-size: 12px;
      text-overflow: ellipsis;
      cursor: pointer;
    }
    .chip {
      display: inline-flex;
      flex: 0 1 auto;
      align-items: center;
      gap: 6px;
      min-inline-size: 0;
      min-block-size: max(26px, var(--_target));
      padding: 1px 7px 2px 11px;
      border: var(--_line-hair) solid var(--_hairline);
      border-radius: 999px;
      color: var(--_text-1);
      font-size: 12px;
    }
    .chip bdi {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .chip .icon {
      flex: none;
      color: var(--_text-3);
    }

    /* The marks as a list: it lies on the picture, and the ring is drawn on the mark. */
    .marks {
      position: absolute;
      inset: 0;
      pointer-events: none;
    }
    .marks button {
      position: absolute;
      left: var(--_left);
      top: var(--_top);
      inline-size: var(--_width);
      block-size: var(--_height);
      padding: 0;
      outline: none;
      opacity: 0;
    }

    /* A picture of HTML: the ring goes around the element of the mark. */
    .picture [data-mark] {
      cursor: pointer;
    }
    .picture [data-key] {
      outline: none;
    }
    .picture :is([data-hovered], [data-selected]) {
      outline: 1.5px solid var(--_text-1);
      outline-offset: -1px;
      border-radius: var(--_radius-mark);
    }
    .picture [data-focused] {
      outline: var(--_line-focus) solid var(--_focus);
      outline-offset: -1px;
      border-radius: 3px;
    }
    .picture svg {
      transition: opacity var(--_fast);
    }
    .picture[data-selecting] :not([data-selected]) > * > * > svg {
      opacity: 0.3;
    }

    /* The same as a table */
    .scroll {
      overflow: auto;
      align-self: start;
      max-block-size: 100%;
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
      font-size: var(--_size-text);
    }
    caption {
      text-align: start;
    }
    th,
    td {
      padding-block: 9px;
      padding-inline: 12px 0;
      border-block-end: var(--_line-hair) solid var(--_grid);
      font-weight: var(--_weight);
      text-align: start;
      vertical-align: baseline;
    }
    :is(th, td):first-child {
      padding-inline-start: 0;
    }
    thead th {
      padding-block: 0 7px;
      border-block-end-color: var(--_hairline);
      color: var(--_text-3);
      font-size: var(--_size-note);
      white-space: nowrap;
    }
    tbody th,
    td:last-child {
      color: var(--_text-1);
    }
    .number {
      text-align: end;
      white-space: nowrap;
    }

    /* Panels, menu and tooltip */
    .panel {
      z-index: 1;
      align-self: start;
      padding: 8px 12px 12px 14px;
      border: var(--_line-hair) solid var(--_hairline);
      border-radius: 6px;
      background: var(--_surface);
      font-size: 12.5px;
    }
    .panel .scroll {
      max-block-size: max(260px, calc(var(--_drawn, 0px) - 60px));
    }
    .panel-head {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 12px;
    }
    .methods > div {
      display: grid;
      grid-template-columns: 96px minmax(0, 1fr);
      column-gap: 12px;
      margin-block-start: 5px;
    }
    .methods dt {
      color: var(--_text-3);
    }
    .methods dd {
      overflow-wrap: anywhere;
    }
    [popover],
    .pop {
      position: fixed;
      inset: auto;
      left: var(--_left, 0);
      top: var(--_top, 0);
      inline-size: max-content;
      max-inline-size: min(300px, calc(100vw - 16px));
      margin: 0;
      padding: 8px 12px 9px;
      border: var(--_line-hair) solid var(--_text-3);
      border-radius: 6px;
      background: var(--_surface);
      color: var(--_text-2);
      font-size: 12px;
      line-height: 1.45;
    }
    .pop:not([data-open]) {
      display: none;
    }
    .tip dl > div {
      display: flex;
      justify-content: space-between;
      gap: 24px;
    }
    .tip dd {
      color: var(--_text-1);
      text-align: end;
    }
    .tip p {
      margin-block-start: 3px;
      color: var(--_text-3);
      font-size: var(--_size-note);
    }
    .menu {
      padding: 4px;
      border-color: var(--_hairline);
    }
    .menu button {
      display: block;
      inline-size: 100%;
      min-block-size: max(30px, var(--_target));
      padding: 4px 12px;
      border-radius: 4px;
      color: var(--_text-1);
    }
    .menu button:hover {
      background: var(--_surface-2);
    }
    .menu .narrow {
      display: none;
    }

    /* States: each keeps the card and its places. */
    .state {
      display: none;
      flex: 1 0 auto;
    }
    [data-state='loading'] .loading,
    [data-state='empty'] .empty,
    [data-state='error'] .error {
      display: flex;
      flex-direction: column;
      min-block-size: calc(var(--_drawn, 120px) + 90px);
    }
    .card.is-figure .state {
      min-block-size: 103px;
    }
    .card:not([data-state='ready']) .ready {
      display: none;
    }
    .message {
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: 2px;
      padding-block-start: 28px;
      color: var(--_text-3);
      font-size: 12.5px;
      overflow-wrap: anywhere;
    }
    .message .finding {
      margin-block: 10px 0;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 10px;
      margin-block-start: 12px;
    }
    .bones {
      display: grid;
      flex: 1 0 auto;
      grid-template-columns: 18% minmax(0, 1fr);
      grid-auto-rows: 12px;
      align-content: start;
      gap: 14px 14px;
      margin-block-start: 6px;
    }
    .bones i {
      display: block;
      border-radius: 2px;
      background: var(--_surface-2);
    }
    .bones i:nth-child(1) {
      grid-column: 1 / 3;
      inline-size: 72%;
      block-size: 18px;
    }
    .bones i:nth-child(2) {
      grid-column: 1 / 3;
      inline-size: 90%;
      block-size: 10px;
      margin-block-end: 10px;
    }
    .bones i:nth-child(6) {
      inline-size: 64%;
    }
    .bones i:nth-child(8) {
      inline-size: 41%;
    }
    .bones i:nth-child(10) {
      inline-size: 29%;
    }
    .bones i:nth-child(12) {
      inline-size: 14%;
    }
    .bones.figure i:nth-child(n + 3) {
      display: none;
    }
    .progress {
      block-size: 3px;
      margin-block: 12px 6px;
      background: var(--_surface-2);
    }
    .progress i {
      display: block;
      inline-size: var(--_share, 0%);
      block-size: 100%;
      background: var(--_accent);
    }
    .progress-foot {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      gap: 12px;
      color: var(--_text-3);
      font-size: 12px;
    }
    .spoken {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    [data-stale] .plot .drawing {
      cursor: progress;
    }

    @container (max-width: 440px) {
      table {
        font-size: 12px;
      }
      th,
      td {
        padding-inline: 8px 0;
      }
    }
    @container (max-width: 340px) {
      .wide {
        display: none;
      }
      .menu .narrow {
        display: block;
      }
      .methods > div {
        grid-template-columns: minmax(0, 1fr);
      }
      .methods dt:not(:empty) {
        margin-block-start: 4px;
      }
    }
    @media print {
      .head .tool,
      .segmented,
      .select,
      .foot .link,
      .notice {
        display: none;
      }
      .card {
        break-inside: avoid;
      }
    }
    @media (forced-colors: active) {
      .segmented [aria-pressed='true'],
      .tool[aria-pressed='true'] {
        outline: 2px solid Highlight;
        outline-offset: -2px;
      }
    }
  `,
];
