import { css, type CSSResult } from 'lit';

/** The brush that lies on the picture: it catches the pointer, and shows what of it has the focus. */
export const rangeStyles: CSSResult = css`
  .area {
    position: absolute;
    inset: 0;
    cursor: crosshair;
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
  }
  .area.chosen .span {
    position: absolute;
    inset-block: 0 19px;
    inset-inline: var(--_from) calc(100% - var(--_to));
    cursor: grab;
  }
  .area.chosen .span:active {
    cursor: grabbing;
  }
  .handle {
    position: absolute;
    inset-block: 0 19px;
    inset-inline-start: calc(var(--_at) - 12px);
    inline-size: 24px;
    cursor: ew-resize;
    outline: none;
  }
  .handle.from {
    --_at: var(--_from);
  }
  .handle.to {
    --_at: var(--_to);
  }
  .handle::after {
    content: '';
    position: absolute;
    inset-block-start: calc(50% - 11px);
    inset-inline-start: 8px;
    inline-size: 8px;
    block-size: 22px;
    border-radius: 3px;
  }
  /* Nothing chosen: the grips wait at both ends. The picture draws them once they are moved. */
  .area:not(.chosen) .handle::after {
    border: 1.5px solid var(--_text-3);
    background: var(--_surface);
  }
  .handle:focus-visible::after {
    outline: var(--_line-focus) solid var(--_focus);
    outline-offset: 2px;
  }
  /* A long table scrolls in the card. */
  .body.over > .scroll {
    max-block-size: 320px;
  }
  @media print {
    .area {
      display: none;
    }
  }
`;
