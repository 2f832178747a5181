import type {
  Booking,
  BookingRequest,
  BookingService,
  Hold,
  HoldRequest,
  LetterCheck,
  LetterCheckRequest,
  Office,
  OfficeList,
  Slot,
  SlotChoice,
  SlotList,
} from '../bookings.js';
import type { ReadOptions, WriteOptions } from '../request-options.js';
import { ServiceError, type ServiceErrorDetails } from '../service-error.js';
import { MemorySlots, type MemorySlotsOptions } from './memory-slots.js';
import { bookingError, type BookingOperation } from './problems.js';

export interface MemoryBookingOptions extends MemorySlotsOptions {
  /** References of letters that may be used; `LUCKA-0001` to `LUCKA-0999` by default. */
  readonly letters?: readonly string[];
  /** References of letters that have expired; `LUCKA-9001` by default. */
  readonly expiredLetters?: readonly string[];
  /** Does the page have a session? Then no letter is needed, and a booking is shown again. True by default. */
  readonly hasSession?: boolean;
  /** How long a hold lasts, in minutes; 10 by default. */
  readonly holdMinutes?: number;
  /** How often a hold can be extended; 12 by default. */
  readonly extensions?: number;
}

/** One call that was made. */
export interface MemoryCall {
  readonly operation: BookingOperation;
  /** What was asked, without the options. */
  readonly asked: readonly unknown[];
  /** The idempotency key; '' for reads. */
  readonly key: string;
}

/** `before`: the request never arrives. `after`: it does its work, and the answer is lost. `never`: silence. */
type Loss = 'before' | 'after' | 'never';
type Fault = { readonly error: ServiceError } | { readonly loss: Loss };

interface StoredHold extends Hold {
  readonly holder: string;
  readonly isReleased?: boolean;
}
interface StoredBooking extends Booking {
  readonly holder: string;
  readonly key: string;
}

const MINUTE = 60_000;

/** `ABC 123` is `abc-123`, however it was typed or copied. */
const normalised = (reference: string): string =>
  reference
    .normalize('NFKC')
    .replace(/[\s\p{Dash}\p{DI}]/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .toUpperCase();

/**
 * The booking service of the contract in the page's memory, for tests and stories: holds, bookings, changes and repeated
 * keys as a server keeps them, and on request every error and every lost answer.
 */
export class MemoryBookings implements BookingService {
  /** Every call in order. */
  readonly calls: MemoryCall[] = [];
  readonly slots: MemorySlots;
  readonly bookings = new Map<string, StoredBooking>();
  readonly holds = new Map<string, StoredHold>();
  readonly #faults = new Map<BookingOperation, Fault[]>();
  readonly #answers = new Map<string, { body: string; answer: () => unknown }>();
  #paused: Promise<void> | undefined;
  #resume: (() => void) | undefined;
  #count = 0;

  constructor(private readonly options: MemoryBookingOptions) {
    this.slots = new MemorySlots(options);
  }

  now(): Date {
    return this.slots.now();
  }

  /** The next call of this operation is answered with this error; several are answered in order. */
  fail(operation: BookingOperation, code: string, details: ServiceErrorDetails = {}): this {
    return this.#plant(operation, { error: bookingError(operation, code, details) });
  }

  /** The next call of this operation gets no answer: see {@link Loss}. */
  lose(operation: BookingOperation, loss: Loss = 'after'): this {
    return this.#plant(operation, { loss });
  }

  /** No call is answered until {@link resume}. */
  pause(): void {
    this.#paused ??= new Promise((resolve) => (this.#resume = resolve));
  }

  resume(): void {
    this.#resume?.();
    this.#paused = undefined;
  }

  /** Somebody else books this time. */
  take(slotId: string): void {
    this.slots.taken.add(slotId);
  }

  /** How often an operation was called. */
  count(operation: BookingOperation): number {
    return this.calls.filter((call) => call.operation === operation).length;
  }

  listOffices(options: ReadOptions = {}): Promise<OfficeList> {
    return this.#read('listOffices', [], options, () => ({
      offices: this.slots.offices.map((office) => ({
        ...office,
        nextAvailable: this.slots.free(office.id, this.#unavailable())[0]?.startsAt ?? null,
      })),
    }));
  }

  listSlots(
    officeId: string,
    from: string,
    to: string,
    options: ReadOptions = {},
  ): Promise<SlotList> {
    return this.#read('listSlots', [officeId, from, to], options, () => {
      const list = this.slots.list(officeId, from, to, this.#unavailable());
      if (!list) throw bookingError('listSlots', 'not-found');
      return list;
    });
  }

  checkLetter(letter: LetterCheckRequest, options: WriteOptions): Promise<LetterCheck> {
    return this.#write('checkLetter', [letter], options, () => {
      const holder = this.#letterHolder('checkLetter', letter.letterReference);
      const ahead = this.#ahead(holder);
      const booking = ahead && this.#hasSession ? { booking: publicPart(ahead) } : {};
      return { bookBy: null, alreadyBooked: Boolean(ahead), ...booking };
    });
  }

  createHold(request: HoldRequest, options: WriteOptions): Promise<Hold> {
    return this.#write('createHold', [request], options, () => {
      const holder = this.#holderOf('createHold', request);
      const own = [...this.holds.values()].find((hold) => hold.holder === holder && this.#is(hold));
      if (own)
        throw bookingError('createHold', 'hold-exists', { problem: { hold: this.#shown(own) } });
      const slot = this.#freeSlot('createHold', request.slotId);
      const hold: StoredHold = {
        ...{ holdId: this.#id('hold'), slot, holder, expiresAt: this.#holdEnd() },
        extensionsLeft: this.options.extensions ?? 12,
      };
      this.holds.set(hold.holdId, hold);
      return this.#shown(hold);
    });
  }

  extendHold(holdId: string, options: WriteOptions): Promise<Hold> {
    return this.#write('extendHold', [holdId], options, () => {
      const hold = this.#liveHold('extendHold', holdId);
      if (!hold.extensionsLeft) throw bookingError('extendHold', 'no-extensions');
      const extended = {
        ...hold,
        expiresAt: this.#holdEnd(),
        extensionsLeft: hold.extensionsLeft - 1,
      };
      this.holds.set(holdId, extended);
      return this.#shown(extended);
    });
  }

  releaseHold(holdId: string, options: WriteOptions): Promise<void> {
    return this.#write('releaseHold', [holdId], options, () => this.#release(holdId));
  }

  createBooking(request: BookingRequest, options: WriteOptions): Promise<Booking> {
    return this.#write('createBooking', [request], options, () => {
      const { slot, holder } = this.#chosen('createBooking', request, () =>
        this.#holderOf('createBooking', request),
      );
      const ahead = this.#ahead(holder);
      if (ahead) {
        const { reference } = ahead;
        throw bookingError('createBooking', 'already-booked', {
          problem: this.#hasSession ? { reference } : {},
        });
      }
      const booking: StoredBooking = {
        ...{ reference: this.#id('BOOK').toUpperCase(), status: 'booked', sequence: 0 },
        ...{ slot, office: this.#officeOf(slot), changeUntil: null },
        ...{ holder, key: options.idempotencyKey },
      };
      this.bookings.set(normalised(booking.reference), booking);
      if ('holdId' in request) this.#release(request.holdId);
      return publicPart(booking);
    });
  }

  findBooking(idempotencyKey: string, options: ReadOptions = {}): Promise<Booking> {
    return this.#read('findBooking', [idempotencyKey], options, () => {
      const found = [...this.bookings.values()].find(({ key }) => key === idempotencyKey);
      if (!found) throw bookingError('findBooking', 'not-found');
      return publicPart(found);
    });
  }

  getBooking(reference: string, options: ReadOptions = {}): Promise<Booking> {
    return this.#read('getBooking', [reference], options, () =>
      publicPart(this.#bookingOf('getBooking', reference)),
    );
  }

  changeBookingSlot(
    reference: string,
    choice: SlotChoice,
    options: WriteOptions,
  ): Promise<Booking> {
    return this.#write('changeBookingSlot', [reference, choice], options, () => {
      const booking = this.#bookingOf('changeBookingSlot', reference);
      if (booking.status === 'cancelled') throw bookingError('changeBookingSlot', 'cancelled');
      this.#refuseLate('changeBookingSlot', booking);
      const { slot } = this.#chosen('changeBookingSlot', choice, () => booking.holder);
      if ('holdId' in choice) this.#release(choice.holdId);
      return this.#store({
        ...booking,
        ...{ slot, office: this.#officeOf(slot), sequence: booking.sequence + 1 },
      });
    });
  }

  cancelBooking(reference: string, options: WriteOptions): Promise<Booking> {
    return this.#write('cancelBooking', [reference], options, () => {
      const booking = this.#bookingOf('cancelBooking', reference);
      if (booking.status === 'cancelled') return publicPart(booking);
      this.#refuseLate('cancelBooking', booking);
      return this.#store({ ...booking, status: 'cancelled', sequence: booking.sequence + 1 });
    });
  }

  get #hasSession(): boolean {
    return this.options.hasSession ?? true;
  }

  #plant(operation: BookingOperation, fault: Fault): this {
    this.#faults.set(operation, [...(this.#faults.get(operation) ?? []), fault]);
    return this;
  }

  #read<Answer>(
    operation: BookingOperation,
    asked: readonly unknown[],
    { signal }: ReadOptions,
    work: () => Answer,
  ): Promise<Answer> {
    return this.#answer({ operation, asked, key: '' }, signal, work);
  }

  /** Final answers are kept and repeated for the same key and body, as the contract has it. */
  #write<Answer>(
    operation: BookingOperation,
    asked: readonly unknown[],
    { idempotencyKey: key, signal }: WriteOptions,
    work: () => Answer,
  ): Promise<Answer> {
    const name = `${operation} ${key}`;
    const body = JSON.stringify(asked);
    return this.#answer({ operation, asked, key }, signal, () => {
      if (!key) throw bookingError(operation, 'idempotency-key');
      const kept = this.#answers.get(name);
      if (kept && kept.body !== body) throw bookingError(operation, 'idempotency-mismatch');
      if (kept) return kept.answer() as Answer;
      const answer = outcomeOf(work);
      this.#answers.set(name, { body, answer });
      return answer();
    });
  }

  async #answer<Answer>(
    call: MemoryCall,
    signal: AbortSignal | undefined,
    work: () => Answer,
  ): Promise<Answer> {
    signal?.throwIfAborted();
    this.calls.push(call);
    const fault = this.#faults.get(call.operation)?.shift();
    await this.#paused;
    signal?.throwIfAborted();
    if (!fault) return work();
    if ('error' in fault) throw fault.error;
    if (fault.loss === 'after') outcomeOf(work);
    if (fault.loss === 'never') await silence(signal);
    throw bookingError(call.operation, 'network');
  }

  #id(prefix: string): string {
    this.#count += 1;
    return `${prefix}-${String(this.#count).padStart(4, '0')}-${prefix.length}QM4`;
  }

  #holdEnd(): string {
    const end = this.now().getTime() + (this.options.holdMinutes ?? 10) * MINUTE;
    return new Date(end).toISOString();
  }

  #is({ isReleased, expiresAt }: StoredHold): boolean {
    return !isReleased && Date.parse(expiresAt) > this.now().getTime();
  }

  #shown({ holdId, slot, expiresAt, extensionsLeft }: StoredHold): Hold {
    return { holdId, slot, expiresAt, extensionsLeft };
  }

  #release(holdId: string): void {
    const hold = this.holds.get(holdId);
    if (hold) this.holds.set(holdId, { ...hold, isReleased: true });
  }

  /** Times that are held or booked. */
  #unavailable(): ReadonlySet<string> {
    const held = [...this.holds.values()].filter((hold) => this.#is(hold));
    const booked = [...this.bookings.values()].filter(({ status }) => status === 'booked');
    return new Set([...held, ...booked].map(({ slot }) => slot.id));
  }

  #freeSlot(operation: BookingOperation, slotId: string): Slot {
    const slot = this.slots.slot(slotId);
    if (!slot) {
      const errors = [{ pointer: '#/slotId', rule: 'unknown', detail: 'There is no such time.' }];
      throw bookingError(operation, 'validation', { problem: { errors } });
    }
    const unavailable = this.#unavailable();
    const free = this.slots.free(this.#officeOf(slot).id, unavailable);
    if (free.some(({ id }) => id === slotId)) return slot;
    const away = ({ startsAt }: Slot) => Math.abs(Date.parse(startsAt) - Date.parse(slot.startsAt));
    const alternatives = free.sort((one, other) => away(one) - away(other)).slice(0, 3);
    throw bookingError(operation, 'slot-taken', { problem: { alternatives } });
  }

  #liveHold(operation: BookingOperation, holdId: string): StoredHold {
    const hold = this.holds.get(holdId);
    if (hold && this.#is(hold)) return hold;
    const free = hold && this.slots.free(this.#officeOf(hold.slot).id, this.#unavailable());
    const slotFree = Boolean(free?.some(({ id }) => id === hold?.slot.id));
    throw bookingError(operation, 'hold-expired', { problem: { slotFree } });
  }

  #chosen(
    operation: BookingOperation,
    choice: SlotChoice,
    holderOf: () => string,
  ): { slot: Slot; holder: string } {
    if ('holdId' in choice) return this.#liveHold(operation, choice.holdId);
    return { holder: holderOf(), slot: this.#freeSlot(operation, choice.slotId) };
  }

  #letterHolder(operation: BookingOperation, reference: string): string {
    const { letters, expiredLetters = ['LUCKA-9001'] } = this.options;
    const letter = normalised(reference);
    const isOneOf = (list: readonly string[]) => list.some((each) => normalised(each) === letter);
    const holder = `letter ${letter}`;
    if (isOneOf(expiredLetters) && !this.#ahead(holder))
      throw bookingError(operation, 'letter-expired');
    const isValid = letters ? isOneOf(letters) : /^LUCKA0(?!000)\d{3}$/.test(letter);
    if (!isValid) throw bookingError(operation, 'letter-invalid');
    return holder;
  }

  #holderOf(
    operation: BookingOperation,
    request: { letterReference?: string; bookingReference?: string },
  ): string {
    const { letterReference, bookingReference } = request;
    if (letterReference !== undefined) return this.#letterHolder(operation, letterReference);
    if (bookingReference === undefined) {
      if (this.#hasSession) return 'session';
      throw bookingError(operation, 'login-required');
    }
    const booking = this.bookings.get(normalised(bookingReference));
    if (booking?.status === 'booked') return booking.holder;
    throw bookingError(operation, 'letter-invalid');
  }

  #ahead(holder: string): StoredBooking | undefined {
    return [...this.bookings.values()].find(
      (booking) => booking.holder === holder && this.#statusOf(booking) === 'booked',
    );
  }

  #statusOf({ status, slot }: StoredBooking): Booking['status'] {
    const isOver = Date.parse(slot.endsAt) <= this.now().getTime();
    return status === 'booked' && isOver ? 'past' : status;
  }

  #bookingOf(operation: BookingOperation, reference: string): StoredBooking {
    const booking = this.bookings.get(normalised(reference));
    if (!booking) throw bookingError(operation, 'not-found');
    return { ...booking, status: this.#statusOf(booking) };
  }

  #refuseLate(operation: BookingOperation, { slot, status }: StoredBooking): void {
    const hasStarted = Date.parse(slot.startsAt) <= this.now().getTime();
    if (hasStarted || status === 'past') throw bookingError(operation, 'too-late');
  }

  #store(booking: StoredBooking): Booking {
    this.bookings.set(normalised(booking.reference), booking);
    return publicPart(booking);
  }

  #officeOf({ id }: Slot): Office {
    return this.slots.officeOf(id);
  }
}

const publicPart = ({
  reference,
  status,
  office,
  slot,
  sequence,
  changeUntil,
}: StoredBooking): Booking => ({ reference, status, office, slot, sequence, changeUntil });

/** Does the work now; what came of it is told as often as asked. */
function outcomeOf<Answer>(work: () => Answer): () => Answer {
  try {
    const answer = work();
    return () => answer;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** Ends only when the caller gives up. */
const silence = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) =>
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
  );
