import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SharedResponses } from '../../demo/http/shared-responses.js';
import { clientOf } from '../support/client.js';
import { databases } from '../support/databases.js';
import { letters, Office } from '../support/office.js';
import { startService } from '../support/service.js';
import { startServiceInProcess } from '../support/service-in-process.js';
import { until } from '../support/until.js';

/** How long after its commit a time may still be listed by another process, in milliseconds. */
const promised = 2_000;

/** PostgreSQL where there is one: it starts sooner. */
for (const database of databases.filter(({ skip }) => !skip).slice(-1)) {
  describe(`available times on ${database.name}`, () => {
    /** @type {import('../support/databases.js').OpenDatabase} */
    let open;
    /** @type {import('../support/service-in-process.js').ServiceInProcess} */
    let service;
    /** @type {Office} */
    let office;
    before(async () => {
      open = await database.open();
      const databaseUrl = await open.createDatabase();
      service = await startServiceInProcess({ databaseUrl, availabilityMaxAge: 1000 });
      office = new Office(service.client, 'boden');
    });
    after(async () => {
      await service?.close();
      await open?.close();
    });

    /** @param {string} slotId */
    const isListed = async (slotId) => (await office.freeSlots()).some(({ id }) => id === slotId);

    it('omit a time as soon as it is held or booked, and list it again when it is released', async () => {
      const { id } = await office.freeSlot();
      const letter = letters.next();
      const { body: hold } = await office.hold(id, letter);
      assert.equal(await isListed(id), false);
      await office.release(hold.holdId);
      assert.equal(await isListed(id), true);
      const { body: booking } = await office.bookDirectly(id, letter);
      assert.equal(await isListed(id), false);
      const other = await office.freeSlot();
      await office.change(booking.reference, { slotId: other.id });
      assert.deepEqual([await isListed(id), await isListed(other.id)], [true, false]);
      await office.cancel(booking.reference);
      assert.equal(await isListed(other.id), true);
    });

    it("give the office's next remaining available time immediately", async () => {
      const next = async () =>
        (await service.client.get('/offices')).body.offices.find(
          (/** @type {{ id: string }} */ { id }) => id === 'boden',
        ).nextAvailable;
      const slot = await office.freeSlot();
      assert.equal(await next(), slot.startsAt);
      const { body: hold } = await office.hold(slot.id, letters.next());
      assert.notEqual(await next(), slot.startsAt);
      await office.release(hold.holdId);
      assert.equal(await next(), slot.startsAt);
    });

    it('are queried once for concurrent requests', async () => {
      let reads = 0;
      const { connection } = service.database;
      service.database.connection = (work) => {
        reads += 1;
        return connection(work);
      };
      const { body: hold } = await office.hold((await office.freeSlot()).id, letters.next());
      reads = 0;
      const lists = await Promise.all(Array.from({ length: 50 }, () => office.freeSlots()));
      service.database.connection = connection;
      assert.ok(reads <= 2, `${reads} reads`);
      for (const list of lists) assert.deepEqual(list, lists[0]);
      await office.release(hold.holdId);
    });

    it('are 304 until they change, with their age', async () => {
      const path = '/offices/boden/slots?from=2030-01-07&to=2030-01-11';
      const first = await service.client.get(path);
      assert.deepEqual(
        ['cache-control', 'age'].map((name) => first.headers.get(name)),
        ['no-cache', '0'],
      );
      const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
      const again = await service.client.get(path, { headers });
      assert.deepEqual([again.status, again.text], [304, '']);
      assert.equal(again.headers.get('etag'), first.headers.get('etag'));
      const days = `/offices/boden/slots?from=${day(1)}&to=${day(21)}`;
      const { headers: before } = await service.client.get(days);
      const { body: hold } = await office.hold((await office.freeSlot()).id, letters.next());
      const changed = await service.client.get(days, {
        headers: { 'if-none-match': before.get('etag') ?? '' },
      });
      assert.equal(changed.status, 200);
      await office.release(hold.holdId);
    });

    it('ignore additional parameters in the address', async () => {
      const path = `/offices/boden/slots?from=${day(1)}&to=${day(3)}`;
      assert.equal(
        (await service.client.get(`${path}&x=1`)).text,
        (await service.client.get(path)).text,
      );
    });

    it('are refused for invalid requests', async () => {
      for (let round = 0; round < 2; round += 1) {
        const { status, body } = await service.client.get('/offices/nowhere/slots?from=2030-01-07');
        assert.deepEqual([status, body.code], [400, 'range']);
        const unknown = await service.client.get(
          '/offices/nowhere/slots?from=2030-01-07&to=2030-01-08',
        );
        assert.deepEqual([unknown.status, unknown.body.code], [404, 'not-found']);
      }
    });
  });
}

describe('available times of two processes', { skip: databases[1].skip }, () => {
  /** @type {import('../support/databases.js').OpenDatabase} */
  let open;
  /** @type {import('../support/service.js').RunningService[]} */
  let services = [];
  /** @type {Office[]} */
  let offices;
  before(async () => {
    open = await databases[1].open();
    const databaseUrl = (await open.createDatabase()) ?? '';
    services = await Promise.all([startService({ databaseUrl }), startService({ databaseUrl })]);
    offices = services.map(({ address }) => new Office(clientOf(address), 'boden'));
  });
  after(async () => {
    await Promise.all(services.map((service) => service.remove()));
    await open?.close();
  });

  it('omit a taken time in the other process after at most two seconds', async () => {
    const [here, there] = offices;
    for (let round = 0; round < 3; round += 1) {
      const { id } = await there.freeSlot();
      await here.hold(id, letters.next());
      const heldAt = Date.now();
      const lists = async () => (await there.freeSlots()).some((slot) => slot.id === id);
      // Asked without a pause: what is kept must not be kept longer for it.
      while ((await lists()) && Date.now() - heldAt < promised + 1000);
      assert.ok(Date.now() - heldAt < promised, `${Date.now() - heldAt} ms`);
    }
  });

  it('give a time to one person only, even if another chose from an outdated list', async () => {
    const [here, there] = offices;
    const slots = (await there.freeSlots()).slice(0, 10);
    const taken = slots.map(({ id }) => here.bookDirectly(id, letters.next()));
    assert.deepEqual(
      (await Promise.all(taken)).map(({ status }) => status),
      Array(10).fill(201),
    );
    const wanted = slots.map(({ id }, index) =>
      index % 2 ? there.hold(id, letters.next()) : there.bookDirectly(id, letters.next()),
    );
    for (const { status, body } of await Promise.all(wanted)) {
      assert.deepEqual([status, body.code], [409, 'slot-taken']);
      const ids = body.alternatives.map((/** @type {{ id: string }} */ { id }) => id);
      assert.ok(!slots.some(({ id }) => ids.includes(id)));
    }
  });
});

describe('a shared response', () => {
  /** A question whose answers come when the test lets them. */
  function question() {
    /** @type {((answer: string) => void)[]} */
    const waiting = [];
    let asked = 0;
    return {
      asked: () => asked,
      ask: () => {
        asked += 1;
        return /** @type {Promise<string>} */ (new Promise((resolve) => waiting.push(resolve)));
      },
      /** @param {string} answer */
      async answer(answer) {
        await until(() => waiting.length > 0);
        waiting.shift()?.(answer);
      },
    };
  }

  it('is kept for its maximum age, counted from the start of the query', async () => {
    let now = 0;
    const answers = new SharedResponses(1000, () => now);
    const { ask, answer, asked } = question();
    const first = answers.get('q', ask);
    await until(() => asked() === 1);
    now = 900;
    await answer('old');
    assert.equal(await first, 'old');
    assert.equal(await answers.get('q', ask), 'old');
    now = 1000;
    const second = answers.get('q', ask);
    await answer('new');
    assert.equal(await second, 'new');
    assert.equal(asked(), 2);
  });

  it('is queried again after a change, also if a query was in progress', async () => {
    const answers = new SharedResponses(1000);
    const { ask, answer, asked } = question();
    const early = answers.get('q', ask);
    await until(() => asked() === 1);
    answers.changed();
    const late = [answers.get('q', ask), answers.get('q', ask)];
    assert.equal(asked(), 1, 'two at a time');
    await answer('before');
    assert.equal(await early, 'before');
    await answer('after');
    assert.deepEqual(await Promise.all(late), ['after', 'after']);
    assert.equal(asked(), 2);
  });

  it('that fails rejects for all who wait, and is queried again by the next request', async () => {
    const answers = new SharedResponses(1000);
    let asked = 0;
    const fail = async () => {
      asked += 1;
      throw new Error(`failure ${asked}`);
    };
    const both = await Promise.allSettled([answers.get('q', fail), answers.get('q', fail)]);
    assert.deepEqual(
      both.map((one) => one.status === 'rejected' && one.reason.message),
      ['failure 1', 'failure 1'],
    );
    await assert.rejects(answers.get('q', fail), /failure 2/);
  });

  it('is queried each time if the maximum age is 0', async () => {
    const answers = new SharedResponses(0);
    let asked = 0;
    const ask = async () => (asked += 1);
    assert.deepEqual([await answers.get('q', ask), await answers.get('q', ask)], [1, 2]);
  });
});

/** @param {number} days from now */
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
