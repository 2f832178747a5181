import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { databases } from '../support/databases.js';
import { letters, Office } from '../support/office.js';
import { aroundTests } from '../support/service-in-process.js';
import { adminToken } from '../support/service.js';

for (const database of databases) {
  describe(`repeated writes on ${database.name}`, { skip: database.skip }, () => {
    /** @type {import('../support/service-in-process.js').ServiceInProcess} */
    let service;
    aroundTests(database, (started) => (service = started));

    /**
     * All rows of all tables but the two large ones, which no request writes.
     *
     * @returns {Promise<string>}
     */
    async function everything() {
      /** @type {{ name: string }[]} */
      const tables = await service.database.query(
        `SELECT table_name AS name FROM information_schema.tables
         WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
           AND table_name NOT IN ('slots', 'letters') ORDER BY 1`,
      );
      const contents = [];
      for (const { name } of tables) {
        const rows = await service.database.query(
          `SELECT to_json(one)::text AS row FROM ${name} one ORDER BY 1`,
        );
        contents.push(name, rows);
      }
      return JSON.stringify(contents);
    }

    it('change nothing in three repetitions, and get the same response', async () => {
      const session = await service.client.openSession();
      const { body: terms } = await service.client.get('/terms/my-page?lang=en');
      const { version, lang, digest } = terms;
      const office = new Office(service.client, 'malmo');
      const letterReference = letters.next();
      const [one, other, third] = await office.freeSlots();
      const { body: hold } = await office.hold(third.id, letters.next());
      const { body: toRelease } = await office.hold(other.id, letters.next());
      const body = {
        body: 'Hello',
        language: 'en',
        languageConfirmed: false,
        createdAt: '2026-11-22T14:05:00Z',
      };
      const visit = await office.booked(letters.next());
      const [free] = await office.freeSlots();

      /** @type {[string, string, any][]} */
      const writes = [
        [
          'POST',
          '/terms/my-page/decisions',
          { session, body: { version, lang, digest, decision: 'declined' } },
        ],
        [
          'POST',
          '/terms/my-page/decisions',
          { session, body: { version: '0', lang, digest, decision: 'accepted' } },
        ],
        ['POST', '/messages', { session, body }],
        ['POST', '/messages', { session, body: { ...body, language: 'other' } }],
        ['POST', '/messages', { session, body: {} }],
        ['POST', '/letter-checks', { body: { letterReference } }],
        ['POST', '/letter-checks', { body: { letterReference: 'wrong' } }],
        ['POST', '/holds', { body: { slotId: one.id, letterReference } }],
        ['POST', '/holds', { body: { slotId: third.id, letterReference: letters.next() } }],
        ['PATCH', `/holds/${hold.holdId}`, { body: { extend: true } }],
        ['DELETE', `/holds/${toRelease.holdId}`, {}],
        ['POST', '/bookings', { body: { holdId: hold.holdId } }],
        ['PUT', `/bookings/${visit.reference}/slot`, { body: { slotId: free.id } }],
        ['DELETE', `/bookings/${visit.reference}`, {}],
      ];
      for (const [method, path, options] of writes) {
        const key = randomUUID();
        const first = await service.client.send(method, path, { ...options, key });
        assert.ok([200, 201, 204, 409, 422].includes(first.status), `${path} ${first.text}`);
        const before = await everything();
        for (let time = 0; time < 3; time += 1) {
          const again = await service.client.send(method, path, { ...options, key });
          assert.deepEqual([again.status, again.text], [first.status, first.text], path);
          assert.equal(again.headers.get('idempotency-replayed'), 'true');
          assert.equal(again.headers.get('location'), first.headers.get('location'));
          assert.equal(first.headers.get('idempotency-replayed'), null);
        }
        assert.equal(await everything(), before, `${method} ${path}`);
      }
    });

    it('change nothing in the notices either, which have no key', async () => {
      const headers = { authorization: `Bearer ${adminToken}` };
      const text = { sv: 'Prov', en: 'Check' };
      const facts = {
        kind: 'terms',
        reason: 'operational',
        title: text,
        body: text,
        impact: 'slow',
      };
      const place = { publishedAt: '2026-01-01T09:00:00+01:00', scope: 'part', affected: [] };
      const body = { id: 'repeated', revision: 1, ...facts, ...place };
      for (const [method, options] of /** @type {const} */ ([
        ['PUT', { body }],
        ['DELETE', {}],
      ])) {
        const send = () =>
          service.client.send(method, '/notices/repeated', { key: null, headers, ...options });
        await send();
        const before = await everything();
        for (let time = 0; time < 3; time += 1) assert.ok((await send()).status < 300);
        assert.equal(await everything(), before);
      }
    });

    it('are done once when they arrive at the same time', async () => {
      const session = await service.client.openSession();
      const body = {
        body: 'Once',
        language: 'en',
        languageConfirmed: false,
        createdAt: '2026-11-22T14:05:00Z',
      };
      const key = randomUUID();
      const answers = await Promise.all(
        Array.from({ length: 8 }, () =>
          service.client.send('POST', '/messages', { session, key, body }),
        ),
      );
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]));
      assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
      assert.equal(answers.filter(({ headers }) => !headers.get('idempotency-replayed')).length, 1);
    });

    it('belong to one person: the same key of another person is another request', async () => {
      const key = randomUUID();
      const body = {
        body: 'Mine',
        language: 'en',
        languageConfirmed: false,
        createdAt: '2026-11-22T14:05:00Z',
      };
      const [mine, theirs] = [
        await service.client.openSession(),
        await service.client.openSession(),
      ];
      const first = await service.client.send('POST', '/messages', { session: mine, key, body });
      const second = await service.client.send('POST', '/messages', { session: theirs, key, body });
      assert.equal(second.status, 201);
      assert.notEqual(second.body.id, first.body.id);
    });

    it('are another request when address, method or a single byte differs', async () => {
      const key = randomUUID();
      const letterReference = letters.next();
      const send = (/** @type {string} */ path, /** @type {string} */ raw) =>
        service.client.send('POST', path, { key, raw });
      await send('/letter-checks', JSON.stringify({ letterReference }));
      for (const [path, raw] of [
        ['/letter-checks', JSON.stringify({ letterReference }, null, 1)],
        ['/holds', JSON.stringify({ letterReference })],
      ]) {
        const { status, body } = await send(path, raw);
        assert.deepEqual([status, body.code], [422, 'idempotency-mismatch']);
      }
    });

    it('do not use up a key if nothing was decided', async () => {
      const key = randomUUID();
      const session = await service.client.openSession();
      const body = {
        body: 'Later',
        language: 'en',
        languageConfirmed: false,
        createdAt: '2026-11-22T14:05:00Z',
      };
      const send = (/** @type {any} */ options) =>
        service.client.send('POST', '/messages', { key, ...options });
      assert.equal((await send({ body })).status, 401);
      assert.equal((await send({ body, session: { ...session, csrf: 'x' } })).status, 403);
      assert.equal((await send({ raw: '{', session })).status, 400);
      assert.equal(
        (await send({ raw: 'a=b', session, headers: { 'content-type': 'text/plain' } })).status,
        415,
      );
      const made = await send({ body, session });
      assert.equal(made.status, 201);
      assert.equal(made.headers.get('idempotency-replayed'), null);
    });
  });
}
