import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { FlowLoader } from './flow-loader.js';
import type { BrokenFlowError } from './host-flow/host-flow.js';

/** Codes of a request that brought no response; '' when a part of ours could not be loaded. */
const UNREACHABLE = /^(?:network|offline|timeout|)$/;

/**
 * The flow cannot be shown: what the page put inside the tag, else words and a way to try again.
 *
 * @param isGiven the page set the flow itself: it is as broken the next time
 */
export function renderFlowError(loader: FlowLoader, isGiven: boolean): TemplateResult {
  const { code = '' } = loader.failure as Partial<BrokenFlowError>;
  const whatToDo = UNREACHABLE.test(code)
    ? msg('The connection to the service was lost. Check your connection, then try again.')
    : msg('There is a problem with the service. Try again later.');
  const retry = html`<button
    class="button"
    type="button"
    aria-describedby="what-to-do"
    @click=${() => loader.refresh()}
  >
    ${msg('Try again')}
  </button>`;
  return html`<slot
    ><div class="stack">
      <p>${msg('The questions cannot be shown right now.')}</p>
      <p id="what-to-do">${whatToDo}</p>
      ${isGiven && code ? nothing : retry}
    </div></slot
  >`;
}
