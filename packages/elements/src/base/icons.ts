import { html, type TemplateResult } from 'lit';

export const tableIcon: TemplateResult = html`
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d="M2 3.5h12v9H2zM2 6.5h12M2 9.5h12M6.5 6.5v6"></path>
  </svg>
`;

export const chartIcon: TemplateResult = html`
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d="M2.5 2v11.5H14M5 5.5h7M5 8h5M5 10.5h3"></path>
  </svg>
`;

export const moreIcon: TemplateResult = html`
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path class="dots" d="M3.5 8h.01M8 8h.01M12.5 8h.01"></path>
  </svg>
`;

export const closeIcon: TemplateResult = html`
  <svg class="icon small" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d="M4 4l8 8M12 4l-8 8"></path>
  </svg>
`;

export const filterIcon: TemplateResult = html`
  <svg class="icon large" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="M3.5 5h17l-6.5 7.5V18l-4 2v-7.5z"></path>
  </svg>
`;

export const warningIcon: TemplateResult = html`
  <svg class="icon large" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="M12 4l9 16H3zM12 10v5M12 17.2v.3"></path>
  </svg>
`;
