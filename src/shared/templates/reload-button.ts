import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';

/** Reloads the page, for errors that only a reload can resolve. */
export const renderReloadButton = (): TemplateResult =>
  html`<button class="button" type="button" @click=${() => location.reload()}>
    ${msg('Reload the page')}
  </button>`;
