/**
 * @typedef {import('./terms-file.js').TermsFile} TermsFile
 * @typedef {{ sv: TermsFile, en: TermsFile }} TermsEdition one version, in both languages
 */

/**
 * Publishes a version. It applies from its effective day on; before that day it is the upcoming
 * one.
 *
 * @param {import('../database/database.js').Queries} queries a transaction
 * @param {TermsEdition} edition
 * @returns {Promise<'new' | 'unchanged' | 'different'>} `different`: that version exists with
 *   another text. A version never changes, otherwise a stored digest would prove nothing; even the
 *   correction of a comma is a new version with `material: false`.
 */
export async function publish(queries, { sv, en }) {
  const { id, version, effective, material } = sv;
  await queries.query('INSERT INTO terms (id) VALUES ($1) ON CONFLICT DO NOTHING', [id]);
  const added = await queries.query(
    `INSERT INTO terms_versions (terms_id, version, effective, material)
     VALUES ($1, $2, $3::date, $4) ON CONFLICT DO NOTHING RETURNING version`,
    [id, version, effective, material],
  );
  if (!added.length) return (await isStored(queries, [sv, en])) ? 'unchanged' : 'different';
  for (const text of [sv, en]) await addText(queries, text);
  return 'new';
}

/**
 * The reason why two texts are not the same version in two languages; '' if they are.
 *
 * @param {TermsEdition} edition
 */
export function disagreement({ sv, en }) {
  if (sv.lang !== 'sv' || en.lang !== 'en')
    return 'lang must be sv in the one text and en in the other.';
  const alike = /** @type {const} */ (['id', 'version', 'effective', 'material']);
  const odd = alike.find((name) => sv[name] !== en[name]);
  return odd ? `${odd} must be the same in both languages.` : '';
}

/**
 * @param {import('../database/database.js').Queries} queries
 * @param {readonly TermsFile[]} texts
 */
async function isStored(queries, [one, other]) {
  const found = await queries.query(
    'SELECT lang FROM terms_texts WHERE terms_id = $1 AND version = $2 AND digest IN ($3, $4)',
    [one.id, one.version, one.digest, other.digest],
  );
  return found.length === 2;
}

/** @param {import('../database/database.js').Queries} queries @param {TermsFile} text */
async function addText(
  queries,
  { id, version, lang, markdown, digest, changeSummary, controller },
) {
  await queries.query(
    `INSERT INTO terms_texts (terms_id, version, lang, markdown, digest, change_summary, controller)
     VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb)`,
    [id, version, lang, markdown, digest, changeSummary, JSON.stringify(controller)],
  );
}
