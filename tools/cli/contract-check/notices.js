import { setTimeout as pause } from 'node:timers/promises';
import { checkCaching } from './rules.js';

/**
 * @typedef {import('./client.js').ContractClient} ContractClient
 * @typedef {import('./settings.js').CheckSettings} CheckSettings
 */

const text = { sv: 'Prov', en: 'Check' };

/** @param {ContractClient} client @param {CheckSettings} settings */
export async function checkNotices(client, { adminToken }) {
  const feed = await checkCaching(client, 'notices', '/notices');
  // The feed says when it was generated, in whole seconds.
  await pause(1100);
  const headers = { 'if-none-match': feed.headers.get('etag') ?? '' };
  const later = await client.ask('notices later', 'GET', '/notices', { headers });
  client.expect('the tag does not follow generatedAt', later.status === 304, later.status);

  const id = `check-${Date.now()}`;
  const path = `/notices/${id}`;
  const wrong = { authorization: 'Bearer wrong' };
  const body = noticeOf(id);
  await client.wants('notice without a token', 401, 'token-invalid', 'PUT', path, {
    key: null,
    body,
  });
  for (const method of ['GET', 'DELETE']) {
    const options = { key: null, headers: wrong };
    await client.wants(`${method} with a wrong token`, 401, 'token-invalid', method, path, options);
  }
  if (!adminToken)
    return client.report.skip('notice administration: there is no LUCKA_ADMIN_TOKEN');
  const editor = { authorization: `Bearer ${adminToken}` };
  await checkNoticeRules(client, editor, body);
  await checkPublishing(client, editor, body, feed);
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
 * @param {ContractClient} client
 * @param {Record<string, string>} headers
 * @param {{ id: string }} body
 */
async function checkNoticeRules(client, headers, body) {
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
    const answer = await client.wants(name, 422, 'validation', 'PUT', path, options);
    const errors = answer.body?.errors ?? [];
    const isNamed = errors.some((/** @type {{ rule: string }} */ error) => error.rule === rule);
    client.expect(`${name}: rule ${rule}`, isNamed, errors);
  }
  const json = { key: null, headers, raw: '{' };
  const plain = { key: null, headers: { ...headers, 'content-type': 'text/plain' }, raw: 'x' };
  await client.wants('notice that is not JSON', 400, 'malformed', 'PUT', path, json);
  await client.wants('notice as text', 415, 'unsupported-media-type', 'PUT', path, plain);
}

/**
 * @param {ContractClient} client
 * @param {Record<string, string>} headers
 * @param {any} notice
 * @param {import('./client.js').Answer} feed
 */
async function checkPublishing(client, headers, notice, feed) {
  const path = `/notices/${notice.id}`;
  /** @param {object} change */
  const as = (change) => ({ key: null, headers, body: { ...notice, ...change } });
  const lawful = closure('2027-02-26T04:00:00+01:00', '2027-03-28T04:00:00+02:00');
  const isListed = async () => {
    const { body } = await client.ask('notices', 'GET', '/notices');
    return body.notices.some((/** @type {{ id: string }} */ { id }) => id === notice.id);
  };
  await client.wants('notice that does not exist', 404, 'not-found', 'GET', path, { headers });
  await client.wants(
    'lawful closure over the change of clocks',
    201,
    undefined,
    'PUT',
    path,
    as(lawful),
  );
  client.expect('a notice is not shown before it is published', !(await isListed()));
  const early = await client.wants('notice before it is published', 200, undefined, 'GET', path, {
    headers,
  });
  client.expect('an editor sees it', early.body?.closesAt === lawful.closesAt, early.body);
  await client.wants('new revision', 200, undefined, 'PUT', path, as({ revision: 2 }));
  await client.wants('the very same notice', 200, undefined, 'PUT', path, as({ revision: 2 }));
  const stale = await client.wants(
    'another with an old revision',
    409,
    'stale-revision',
    'PUT',
    path,
    as({}),
  );
  client.expect(
    'stale-revision names the stored one',
    stale.body?.currentRevision === 2,
    stale.body,
  );

  const after = await client.ask('notices', 'GET', '/notices');
  const isNew = after.headers.get('etag') !== feed.headers.get('etag');
  client.expect('a notice changes the tag', isNew);
  client.expect('a published notice is in the feed', await isListed());
  for (const name of ['deletion', 'deletion again']) {
    await client.wants(name, 204, undefined, 'DELETE', path, { key: null, headers });
  }
  client.expect('a deleted notice is gone', !(await isListed()));
}
