import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startServiceInProcess } from '../support/service-in-process.js';

describe('letters', () => {
  /** @type {import('../support/service-in-process.js').ServiceInProcess} */
  let service;
  before(async () => {
    service = await startServiceInProcess();
  });
  after(() => service.close());
  beforeEach(() => service.database.query('DELETE FROM wrong_guesses'));

  /** @param {string} letterReference @param {import('../support/client.js').Session} [session] */
  const check = (letterReference, session) =>
    service.client.send('POST', '/letter-checks', { session, body: { letterReference } });

  it('accepts all seeded letters', async () => {
    for (const letter of ['LUCKA-0001', 'LUCKA-0500', 'LUCKA-0999']) {
      const { status, body } = await check(letter);
      assert.equal(status, 200, letter);
      assert.equal(body.alreadyBooked, false);
      assert.ok(body.bookBy > new Date().toISOString());
    }
  });

  it('ignores case, spaces and hyphens of any kind', async () => {
    for (const letter of ['lucka 0001', 'LUCKA0001', ' Lucka‑00 01 ', 'LUCKA–0001']) {
      assert.equal((await check(letter)).status, 200, letter);
    }
  });

  it('gives the same response for wrong, unknown, withdrawn and used letters', async () => {
    const withdrawn = 'LUCKA-0002';
    await service.database.query(
      `UPDATE letters SET withdrawn = true WHERE lookup =
         (SELECT replace(holder, 'letter ', '') FROM holds WHERE id = $1)`,
      [await holdWith(withdrawn)],
    );
    const texts = new Set();
    for (const letter of ['LUCKA-0000', 'LUCKA-1000', 'x', "' OR 1=1 --", '\0', '😀', withdrawn]) {
      const { status, text } = await check(letter);
      assert.equal(status, 422, letter);
      texts.add(text);
    }
    assert.equal(texts.size, 1);
  });

  /** @param {string} letterReference @returns {Promise<string>} */
  async function holdWith(letterReference) {
    const [slot] = await service.database.query('SELECT id FROM free_slots LIMIT 1');
    const { id: slotId } = /** @type {{ id: string }} */ (slot);
    const { body } = await service.client.send('POST', '/holds', {
      body: { slotId, letterReference },
    });
    return body.holdId;
  }

  it('says that a letter has expired', async () => {
    const { status, body } = await check('LUCKA-9001');
    assert.deepEqual([status, body.code], [410, 'letter-expired']);
  });

  it('stores no letter in plain text', async () => {
    const rows = await service.database.query('SELECT lookup FROM letters');
    assert.ok(rows.length >= 1000);
    assert.ok(!JSON.stringify(rows).includes('LUCKA'));
  });

  /** Lets the wrong guesses so far be this many more. @param {number} more */
  const count = (more) =>
    service.database.query('UPDATE wrong_guesses SET count = count + $1', [more]);

  it('gives right and wrong references the same response over the limit', async () => {
    await check('GUESS-1');
    await count(58);
    assert.equal((await check('GUESS-2')).status, 422);
    const limited = await check('GUESS-3');
    assert.equal(limited.status, 429);
    const wait = Number(limited.headers.get('retry-after'));
    assert.ok(wait > 0 && wait <= 60);
    assert.equal((await check('LUCKA-0003')).text, limited.text);
    await service.database.query("UPDATE wrong_guesses SET since = since - interval '1 minute'");
    assert.equal((await check('LUCKA-0003')).status, 200);
    assert.equal((await check('GUESS-4')).status, 422);
  });

  it('counts failures only', async () => {
    await check('GUESS-1');
    await count(58);
    for (let time = 0; time < 3; time += 1) {
      assert.equal((await check('LUCKA-0004')).status, 200);
    }
  });

  it('limits a session before its address', async () => {
    const session = await service.client.openSession();
    await check('GUESS-1', session);
    await count(19);
    assert.equal((await check('LUCKA-0005', session)).status, 429);
    assert.equal((await check('LUCKA-0005')).status, 200);
  });

  it('limits attempts for one letter first', async () => {
    await check('GUESS-1');
    await count(14);
    assert.equal((await check('guess 1')).status, 429);
    assert.equal((await check('LUCKA-0006')).status, 200);
  });

  it('limits wrong booking references too, with any method', async () => {
    const tries = /** @type {const} */ (['GET', 'DELETE']);
    for (const method of tries) {
      const guess = () => service.client.send(method, '/bookings/AAAA-AAAA-AAAA');
      await service.database.query('DELETE FROM wrong_guesses');
      assert.equal((await guess()).status, 404);
      await count(59);
      assert.equal((await guess()).status, 429);
    }
  });

  it('stores neither addresses nor letters with the counts', async () => {
    await check('LUCKA-XYZ');
    const rows = JSON.stringify(await service.database.query('SELECT subject FROM wrong_guesses'));
    assert.match(rows, /address/);
    assert.doesNotMatch(rows, /127\.0\.0\.1|XYZ/);
  });
});
