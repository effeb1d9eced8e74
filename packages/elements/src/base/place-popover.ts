/** Shows an element in the top layer, next to an anchor: below it where there is room, else above. */
export function showPopoverAt(element: HTMLElement, anchor: DOMRect, align: 'start' | 'end' = 'start'): void {
  element.toggleAttribute('data-open', true);
  if (element.popover && !element.matches(':popover-open')) element.showPopover();
  const { innerWidth, innerHeight } = element.ownerDocument.defaultView ?? globalThis;
  const { width, height } = element.getBoundingClientRect();
  const wanted = align === 'end' ? anchor.right - width : anchor.left;
  const left = Math.max(MARGIN, Math.min(wanted, innerWidth - width - MARGIN));
  const isBelow = anchor.bottom + GAP + height <= innerHeight || anchor.top - GAP - height < 0;
  const top = isBelow ? anchor.bottom + GAP : anchor.top - GAP - height;
  element.style.setProperty('--_left', `${Math.round(left)}px`);
  element.style.setProperty('--_top', `${Math.round(top)}px`);
}

export function hidePopover(element: HTMLElement): void {
  element.toggleAttribute('data-open', false);
  if (element.popover && element.matches(':popover-open')) element.hidePopover();
}

const GAP = 8;
const MARGIN = 8;
