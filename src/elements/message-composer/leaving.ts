import type { ReactiveController } from 'lit';

export interface LeavingOptions {
  /** What would be lost; '' when nothing would. */
  readonly text: () => string;
  /** The form that takes the text along when it is sent. */
  readonly form: () => HTMLFormElement | null;
  /** Must nothing be there for whoever sits down next? */
  readonly isShared: () => boolean;
  /** May the text be there when the person comes back to the page? */
  readonly isKept: () => boolean;
  readonly wipe: () => void;
  readonly save: () => void;
}

/** How long after a form was read by `form.submit()` the browser may begin to leave the page, in milliseconds. */
const SUBMISSION_STARTS_MS = 1000;

/**
 * What happens when the page is left: the browser asks first while there is text that was not sent, and a page that comes
 * back from the back/forward cache comes back without it.
 */
export class Leaving implements ReactiveController {
  /** The text that the form has taken along. */
  #submitted = '';

  constructor(private readonly options: LeavingOptions) {}

  hostConnected(): void {
    addEventListener('beforeunload', this.#onBeforeUnload);
    addEventListener('pagehide', this.#onPageHide);
    addEventListener('pageshow', this.#onPageShow);
    // As the first to know: a page's own listener may stop the event there.
    addEventListener('submit', this.#onSubmit, true);
    addEventListener('formdata', this.#onFormData);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#onBeforeUnload);
    removeEventListener('pagehide', this.#onPageHide);
    removeEventListener('pageshow', this.#onPageShow);
    removeEventListener('submit', this.#onSubmit, true);
    removeEventListener('formdata', this.#onFormData);
  }

  readonly #onSubmit = (event: Event): void => {
    const form = this.options.form();
    if (event.target !== form || form?.method === 'dialog') return;
    this.#submitted = this.options.text();
    setTimeout(() => {
      if (event.defaultPrevented) this.#submitted = '';
    });
  };

  /**
   * `form.submit()` fires no `submit` event, but reads the form, as a script may do that sends nothing. What is sent leaves the
   * page within moments.
   */
  readonly #onFormData = ({ target }: Event): void => {
    const text = this.options.text();
    if (target !== this.options.form() || this.#submitted === text) return;
    this.#submitted = text;
    setTimeout(() => (this.#submitted = ''), SUBMISSION_STARTS_MS);
  };

  readonly #onBeforeUnload = (event: BeforeUnloadEvent): void => {
    const text = this.options.text();
    if (text && text !== this.#submitted) event.preventDefault();
  };

  readonly #onPageHide = (): void => {
    this.options.save();
    if (this.options.isShared()) this.options.wipe();
  };

  readonly #onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted && !this.options.isKept()) this.options.wipe();
  };
}
