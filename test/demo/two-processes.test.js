import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { openDatabase } from '../../demo/database/database.js';
import { clientOf } from '../support/client.js';
import { databases } from '../support/databases.js';
import { letters, Office } from '../support/office.js';
import { adminToken, startService } from '../support/service.js';
import { until } from '../support/until.js';

const { skip, open: openPostgres } = databases[1];

describe('two processes on one PostgreSQL', { skip }, () => {
  /** @type {import('../support/databases.js').OpenDatabase} */
  let open;
  /** @type {import('../support/service.js').RunningService[]} */
  let services = [];
  /** @type {import('../support/client.js').Client[]} */
  let clients;
  let databaseUrl = '';
  before(async () => {
    open = await openPostgres();
    databaseUrl = (await open.createDatabase()) ?? '';
    // Both at once, on an empty database: who comes second waits while the first makes the tables.
    services = await Promise.all([startService({ databaseUrl }), startService({ databaseUrl })]);
    clients = services.map(({ address }) => clientOf(address));
  });
  after(async () => {
    await Promise.all(services.map((service) => service.remove()));
    await open?.close();
  });

  it('share sessions, keys, times and notices', async () => {
    const [one, other] = clients;
    const session = await one.openSession();
    assert.equal((await other.get('/terms/my-page?lang=en', { session })).body.accepted, null);
    for (const path of ['/messages/keys', '/offices', '/terms/my-page?lang=sv']) {
      assert.equal((await one.get(path)).text, (await other.get(path)).text, path);
    }
    const headers = { authorization: `Bearer ${adminToken}` };
    const [notice] = (await one.get('/notices')).body.notices;
    const body = { ...notice, revision: 2 };
    await one.send('PUT', `/notices/${notice.id}`, { key: null, headers, body });
    assert.equal((await other.get('/notices')).body.notices[0].revision, 2);
  });

  it('complete at one process a booking that began at the other', async () => {
    const [here, there] = clients.map((client) => new Office(client, 'boden'));
    const letter = letters.next();
    const { body: hold } = await here.hold((await here.freeSlot()).id, letter);
    assert.equal((await there.extend(hold.holdId)).status, 200);
    const { body: booking } = await there.book(hold.holdId, letter);
    assert.equal((await here.cancel(booking.reference)).status, 200);
    assert.equal((await there.booking(booking.reference)).body.status, 'cancelled');
  });

  it('process a request once that is sent to both with one key', async () => {
    const session = await clients[0].openSession();
    const body = {
      body: 'Once',
      language: 'en',
      languageConfirmed: false,
      createdAt: '2026-11-22T14:05:00Z',
    };
    for (let round = 0; round < 10; round += 1) {
      const key = randomUUID();
      const answers = await Promise.all(
        [...clients, ...clients].map((client) =>
          client.send('POST', '/messages', { session, key, body }),
        ),
      );
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]));
      assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
    }
  });

  it('give one time to one of many concurrent requests at both', async () => {
    const offices = clients.map((client) => new Office(client, 'sundsvall'));
    // A process may list for a second what the other one has given away: so they are read once.
    const slots = await offices[0].freeSlots();
    for (const { id } of slots.slice(0, 5)) {
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, index) => {
          const office = offices[index % 2];
          return index % 3
            ? office.hold(id, letters.next())
            : office.bookDirectly(id, letters.next());
        }),
      );
      const statuses = answers.map(({ status }) => status).sort();
      assert.deepEqual(statuses, [201, ...Array(9).fill(409)]);
    }
  });

  it('exchange two visits concurrently without losing either or failing', async () => {
    const offices = clients.map((client) => new Office(client, 'goteborg'));
    const visits = [
      await offices[0].booked(letters.next()),
      await offices[1].booked(letters.next()),
    ];
    for (let round = 0; round < 5; round += 1) {
      const now = await Promise.all(visits.map(({ reference }) => offices[0].booking(reference)));
      const [one, other] = now.map(({ body }) => body);
      const changes = await Promise.all([
        offices[0].change(one.reference, { slotId: other.slot.id }),
        offices[1].change(other.reference, { slotId: one.slot.id }),
      ]);
      assert.ok(
        changes.every(({ status }) => status === 200 || status === 409),
        JSON.stringify(changes),
      );
    }
  });

  it('continue after the database has closed their connections', async () => {
    const database = await openDatabase({ databaseUrl, dataDirectory: '' });
    await database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await database.close();
    for (const client of clients) {
      await until(async () => (await client.get('/offices')).status === 200);
    }
  });

  it('count failed attempts together', async () => {
    let limited = 0;
    for (let guess = 0; guess < 80 && !limited; guess += 1) {
      const body = { letterReference: `GUESS-${guess}` };
      const { status } = await clients[guess % 2].send('POST', '/letter-checks', { body });
      if (status === 429) limited = guess;
    }
    assert.ok(limited > 0 && limited <= 60, `limited after ${limited}`);
    const { status } = await clients[limited % 2].send('POST', '/letter-checks', {
      body: { letterReference: 'x' },
    });
    assert.equal(status, 429);
  });
});
