import { randomUUID } from 'node:crypto';
import { Problem } from '../contract/problem.js';
import { acceptanceStatus, versionsOf } from './acceptance-status.js';
import { requireTerms } from './texts.js';

/** @typedef {import('../../src/services/generated/contract.js').components['schemas']} Schemas */

/**
 * Records a decision on the current version or the upcoming one: a text that no longer applies, or that
 * differs from the text that the person has read, cannot be accepted.
 *
 * @type {import('../http/serve.js').Handler}
 */
export async function decideTerms({ queries, parameters: { termsId }, person = '', checkedBody }) {
  const { version, lang, digest, decision } = /** @type {Schemas['TermsDecisionRequest']} */ (
    checkedBody()
  );
  await requireTerms(queries, termsId);
  const { current, upcoming } = acceptanceStatus(await versionsOf(queries, termsId, person));
  if (version !== current?.version && version !== upcoming?.version) {
    throw new Problem(409, 'stale-version', { currentVersion: current?.version });
  }
  /** @type {{ digest: string, controller: Schemas['Controller'] }[]} */
  const [text] = await queries.query(
    'SELECT digest, controller FROM terms_texts WHERE terms_id = $1 AND version = $2 AND lang = $3',
    [termsId, version, lang],
  );
  if (text.digest !== digest) throw new Problem(422, 'digest-mismatch');

  const receiptId = randomUUID();
  /** @type {{ decidedAt: string }[]} */
  const [{ decidedAt }] = await queries.query(
    `INSERT INTO terms_decisions (receipt_id, person, terms_id, version, lang, digest, decision)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING instant(decided_at) AS "decidedAt"`,
    [receiptId, person, termsId, version, lang, digest, decision],
  );
  return {
    status: 201,
    body: {
      receiptId,
      principalId: person,
      documentId: termsId,
      version,
      digest,
      lang,
      decision,
      decidedAt,
      method: 'web dialog',
      controller: text.controller,
      jurisdiction: 'SE',
    },
  };
}
