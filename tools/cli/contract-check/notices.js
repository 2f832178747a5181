import { setTimeout as pause } from 'node:timers/promises';
import { checkCaching } from './rules.js';

/**
 * @typedef {import('./examiner.js').Examiner} Examiner
 * @typedef {import('./settings.js').CheckSettings} CheckSettings
 */

const text = { sv: 'Prov', en: 'Check' };

/** @param {Examiner} examiner @param {CheckSettings} settings */
export async function checkNotices(examiner, { adminToken }) {
  const feed = await checkCaching(examiner, 'notices', '/notices');
  // The feed tells when it was put together, in whole seconds.
  await pause(1100);
  const headers = { 'if-none-match': feed.headers.get('etag') ?? '' };
  const later = await examiner.ask('notices later', 'GET', '/notices', { headers });
  examiner.expect('the tag does not follow generatedAt', later.status === 304, later.status);

  const id = `check-${Date.now()}`;
  const path = `/notices/${id}`;
  const wrong = { authorization: 'Bearer wrong' };
  const body = noticeOf(id);
  await examiner.wants('notice without a token', 401, 'token-invalid', 'PUT', path, {
    key: null,
    body,
  });
  for (const method of ['GET', 'DELETE']) {
    const options = { key: null, headers: wrong };
    await examiner.wants(
      `${method} with a wrong token`,
      401,
      'token-invalid',
      method,
      path,
      options,
    );
  }
  if (!adminToken)
    return examiner.report.skip('notice administration: there is no LUCKA_ADMIN_TOKEN');
  const editor = { authorization: `Bearer ${adminToken}` };
  await checkNoticeRules(examiner, editor, body);
  await checkPublishing(examiner, editor, body, feed);
}

/** @param {string} id */
const noticeOf = (id) => ({
  id,
  revision: 1,
  kind: 'planned',
  reason: 'maintenance',
  title: text,
  body: text,
  publishedAt: '2026-01-01T09:00:00+01:00',
  startsAt: '2030-01-01T22:00:00+01:00',
  endsAt: '2030-01-02T04:00:00+01:00',
  scope: 'part',
  affected: ['check'],
  impact: 'slow',
});

/**
 * Summer time begins on 28 March 2027 and ends on 31 October.
 *
 * @param {string} publishedAt
 * @param {string} closesAt
 */
const closure = (publishedAt, closesAt) => ({
  ...{ kind: 'closure', reason: 'development', startsAt: null, endsAt: null },
  ...{ publishedAt, closesAt },
});

/**
 * @param {Examiner} examiner
 * @param {Record<string, string>} headers
 * @param {{ id: string }} body
 */
async function checkNoticeRules(examiner, headers, body) {
  const path = `/notices/${body.id}`;
  /** @type {[string, string, object][]} */
  const rules = [
    ['notice in one language', 'missing-language', { title: { sv: 'Prov' } }],
    [
      'notice that ends before it starts',
      'end-before-start',
      { endsAt: '2030-01-01T21:00:00+01:00' },
    ],
    ['notice without an offset', 'no-offset', { startsAt: '2030-01-01T22:00:00' }],
    [
      'closure a minute short',
      'closure-30-days',
      closure('2027-10-02T04:00:00+02:00', '2027-11-01T03:59:00+01:00'),
    ],
  ];
  for (const [name, rule, change] of rules) {
    const options = { key: null, headers, body: { ...body, ...change } };
    const answer = await examiner.wants(name, 422, 'validation', 'PUT', path, options);
    const errors = answer.body?.errors ?? [];
    const isNamed = errors.some((/** @type {{ rule: string }} */ error) => error.rule === rule);
    examiner.expect(`${name}: rule ${rule}`, isNamed, errors);
  }
  const json = { key: null, headers, raw: '{' };
  const plain = { key: null, headers: { ...headers, 'content-type': 'text/plain' }, raw: 'x' };
  await examiner.wants('notice that is not JSON', 400, 'malformed', 'PUT', path, json);
  await examiner.wants('notice as text', 415, 'unsupported-media-type', 'PUT', path, plain);
}

/**
 * @param {Examiner} examiner
 * @param {Record<string, string>} headers
 * @param {any} notice
 * @param {import('./examiner.js').Answer} feed
 */
async function checkPublishing(examiner, headers, notice, feed) {
  const path = `/notices/${notice.id}`;
  /** @param {object} change */
  const as = (change) => ({ key: null, headers, body: { ...notice, ...change } });
  const lawful = closure('2027-02-26T04:00:00+01:00', '2027-03-28T04:00:00+02:00');
  const isListed = async () => {
    const { body } = await examiner.ask('notices', 'GET', '/notices');
    return body.notices.some((/** @type {{ id: string }} */ { id }) => id === notice.id);
  };
  await examiner.wants('notice that does not exist', 404, 'not-found', 'GET', path, { headers });
  await examiner.wants(
    'lawful closure over the change of clocks',
    201,
    undefined,
    'PUT',
    path,
    as(lawful),
  );
  examiner.expect('a notice is not shown before it is published', !(await isListed()));
  const early = await examiner.wants('notice before it is published', 200, undefined, 'GET', path, {
    headers,
  });
  examiner.expect('an editor sees it', early.body?.closesAt === lawful.closesAt, early.body);
  await examiner.wants('new revision', 200, undefined, 'PUT', path, as({ revision: 2 }));
  await examiner.wants('the very same notice', 200, undefined, 'PUT', path, as({ revision: 2 }));
  const stale = await examiner.wants(
    'another with an old revision',
    409,
    'stale-revision',
    'PUT',
    path,
    as({}),
  );
  examiner.expect(
    'stale-revision names the stored one',
    stale.body?.currentRevision === 2,
    stale.body,
  );

  const after = await examiner.ask('notices', 'GET', '/notices');
  const isNew = after.headers.get('etag') !== feed.headers.get('etag');
  examiner.expect('a notice changes the tag', isNew);
  examiner.expect('a published notice is in the feed', await isListed());
  for (const name of ['deletion', 'deletion again']) {
    await examiner.wants(name, 204, undefined, 'DELETE', path, { key: null, headers });
  }
  examiner.expect('a deleted notice is gone', !(await isListed()));
}
