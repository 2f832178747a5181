import { expect } from '@open-wc/testing';
import { httpBookingService } from '../../src/services/http-bookings.js';
import { ServiceError } from '../../src/services/service-error.js';
import { bookingErrors, memoryBookingService, type BookingOperation } from '../../src/testing.js';

const slot = {
  id: 'got-1',
  startsAt: '2027-03-25T09:00:00+01:00',
  endsAt: '2027-03-25T09:30:00+01:00',
};
const office = {
  ...{ id: 'goteborg', name: { sv: 'Göteborg', en: 'Gothenburg' }, address: null },
  ...{ timeZone: 'Europe/Stockholm', lat: null, lon: null },
};
const hold = { holdId: 'h 1', slot, expiresAt: '2027-03-20T10:42:00+01:00', extensionsLeft: 12 };
const booking = {
  ...{ reference: 'K7QM-4XTD', status: 'booked', office, slot, sequence: 0, changeUntil: null },
};
const slots = {
  ...{ officeId: 'goteborg', timeZone: 'Europe/Stockholm', publishedUntil: '2027-05-31' },
  ...{ nextAvailable: null, days: [{ date: '2027-03-25', closed: null, slots: [slot] }] },
};
const write = { idempotencyKey: 'key-1' };

type Service = ReturnType<typeof httpBookingService>;
/** A call, the request that it makes, and a right answer. */
const calls: [BookingOperation, (service: Service) => Promise<unknown>, string, unknown][] = [
  [
    'listOffices',
    (s) => s.listOffices(),
    'GET /api/offices',
    { offices: [{ ...office, nextAvailable: null }] },
  ],
  [
    'listSlots',
    (s) => s.listSlots('a/b', '2027-03-25', '2027-04-03'),
    'GET /api/offices/a%2Fb/slots?from=2027-03-25&to=2027-04-03',
    slots,
  ],
  [
    'checkLetter',
    (s) => s.checkLetter({ letterReference: 'abc 123' }, write),
    'POST /api/letter-checks key-1 {"letterReference":"abc 123"}',
    { bookBy: null, alreadyBooked: false },
  ],
  [
    'createHold',
    (s) => s.createHold({ slotId: 'got-1' }, write),
    'POST /api/holds key-1 {"slotId":"got-1"}',
    hold,
  ],
  [
    'extendHold',
    (s) => s.extendHold('h 1', write),
    'PATCH /api/holds/h%201 key-1 {"extend":true}',
    hold,
  ],
  ['releaseHold', (s) => s.releaseHold('h 1', write), 'DELETE /api/holds/h%201 key-1', undefined],
  [
    'createBooking',
    (s) => s.createBooking({ holdId: 'h 1' }, write),
    'POST /api/bookings key-1 {"holdId":"h 1"}',
    booking,
  ],
  ['findBooking', (s) => s.findBooking('key-1'), 'GET /api/bookings?idempotencyKey=key-1', booking],
  ['getBooking', (s) => s.getBooking('K7QM-4XTD'), 'GET /api/bookings/K7QM-4XTD', booking],
  [
    'changeBookingSlot',
    (s) => s.changeBookingSlot('K7QM-4XTD', { holdId: 'h 1' }, write),
    'PUT /api/bookings/K7QM-4XTD/slot key-1 {"holdId":"h 1"}',
    booking,
  ],
  [
    'cancelBooking',
    (s) => s.cancelBooking('K7QM-4XTD', write),
    'DELETE /api/bookings/K7QM-4XTD key-1',
    booking,
  ],
];

describe('the booking service over HTTP', () => {
  const { fetch } = window;
  let asked: string[];
  let csrf: (string | null)[];
  let answer: () => Response;
  beforeEach(() => {
    asked = [];
    csrf = [];
    window.fetch = (input, init = {}) => {
      const { pathname, search } = new URL(String(input instanceof Request ? input.url : input));
      const headers = new Headers(init.headers);
      const key = headers.get('idempotency-key')?.replaceAll('"', '') ?? '';
      const body = typeof init.body === 'string' ? init.body : '';
      asked.push([init.method, pathname + search, key, body].filter(Boolean).join(' '));
      csrf.push(headers.get('x-csrf-token'));
      return Promise.resolve(answer());
    };
  });
  afterEach(() => (window.fetch = fetch));

  for (const [name, call, request, body] of calls) {
    it(`asks ${name} as the contract has it`, async () => {
      answer = () =>
        body === undefined ? new Response(null, { status: 204 }) : Response.json(body);
      const service = httpBookingService('/api/', { csrfToken: () => 'token' });
      expect(await call(service)).to.deep.equal(body);
      expect(asked).to.deep.equal([request]);
      expect(csrf).to.deep.equal([request.startsWith('GET') ? null : 'token']);
    });

    if (body !== undefined)
      it(`takes no answer to ${name} that the contract does not promise`, async () => {
        const codes: string[] = [];
        for (const wrong of [{}, [], null, { offices: {} }, { ...(body as object), slot: {} }]) {
          answer = () => Response.json(wrong);
          await call(httpBookingService('/api')).catch(({ code }: ServiceError) =>
            codes.push(code),
          );
        }
        expect(codes.slice(0, 4).join()).to.equal(
          'malformed-answer,malformed-answer,malformed-answer,malformed-answer',
        );
      });
  }

  it('gives the booking that is told with a letter, and ignores one that is malformed', async () => {
    const check = (told: unknown) => {
      answer = () => Response.json({ bookBy: null, alreadyBooked: true, booking: told });
      return httpBookingService('/api').checkLetter({ letterReference: 'abc' }, write);
    };
    expect((await check(booking)).booking).to.deep.equal(booking);
    for (const malformed of [
      null,
      'K7QM-4XTD',
      [],
      {},
      { ...booking, slot: {} },
      { ...booking, office: 1 },
    ])
      expect(await check(malformed)).to.deep.equal({ bookBy: null, alreadyBooked: true });
  });

  it('goes by the server’s clock, also of an answer that is an error', async () => {
    const service = httpBookingService('/api');
    const date = new Date(Date.now() + 3_600_000);
    answer = () => new Response('', { status: 500, headers: { date: date.toUTCString() } });
    await service.listOffices().catch(() => undefined);
    const ahead = (service.now?.() ?? new Date()).getTime() - Date.now();
    expect(ahead).to.be.within(3_590_000, 3_601_000);
  });
});

describe('the booking service in memory', () => {
  for (const [operation, codes] of Object.entries(bookingErrors) as [
    BookingOperation,
    readonly string[],
  ][])
    it(`gives every error of ${operation} on request`, async () => {
      const [, call] = calls.find(([name]) => name === operation) ?? [];
      const got: string[] = [];
      const memory = memoryBookingService();
      for (const code of codes) {
        const service = memory.fail(operation, code);
        await call?.(service as never).catch((error: ServiceError) => {
          got.push(error instanceof ServiceError ? error.code : 'another error');
        });
      }
      expect(got).to.deep.equal([...codes]);
    });

  it('lets one of two have a time, and offers the other three near ones', async () => {
    const service = memoryBookingService();
    const [first] = service.slots.free('boden', new Set());
    const slotId = first?.id ?? '';
    await service.createHold({ slotId, letterReference: 'LUCKA-0001' }, { idempotencyKey: 'a' });
    const refused = await service
      .createHold({ slotId, letterReference: 'lucka 0002' }, { idempotencyKey: 'b' })
      .catch((error: ServiceError) => error);
    expect(refused).to.be.instanceOf(ServiceError);
    const { code, problem } = refused as ServiceError;
    expect(code).to.equal('slot-taken');
    expect(problem?.['alternatives']).to.have.lengthOf(3);
  });

  it('says that a visit is booked also after the last day of its letter', async () => {
    const expiredLetters: string[] = [];
    const service = memoryBookingService({ expiredLetters });
    const letter = { letterReference: 'LUCKA-0001' };
    const slotId = service.slots.free('boden', new Set())[0]?.id ?? '';
    await service.createBooking({ slotId, ...letter }, { idempotencyKey: 'a' });
    expiredLetters.push('LUCKA-0001');
    const check = await service.checkLetter(letter, { idempotencyKey: 'b' });
    expect(check.alreadyBooked).to.equal(true);
  });

  it('shows a booked visit with its letter where the page has a session, and only there', async () => {
    for (const hasSession of [true, false]) {
      const service = memoryBookingService({ hasSession });
      const letter = { letterReference: 'LUCKA-0001' };
      const slotId = service.slots.free('boden', new Set())[0]?.id ?? '';
      const made = await service.createBooking({ slotId, ...letter }, { idempotencyKey: 'a' });
      const check = await service.checkLetter(letter, { idempotencyKey: 'b' });
      expect(check.alreadyBooked).to.equal(true);
      expect(check.booking).to.deep.equal(hasSession ? made : undefined);
      const second = await service
        .createBooking({ slotId, ...letter }, { idempotencyKey: 'c' })
        .catch((error: ServiceError) => error);
      expect(second).to.be.instanceOf(ServiceError);
    }
  });

  it('repeats an answer for the same key, and refuses the key for another request', async () => {
    const service = memoryBookingService();
    const [one, other] = service.slots.free('boden', new Set());
    const options = { idempotencyKey: 'a' };
    const hold1 = await service.createHold({ slotId: one?.id ?? '' }, options);
    const again = await service.createHold({ slotId: one?.id ?? '' }, options);
    expect(again).to.deep.equal(hold1);
    const code = await service
      .createHold({ slotId: other?.id ?? '' }, options)
      .catch((error: ServiceError) => error.code);
    expect(code).to.equal('idempotency-mismatch');
  });

  it('has the times of the demo service: half hours from 09:00 to 14:30 in Sweden, on 60 weekdays', () => {
    const service = memoryBookingService({ now: () => new Date('2027-03-20T09:00:00+01:00') });
    const slots1 = service.slots.free('boden', new Set());
    expect(slots1).to.have.lengthOf(720);
    expect([slots1[0]?.startsAt, slots1[11]?.startsAt].join()).to.equal(
      '2027-03-22T08:00:00.000Z,2027-03-22T13:30:00.000Z',
    );
    expect(slots1.find(({ id }) => id === 'boden-20270330-0900')?.startsAt).to.equal(
      '2027-03-30T07:00:00.000Z',
    );
  });
});
