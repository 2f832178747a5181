import type { ReadOptions, WriteOptions } from './call-options.js';
import { csrfTokenFor } from './csrf-token.js';
import type { components } from './generated/contract.js';
import { hasStrings, isObject, request, type RequestOptions } from './request.js';
import { ServerClock } from './server-clock.js';

type Schemas = components['schemas'];

export type Office = Schemas['Office'];
export type OfficeWithTimes = Schemas['OfficeWithTimes'];
export type OfficeList = Schemas['OfficeList'];
/** One place at one time. */
export type Slot = Schemas['Slot'];
export type OfficeDay = Schemas['OfficeDay'];
export type SlotList = Schemas['SlotList'];
export type LetterCheck = Schemas['LetterCheck'];
export type LetterCheckRequest = Schemas['LetterCheckRequest'];
/** A time that is kept for somebody for a while. */
export type Hold = Schemas['Hold'];
export type HoldRequest = Schemas['HoldRequest'];
/** A held time, or a free one. */
export type SlotChoice = Schemas['SlotChoice'];
export type Booking = Schemas['Booking'];
export type BookingRequest = Schemas['BookingRequest'];

/**
 * How the booking picker talks to an agency. The methods are the contract's operations (`lucka/openapi.yaml`); they answer
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
  /** What became of the `createBooking` with this key. */
  findBooking(idempotencyKey: string, options?: ReadOptions): Promise<Booking>;
  getBooking(reference: string, options?: ReadOptions): Promise<Booking>;
  changeBookingSlot(reference: string, slot: SlotChoice, options: WriteOptions): Promise<Booking>;
  cancelBooking(reference: string, options: WriteOptions): Promise<Booking>;
  /** The server's clock, which deadlines are measured by; without it the visitor's. */
  now?(): Date;
}

export interface EndpointOptions {
  /** Anti-forgery token; by default that of `<meta name="csrf-token">`, to the page's own origin only. */
  readonly csrfToken?: () => string;
}

/** The contract over HTTP. Requests carry the page's own cookies on its own origin, and none elsewhere. */
export function httpBookingService(
  endpoint: string,
  { csrfToken = () => '' }: EndpointOptions = {},
): BookingService {
  const clock = new ServerClock();
  const base = endpoint.replace(/\/+$/, '');
  const heard = (headers: Headers, isWrite: boolean): void => clock.learn(headers, isWrite);
  const call = <Answer>(
    operation: string,
    path: readonly string[],
    accepts: (body: unknown) => body is Answer,
    options: RequestOptions = {},
    query = '',
  ): Promise<Answer> => {
    const address = [base, ...path.map(encodeURIComponent)].join('/') + query;
    const isWrite = (options.method ?? 'GET') !== 'GET';
    return request(`bookings: ${operation}`, address, accepts, {
      ...options,
      heard,
      ...(isWrite && { csrfToken: csrfTokenFor(address, csrfToken()) }),
    });
  };
  return {
    now: clock.now,
    listOffices: (options) => call('listOffices', ['offices'], isOfficeList, options),
    listSlots: (officeId, from, to, options) =>
      call(
        'listSlots',
        ['offices', officeId, 'slots'],
        isSlotList,
        options,
        `?${new URLSearchParams({ from, to }).toString()}`,
      ),
    checkLetter: async (body, options) =>
      withoutMalformedBooking(
        await call('checkLetter', ['letter-checks'], isLetterCheck, {
          ...{ method: 'POST', body },
          ...options,
        }),
      ),
    createHold: (body, options) =>
      call('createHold', ['holds'], isHold, { method: 'POST', body, ...options }),
    extendHold: (holdId, options) =>
      call('extendHold', ['holds', holdId], isHold, {
        ...{ method: 'PATCH', body: { extend: true } },
        ...options,
      }),
    releaseHold: (holdId, options) =>
      call('releaseHold', ['holds', holdId], isNothing, { method: 'DELETE', ...options }),
    createBooking: (body, options) =>
      call('createBooking', ['bookings'], isBooking, { method: 'POST', body, ...options }),
    findBooking: (idempotencyKey, options) =>
      call(
        'findBooking',
        ['bookings'],
        isBooking,
        options,
        `?${new URLSearchParams({ idempotencyKey }).toString()}`,
      ),
    getBooking: (reference, options) =>
      call('getBooking', ['bookings', reference], isBooking, options),
    changeBookingSlot: (reference, body, options) =>
      call('changeBookingSlot', ['bookings', reference, 'slot'], isBooking, {
        ...{ method: 'PUT', body },
        ...options,
      }),
    cancelBooking: (reference, options) =>
      call('cancelBooking', ['bookings', reference], isBooking, { method: 'DELETE', ...options }),
  };
}

const isNothing = (body: unknown): body is undefined => body === undefined;

const isInstant = (value: unknown): boolean => !Number.isNaN(Date.parse(String(value)));

const isSlot = (body: unknown): body is Slot =>
  hasStrings(body, 'id', 'startsAt', 'endsAt') &&
  isInstant(body['startsAt']) &&
  isInstant(body['endsAt']);

const isOffice = (body: unknown): body is Office =>
  hasStrings(body, 'id') && hasStrings(body['name'], 'sv', 'en');

const isOfficeList = (body: unknown): body is OfficeList =>
  isObject(body) && Array.isArray(body['offices']) && body['offices'].every(isOffice);

const isDay = (body: unknown): body is OfficeDay =>
  hasStrings(body, 'date') && Array.isArray(body['slots']) && body['slots'].every(isSlot);

const isSlotList = (body: unknown): body is SlotList =>
  hasStrings(body, 'publishedUntil') && Array.isArray(body['days']) && body['days'].every(isDay);

/** Its `booking` is not checked here: see {@link withoutMalformedBooking}. */
const isLetterCheck = (body: unknown): body is LetterCheck =>
  isObject(body) && typeof body['alreadyBooked'] === 'boolean';

/** The booking is an extra: one that cannot be read must not keep anybody from booking or changing. */
function withoutMalformedBooking({ booking, ...check }: LetterCheck): LetterCheck {
  return isBooking(booking) ? { ...check, booking } : check;
}

const isHold = (body: unknown): body is Hold =>
  hasStrings(body, 'holdId', 'expiresAt') && isInstant(body['expiresAt']) && isSlot(body['slot']);

const isBooking = (body: unknown): body is Booking =>
  hasStrings(body, 'reference', 'status') && isSlot(body['slot']) && isOffice(body['office']);
