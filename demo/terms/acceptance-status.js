/**
 * One version of a document, and this person's latest decision on it.
 *
 * @typedef {object} VersionStanding
 * @property {string} version
 * @property {string} effective a day
 * @property {boolean} material
 * @property {boolean} applies its effective day has been reached
 * @property {'accepted' | 'declined' | null} decision
 * @property {string | null} lang language of the text at the decision
 * @property {string | null} at an instant
 */

/**
 * The current version, the upcoming one, and whether the person must be asked.
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
    // An editorial version does not require a new decision, and a decision on the upcoming version counts for the current one.
    decisionNeeded: newestAccepted < Math.max(lastMaterial, 0),
  };
}

/**
 * @param {import('../database/database.js').Queries} queries
 * @param {string} termsId
 * @param {string} person '' without a session
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
