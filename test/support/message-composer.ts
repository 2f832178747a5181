import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/message-composer.js';
import type { LuckaMessageComposer } from '../../src/elements/message-composer/message-composer.js';
import { textOf, until } from './page.js';
import { spread } from './spread.js';
import type { Attributes } from './terms-dialog.js';

/** A composer as people meet it: what is on show, what they write, and what they press. */
export class Composer {
  constructor(readonly element: LuckaMessageComposer) {}

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }
  part(name: string): HTMLElement | null {
    return this.root.querySelector(`[part~="${name}"]`);
  }
  get area(): HTMLTextAreaElement {
    return this.root.querySelector('textarea')!;
  }
  get status(): string {
    return textOf(this.part('status'));
  }
  get text(): string {
    return textOf(this.root.querySelector('.root'));
  }
  button(name: string): HTMLButtonElement {
    const buttons = [...this.root.querySelectorAll('button')];
    const found = buttons.find((button) => textOf(button) === name);
    if (!found) throw new Error(`No button "${name}", only: ${buttons.map(textOf).join(', ')}`);
    return found;
  }
  /** Puts text into the field at once, as pasting does. */
  async write(text: string): Promise<void> {
    this.area.focus();
    this.area.value = text;
    this.area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.element.updateComplete;
  }
  /** Types key by key. */
  async type(text: string): Promise<void> {
    this.area.focus();
    await sendKeys({ type: text });
  }
  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.element.updateComplete;
  }
  shows = (text: string): Promise<void> =>
    until(() => this.text.includes(text), `"${text}" is shown`);
  has = (selector: string): Promise<void> =>
    until(() => this.root.querySelector(selector), `${selector} is shown`);
  lacks = (selector: string): Promise<void> =>
    until(() => !this.root.querySelector(selector), `${selector} has gone`);
}

export interface Setup {
  readonly attributes?: Attributes;
  readonly properties?: Partial<LuckaMessageComposer>;
  readonly children?: unknown;
}

export async function composer({ attributes = {}, properties = {}, children = '' }: Setup = {}) {
  const element = await fixture<LuckaMessageComposer>(
    html`<lucka-message-composer ${spread(attributes)}>${children}</lucka-message-composer>`,
  );
  Object.assign(element, properties);
  await element.updateComplete;
  const page = new Composer(element);
  await page.shows('My page lets you send secure messages');
  return page;
}

/** Texts of a message in several languages. */
export const TEXTS = {
  swedish:
    'Hej! Jag skickade in min ansökan i mars och undrar när jag får svar. Vänliga hälsningar, Amina',
  english:
    'Hello, I sent my application in March and I wonder when I will get an answer. Kind regards, Amina',
  french:
    'Bonjour, je voudrais savoir quand vous allez prendre une décision sur ma demande de citoyenneté.',
  shortDanish: 'Jeg vil gerne vide hvornår jeg får svar',
} as const;
