import { readFile } from 'node:fs/promises';
import { addNotice, replaceNotice } from '../notices/notices.js';
import { readFrontMatter, withoutMarks } from '../terms/terms-file.js';

/** @typedef {import('../database/database.js').Queries} Queries */

const content = new URL('../../content/notices/', import.meta.url);
const id = 'planned-maintenance';

/**
 * One planned interruption, with the texts of content/notices and dates that are always in the future: the
 * night after the first Saturday that is at least a week ahead. When it is over, it is published again with new dates;
 * after it has been deleted, it is not.
 *
 * @param {Queries} queries a transaction
 */
export async function seedNotices(queries) {
  const first = await queries.query(
    'INSERT INTO seeds (name) VALUES ($1) ON CONFLICT DO NOTHING RETURNING name',
    [id],
  );
  if (first.length) await addNotice(queries, await nextNotice(queries, 1));
  /** @type {{ revision: number }[]} */
  const [over] = await queries.query(
    `SELECT revision FROM notices
     WHERE id = $1 AND (notice::json ->> 'endsAt')::timestamptz < now()`,
    [id],
  );
  if (over) await replaceNotice(queries, await nextNotice(queries, over.revision + 1));
}

/** @param {Queries} queries @param {number} revision */
async function nextNotice(queries, revision) {
  const [sv, en] = await Promise.all([readNotice('sv'), readNotice('en')]);
  const both = (/** @type {'title' | 'body' | 'whatToDo'} */ name) => ({
    sv: sv[name],
    en: en[name],
  });
  const { kind, reason, scope, affected, unaffected, impact, moreHref, dismissible } = en;
  return {
    ...{ id, revision, kind, reason, title: both('title'), body: both('body') },
    ...(await datesAhead(queries)),
    ...{ scope, affected, unaffected, impact, whatToDo: both('whatToDo'), moreHref, dismissible },
  };
}

/** @param {'sv' | 'en'} lang */
async function readNotice(lang) {
  const file = await readFile(new URL(`${id}.${lang}.md`, content), 'utf8');
  const { meta, body } = readFrontMatter(file);
  return { ...meta, body: withoutMarks(body), whatToDo: meta.whatToDo.map(withoutMarks) };
}

/**
 * @param {Queries} queries
 * @returns {Promise<{ publishedAt: string, startsAt: string, endsAt: string }>}
 */
async function datesAhead(queries) {
  const [dates] = await queries.query(
    `SELECT instant(now()) AS "publishedAt",
       instant((saturday + time '22:00') AT TIME ZONE 'Europe/Stockholm') AS "startsAt",
       instant((saturday + 1 + time '04:00') AT TIME ZONE 'Europe/Stockholm') AS "endsAt"
     FROM (SELECT day + 7 + (13 - extract(isodow FROM day)::int) % 7 AS saturday
           FROM swedish_today() day) next`,
  );
  return /** @type {any} */ (dates);
}
