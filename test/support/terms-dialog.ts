import { fixture, html } from '@open-wc/testing';
import { spread } from './spread.js';
import '../../src/terms-dialog.js';
import type { LuckaTermsDialog } from '../../src/elements/terms-dialog/terms-dialog.js';
import { textOf, until } from './page.js';

export type Attributes = Readonly<Record<string, string | boolean>>;

/** A dialog as people meet it: what is on show, and what they can press. */
export class Dialog {
  constructor(readonly element: LuckaTermsDialog) {}

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }
  get modal(): HTMLDialogElement {
    return this.root.querySelector('dialog')!;
  }
  get isOpen(): boolean {
    return this.modal.matches(':modal');
  }
  part(name: string): HTMLElement | null {
    return this.root.querySelector(`[part~="${name}"]`);
  }
  parts(name: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
  }
  get heading(): string {
    return textOf(this.part('heading'));
  }
  get status(): string {
    return textOf(this.part('status'));
  }
  button(name: string): HTMLButtonElement {
    const buttons = [...this.root.querySelectorAll('button')];
    const found = buttons.find((button) => textOf(button) === name);
    if (!found) throw new Error(`No button "${name}", only: ${buttons.map(textOf).join(', ')}`);
    return found;
  }
  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.element.updateComplete;
  }
  opens = (): Promise<void> =>
    until(
      () => this.isOpen && this.part('body') && this.part('print'),
      'the dialog opens with its text',
    );
  closes = (): Promise<void> => until(() => !this.isOpen, 'the dialog closes');
  shows = (text: string): Promise<void> =>
    until(() => textOf(this.modal).includes(text), `"${text}" is shown`);
  fails = (): Promise<void> => until(() => this.part('error'), 'an error is shown');
}

export interface Setup {
  readonly attributes?: Attributes;
  readonly service?: LuckaTermsDialog['service'];
  readonly children?: unknown;
  readonly parentNode?: Element;
}

/** Puts a dialog on the page. */
export async function dialog({
  attributes = {},
  service,
  children,
  parentNode,
}: Setup = {}): Promise<Dialog> {
  const element = await fixture<LuckaTermsDialog>(
    html`<lucka-terms-dialog ${spread(attributes)} .service=${service}
      >${children}</lucka-terms-dialog
    >`,
    { parentNode },
  );
  return new Dialog(element);
}

/** A dialog that has opened. */
export async function openDialog(setup: Setup = {}): Promise<Dialog> {
  const page = await dialog(setup);
  await page.opens();
  return page;
}
