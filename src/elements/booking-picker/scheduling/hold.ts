import { msg } from '@lit/localize';
import type { LitElement, ReactiveController } from 'lit';
import { readHold } from '../../../services/booking-answers.js';
import type { Hold, HoldRequest, Slot } from '../../../services/bookings.js';
import { isServiceError } from '../../../services/is-service-error.js';
import type { ElementContext } from '../../../shared/element-context.js';
import type { Store } from '../../../shared/store.js';
import { MAX_WAIT_MS } from '../../../shared/timers.js';
import { noExtensionsText } from '../error-messages.js';
import { LuckaBookingErrorEvent, LuckaBookingHoldEvent } from '../events.js';
import { phaseOf, untilNextPhase, type HoldPhase } from '../hold-phase.js';
import { heldUntilText, notHeldText, timeLeftText } from '../hold-view.js';
import type { Navigation } from '../navigation.js';
import { clearSlot, type BookingState } from '../state.js';
import {
  authorization,
  dayOfSlot,
  endExtensions,
  extendHold,
  resumeHold,
  setHold,
  setPendingOperation,
  setProblem,
} from '../transitions.js';
import { dedupeSlots, nearestTo } from './days.js';
import type { Operations } from './operations.js';

export interface HoldDeps {
  readonly host: LitElement & { readonly noHold: boolean };
  readonly store: Store<BookingState>;
  readonly context: ElementContext;
  readonly navigation: Navigation;
  readonly operations: Operations;
  readonly env: () => { readonly lang: string };
  /** Requests the times again. */
  readonly refresh: () => void;
}

/**
 * Holds a time while the person checks what they have chosen: until a clock time, with one warning, and with an end that loses
 * no choice.
 */
export class HoldController implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The end of which a warning was announced: one for each. */
  #warnedOf = '';

  constructor(private readonly deps: HoldDeps) {
    deps.host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onTick);
    this.#watch();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onTick);
    clearTimeout(this.#timer);
  }

  /** The phase of the present hold; 'held' without one. */
  get phase(): HoldPhase {
    const { hold } = this.#state;
    return hold ? phaseOf(hold.expiresAt, this.deps.operations.now) : 'held';
  }

  /** Holds a time; a hold that is there already is resumed. */
  async create(slot: Slot): Promise<void> {
    const { host, operations, navigation } = this.deps;
    if (host.noHold) return navigation.goTo('check');
    if (this.#state.hold?.slot.id === slot.id) {
      navigation.goTo('check');
      // The step itself does not say that the hold is about to end.
      this.#warnedOf = '';
      return this.#watch();
    }
    await operations.run({ name: 'hold', slot }, async (signal) => {
      await this.#release(signal);
      const hold = await this.withSameTime(slot, ({ id }) => {
        const request: HoldRequest = { slotId: id, ...authorization(this.#state) };
        return operations.send('createHold', [request], signal).catch((error: unknown) => {
          const own = holdFromError(error);
          if (own?.slot.id === id) return own;
          throw error;
        });
      });
      signal.throwIfAborted();
      this.resume(hold);
    });
  }

  /**
   * Sends a request for a slot; when that is taken, for another slot at the same time: where several people can come there are
   * several slots, and the person has chosen the time.
   *
   * @throws {ServiceError} the error of the last request
   */
  async withSameTime<Answer>(slot: Slot, send: (slot: Slot) => Promise<Answer>): Promise<Answer> {
    const tried = new Set<string>();
    for (let next = slot; ;) {
      try {
        return await send(next);
      } catch (error) {
        if (!(isServiceError(error) && error.code === 'slot-taken')) throw error;
        tried.add(next.id);
        const free = await this.#availableSlots(slot);
        const other = free?.find((each) => isSameTime(each, slot) && !tried.has(each.id));
        if (!other) throw error;
        next = other;
      }
    }
  }

  /** Holds another time in place of one that this person holds on another page. */
  async replace(hold: Hold, slot: Slot): Promise<void> {
    this.deps.store.update((state) => setHold(state, hold));
    await this.create(slot);
  }

  resume(hold: Hold): void {
    this.deps.store.update((state) => resumeHold(state, hold));
    this.deps.navigation.goTo('check');
    this.#emitHold(hold);
  }

  /** Starts the full time again. @returns whether it did */
  async extend(): Promise<boolean> {
    const { operations, store, context } = this.deps;
    const { hold } = store.state;
    if (!hold) return false;
    const isExtended = await operations.run({ name: 'extend-hold' }, async (signal) => {
      const extended = await operations
        .send('extendHold', [hold.holdId], signal)
        .catch((error: unknown) => this.#onNotExtended(error, signal));
      signal.throwIfAborted();
      store.update((state) => extendHold(state, extended));
      // What takes the focus is read, and not announced as well; the warning was of the end before.
      if (this.phase !== 'held') this.#warnedOf = extended.expiresAt;
      context.announce('');
      context.focus('#hold');
      this.#emitHold(extended);
      return true;
    });
    return isExtended ?? false;
  }

  /** Gives the time back. Never fails: a hold ends by itself. */
  async release(): Promise<void> {
    await this.#release();
  }

  /** The hold has ended: the choices stay, and the person is told whether the time is still available. */
  async handleExpiry(isFree?: boolean): Promise<void> {
    const { store, context, navigation, refresh } = this.deps;
    const { signal } = this.deps.operations;
    const { hold, selection } = store.state;
    const slot = hold?.slot ?? selection.slot;
    await this.#release();
    if (!slot || signal.aborted) return;
    if (store.state.step !== 'check') {
      const { lang } = this.deps.env();
      context.announce(notHeldText(slot.startsAt, lang), { visible: true });
      return refresh();
    }
    store.update((state) => setPendingOperation(state, 'check-slot'));
    const free = await this.#availableSlots(slot);
    if (signal.aborted) return;
    store.update((state) => setPendingOperation(state, ''));
    context.announce('');
    const isFound = free?.some((each) => isSameTime(each, slot));
    const isStillFree = isFree || (isFound ?? isFree ?? true);
    const alternatives = isStillFree ? [] : nearestTo(slot.startsAt, dedupeSlots(free ?? []));
    store.update((state) =>
      setProblem(state, { kind: 'hold-expired', slot, isFree: isStillFree, alternatives }),
    );
    if (!isStillFree) navigation.apply(clearSlot);
    context.focus('#problem');
    const event = new LuckaBookingErrorEvent('hold-expired', false);
    context.emit(event);
    refresh();
  }

  /** After the last extension none is offered. @throws the error */
  #onNotExtended(error: unknown, signal: AbortSignal): never {
    const isLast = isServiceError(error) && error.code === 'no-extensions';
    if (isLast && !signal.aborted) this.deps.store.update(endExtensions);
    throw error;
  }

  get #state(): BookingState {
    return this.deps.store.state;
  }

  /** The available slots of the slot's day; undefined when the service does not tell. */
  async #availableSlots(slot: Slot): Promise<Slot[] | undefined> {
    const day = dayOfSlot(slot);
    const { officeId } = this.#state.selection;
    try {
      const list = await this.deps.operations.requiredService.listSlots(officeId, day, day);
      return list.days.flatMap(({ date, slots }) => (date === day ? slots : []));
    } catch {
      return undefined;
    }
  }

  async #release(signal?: AbortSignal): Promise<void> {
    const { hold } = this.#state;
    if (!hold) return;
    this.deps.store.update((state) => setHold(state, null));
    clearTimeout(this.#timer);
    await this.deps.operations.send('releaseHold', [hold.holdId], signal).catch(() => undefined);
  }

  #emitHold({ expiresAt }: Hold): void {
    const event = new LuckaBookingHoldEvent(expiresAt);
    this.deps.context.emit(event);
    this.#watch();
  }

  #watch(): void {
    clearTimeout(this.#timer);
    const { hold } = this.#state;
    if (!hold || !this.deps.host.isConnected) return;
    const isUnannounced = this.phase !== 'held' && this.#warnedOf !== hold.expiresAt;
    const wait = isUnannounced ? 0 : untilNextPhase(hold.expiresAt, this.deps.operations.now);
    this.#timer = setTimeout(this.#onTick, Math.min(wait ?? 0, MAX_WAIT_MS));
  }

  /** Announces that the hold ends soon. Where that is on show beside the button it is for screen readers only. */
  #warn({ expiresAt, extensionsLeft }: Hold): void {
    const { context, env } = this.deps;
    this.#warnedOf = expiresAt;
    const isShown = this.#state.step === 'check';
    const held = `${heldUntilText(expiresAt, env().lang)}. ${timeLeftText(this.phase)}`;
    const extension = extensionsLeft ? msg('You can reserve it for longer.') : noExtensionsText();
    // Elsewhere there is no button to hold it longer.
    const text = isShown || !extensionsLeft ? `${held} ${extension}` : held;
    context.announce(text, { visible: !isShown });
  }

  /** Also when the page becomes visible again: a computer that slept has missed its timers. */
  readonly #onTick = (): void => {
    const { hold, pendingOperation } = this.#state;
    if (!hold) return;
    // While it is being booked the service decides.
    if (this.phase === 'expired') return pendingOperation ? undefined : void this.handleExpiry();
    if (this.phase !== 'held' && this.#warnedOf !== hold.expiresAt) this.#warn(hold);
    this.deps.host.requestUpdate();
    this.#watch();
  };
}

/** Whether two slots begin at the same time, however it is written. */
const isSameTime = (one: Slot, other: Slot): boolean =>
  Date.parse(one.startsAt) === Date.parse(other.startsAt);

/** The hold that this person has already. */
export const holdFromError = (error: unknown): Hold | undefined =>
  isServiceError(error) && error.code === 'hold-exists'
    ? readHold(error.problem?.['hold'])
    : undefined;
