import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { followLink } from '../../content/follow-link.js';
import type { LocalizedDocument } from '../../content/load.js';
import type { Renderable } from '../../content/render.js';
import { translations } from '../../i18n/generated/translations/booking-picker.js';
import { packInUse } from '../../i18n/pack-in-use.js';
import { PageLanguage } from '../../i18n/page-language.js';
import type { Booking, BookingService, Slot } from '../../services/bookings.js';
import { parseEnum, warnOnce } from '../../shared/attributes.js';
import { HostContext } from '../../shared/element-context.js';
import { FieldObserver } from '../../shared/field-observer.js';
import { FormAssociatedElement } from '../../shared/form-associated-element.js';
import { parseHeadingLevel } from '../../shared/heading-level.js';
import { LazyFeature } from '../../shared/lazy-feature.js';
import { Resource } from '../../shared/resource.js';
import { Store } from '../../shared/store.js';
import { base } from '../../styles/base.js';
import { button } from '../../styles/button.js';
import { choice } from '../../styles/choice.js';
import { details } from '../../styles/details.js';
import { field } from '../../styles/field.js';
import { kindTokens } from '../../styles/generated/kind-tokens.js';
import { tokens } from '../../styles/generated/tokens.js';
import { progress } from '../../styles/progress.js';
import { styles } from './booking-picker.styles.js';
import { CheckedAnswer } from './checked-answer.js';
import { loadVisitTexts } from './content.js';
import { createErrorEvent } from './create-error-event.js';
import { createFeatures } from './features.js';
import type { FormValue } from './form-value.js';
import { renderElsewhere, renderGate, renderNoBooking } from './gate-view.js';
import { createNavigation } from './navigation.js';
import type { RenderEnv } from './render-env.js';
import {
  answerGate,
  formValue,
  initialState,
  reset,
  selectOffice,
  setInitialStep,
  setPageBooking,
  type BookingState,
} from './state.js';
import { ENTRY_STEPS, type GateAnswer, type Mode } from './step-machine.js';
import { renderLoading, unavailableText } from './step-view.js';

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

  /**
   * Base address of the service contract (lucka/openapi.yaml), such as `/api`. '' (default): without `service` nothing can be booked, and
   * people see the content inside the tag.
   */
  @property() endpoint = '';
  /**
   * `book` (default): books a visit. `select`: only chooses, and the page's form sends the time. `manage`: finds a booking by its reference,
   * changes and cancels it.
   */
  @property() mode: Mode = 'book';
  /**
   * How the picker finds out that the person has received the letter. `ask` (default): it asks. `reference`: it also asks for the letter's
   * reference, which the server checks. `passed`: the page has asked.
   */
  @property({ attribute: 'letter-gate' }) letterGate: 'ask' | 'reference' | 'passed' = 'ask';
  /** Id of the office that is chosen at the start, such as `boden`; '' (default) for none. */
  @property() office = '';
  /** First day to offer, as `YYYY-MM-DD` in Swedish time; '' (default): today. */
  @property() from = '';
  /** Last day to offer, as `YYYY-MM-DD` in Swedish time; '' (default): no limit. */
  @property() to = '';
  /** How many days are listed at a time, 1 to 62; 10 by default, also for any other number. */
  @property({ type: Number, attribute: 'days-per-page' }) daysPerPage = 10;
  /** Books without holding the time first, for services without holds; false by default. */
  @property({ type: Boolean, attribute: 'no-hold' }) noHold = false;
  /** Nothing can be chosen or booked; false by default. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /**
   * Anti-forgery token for the requests that change something. '' (default): the content of the page's `<meta name="csrf-token">`,
   * which is sent to the page's own origin only.
   */
  @property({ attribute: 'csrf-token' }) csrfToken = '';
  /** Level of the first heading, 1 to 6; 2 by default, also for any other number. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /**
   * Address of the texts as Markdown; `{lang}` is replaced by the language of the page. '' (default), and for sections that it does not
   * have: the built-in texts. If it cannot be loaded, the built-in texts are shown and `lucka-booking-error` is dispatched.
   */
  @property() src = '';
  /** The page's own service, in place of `endpoint`; undefined by default. Its promises reject with a `ServiceError`. */
  @property({ attribute: false }) service: BookingService | undefined;

  readonly #store = new Store<BookingState>(this, initialState);
  readonly #answer = new CheckedAnswer(this, this.#store, (value) => this.#choose(value));
  readonly #language = new PageLanguage(this, translations);
  readonly #context = new HostContext(this);
  readonly #documents = new Resource<readonly LocalizedDocument[]>(
    this,
    () => [this.#language.wanted, this.src, packInUse()],
    (signal) =>
      loadVisitTexts(this.src, this.#language.wanted, signal, (error) =>
        this.#onContentError(error),
      ),
  );
  readonly #navigation = createNavigation({
    store: this.#store,
    context: this.#context,
    env: () => this.#env,
    readAnswer: this.#answer.read,
    load: (owner) => this.#features.load(owner),
  });
  readonly #features = createFeatures({
    host: this,
    store: this.#store,
    context: this.#context,
    navigation: this.#navigation,
    env: () => this.#env,
  });
  readonly #form = new LazyFeature<FormValue>(this, async () => {
    const { FormValue } = await import('./form-value.js');
    return new FormValue(this, this.#store);
  });
  #hasBegun = false;
  #hasLoadFailed = false;
  #isFormDisabled = false;

  constructor() {
    super();
    new FieldObserver(this);
  }

  /** The chosen time, as in the contract; null without one. Read-only. */
  @property({ attribute: false })
  get selectedSlot(): Slot | null {
    return this.#store.state.selection.slot;
  }
  set selectedSlot(_value: Slot | null) {
    warnOnce(this, 'selectedSlot', 'is read-only.');
  }

  /** The booking that was made or found; null without one. Set it so that the person can change or cancel it. */
  @property({ attribute: false })
  get booking(): Booking | null {
    return this.#store.state.booking;
  }
  set booking(booking: Booking | null) {
    this.#store.update((state) => setPageBooking(state, booking, this.#env));
  }

  /** The value in a form: the id of the chosen time (`mode="select"`), else the booking's reference; '' without one. Read-only. */
  @property({ attribute: false })
  get value(): string {
    return formValue(this.#store.state, this.#mode);
  }
  set value(_value: string) {
    warnOnce(this, 'value', 'is read-only.');
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('click', followLink);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.#hasBegun) this.#store.update((state) => setInitialStep(state, this.#env));
    this.#hasBegun ||= Boolean(this.#language.ready && this.#documents.value);
    if (changed.has('office'))
      this.#store.update((state) => selectOffice(state, this.#env.officeId));
    this.#loadForStep();
    if (this.name || this.required) void this.#form.load().catch(() => undefined);
  }

  /** A form must not be sent before it knows what is missing. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    if (this.name || this.required) await this.#form.load();
    return isComplete;
  }

  protected override render(): TemplateResult {
    const { lang = nothing, dir = nothing } = this.#language;
    const { step, pendingOperation } = this.#store.state;
    const isBusy =
      !this.#hasBegun || this.#features.scheduling.value?.isWaiting || pendingOperation;
    return html`<div class="root" lang=${lang} dir=${dir}>
      <div aria-busy=${isBusy ? 'true' : nothing}>
        ${this.#hasBegun ? keyed(step, this.#renderStep()) : html`<slot></slot>`}
      </div>
      ${this.#context.renderRegions()}
    </div>`;
  }

  #renderStep(): unknown {
    const { state } = this.#store;
    const { step, problem } = state;
    const { scheduling } = this.#features;
    const plain = this.#env;
    const notification: Renderable = scheduling.value?.renderNotification(state, plain) ?? nothing;
    const env: RenderEnv = { ...plain, notification };
    if (step === 'gate' && problem?.kind !== 'already-booked')
      return renderGate(state, env, this.#navigation);
    if (step === 'no-letter' || step === 'cannot-visit')
      return renderNoBooking(step, state, env, this.#navigation);
    if (step === 'elsewhere') return renderElsewhere(state, env, this.#navigation);
    const conflict = scheduling.value?.renderConflict(state, env);
    if (conflict) return conflict;
    const feature = this.#features.of(step);
    if (feature) return feature.render(state, env);
    return this.#hasLoadFailed ? this.#renderLoadError() : renderLoading();
  }

  /** A feature could not be loaded: the page's own content, and a way to try again. */
  #renderLoadError(): TemplateResult {
    const retry = () => {
      this.#hasLoadFailed = false;
      this.requestUpdate();
    };
    return html`<div class="stack">
      <slot></slot>
      <p>${unavailableText()}</p>
      <button class="button" part="retry" type="button" @click=${retry}>${msg('Try again')}</button>
    </div>`;
  }

  /** Discards everything that was chosen and releases a held time. A booking is not cancelled. */
  reset(): void {
    this.#features.scheduling.value?.operations.abort();
    void this.#features.scheduling.value?.hold.release();
    this.#store.update(() => reset(this.#env));
    this.#context.announce('');
  }

  /** Requests offices and times again, if the current step shows them. */
  refresh(): void {
    this.#features.scheduling.value?.refresh();
  }

  /**
   * Holds the time longer. The person sees it if it fails (`lucka-booking-error`).
   *
   * @returns whether the time is held longer; false without a hold
   */
  async extendHold(): Promise<boolean> {
    return (await this.#features.scheduling.value?.hold.extend()) ?? false;
  }

  /** Releases the held time. Does nothing without one, and never rejects: a hold also ends by itself. */
  async releaseHold(): Promise<void> {
    await this.#features.scheduling.value?.hold.release();
  }

  /**
   * Finds a booking and lets the person choose another time. The booked time is kept until the server has changed it.
   *
   * @param reference the booking's reference, also as a person writes it; '' asks for it
   * @throws when the code that changes bookings cannot be loaded
   */
  async reschedule(reference: string): Promise<void> {
    const { actions } = await this.#features.manage.load();
    if (await actions.lookUp(reference)) actions.startReschedule();
  }

  /**
   * Finds and cancels a booking. The person sees it if it fails (`lucka-booking-error`).
   *
   * @param reference the booking's reference, also as a person writes it; '' asks for it
   * @returns whether the server has cancelled it
   * @throws when the code that cancels bookings cannot be loaded
   */
  async cancel(reference: string): Promise<boolean> {
    const { actions } = await this.#features.manage.load();
    return (await actions.lookUp(reference)) && actions.cancel();
  }

  /**
   * Offers the visit as a calendar file (RFC 5545). Does nothing without a booking.
   *
   * @throws when the code that writes the file cannot be loaded
   */
  async downloadCalendar(): Promise<void> {
    if (this.booking) await (await this.#features.confirmation.load()).saveCalendar();
  }

  /** @internal */
  formResetCallback(): void {
    this.reset();
  }

  /** @internal */
  formDisabledCallback(isDisabled: boolean): void {
    this.#isFormDisabled = isDisabled;
    // The attribute is set and removed within an update, where a request for another is lost.
    queueMicrotask(() => this.requestUpdate());
  }

  get #mode(): Mode {
    return parseEnum(this, 'mode', this.mode, ['book', 'select', 'manage']);
  }

  get #env(): RenderEnv {
    return {
      mode: this.#mode,
      letterGate: parseEnum(this, 'letter-gate', this.letterGate, ['ask', 'reference', 'passed']),
      hasService: Boolean(this.service ?? this.endpoint),
      isDisabled: this.disabled || this.#isFormDisabled,
      officeId: (this.office ?? '').trim(),
      lang: this.#language.code,
      wantedLang: this.#language.wanted,
      headingLevel: parseHeadingLevel(this, this.headingLevel),
      documents: this.#documents.value ?? [],
      notification: nothing,
    };
  }

  /** An answer was checked. */
  #choose(value: string): void {
    if (this.#store.state.step !== 'gate') return this.#features.scheduling.value?.choose(value);
    this.#store.update((state) => answerGate(state, value as GateAnswer));
    if (value === 'yes' && this.#env.hasService)
      this.#features.load('office').catch(() => undefined);
  }

  #onContentError(error: unknown): void {
    warnOnce(this, 'src', 'cannot be read; the built-in texts are shown.');
    const event = createErrorEvent(error);
    this.#context.emit(event);
  }

  /** Loads what a step after the first ones needs. */
  #loadForStep(): void {
    const { step } = this.#store.state;
    if (ENTRY_STEPS.has(step) || this.#hasLoadFailed) return;
    this.#features.load(step).catch(() => {
      this.#hasLoadFailed = true;
      this.requestUpdate();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lucka-booking-picker': LuckaBookingPicker;
  }
}
