import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { databases } from '../support/databases.js';
import { letters, Office } from '../support/office.js';
import { startPostgres } from '../support/postgres.js';
import { startServiceInProcess } from '../support/service-in-process.js';
import { until } from '../support/until.js';

const [, { skip }] = databases;

describe('a service whose PostgreSQL cannot do a write', { skip }, () => {
  /** @type {import('../support/postgres.js').Postgres} */
  let postgres;
  /** @type {import('../support/service-in-process.js').ServiceInProcess} */
  let service;
  /** @type {Office} */
  let office;
  let databaseUrl = '';
  before(async () => {
    postgres = await startPostgres({ settings: ['max_connections=25'] });
    databaseUrl = await postgres.createDatabase();
    service = await startServiceInProcess({ databaseUrl });
    office = new Office(service.client, 'boden');
  });
  after(async () => {
    await service?.close();
    await postgres?.stop();
  });

  /** @param {string} condition @returns {Promise<number[]>} */
  const connections = async (condition = 'true') =>
    (
      await postgres.query(
        `SELECT pid FROM pg_stat_activity WHERE datname = 'lucka1' AND ${condition}`,
      )
    ).map(({ pid }) => pid);

  /** Those that the service keeps; it has none until it needs one. */
  async function loseConnections() {
    const pids = (await connections()).join();
    await postgres.query(`SELECT pg_terminate_backend(pid) FROM unnest(ARRAY[${pids}]::int[]) pid`);
    await until(async () => (await connections()).length === 0);
  }

  /** A request for the first free time. */
  async function write() {
    const body = { slotId: (await office.freeSlot()).id, letterReference: letters.next() };
    const key = randomUUID();
    return () => service.client.send('POST', '/holds', { key, body });
  }

  /** @param {import('../support/client.js').Answer} answer */
  function assertUnavailable({ status, body, headers, text }) {
    assert.equal(status, 503, text);
    assert.equal(body.code, 'unavailable');
    assert.equal(headers.get('retry-after'), '2');
    assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/);
  }

  /** Whatever the database has against each hold. @param {string} code SQLSTATE */
  async function refuseHolds(code) {
    await service.database.run(
      `CREATE FUNCTION refuse_hold() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'planted' USING ERRCODE = '${code}'; END $$;
       CREATE TRIGGER refuse_hold BEFORE INSERT ON holds EXECUTE FUNCTION refuse_hold()`,
    );
    return () => service.database.run('DROP FUNCTION refuse_hold CASCADE');
  }

  for (const [code, what] of [
    ['40001', 'cannot be serialized, however often it is tried'],
    ['40P01', 'ends in a deadlock, however often it is tried'],
    ['40003', 'ends nobody knows how'],
    ['53100', 'finds the disk full'],
    ['53200', 'finds no memory'],
    ['53400', 'is beyond a limit of the configuration'],
    ['55P03', 'waits too long for a lock'],
    ['57014', 'is cancelled or takes too long'],
    ['57P03', 'comes before the server is ready'],
    ['58030', 'meets an error of the disk'],
    ['08006', 'loses its connection to another server'],
    ['25006', 'finds the server read-only'],
  ]) {
    it(`answers 503 when it ${what} (${code}), and then processes the same request`, async () => {
      const send = await write();
      const mend = await refuseHolds(code);
      const refused = await send().finally(mend);
      assertUnavailable(refused);
      assert.equal((await send()).status, 201);
    });
  }

  it('answers 500 when the database reports a programming error', async () => {
    const send = await write();
    const mend = await refuseHolds('42501');
    assert.equal((await send().finally(mend)).status, 500);
  });

  it('leaves a server that has become read-only, and writes once another is available', async () => {
    await loseConnections();
    const send = await write();
    const readOnly = async (/** @type {'on' | 'off'} */ value) => {
      await postgres.query(`ALTER SYSTEM SET default_transaction_read_only = ${value}`);
      await postgres.query('SELECT pg_reload_conf()');
    };
    await readOnly('on');
    await until(async () => (await send()).status !== 201);
    await service.client.get('/offices');
    const [pid] = await connections();
    assertUnavailable(await send());
    await until(async () => !(await connections()).includes(pid));
    assert.equal((await service.client.get('/offices')).status, 200);
    await readOnly('off');
    await until(async () => (await send()).status === 201);
  });

  it('answers 503 while other clients use all connections', async () => {
    const send = await write();
    await loseConnections();
    const others = [];
    try {
      for (;;) {
        const client = new pg.Client(databaseUrl);
        client.on('error', () => {});
        await client.connect();
        others.push(client);
      }
    } catch (error) {
      assert.equal(/** @type {pg.DatabaseError} */ (error).code, '53300');
    }
    assert.ok(others.length > 15);
    assertUnavailable(await send());
    assertUnavailable(await service.client.get('/offices'));
    await Promise.all(others.map((client) => client.end()));
    await until(async () => (await send()).status === 201);
  });

  it('answers 503 when an operator cancels a write', async () => {
    const send = await write();
    const blocker = new pg.Client(databaseUrl);
    await blocker.connect();
    await blocker.query('BEGIN; LOCK TABLE holds IN ACCESS EXCLUSIVE MODE');
    const waiting = send();
    await until(async () => (await connections("wait_event_type = 'Lock'")).length === 1);
    const [pid] = await connections("wait_event_type = 'Lock'");
    await postgres.query(`SELECT pg_cancel_backend(${pid})`);
    assertUnavailable(await waiting);
    await blocker.end();
    assert.equal((await send()).status, 201);
  });

  it('answers 503 while the database rejects its connections', async () => {
    const send = await write();
    await loseConnections();
    await postgres.query('ALTER DATABASE lucka1 RENAME TO away');
    assertUnavailable(await send());
    await postgres.query('ALTER DATABASE away RENAME TO lucka1');
    assert.equal((await send()).status, 201);
  });

  it('logs the reason as an error code', async () => {
    const send = await write();
    const mend = await refuseHolds('53100');
    await send().finally(mend);
    const lines = service
      .log()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const line = lines.findLast(({ msg }) => msg === 'unavailable');
    assert.equal(line?.error.code, '53100');
    assert.doesNotMatch(JSON.stringify(line), /planted/);
  });
});
