import { msg } from '@lit/localize';
import type { Renderable } from '../../content/render.js';
import { adoptStyles } from '../../shared/adopt-styles.js';
import { delay, retryLostResponse } from '../../shared/operation-runner.js';
import type {
  Booking,
  BookingRequest,
  BookingService,
  LetterCheck,
  Slot,
} from '../../services/bookings.js';
import { readSlot } from '../../services/booking-answers.js';
import { ServiceError } from '../../services/service-error.js';
import { notice } from '../../styles/notice.js';
import { summaryList } from '../../styles/summary-list.js';
import { renderCheck } from './check-view.js';
import { Choosing } from './choosing.js';
import { nearestTo } from './days.js';
import type { Desk } from './desk.js';
import { LuckaBookingBookedEvent, LuckaBookingBookEvent } from './events.js';
import { failureOf, wrongLetter } from './failures.js';
import { Holding, holdIn } from './holding.js';
import { laterStyles } from './later.styles.js';
import type { Managing } from './managing.js';
import { renderWhole } from './outcome-view.js';
import { renderReceipt } from './receipt-view.js';
import { settleBooking } from './settling.js';
import { isAnswered, isChoice, type Step } from './steps.js';
import { renderClosed, renderFailure, renderNoDays } from './trouble-view.js';
import { loadingWords, renderLoading, type View } from './view.js';
import type { TroubleOf } from './visit.js';
import { Work } from './work.js';

/** What the picker needs from the first choice on: holding, checking, booking, the receipt, and what goes wrong. */
export class Later {
  readonly choosing: Choosing;
  readonly work: Work;
  readonly holding: Holding;
  /** Changing and cancelling, once somebody wants to. */
  managing: Managing | undefined;
  #loadingManaging: Promise<Managing> | undefined;

  constructor(readonly desk: Desk) {
    adoptStyles(desk.host.renderRoot as ShadowRoot, [summaryList, notice, laterStyles]);
    this.choosing = new Choosing(desk);
    this.work = new Work(desk, this.choosing, (error, retry) => this.#onError(error, retry));
    this.holding = new Holding(desk, this.work, this.choosing);
  }

  /** Why the offices or the days are not there, or why the last thing was not done; nothing else is in the way. */
  renderTrouble(view: View): Renderable {
    const { trouble } = view.visit;
    if (trouble?.kind === 'failure') return renderFailure(this, view, trouble);
    const failed = this.#failedLoad(view);
    return failed ? renderFailure(this, view, failed, true) : '';
  }

  #failedLoad({ loadError, lang, now }: View): TroubleOf<'failure'> | undefined {
    if (!loadError) return undefined;
    const failure = failureOf(loadError, lang, now);
    return { kind: 'failure', failure, retry: () => this.#reload() };
  }

  /** Nothing can be chosen while booking is closed: every answer would lead into the same closure. */
  #isClosed(view: View): boolean {
    const { trouble, step } = view.visit;
    const failed = trouble?.kind === 'failure' ? trouble : this.#failedLoad(view);
    return failed?.failure.code === 'closed' && isChoice(step);
  }

  #reload(): void {
    this.choosing.refresh();
    this.desk.focusOn('#step');
  }

  readonly renderNoDays = renderNoDays;

  /** The step, or what takes its place. */
  render(view: View): unknown {
    const { step, booking } = view.visit;
    const whole = renderWhole(this, view);
    if (whole) return whole;
    if (this.#isClosed(view)) return renderClosed(this, view);
    if (step === 'check') return renderCheck(this, view);
    if (step === 'find' || step === 'cancel') return this.#renderManaging(view);
    if (step !== 'booked' && step !== 'cancelled') return this.choosing.render(view);
    return booking ? renderReceipt(this, view, booking) : '';
  }

  #renderManaging(view: View): unknown {
    const { managing } = this;
    if (managing)
      return view.visit.step === 'find' ? managing.renderFind(view) : managing.renderCancel(view);
    void this.loadManaging().catch(() => undefined);
    return renderLoading();
  }

  /** Continue: the person is done with this step. */
  async next(): Promise<void> {
    const { desk, choosing, holding } = this;
    const { visit } = desk;
    const { step, choices, other, trouble } = visit;
    if (choosing.isLoading && step === 'day') return desk.say(loadingWords());
    const { isElsewhere } = choosing;
    if (isElsewhere && other) {
      choosing.chooseOffice(other);
      return desk.goTo('day');
    }
    if (isElsewhere || !isAnswered(step, choices)) {
      visit.error = whatIsMissing(isElsewhere ? 'office' : step);
      return desk.focusOn('.mark');
    }
    const { slot } = choices;
    if (step === 'check' && trouble?.kind === 'expired') return holding.hold(trouble.slot);
    if (step === 'check') return this.confirm();
    if (step !== 'time' || !slot) return desk.goTo(step === 'office' ? 'day' : 'time');
    if (desk.view.mode === 'select') return desk.goTo('check');
    if (choosing.select(slot)) await holding.hold(slot);
  }

  /** May this letter book? Then the offices follow. */
  async checkLetter(): Promise<void> {
    const { desk } = this;
    const { visit } = desk;
    const letterReference = visit.choices.letter.trim();
    visit.choices = { ...visit.choices, letter: letterReference };
    await this.work.run('checking', async (signal) => {
      const check: LetterCheck = await this.work.ask('checkLetter', [{ letterReference }], signal);
      if (!check.alreadyBooked) return desk.goTo('office');
      const { booking } = check;
      visit.trouble = {
        ...{ kind: 'already-booked', reference: booking?.reference ?? '' },
        ...(booking && { booking }),
      };
      desk.focusOn('#problem');
    });
  }

  /** Books what was checked, or moves the booking there. */
  async confirm(): Promise<void> {
    const { visit, host } = this.desk;
    const { slot } = visit.choices;
    if (!slot || visit.working) return;
    if (visit.isChanging) return (await this.loadManaging()).change(slot);
    const event = new LuckaBookingBookEvent(slot);
    if (!host.dispatchEvent(event)) return;
    await this.#book(slot);
  }

  /** Finds out once more: the same request with the same key. */
  async findOut(): Promise<void> {
    const { slot } = this.desk.visit.choices;
    if (slot) await this.#book(slot);
  }

  async #book(slot: Slot): Promise<void> {
    const { desk, work } = this;
    const { visit } = desk;
    const { hold } = visit;
    const request: BookingRequest = hold
      ? { holdId: hold.holdId }
      : { slotId: slot.id, ...this.holding.authority };
    const wish = `createBooking ${JSON.stringify(request)}`;
    await work.run('booking', async (signal) => {
      const settled = await work.keys.withKey(wish, async (key) => {
        const releaseKey = work.keys.keyOf(`release ${key}`);
        const settle = () =>
          settleBooking({
            ...{
              service: this.choosing.service as BookingService,
              request,
              key,
              releaseKey,
              signal,
            },
            pause: () => delay(signal),
            onUnclear: () => this.#settling(),
          });
        const result = await retryLostResponse(settle, signal);
        // Nobody knows: the key is needed again.
        if (result.outcome === 'unknown') throw new ServiceError('bookings', 'unknown');
        return result;
      });
      if (settled.outcome === 'booked') return this.#booked(settled.booking);
      visit.working = '';
      return this.holding.over();
    });
  }

  #settling(): void {
    this.desk.visit.working = 'settling';
    this.desk.say(msg('No answer came. We are finding out whether your visit is booked.'));
    this.desk.host.requestUpdate();
  }

  #booked(booking: Booking): void {
    const { desk } = this;
    const { reference, office, slot } = booking;
    desk.visit.booking = booking;
    desk.visit.hold = null;
    desk.goTo('booked');
    const event = new LuckaBookingBookedEvent(reference, office.id, slot.startsAt, slot.endsAt);
    desk.host.dispatchEvent(event);
  }

  /** The visit as a calendar file. */
  async saveCalendar(): Promise<void> {
    const { visit, lang } = this.desk;
    if (!visit.booking) return;
    const { saveCalendar } = await import('./paperwork.js');
    await saveCalendar(visit.booking, lang, this.choosing.now);
  }

  async print(): Promise<void> {
    const { visit, view, host } = this.desk;
    if (!visit.booking) return;
    const { printReceipt } = await import('./paperwork.js');
    await printReceipt(view, visit.booking, host.renderRoot);
  }

  /** A try that failed is made again. */
  loadManaging(): Promise<Managing> {
    const load = async () => {
      const { Managing } = await import('./managing.js');
      this.managing = new Managing(this.desk, this);
      this.desk.host.requestUpdate();
      return this.managing;
    };
    return (this.#loadingManaging ??= load().catch((error: unknown) => {
      this.#loadingManaging = undefined;
      throw error;
    }));
  }

  /** Each error has its place; whatever it is, the choices stay. */
  async #onError(error: unknown, retry: () => void): Promise<void> {
    const { desk, holding, choosing } = this;
    const { visit } = desk;
    const code = error instanceof ServiceError ? error.code : 'internal';
    const problem = error instanceof ServiceError ? (error.problem ?? {}) : {};
    if (!(error instanceof ServiceError)) reportError(error);
    if (code === 'hold-expired') return holding.over(Boolean(problem['slotFree']));
    desk.tellError(error);
    desk.say('');
    const hold = holdIn(error);
    const { slot } = visit.choices;
    if (code === 'slot-taken' && slot) {
      const given = problem['alternatives'];
      const others = choosing.slots.filter(({ id }) => id !== slot.id);
      const alternatives = Array.isArray(given)
        ? given.flatMap((each) => readSlot(each) ?? [])
        : nearestTo(slot.startsAt, others);
      visit.trouble = { kind: 'taken', slot, alternatives };
      holding.lose();
      choosing.refresh();
    } else if (code === 'letter-invalid' && desk.view.asksLetter && !visit.isChanging) {
      return this.#refuseLetter();
    } else if (hold) visit.trouble = { kind: 'hold-exists', hold };
    else if (code === 'already-booked')
      visit.trouble = { kind: 'already-booked', reference: String(problem['reference'] ?? '') };
    else if (code === 'unknown') visit.trouble = { kind: 'unknown' };
    else
      visit.trouble = {
        kind: 'failure',
        failure: failureOf(error, desk.lang, choosing.now),
        retry,
      };
    desk.focusOn('#problem');
  }

  /** The value stays, and the field has the focus. */
  #refuseLetter(): void {
    const { desk } = this;
    if (desk.visit.step !== 'gate') desk.goTo('gate');
    desk.visit.error = wrongLetter();
    desk.focusOn('#letter');
  }
}

function whatIsMissing(step: Step): string {
  if (step === 'office') return msg('Choose an office');
  return step === 'day' ? msg('Choose a day') : msg('Choose a time');
}
