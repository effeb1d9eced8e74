export type { Box, Chart, ChartMark, ChartOptions } from './chart.js';
export { chartStyles } from './chart-styles.js';
export { formatsFor, type Formats } from './formats.js';
export { funnelChart, type FunnelChartOptions } from './funnel.js';
export type { FunnelMark } from './funnel-rows.js';
export type { FunnelSpoken, FunnelTexts } from './funnel-texts.js';
export { showMarkState, type MarkState } from './mark-state.js';
export { estimateWidth, fitText, type Measure, type Weight } from './text-width.js';
export { ink, themeColors, themeSizes, themeTokens, type Ink, type ThemeColor } from './tokens.js';
