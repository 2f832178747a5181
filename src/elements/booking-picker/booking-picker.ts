import { msg } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { loadBuiltIn, type LocalizedDocument } from '../../content/load.js';
import { words } from '../../i18n/generated/words/booking-picker.js';
import { PageLanguage } from '../../i18n/page-language.js';
import { Announcer } from '../../parts/announcer.js';
import { choiceOf, headingLevelOf, warnOnce, wholeNumberOf } from '../../parts/attributes.js';
import { Resource } from '../../parts/resource.js';
import {
  httpBookingService,
  type Booking,
  type BookingService,
  type Slot,
} from '../../services/bookings.js';
import { patient } from '../../services/patience.js';
import { ServiceError } from '../../services/service-error.js';
import { base } from '../../styles/base.js';
import { button } from '../../styles/button.js';
import { choice } from '../../styles/choice.js';
import { details } from '../../styles/details.js';
import { field } from '../../styles/field.js';
import { tokens } from '../../styles/generated/tokens.js';
import { progress } from '../../styles/progress.js';
import { slip } from '../../styles/slip.js';
import { Availability } from './availability.js';
import { styles } from './booking-picker.styles.js';
import { renderDays } from './day-view.js';
import { dayOfSlot, isDay, pageOf } from './days.js';
import type { Desk } from './desk.js';
import {
  type LuckaBookingBookedEvent,
  type LuckaBookingBookEvent,
  type LuckaBookingCancelledEvent,
  type LuckaBookingChangedEvent,
  LuckaBookingErrorEvent,
  type LuckaBookingHoldEvent,
  LuckaBookingSelectEvent,
  LuckaBookingStepEvent,
} from './events.js';
import { renderElsewhere, renderGate, renderStop } from './gate-view.js';
import type { Later } from './later.js';
import { foundWords, renderOffices } from './office-view.js';
import { officesIn, townsOf, type OfficeChoice, type Town } from './offices.js';
import { Slowness } from './slowness.js';
import {
  firstStep,
  isAnswered,
  stepAfter,
  stepBefore,
  withDay,
  withOffice,
  withSlot,
  type GateAnswer,
  type Step,
  type StepSettings,
} from './steps.js';
import { officeTexts, visitTexts } from './texts.js';
import { renderTimes } from './time-view.js';
import { renderLoading, slowWords, type PickerActions, type View } from './view.js';
import { Visit } from './visit.js';

/** How long a pause in typing is, in milliseconds. */
const PAUSE = 1000;

/** The steps that need nothing more than is there from the start. */
const AT_FIRST: ReadonlySet<Step> = new Set<Step>([
  'gate',
  'no-letter',
  'cannot-visit',
  'elsewhere',
]);

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
 * @attr {string} csrf-token - Anti-forgery token; by default that of `<meta name="csrf-token">`.
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
export class LuckaBookingPicker extends LitElement {
  static readonly formAssociated = true;
  static override styles = [tokens, base, button, choice, field, details, progress, slip, styles];

  @property() endpoint = '';
  @property() mode: 'book' | 'select' | 'manage' = 'book';
  @property({ attribute: 'letter-gate' }) letterGate: 'ask' | 'reference' | 'passed' = 'ask';
  @property() office = '';
  @property() from = '';
  @property() to = '';
  @property({ type: Number, attribute: 'days-per-page' }) daysPerPage = 10;
  @property({ type: Boolean, attribute: 'no-hold' }) noHold = false;
  @property({ reflect: true }) name = '';
  @property({ type: Boolean }) required = false;
  @property({ type: Boolean }) disabled = false;
  @property({ attribute: 'csrf-token' }) csrfToken = '';
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  @property() src = '';
  /** The page's own service, in place of `endpoint`. */
  @property({ attribute: false }) service: BookingService | undefined;

  readonly internals = this.attachInternals();
  readonly #visit = new Visit();
  readonly #language = new PageLanguage(this, words);
  readonly #status = new Announcer(this);
  readonly #texts = new Resource<readonly LocalizedDocument[]>(
    this,
    () => [this.#language.wanted, this.src],
    (signal) => this.#loadTexts(signal),
  );
  readonly #towns = new Resource<readonly Town[]>(
    this,
    () => [this.#language.wanted],
    async () => townsOf((await loadBuiltIn(officeTexts, this.#language.wanted)).document),
  );
  readonly #availability = new Availability(
    this,
    () => ({
      service: this.#isAsking ? this.#service : undefined,
      officeId: this.#visit.step === 'office' ? '' : this.#visit.choices.officeId,
      ...{ from: this.#day('from'), to: this.#day('to') },
      wanted: (this.#visit.page + 1) * this.#daysPerPage + 1,
    }),
    (error) => this.#tellError(error),
  );
  readonly #slowness = new Slowness(
    this,
    () => this.#isLoading,
    () => this.#status.say(slowWords()),
  );
  #service: BookingService | undefined;
  #later: Later | undefined;
  #loadingLater: Promise<Later> | undefined;
  #loadingForm: Promise<unknown> | undefined;
  #hasBegun = false;
  #isFormDisabled = false;
  #focusNext = '';

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

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }
  get validity(): ValidityState {
    return this.internals.validity;
  }
  get validationMessage(): string {
    return this.internals.validationMessage;
  }
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('click', (event) => this.#onClick(event));
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { service, endpoint } = this;
    if (changed.has('service') || changed.has('endpoint'))
      this.#service = service
        ? patient(service)
        : endpoint
          ? httpBookingService(endpoint, { csrfToken: () => this.csrfToken })
          : undefined;
    const visit = this.#visit;
    if (!this.#hasBegun && !visit.booking) visit.step = firstStep(this.#settings);
    if (changed.has('office')) visit.choices = withOffice(visit.choices, this.office.trim());
    if (!AT_FIRST.has(visit.step)) void this.#loadLater().catch(() => undefined);
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
    const isReady =
      this.#hasBegun || (this.#language.ready && this.#texts.value && this.#towns.value);
    if (isReady) this.#hasBegun = true;
    const busy = !isReady || this.#isLoading || this.#visit.working ? 'true' : nothing;
    return html`<div class="root" lang=${lang} dir=${dir} aria-busy=${busy}>
      ${isReady ? this.#renderStep(this.#view) : html`<slot></slot>`}
    </div>`;
  }

  #renderStep(view: View): unknown {
    const { visit, later } = view;
    const whole = later?.renderWhole(view);
    if (whole) return whole;
    switch (visit.step) {
      case 'gate':
        return renderGate(view);
      case 'no-letter':
      case 'cannot-visit':
        return renderStop(view, visit.step);
      case 'elsewhere':
        return renderElsewhere(view);
      case 'office':
        return renderOffices(view);
      case 'day':
        return renderDays(view);
      case 'time':
        return renderTimes(view, this.#slots);
      default:
        return later ? this.#renderLater(view, later) : renderLoading(view);
    }
  }

  #renderLater(view: View, later: Later): unknown {
    const { step } = view.visit;
    if (step === 'check') return later.renderCheck(view);
    if (step === 'booked' || step === 'cancelled') return later.renderBooked(view);
    const { managing } = later;
    if (!managing) {
      void later.loadManaging().catch(() => undefined);
      return renderLoading(view);
    }
    return step === 'find' ? managing.renderFind(view) : managing.renderCancel(view);
  }

  protected override updated(): void {
    this.#markChosen();
    if (!this.#focusNext || !this.#hasBegun) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focusNext);
    if (!target) return;
    this.#focusNext = '';
    // The heading of one step may be the very element of the next: it would not be read again.
    target.blur();
    target.focus();
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
    this.#visit.choices = withOffice(this.#visit.choices, this.office.trim());
    this.#status.say('');
    this.requestUpdate();
  }

  /** Asks for offices and times anew. */
  refresh(): void {
    this.#availability.refresh();
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

  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  formResetCallback(): void {
    this.reset();
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.#isFormDisabled = isDisabled;
    this.requestUpdate();
  }

  get #mode(): 'book' | 'select' | 'manage' {
    return choiceOf(this, 'mode', this.mode, ['book', 'select', 'manage']);
  }

  get #daysPerPage(): number {
    const bounds = { least: 1, most: 62, otherwise: 10 };
    return wholeNumberOf(this, 'days-per-page', this.daysPerPage, bounds);
  }

  #day(attribute: 'from' | 'to'): string {
    const day = this[attribute];
    if (!day || isDay(day)) return day;
    warnOnce(this, attribute, `"${day}" is no day (YYYY-MM-DD).`);
    return '';
  }

  get #settings(): StepSettings {
    return {
      mode: this.#mode,
      letterGate: choiceOf(this, 'letter-gate', this.letterGate, ['ask', 'reference', 'passed']),
      hasService: Boolean(this.service ?? this.endpoint),
      isChanging: this.#visit.isChanging,
    };
  }

  /** Nothing is asked for before the person is past the gate. */
  get #isAsking(): boolean {
    return ['office', 'day', 'time', 'check'].includes(this.#visit.step);
  }

  get #isLoading(): boolean {
    const { step } = this.#visit;
    return step === 'office' || step === 'day' || step === 'time'
      ? this.#availability.isLoading(step === 'office' ? 'office' : 'day')
      : false;
  }

  get #isDisabled(): boolean {
    return this.disabled || this.#isFormDisabled;
  }

  get #now(): Date {
    return this.#service?.now?.() ?? new Date();
  }

  get #offices(): OfficeChoice[] {
    const served = this.#availability.offices?.offices ?? [];
    return officesIn(this.#towns.value ?? [], served, this.#language.code);
  }

  /** The free times of the chosen day, and the one that is held for this person. */
  get #slots(): readonly Slot[] {
    const { choices, hold } = this.#visit;
    const day = this.#availability.days.find(({ date }) => date === choices.date);
    const own = hold && dayOfSlot(hold.slot) === choices.date ? [hold.slot] : [];
    const slots = (day?.slots ?? []).filter(({ startsAt }) => startsAt !== own[0]?.startsAt);
    return [...slots, ...own].sort(
      (one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt),
    );
  }

  get #view(): View {
    const visit = this.#visit;
    const settings = this.#settings;
    const step = visit.step === 'office' ? 'office' : 'day';
    return {
      ...{ visit, lang: this.#language.code, mode: settings.mode },
      asksLetter: settings.letterGate === 'reference',
      headingLevel: headingLevelOf(this, this.headingLevel),
      isDisabled: this.#isDisabled,
      texts: this.#texts.value ?? [],
      offices: this.#offices,
      hasTimes: Boolean(this.#availability.offices),
      list: this.#availability.list,
      days: pageOf(this.#availability.days, visit.page, this.#daysPerPage),
      isLoading: this.#isLoading,
      isSlow: this.#slowness.isSlow,
      loadError: this.#availability.error(step),
      canGoBack: stepBefore(visit.step, settings) !== undefined && !visit.working,
      later: this.#later,
      status: this.#status.render(),
      now: this.#now,
      actions: this.#actions,
    };
  }

  readonly #actions: PickerActions = {
    next: () => void this.#next(),
    back: () => {
      const before = stepBefore(this.#visit.step, this.#settings);
      if (!before || this.#visit.working) return;
      if (before === 'booked') this.#visit.isChanging = false;
      this.#goTo(before);
    },
    change: (step) => {
      if (!this.#visit.working) this.#goTo(step);
    },
    choose: (value) => this.#choose(value),
    write: (letter) => {
      this.#visit.choices = { ...this.#visit.choices, letter };
    },
    search: (text) => {
      this.#visit.search = text;
      this.#status.say(text ? foundWords(this.#view) : '', PAUSE);
      this.requestUpdate();
    },
    turn: (pages) => {
      this.#visit.page += pages;
      this.#focusOn('#title');
    },
    takeFirst: () => this.#takeFirst(),
    reload: () => {
      this.#focusOn('#title');
      this.refresh();
    },
  };

  /** An answer is chosen: nothing moves, but a form in `select` has the time at once. */
  #choose(value: string): void {
    const visit = this.#visit;
    const { trouble, step } = visit;
    const alternatives = trouble && 'alternatives' in trouble ? trouble.alternatives : [];
    const slot = [...alternatives, ...this.#slots].find(({ id }) => id === value);
    visit.error = '';
    if (step === 'gate') visit.choices = { ...visit.choices, gate: value as GateAnswer };
    else if (step === 'office') this.#chooseOffice(value);
    else if (step === 'day' && isDay(value)) visit.choices = withDay(visit.choices, value);
    else if (step === 'day') visit.other = value;
    else if (slot && (this.#mode !== 'select' || this.#select(slot)))
      visit.choices = withSlot(visit.choices, slot, dayOfSlot(slot));
    this.requestUpdate();
  }

  #chooseOffice(id: string): void {
    const visit = this.#visit;
    visit.choices = withOffice(visit.choices, id);
    visit.other = '';
    visit.page = 0;
  }

  /** May this time be chosen? The page has a say. */
  #select(slot: Slot): boolean {
    const event = new LuckaBookingSelectEvent(slot);
    return this.dispatchEvent(event);
  }

  #takeFirst(): void {
    const [day] = this.#availability.days.filter(({ slots }) => slots.length);
    const [slot] = day?.slots ?? [];
    if (!slot || this.#isDisabled) return;
    this.#visit.page = 0;
    if (this.#mode === 'select' && !this.#select(slot)) return;
    this.#visit.choices = withSlot(this.#visit.choices, slot, dayOfSlot(slot));
    this.#goTo('time');
  }

  /** Continue: the person is done with this step. */
  async #next(): Promise<void> {
    const visit = this.#visit;
    const { step, choices, other } = visit;
    if (this.#isDisabled || visit.working) return;
    const isElsewhere = step === 'day' && !this.#availability.days.length;
    if (isElsewhere && other) {
      this.#chooseOffice(other);
      return this.#goTo('day');
    }
    if (isElsewhere || !isAnswered(step, choices))
      return this.#refuse(this.#whatIsMissing(isElsewhere ? 'office' : step), '.mark');
    try {
      if (step === 'gate') return await this.#pass();
      if (step === 'time') return await this.#hold();
      if (step === 'check') return await this.#confirm();
    } catch {
      return this.#status.say(msg('Check your connection, then press Continue again.'));
    }
    this.#goTo(stepAfter(step, choices, this.#settings));
  }

  /** Through the gate, with the letter where it is asked for. */
  async #pass(): Promise<void> {
    const { choices } = this.#visit;
    const settings = this.#settings;
    const next = stepAfter('gate', choices, settings);
    if (next !== 'office') return this.#goTo(next);
    const isAsked = settings.letterGate === 'reference';
    if (isAsked && !choices.letter.trim())
      return this.#refuse(msg('Write the reference in your letter.'), '#letter');
    const later = await this.#loadLater();
    if (isAsked) await later.checkLetter();
    else this.#goTo(next);
  }

  async #hold(): Promise<void> {
    const { slot } = this.#visit.choices;
    if (!slot) return;
    if (this.#mode === 'select') return this.#goTo('check');
    if (!this.#select(slot)) return;
    await (await this.#loadLater()).holding.hold(slot);
  }

  async #confirm(): Promise<void> {
    const later = await this.#loadLater();
    const { trouble } = this.#visit;
    if (trouble?.kind === 'expired') return later.holding.hold(trouble.slot);
    await later.confirm();
  }

  #whatIsMissing(step: Step): string {
    if (step === 'gate') return msg('Choose an answer');
    if (step === 'office') return msg('Choose an office');
    if (step === 'day') return msg('Choose a day');
    return msg('Choose a time');
  }

  #refuse(text: string, selector: string): void {
    this.#visit.error = text;
    this.#focusOn(selector);
  }

  #focusOn(selector: string): void {
    this.#focusNext = selector;
    this.requestUpdate();
  }

  /** Another step is shown from now on. */
  #goTo(step: Step): void {
    const visit = this.#visit;
    const previous = visit.step;
    visit.step = step;
    visit.error = '';
    if (step !== 'check' || visit.trouble?.kind !== 'failure') visit.trouble = undefined;
    this.#status.say('');
    this.#focusOn('#title');
    const event = new LuckaBookingStepEvent(step, previous);
    if (previous !== step) this.dispatchEvent(event);
  }

  /** A link within the texts goes to the part of the fold that it names: addresses end at the shadow root. */
  #onClick(event: Event): void {
    const link = (event.target as Element).closest('a[href^="#"]');
    if (!link) return;
    event.preventDefault();
    const id = link.getAttribute('href')?.slice(1) ?? '';
    const place = this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    const fold = place?.closest('details');
    if (fold) fold.open = true;
    place?.focus();
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
      get service() {
        return picker.#service as BookingService;
      },
      get lang() {
        return picker.#language.code;
      },
      get now() {
        return picker.#now;
      },
      get noHold() {
        return picker.noHold;
      },
      get slots() {
        return picker.#slots;
      },
      get offices() {
        return picker.#offices;
      },
      get view() {
        return picker.#view;
      },
      goTo: (step) => picker.#goTo(step),
      begin: () => {
        picker.reset();
        picker.#focusOn('#title');
      },
      focusOn: (selector) => picker.#focusOn(selector),
      say: (text) => picker.#status.say(text),
      refresh: () => picker.refresh(),
      tellError: (error) => picker.#tellError(error),
    };
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
