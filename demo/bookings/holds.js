import { randomUUID } from 'node:crypto';
import { Problem } from '../contract/problem.js';
import {
  endRunOut,
  extend,
  holdExpired,
  holdOf,
  holdTime,
  liveHoldOf,
  readHold,
  release,
} from './stored-hold.js';
import { principalOf } from './principals.js';
import { isFree, lockSlot, slotTaken } from './slots.js';

/**
 * @typedef {import('../../src/services/generated/contract.js').components['schemas']} Schemas
 * @typedef {import('../http/serve.js').Call} Call
 */

/** Extensions of a new hold; the contract requires at least ten (WCAG 2.2.1). */
const extensions = 12;

/** @param {Call} call @param {import('./letters.js').Letters} letters */
export async function createHold(call, letters) {
  const { queries, checkedBody, person } = call;
  const { slotId, ...authority } = /** @type {Schemas['HoldRequest']} */ (checkedBody());
  const holder = await principalOf(call, letters, authority);
  const slot = await lockSlot(queries, slotId);
  await endRunOut(queries, slotId, holder);
  const known = await liveHoldOf(queries, holder);
  if (known) throw new Problem(409, 'hold-exists', { hold: holdOf(known) });
  if (!(await isFree(queries, slotId))) throw await slotTaken(queries, slot);

  const id = randomUUID();
  const added = await queries.query(
    `INSERT INTO holds (id, slot_id, holder, person, expires_at, extensions_left)
     VALUES ($1, $2, $3, $4, statement_timestamp() + ${holdTime}, $5)
     ON CONFLICT DO NOTHING RETURNING id`,
    [id, slotId, holder, person ?? null, extensions],
  );
  const hold = added.length ? await readHold(queries, id) : await liveHoldOf(queries, holder);
  // The slot is locked, so only another request of this holder, for another time, can interfere.
  if (hold && !added.length) throw new Problem(409, 'hold-exists', { hold: holdOf(hold) });
  if (!hold) throw await slotTaken(queries, slot);
  return { status: 201, headers: { location: `/api/holds/${id}` }, body: holdOf(hold) };
}

/** @param {Call} call */
export async function extendHold({ queries, parameters: { holdId }, checkedBody }) {
  checkedBody();
  const isExtended = await extend(queries, holdId);
  const hold = await readHold(queries, holdId);
  if (!hold?.isLive) throw await holdExpired(queries, hold);
  if (!isExtended) throw new Problem(409, 'no-extensions');
  return { status: 200, body: holdOf(hold) };
}

/** Also 204 if the hold does not exist; a booking made from it remains. @param {Call} call */
export async function releaseHold({ queries, parameters: { holdId } }) {
  await release(queries, holdId);
  return { status: 204 };
}
