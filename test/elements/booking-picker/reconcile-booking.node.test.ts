import { expect } from '@open-wc/testing';
import { reconcileBooking } from '../../../src/elements/booking-picker/confirmation/reconcile-booking.js';
import { isOutcomeUnknown } from '../../../src/shared/operation-runner.js';
import type { BookingRequest } from '../../../src/services/bookings.js';
import { bookingError, memoryBookingService, type MemoryBookings } from '../../../src/testing.js';

const key = '8e03978e-40d5-43dd-bc93-6894a57f9324';

/** A service with a hold, and the request that books it. */
async function held(plant: (service: MemoryBookings) => void, isHeld = true) {
  const service = memoryBookingService();
  const { offices } = await service.listOffices();
  const start = offices[0]?.nextAvailable?.slice(0, 10) ?? '';
  const { days } = await service.listSlots('malmo', start, start);
  const slotId = days[0]?.slots[0]?.id ?? '';
  const { holdId } = await service.createHold({ slotId }, { idempotencyKey: 'hold' });
  service.calls.length = 0;
  plant(service);
  const request: BookingRequest = isHeld ? { holdId } : { slotId };
  return { service, request };
}

async function settle(service: MemoryBookings, request: BookingRequest): Promise<string> {
  const { signal } = new AbortController();
  const waits = { delay: () => Promise.resolve(), onLost: () => undefined };
  try {
    const settled = await reconcileBooking({
      ...{ service, request, key, releaseKey: 'release', signal, ...waits },
    });
    return settled.outcome;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

/** What is planted, what comes of it, the calls that are made, how many bookings there are. */
const cases: [string, (service: MemoryBookings) => void, string, string, number][] = [
  ['an answer', () => undefined, 'booked', 'createBooking', 1],
  [
    'a lost request',
    (service) => service.lose('createBooking', 'before'),
    'booked',
    'createBooking createBooking',
    1,
  ],
  [
    'a lost answer',
    (service) => service.lose('createBooking', 'after'),
    'booked',
    'createBooking createBooking',
    1,
  ],
  [
    'two lost answers',
    (service) => service.lose('createBooking').lose('createBooking'),
    'booked',
    'createBooking createBooking findBooking',
    1,
  ],
  [
    'two lost requests',
    (service) => service.lose('createBooking', 'before').lose('createBooking', 'before'),
    'not-booked',
    'createBooking createBooking findBooking releaseHold findBooking',
    0,
  ],
  [
    'two lost answers and a lost question',
    (service) => service.lose('createBooking').lose('createBooking').lose('findBooking'),
    'booked',
    'createBooking createBooking findBooking releaseHold findBooking',
    1,
  ],
  [
    'a service that is gone',
    (service) => {
      for (const operation of ['createBooking', 'findBooking', 'releaseHold'] as const)
        service.lose(operation, 'before').lose(operation, 'before');
    },
    'unknown',
    'createBooking createBooking findBooking releaseHold',
    0,
  ],
  [
    'a proxy that gives up, then a refusal',
    (service) =>
      service
        .fail('createBooking', 'http', { status: 504 })
        .fail('createBooking', 'already-booked'),
    'already-booked',
    'createBooking createBooking',
    0,
  ],
  [
    'a broken server: nothing was done',
    (service) => service.fail('createBooking', 'internal'),
    'internal',
    'createBooking',
    0,
  ],
];

describe('finding out what became of a booking', () => {
  for (const [what, plant, outcome, calls, bookings] of cases)
    it(`after ${what}: ${outcome}`, async () => {
      const { service, request } = await held(plant);
      expect(await settle(service, request)).to.equal(outcome);
      expect(service.calls.map(({ operation }) => operation).join(' ')).to.equal(calls);
      expect(service.bookings.size).to.equal(bookings);
      const keys = service.calls.filter(({ operation }) => operation === 'createBooking');
      expect(new Set(keys.map((call) => call.key)).size).to.equal(1);
    });

  it('without a hold "not found" stays a question', async () => {
    const { service, request } = await held((planted) => {
      planted.lose('createBooking', 'before').lose('createBooking', 'before');
    }, false);
    expect(await settle(service, request)).to.equal('unknown');
  });

  const errors: [string, number, boolean][] = [
    ['timeout', 0, true],
    ['network', 0, true],
    ['offline', 0, true],
    ['malformed-answer', 201, true],
    ['http', 502, true],
    ['http', 504, true],
    ['internal', 500, false],
    ['unavailable', 503, false],
    ['slot-taken', 409, false],
    ['login-required', 401, false],
  ];
  for (const [code, status, isOne] of errors)
    it(`takes ${code} (${status}) for ${isOne ? 'no answer' : 'an answer'}`, () => {
      expect(isOutcomeUnknown(bookingError('createBooking', code, { status }))).to.equal(isOne);
    });
});
