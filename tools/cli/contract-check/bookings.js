import { randomUUID } from 'node:crypto';
import { checkChange } from './changes.js';
import { checkMismatch, checkReplay, checkWriteRules } from './rules.js';

/**
 * @typedef {import('./client.js').ContractClient} ContractClient
 * @typedef {import('./settings.js').CheckSettings} CheckSettings
 *
 * @typedef {object} Ground the data that the checks of bookings need
 * @property {import('./offices.js').TestOffice} office
 * @property {import('./offices.js').Slot[]} slots available ones, of which the first is held
 * @property {{ holdId: string }} hold the first letter's
 */

const path = '/bookings';

/** @param {ContractClient} client @param {CheckSettings} settings @param {Ground} ground */
export async function checkBookings(client, settings, ground) {
  await checkRefusals(client, settings, ground);
  const booking = await checkBookingOfHold(client, settings, ground);
  if (!booking) return;
  await checkSessions(client, settings, ground);
  await checkChange(client, settings, ground, booking);
}

/** @param {ContractClient} client @param {CheckSettings} settings @param {Ground} ground */
async function checkRefusals(client, { letters: [letterReference, otherLetter] }, { slots, hold }) {
  const { holdId } = hold;
  /** @param {string} name @param {number} status @param {string} code @param {object} body */
  const refused = (name, status, code, body) =>
    client.wants(name, status, code, 'POST', path, { body });
  await checkWriteRules(client, 'booking', {
    method: 'POST',
    path,
    body: { holdId, letterReference },
  });
  await refused('booking with another letter', 422, 'letter-invalid', {
    holdId,
    letterReference: otherLetter,
  });
  await refused('booking of no hold', 410, 'hold-expired', {
    holdId: 'no-such-hold',
    letterReference,
  });
  await refused('booking of both', 422, 'validation', { holdId, slotId: slots[0].id });
  await refused('booking by nobody', 401, 'login-required', { slotId: slots[1].id });
  await client.wants('unknown booking', 404, 'not-found', 'GET', '/bookings/AAAA-AAAA-AAAA');
  await client.wants('find without a key', 400, 'malformed', 'GET', path);
}

/**
 * @param {ContractClient} client
 * @param {CheckSettings} settings
 * @param {Ground} ground
 * @returns {Promise<any>}
 */
async function checkBookingOfHold(client, { letters: [letterReference] }, { slots, hold }) {
  const key = randomUUID();
  const find = `${path}?idempotencyKey=${key}`;
  const body = { holdId: hold.holdId, letterReference };
  await client.wants('find before booking', 404, 'not-found', 'GET', find);
  const twice = await Promise.all(
    [1, 2].map(() => client.ask('booking twice at once', 'POST', path, { body, key })),
  );
  const made = twice.find(
    ({ status, headers }) => status === 201 && !headers.get('idempotency-replayed'),
  );
  const isOne =
    made && twice.every(({ text, code }) => text === made.text || code === 'in-progress');
  client.expect(
    'twice at once is one booking',
    isOne,
    twice.map(({ status, text }) => [status, text]),
  );
  if (!made) return undefined;

  const booking = made.body;
  const address = `/bookings/${booking.reference}`;
  await checkReplay(client, 'booking', made, 'POST', path, { body, key });
  await checkMismatch(client, 'booking', 'POST', path, { body: { holdId: hold.holdId }, key });
  const isNew =
    booking.status === 'booked' && booking.sequence === 0 && booking.slot.id === slots[0].id;
  client.expect('the booking is of the time that was held', isNew, booking);
  const location = made.headers.get('location');
  client.expect('Location names the booking', location?.endsWith(address), location);
  const found = await client.wants('find', 200, undefined, 'GET', find);
  client.expect('a lost answer is found by its key', found.body?.reference === booking.reference);
  const typed = `/bookings/${booking.reference.toLowerCase().replaceAll('-', '')}`;
  const same = await client.ask('booking, as typed', 'GET', typed);
  client.expect('capitals and hyphens do not matter', same.body?.reference === booking.reference);
  await checkHoldIsSpent(client, hold, address);
  await checkSecond(client, letterReference, slots[1].id);
  return booking;
}

/** @param {ContractClient} client @param {{ holdId: string }} hold @param {string} address */
async function checkHoldIsSpent(client, { holdId }, address) {
  await client.wants('release of a booked hold', 204, undefined, 'DELETE', `/holds/${holdId}`);
  const { body } = await client.ask('booking', 'GET', address);
  client.expect('releasing a booked hold cancels nothing', body?.status === 'booked', body?.status);
  const extend = { body: { extend: true } };
  await client.wants(
    'extension of a booked hold',
    410,
    'hold-expired',
    'PATCH',
    `/holds/${holdId}`,
    extend,
  );
}

/** @param {ContractClient} client @param {string} letterReference @param {string} slotId */
async function checkSecond(client, letterReference, slotId) {
  const checked = await client.ask('letter check', 'POST', '/letter-checks', {
    body: { letterReference },
  });
  client.expect(
    'a letter with a visit ahead is alreadyBooked',
    checked.body?.alreadyBooked === true,
    checked.text,
  );
  client.expect(
    'a booking without a session is shown to no one',
    checked.body?.booking === undefined,
    checked.text,
  );
  const body = { slotId, letterReference };
  await client.wants('second booking by the letter', 409, 'already-booked', 'POST', path, {
    body,
  });
}

/** @param {ContractClient} client @param {CheckSettings} settings @param {Ground} ground */
async function checkSessions(client, settings, { slots }) {
  const { session, stranger } = settings;
  if (!session) return client.report.skip('bookings by session: there is no session');
  const body = { slotId: slots[7].id };
  const own = await client.wants('booking by session', 201, undefined, 'POST', path, {
    body,
    session,
  });
  const address = `/bookings/${own.body?.reference}`;
  await client.wants('own booking', 200, undefined, 'GET', address, { session });
  if (!stranger) client.report.skip("someone else's booking: there is one session only");
  else {
    const options = { session: stranger };
    await client.wants("someone else's booking", 404, 'not-found', 'GET', address, options);
  }
  await client.wants('cancellation by session', 200, undefined, 'DELETE', address, { session });
  await checkShownAgain(client, settings, slots[6].id);
}

/**
 * A check of the letter shows the booking to the session that made it, and to nobody else.
 *
 * @param {ContractClient} client
 * @param {CheckSettings} settings
 * @param {string} slotId
 */
async function checkShownAgain(client, { session, stranger, letters }, slotId) {
  const [, , letterReference] = letters;
  const made = await client.wants('booking by letter in a session', 201, undefined, 'POST', path, {
    body: { slotId, letterReference },
    session,
  });
  /** @param {string} name @param {import('./settings.js').Session} [asker] */
  const check = async (name, asker) => {
    const options = { body: { letterReference }, session: asker };
    const checked = await client.ask(name, 'POST', '/letter-checks', options);
    client.expect(`${name}: alreadyBooked`, checked.body?.alreadyBooked === true, checked.text);
    return checked.body?.booking;
  };
  const own = await check('letter check by who booked', session);
  const isTheirs = own === undefined || own.reference === made.body?.reference;
  client.expect('who booked sees that booking or none', isTheirs, own);
  const others = [await check('letter check without a session')];
  if (stranger) others.push(await check('letter check in another session', stranger));
  const isHidden = others.every((booking) => booking === undefined);
  client.expect('a letter shows its booking to no one else', isHidden, others);
  const address = `/bookings/${made.body?.reference}`;
  await client.wants('cancellation by session', 200, undefined, 'DELETE', address, { session });
}
