import { msg, str } from '@lit/localize';
import type { ReactiveController } from 'lit';
import type { Hold, HoldRequest, Slot } from '../../services/bookings.js';
import { readHold } from '../../services/booking-answers.js';
import { ServiceError } from '../../services/service-error.js';
import { dayOfSlot, distinct, nearestTo } from './days.js';
import type { Choosing } from './choosing.js';
import type { Desk } from './desk.js';
import { LuckaBookingHoldEvent } from './events.js';
import { lastExtension } from './failures.js';
import { phaseOf, untilNextPhase } from './hold-clock.js';
import { timeName } from './names.js';
import { withSlot } from './steps.js';
import { notHeld } from './trouble-view.js';
import type { Work } from './work.js';

/** The longest time that a timer can be set to, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Keeps a time for the person while they check what they chose: a clock time, one warning, an end that loses no choice. */
export class Holding implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The end that was warned of: once for each. */
  #warnedOf = '';

  constructor(
    private readonly desk: Desk,
    private readonly work: Work,
    private readonly choosing: Choosing,
  ) {
    desk.host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onTick);
    this.#watch();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onTick);
    clearTimeout(this.#timer);
  }

  get isEnding(): boolean {
    const { hold } = this.desk.visit;
    return Boolean(hold && phaseOf(hold.expiresAt, this.choosing.now) !== 'held');
  }

  /** How long the hold still lasts, once it is about to end. */
  get leftWords(): string {
    const { hold } = this.desk.visit;
    return hold && phaseOf(hold.expiresAt, this.choosing.now) === 'ending'
      ? msg('That is in less than two minutes.')
      : msg('That is in less than a minute.');
  }

  /** Holds a time; one that is held already is gone on with. */
  async hold(slot: Slot): Promise<void> {
    const { desk } = this;
    const { visit } = desk;
    if (desk.host.noHold || visit.hold?.slot.id === slot.id) return desk.goTo('check');
    await this.work.run('holding', async (signal) => {
      await this.#giveBack(signal);
      const request: HoldRequest = { slotId: slot.id, ...this.authority };
      const hold = await this.work.ask('createHold', [request], signal).catch((error: unknown) => {
        const own = holdIn(error);
        if (own?.slot.id === slot.id) return own;
        throw error;
      });
      this.take(hold);
    });
  }

  /** Goes on with a hold. */
  take(hold: Hold): void {
    const { visit } = this.desk;
    visit.hold = hold;
    visit.choices = withSlot(visit.choices, hold.slot, dayOfSlot(hold.slot));
    this.desk.goTo('check');
    this.#tell(hold);
  }

  /** Who books: the booking that is changed, the letter, or the page's session. */
  get authority(): { bookingReference?: string; letterReference?: string } {
    const { isChanging, booking, choices } = this.desk.visit;
    if (isChanging && booking) return { bookingReference: booking.reference };
    return choices.letter ? { letterReference: choices.letter } : {};
  }

  /** Starts the full time anew. Resolves to whether it did. */
  async extend(): Promise<boolean> {
    const { desk } = this;
    const { hold } = desk.visit;
    if (!hold) return false;
    const extended = await this.work.run('', async (signal) => {
      const next = await this.work.ask('extendHold', [hold.holdId], signal);
      desk.visit.hold = next;
      // What takes the focus is read, and not said as well; the warning was of the end before.
      if (this.isEnding) this.#warnedOf = next.expiresAt;
      desk.say('');
      desk.focusOn('#hold');
      this.#tell(next);
      return true;
    });
    return extended ?? false;
  }

  /** Gives the time back. Never fails: a hold ends by itself. */
  async release(): Promise<void> {
    await this.#giveBack();
    this.desk.host.requestUpdate();
  }

  /** The hold has ended: the choices stay, and the person is told whether the time is still free. */
  async over(isFree?: boolean): Promise<void> {
    const { desk } = this;
    const { visit } = desk;
    const slot = visit.hold?.slot ?? visit.choices.slot;
    await this.#giveBack();
    if (!slot || visit.step !== 'check') return this.#sayOver(slot);
    visit.working = 'checking';
    desk.host.requestUpdate();
    const free = await this.#freeTimes(slot);
    visit.working = '';
    desk.say('');
    const isStillFree = isFree ?? free?.some(({ id }) => id === slot.id) ?? true;
    visit.trouble = {
      ...{ kind: 'expired', slot, isFree: isStillFree },
      alternatives: isStillFree ? [] : nearestTo(slot.startsAt, free ?? []),
    };
    if (!isStillFree) this.lose();
    desk.focusOn('#problem');
    desk.tellError(new ServiceError('bookings: hold', 'hold-expired', { status: 410 }));
    this.choosing.refresh();
  }

  /** The time is somebody else's: office and day stay. */
  lose(): void {
    const { visit } = this.desk;
    visit.choices = { ...visit.choices, slot: null };
    visit.step = 'time';
  }

  #sayOver(slot: Slot | null): void {
    if (!slot) return;
    const time = timeName(slot.startsAt, this.desk.lang);
    this.desk.say(notHeld(time));
    this.choosing.refresh();
  }

  async #freeTimes(slot: Slot): Promise<Slot[] | undefined> {
    const { visit } = this.desk;
    const { service } = this.choosing;
    const day = dayOfSlot(slot);
    try {
      const list = await service?.listSlots(visit.choices.officeId, day, day);
      return list && distinct(list.days.flatMap(({ date, slots }) => (date === day ? slots : [])));
    } catch {
      return undefined;
    }
  }

  async #giveBack(signal?: AbortSignal): Promise<void> {
    const { visit } = this.desk;
    const { hold } = visit;
    if (!hold) return;
    visit.hold = null;
    clearTimeout(this.#timer);
    await this.work.ask('releaseHold', [hold.holdId], signal).catch(() => undefined);
  }

  #tell({ expiresAt }: Hold): void {
    const event = new LuckaBookingHoldEvent(expiresAt);
    this.desk.host.dispatchEvent(event);
    this.#watch();
  }

  #watch(): void {
    clearTimeout(this.#timer);
    const { hold } = this.desk.visit;
    if (!hold || !this.desk.host.isConnected) return;
    const isUntold = this.isEnding && this.#warnedOf !== hold.expiresAt;
    const wait = isUntold ? 0 : untilNextPhase(hold.expiresAt, this.choosing.now);
    this.#timer = setTimeout(this.#onTick, Math.min(wait ?? 0, LONGEST_TIMER));
  }

  /** Says that the hold is about to end. Where that is on show beside the button it is only heard. */
  #warn({ expiresAt, extensionsLeft }: Hold): void {
    const { desk } = this;
    this.#warnedOf = expiresAt;
    const until = timeName(expiresAt, desk.lang);
    const held = msg(str`We hold this time for you until ${until}`);
    const warning = `${held}. ${this.leftWords}`;
    const isShown = desk.visit.step === 'check';
    if (!extensionsLeft) desk[isShown ? 'hear' : 'say'](`${warning} ${lastExtension()}`);
    else if (isShown) desk.hear(`${warning} ${msg('You can hold it longer.')}`);
    else desk.say(warning);
  }

  /** Also when the page is looked at again: a computer that slept has missed its timers. */
  readonly #onTick = (): void => {
    const { hold, working } = this.desk.visit;
    if (!hold) return;
    const phase = phaseOf(hold.expiresAt, this.choosing.now);
    // While it is being booked the server has the last word.
    if (phase === 'over') return working ? undefined : void this.over();
    if (phase !== 'held' && this.#warnedOf !== hold.expiresAt) this.#warn(hold);
    this.desk.host.requestUpdate();
    this.#watch();
  };
}

/** The hold that this person has already. */
export const holdIn = (error: unknown): Hold | undefined =>
  error instanceof ServiceError && error.code === 'hold-exists'
    ? readHold(error.problem?.['hold'])
    : undefined;
