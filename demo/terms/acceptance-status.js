/**
 * One version of a document, and this person's latest decision on it.
 *
 * @typedef {object} VersionStanding
 * @property {string} version
 * @property {string} effective a day
 * @property {boolean} material
 * @property {boolean} applies its effective day has come
 * @property {'accepted' | 'declined' | null} decision
 * @property {string | null} lang in which it was decided
 * @property {string | null} at an instant
 */

/**
 * Which version applies, which one comes, and whether the person has to be asked.
 *
 * @param {readonly VersionStanding[]} versions oldest first
 */
export function acceptanceStatus(versions) {
  const applying = versions.filter(({ applies }) => applies);
  const lastMaterial = applying.findLastIndex(({ material }) => material);
  const newestAccepted = versions.findLastIndex(({ decision }) => decision === 'accepted');
  return {
    current: applying.at(-1),
    upcoming: versions[applying.length],
    accepted: versions[newestAccepted],
    // An editorial version asks nobody again, and the upcoming one counts for the present one.
    decisionNeeded: newestAccepted < Math.max(lastMaterial, 0),
  };
}

/**
 * @param {import('../database/database.js').Queries} queries
 * @param {string} termsId
 * @param {string} person '' for nobody
 * @returns {Promise<VersionStanding[]>} oldest first
 */
export const versionsOf = (queries, termsId, person) =>
  queries.query(
    `SELECT v.version, iso_date(v.effective) AS effective, v.material,
       v.effective <= swedish_today() AS applies, d.decision, d.lang, instant(d.decided_at) AS at
     FROM terms_versions v
     LEFT JOIN LATERAL (
       SELECT decision, lang, decided_at FROM terms_decisions
       WHERE person = $2 AND terms_id = v.terms_id AND version = v.version
       ORDER BY number DESC LIMIT 1
     ) d ON true
     WHERE v.terms_id = $1
     ORDER BY v.effective, v.number`,
    [termsId, person],
  );
