import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { FlowLoader } from './flow-loader.js';

/**
 * The flow cannot be shown: what the page put inside the tag, else words and a way to try again.
 *
 * @param isGiven the page set the flow itself: it is as broken the next time
 */
export function renderFlowError(loader: FlowLoader, isGiven: boolean): TemplateResult {
  const isFinal = isGiven && 'code' in (loader.failure as Error);
  const retry = html`<button class="button" type="button" @click=${() => loader.refresh()}>
    ${msg('Try again')}
  </button>`;
  return html`<slot
    ><div class="stack">
      <p>${msg('The questions cannot be shown right now.')}</p>
      ${isFinal ? nothing : retry}
    </div></slot
  >`;
}
