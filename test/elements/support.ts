import '@pipeline-kit/elements/define/all';
import type { PipelineSourceElement, PipelineWidget } from '@pipeline-kit/elements';
import { html, render, type TemplateResult } from 'lit';

/** Shows a template in the page; what was shown before it by the same test is gone with `clean`. */
export function show(template: TemplateResult, within: Element = document.body): HTMLElement {
  const place = document.createElement('div');
  place.className = 'test-place';
  place.style.width = '640px';
  within.append(place);
  render(template, place);
  return place;
}

/** Takes everything away that `show` showed. */
export function clean(): void {
  for (const place of document.querySelectorAll('.test-place')) place.remove();
}

/** The first element of the tag, once it has settled. */
export async function settled<T extends PipelineWidget>(place: ParentNode, tag: string): Promise<T> {
  const element = place.querySelector<T>(tag);
  if (!element) throw new Error(`no <${tag}>`);
  await element.loaded;
  await frames(3);
  return element;
}

/** Waits until the size was measured and the picture drawn. */
export async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
}

export async function wait(milliseconds: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** What a widget shows, by selector inside it. */
export function inside(element: PipelineWidget, selector: string): HTMLElement | null {
  return element.renderRoot.querySelector<HTMLElement>(selector);
}

/** The text of a part, without the space of its template. */
export function textOf(element: PipelineWidget, selector: string): string {
  return (inside(element, selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

export function sourceOf(place: ParentNode): PipelineSourceElement {
  const source = place.querySelector<PipelineSourceElement>('pipeline-source');
  if (!source) throw new Error('no <pipeline-source>');
  return source;
}

export { html };
