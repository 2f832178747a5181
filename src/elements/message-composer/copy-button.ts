import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { copyIcon, icon } from '../../shared/icons.js';

export const renderCopyButton = (copyText: () => void): TemplateResult =>
  html`<button class="button" type="button" @click=${copyText}>
    ${icon(copyIcon)}${msg('Copy my text')}
  </button>`;
