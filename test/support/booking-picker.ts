import { fixture, html } from '@open-wc/testing';
import '../../src/booking-picker.js';
import type { LuckaBookingPicker } from '../../src/elements/booking-picker/booking-picker.js';
import { memoryBookingService, type MemoryBookings } from '../../src/testing.js';
import { textOf, until } from './page.js';
import { spread } from './spread.js';
import type { Attributes } from './terms-dialog.js';

/** A picker as people meet it: what is on show, what they choose, and what they press. */
export class Picker {
  /** Each step that the page was told of. */
  readonly steps: string[] = [];

  constructor(
    readonly element: LuckaBookingPicker,
    readonly service: MemoryBookings,
  ) {
    element.addEventListener('lucka-booking-step', ({ step }) => this.steps.push(step));
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }
  part(name: string): HTMLElement | null {
    return this.root.querySelector(`[part~="${name}"]`);
  }
  parts(name: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
  }
  get heading(): string {
    return textOf(this.root.querySelector('#title'));
  }
  /** The headings under that of the step. */
  get subheadings(): string[] {
    return [...this.root.querySelectorAll('h3:not(details *)')].map(textOf);
  }
  get problem(): string {
    return textOf(this.root.querySelector('#problem'));
  }
  get status(): string {
    return textOf(this.part('status'));
  }
  get text(): string {
    return textOf(this.root.querySelector('.root'));
  }
  /** What a screen reader says after the name of an element: the texts that describe it. */
  descriptionOf(selector: string): string {
    const ids = this.root.querySelector(selector)?.getAttribute('aria-describedby') ?? '';
    const texts = ids.split(' ').map((id) => textOf(id ? this.root.getElementById(id) : null));
    return texts.filter(Boolean).join(' ');
  }
  /** The names of the answers on show. */
  get options(): string[] {
    return [...this.root.querySelectorAll('.option')].map(textOf);
  }
  get checked(): string {
    return textOf(this.root.querySelector('.mark:checked')?.closest('.option'));
  }
  /** The rows of what is chosen. */
  get rows(): string[] {
    return this.parts('row').map((row) =>
      [...row.querySelectorAll('dt, dd.number')].map(textOf).join(': '),
    );
  }
  field(id: string): HTMLInputElement {
    const found = this.root.querySelector<HTMLInputElement>(`#${id}`);
    if (!found) throw new Error(`No field ${id} on "${this.heading}".`);
    return found;
  }
  async settled(): Promise<void> {
    await this.element.updateComplete;
    await new Promise((done) => setTimeout(done));
    await this.element.updateComplete;
  }
  async write(id: string, text: string): Promise<void> {
    const field = this.field(id);
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.settled();
  }
  /** Chooses the answer whose name begins like this. */
  async choose(name: string): Promise<void> {
    const options = [...this.root.querySelectorAll<HTMLElement>('.option')];
    const found = options.find((option) => textOf(option).startsWith(name));
    if (!found)
      throw new Error(
        `No answer "${name}", only: ${options.map(textOf).join(' | ')}; ${this.heading}`,
      );
    found.querySelector('input')!.click();
    await this.settled();
  }
  /** The names of the buttons on show. */
  get buttons(): string[] {
    return [...this.root.querySelectorAll('button')].map(textOf);
  }
  button(name: string): HTMLButtonElement {
    const buttons = [...this.root.querySelectorAll('button')];
    const found = buttons.find((button) => textOf(button) === name);
    if (!found) throw new Error(`No button "${name}", only: ${buttons.map(textOf).join(', ')}`);
    return found;
  }
  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.settled();
  }
  async change(step: string): Promise<void> {
    this.root.querySelector<HTMLElement>(`[data-change="${step}"]`)!.click();
    await this.settled();
  }
  /** Waits for a step, by its heading. */
  shows = (heading: string): Promise<void> =>
    until(
      () => this.heading.startsWith(heading) && this.root.querySelector('[aria-busy]') === null,
      `"${heading}" is shown, but "${this.heading}"`,
    );
  says = (text: string): Promise<void> =>
    until(() => this.text.includes(text), `"${text}" is said`);
  has = (selector: string): Promise<void> =>
    until(() => this.root.querySelector(selector), `${selector} is shown`);

  async answer(name: string, next: string): Promise<void> {
    await this.choose(name);
    await this.press('Continue');
    await this.shows(next);
  }
  /** With the reference number of a letter, where it is asked for. */
  async throughGate(): Promise<void> {
    await this.choose('Yes');
    if (this.root.querySelector('#letter')) await this.write('letter', 'LUCKA-0001');
    await this.press('Continue');
    await this.shows('Which office do you want to visit?');
  }
  async toDays(office = 'Sundbyberg'): Promise<void> {
    await this.throughGate();
    await until(() => this.part('next-free'), 'free times are known');
    await this.answer(office, '');
    await until(
      () => !this.root.querySelector('[aria-busy]') && this.part('row'),
      'days are known',
    );
  }
  async toTimes(): Promise<void> {
    await this.toDays();
    await this.answer('Thursday 25 March', 'Which time suits you on Thursday 25 March?');
  }
  async toCheck(time = '09:00'): Promise<void> {
    await this.toTimes();
    await this.answer(time, 'Check and book');
  }
  async book(): Promise<void> {
    await this.toCheck();
    await this.press('Book this time');
    await this.shows('Your visit is booked');
  }
  /** From a booked visit to another time for it: Friday 26 March at 10:00. */
  async toChange(): Promise<void> {
    await this.press('Change the time');
    await this.shows('Which office do you want to visit?');
    await this.press('Continue');
    await this.shows('Which day suits you?');
    await until(() => this.part('day'), 'days are known');
    await this.answer('Friday 26', 'Which time');
    await this.answer('10:00', 'Check and change');
  }
}

/** Where tests are in time: five days before the first visits, a week before clocks change. */
export const NOW = '2027-03-20T09:00:00+01:00';

/** The server's clock, which a test can move. */
export class Clock {
  #now = Date.parse(NOW);
  readonly now = (): Date => new Date(this.#now);
  forward(minutes: number): void {
    this.#now += minutes * 60_000;
  }
}

export interface Setup {
  readonly attributes?: Attributes;
  readonly service?: MemoryBookings;
  readonly hasService?: boolean;
  readonly children?: unknown;
  readonly parentNode?: Element;
}

/** A service whose time is {@link NOW}. */
export const serviceAt = (
  options: Parameters<typeof memoryBookingService>[0] = {},
): MemoryBookings => memoryBookingService({ now: new Clock().now, ...options });

export async function picker({
  attributes = {},
  service = serviceAt(),
  hasService = true,
  children = 'Call 000',
  parentNode,
}: Setup = {}): Promise<Picker> {
  const element = await fixture<LuckaBookingPicker>(
    html`<lucka-booking-picker ${spread(attributes)} .service=${hasService ? service : undefined}
      >${children}</lucka-booking-picker
    >`,
    { parentNode },
  );
  const page = new Picker(element, service);
  await page.has('#title, #problem');
  await page.settled();
  return page;
}
