import { isCalendarDate, isInstant } from '../i18n/dates.js';
import type {
  Booking,
  BookingService,
  Hold,
  LetterCheck,
  Office,
  OfficeDay,
  OfficeList,
  OfficeWithTimes,
  Slot,
  SlotList,
} from './bookings.js';
import { hasStrings, isObject } from './request.js';
import { ServiceError } from './service-error.js';

/*
 * Validates the responses of a booking service member by member. In a list, an invalid entry is omitted, so that the other
 * entries can be used; an invalid date counts as missing. The result `undefined` means that the response cannot be used.
 */

type Value = Readonly<Record<string, unknown>>;

const listOf = <Entry>(value: unknown, read: (entry: unknown) => Entry | undefined): Entry[] =>
  Array.isArray(value) ? value.flatMap((entry) => read(entry) ?? []) : [];
const instantOrNull = (value: unknown): string | null => (isInstant(value) ? value : null);
const dateOrNull = (value: unknown): string | null => (isCalendarDate(value) ? value : null);
const numberOrNull = (value: unknown): number | null =>
  Number.isFinite(value) ? Number(value) : null;

export const readSlot = (body: unknown): Slot | undefined =>
  hasStrings(body, 'id') && isInstant(body['startsAt']) && isInstant(body['endsAt'])
    ? (body as unknown as Slot)
    : undefined;

function readOffice(body: unknown): Office | undefined {
  if (!hasStrings(body, 'id') || !hasStrings(body['name'], 'sv', 'en')) return undefined;
  const { address } = body as Value;
  return {
    ...(body as unknown as Office),
    address: typeof address === 'string' ? address : null,
    lat: numberOrNull((body as Value)['lat']),
    lon: numberOrNull((body as Value)['lon']),
  };
}

function readOfficeWithTimes(body: unknown): OfficeWithTimes | undefined {
  const office = readOffice(body);
  return office && { ...office, nextAvailable: instantOrNull((body as Value)['nextAvailable']) };
}

function readOfficeList(body: unknown): OfficeList | undefined {
  if (!isObject(body) || !Array.isArray(body['offices'])) return undefined;
  return { ...body, offices: listOf(body['offices'], readOfficeWithTimes) };
}

function readDay(body: unknown): OfficeDay | undefined {
  if (!isObject(body) || !isCalendarDate(body['date'])) return undefined;
  const closed = isObject(body['closed']) ? body['closed'] : {};
  const reason = hasStrings(closed['reason'], 'sv', 'en') ? closed['reason'] : undefined;
  return {
    date: body['date'],
    closed: (reason ? { reason } : null) as OfficeDay['closed'],
    slots: listOf(body['slots'], readSlot),
  };
}

function readSlotList(body: unknown): SlotList | undefined {
  if (!isObject(body) || !Array.isArray(body['days'])) return undefined;
  return {
    ...(body as unknown as SlotList),
    publishedUntil: dateOrNull(body['publishedUntil']) ?? '',
    nextAvailable: instantOrNull(body['nextAvailable']),
    days: listOf(body['days'], readDay),
  };
}

function readLetterCheck(body: unknown): LetterCheck | undefined {
  if (!isObject(body) || typeof body['alreadyBooked'] !== 'boolean') return undefined;
  const { booking: given, ...check } = body as unknown as LetterCheck;
  // The booking is optional: an invalid one must not prevent booking or rescheduling.
  const booking = readBooking(given);
  return { ...check, bookBy: dateOrNull(check.bookBy), ...(booking && { booking }) };
}

export function readHold(body: unknown): Hold | undefined {
  if (!hasStrings(body, 'holdId') || !isInstant(body['expiresAt']) || !readSlot(body['slot']))
    return undefined;
  return {
    ...(body as unknown as Hold),
    extensionsLeft: Math.max(0, numberOrNull((body as Value)['extensionsLeft']) ?? 0),
  };
}

function readBooking(body: unknown): Booking | undefined {
  if (!hasStrings(body, 'reference', 'status') || !readSlot(body['slot'])) return undefined;
  const office = readOffice((body as Value)['office']);
  if (!office) return undefined;
  return {
    ...(body as unknown as Booking),
    office,
    sequence: Math.max(0, numberOrNull((body as Value)['sequence']) ?? 0),
    changeUntil: instantOrNull((body as Value)['changeUntil']),
  };
}

const READERS = new Map<PropertyKey, (body: unknown) => unknown>(
  Object.entries({
    listOffices: readOfficeList,
    listSlots: readSlotList,
    checkLetter: readLetterCheck,
    createHold: readHold,
    extendHold: readHold,
    createBooking: readBooking,
    findBooking: readBooking,
    getBooking: readBooking,
    changeBookingSlot: readBooking,
    cancelBooking: readBooking,
  }),
);

/** Wraps any booking service and validates its responses as described above; rejects with `malformed-answer` if one cannot be used. */
export function checkedBookingService(service: BookingService): BookingService {
  return new Proxy(service, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      const read = READERS.get(name);
      if (!read || typeof member !== 'function') return member;
      return async (...parameters: unknown[]): Promise<unknown> => {
        const answer = read(await Reflect.apply(member, target, parameters));
        if (answer !== undefined) return answer;
        throw new ServiceError(`bookings: ${String(name)}`, 'malformed-answer', { status: 200 });
      };
    },
  });
}
