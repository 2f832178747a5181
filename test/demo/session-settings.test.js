import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { checkContract, groupNames } from '../../tools/cli/contract-check/run.js';
import { readCheckSettings } from '../../tools/cli/contract-check/settings.js';
import { databases } from '../support/databases.js';
import { letters, Office } from '../support/office.js';
import { pgbouncerIsMissing, startPgBouncer } from '../support/pgbouncer.js';
import { startPostgres } from '../support/postgres.js';
import { startServiceInProcess } from '../support/service-in-process.js';
import { adminToken, startService } from '../support/service.js';

const [, { skip: noPostgres }] = databases;
const noPgBouncer = (!process.env.CI && pgbouncerIsMissing) || false;

/** What others may have set: nothing of it may change an answer. */
const foreign = {
  TimeZone: 'America/New_York',
  DateStyle: 'SQL, DMY',
  lock_timeout: '0',
  statement_timeout: '1h',
  default_transaction_isolation: 'serializable',
};

/**
 * @typedef {{ postgres: import('../support/postgres.js').Postgres, bouncer: () => Promise<Bouncer> }} Servers
 * @typedef {Awaited<ReturnType<typeof startPgBouncer>>} Bouncer
 */

/** @type {{ name: string, skip: string | boolean, open: (servers: Servers) => Promise<string> }[]} */
const ways = [
  {
    name: 'options in its address',
    skip: noPostgres,
    async open({ postgres }) {
      const options = Object.entries(foreign).map(
        ([name, value]) => `-c ${name}=${value.replaceAll(' ', '\\ ')}`,
      );
      const address = await postgres.createDatabase();
      return `${address}?options=${encodeURIComponent(options.join(' '))}`;
    },
  },
  {
    name: 'settings of its database',
    skip: noPostgres,
    async open({ postgres }) {
      const address = await postgres.createDatabase();
      for (const [name, value] of Object.entries(foreign)) {
        const database = new URL(address).pathname.slice(1);
        await postgres.query(`ALTER DATABASE ${database} SET ${name} = '${value}'`);
      }
      return address;
    },
  },
  {
    name: 'PgBouncer between, in transaction mode',
    skip: noPostgres || noPgBouncer,
    async open({ postgres, bouncer }) {
      const address = (await bouncer()).addressOf(await postgres.createDatabase());
      await leaveSettings(address);
      return address;
    },
  },
];

/** Another program sets things on each of PgBouncer's connections and goes. @param {string} address */
async function leaveSettings(address) {
  const clients = Array.from({ length: 3 }, () => new pg.Client(address));
  for (const client of clients) {
    await client.connect();
    await client.query('BEGIN');
    for (const [name, value] of Object.entries(foreign)) {
      await client.query(`SET ${name} = '${value}'`);
    }
  }
  for (const client of clients) {
    await client.query('COMMIT');
    await client.end();
  }
}

/** The Swedish offset at an instant, as a browser knows it. @param {string} instant */
const offsetAt = (instant) =>
  new Intl.DateTimeFormat('en', { timeZone: 'Europe/Stockholm', timeZoneName: 'longOffset' })
    .format(new Date(instant))
    .replace(/.*GMT/, '');

const swedishToday = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());

describe('a service on PostgreSQL with', { skip: noPostgres }, () => {
  /** @type {import('../support/postgres.js').Postgres} */
  let postgres;
  /** @type {Bouncer[]} */
  const bouncers = [];
  const bouncer = async () => {
    const started = await startPgBouncer({ port: postgres.port });
    bouncers.push(started);
    return started;
  };
  before(async () => {
    postgres = await startPostgres();
  });
  after(async () => {
    for (const one of bouncers) await one.stop();
    await postgres?.stop();
  });

  for (const { name, skip, open } of ways) {
    describe(name, { skip }, () => {
      /** @type {import('../support/service-in-process.js').ServiceInProcess} */
      let service;
      before(async () => {
        const databaseUrl = await open({ postgres, bouncer });
        service = await startServiceInProcess({ databaseUrl });
      });
      after(() => service?.close());

      it('has the same times on the same days', async () => {
        const days = await new Office(service.client, 'boden').days();
        assert.ok(days.length >= 14);
        for (const { date, slots } of days) {
          assert.equal(slots.length, 12);
          for (const { id, startsAt, endsAt } of slots) {
            assert.match(startsAt, /^\d{4}-\d\d-\d\dT(09|1[0-4]):[03]0:00\+0[12]:00$/);
            assert.equal(startsAt.slice(19), offsetAt(startsAt));
            assert.equal(startsAt.slice(0, 10), date);
            assert.equal(
              id,
              `boden-${startsAt.slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-')}`,
            );
            assert.equal(Date.parse(endsAt) - Date.parse(startsAt), 1_800_000);
          }
        }
      });

      it('writes an instant with the Swedish offset of that time', async () => {
        const instants = {
          '2027-03-25T08:00:00Z': '2027-03-25T09:00:00+01:00',
          '2027-03-30T07:00:00Z': '2027-03-30T09:00:00+02:00',
          '2027-10-31T00:30:00Z': '2027-10-31T02:30:00+02:00',
          '2027-10-31T01:30:00Z': '2027-10-31T02:30:00+01:00',
        };
        for (const [instant, written] of Object.entries(instants)) {
          const rows = await service.database.query('SELECT instant($1::timestamptz)', [instant]);
          assert.deepEqual(rows, [{ instant: written }]);
        }
      });

      it('writes days in the format of the contract', async () => {
        const { body } = await service.client.send('POST', '/letter-checks', {
          body: { letterReference: letters.next() },
        });
        const [year, ...day] = swedishToday().split('-');
        const inAYear = [Number(year) + 1, ...day].join('-').replace('-02-29', '-02-28');
        assert.equal(body.bookBy, inAYear);
        const { body: terms } = await service.client.get('/terms/my-page?lang=en');
        assert.equal(terms.upcoming.effective, inAYear);
      });

      it('sets its own timeouts and isolation level in each transaction', async () => {
        const rows = await service.database.transaction((queries) =>
          queries.query(
            `SELECT current_setting('lock_timeout') AS lock,
               current_setting('statement_timeout') AS statement,
               current_setting('transaction_isolation') AS isolation`,
          ),
        );
        assert.deepEqual(rows, [{ lock: '10s', statement: '30s', isolation: 'read committed' }]);
        assert.deepEqual(
          await service.database.query("SELECT current_setting('statement_timeout') AS statement"),
          [{ statement: '30s' }],
        );
      });

      it('gives one time to one of many concurrent requests', async () => {
        const office = new Office(service.client, 'malmo');
        const { id } = await office.freeSlot();
        const asked = Array.from({ length: 24 }, () => office.hold(id, letters.next()));
        const statuses = (await Promise.all(asked)).map(({ status }) => status).sort();
        assert.deepEqual(statuses, [201, ...Array(23).fill(409)]);
      });

      it('conforms to the whole contract', async () => {
        const environment = {
          LUCKA_ADMIN_TOKEN: adminToken,
          LUCKA_LETTERS: Array.from({ length: 4 }, () => letters.next()).join(),
        };
        const settings = readCheckSettings(`${service.address}/api`, groupNames, environment);
        assert.deepEqual((await checkContract(settings)).summary().failed, []);
      });
    });
  }

  it('PgBouncer in statement mode does not start and says why', { skip: noPgBouncer }, async () => {
    const other = await startPgBouncer({ port: postgres.port, mode: 'statement' });
    bouncers.push(other);
    const databaseUrl = other.addressOf(await postgres.createDatabase());
    await assert.rejects(startService({ databaseUrl }), /transaction blocks not allowed/);
  });
});
