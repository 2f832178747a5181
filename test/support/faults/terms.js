import { randomUUID } from 'node:crypto';
import { answering, asking, edit, isError, problem, withHeader, without } from './alterations.js';

/**
 * Mistakes in what every service shares, and in the terms.
 *
 * @type {readonly import('./alterations.js').PlantedFault[]}
 */
export const termsFaults = [
  {
    name: 'a wrong digest',
    group: 'terms',
    foundBy: /^the text in sv has its own digest$/,
    fault: answering(/^GET \/api\/terms/, (body) => (body.digest = `sha256-${'A'.repeat(43)}=`)),
  },
  {
    name: 'no ETag compared',
    group: 'terms',
    foundBy: /304 without a body/,
    fault: asking((headers) => delete headers['if-none-match']),
  },
  {
    name: 'errors that may be stored',
    group: 'terms',
    foundBy: /an error that is not stored/,
    fault: withHeader('cache-control', 'max-age=60', isError),
  },
  {
    name: 'errors that are plain JSON',
    group: 'terms',
    foundBy: /problem details with its status/,
    fault: withHeader('content-type', 'application/json', isError),
  },
  {
    name: "a 401 that opens the browser's dialog",
    group: 'terms',
    foundBy: /a challenge, and never Basic/,
    fault: withHeader('www-authenticate', 'Basic realm="agency"', ({ status }) => status === 401),
  },
  {
    name: 'no answer marked as repeated',
    group: 'terms',
    foundBy: /the repeated answer is marked/,
    fault: without('idempotency-replayed'),
  },
  {
    name: 'a new decision for each repetition',
    group: 'terms',
    foundBy: /decision: same key, same answer/,
    fault: asking((headers) => {
      if (/^"[\w-]{36}"$/.test(headers['idempotency-key']))
        headers['idempotency-key'] = `"${randomUUID()}"`;
    }),
  },
  {
    name: 'keys without quotes accepted',
    group: 'terms',
    foundBy: /decision with a key without quotes: 400/,
    fault: asking((headers) => {
      const { 'idempotency-key': key = '' } = headers;
      if (/^[\w-]{36}$/.test(key)) headers['idempotency-key'] = `"${key}"`;
    }),
  },
  {
    name: 'a receipt that speaks of consent',
    group: 'terms',
    foundBy: /acceptance, not consent/,
    fault: answering(/decisions$/, (body) => (body.lawfulBasis = 'consent')),
  },
  {
    name: 'a stale version whose successor is not named',
    group: 'terms',
    foundBy: /stale-version names the current one/,
    fault: problem('stale-version', (reply) => edit(reply, (body) => delete body.currentVersion)),
  },
  {
    name: 'line ends of another system',
    group: 'terms',
    foundBy: /has LF and no byte order mark/,
    fault: answering(
      /^GET \/api\/terms/,
      (body) => (body.markdown = body.markdown.replaceAll('\n', '\r\n')),
    ),
  },
  {
    name: 'a member missing that the contract requires',
    group: 'terms',
    foundBy: /as the contract says/,
    fault: answering(/^GET \/api\/terms/, (body) => delete body.changeSummary),
  },
];
