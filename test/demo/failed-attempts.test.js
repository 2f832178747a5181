import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { databases } from '../support/databases.js';
import { letters, Office } from '../support/office.js';
import { startServiceInProcess } from '../support/service-in-process.js';
import { startService } from '../support/service.js';
import { clientOf } from '../support/client.js';

/** Wrong ones that are answered in a minute. */
const limits = { letter: 15, session: 20, address: 60 };

/** @typedef {import('../support/client.js').Answer} Answer */

/**
 * How many were told whether they were right. All others must wait.
 *
 * @param {readonly Answer[]} answers
 * @param {number} told the status of those
 */
function countTold(answers, told) {
  const others = answers.filter(({ status }) => status !== told);
  assert.deepEqual(new Set(others.map(({ status }) => status)), new Set([429]));
  for (const { headers } of others) {
    const wait = Number(headers.get('retry-after'));
    assert.ok(wait > 0 && wait <= 60);
  }
  return answers.length - others.length;
}

/** @param {number} count @param {(index: number) => Promise<Answer>} ask */
const atOnce = (count, ask) => Promise.all(Array.from({ length: count }, (_, index) => ask(index)));

for (const database of databases) {
  describe(`concurrent failed attempts on ${database.name}`, { skip: database.skip }, () => {
    /** @type {import('../support/databases.js').OpenDatabase} */
    let open;
    /** @type {import('../support/service-in-process.js').ServiceInProcess} */
    let service;
    before(async () => {
      open = await database.open();
      service = await startServiceInProcess({ databaseUrl: await open.createDatabase() });
    });
    after(async () => {
      await service?.close();
      await open?.close();
    });
    beforeEach(() => service.database.query('DELETE FROM wrong_guesses'));

    /** @typedef {import('../support/client.js').Session} Session */
    const check = (
      /** @type {string} */ letterReference,
      /** @type {Session | undefined} */ session = undefined,
    ) => service.client.send('POST', '/letter-checks', { body: { letterReference }, session });
    const wrongBooking = (/** @type {number} */ index) =>
      `AAAA-AAAA-${String(index).padStart(4, '0')}`;

    /** @type {[string, number, (index: number) => Promise<Answer>][]} */
    const ways = [
      ['letters', 422, (index) => check(`GUESS-${index}`)],
      [
        'letters of a hold',
        422,
        (index) =>
          service.client.send('POST', '/holds', {
            body: { slotId: 'x', letterReference: `GUESS-${index}` },
          }),
      ],
      [
        'letters of a booking',
        422,
        (index) =>
          service.client.send('POST', '/bookings', {
            body: { slotId: 'x', letterReference: `GUESS-${index}` },
          }),
      ],
      [
        'references of a hold',
        422,
        (index) =>
          service.client.send('POST', '/holds', {
            body: { slotId: 'x', bookingReference: wrongBooking(index) },
          }),
      ],
      ['references', 404, (index) => service.client.get(`/bookings/${wrongBooking(index)}`)],
      [
        'references to cancel',
        404,
        (index) => service.client.send('DELETE', `/bookings/${wrongBooking(index)}`),
      ],
      [
        'references to change',
        404,
        (index) =>
          service.client.send('PUT', `/bookings/${wrongBooking(index)}/slot`, {
            body: { slotId: 'x' },
          }),
      ],
    ];
    for (const [what, told, guess] of ways) {
      it(`reports ${limits.address} wrong ${what} as wrong, however many are sent`, async () => {
        const answers = await atOnce(400, guess);
        assert.equal(countTold(answers, told), limits.address);
        assert.equal((await check('LUCKA-0999')).status, 429);
      });
    }

    it('allows a session fewer attempts than an address, and leaves the rest to other sessions', async () => {
      const session = await service.client.openSession();
      const answers = await atOnce(200, (index) => check(`GUESS-${index}`, session));
      assert.equal(countTold(answers, 422), limits.session);
      const others = await atOnce(60, (index) => check(`OTHER-${index}`));
      assert.equal(countTold(others, 422), limits.address - limits.session);
    });

    it('allows the fewest attempts for one letter', async () => {
      const answers = await atOnce(100, () => check('GUESS'));
      assert.equal(countTold(answers, 422), limits.letter);
      assert.equal((await check('LUCKA-0999')).status, 200);
    });

    it('does not limit right references', async () => {
      const answers = await atOnce(200, () => check(letters.next()));
      assert.ok(answers.every(({ status }) => status === 200));
      const same = await atOnce(100, () => check('LUCKA-0999'));
      assert.ok(same.every(({ status }) => status === 200));
      const rows = await service.database.query('SELECT FROM wrong_guesses WHERE count <> 0');
      assert.equal(rows.length, 0);
    });

    it('repeats a stored response also while the limit is exceeded', async () => {
      const office = new Office(service.client, 'boden');
      const key = randomUUID();
      const body = { slotId: (await office.freeSlot()).id, letterReference: letters.next() };
      const book = () => service.client.send('POST', '/bookings', { key, body });
      const made = await book();
      assert.equal(made.status, 201);
      await atOnce(80, (index) => check(`GUESS-${index}`));
      assert.equal((await check('LUCKA-0999')).status, 429);
      const again = await book();
      assert.equal(again.text, made.text);
      assert.equal(again.headers.get('idempotency-replayed'), 'true');
    });

    it('starts counting again after a minute', async () => {
      await atOnce(80, (index) => check(`GUESS-${index}`));
      await service.database.query("UPDATE wrong_guesses SET since = since - interval '1 minute'");
      const answers = await atOnce(80, (index) => check(`GUESS-${index}`));
      assert.equal(countTold(answers, 422), limits.address);
    });
  });
}

const { skip, open: openPostgres } = databases[1];

describe('concurrent failed attempts at two processes on one PostgreSQL', { skip }, () => {
  it('are counted together', async () => {
    const open = await openPostgres();
    const databaseUrl = await open.createDatabase();
    const services = [await startService({ databaseUrl }), await startService({ databaseUrl })];
    const clients = services.map(({ address }) => clientOf(address));
    const answers = await atOnce(400, (index) =>
      clients[index % 2].send('POST', '/letter-checks', {
        body: { letterReference: `GUESS-${index}` },
      }),
    );
    assert.equal(countTold(answers, 422), limits.address);
    await Promise.all(services.map((service) => service.remove()));
    await open.close();
  });
});
