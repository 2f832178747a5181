import { isDeepStrictEqual } from 'node:util';
import { notFound, Problem } from '../contract/problem.js';
import { checkNotice } from './notice-rules.js';

/**
 * @typedef {import('../../src/services/generated/contract.js').components['schemas']} Schemas
 * @typedef {import('../http/serve.js').Handler} Handler
 * @typedef {import('../database/database.js').Queries} Queries
 */

/** @type {Handler} */
async function listNotices({ queries }) {
  /** @type {{ notice: string }[]} */
  const rows = await queries.query(
    `SELECT notice FROM notices
     WHERE published_at <= now() AND (ended_at IS NULL OR ended_at > now() - interval '24 hours')
     ORDER BY published_at DESC, id`,
  );
  const notices = rows.map(({ notice }) => JSON.parse(notice));
  /** @type {{ generatedAt: string }[]} */
  const [{ generatedAt }] = await queries.query('SELECT instant(now()) AS "generatedAt"');
  return {
    status: 200,
    headers: { 'cache-control': 'public, max-age=60' },
    body: { generatedAt, notices },
    tagged: notices,
  };
}

/** @type {Handler} */
async function getNotice({ queries, parameters: { noticeId } }) {
  /** @type {{ notice: string }[]} */
  const [stored] = await queries.query('SELECT notice FROM notices WHERE id = $1', [noticeId]);
  if (!stored) throw notFound();
  return { status: 200, body: JSON.parse(stored.notice) };
}

/** @type {Handler} */
async function putNotice({ queries, parameters: { noticeId }, body, faultsOf }) {
  const notice = await checkNotice(queries, noticeId, body, faultsOf);
  if (await addNotice(queries, notice)) return { status: 201, body: notice };
  const stored = await lockNotice(queries, noticeId);
  if (stored && isDeepStrictEqual(JSON.parse(stored.notice), notice)) {
    return { status: 200, body: notice };
  }
  if (stored && stored.revision >= notice.revision) {
    throw new Problem(409, 'stale-revision', { currentRevision: stored.revision });
  }
  await replaceNotice(queries, notice);
  return { status: 200, body: notice };
}

/** @type {Handler} */
async function deleteNotice({ queries, parameters: { noticeId } }) {
  await queries.query('DELETE FROM notices WHERE id = $1', [noticeId]);
  return { status: 204 };
}

/**
 * @param {Queries} queries a transaction, which then locks the row
 * @param {string} id
 * @returns {Promise<{ revision: number, notice: string } | undefined>}
 */
async function lockNotice(queries, id) {
  /** @type {{ revision: number, notice: string }[]} */
  const [stored] = await queries.query(
    'SELECT revision, notice FROM notices WHERE id = $1 FOR UPDATE',
    [id],
  );
  return stored;
}

/**
 * @param {Queries} queries
 * @param {Schemas['Notice']} notice
 * @returns {Promise<boolean>} false if there is one with this id
 */
export async function addNotice(queries, notice) {
  const added = await queries.query(
    `INSERT INTO notices (id, revision, notice, published_at, ended_at)
     VALUES ($1, $2, $3, $4::timestamptz, $5::timestamptz) ON CONFLICT DO NOTHING RETURNING id`,
    columnsOf(notice),
  );
  return added.length > 0;
}

/** @param {Queries} queries @param {Schemas['Notice']} notice */
export const replaceNotice = (queries, notice) =>
  queries.query(
    `UPDATE notices SET revision = $2, notice = $3, published_at = $4::timestamptz,
       ended_at = $5::timestamptz
     WHERE id = $1`,
    columnsOf(notice),
  );

/** @param {Schemas['Notice']} notice */
const columnsOf = (notice) => [
  notice.id,
  notice.revision,
  JSON.stringify(notice),
  notice.publishedAt,
  notice.endedAt ?? null,
];

/** @type {Readonly<Record<string, Handler>>} */
export const noticeHandlers = { listNotices, getNotice, putNotice, deleteNotice };
