import { randomUUID } from 'node:crypto';
import { checkReplay, checkWriteRules } from './rules.js';

/**
 * @typedef {import('./client.js').ContractClient} ContractClient
 * @typedef {import('./settings.js').CheckSettings} CheckSettings
 * @typedef {import('./bookings.js').Ground} Ground
 */

/**
 * Changing and cancelling a booking.
 *
 * @param {ContractClient} client @param {CheckSettings} settings @param {Ground} ground
 * @param {any} booking the first letter's, of the first time
 */
export async function checkChange(client, { letters }, { office, slots }, booking) {
  const [, letter, directLetter] = letters;
  const address = `/bookings/${booking.reference}`;
  const other = { slotId: slots[2].id, letterReference: letter };
  const theirs = await client.wants('hold of another', 201, undefined, 'POST', '/holds', {
    body: other,
  });
  await checkRefusedChanges(client, booking, slots[2].id, theirs.body?.holdId);
  await checkMove(client, office, booking, slots[1].id);
  await checkRelease(client, theirs.body?.holdId, letter);

  const direct = { slotId: slots[2].id, letterReference: directLetter };
  const second = await client.wants('booking without a hold', 201, undefined, 'POST', '/bookings', {
    body: direct,
  });
  await checkWriteRules(client, 'cancellation', { method: 'DELETE', path: address });
  await checkCancellation(client, address, 2);
  await checkCancellation(client, address, 2);
  await checkCancellation(client, `/bookings/${second.body?.reference}`, 1);
  const body = { slotId: slots[0].id };
  await client.wants('change of a cancelled booking', 409, 'cancelled', 'PUT', `${address}/slot`, {
    body,
  });
  await client.wants(
    'cancellation of no booking',
    404,
    'not-found',
    'DELETE',
    '/bookings/AAAA-AAAA-AAAA',
  );
  const { body: after } = await client.ask('cancelled booking', 'GET', address);
  client.expect('a cancelled booking is still found', after?.status === 'cancelled', after?.status);
}

/**
 * @param {ContractClient} client
 * @param {any} booking
 * @param {string} takenId
 * @param {string} theirHoldId
 */
async function checkRefusedChanges(client, booking, takenId, theirHoldId) {
  const address = `/bookings/${booking.reference}`;
  const path = `${address}/slot`;
  await checkWriteRules(client, 'change', { method: 'PUT', path, body: { holdId: theirHoldId } });
  /** @type {[string, number, string, object][]} */
  const refused = [
    ["change by another's hold", 410, 'hold-expired', { holdId: theirHoldId }],
    ['change by no hold', 410, 'hold-expired', { holdId: 'no-such-hold' }],
    ['change to a held time', 409, 'slot-taken', { slotId: takenId }],
  ];
  for (const [name, status, code, body] of refused) {
    await client.wants(name, status, code, 'PUT', path, { body });
    const { body: now } = await client.ask('booking', 'GET', address);
    const stands =
      now?.slot?.id === booking.slot.id && now.sequence === 0 && now.status === 'booked';
    client.expect(`${name}: the old booking stands`, stands, now);
  }
  const nowhere = { body: { slotId: takenId } };
  await client.wants(
    'change of no booking',
    404,
    'not-found',
    'PUT',
    '/bookings/AAAA-AAAA-AAAA/slot',
    nowhere,
  );
}

/**
 * @param {ContractClient} client
 * @param {import('./offices.js').TestOffice} office
 * @param {any} booking
 * @param {string} slotId
 */
async function checkMove(client, office, booking, slotId) {
  const path = `/bookings/${booking.reference}/slot`;
  const wish = { slotId, bookingReference: booking.reference };
  const hold = await client.wants('hold by booking', 201, undefined, 'POST', '/holds', {
    body: wish,
  });
  const key = randomUUID();
  const body = { holdId: hold.body?.holdId };
  const moved = await client.wants('change', 200, undefined, 'PUT', path, { body, key });
  const { slot, sequence, reference } = moved.body ?? {};
  const isMoved = slot?.id === slotId && reference === booking.reference;
  client.expect('the visit has moved', isMoved, moved.body);
  client.expect('a change raises the sequence by one', sequence === 1, sequence);
  await checkReplay(client, 'change', moved, 'PUT', path, { body, key });
  client.expect('the old time is free again', await office.isFree(booking.slot.id));
  client.expect('the new time is not', !(await office.isFree(slotId)));
}

/** @param {ContractClient} client @param {string} holdId @param {string} letterReference */
async function checkRelease(client, holdId, letterReference) {
  const path = `/holds/${holdId}`;
  const key = randomUUID();
  await checkWriteRules(client, 'release', { method: 'DELETE', path });
  const released = await client.wants('release', 204, undefined, 'DELETE', path, { key });
  await checkReplay(client, 'release', released, 'DELETE', path, { key });
  await client.wants('release again', 204, undefined, 'DELETE', path);
  const body = { holdId, letterReference };
  const late = await client.wants(
    'booking of a released hold',
    410,
    'hold-expired',
    'POST',
    '/bookings',
    { body },
  );
  const { slotFree } = late.body ?? {};
  client.expect(
    'hold-expired says whether the time is free',
    typeof slotFree === 'boolean',
    slotFree,
  );
}

/** @param {ContractClient} client @param {string} address @param {number} sequence */
async function checkCancellation(client, address, sequence) {
  const { body } = await client.wants('cancellation', 200, undefined, 'DELETE', address);
  const isCounted = body?.status === 'cancelled' && body.sequence === sequence;
  client.expect('a cancellation is counted once', isCounted, body);
}
