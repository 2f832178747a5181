import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { followLink } from '../../content/follow-link.js';
import { loadBuiltIn, type LocalizedDocument } from '../../content/load.js';
import { translations } from '../../i18n/generated/translations/booking-picker.js';
import { PageLanguage } from '../../i18n/page-language.js';
import { HostContext } from '../../shared/element-context.js';
import { FieldObserver } from '../../shared/field-observer.js';
import { parseEnum, parseHeadingLevel, warnOnce } from '../../shared/attributes.js';
import { FormAssociatedElement } from '../../shared/form-associated-element.js';
import { Resource } from '../../shared/resource.js';
import type { Booking, BookingService, Slot } from '../../services/bookings.js';
import { ServiceError } from '../../services/service-error.js';
import { base } from '../../styles/base.js';
import { button } from '../../styles/button.js';
import { choice } from '../../styles/choice.js';
import { details } from '../../styles/details.js';
import { field } from '../../styles/field.js';
import { kindTokens } from '../../styles/generated/kind-tokens.js';
import { tokens } from '../../styles/generated/tokens.js';
import { progress } from '../../styles/progress.js';
import { styles } from './booking-picker.styles.js';
import type { Desk } from './desk.js';
import {
  type LuckaBookingBookedEvent,
  type LuckaBookingBookEvent,
  type LuckaBookingCancelledEvent,
  type LuckaBookingChangedEvent,
  LuckaBookingErrorEvent,
  type LuckaBookingHoldEvent,
  type LuckaBookingSelectEvent,
  LuckaBookingStepEvent,
} from './events.js';
import { renderElsewhere, renderGate, renderStop } from './gate-view.js';
import type { Later } from './later.js';
import {
  firstStep,
  stepAfter,
  stepBefore,
  withOffice,
  type GateAnswer,
  type Step,
  type StepSettings,
} from './steps.js';
import { visitTexts } from './texts.js';
import { renderLoading, unavailable, type PickerActions, type Times, type View } from './view.js';
import { Visit } from './visit.js';

/** The steps that need nothing more than is there from the start. */
const AT_FIRST: ReadonlySet<Step> = new Set<Step>([
  'gate',
  'no-letter',
  'cannot-visit',
  'elsewhere',
]);

/** Before the service is asked. */
const NO_TIMES: Times = {
  ...{ offices: [], hasTimes: false, list: undefined, searchedUntil: '', to: '', isLoading: false },
  days: { days: [], hasEarlier: false, hasLater: false },
  loadError: undefined,
  now: new Date(0),
};

/**
 * Books the visit for the identity check: an office, a day, a time, which is held while it is checked. Without the letter
 * there is no booking.
 *
 * @element lucka-booking-picker
 * @attr {string} endpoint - Base address of the service contract (lucka/openapi.yaml), such as `/api`.
 * @attr {'book' | 'select' | 'manage'} mode - `select` only chooses, and the page's form sends the time; `manage` changes and cancels.
 * @attr {'ask' | 'reference' | 'passed'} letter-gate - `reference`: the letter's reference is asked for and checked by the server; `passed`: the page has asked.
 * @attr {string} office - Id of the office that is chosen to begin with, such as `boden`.
 * @attr {string} from - First day to offer, `YYYY-MM-DD`; today by default.
 * @attr {string} to - Last day to offer, `YYYY-MM-DD`.
 * @attr {number} days-per-page - How many days are listed at a time; 10 by default.
 * @attr {boolean} no-hold - Books at once, for services without holds.
 * @attr {string} name - Name in a form; the value is the id of the time (`select`) or the reference of the booking.
 * @attr {boolean} required - The form cannot be sent before there is a value.
 * @attr {boolean} disabled - Nothing can be chosen or booked.
 * @attr {string} csrf-token - Anti-forgery token; by default that of `<meta name="csrf-token">`, which goes to the page's own origin only.
 * @attr {number} heading-level - Level of the first heading, 1 to 6; 2 by default.
 * @attr {string} src - Address of the texts as Markdown; `{lang}` is replaced. Without it, and for sections that it lacks: the built-in ones.
 * @slot - How to book by telephone or letter: without JavaScript, without a service, and when booking is closed.
 * @slot gate - Below the question about the letter.
 * @slot office-info - Below the offices, and where everything is checked.
 * @slot no-times - When an office has no free times.
 * @slot after-booking - Below the receipt.
 * @fires {LuckaBookingStepEvent} lucka-booking-step - Another step is shown.
 * @fires {LuckaBookingSelectEvent} lucka-booking-select - A time was chosen; cancelable.
 * @fires {LuckaBookingHoldEvent} lucka-booking-hold - The time is held, or held longer.
 * @fires {LuckaBookingBookEvent} lucka-booking-book - Before booking; cancelable.
 * @fires {LuckaBookingBookedEvent} lucka-booking-booked - The visit is booked.
 * @fires {LuckaBookingChangedEvent} lucka-booking-changed - The visit has another time.
 * @fires {LuckaBookingCancelledEvent} lucka-booking-cancelled - The visit is cancelled.
 * @fires {LuckaBookingErrorEvent} lucka-booking-error - Something did not succeed; the choices are kept.
 * @csspart gate - The question about the letter, and what follows without it.
 * @csspart offices - The list of offices.
 * @csspart office - One office.
 * @csspart next-free - Its next free time.
 * @csspart days - The list of days.
 * @csspart day - One day.
 * @csspart times - The times of a day, or the nearest other ones.
 * @csspart time-group - The times before or after noon.
 * @csspart time - One time.
 * @csspart hold - Until when the time is held.
 * @csspart check - Everything chosen, before it is booked.
 * @csspart row - One row of what is chosen or booked.
 * @csspart change - A button that changes it.
 * @csspart confirm - The button that books.
 * @csspart receipt - What is booked.
 * @csspart calendar - The button that saves a calendar file.
 * @csspart cancel - The button that cancels the visit.
 * @csspart error - What is wrong with an answer, or did not succeed.
 * @csspart retry - The button that tries again.
 * @csspart label - The label of a field.
 * @csspart hint - The hint of a field.
 * @csspart status - What happens now, in words.
 * @cssprop [--lucka-color-accent=#0a4a60] - Links and buttons.
 */
export class LuckaBookingPicker extends FormAssociatedElement {
  static override styles = [
    tokens,
    kindTokens,
    base,
    button,
    choice,
    field,
    details,
    progress,
    styles,
  ];

  @property() endpoint = '';
  @property() mode: 'book' | 'select' | 'manage' = 'book';
  @property({ attribute: 'letter-gate' }) letterGate: 'ask' | 'reference' | 'passed' = 'ask';
  @property() office = '';
  @property() from = '';
  @property() to = '';
  @property({ type: Number, attribute: 'days-per-page' }) daysPerPage = 10;
  @property({ type: Boolean, attribute: 'no-hold' }) noHold = false;
  @property({ type: Boolean, reflect: true }) disabled = false;
  @property({ attribute: 'csrf-token' }) csrfToken = '';
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  @property() src = '';
  /** The page's own service, in place of `endpoint`. */
  @property({ attribute: false }) service: BookingService | undefined;

  readonly #visit = new Visit();
  readonly #language = new PageLanguage(this, translations);
  readonly #context = new HostContext(this);
  readonly #texts = new Resource<readonly LocalizedDocument[]>(
    this,
    () => [this.#language.wanted, this.src],
    (signal) => this.#loadTexts(signal),
  );
  #later: Later | undefined;
  #loadingLater: Promise<Later> | undefined;
  #loadingForm: Promise<unknown> | undefined;
  #hasBegun = false;
  #hasFailed = false;
  #isFormDisabled = false;

  constructor() {
    super();
    new FieldObserver(this);
  }

  /** The chosen time, or null. A string is the name of a slot of the page, as on every element. */
  @property({ attribute: false })
  override get slot(): Slot & string {
    // Every element's `slot` is a string; this one's is the contract's Slot or null.
    return this.#visit.choices.slot as Slot & string;
  }
  override set slot(value: string) {
    if (typeof value === 'string') this.setAttribute('slot', value);
    else warnOnce(this, 'slot', 'is read-only.');
  }

  /** The booking that was made or found; null without one. Set it to let it be changed or cancelled. */
  @property({ attribute: false })
  get booking(): Booking | null {
    return this.#visit.booking;
  }
  set booking(booking: Booking | null) {
    this.#visit.booking = booking;
    this.#visit.isFound = Boolean(booking);
    this.#visit.step = booking
      ? booking.status === 'cancelled'
        ? 'cancelled'
        : 'booked'
      : firstStep(this.#settings);
    this.requestUpdate();
  }

  /** The value in a form: the id of the chosen time (`select`), else the reference of the booking. Read-only. */
  @property({ attribute: false })
  get value(): string {
    const { choices, booking } = this.#visit;
    if (this.#mode === 'select') return choices.slot?.id ?? '';
    return booking && booking.status !== 'cancelled' ? booking.reference : '';
  }
  set value(_value: string) {
    warnOnce(this, 'value', 'is read-only.');
  }

  /** The hold ran out: the form cannot be sent with it. */
  get hasExpired(): boolean {
    return this.#visit.trouble?.kind === 'expired';
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('click', followLink);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const visit = this.#visit;
    if (!this.#hasBegun && !visit.booking) visit.step = firstStep(this.#settings);
    if (changed.has('office'))
      visit.choices = withOffice(visit.choices, (this.office ?? '').trim());
    if (!AT_FIRST.has(visit.step) && !this.#hasFailed) this.#prepare();
    if (this.name || this.required)
      this.#loadingForm ??= import('./form-value.js').then(({ FormValue }) => new FormValue(this));
  }

  /** A form must not be sent before it knows what is missing. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.#loadingForm;
    return isComplete;
  }

  protected override render(): TemplateResult {
    const { lang = nothing, dir = nothing } = this.#language;
    const isReady = this.#hasBegun || (this.#language.ready && this.#texts.value);
    if (isReady) this.#hasBegun = true;
    const busy =
      !isReady || this.#later?.choosing.isWaiting || this.#visit.working ? 'true' : nothing;
    return html`<div class="root" lang=${lang} dir=${dir} aria-busy=${busy}>
      ${isReady ? keyed(this.#visit.step, this.#renderStep(this.#view)) : html`<slot></slot>`}
      ${this.#context.renderRegions()}
    </div>`;
  }

  #renderStep(view: View): unknown {
    const { step, trouble } = view.visit;
    const later = this.#later;
    if (step === 'gate' && trouble?.kind !== 'already-booked') return renderGate(view);
    if (step === 'no-letter' || step === 'cannot-visit') return renderStop(view, step);
    if (step === 'elsewhere') return renderElsewhere(view);
    if (later) return later.render(view);
    return this.#hasFailed ? this.#renderUnreachable() : renderLoading();
  }

  /** The rest of the picker could not be loaded: what the page put inside the tag, and another try. */
  #renderUnreachable(): TemplateResult {
    const again = () => {
      this.#hasFailed = false;
      this.requestUpdate();
    };
    return html`<div class="stack">
      <slot></slot>
      <p>${unavailable()}</p>
      <button class="button" part="retry" type="button" @click=${again}>${msg('Try again')}</button>
    </div>`;
  }

  protected override updated(): void {
    this.#markChosen();
  }

  /** Not by binding: what the page refuses, or a reset clears, would keep its mark. */
  #markChosen(): void {
    const { step, choices, other } = this.#visit;
    const { gate, officeId, date, slot } = choices;
    const chosen = { gate, office: officeId, day: other || date }[step as 'gate'] ?? slot?.id;
    for (const mark of this.renderRoot.querySelectorAll<HTMLInputElement>('.mark'))
      mark.checked = mark.value === chosen;
  }

  /** Forgets everything that was chosen and gives a held time back. A booking stays booked. */
  reset(): void {
    this.#later?.work.stop();
    void this.#later?.holding.release();
    this.#visit.clear();
    this.#visit.step = firstStep(this.#settings);
    this.#visit.choices = withOffice(this.#visit.choices, (this.office ?? '').trim());
    this.#say('');
    this.requestUpdate();
  }

  /** Asks for offices and times anew. */
  refresh(): void {
    this.#later?.choosing.refresh();
  }

  /** Holds the time longer. Resolves to whether it is. */
  async extendHold(): Promise<boolean> {
    return (await this.#later?.holding.extend()) ?? false;
  }

  /** Gives the held time back. */
  async releaseHold(): Promise<void> {
    await this.#later?.holding.release();
  }

  /** Lets the person move a booking to another time; it stands until the server has moved it. */
  async reschedule(reference: string): Promise<void> {
    const managing = await (await this.#loadLater()).loadManaging();
    if (await managing.open(reference)) managing.startChange();
  }

  /** Cancels a booking. Resolves to whether the server did. */
  async cancel(reference: string): Promise<boolean> {
    const managing = await (await this.#loadLater()).loadManaging();
    return (await managing.open(reference)) && managing.cancel();
  }

  /** Saves the visit as a calendar file. Does nothing without a booking. */
  async downloadCalendar(): Promise<void> {
    if (this.booking) await (await this.#loadLater()).saveCalendar();
  }

  formResetCallback(): void {
    this.reset();
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.#isFormDisabled = isDisabled;
    // The attribute is set and removed within an update, where a request for another is lost.
    queueMicrotask(() => this.requestUpdate());
  }

  get #mode(): 'book' | 'select' | 'manage' {
    return parseEnum(this, 'mode', this.mode, ['book', 'select', 'manage']);
  }

  get #settings(): StepSettings {
    return {
      mode: this.#mode,
      letterGate: parseEnum(this, 'letter-gate', this.letterGate, ['ask', 'reference', 'passed']),
      hasService: Boolean(this.service ?? this.endpoint),
      isChanging: this.#visit.isChanging,
    };
  }

  get #isDisabled(): boolean {
    return this.disabled || this.#isFormDisabled;
  }

  get #view(): View {
    const visit = this.#visit;
    const settings = this.#settings;
    return {
      ...(this.#later?.choosing.times ?? NO_TIMES),
      ...{ visit, lang: this.#language.code, mode: settings.mode },
      asksLetter: settings.letterGate === 'reference',
      headingLevel: parseHeadingLevel(this, this.headingLevel),
      isDisabled: this.#isDisabled,
      texts: this.#texts.value ?? [],
      canGoBack: stepBefore(visit.step, settings) !== undefined && !visit.working,
      later: this.#later,
      actions: this.#actions,
    };
  }

  readonly #actions: PickerActions = {
    next: () => void this.#next(),
    back: () => {
      const visit = this.#visit;
      const before = stepBefore(visit.step, this.#settings);
      if (!before || visit.working) return;
      if (before === 'booked') visit.isChanging = false;
      this.#goTo(before);
    },
    change: (step) => {
      if (!this.#visit.working) this.#goTo(step);
    },
    choose: (value) => {
      const visit = this.#visit;
      visit.error = '';
      if (visit.step === 'gate') {
        visit.choices = { ...visit.choices, gate: value as GateAnswer };
        if (value === 'yes' && this.#settings.hasService) this.#loadLater().catch(() => undefined);
      } else this.#later?.choosing.choose(value);
      this.requestUpdate();
    },
    write: (letter) => {
      this.#visit.choices = { ...this.#visit.choices, letter };
    },
  };

  /** Continue: the person is done with this step. */
  async #next(): Promise<void> {
    const visit = this.#visit;
    if (this.#isDisabled || visit.working) return;
    try {
      if (visit.step === 'gate') await this.#pass();
      else await this.#later?.next();
    } catch {
      this.#say(msg('Check your connection, then press Continue again.'));
    }
  }

  /** Through the gate, with the letter where it is asked for. */
  async #pass(): Promise<void> {
    const { choices } = this.#visit;
    const settings = this.#settings;
    if (!choices.gate) return this.#refuse(msg('Choose an answer'), '.mark');
    const next = stepAfter('gate', choices, settings);
    if (next !== 'office') return this.#goTo(next);
    const isAsked = settings.letterGate === 'reference';
    if (isAsked && !choices.letter.trim())
      return this.#refuse(msg('Write the reference in your letter.'), '#letter');
    const later = await this.#loadLater();
    if (isAsked) await later.checkLetter();
    else this.#goTo(next);
  }

  #say(text: string): void {
    this.#context.announce(text, { visible: true });
  }

  #refuse(text: string, selector: string): void {
    this.#visit.error = text;
    this.#context.focus(selector);
  }

  /** Another step is shown from now on. */
  #goTo(step: Step): void {
    const visit = this.#visit;
    const previous = visit.step;
    visit.step = step;
    visit.error = '';
    if (step !== 'check' || visit.trouble?.kind !== 'failure') visit.trouble = undefined;
    this.#say('');
    // While booking is closed a step has no question.
    this.#context.focus('#step, #problem');
    const event = new LuckaBookingStepEvent(step, previous);
    if (previous !== step) this.dispatchEvent(event);
  }

  #tellError(error: unknown): void {
    const { code, retryable } =
      error instanceof ServiceError ? error : new ServiceError('bookings', 'internal');
    const event = new LuckaBookingErrorEvent(code, retryable);
    this.dispatchEvent(event);
  }

  /** The page's own texts; where they cannot be had the built-in ones are shown. */
  async #loadTexts(signal: AbortSignal): Promise<readonly LocalizedDocument[]> {
    const lang = this.#language.wanted;
    const builtIn = await loadBuiltIn(visitTexts, lang);
    if (!this.src) return [builtIn];
    try {
      const { loadOwnTexts } = await import('./own-texts.js');
      return [{ document: await loadOwnTexts(this.src, lang, signal), lang }, builtIn];
    } catch (error) {
      signal.throwIfAborted();
      warnOnce(this, 'src', 'cannot be read; the built-in texts are shown.');
      this.#tellError(error);
      return [builtIn];
    }
  }

  /** What the parts that come later may see and ask. */
  get #desk(): Desk {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- getters of an object literal have a `this` of their own
    const picker = this;
    return {
      ...{ host: picker, visit: picker.#visit },
      get lang() {
        return picker.#language.code;
      },
      get wanted() {
        return picker.#language.wanted;
      },
      get view() {
        return picker.#view;
      },
      goTo: (step) => picker.#goTo(step),
      begin: () => {
        picker.reset();
        picker.#context.focus('#step, #problem');
      },
      focusOn: (selector) => picker.#context.focus(selector),
      say: (text) => picker.#say(text),
      hear: (text, delay) => {
        picker.#context.announce(text, { delay });
      },
      tellError: (error) => picker.#tellError(error),
    };
  }

  /** The rest is on its way; the page hears when it does not come. */
  #prepare(): void {
    this.#loadLater().catch(() => {
      this.#hasFailed = true;
      this.requestUpdate();
    });
  }

  /** A try that failed is made again. */
  #loadLater(): Promise<Later> {
    const load = async () => {
      const { Later } = await import('./later.js');
      this.#later = new Later(this.#desk);
      this.requestUpdate();
      return this.#later;
    };
    return (this.#loadingLater ??= load().catch((error: unknown) => {
      this.#loadingLater = undefined;
      throw error;
    }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lucka-booking-picker': LuckaBookingPicker;
  }
  interface HTMLElementEventMap {
    'lucka-booking-step': LuckaBookingStepEvent;
    'lucka-booking-select': LuckaBookingSelectEvent;
    'lucka-booking-hold': LuckaBookingHoldEvent;
    'lucka-booking-book': LuckaBookingBookEvent;
    'lucka-booking-booked': LuckaBookingBookedEvent;
    'lucka-booking-changed': LuckaBookingChangedEvent;
    'lucka-booking-cancelled': LuckaBookingCancelledEvent;
    'lucka-booking-error': LuckaBookingErrorEvent;
  }
}
