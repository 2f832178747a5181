import { randomUUID } from 'node:crypto';
import { checkReplay, checkWriteRules } from './rules.js';

/**
 * @typedef {import('./examiner.js').Examiner} Examiner
 * @typedef {import('./settings.js').CheckSettings} CheckSettings
 * @typedef {import('./bookings.js').Ground} Ground
 */

/**
 * Changing and cancelling a booking.
 *
 * @param {Examiner} examiner @param {CheckSettings} settings @param {Ground} ground
 * @param {any} booking the first letter's, of the first time
 */
export async function checkChange(examiner, { letters }, { desk, slots }, booking) {
  const [, letter, directLetter] = letters;
  const address = `/bookings/${booking.reference}`;
  const other = { slotId: slots[2].id, letterReference: letter };
  const theirs = await examiner.wants('hold of another', 201, undefined, 'POST', '/holds', {
    body: other,
  });
  await checkRefusedChanges(examiner, booking, slots[2].id, theirs.body?.holdId);
  await checkMove(examiner, desk, booking, slots[1].id);
  await checkRelease(examiner, theirs.body?.holdId, letter);

  const direct = { slotId: slots[2].id, letterReference: directLetter };
  const second = await examiner.wants(
    'booking without a hold',
    201,
    undefined,
    'POST',
    '/bookings',
    { body: direct },
  );
  await checkWriteRules(examiner, 'cancellation', { method: 'DELETE', path: address });
  await checkCancellation(examiner, address, 2);
  await checkCancellation(examiner, address, 2);
  await checkCancellation(examiner, `/bookings/${second.body?.reference}`, 1);
  const body = { slotId: slots[0].id };
  await examiner.wants(
    'change of a cancelled booking',
    409,
    'cancelled',
    'PUT',
    `${address}/slot`,
    { body },
  );
  await examiner.wants(
    'cancellation of no booking',
    404,
    'not-found',
    'DELETE',
    '/bookings/AAAA-AAAA-AAAA',
  );
  const { body: after } = await examiner.ask('cancelled booking', 'GET', address);
  examiner.expect(
    'a cancelled booking is still found',
    after?.status === 'cancelled',
    after?.status,
  );
}

/**
 * @param {Examiner} examiner
 * @param {any} booking
 * @param {string} takenId
 * @param {string} theirHoldId
 */
async function checkRefusedChanges(examiner, booking, takenId, theirHoldId) {
  const address = `/bookings/${booking.reference}`;
  const path = `${address}/slot`;
  await checkWriteRules(examiner, 'change', { method: 'PUT', path, body: { holdId: theirHoldId } });
  /** @type {[string, number, string, object][]} */
  const refused = [
    ["change by another's hold", 410, 'hold-expired', { holdId: theirHoldId }],
    ['change by no hold', 410, 'hold-expired', { holdId: 'no-such-hold' }],
    ['change to a held time', 409, 'slot-taken', { slotId: takenId }],
  ];
  for (const [name, status, code, body] of refused) {
    await examiner.wants(name, status, code, 'PUT', path, { body });
    const { body: now } = await examiner.ask('booking', 'GET', address);
    const stands =
      now?.slot?.id === booking.slot.id && now.sequence === 0 && now.status === 'booked';
    examiner.expect(`${name}: the old booking stands`, stands, now);
  }
  const nowhere = { body: { slotId: takenId } };
  await examiner.wants(
    'change of no booking',
    404,
    'not-found',
    'PUT',
    '/bookings/AAAA-AAAA-AAAA/slot',
    nowhere,
  );
}

/**
 * @param {Examiner} examiner
 * @param {import('./offices.js').Desk} desk
 * @param {any} booking
 * @param {string} slotId
 */
async function checkMove(examiner, desk, booking, slotId) {
  const path = `/bookings/${booking.reference}/slot`;
  const wish = { slotId, bookingReference: booking.reference };
  const hold = await examiner.wants('hold by booking', 201, undefined, 'POST', '/holds', {
    body: wish,
  });
  const key = randomUUID();
  const body = { holdId: hold.body?.holdId };
  const moved = await examiner.wants('change', 200, undefined, 'PUT', path, { body, key });
  const { slot, sequence, reference } = moved.body ?? {};
  const isMoved = slot?.id === slotId && reference === booking.reference;
  examiner.expect('the visit has moved', isMoved, moved.body);
  examiner.expect('a change raises the sequence by one', sequence === 1, sequence);
  await checkReplay(examiner, 'change', moved, 'PUT', path, { body, key });
  examiner.expect('the old time is free again', await desk.isFree(booking.slot.id));
  examiner.expect('the new time is not', !(await desk.isFree(slotId)));
}

/** @param {Examiner} examiner @param {string} holdId @param {string} letterReference */
async function checkRelease(examiner, holdId, letterReference) {
  const path = `/holds/${holdId}`;
  const key = randomUUID();
  await checkWriteRules(examiner, 'release', { method: 'DELETE', path });
  const released = await examiner.wants('release', 204, undefined, 'DELETE', path, { key });
  await checkReplay(examiner, 'release', released, 'DELETE', path, { key });
  await examiner.wants('release again', 204, undefined, 'DELETE', path);
  const body = { holdId, letterReference };
  const late = await examiner.wants(
    'booking of a released hold',
    410,
    'hold-expired',
    'POST',
    '/bookings',
    { body },
  );
  const { slotFree } = late.body ?? {};
  examiner.expect(
    'hold-expired says whether the time is free',
    typeof slotFree === 'boolean',
    slotFree,
  );
}

/** @param {Examiner} examiner @param {string} address @param {number} sequence */
async function checkCancellation(examiner, address, sequence) {
  const { body } = await examiner.wants('cancellation', 200, undefined, 'DELETE', address);
  const isCounted = body?.status === 'cancelled' && body.sequence === sequence;
  examiner.expect('a cancellation is counted once', isCounted, body);
}
