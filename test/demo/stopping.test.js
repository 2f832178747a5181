import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { clientOf } from '../support/client.js';
import { openPglite } from '../../demo/database/pglite.js';
import { Letters } from '../../demo/bookings/letters.js';
import { migrate } from '../../demo/database/migrate.js';
import { createService } from '../../demo/service.js';
import { makeDataDirectory, removeDirectory } from '../support/data-directory.js';
import { databases } from '../support/databases.js';
import { letters, Office } from '../support/office.js';
import { startPostgres } from '../support/postgres.js';
import { startService } from '../support/service.js';
import { until } from '../support/until.js';

const [, { skip: noPostgres }] = databases;

describe('a service during shutdown', () => {
  /** @type {string} */
  let directory;
  /** @type {import('../../demo/database/database.js').Database} */
  let database;
  before(async () => {
    directory = await makeDataDirectory();
    database = await openPglite(directory);
    await migrate(database);
  });
  after(async () => {
    await database.close();
    await removeDirectory(directory);
  });

  it('finishes requests in progress and answers later ones with Retry-After', async () => {
    const gate = resolvers();
    let waiting = 0;
    /** @type {import('../../demo/database/database.js').Database} */
    const slow = {
      ...database,
      connection: (work) =>
        database.connection(async (connection) => {
          waiting += 1;
          await gate.promise;
          return work(connection);
        }),
    };
    const app = await createService({
      database: slow,
      letters: new Letters('secret'),
      adminToken: 'token',
      log: { write: () => true },
    });
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    let received = '';
    socket.on('data', (chunk) => (received += chunk));
    socket.write('GET /api/notices HTTP/1.1\r\nHost: lucka\r\n\r\n');
    await until(() => waiting === 1);

    const closed = app.close();
    await assert.rejects(clientOf(address).get('/notices'));
    socket.write('GET /api/notices HTTP/1.1\r\nHost: lucka\r\n\r\n');
    gate.resolve(undefined);
    await once(socket, 'close');
    await closed;
    const [first, second] = received.split(/(?=HTTP\/1\.1 )/);
    assert.match(first, /^HTTP\/1\.1 200/);
    assert.match(first, /"notices":\[\]/);
    assert.match(second ?? '', /^HTTP\/1\.1 503/);
    assert.match(second ?? '', /retry-after: 5\r\n/i);
    assert.match(second ?? '', /"code":"unavailable"/);
  });
});

/** How long a service manager waits at least before it kills, in milliseconds. */
const timeout = 10_000;

describe('a service process during shutdown', () => {
  /** @type {import('../support/service.js').RunningService} */
  let service;
  before(async () => {
    service = await startService();
  });
  after(() => service?.remove());

  /** @type {Readonly<Record<string, (days: string) => string>>} */
  const clients = {
    'sends nothing': () => '',
    'stops in the middle of a request': () => 'GET /api/offices HTTP/1.1\r\nHost: luc',
    'stops in the middle of a body': () =>
      [
        'POST /api/letter-checks HTTP/1.1',
        'Host: lucka',
        'Content-Type: application/json',
        'Idempotency-Key: "aaaaaaaaaaaaaaaaaaaaaaaa"',
        'Content-Length: 100',
        '',
        '{"letterReference": ',
      ].join('\r\n'),
    'does not read its answers': (days) =>
      `GET /api/offices/boden/slots?${days} HTTP/1.1\r\nHost: lucka\r\n\r\n`.repeat(100),
  };
  const day = (/** @type {number} */ ahead) =>
    new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

  for (const [what, requestOf] of Object.entries(clients)) {
    it(`ends in time although a client ${what}`, async () => {
      const socket = connect(Number(new URL(service.address).port), '127.0.0.1');
      socket.on('error', () => {});
      socket.pause();
      await once(socket, 'connect');
      socket.write(requestOf(`from=${day(1)}&to=${day(62)}`));
      // Also a client that is ready: the service has seen the first one by then.
      assert.equal((await clientOf(service.address).get('/offices')).status, 200);
      const code = await Promise.race([service.stop(), pause(timeout, 'late')]);
      socket.destroy();
      await service.kill();
      await service.start();
      assert.equal(code, 0);
    });
  }

  it('ends immediately without requests in progress', async () => {
    const socket = connect(Number(new URL(service.address).port), '127.0.0.1');
    socket.on('error', () => {});
    await once(socket, 'connect');
    for (const path of [
      '/offices',
      '/nowhere',
      '/terms/%zz',
      `/terms/${'x'.repeat(900)}?lang=en`,
    ]) {
      await clientOf(service.address).get(path);
    }
    assert.equal(await Promise.race([service.stop(), pause(2000, 'late')]), 0);
    socket.destroy();
  });
});

describe('a service on PostgreSQL during shutdown', { skip: noPostgres }, () => {
  /** @type {import('../support/postgres.js').Postgres} */
  let postgres;
  before(async () => {
    postgres = await startPostgres();
  });
  after(() => postgres?.stop());

  /** Keeps bookings waiting until it ends. @param {string} databaseUrl */
  async function blockBookings(databaseUrl) {
    const blocker = new pg.Client(databaseUrl);
    await blocker.connect();
    await blocker.query('BEGIN; LOCK TABLE bookings IN SHARE MODE');
    return blocker;
  }

  const isBlocked = () =>
    until(async () => {
      const [{ waiting }] = await postgres.query(
        "SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE wait_event_type = 'Lock'",
      );
      return waiting === 1;
    });

  it('finishes a booking in progress, and sends its response', async () => {
    const databaseUrl = await postgres.createDatabase();
    const service = await startService({ databaseUrl });
    const office = new Office(clientOf(service.address), 'boden');
    const { id } = await office.freeSlot();
    const blocker = await blockBookings(databaseUrl);
    const booking = office.bookDirectly(id, letters.next());
    await isBlocked();
    const stopped = Promise.race([service.stop(), pause(timeout, 'late')]);
    await pause(1000);
    await blocker.end();
    const { status, body } = await booking;
    assert.equal(status, 201);
    assert.equal(await stopped, 0);
    await service.start();
    assert.equal((await office.booking(body.reference)).status, 200);
    await service.remove();
  });

  it('ends in time although its database does not respond, and loses no request', async () => {
    const databaseUrl = await postgres.createDatabase();
    const service = await startService({ databaseUrl });
    const client = clientOf(service.address);
    const { id: slotId } = await new Office(client, 'boden').freeSlot();
    const body = { slotId, letterReference: letters.next() };
    const send = () => client.send('POST', '/bookings', { key: 'x'.repeat(36), body });
    const blocker = await blockBookings(databaseUrl);
    const booking = assert.rejects(send());
    await isBlocked();
    assert.equal(await Promise.race([service.stop(), pause(timeout, 'late')]), 1);
    await booking;
    await blocker.end();
    await service.kill();
    await service.start();
    assert.equal((await send()).status, 201);
    await service.remove();
  });
});

/** @returns {{ promise: Promise<unknown>, resolve: (value: unknown) => void }} */
function resolvers() {
  /** @type {(value: unknown) => void} */
  let resolve = () => {};
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}
