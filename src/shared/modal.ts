import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface ModalOptions {
  /** The dialog, once it has been drawn. */
  readonly dialog: () => HTMLDialogElement | null;
  /** What gets the focus when it opens: usually the heading. */
  readonly first: () => HTMLElement | null;
  /** Escape was pressed: close, or say why not. It is never silent. */
  readonly cancelled: () => void;
  /** It has closed, and what opened it is not there to take the focus back. */
  readonly lostFocus: () => void;
}

/** The element that has focus, through open shadow roots. */
export function deepestActiveElement(
  root: Document | ShadowRoot = document,
): HTMLElement | undefined {
  const active = root.activeElement;
  if (active?.shadowRoot?.activeElement) return deepestActiveElement(active.shadowRoot);
  return active instanceof HTMLElement ? active : undefined;
}

/**
 * A native modal dialog that keeps its promises in every browser: Escape asks first, focus starts where we say and goes
 * back to what opened it. Where nothing in the page opened it, or that is gone by then, `lostFocus` decides.
 *
 * Escape closes a must-choose dialog differently in each browser (a second Escape skips `cancel` in Chromium), so
 * `keydown` and `cancel` are both stopped, `closedby="none"` is set, and an unexpected `close` reopens.
 */
export class Modal implements ReactiveController {
  #opener: HTMLElement | undefined;
  #wanted = false;

  get isOpen(): boolean {
    return this.#wanted;
  }

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly options: ModalOptions,
  ) {
    host.addController(this);
  }

  /** Brings the dialog in line with what is wanted; call it after each update. */
  sync(wanted: boolean): void {
    const dialog = this.options.dialog();
    if (wanted && !this.#wanted) this.#opener = deepestActiveElement();
    const changed = wanted !== this.#wanted;
    this.#wanted = wanted;
    if (!dialog || !this.host.isConnected) return;
    this.#keepTab(wanted);
    if (wanted && !dialog.matches(':modal')) this.#open(dialog);
    if (!wanted && dialog.open) dialog.close();
    if (!wanted && changed && dialog) this.#giveFocusBack(dialog);
  }

  /** A moved element opens its dialog again. */
  hostConnected(): void {
    if (this.#wanted) this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#keepTab(false);
    // A dialog that left the page in the top layer would come back as one that is not modal.
    const dialog = this.options.dialog();
    if (dialog?.open) dialog.close();
  }

  readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.options.cancelled();
  };

  readonly onCancel = (event: Event): void => {
    // Also fired, bubbling, by a file input inside; there is none, but a slot may hold one.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    this.options.cancelled();
  };

  readonly onClose = (event: Event): void => {
    const dialog = this.options.dialog();
    if (event.target !== dialog || dialog?.open || !this.#wanted) return;
    this.options.cancelled();
    this.host.requestUpdate();
  };

  /**
   * Consent layers listen for Tab on the document and pull the focus back to themselves, though they are inert below an open
   * modal: the keyboard would be locked out of both. A page that listens on the window before us cannot be kept from it.
   */
  #keepTab(isKept: boolean): void {
    if (isKept) addEventListener('keydown', this.#onTab, true);
    else removeEventListener('keydown', this.#onTab, true);
  }

  readonly #onTab = (event: KeyboardEvent): void => {
    const dialog = this.options.dialog();
    if (event.key !== 'Tab' || !dialog) return;
    const [target] = event.composedPath();
    const isInside = event.composedPath().includes(dialog);
    // Where nothing has the focus; a dialog of the page above ours keeps its own.
    const isNowhere = target === document.body && !document.querySelector('dialog:modal');
    if (isInside || isNowhere) event.stopPropagation();
  };

  #open(dialog: HTMLDialogElement): void {
    dialog.setAttribute('closedby', 'none');
    dialog.removeAttribute('open');
    dialog.showModal();
    this.options.first()?.focus({ preventScroll: true });
    dialog.scrollTop = 0;
  }

  #giveFocusBack(dialog: HTMLDialogElement): void {
    this.#opener?.focus();
    this.#opener = undefined;
    const active = deepestActiveElement();
    // What is in the closed dialog keeps the focus until the next frame.
    if (active === document.body || dialog.contains(active ?? null)) this.options.lostFocus();
  }
}
