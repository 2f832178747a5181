import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';

/** Loads the page again: what an error asks for that ends no other way. */
export const renderReloadButton = (): TemplateResult =>
  html`<button class="button" type="button" @click=${() => location.reload()}>
    ${msg('Reload the page')}
  </button>`;
