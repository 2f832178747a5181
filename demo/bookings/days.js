import { notFound, Problem } from '../contract/problem.js';
import { availabilityOf } from './offices.js';
import { slotColumns } from './slots.js';

/**
 * @typedef {import('../database/database.js').Queries} Queries
 * @typedef {import('./slots.js').Slot} Slot
 * @typedef {{ sv: string, en: string }} LocalText
 */

const dayLength = 86_400_000;

/** The contract's maximum number of days, first and last included. */
const longest = 62;

/** @type {import('../http/serve.js').Handler} */
export async function listSlots({ queries, parameters: { officeId, from, to } }) {
  const length = (Date.parse(to) - Date.parse(from)) / dayLength + 1;
  // The calendar of PostgreSQL, like ours, has no year 0.
  if (!(length >= 1 && length <= longest) || from < '0001') {
    throw new Problem(400, 'range', { detail: `From 1 to ${longest} days, the first one first.` });
  }
  const office = await availabilityOf(queries, officeId);
  if (!office) throw notFound();
  const days = await daysOf(queries, officeId, from, to);
  return {
    status: 200,
    // Cached for less than a second, so the age in whole seconds is always 0.
    headers: { 'cache-control': 'no-cache', age: '0' },
    body: { officeId, timeZone: 'Europe/Stockholm', ...office, days },
  };
}

/**
 * Days with available times, and closed days with the reason.
 *
 * @param {Queries} queries
 * @param {string} officeId @param {string} from @param {string} to
 */
async function daysOf(queries, officeId, from, to) {
  /** @type {(Slot & { date: string })[]} */
  const free = await queries.query(
    `SELECT iso_date(day) AS date, ${slotColumns} FROM free_slots
     WHERE office_id = $1 AND day BETWEEN $2::date AND $3::date
     ORDER BY starts_at, id`,
    [officeId, from, to],
  );
  /** @type {{ date: string, sv: string, en: string }[]} */
  const closed = await queries.query(
    `SELECT iso_date(day) AS date, reason_sv AS sv, reason_en AS en FROM closed_days
     WHERE office_id = $1 AND day BETWEEN $2::date AND $3::date`,
    [officeId, from, to],
  );
  /** @type {Map<string, { date: string, closed: { reason: LocalText } | null, slots: Slot[] }>} */
  const days = new Map();
  for (const { date, sv, en } of closed) {
    days.set(date, { date, closed: { reason: { sv, en } }, slots: [] });
  }
  for (const { date, ...slot } of free) {
    const day = days.get(date) ?? { date, closed: null, slots: [] };
    day.slots.push(slot);
    days.set(date, day);
  }
  return [...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}
