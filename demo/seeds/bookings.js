import { fordonOffices } from './fordon-offices.js';
import { offices } from './offices.js';

/** @typedef {import('../database/database.js').Queries} Queries */

/**
 * Offices of both agencies, letters LUCKA-0001 to LUCKA-0999, the expired letter LUCKA-9001, and available times on the
 * next 60 weekdays, every half hour from 09:00 to 14:30 Swedish time.
 *
 * @param {Queries} queries a transaction
 * @param {import('../bookings/letters.js').Letters} letters
 */
export async function seedBookings(queries, letters) {
  await addOffices(queries);
  await addSlots(queries);
  await addLetters(queries, letters);
}

/** @param {Queries} queries */
async function addOffices(queries) {
  for (const [agency, list] of Object.entries({
    ankomstverket: offices,
    fordonsverket: fordonOffices,
  }))
    for (const { id, name, address, lat, lon } of list)
      await queries.query(
        `INSERT INTO offices (id, name_sv, name_en, address, lat, lon, agency)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
        [id, name.sv, name.en, address, lat, lon, agency],
      );
}

/** In local time: `local_start` has no time zone until it is stored. */
const addSlots = (/** @type {Queries} */ queries) =>
  queries.query(
    `INSERT INTO slots (id, office_id, day, starts_at, ends_at)
     SELECT offices.id || to_char(local_start, '-YYYYMMDD-HH24MI'), offices.id, day,
       local_start AT TIME ZONE 'Europe/Stockholm',
       (local_start + interval '30 minutes') AT TIME ZONE 'Europe/Stockholm'
     FROM offices,
       (SELECT swedish_today() + number AS day FROM generate_series(1, 90) number
        WHERE extract(isodow FROM swedish_today() + number) < 6 ORDER BY day LIMIT 60) days,
       generate_series(day + time '09:00', day + time '14:30', interval '30 minutes') local_start
     ON CONFLICT DO NOTHING`,
  );

/** @param {Queries} queries @param {import('../bookings/letters.js').Letters} letters */
async function addLetters(queries, letters) {
  const good = Array.from({ length: 999 }, (_, index) => numbered(index + 1));
  const add = (/** @type {string[]} */ references, /** @type {string} */ bookBy) =>
    queries.query(
      `INSERT INTO letters (lookup, book_by)
       SELECT lookup, swedish_today() + $2::interval FROM unnest($1::text[]) lookup
       ON CONFLICT (lookup) DO UPDATE SET book_by = excluded.book_by
         WHERE letters.book_by <> excluded.book_by`,
      [references.map((reference) => letters.lookupOf(reference)), bookBy],
    );
  await add(good, '1 year');
  await add([numbered(9001)], '-1 day');
}

const numbered = (/** @type {number} */ number) => `LUCKA-${String(number).padStart(4, '0')}`;
