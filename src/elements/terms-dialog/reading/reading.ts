import { msg } from '@lit/localize';
import type { LitElement, TemplateResult } from 'lit';
import type { ElementContext } from '../../../shared/element-context.js';
import type { Feature } from '../../../shared/lazy-feature.js';
import type { DialogActions, RenderEnv } from '../render-env.js';
import type { TermsState } from '../state.js';
import type { TermsLoader } from '../terms-loader.js';
import {
  renderBackToCurrent,
  renderReaderActions,
  renderReceiptButton,
  renderTools,
  type ReadingActions,
} from './reader-view.js';
import { readingStyles } from './reading.styles.js';
import { ScrollBox } from './scroll-box.js';

/** What helps to read the text, and what a reader can do who has nothing to choose. */
export interface Reading extends Feature {
  /** The text is taller than its box, which then is a Tab stop. */
  readonly isScrollable: boolean;
  /** Goes to a section, or to another place of the text. */
  goTo(id: string): void;
  /** Print and download. */
  renderTools(): TemplateResult;
  /** Beside Close. */
  renderActions(state: TermsState, env: RenderEnv): TemplateResult;
  /** Button for the person's own copy of the record. */
  renderReceipt(): TemplateResult;
  /** From another version to the one that applies. */
  renderBackToCurrent(): TemplateResult;
}

/** @param host prints and downloads */
export function createReading(
  host: LitElement & {
    print(): Promise<void>;
    download(what: 'html' | 'receipt'): Promise<void>;
  },
  context: ElementContext,
  loader: TermsLoader,
  { readVersion }: Pick<DialogActions, 'readVersion'>,
): Reading {
  const scrollBox = new ScrollBox(host, () => loader.shown);
  /** @param text what to say when a file could not be loaded */
  const tryTo = async (run: () => Promise<void>, text: () => string): Promise<void> => {
    try {
      await run();
    } catch (error) {
      console.error('[lucka] <lucka-terms-dialog>', error);
      context.announce(text(), { visible: true });
    }
  };
  const actions: ReadingActions = {
    print: () =>
      void tryTo(
        () => host.print(),
        () => msg('It could not be printed. Try again.'),
      ),
    download: (what) =>
      void tryTo(
        () => host.download(what),
        () => msg('It could not be saved. Try again.'),
      ),
    readVersion,
  };
  return {
    styles: readingStyles,
    get isScrollable() {
      return scrollBox.overflows;
    },
    goTo: (id) => scrollBox.goTo(id),
    renderTools: () => renderTools(actions),
    renderActions: (state, env) => renderReaderActions(state, env, actions),
    renderReceipt: () => renderReceiptButton(actions),
    renderBackToCurrent: () => renderBackToCurrent(actions),
  };
}
