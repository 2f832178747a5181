import { loadBuiltIn } from '../../content/load.js';
import { parseInteger, warnOnce } from '../../shared/attributes.js';
import { Resource } from '../../shared/resource.js';
import { SlowRequestController } from '../../shared/slow-request.js';
import type { BookingService, Slot } from '../../services/bookings.js';
import { httpBookingService } from '../../services/http-bookings.js';
import { checkedBookingService } from '../../services/booking-answers.js';
import { withTimeout } from '../../services/with-timeout.js';
import { Availability } from './availability.js';
import { renderDays } from './day-view.js';
import { isCalendarDate } from '../../i18n/dates.js';
import { dayOfSlot, pageOf } from './days.js';
import type { Desk } from './desk.js';
import { LuckaBookingSelectEvent } from './events.js';
import { failureOf } from './failures.js';
import { foundWords, renderOffices } from './office-view.js';
import { officesIn, townsOf, type OfficeChoice, type Town } from './offices.js';
import { withDay, withOffice, withSlot, type Step } from './steps.js';
import { officeTexts } from './texts.js';
import { renderTimes } from './time-view.js';
import { renderLoading, slowWords, type Times, type View } from './view.js';

/** How long a pause in typing is, in milliseconds. */
const PAUSE = 1000;

/** The steps on which times are asked for. */
const ASKING: ReadonlySet<Step> = new Set<Step>(['office', 'day', 'time', 'check']);

/** Where and when: offices, days and times, as the agency's server knows them and the person chooses them. */
export class Choosing {
  readonly #towns: Resource<readonly Town[]>;
  readonly #availability: Availability;
  #service: BookingService | undefined;
  #source: unknown;

  constructor(private readonly desk: Desk) {
    const { host } = desk;
    this.#towns = new Resource<readonly Town[]>(
      host,
      () => [desk.wanted],
      async () => townsOf((await loadBuiltIn(officeTexts, desk.wanted)).document),
    );
    this.#availability = new Availability(
      host,
      () => ({
        service: ASKING.has(desk.visit.step) ? this.service : undefined,
        officeId: desk.visit.step === 'office' ? '' : desk.visit.choices.officeId,
        ...{ from: this.#day('from'), to: this.#day('to') },
        wanted: (desk.visit.page + 1) * this.#daysPerPage + 1,
      }),
      (error) => this.#onError(error),
    );
    new SlowRequestController(
      host,
      () => this.isLoading || !['', 'settling'].includes(desk.visit.working),
      () => desk.say(slowWords()),
    );
  }

  /** The page's own service, else the contract over HTTP at the endpoint. */
  get service(): BookingService | undefined {
    const { host } = this.desk;
    const source = host.service ?? host.endpoint;
    if (this.#source !== source) {
      this.#source = source;
      this.#service = host.service
        ? checkedBookingService(withTimeout(host.service))
        : httpBookingService(host.endpoint, { csrfToken: () => host.csrfToken });
    }
    return source ? this.#service : undefined;
  }

  /** The server's clock, where there is one. */
  get now(): Date {
    return this.service?.now?.() ?? new Date();
  }

  get isLoading(): boolean {
    const { step } = this.desk.visit;
    if (!ASKING.has(step) || step === 'check') return false;
    return this.#availability.isLoading(step === 'office' ? 'office' : 'day');
  }

  /** Is there nothing to read meanwhile? */
  get isWaiting(): boolean {
    return this.isLoading && !(this.desk.visit.step === 'day' && this.#availability.days.length);
  }

  get offices(): OfficeChoice[] {
    const served = this.#availability.offices?.offices ?? [];
    return officesIn(this.#towns.value ?? [], served, this.desk.lang);
  }

  /** The free times of the chosen day, and the one that is held for this person. */
  get slots(): readonly Slot[] {
    const { choices, hold } = this.desk.visit;
    const day = this.#availability.days.find(({ date }) => date === choices.date);
    const own = hold && dayOfSlot(hold.slot) === choices.date ? [hold.slot] : [];
    const slots = (day?.slots ?? []).filter(({ startsAt }) => startsAt !== own[0]?.startsAt);
    return [...slots, ...own].sort(
      (one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt),
    );
  }

  /** What the templates need to know of it. */
  get times(): Times {
    const { visit } = this.desk;
    return {
      offices: this.offices,
      hasTimes: Boolean(this.#availability.offices),
      list: this.#availability.list,
      searchedUntil: this.#availability.searchedUntil,
      days: pageOf(this.#availability.days, visit.page, this.#daysPerPage),
      to: this.#day('to'),
      isLoading: this.isLoading,
      loadError: this.#availability.error(visit.step === 'office' ? 'office' : 'day'),
      now: this.now,
    };
  }

  refresh(): void {
    this.#availability.refresh();
  }

  render(view: View): unknown {
    if (!this.#towns.value) return renderLoading();
    const { step } = view.visit;
    if (step === 'office') return renderOffices(view);
    return step === 'day' ? renderDays(view) : renderTimes(view, this.slots);
  }

  /** This office has no times: another one is chosen in its place. */
  get isElsewhere(): boolean {
    const { step } = this.desk.visit;
    return step === 'day' && !this.isLoading && !this.#availability.days.length;
  }

  /** An answer is chosen: nothing moves, but a form in `select` has the time at once. */
  choose(value: string): void {
    const { visit } = this.desk;
    const { trouble, step } = visit;
    const alternatives = trouble && 'alternatives' in trouble ? trouble.alternatives : [];
    const slot = [...alternatives, ...this.slots].find(({ id }) => id === value);
    if (step === 'office') this.chooseOffice(value);
    else if (step === 'day' && isCalendarDate(value)) visit.choices = withDay(visit.choices, value);
    else if (step === 'day') visit.other = value;
    else if (slot && (this.desk.view.mode !== 'select' || this.select(slot)))
      visit.choices = withSlot(visit.choices, slot, dayOfSlot(slot));
  }

  chooseOffice(id: string): void {
    const { visit } = this.desk;
    visit.choices = withOffice(visit.choices, id);
    visit.other = '';
    visit.page = 0;
  }

  /** May this time be chosen? The page has a say. */
  select(slot: Slot): boolean {
    const event = new LuckaBookingSelectEvent(slot);
    return this.desk.host.dispatchEvent(event);
  }

  search(text: string): void {
    const { desk } = this;
    desk.visit.search = text;
    desk.hear(text ? foundWords(desk.view) : '', PAUSE);
    desk.host.requestUpdate();
  }

  turn(pages: number): void {
    this.desk.visit.page += pages;
    this.desk.focusOn('#step');
  }

  /** Asks the service for later days than it has told of. */
  searchFurther(): void {
    this.#availability.searchFurther();
    this.desk.focusOn('#step');
  }

  /** The first free time of the office, on the way to its step. */
  takeFirst(): void {
    const { visit, view } = this.desk;
    const [day] = this.#availability.days.filter(({ slots }) => slots.length);
    const [slot] = day?.slots ?? [];
    if (!slot || view.isDisabled || (view.mode === 'select' && !this.select(slot))) return;
    visit.page = 0;
    visit.choices = withSlot(visit.choices, slot, dayOfSlot(slot));
    this.desk.goTo('time');
  }

  /** Who waits for it finds the focus there; who has gone on already only hears of it, unless all answers go. */
  #onError(error: unknown): void {
    const { desk } = this;
    const active = (desk.host.renderRoot as ShadowRoot).activeElement;
    const { code, text } = failureOf(error, desk.lang, this.now);
    desk.tellError(error);
    if (!active || active.id === 'step' || code === 'closed') desk.focusOn('#problem');
    else desk.say(text());
  }

  get #daysPerPage(): number {
    const { host } = this.desk;
    const bounds = { min: 1, max: 62, fallback: 10 };
    return parseInteger(host, 'days-per-page', host.daysPerPage, bounds);
  }

  #day(attribute: 'from' | 'to'): string {
    const { host } = this.desk;
    const day = host[attribute];
    if (!day || isCalendarDate(day)) return day;
    warnOnce(host, attribute, `"${day}" is no day (YYYY-MM-DD).`);
    return '';
  }
}
