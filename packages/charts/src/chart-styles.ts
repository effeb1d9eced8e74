/**
 * The rules a chart cannot carry as attributes: digits, focus, hover, selection, stale, forced
 * colours, print. A widget adopts them beside `themeTokens`; without them a chart is still right.
 */
export const chartStyles: string = `
.pipeline-chart {
  display: block;
  overflow: visible;
  font-variant-numeric: tabular-nums lining-nums;
  user-select: none;
  -webkit-user-select: none;
  touch-action: manipulation;
}
.pipeline-chart [data-mark] { cursor: pointer; }
.pipeline-chart .hit { fill: none; pointer-events: all; }
.pipeline-chart .context, .pipeline-chart .overlay { pointer-events: none; }
.pipeline-chart :is([data-mark], .context) > :not(text) { transition: opacity var(--_fast, 120ms); }
.pipeline-chart[data-stale] :is([data-mark], .context) > :not(text) { opacity: 0.5; }
.pipeline-chart[data-selecting] :is([data-mark]:not([data-selected]), .context) > :not(text) { opacity: 0.3; }
.pipeline-chart .forced { display: none; }
@media (forced-colors: active) {
  .pipeline-chart { forced-color-adjust: none; }
  .pipeline-chart .forced { display: inline; }
}
@media print {
  .pipeline-chart { color-scheme: light; }
  .pipeline-chart .overlay { display: none; }
}
`;
