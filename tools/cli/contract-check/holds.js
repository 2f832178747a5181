import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { checkMismatch, checkReplay, checkWriteRules } from './rules.js';

/**
 * @typedef {import('./client.js').ContractClient} ContractClient
 * @typedef {import('./settings.js').CheckSettings} CheckSettings
 * @typedef {import('./offices.js').TestOffice} TestOffice
 * @typedef {import('./offices.js').Slot} Slot
 */

const path = '/holds';

/**
 * @param {ContractClient} client @param {CheckSettings} settings @param {TestOffice} office @param {Slot[]}
 *   slots
 * @returns {Promise<{ holdId: string } | undefined>} the first letter's hold of the first time
 */
export async function checkHolds(client, settings, office, slots) {
  const { letters, session } = settings;
  await checkRefusals(client, letters, slots[0]);
  const hold = await checkHold(client, letters, office, slots);
  if (!hold) return undefined;
  await checkExtension(client, hold);
  await checkAllExtensions(client, letters[3], slots[4]);
  await checkRace(client, letters, office, slots[5]);
  if (!session) {
    client.report.skip('holds by session: there is no session');
    return hold;
  }
  const body = { slotId: slots[6].id };
  const forged = { ...session, csrf: 'wrong' };
  await client.wants('hold with a session but no token', 403, 'csrf', 'POST', path, {
    body,
    session: forged,
  });
  const own = await client.wants('hold by session', 201, undefined, 'POST', path, {
    body,
    session,
  });
  await client.ask('release', 'DELETE', `/holds/${own.body?.holdId}`, { session });
  return hold;
}

/** @param {ContractClient} client @param {string[]} letters @param {Slot} slot */
async function checkRefusals(client, [letterReference], { id: slotId }) {
  /** @param {string} name @param {number} status @param {string} code @param {object} body */
  const refused = (name, status, code, body) =>
    client.wants(name, status, code, 'POST', path, { body });
  const bookingReference = 'AAAA-AAAA-AAAA';
  await checkWriteRules(client, 'hold', {
    method: 'POST',
    path,
    body: { slotId, letterReference },
  });
  await refused('hold by nobody', 401, 'login-required', { slotId });
  await refused('hold by a wrong letter', 422, 'letter-invalid', {
    slotId,
    letterReference: 'NO-SUCH-LETTER',
  });
  await refused('hold by an unknown booking', 422, 'letter-invalid', { slotId, bookingReference });
  await refused('hold by two', 422, 'validation', { slotId, letterReference, bookingReference });
  await refused('hold of no slot', 422, 'validation', { slotId: 'no-such-slot', letterReference });
}

/** @param {ContractClient} client @param {string[]} letters @param {TestOffice} office @param {Slot[]} slots */
async function checkHold(client, [letterReference, otherLetter], office, [slot, other]) {
  const key = randomUUID();
  const body = { slotId: slot.id, letterReference };
  const held = await client.wants('hold', 201, undefined, 'POST', path, { body, key });
  if (held.status !== 201) return undefined;
  const hold = { ...held.body, heldAt: performance.now() };
  await checkReplay(client, 'hold', held, 'POST', path, { body, key });
  await checkMismatch(client, 'hold', 'POST', path, { body: { ...body, slotId: other.id }, key });
  const time = Date.parse(hold.expiresAt) - Date.parse(held.headers.get('date') ?? '');
  client.expect('a hold lasts over two minutes', time > 120_000, time);
  client.expect('a hold can be extended ten times', hold.extensionsLeft >= 10, hold.extensionsLeft);
  const location = held.headers.get('location');
  client.expect('Location names the hold', location?.endsWith(`/holds/${hold.holdId}`), location);
  client.expect('a held time is not listed', !(await office.isFree(slot.id)));

  const second = { slotId: other.id, letterReference: letterReference.toLowerCase() };
  const exists = await client.wants('second hold', 409, 'hold-exists', 'POST', path, {
    body: second,
  });
  client.expect(
    'hold-exists names the hold',
    exists.body?.hold?.holdId === hold.holdId,
    exists.body,
  );
  const wish = { slotId: slot.id, letterReference: otherLetter };
  const taken = await client.wants('hold of a held time', 409, 'slot-taken', 'POST', path, {
    body: wish,
  });
  const listed = new Set((await office.freeSlots()).map(({ id }) => id));
  /** @type {Slot[]} */
  const alternatives = taken.body?.alternatives ?? [];
  const areFree = alternatives.length === 3 && alternatives.every(({ id }) => listed.has(id));
  client.expect('slot-taken names three free times', areFree, alternatives);
  await client.wants('booking of a held time', 409, 'slot-taken', 'POST', '/bookings', {
    body: wish,
  });
  return hold;
}

/**
 * @param {ContractClient} client
 * @param {{ holdId: string, expiresAt: string, extensionsLeft: number, heldAt: number }} hold
 */
async function checkExtension(client, hold) {
  const address = `/holds/${hold.holdId}`;
  const body = { extend: true };
  await checkWriteRules(client, 'extension', { method: 'PATCH', path: address, body });
  // Expiry times have whole seconds: a later one needs another second.
  await pause(Math.max(0, 1100 - (performance.now() - hold.heldAt)));
  const key = randomUUID();
  const longer = await client.wants('extension', 200, undefined, 'PATCH', address, { body, key });
  const { expiresAt, extensionsLeft } = longer.body ?? {};
  client.expect(
    'an extension ends later',
    Date.parse(expiresAt) > Date.parse(hold.expiresAt),
    expiresAt,
  );
  client.expect(
    'an extension uses up one',
    extensionsLeft === hold.extensionsLeft - 1,
    extensionsLeft,
  );
  await checkReplay(client, 'extension', longer, 'PATCH', address, { body, key });
  await client.wants('extension of no hold', 410, 'hold-expired', 'PATCH', '/holds/no-such-hold', {
    body,
  });
}

/** @param {ContractClient} client @param {string} letterReference @param {Slot} slot */
async function checkAllExtensions(client, letterReference, { id: slotId }) {
  const held = await client.wants('hold', 201, undefined, 'POST', path, {
    body: { slotId, letterReference },
  });
  const address = `/holds/${held.body?.holdId}`;
  let last = held;
  for (let extension = 0; extension < 60 && last.status < 300; extension += 1) {
    last = await client.ask('extension', 'PATCH', address, { body: { extend: true } });
  }
  client.expect('extensions come to an end', last.code === 'no-extensions', [
    last.status,
    last.code,
  ]);
  await client.wants('release', 204, undefined, 'DELETE', address);
}

/** @param {ContractClient} client @param {string[]} letters @param {TestOffice} office @param {Slot} slot */
async function checkRace(client, [, ...others], office, { id: slotId }) {
  const answers = await Promise.all(
    others.map((letterReference) =>
      client.ask('hold at once', 'POST', path, { body: { slotId, letterReference } }),
    ),
  );
  const held = answers.filter(({ status }) => status === 201);
  const statuses = answers.map(({ status }) => status);
  client.expect('of several who ask at once, one gets the time', held.length === 1, statuses);
  for (const { body } of held) await client.ask('release', 'DELETE', `/holds/${body.holdId}`);
  client.expect('a released time is free again', await office.isFree(slotId));
}
