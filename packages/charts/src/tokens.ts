import type { StageInk } from './stage-ramp.js';

/** The colours that a theme names; each is `--pipeline-NAME` to the host. */
export type Ink =
  | StageInk
  | 'surface'
  | 'surface-2'
  | 'text-1'
  | 'text-2'
  | 'text-3'
  | 'hairline'
  | 'grid'
  | 'won'
  | 'won-text'
  | 'on-won'
  | 'lost'
  | 'lost-text'
  | 'open'
  | 'interval'
  | 'band'
  | 'ghost'
  | 'quota'
  | 'focus'
  | 'accent'
  | 'brush';

/** One colour of the first theme, in both schemes. */
export interface ThemeColor {
  readonly light: string;
  readonly dark: string;
  /** The system colour that stands for it when colours are forced. */
  readonly forced: string;
}

/** The first theme. A host overrides any of them as `--pipeline-NAME`. */
export const themeColors: Readonly<Record<Ink, ThemeColor>> = {
  surface: { light: '#ffffff', dark: '#16191e', forced: 'Canvas' },
  'surface-2': { light: '#f3f4f6', dark: '#1f232a', forced: 'Canvas' },
  'text-1': { light: '#16181d', dark: '#eceef2', forced: 'CanvasText' },
  'text-2': { light: '#474c57', dark: '#b6bcc7', forced: 'CanvasText' },
  'text-3': { light: '#646a76', dark: '#9097a3', forced: 'CanvasText' },
  hairline: { light: '#e3e5e8', dark: '#2a2f37', forced: 'CanvasText' },
  grid: { light: '#eceef1', dark: '#242932', forced: 'GrayText' },
  'stage-1': { light: '#7c86d6', dark: '#5e65c7', forced: 'CanvasText' },
  'stage-2': { light: '#6b74ca', dark: '#6d76d3', forced: 'CanvasText' },
  'stage-3': { light: '#5c64bf', dark: '#7d87e0', forced: 'CanvasText' },
  'stage-4': { light: '#4d52b4', dark: '#909bed', forced: 'CanvasText' },
  'stage-5': { light: '#3e40a2', dark: '#a5b0f5', forced: 'CanvasText' },
  'stage-6': { light: '#302d8c', dark: '#bcc5fb', forced: 'CanvasText' },
  'stage-7': { light: '#221876', dark: '#d1d8fe', forced: 'CanvasText' },
  won: { light: '#2d9d64', dark: '#56c797', forced: 'Highlight' },
  'won-text': { light: '#0f6b40', dark: '#6fdcb4', forced: 'CanvasText' },
  'on-won': { light: '#07140d', dark: '#07140d', forced: 'HighlightText' },
  lost: { light: '#b94b1d', dark: '#e5694b', forced: 'LinkText' },
  'lost-text': { light: '#a33f12', dark: '#f08f75', forced: 'LinkText' },
  open: { light: '#7d8189', dark: '#8e929b', forced: 'CanvasText' },
  interval: { light: '#565c69', dark: '#a5acb8', forced: 'CanvasText' },
  band: { light: '#565c6924', dark: '#a5acb82e', forced: 'transparent' },
  ghost: { light: '#6d737f', dark: '#8d94a0', forced: 'GrayText' },
  quota: { light: '#16181d', dark: '#eceef2', forced: 'CanvasText' },
  focus: { light: '#0b5fd8', dark: '#8fbcff', forced: 'Highlight' },
  accent: { light: '#3e40a2', dark: '#a5b0f5', forced: 'LinkText' },
  brush: { light: '#3e40a21c', dark: '#a5b0f524', forced: 'transparent' },
};

/** The sizes, lines and times of the first theme, by the name a host overrides as `--pipeline-NAME`. */
export const themeSizes: Readonly<Record<string, string>> = {
  font: 'inherit',
  'size-note': '0.6875rem',
  'size-text': '0.8125rem',
  'size-finding': '1.0625rem',
  'size-figure': '1.75rem',
  'line-text': '1.4',
  'line-tight': '1.2',
  weight: '400',
  'weight-strong': '600',
  'space-1': '4px',
  'space-2': '8px',
  'space-3': '12px',
  'space-4': '16px',
  'space-5': '24px',
  'space-6': '32px',
  'card-padding': '20px',
  gap: '16px',
  radius: '8px',
  'radius-mark': '1.5px',
  target: '24px',
  'line-hair': '1px',
  'line-whisker': '1.5px',
  'line-mark': '2px',
  'line-focus': '2px',
  fast: '120ms',
  move: '240ms',
  ease: 'cubic-bezier(0.2, 0, 0, 1)',
};

/** What a chart paints with: the widget's private token; `currentColor` where no theme is adopted. */
export function ink(name: Ink): string {
  return `var(--_${name}, ${BARE[name] ?? 'currentColor'})`;
}

/** Without a theme a ground must not cover what it lies under. */
const BARE: Readonly<Partial<Record<Ink, string>>> = {
  surface: 'Canvas',
  'surface-2': 'Canvas',
  band: 'none',
  brush: 'none',
};

/**
 * The first theme as CSS: a private `--_NAME` for each token, which takes the host's
 * `--pipeline-NAME` where there is one. `light-dark()` follows the host's `color-scheme`.
 * For a shadow root (`:host`), or for any element of the class `pipeline-theme`.
 */
export const themeTokens: string = `
:host, .pipeline-theme {
${lines(themeColors, (name, { light, dark }) => `--_${name}: var(--pipeline-${name}, light-dark(${light}, ${dark}));`)}
${lines(themeSizes, (name, value) => `--_${name}: var(--pipeline-${name}, ${value});`)}
}
@media (pointer: coarse) {
  :host, .pipeline-theme { --_target: var(--pipeline-target, 44px); }
}
@media (prefers-reduced-motion: reduce) {
  :host, .pipeline-theme { --_fast: 0ms; --_move: 0ms; }
}
@media (prefers-contrast: more) {
  :host, .pipeline-theme {
    --_text-3: var(--pipeline-text-3, light-dark(#474c57, #c6ccd6));
    --_hairline: var(--pipeline-hairline, light-dark(#8b909a, #6a717d));
  }
}
@media (forced-colors: active) {
  :host, .pipeline-theme {
${lines(themeColors, (name, { forced }) => `--_${name}: ${forced};`)}
  }
}
`;

function lines<T>(entries: Readonly<Record<string, T>>, line: (name: string, value: T) => string): string {
  return Object.entries(entries)
    .map(([name, value]) => `  ${line(name, value)}`)
    .join('\n');
}
