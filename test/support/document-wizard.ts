import { fixture, html } from '@open-wc/testing';
import '../../src/document-wizard.js';
import type { LuckaDocumentWizard } from '../../src/elements/document-wizard/document-wizard.js';
import type { WizardFacts } from '../../src/elements/document-wizard/state.js';
import { spread } from './spread.js';
import { textOf, until } from './page.js';
import type { Attributes } from './terms-dialog.js';

/** A wizard as people meet it: what is on show, and what they can press. */
export class Wizard {
  constructor(readonly element: LuckaDocumentWizard) {}

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }
  part(name: string): HTMLElement | null {
    return this.root.querySelector(`[part~="${name}"]`);
  }
  parts(name: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
  }
  /** What takes the focus when a step is shown. */
  get step(): HTMLElement | null {
    return this.root.querySelector('#step');
  }
  get heading(): string {
    return textOf(this.part('heading'));
  }
  get text(): string {
    return textOf(this.root.querySelector('.root'));
  }
  /** The question on show, without `q-`. */
  get question(): string {
    return (
      this.root.querySelector<HTMLElement>('[data-question-id]')?.dataset['questionId']?.slice(2) ??
      ''
    );
  }
  get checked(): string {
    return [...this.root.querySelectorAll<HTMLInputElement>('.mark:checked')]
      .map(({ value }) => value)
      .join(' ');
  }
  get outcomes(): string {
    return this.ids('outcomeId', '[data-outcome-id]');
  }
  get items(): string {
    return this.ids('itemId', '[data-item-id]');
  }
  ids(key: string, selector: string): string {
    return [...this.root.querySelectorAll<HTMLElement>(selector)]
      .map(({ dataset }) => dataset[key])
      .join(' ');
  }
  input(value: string): HTMLInputElement {
    const found = this.root.querySelector<HTMLInputElement>(`.mark[value="${value}"]`);
    if (!found) throw new Error(`No answer "${value}" on ${this.question || this.element.state}.`);
    return found;
  }
  async settled(): Promise<void> {
    await this.element.updateComplete;
    await this.element.updateComplete;
  }
  async press(name: string): Promise<void> {
    const button = this.part(name);
    if (!button) throw new Error(`No "${name}" on ${this.question || this.element.state}.`);
    button.click();
    await this.settled();
  }
  /** Chooses answers and goes on. */
  async answer(...values: string[]): Promise<void> {
    for (const value of values) if (!this.input(value).checked) this.input(value).click();
    const before = `${this.element.state} ${this.question}`;
    await this.press('continue');
    await until(
      () => `${this.element.state} ${this.question}` !== before,
      `${before} is answered with ${values.join(', ')}`,
    );
    await this.settled();
  }
  /** From the start through all of these questions. */
  async answerAll(answers: readonly (readonly string[])[]): Promise<void> {
    await this.press('start');
    for (const values of answers) await this.answer(...values);
  }
  async change(question: string): Promise<void> {
    this.root.querySelector<HTMLElement>(`[data-change="q-${question}"]`)?.click();
    await this.settled();
  }
  shows = (state: LuckaDocumentWizard['state']): Promise<void> =>
    until(() => this.element.state === state && this.element.isUpdatePending === false, state);
}

export interface Setup {
  readonly attributes?: Attributes;
  readonly flow?: LuckaDocumentWizard['flow'];
  readonly facts?: WizardFacts;
  readonly children?: unknown;
  readonly parentNode?: Element;
}

/** Puts a wizard on the page. */
export async function wizard({
  attributes = {},
  flow,
  facts,
  children,
  parentNode,
}: Setup = {}): Promise<Wizard> {
  const element = await fixture<LuckaDocumentWizard>(
    html`<lucka-document-wizard ${spread(attributes)}>${children}</lucka-document-wizard>`,
    { parentNode },
  );
  if (flow !== undefined) element.flow = flow;
  if (facts) element.facts = facts as never;
  return new Wizard(element);
}

/** A wizard that shows its start. */
export async function startingWizard(setup: Setup = {}): Promise<Wizard> {
  const page = await wizard(setup);
  await page.shows('intro');
  await page.settled();
  return page;
}
