import { html, type TemplateResult } from 'lit';

// Those that are needed first stand here: a bundler loads a file as a whole.
export * from './icon-paths.js';
export const errorIcon = 'M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5v5.5M12 16.4v.1';
export const backIcon = 'M20 12H4.5M11 5.5 4.5 12l6.5 6.5';

/**
 * Draws an icon in the colour of the words beside it. It always stands beside a word, so assistive technology never
 * meets it. Only the way back turns round where text runs from right to left.
 */
export const icon = (path: string): TemplateResult =>
  html`<svg class="icon ${path === backIcon ? 'turns' : ''}" viewBox="0 0 24 24" aria-hidden="true">
    <path d=${path}></path>
  </svg>`;
