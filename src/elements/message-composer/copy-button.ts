import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { copyIcon, icon } from '../../shared/icons.js';

export const renderCopyButton = (copyText: () => void, look: 'quiet' | ''): TemplateResult =>
  html`<button class="button ${look}" type="button" @click=${copyText}>
    ${icon(copyIcon)}${msg('Copy my text')}
  </button>`;
