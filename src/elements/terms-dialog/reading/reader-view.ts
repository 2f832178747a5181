import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { icon, printIcon, saveIcon } from '../../../shared/icons.js';
import { renderSupplementary, type RenderEnv } from '../render-env.js';
import { latestRecord, type TermsState } from '../state.js';

/** What a reader can do. */
export interface ReadingActions {
  print(): void;
  download(what: 'html' | 'receipt'): void;
  /** Shows another version; '' for the one that applies. */
  readVersion(version: string): void;
}

/** Beside Close: the way back from another version, and the person's own copy of the record. */
export const renderReaderActions = (
  state: TermsState,
  env: RenderEnv,
  actions: ReadingActions,
): TemplateResult =>
  html`${state.requestedVersion ? renderBackToCurrent(actions) : nothing}
  ${
    latestRecord(state, env)
      ? html`${renderReceiptButton(actions)} ${renderSupplementary(env, 'record')}`
      : nothing
  }`;

/** From another version to the one that applies. */
export const renderBackToCurrent = ({ readVersion }: ReadingActions): TemplateResult =>
  html`<button class="button" type="button" @click=${() => readVersion('')}>
    ${msg('Back to the current terms')}
  </button>`;

/** The whole text, printed or as a file. */
export const renderTools = (actions: ReadingActions): TemplateResult =>
  html`<button class="button quiet" type="button" part="print" @click=${() => actions.print()}>
      ${icon(printIcon)}${msg('Print')}
    </button>
    <button class="button quiet" type="button" @click=${() => actions.download('html')}>
      ${icon(saveIcon)}${msg('Download')}
    </button>`;

/** The person's own copy of the record. */
export const renderReceiptButton = ({ download }: ReadingActions): TemplateResult =>
  html`<button class="button quiet" type="button" @click=${() => download('receipt')}>
    ${icon(saveIcon)}${msg('Download my receipt')}
  </button>`;
