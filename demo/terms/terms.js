import { notFound } from '../contract/problem.js';
import { decideTerms } from './decisions.js';
import { acceptanceStatus, versionsOf } from './acceptance-status.js';
import { requireTerms, textOf } from './texts.js';

/** @typedef {import('../http/serve.js').Handler} Handler */

/** @type {Handler} */
async function getTerms({ queries, parameters: { termsId, lang }, person = '' }) {
  await requireTerms(queries, termsId);
  const { current, upcoming, accepted, decisionNeeded } = acceptanceStatus(
    await versionsOf(queries, termsId, person),
  );
  if (!current) throw notFound();
  return {
    status: 200,
    headers: { 'cache-control': 'private, no-cache' },
    body: {
      ...(await textOf(queries, termsId, current.version, lang)),
      accepted: accepted
        ? { version: accepted.version, lang: accepted.lang, at: accepted.at }
        : null,
      decisionNeeded,
      upcoming: upcoming ? { version: upcoming.version, effective: upcoming.effective } : null,
    },
  };
}

/** @type {Handler} */
const getTermsVersion = async ({ queries, parameters: { termsId, version, lang } }) => ({
  status: 200,
  headers: { 'cache-control': 'public, max-age=31536000, immutable' },
  body: await textOf(queries, termsId, version, lang),
});

/** @type {Readonly<Record<string, Handler>>} */
export const termsHandlers = { getTerms, getTermsVersion, decideTerms };
