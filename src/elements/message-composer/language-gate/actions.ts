import { copyText } from '../clipboard.js';
import type { ComposerDeps } from '../composer-deps.js';
import { allowNumbers, dismissNumbers, overrideLanguage } from './transitions.js';

/** What the views of the gate ask for. */
export interface LanguageGateActions {
  readonly copyText: () => void;
  /** Sends the text as it is. */
  readonly overrideLanguage: () => void;
  /** Sends the text with the personal identity numbers. */
  readonly allowNumbers: () => void;
  /** Back to the text. */
  readonly edit: () => void;
  /** Opens and focuses the section about attachments. */
  readonly showAttachments: (event: Event) => void;
}

export function createLanguageGateActions(deps: ComposerDeps): LanguageGateActions {
  const { host, store, context } = deps;
  return {
    // Imported with the feature: the person may have no connection by now.
    copyText: () => void copyText(deps),
    overrideLanguage: () => {
      store.update(overrideLanguage);
      void host.send();
    },
    allowNumbers: () => {
      store.update(allowNumbers);
      void host.send();
    },
    edit: () => {
      store.update(dismissNumbers);
      context.focus('#message');
    },
    showAttachments: (event) => {
      event.preventDefault();
      const fold = host.renderRoot.querySelector<HTMLDetailsElement>('#no-attachments');
      if (fold) fold.open = true;
      context.focus('#no-attachments > summary');
    },
  };
}
