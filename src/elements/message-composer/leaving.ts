import type { ReactiveController } from 'lit';

export interface LeavingOptions {
  /** Is there text that would be lost? */
  readonly hasText: () => boolean;
  /** Must nothing be there for whoever sits down next? */
  readonly isShared: () => boolean;
  /** May the text be there when the person comes back to the page? */
  readonly isKept: () => boolean;
  readonly wipe: () => void;
  readonly save: () => void;
}

/**
 * What happens when the page is left: the browser asks first while there is text that was not sent, and a page that comes
 * back from the back/forward cache comes back without it.
 */
export class Leaving implements ReactiveController {
  #isSubmitting = false;

  constructor(private readonly options: LeavingOptions) {}

  hostConnected(): void {
    addEventListener('beforeunload', this.#onBeforeUnload);
    addEventListener('pagehide', this.#onPageHide);
    addEventListener('pageshow', this.#onPageShow);
    document.addEventListener('submit', this.#onSubmit);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#onBeforeUnload);
    removeEventListener('pagehide', this.#onPageHide);
    removeEventListener('pageshow', this.#onPageShow);
    document.removeEventListener('submit', this.#onSubmit);
  }

  /** A form that is sent takes the text along. */
  readonly #onSubmit = (event: Event): void => {
    this.#isSubmitting = !event.defaultPrevented;
    setTimeout(() => (this.#isSubmitting = false));
  };

  readonly #onBeforeUnload = (event: BeforeUnloadEvent): void => {
    if (this.options.hasText() && !this.#isSubmitting) event.preventDefault();
  };

  readonly #onPageHide = (): void => {
    this.options.save();
    if (this.options.isShared()) this.options.wipe();
  };

  readonly #onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted && !this.options.isKept()) this.options.wipe();
  };
}
