import { checkedBookingService } from './booking-answers.js';
import type { BookingService } from './bookings.js';
import { csrfTokenFor } from './csrf-token.js';
import { request, type RequestOptions } from './request.js';
import type { EndpointOptions } from './request-options.js';
import { ServerClock } from './server-clock.js';

/** The contract over HTTP. Requests carry the page's own cookies on its own origin, and none elsewhere. */
export function httpBookingService(
  endpoint: string,
  { csrfToken = () => '' }: EndpointOptions = {},
): BookingService {
  const clock = new ServerClock();
  const base = endpoint.replace(/\/+$/, '');
  const onHeaders = (headers: Headers, isWrite: boolean): void => clock.sync(headers, isWrite);
  const call = <Answer>(
    operation: string,
    path: readonly string[],
    options: RequestOptions = {},
    query = '',
  ): Promise<Answer> => {
    const address = [base, ...path.map(encodeURIComponent)].join('/') + query;
    const isWrite = (options.method ?? 'GET') !== 'GET';
    return request<Answer>(`bookings: ${operation}`, address, isAny, {
      ...options,
      onHeaders,
      ...(isWrite && { csrfToken: csrfTokenFor(address, csrfToken()) }),
    });
  };
  return checkedBookingService({
    now: clock.now,
    listOffices: (options) => call('listOffices', ['offices'], options),
    listSlots: (officeId, from, to, options) =>
      call(
        'listSlots',
        ['offices', officeId, 'slots'],
        options,
        `?${new URLSearchParams({ from, to }).toString()}`,
      ),
    checkLetter: (body, options) =>
      call('checkLetter', ['letter-checks'], { method: 'POST', body, ...options }),
    createHold: (body, options) =>
      call('createHold', ['holds'], { method: 'POST', body, ...options }),
    extendHold: (holdId, options) =>
      call('extendHold', ['holds', holdId], {
        ...{ method: 'PATCH', body: { extend: true } },
        ...options,
      }),
    releaseHold: (holdId, options) =>
      call('releaseHold', ['holds', holdId], { method: 'DELETE', ...options }),
    createBooking: (body, options) =>
      call('createBooking', ['bookings'], { method: 'POST', body, ...options }),
    findBooking: (idempotencyKey, options) =>
      call(
        'findBooking',
        ['bookings'],
        options,
        `?${new URLSearchParams({ idempotencyKey }).toString()}`,
      ),
    getBooking: (reference, options) => call('getBooking', ['bookings', reference], options),
    changeBookingSlot: (reference, body, options) =>
      call('changeBookingSlot', ['bookings', reference, 'slot'], {
        ...{ method: 'PUT', body },
        ...options,
      }),
    cancelBooking: (reference, options) =>
      call('cancelBooking', ['bookings', reference], { method: 'DELETE', ...options }),
  });
}

/** `checkedBookingService` validates the body; here it must only exist. */
const isAny = <Answer>(body: unknown): body is Answer => body !== null;
