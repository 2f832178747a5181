import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startServiceInProcess } from '../support/service-in-process.js';
import { adminToken } from '../support/service.js';
import { until } from '../support/until.js';

const text = { sv: 'Prov', en: 'Check' };
const notice = {
  id: 'upgrade',
  revision: 1,
  kind: 'planned',
  reason: 'maintenance',
  title: text,
  body: text,
  publishedAt: '2026-01-01T09:00:00+01:00',
  startsAt: '2030-01-01T22:00:00+01:00',
  endsAt: '2030-01-02T04:00:00+01:00',
  scope: 'part',
  affected: ['messages'],
  impact: 'slow',
};

describe('notices', () => {
  /** @type {import('../support/service-in-process.js').ServiceInProcess} */
  let service;
  before(async () => {
    service = await startServiceInProcess();
  });
  after(() => service.close());

  const headers = { authorization: `Bearer ${adminToken}` };
  /** @param {any} [options] */
  const feed = (options) => service.client.get('/notices', options);
  /** @param {any} change */
  const put = (change = {}) => {
    const body = { ...notice, ...change };
    return service.client.send('PUT', `/notices/${body.id}`, { key: null, headers, body });
  };
  const ids = async () => {
    const { body } = await feed();
    return body.notices.map((/** @type {{ id: string }} */ { id }) => id);
  };

  it('starts with one planned interruption in the future', async () => {
    const { body } = await feed();
    assert.equal(body.notices.length, 1);
    const [{ kind, startsAt, endsAt, title }] = body.notices;
    assert.equal(kind, 'planned');
    assert.ok(Date.parse(startsAt) > Date.now() + 6 * 86_400_000);
    assert.equal(Date.parse(endsAt) - Date.parse(startsAt), 6 * 3_600_000);
    assert.ok(title.sv !== title.en);
    assert.doesNotMatch(JSON.stringify(body), /editorial|\[\^/);
  });

  it('is readable from any page, with its clock', async () => {
    for (const answer of [await feed(), await feed({ headers: { 'if-none-match': '*' } })]) {
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      assert.match(answer.headers.get('access-control-expose-headers') ?? '', /Date/);
      assert.equal(answer.headers.get('access-control-allow-credentials'), null);
    }
    assert.equal(
      (await service.client.get('/offices')).headers.get('access-control-allow-origin'),
      null,
    );
  });

  it('answers 304 until a notice changes, however much later', async () => {
    const first = await feed();
    const known = { headers: { 'if-none-match': first.headers.get('etag') } };
    await until(async () => (await feed()).body.generatedAt !== first.body.generatedAt);
    const again = await feed(known);
    assert.equal(again.status, 304);
    assert.equal(again.text, '');
    assert.equal(again.headers.get('etag'), first.headers.get('etag'));
    await put({ id: 'changing' });
    assert.equal((await feed(known)).status, 200);
  });

  it('publishes, replaces and withdraws idempotently', async () => {
    assert.equal((await put()).status, 201);
    assert.equal((await put()).status, 200);
    assert.equal((await put({ revision: 2, impact: 'read-only' })).status, 200);
    assert.ok((await ids()).includes('upgrade'));
    for (let time = 0; time < 2; time += 1) {
      const gone = await service.client.send('DELETE', '/notices/upgrade', { key: null, headers });
      assert.equal(gone.status, 204);
    }
    assert.ok(!(await ids()).includes('upgrade'));
  });

  it('refuses a revision that is not newer and names the stored one', async () => {
    await put({ id: 'revised', revision: 3 });
    for (const revision of [1, 3]) {
      const { status, body } = await put({ id: 'revised', revision, impact: 'unavailable' });
      assert.deepEqual([status, body.code, body.currentRevision], [409, 'stale-revision', 3]);
    }
  });

  it('can only be changed by editors', async () => {
    /** @type {Record<string, string>[]} */
    const wrong = [
      {},
      { authorization: 'Bearer wrong' },
      { authorization: 'Bearer ' },
      { authorization: adminToken },
    ];
    for (const asker of wrong) {
      for (const method of ['GET', 'PUT', 'DELETE']) {
        const body = method === 'PUT' ? notice : undefined;
        const answer = await service.client.send(method, '/notices/upgrade', {
          key: null,
          headers: asker,
          body,
        });
        assert.deepEqual([answer.status, answer.body.code], [401, 'token-invalid']);
        assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
      }
    }
  });

  it('shows unpublished notices only to editors', async () => {
    const early = { id: 'early', publishedAt: '2030-01-01T00:00:00+01:00' };
    await put(early);
    assert.ok(!(await ids()).includes('early'));
    const { body } = await service.client.get('/notices/early', { headers });
    assert.deepEqual(body, { ...notice, ...early });
    assert.equal((await service.client.get('/notices/none', { headers })).status, 404);
  });

  it('keeps an ended notice for a day', async () => {
    const hoursAgo = (/** @type {number} */ hours) =>
      new Date(Date.now() - hours * 3_600_000).toISOString();
    const past = { startsAt: hoursAgo(30), endsAt: hoursAgo(28) };
    await put({ id: 'ended-today', ...past, endedAt: hoursAgo(23) });
    await put({ id: 'ended-before', ...past, endedAt: hoursAgo(25) });
    const shown = await ids();
    assert.ok(shown.includes('ended-today'));
    assert.ok(!shown.includes('ended-before'));
  });

  /** @type {[string, object, string, string][]} */
  const faults = [
    ['in one language', { title: { sv: 'Prov' } }, '#/title/en', 'missing-language'],
    ['with an empty text', { body: { sv: '', en: 'Check' } }, '#/body/sv', 'missing-language'],
    [
      'that ends before it starts',
      { endsAt: '2030-01-01T21:00:00+01:00' },
      '#/endsAt',
      'end-before-start',
    ],
    ['without an offset', { startsAt: '2030-01-01T22:00:00' }, '#/startsAt', 'no-offset'],
    ['without an optional offset', { endedAt: '2030-01-01T22:00:00' }, '#/endedAt', 'no-offset'],
    ['without a kind', { kind: undefined }, '#/kind', 'required'],
    ['that is planned for no time', { startsAt: undefined }, '#/startsAt', 'required'],
    [
      'in a year that never was',
      { publishedAt: '0000-01-01T00:00:00Z' },
      '#/publishedAt',
      'date-time',
    ],
  ];
  for (const [name, change, pointer, rule] of faults) {
    it(`refuses a notice ${name}`, async () => {
      const { status, body } = await put({ id: 'faulty', ...change });
      assert.equal(status, 422);
      const named = body.errors.map((/** @type {any} */ error) => [error.pointer, error.rule]);
      assert.deepEqual(named, [[pointer, rule]]);
    });
  }

  it('refuses a notice under another address', async () => {
    const options = { key: null, headers, body: notice };
    const { body } = await service.client.send('PUT', '/notices/another', options);
    assert.equal(body.errors[0].pointer, '#/id');
  });

  it('requires thirty Swedish calendar days before a closure, not 30 × 24 hours', async () => {
    const closure = (/** @type {string} */ publishedAt, /** @type {string} */ closesAt) =>
      put({ id: 'closure', kind: 'closure', revision: (revision += 1), publishedAt, closesAt });
    let revision = 0;
    // Summer time begins on 28 March 2027 and ends on 31 October.
    const lawful = await closure('2027-02-26T04:00:00+01:00', '2027-03-28T04:00:00+02:00');
    assert.equal(lawful.status, 201);
    const short = await closure('2027-10-02T04:00:00+02:00', '2027-11-01T03:59:00+01:00');
    assert.equal(short.body.errors[0].rule, 'closure-30-days');
    assert.equal(
      (await closure('2027-10-02T04:00:00+02:00', '2027-11-01T04:00:00+01:00')).status,
      200,
    );
    assert.equal((await closure('2027-10-02T04:00:00+02:00', '2027-11-01T02:30:00Z')).status, 422);
  });
});
