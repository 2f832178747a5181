import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';

/**
 * The one voice of an element: a `role="status"` that is there, empty, from the first render, since screen readers only
 * speak of changes in regions they know. Inside an open dialog it must stand inside the dialog.
 */
export class Announcer implements ReactiveController {
  text = '';
  /** Is what is said now worth an interruption? */
  #isUrgent = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /**
   * Says a text politely. The same text again is said again.
   *
   * @param delay milliseconds to wait; a newer text replaces one that still waits
   */
  say(text: string, delay = 0): void {
    clearTimeout(this.#timer);
    this.#isUrgent = false;
    if (delay) this.#timer = setTimeout(() => this.#set(text), delay);
    else this.#set(text);
  }

  /** Says a text at once, over what is being said: only for what a person must know now. */
  interrupt(text: string): void {
    this.say(text);
    this.#isUrgent = true;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  render(): TemplateResult {
    return html`<p
      class="status"
      part="status"
      role="status"
      aria-live=${this.#isUrgent ? 'assertive' : nothing}
      ?data-empty=${!this.text}
    >
      ${this.text}
    </p>`;
  }

  #set(text: string): void {
    // A text node that does not change is not announced; a no-break space at the end makes it another one.
    this.text = text && text === this.text ? `${text}\u00a0` : text;
    this.host.requestUpdate();
  }
}
