import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { openPostgres } from '../../demo/database/postgres.js';
import { DatabaseUnavailable } from '../../demo/database/unavailable.js';
import { clientOf } from '../support/client.js';
import { databases } from '../support/databases.js';
import { letters, Office } from '../support/office.js';
import { pgbouncerIsMissing, startPgBouncer } from '../support/pgbouncer.js';
import { startPostgres } from '../support/postgres.js';
import { startRelay } from '../support/relay.js';
import { startService } from '../support/service.js';
import { until } from '../support/until.js';

const [, { skip }] = databases;
/** Where a fault would be endless waiting. */
const limited = { timeout: 40_000 };

const noPgBouncer = (!process.env.CI && pgbouncerIsMissing) || false;

describe('a service that loses its PostgreSQL during writes', { skip }, () => {
  /** @type {import('../support/postgres.js').Postgres} */
  let postgres;
  /** @type {import('../support/service.js').RunningService} */
  let service;
  /** @type {import('../support/client.js').Client} */
  let client;
  let databaseUrl = '';
  before(async () => {
    postgres = await startPostgres();
    databaseUrl = await postgres.createDatabase();
    service = await startService({ databaseUrl });
    client = clientOf(service.address);
  });
  after(async () => {
    await service?.remove();
    await postgres?.stop();
  });

  /** Keeps every write of a hold waiting. @returns {Promise<pg.Client>} end it to let them go on */
  async function blockHolds() {
    const blocker = new pg.Client(databaseUrl);
    blocker.on('error', () => {});
    await blocker.connect();
    await blocker.query('BEGIN; LOCK TABLE holds IN ACCESS EXCLUSIVE MODE');
    return blocker;
  }

  /** @param {string} condition @returns {Promise<number[]>} processes of the service's connections */
  const connections = async (condition = 'true') =>
    (
      await postgres.query(
        `SELECT pid FROM pg_stat_activity
         WHERE datname = 'lucka1' AND query NOT LIKE '%LOCK TABLE%' AND ${condition}`,
      )
    ).map(({ pid }) => pid);

  /** Until then every answer is a 503. */
  const recovers = () =>
    until(async () => {
      const { status } = await client.get('/offices');
      assert.ok(status === 200 || status === 503, `${status}`);
      return status === 200;
    });

  const restart = async (/** @type {NodeJS.Signals} */ signal) => {
    await postgres.end(signal);
    await postgres.start();
  };

  for (const [what, lose] of /** @type {const} */ ([
    [
      'its connections are terminated',
      async () => {
        const pids = (await connections()).join();
        await postgres.query(`SELECT pg_terminate_backend(pid) FROM unnest(ARRAY[${pids}]) pid`);
      },
    ],
    ['PostgreSQL is restarted', () => restart('SIGINT')],
    ['PostgreSQL is restarted without waiting', () => restart('SIGQUIT')],
    ['PostgreSQL is killed', () => restart('SIGKILL')],
  ])) {
    it(`answers 503 when ${what}, and then processes the same request`, async () => {
      const office = new Office(client, 'boden');
      const slots = (await office.freeSlots()).slice(0, 6);
      const requests = slots.map(({ id: slotId }) => ({
        key: randomUUID(),
        body: { slotId, letterReference: letters.next() },
      }));
      const send = (/** @type {typeof requests[number]} */ request) =>
        client.send('POST', '/holds', request);
      const blocker = await blockHolds();
      const waiting = requests.map(send);
      await until(async () => (await connections("wait_event_type = 'Lock'")).length === 6);
      await lose();
      for (const { status, body, headers } of await Promise.all(waiting)) {
        assert.deepEqual([status, body.code], [503, 'unavailable']);
        assert.equal(headers.get('retry-after'), '2');
      }
      await blocker.end();
      await recovers();
      for (const request of requests) assert.equal((await send(request)).status, 201);
    });
  }

  it('closes a connection that no longer responds, and opens another one', limited, async () => {
    const relay = await startRelay(postgres.port);
    const relayed = new URL(databaseUrl);
    relayed.port = String(relay.port);
    const database = await openPostgres(relayed.href, { begin: 200, statement: 200 });
    const ask = () => database.query('SELECT 1 AS one');
    await ask();
    relay.silence();
    await assert.rejects(ask(), DatabaseUnavailable);
    assert.deepEqual(await ask(), [{ one: 1 }]);
    const silentInside = database.transaction(async (queries) => {
      relay.silence();
      await queries.query('SELECT 1');
    });
    await assert.rejects(silentInside, DatabaseUnavailable);
    assert.deepEqual(await ask(), [{ one: 1 }]);
    await database.close();
    await relay.stop();
  });

  it('closes all unresponsive connections after one failed request', limited, async () => {
    const relay = await startRelay(postgres.port);
    const relayed = new URL(databaseUrl);
    relayed.port = String(relay.port);
    const database = await openPostgres(relayed.href, { begin: 200 });
    const sleeping = Array.from({ length: 5 }, () => database.query('SELECT pg_sleep(0.2)'));
    await Promise.all(sleeping);
    relay.silence();
    await assert.rejects(database.query('SELECT 1'), DatabaseUnavailable);
    const next = await database.query('SELECT 1 AS one').catch(() => 'silence');
    await relay.stop();
    await database.close();
    assert.deepEqual(next, [{ one: 1 }]);
  });

  it(
    'answers 503 in time when PostgreSQL behind PgBouncer is unavailable',
    { ...limited, skip: noPgBouncer },
    async (t) => {
      const bouncer = await startPgBouncer({ port: postgres.port });
      const through = await startService({ databaseUrl: bouncer.addressOf(databaseUrl) });
      t.after(async () => {
        await through.remove();
        await bouncer.stop();
      });
      const behind = clientOf(through.address);
      assert.equal((await behind.get('/offices')).status, 200);
      await postgres.end('SIGINT');
      // An answer may be kept for a second.
      await pause(1_100);
      const asked = Date.now();
      const { status, body } = await behind.get('/offices');
      assert.deepEqual([status, body.code], [503, 'unavailable']);
      // The elements wait 20 seconds for an answer.
      assert.ok(Date.now() - asked < 15_000);
      await postgres.start();
      await until(async () => (await behind.get('/offices')).status === 200);
    },
  );

  it('has not restarted', () => {
    assert.equal(service.log().match(/reference service/g)?.length, 1);
    assert.ok(service.isRunning());
  });
});
