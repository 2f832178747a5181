import type { ReactiveController, ReactiveElement } from 'lit';

type Field = HTMLInputElement | HTMLTextAreaElement;

const FIELDS = 'textarea, input:not([type="radio"], [type="checkbox"])';
/** What a person does before something happens to a text. In the capture phase on the window: before any other listener. */
const SIGNS = ['click', 'keydown', 'change', 'submit', 'formdata', 'pagehide'] as const;

const KEYS = ['keydown', 'keypress', 'keyup'];

/**
 * Text that came into a field without an `input` event: dictation, form fillers and password managers set `value` and tell
 * nobody. What stands in a field counts, so the field's own `input` event is made up for before the host renders and before a
 * click, a key or a submission takes effect. Letters typed into a field stay from the page's shortcuts.
 */
export class FieldObserver implements ReactiveController {
  /** The value of each field that the host knows of. */
  readonly #known = new WeakMap<Field, string>();

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const sign of SIGNS) addEventListener(sign, this.check, true);
    addEventListener('input', this.#onInput, true);
  }

  hostDisconnected(): void {
    for (const sign of SIGNS) removeEventListener(sign, this.check, true);
    removeEventListener('input', this.#onInput, true);
  }

  hostUpdate(): void {
    this.check();
  }

  /** Shortcuts of one letter belong to the page, letters typed into a field do not: it sees the host as their target. */
  readonly #keepTyping = (event: Event): void => {
    const { key, ctrlKey, altKey, metaKey } = event as KeyboardEvent;
    const isTyped = [...key].length === 1 && !ctrlKey && !altKey && !metaKey;
    if (isTyped && (event.target as Element).matches(FIELDS)) event.stopPropagation();
  };

  hostUpdated(): void {
    // The same listener is added once, however often.
    for (const type of KEYS) this.host.renderRoot.addEventListener(type, this.#keepTyping);
    this.remember();
  }

  /** Call it after the host itself has set a field's value. */
  remember(): void {
    for (const field of this.#fields) this.#known.set(field, field.value);
  }

  /** Tells the host of what came into its fields unnoticed. */
  readonly check = (): void => {
    for (const field of this.#fields) {
      const known = this.#known.get(field);
      this.#known.set(field, field.value);
      if (known !== undefined && known !== field.value)
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
  };

  readonly #onInput = (event: Event): void => {
    const [target] = event.composedPath();
    for (const field of this.#fields) if (field === target) this.#known.set(field, field.value);
  };

  get #fields(): Iterable<Field> {
    // Before its first update a host has no root to look into.
    return this.host.hasUpdated ? this.host.renderRoot.querySelectorAll<Field>(FIELDS) : [];
  }
}
