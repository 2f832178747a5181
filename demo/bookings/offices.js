/**
 * @typedef {object} OfficeColumns
 * @property {string} id
 * @property {string} nameSv
 * @property {string} nameEn
 * @property {string | null} address
 * @property {number | null} lat
 * @property {number | null} lon
 */

/** The columns of an office, for a query that calls the table `offices`. */
export const officeColumns = `offices.id, offices.name_sv AS "nameSv", offices.name_en AS "nameEn",
  offices.address, offices.lat, offices.lon`;

/** In the format of the contract. @param {OfficeColumns} columns */
export const officeOf = ({ id, nameSv, nameEn, address, lat, lon }) => ({
  id,
  name: { sv: nameSv, en: nameEn },
  address,
  timeZone: 'Europe/Stockholm',
  lat,
  lon,
});

/** Start of the office's first available time, independent of the requested days; null if there is none. */
const nextAvailable = `(SELECT instant(starts_at) FROM free_slots WHERE office_id = offices.id
  ORDER BY starts_at LIMIT 1) AS "nextAvailable"`;

/** @type {import('../http/serve.js').Handler} */
export async function listOffices({ queries, agency }) {
  /** @type {(OfficeColumns & { nextAvailable: string | null })[]} */
  const rows = await queries.query(
    `SELECT ${officeColumns}, ${nextAvailable} FROM offices WHERE agency = $1 ORDER BY id`,
    [agency],
  );
  const offices = rows.map((row) => ({ ...officeOf(row), nextAvailable: row.nextAvailable }));
  return { status: 200, headers: { 'cache-control': 'no-cache' }, body: { offices } };
}

/**
 * @param {import('../database/database.js').Queries} queries
 * @param {string} id
 * @returns {Promise<{ nextAvailable: string | null, publishedUntil: string } | undefined>}
 */
export async function availabilityOf(queries, id) {
  /** @type {{ nextAvailable: string | null, publishedUntil: string }[]} */
  const [office] = await queries.query(
    `SELECT ${nextAvailable},
       iso_date(coalesce(
         (SELECT max(day) FROM slots WHERE office_id = offices.id), swedish_today()
       )) AS "publishedUntil"
     FROM offices WHERE id = $1`,
    [id],
  );
  return office;
}
