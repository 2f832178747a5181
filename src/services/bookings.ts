import type { components } from './generated/contract.js';
import type { ReadOptions, WriteOptions } from './request-options.js';

type Schemas = components['schemas'];

export type Office = Schemas['Office'];
export type OfficeWithTimes = Schemas['OfficeWithTimes'];
export type OfficeList = Schemas['OfficeList'];
/** A time at an office, for one person. */
export type Slot = Schemas['Slot'];
export type OfficeDay = Schemas['OfficeDay'];
export type SlotList = Schemas['SlotList'];
export type LetterCheck = Schemas['LetterCheck'];
export type LetterCheckRequest = Schemas['LetterCheckRequest'];
/** A time that is reserved for a person for a limited time. */
export type Hold = Schemas['Hold'];
export type HoldRequest = Schemas['HoldRequest'];
/** A held time, or an available one. */
export type SlotChoice = Schemas['SlotChoice'];
export type Booking = Schemas['Booking'];
export type BookingRequest = Schemas['BookingRequest'];

/**
 * How the booking picker talks to an agency. The methods are the contract's operations (`lucka/openapi.yaml`); they resolve to
 * the body and reject with a `ServiceError`.
 */
export interface BookingService {
  listOffices(options?: ReadOptions): Promise<OfficeList>;
  /** @param from @param to days, 62 at most, both included */
  listSlots(officeId: string, from: string, to: string, options?: ReadOptions): Promise<SlotList>;
  checkLetter(letter: LetterCheckRequest, options: WriteOptions): Promise<LetterCheck>;
  createHold(hold: HoldRequest, options: WriteOptions): Promise<Hold>;
  extendHold(holdId: string, options: WriteOptions): Promise<Hold>;
  releaseHold(holdId: string, options: WriteOptions): Promise<void>;
  createBooking(booking: BookingRequest, options: WriteOptions): Promise<Booking>;
  /** The result of the `createBooking` with this key. */
  findBooking(idempotencyKey: string, options?: ReadOptions): Promise<Booking>;
  getBooking(reference: string, options?: ReadOptions): Promise<Booking>;
  changeBookingSlot(reference: string, slot: SlotChoice, options: WriteOptions): Promise<Booking>;
  cancelBooking(reference: string, options: WriteOptions): Promise<Booking>;
  /** The server's clock, which deadlines refer to; the visitor's clock by default. */
  now?(): Date;
}
