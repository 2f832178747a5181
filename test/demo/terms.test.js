import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { ask } from '../support/client.js';
import { startServiceInProcess } from '../support/service-in-process.js';
import { adminToken } from '../support/service.js';

const digestOf = (/** @type {string} */ text) =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;

describe('terms', () => {
  /** @type {import('../support/service-in-process.js').ServiceInProcess} */
  let service;
  before(async () => {
    service = await startServiceInProcess();
  });
  after(() => service.close());

  const decide = (/** @type {string} */ id, /** @type {any} */ options) =>
    service.client.send('POST', `/terms/${id}/decisions`, options);

  /** What a page sends to accept. @param {string} [version] the current one unless given */
  async function acceptance(version, lang = 'en') {
    const path = version ? `/terms/my-page/versions/${version}` : '/terms/my-page';
    const { body } = await service.client.get(`${path}?lang=${lang}`);
    return { version: body.version, lang, digest: body.digest, decision: 'accepted' };
  }

  it('serves content/terms unchanged, with its digest', async () => {
    for (const lang of ['sv', 'en']) {
      const file = new URL(`../../content/terms/my-page.${lang}.md`, import.meta.url);
      const markdown = await readFile(file, 'utf8');
      const { body } = await service.client.get(`/terms/my-page?lang=${lang}`);
      assert.equal(body.markdown, markdown);
      assert.equal(body.digest, digestOf(markdown));
    }
  });

  it('asks everyone without a decision', async () => {
    const session = await service.client.openSession();
    for (const options of [{}, { session }]) {
      const { body } = await service.client.get('/terms/my-page?lang=en', options);
      assert.equal(body.accepted, null);
      assert.equal(body.decisionNeeded, true);
    }
  });

  it('stores an acceptance, independent of the language', async () => {
    const session = await service.client.openSession();
    const body = await acceptance();
    const { status, body: receipt } = await decide('my-page', { session, body });
    assert.equal(status, 201);
    assert.equal(receipt.digest, body.digest);
    const { body: terms } = await service.client.get('/terms/my-page?lang=sv', { session });
    assert.deepEqual(terms.accepted, { version: body.version, lang: 'en', at: receipt.decidedAt });
    assert.equal(terms.decisionNeeded, false);
  });

  it('counts the acceptance of the upcoming version for the current one', async () => {
    const session = await service.client.openSession();
    const { body: terms } = await service.client.get('/terms/my-page?lang=en');
    await decide('my-page', { session, body: await acceptance(terms.upcoming.version) });
    const { body: after } = await service.client.get('/terms/my-page?lang=en', { session });
    assert.equal(after.accepted.version, terms.upcoming.version);
    assert.equal(after.decisionNeeded, false);
  });

  it('asks again after an acceptance was withdrawn', async () => {
    const session = await service.client.openSession();
    const body = await acceptance();
    await decide('my-page', { session, body });
    await decide('my-page', { session, body: { ...body, decision: 'declined' } });
    const { body: terms } = await service.client.get('/terms/my-page?lang=en', { session });
    assert.equal(terms.accepted, null);
    assert.equal(terms.decisionNeeded, true);
  });

  it('refuses a version that no longer applies and names the one that does', async () => {
    const session = await service.client.openSession();
    const { version } = await acceptance();
    const { status, body } = await decide('my-page', {
      session,
      body: await acceptance('2026-05-22'),
    });
    assert.equal(status, 409);
    assert.equal(body.code, 'stale-version');
    assert.equal(body.currentVersion, version);
  });

  it('refuses a decision on a text that differs from the stored one', async () => {
    const session = await service.client.openSession();
    const body = { ...(await acceptance()), digest: digestOf('something else') };
    assert.equal((await decide('my-page', { session, body })).body.code, 'digest-mismatch');
  });

  it('accepts no decision on retired terms, but keeps their text', async () => {
    const session = await service.client.openSession();
    const body = { ...(await acceptance()), version: '2024-01-01' };
    assert.equal((await service.client.get('/terms/old-page?lang=sv')).body.code, 'retired');
    assert.equal((await decide('old-page', { session, body })).status, 410);
    const text = await service.client.get('/terms/old-page/versions/2024-01-01?lang=sv');
    assert.equal(text.status, 200);
  });

  it('answers a repeated decision with the same receipt and stores it once', async () => {
    const session = await service.client.openSession();
    const body = await acceptance();
    const key = randomUUID();
    const first = await decide('my-page', { session, body, key });
    for (let repeat = 0; repeat < 3; repeat += 1) {
      const again = await decide('my-page', { session, body, key });
      assert.equal(again.text, first.text);
      assert.equal(again.headers.get('idempotency-replayed'), 'true');
    }
    const stored = await service.database.query(
      'SELECT receipt_id FROM terms_decisions WHERE person = $1',
      [first.body.principalId],
    );
    assert.equal(stored.length, 1);
  });

  it('refuses the same key with another decision', async () => {
    const session = await service.client.openSession();
    const body = await acceptance();
    const key = randomUUID();
    await decide('my-page', { session, body, key });
    const other = await decide('my-page', { session, body: { ...body, lang: 'sv' }, key });
    assert.equal(other.body.code, 'idempotency-mismatch');
  });

  it('can neither change nor delete a decision', async () => {
    for (const sql of [
      "UPDATE terms_decisions SET decision = 'declined'",
      'DELETE FROM terms_decisions',
    ]) {
      await assert.rejects(service.database.query(sql), /may only be added to/);
    }
  });

  it("answers 304 until the text or the person's decision changes", async () => {
    const session = await service.client.openSession();
    const first = await service.client.get('/terms/my-page?lang=en', { session });
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    const again = await service.client.get('/terms/my-page?lang=en', { session, headers });
    assert.equal(again.status, 304);
    assert.equal(again.text, '');
    await decide('my-page', { session, body: await acceptance() });
    const after = await service.client.get('/terms/my-page?lang=en', { session, headers });
    assert.equal(after.status, 200);
  });

  it('publishes a new version once, only for editors', async () => {
    const [sv, en] = await Promise.all(
      ['sv', 'en'].map(async (lang) => {
        const { body } = await service.client.get(`/terms/my-page?lang=${lang}`);
        return body.markdown.replace(/^version: .*$/m, 'version: "2026-11-22b"');
      }),
    );
    const publish = (/** @type {string} */ token, body = { sv, en }) =>
      ask(`${service.address}/admin/terms/my-page/versions/2026-11-22b`, 'PUT', {
        body,
        headers: { authorization: `Bearer ${token}` },
      });
    assert.equal((await publish('wrong')).status, 401);
    assert.equal((await publish(adminToken, { sv, en: sv })).status, 400);
    assert.equal((await publish(adminToken)).status, 201);
    assert.equal((await publish(adminToken)).status, 200);
    assert.equal((await publish(adminToken, { sv, en: `${en}\nMore.\n` })).status, 409);
    const { body } = await service.client.get('/terms/my-page?lang=en');
    assert.equal(body.version, '2026-11-22b');
  });
});
