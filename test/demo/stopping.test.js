import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { clientOf } from '../support/client.js';
import { openPglite } from '../../demo/database/pglite.js';
import { Letters } from '../../demo/bookings/letters.js';
import { migrate } from '../../demo/database/migrate.js';
import { createService } from '../../demo/service.js';
import { makeDataDirectory, removeDirectory } from '../support/data-directory.js';
import { until } from '../support/until.js';

describe('a service that is told to stop', () => {
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

  it('finishes what began and tells later requests when to come again', async () => {
    const gate = resolvers();
    let waiting = 0;
    /** @type {import('../../demo/database/database.js').Database} */
    const slow = {
      ...database,
      transaction: (work, kind) =>
        database.transaction(async (queries) => {
          waiting += 1;
          await gate.promise;
          return work(queries);
        }, kind),
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

/** @returns {{ promise: Promise<unknown>, resolve: (value: unknown) => void }} */
function resolvers() {
  /** @type {(value: unknown) => void} */
  let resolve = () => {};
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}
