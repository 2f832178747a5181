import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { databases } from '../support/databases.js';
import { Office } from '../support/office.js';
import { aroundTests } from '../support/service-in-process.js';
import { adminToken } from '../support/service.js';

for (const database of databases) {
  describe(`logs with ${database.name}`, { skip: database.skip }, () => {
    /** @type {import('../support/service-in-process.js').ServiceInProcess} */
    let service;
    aroundTests(database, (started) => (service = started));

    it('contain no text, letter, key, reference or token, also after an error', async () => {
      const { client } = service;
      const office = new Office(client, 'norrkoping');
      const session = await client.openSession();
      const secrets = {
        letter: 'LUCKA-0042',
        key: randomUUID(),
        text: 'Min hemliga fråga',
        subject: 'Hemligt ämne',
      };
      const body = {
        body: secrets.text,
        subject: secrets.subject,
        languageConfirmed: false,
        createdAt: '2026-11-22T14:05:00Z',
      };
      const send = (/** @type {string} */ language) =>
        client.send('POST', '/messages', {
          session,
          key: secrets.key,
          body: { ...body, language },
        });

      const { body: hold } = await office.hold(
        (await office.freeSlot()).id,
        secrets.letter,
        session,
      );
      const { body: booking } = await office.book(hold.holdId, secrets.letter, session);
      await office.booking(booking.reference);
      await client.get(`/bookings?idempotencyKey=${secrets.key}`);
      await send('fi');
      await send('en');
      await client.send('POST', '/letter-checks', {
        raw: `{"letterReference": "${secrets.letter}`,
      });
      await client.get('/notices/none', { headers: { authorization: `Bearer ${adminToken}` } });

      // A database that quotes what it refuses: the whole row, and the key that is there already.
      await service.database.run(
        'ALTER TABLE messages ADD CONSTRAINT none CHECK (person IS NULL) NOT VALID',
      );
      const failed = await client.send('POST', '/messages', {
        session,
        body: { ...body, language: 'en' },
      });
      assert.equal(failed.status, 500);

      const log = service.log();
      const { reference } = booking;
      const kept = [
        reference,
        reference.replaceAll('-', ''),
        hold.holdId,
        session.csrf,
        session.cookie,
        adminToken,
      ];
      for (const secret of [...Object.values(secrets), secrets.letter.replace('-', ''), ...kept]) {
        assert.ok(!log.toLowerCase().includes(secret.toLowerCase()), `the log holds ${secret}`);
      }
      assert.doesNotMatch(log, /127\.0\.0\.1.*answered/);
    });

    it('contain operation, status and the place of an error', async () => {
      await service.client.get('/offices');
      const lines = service
        .log()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const line = lines.find(({ operation }) => operation === 'listOffices');
      assert.equal(line.status, 200);
      assert.match(line.request, /^[0-9a-f-]{36}$/);
      assert.ok(line.milliseconds >= 0);
      const { error, request } = lines.find(({ msg }) => msg === 'failed');
      assert.equal(error.code, '23514');
      assert.equal(error.constraint, 'none');
      assert.ok(error.frames.length > 0);
      assert.match(request, /^[0-9a-f-]{36}$/);
    });
  });
}
