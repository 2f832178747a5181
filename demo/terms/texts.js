import { notFound, Problem } from '../contract/problem.js';

/**
 * @typedef {import('../../src/services/generated/contract.js').components['schemas']} Schemas
 * @typedef {import('../database/database.js').Queries} Queries
 */

/**
 * @param {Queries} queries
 * @param {string} termsId
 * @throws {Problem} 404, or 410 for retired terms without a successor
 */
export async function requireTerms(queries, termsId) {
  /** @type {{ retired: boolean }[]} */
  const [terms] = await queries.query('SELECT retired FROM terms WHERE id = $1', [termsId]);
  if (!terms) throw notFound();
  if (terms.retired) throw new Problem(410, 'retired');
}

/**
 * @param {Queries} queries
 * @param {string} termsId @param {string} version @param {string} lang
 * @returns {Promise<Schemas['TermsText']>}
 */
export async function textOf(queries, termsId, version, lang) {
  /** @type {Schemas['TermsText'][]} */
  const [text] = await queries.query(
    `SELECT v.terms_id AS id, v.version, t.lang, iso_date(v.effective) AS effective, v.material, t.digest,
       t.markdown, t.change_summary AS "changeSummary"
     FROM terms_versions v JOIN terms_texts t USING (terms_id, version)
     WHERE v.terms_id = $1 AND v.version = $2 AND t.lang = $3`,
    [termsId, version, lang],
  );
  if (!text) throw notFound();
  return text;
}
