import { readFile } from 'node:fs/promises';
import { publish } from '../terms/publishing.js';
import { readTermsFile } from '../terms/terms-file.js';

/** @typedef {import('../database/database.js').Queries} Queries */

const content = new URL('../../content/terms/', import.meta.url);

/** Name of the previous version if the current one names none. */
const earlier = '2026-05-22';

/**
 * Publishes the terms of the demo: `my-page` with an earlier, the current and an upcoming version,
 * and `old-page`, which is retired. The current one is the unchanged file of content/terms.
 *
 * @param {Queries} queries a transaction
 * @returns {Promise<string>} a warning, or ''
 */
export async function seedTerms(queries) {
  const current = await readTexts(content, 'my-page');
  await publish(queries, editionOf(mapTexts(current, asEarlier)));
  const outcome = await publish(queries, editionOf(current));
  if (!(await hasUpcoming(queries))) {
    const [{ day }] = await dayIn(queries, '1 year');
    await publish(
      queries,
      editionOf(mapTexts(current, (text, lang) => asUpcoming(text, lang, day))),
    );
  }
  await publish(queries, editionOf(await readTexts(new URL('./', import.meta.url), 'old-page')));
  await queries.query("UPDATE terms SET retired = true WHERE id = 'old-page' AND NOT retired");
  if (outcome !== 'different') return '';
  return `content/terms/my-page differs from the stored text of the same version:
    give it a new version, or delete the data.`;
}

/** @typedef {{ sv: string, en: string }} Texts */

/** @param {URL} folder @param {string} id @returns {Promise<Texts>} */
async function readTexts(folder, id) {
  const [sv, en] = await Promise.all(
    ['sv', 'en'].map((lang) => readFile(new URL(`${id}.${lang}.md`, folder), 'utf8')),
  );
  return { sv, en };
}

/**
 * @param {Texts} texts
 * @param {(text: string, lang: 'sv' | 'en') => string} change
 * @returns {Texts}
 */
const mapTexts = ({ sv, en }, change) => ({ sv: change(sv, 'sv'), en: change(en, 'en') });

/** @param {Texts} texts */
const editionOf = ({ sv, en }) => ({ sv: readTermsFile(sv), en: readTermsFile(en) });

/**
 * The current text without one of our explanations, so that exactly one section differs.
 *
 * @param {string} text
 */
function asEarlier(text) {
  const version = valueOf(text, 'supersedes') ?? earlier;
  const facts = {
    version,
    published: version,
    effective: version,
    supersedes: null,
    changeSummary: null,
  };
  const sections = text.indexOf('\n## ');
  const explanation = / [^.\n]+\. \{editorial\}/;
  return withFacts(text.slice(0, sections), facts) + text.slice(sections).replace(explanation, '');
}

/** A text that says that it is an example. */
const addition = {
  sv: {
    changeSummary: 'Ett exempel: en mening har lagts till i slutet.',
    sentence: 'Den här meningen visar hur en kommande version ser ut. {editorial}',
  },
  en: {
    changeSummary: 'An example: one sentence is added at the end.',
    sentence: 'This sentence shows what an upcoming version looks like. {editorial}',
  },
};

/** @param {string} text @param {'sv' | 'en'} lang @param {string} day */
function asUpcoming(text, lang, day) {
  const { changeSummary, sentence } = addition[lang];
  const supersedes = valueOf(text, 'version');
  const facts = { version: day, effective: day, material: true, supersedes, changeSummary };
  return `${withFacts(text, facts).trimEnd()}\n\n${sentence}\n`;
}

/**
 * @param {string} text
 * @param {Readonly<Record<string, string | boolean | null | undefined>>} facts
 */
const withFacts = (text, facts) =>
  Object.entries(facts).reduce(
    (changed, [name, value]) =>
      changed.replace(new RegExp(`^${name}: .*$`, 'm'), () => `${name}: ${JSON.stringify(value)}`),
    text,
  );

/** @param {string} text @param {string} name */
const valueOf = (text, name) => new RegExp(`^${name}: "(.+)"$`, 'm').exec(text)?.[1];

/** @param {Queries} queries */
async function hasUpcoming(queries) {
  const found = await queries.query(
    "SELECT FROM terms_versions WHERE terms_id = 'my-page' AND effective > swedish_today() LIMIT 1",
  );
  return found.length > 0;
}

/** @param {Queries} queries @param {string} interval @returns {Promise<{ day: string }[]>} */
const dayIn = (queries, interval) =>
  queries.query('SELECT iso_date((swedish_today() + $1::interval)::date) AS day', [interval]);
