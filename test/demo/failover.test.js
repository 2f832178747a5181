import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openPostgres } from '../../demo/database/postgres.js';
import { DatabaseUnavailable } from '../../demo/database/unavailable.js';
import { clientOf } from '../support/client.js';
import { databases } from '../support/databases.js';
import { Office } from '../support/office.js';
import { pgbouncerIsMissing, startPgBouncer } from '../support/pgbouncer.js';
import { startPostgres } from '../support/postgres.js';
import { startService } from '../support/service.js';
import { until } from '../support/until.js';

const [, { skip }] = databases;

const clients = 120;
const places = 40;

/** What is promised from the promotion to the first answer, in milliseconds. */
const promised = 15_000;

describe('two processes on a primary with a synchronous standby', { skip }, () => {
  /** @type {import('../support/postgres.js').Postgres} */
  let primary;
  /** @type {import('../support/postgres.js').Postgres} */
  let standby;
  /** @type {Awaited<ReturnType<typeof startPgBouncer>>[]} */
  let bouncers = [];
  /** @type {import('../support/service.js').RunningService[]} */
  let services = [];
  before(async () => {
    primary = await startPostgres();
    const databaseUrl = await primary.createDatabase();
    standby = await startPostgres({ primary: primary.port });
    await primary.query("ALTER SYSTEM SET synchronous_standby_names = 'standby'");
    await primary.query('SELECT pg_reload_conf()');
    await until(async () => (await replication()).includes('sync'));
    const ports = [primary.port, standby.port];
    // One process goes through a PgBouncer before each server, where there is one.
    if (!pgbouncerIsMissing || process.env.CI) {
      bouncers = await Promise.all(ports.map((port) => startPgBouncer({ port, connections: 10 })));
    }
    const throughPooler = bouncers.map((one) => Number(new URL(one.addressOf(databaseUrl)).port));
    services = await Promise.all(
      [ports, bouncers.length ? throughPooler : ports].map((some) =>
        startService({ databaseUrl: withHosts(databaseUrl, some) }),
      ),
    );
  });
  after(async () => {
    await Promise.all(services.map((service) => service.remove()));
    await Promise.all(bouncers.map((one) => one.stop()));
    await standby?.stop();
    await primary?.stop();
  });

  const replication = async () =>
    (await primary.query('SELECT sync_state FROM pg_stat_replication')).map(
      ({ sync_state: state }) => state,
    );

  it(`keep every confirmed booking if the primary is killed while clients compete for ${places} times`, async () => {
    const [one] = services.map(({ address }) => clientOf(address));
    const slots = (await new Office(one, 'boden').freeSlots()).slice(0, places).map(({ id }) => id);
    let booked = 0;
    let refused = 0;

    /** The same bytes with the same key until there is an answer, at one process or the other. */
    const insist = async (/** @type {number} */ number, /** @type {unknown} */ body) => {
      const key = randomUUID();
      for (let attempt = number; ; attempt += 1) {
        const client = clientOf(services[attempt % 2].address);
        const answer = await client.send('POST', '/bookings', { key, body });
        if (answer.status !== 503) return answer;
        refused += 1;
        assert.match(answer.headers.get('retry-after') ?? '', /^\d+$/);
        assert.equal(answer.body.code, 'unavailable');
        await pause(500);
      }
    };
    const race = async (/** @type {number} */ number) => {
      const letterReference = `LUCKA-${String(number + 1).padStart(4, '0')}`;
      for (const slotId of [slots[number % places], slots[(number + 7) % places]]) {
        const { status, body, text } = await insist(number, { slotId, letterReference });
        if (status === 201) {
          booked += 1;
          return { reference: body.reference, slotId };
        }
        assert.equal(status, 409, text);
        assert.equal(body.code, 'slot-taken');
      }
      return undefined;
    };

    const racing = Promise.all(
      Array.from({ length: clients }, async (_, number) => {
        // The first ones book at once, the others while the primary is dying.
        await until(() => number < places / 4 || booked >= places / 4, 60_000);
        return race(number);
      }),
    );
    await until(() => booked > places / 4 + 2, 60_000);
    await primary.end('SIGKILL');
    await until(() => refused >= 20, 60_000);
    await standby.query('SELECT pg_promote()');
    const promotedAt = Date.now();
    for (const { address } of services) {
      await until(async () => (await clientOf(address).get('/offices')).status === 200, promised);
    }
    assert.ok(Date.now() - promotedAt < promised);

    const winners = (await racing).filter((winner) => winner !== undefined);
    assert.deepEqual(winners.map(({ slotId }) => slotId).sort(), [...slots].sort());
    const stored = await inDatabase((database) =>
      database.query('SELECT reference, slot_id AS "slotId" FROM bookings ORDER BY slot_id'),
    );
    const answered = winners.map(({ reference, slotId }) => ({
      reference: reference.replaceAll('-', ''),
      slotId,
    }));
    assert.deepEqual(
      stored,
      answered.sort((a, b) => (a.slotId < b.slotId ? -1 : 1)),
    );
  });

  it('have not restarted', () => {
    for (const service of services) {
      assert.equal(service.log().match(/reference service/g)?.length, 1);
      assert.ok(service.isRunning());
    }
  });

  it('start on the server that accepts writes, whatever its position in the address', async () => {
    const other = await startPostgres({ primary: standby.port });
    const databaseUrl = withHosts('postgres://lucka@127.0.0.1/lucka1', [other.port, standby.port]);
    const database = await openPostgres(databaseUrl);
    try {
      assert.deepEqual(await database.query('SELECT pg_is_in_recovery() AS follows'), [
        { follows: false },
      ]);
      await standby.end('SIGINT');
      await assert.rejects(database.query('SELECT 1'), DatabaseUnavailable);
      await standby.start();
      assert.deepEqual(await database.query('SELECT 1 AS one'), [{ one: 1 }]);
    } finally {
      await database.close();
      await other.stop();
    }
  });

  it('skip a server that accepts connections and does not respond', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = /** @type {import('node:net').AddressInfo} */ (silent.address());
    const database = await openPostgres(
      withHosts('postgres://lucka@127.0.0.1/lucka1', [port, standby.port]),
      { connect: 500 },
    );
    try {
      const asked = Array.from({ length: 5 }, () => database.query('SELECT 1 AS one'));
      assert.deepEqual(await Promise.all(asked), Array(5).fill([{ one: 1 }]));
    } finally {
      await database.close();
      silent.close();
    }
  });

  it('wait for the standby without a time limit when they commit', async () => {
    await inDatabase(async (database) => {
      await database.run(
        `CREATE TABLE commits (timeout text);
         CREATE FUNCTION note_timeout() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
           UPDATE commits SET timeout = current_setting('statement_timeout'); RETURN NULL;
         END $$;
         CREATE CONSTRAINT TRIGGER note_timeout AFTER INSERT ON commits
           DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_timeout()`,
      );
      await database.query('INSERT INTO commits VALUES (NULL)');
      assert.deepEqual(await database.query('SELECT timeout FROM commits'), [{ timeout: '0' }]);
    });
  });

  it('do not confirm a write that the standby does not have yet', async () => {
    const waitFor = async (/** @type {string} */ names) => {
      await standby.query(`ALTER SYSTEM SET synchronous_standby_names = '${names}'`);
      await standby.query('SELECT pg_reload_conf()');
      const [{ now }] = await standby.query(
        "SELECT current_setting('synchronous_standby_names') now",
      );
      return now === names;
    };
    const insert = "INSERT INTO cases (id) VALUES ('waits')";
    const found = "SELECT count(*)::int AS count FROM cases WHERE id = 'waits'";
    await inDatabase(async (database) => {
      await until(() => waitFor('nobody'));
      await assert.rejects(database.query(insert), DatabaseUnavailable);
      assert.deepEqual(await database.query(found), [{ count: 0 }]);
      await until(() => waitFor(''));
      await until(async () => (await database.query(found))[0].count === 1);
    });
  });

  /**
   * @template Result
   * @param {(database: import('../../demo/database/database.js').Database) => Promise<Result>} work
   */
  async function inDatabase(work) {
    const database = await openPostgres(
      withHosts('postgres://lucka@127.0.0.1/lucka1', [primary.port, standby.port]),
      { commit: 1_000 },
    );
    return work(database).finally(() => database.close());
  }
});

/** @param {string} address @param {readonly number[]} ports of servers on 127.0.0.1 */
const withHosts = (address, ports) =>
  address.replace(/127\.0\.0\.1(:\d+)?/, ports.map((port) => `127.0.0.1:${port}`).join()) +
  '?target_session_attrs=read-write';
