import type { ReactiveController } from 'lit';

const EVENTS = ['beforeunload', 'pagehide', 'pageshow', 'submit', 'formdata'];

export interface NavigationGuardOptions {
  /** The text that would be lost; '' when nothing would. */
  readonly text: () => string;
  /** The form that takes the text along when it is sent. */
  readonly form: () => HTMLFormElement | null;
  /** Nothing may be left for the next person at the computer. */
  readonly isShared: () => boolean;
  /** The text may be there when the person comes back to the page. */
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
export class NavigationGuard implements ReactiveController {
  /** The text that the form has taken along. */
  #submitted = '';

  constructor(private readonly options: NavigationGuardOptions) {}

  hostConnected(): void {
    // In the capture phase: a listener of the page may stop the event.
    for (const type of EVENTS) addEventListener(type, this, true);
  }

  hostDisconnected(): void {
    for (const type of EVENTS) removeEventListener(type, this, true);
  }

  handleEvent(event: Event): void {
    const { text, form, isShared, isKept, wipe, save } = this.options;
    switch (event.type) {
      case 'beforeunload':
        if (text() && text() !== this.#submitted) event.preventDefault();
        break;
      case 'pagehide':
        save();
        if (isShared()) wipe();
        break;
      case 'pageshow':
        if ((event as PageTransitionEvent).persisted && !isKept()) wipe();
        break;
      case 'submit':
        if (event.target === form() && form()?.method !== 'dialog') this.#onSubmit(event);
        break;
      default:
        if (event.target === form()) this.#onFormData();
    }
  }

  #onSubmit(event: Event): void {
    this.#submitted = this.options.text();
    setTimeout(() => {
      if (event.defaultPrevented) this.#submitted = '';
    });
  }

  /**
   * `form.submit()` fires no `submit` event, but reads the form, as a script may do that sends nothing. What is sent leaves the
   * page within moments.
   */
  #onFormData(): void {
    const text = this.options.text();
    if (this.#submitted === text) return;
    this.#submitted = text;
    setTimeout(() => (this.#submitted = ''), SUBMISSION_STARTS_MS);
  }
}
