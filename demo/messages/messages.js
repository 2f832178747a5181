import { randomUUID } from 'node:crypto';
import { invalidBody, Problem } from '../contract/problem.js';
import { decrypt } from './decrypt.js';
import { publicKeys } from './message-keys.js';
import { lengthOf, normalised } from './message-text.js';

/**
 * @typedef {import('../../src/services/generated/contract.js').components['schemas']} Schemas
 * @typedef {import('../http/serve.js').Call} Call
 * @typedef {import('../http/serve.js').Handler} Handler
 * @typedef {import('../database/database.js').Queries} Queries
 */

/** @type {Handler} */
const getMessageKeys = async ({ queries }) => ({
  status: 200,
  headers: { 'cache-control': 'public, max-age=60' },
  body: { keys: await publicKeys(queries) },
});

/** @type {Handler} */
async function sendMessage(call) {
  const { queries, person = '', mediaType } = call;
  const wasEncrypted = mediaType === 'application/jose';
  const sent = wasEncrypted ? await decrypt(queries, String(call.body)) : call.body;
  const message = readMessage(sent, call.faultsOf);
  if (message.language === 'other' && !message.languageConfirmed) {
    throw new Problem(422, 'language-not-supported');
  }
  await requireCase(queries, message.caseId);
  return { status: 201, body: await store(queries, person, message, wasEncrypted) };
}

/**
 * Validates a message after its line breaks and characters have been normalized.
 *
 * @param {unknown} sent
 * @param {Call['faultsOf']} faultsOf
 * @returns {Schemas['Message']}
 * @throws {Problem} 422 `validation` or `too-long`
 */
function readMessage(sent, faultsOf) {
  const message = /** @type {Schemas['Message']} */ (withNormalisedText(sent));
  const faults = faultsOf(message);
  const isLength = (/** @type {import('../contract/schemas.js').Fault} */ fault) =>
    fault.keyword === 'maxLength' && /^\/(subject|body)$/.test(fault.instancePath);
  const others = faults.filter((fault) => !isLength(fault));
  if (others.length) throw invalidBody(others);
  if (!faults.length) return message;
  const [{ instancePath, params }] = faults;
  const text = instancePath === '/body' ? message.body : (message.subject ?? '');
  const length = { pointer: `#${instancePath}`, length: lengthOf(text), limit: params.limit };
  throw new Problem(422, 'too-long', length);
}

/** @param {unknown} sent @returns {unknown} */
function withNormalisedText(sent) {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return sent;
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => {
      const isText = (name === 'subject' || name === 'body') && typeof value === 'string';
      return [name, isText ? normalised(value) : value];
    }),
  );
}

/** @param {Queries} queries @param {string | undefined} caseId */
async function requireCase(queries, caseId) {
  if (caseId === undefined) return;
  // PostgreSQL's text cannot contain U+0000, so no case id has it.
  const name = caseId.replaceAll('\0', '\uFFFD');
  const found = await queries.query('SELECT FROM cases WHERE id = $1', [name]);
  if (!found.length) throw new Problem(422, 'case-invalid');
}

/**
 * @param {Queries} queries
 * @param {string} person
 * @param {Schemas['Message']} message
 * @param {boolean} wasEncrypted
 * @returns {Promise<Schemas['MessageReceipt']>}
 */
async function store(queries, person, message, wasEncrypted) {
  const { caseId = null, subject, body, language, languageConfirmed, createdAt } = message;
  const id = `m-${randomUUID()}`;
  const content = JSON.stringify({ subject, body });
  /** @type {{ receivedAt: string }[]} */
  const [{ receivedAt }] = await queries.query(
    `INSERT INTO messages
       (id, person, case_id, content, language, language_confirmed, was_encrypted, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     RETURNING instant(received_at) AS "receivedAt"`,
    [id, person, caseId, content, language, languageConfirmed, wasEncrypted, createdAt],
  );
  return { id, receivedAt };
}

/** @type {Readonly<Record<string, Handler>>} */
export const messageHandlers = { getMessageKeys, sendMessage };
