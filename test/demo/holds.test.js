import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { databases } from '../support/databases.js';
import { letters, Office } from '../support/office.js';
import { aroundTests } from '../support/service-in-process.js';

for (const database of databases) {
  describe(`holds on ${database.name}`, { skip: database.skip }, () => {
    /** @type {import('../support/service-in-process.js').ServiceInProcess} */
    let service;
    /** @type {Office} */
    let office;
    aroundTests(database, (started) => {
      service = started;
      office = new Office(service.client, 'vaxjo');
    });

    /** Makes a hold run out, as ten minutes would. @param {string} holdId */
    const runOut = (holdId) =>
      service.database.query(
        "UPDATE holds SET expires_at = now() - interval '1 second' WHERE id = $1",
        [holdId],
      );

    it('reserves a time for more than two minutes, and hides it from others', async () => {
      const slot = await office.freeSlot();
      const { status, body, headers } = await office.hold(slot.id, letters.next());
      assert.equal(status, 201);
      assert.deepEqual(body.slot, slot);
      assert.equal(headers.get('location'), `/api/holds/${body.holdId}`);
      assert.ok(Date.parse(body.expiresAt) - Date.parse(headers.get('date') ?? '') > 120_000);
      assert.notEqual((await office.freeSlot()).id, slot.id);
    });

    it('allows one hold for each letter and names the existing one', async () => {
      const letter = letters.next();
      const first = await office.hold((await office.freeSlot()).id, letter);
      const second = await office.hold((await office.freeSlot()).id, letter.toLowerCase());
      assert.equal(second.status, 409);
      assert.equal(second.body.code, 'hold-exists');
      assert.deepEqual(second.body.hold, first.body);
    });

    it('offers the three nearest available times instead of a taken one', async () => {
      const slot = await office.freeSlot(5);
      await office.hold(slot.id, letters.next());
      const { status, body } = await office.hold(slot.id, letters.next());
      assert.equal(status, 409);
      assert.equal(body.code, 'slot-taken');
      const distance = (/** @type {{ startsAt: string }} */ one) =>
        Math.abs(Date.parse(one.startsAt) - Date.parse(slot.startsAt));
      const nearest = (await office.freeSlots()).sort((a, b) => distance(a) - distance(b));
      assert.deepEqual(
        new Set(body.alternatives.map(distance)),
        new Set(nearest.slice(0, 3).map(distance)),
      );
      assert.equal(body.alternatives.length, 3);
    });

    it('gives the time of an expired hold to the next person', async () => {
      const slot = await office.freeSlot();
      const first = await office.hold(slot.id, letters.next());
      await runOut(first.body.holdId);
      assert.equal((await office.freeSlot()).id, slot.id);
      assert.equal((await office.hold(slot.id, letters.next())).status, 201);
    });

    it('lets a person hold a time again after their hold has expired', async () => {
      const letter = letters.next();
      const first = await office.hold((await office.freeSlot()).id, letter);
      await runOut(first.body.holdId);
      assert.equal((await office.hold((await office.freeSlot()).id, letter)).status, 201);
    });

    it('extends at least ten times, and then says that no extension is left', async () => {
      const { body: hold } = await office.hold((await office.freeSlot()).id, letters.next());
      assert.ok(hold.extensionsLeft >= 10);
      await service.database.query(
        "UPDATE holds SET expires_at = now() + interval '1 minute' WHERE id = $1",
        [hold.holdId],
      );
      for (let left = hold.extensionsLeft - 1; left >= 0; left -= 1) {
        const { status, body } = await office.extend(hold.holdId);
        assert.equal(status, 200);
        assert.equal(body.extensionsLeft, left);
        assert.ok(Date.parse(body.expiresAt) > Date.now() + 120_000);
      }
      const { status, body } = await office.extend(hold.holdId);
      assert.equal(status, 409);
      assert.equal(body.code, 'no-extensions');
    });

    it('allows no more extensions for concurrent requests', async () => {
      const { body: hold } = await office.hold((await office.freeSlot()).id, letters.next());
      const answers = await Promise.all(
        Array.from({ length: 30 }, () => office.extend(hold.holdId)),
      );
      const extended = answers.filter(({ status }) => status === 200);
      assert.equal(extended.length, hold.extensionsLeft);
    });

    it('neither extends nor books an expired hold, and says whether the time is available', async () => {
      const slot = await office.freeSlot();
      const { body: hold } = await office.hold(slot.id, letters.next());
      await runOut(hold.holdId);
      for (const refuse of [() => office.extend(hold.holdId), () => office.book(hold.holdId)]) {
        const { status, body } = await refuse();
        assert.equal(status, 410);
        assert.deepEqual([body.code, body.slotFree], ['hold-expired', true]);
      }
      await office.hold(slot.id, letters.next());
      assert.equal((await office.extend(hold.holdId)).body.slotFree, false);
    });

    it('makes a released time available immediately, and does not book the released hold', async () => {
      const slot = await office.freeSlot();
      const { body: hold } = await office.hold(slot.id, letters.next());
      for (let time = 0; time < 2; time += 1) {
        assert.equal((await office.release(hold.holdId)).status, 204);
      }
      assert.equal((await office.freeSlot()).id, slot.id);
      assert.equal((await office.book(hold.holdId)).status, 410);
    });

    it('refuses times that are past, closed or unknown', async () => {
      const [past, closed] = await office.freeSlots();
      await service.database.query(
        "UPDATE slots SET starts_at = now() - interval '1 minute' WHERE id = $1",
        [past.id],
      );
      assert.equal((await office.hold(past.id, letters.next())).body.code, 'slot-taken');
      await office.close(service.database, closed);
      assert.equal((await office.hold(closed.id, letters.next())).body.code, 'slot-taken');
      const unknown = await office.hold('no-such-slot', letters.next());
      assert.equal(unknown.body.errors[0].pointer, '#/slotId');
    });

    it('shows a closed day with its reason and no times', async () => {
      const [slot] = await office.freeSlots();
      await office.close(service.database, slot);
      const day = (await office.days()).find(({ date }) => slot.startsAt.startsWith(date));
      assert.deepEqual(day?.closed, { reason: { sv: 'Långfredagen', en: 'Good Friday' } });
      assert.deepEqual(day?.slots, []);
    });

    it('requires exactly one of letter, booking and session', async () => {
      const { id: slotId } = await office.freeSlot();
      const hold = (/** @type {any} */ options) => service.client.send('POST', '/holds', options);
      assert.equal((await hold({ body: { slotId } })).body.code, 'login-required');
      const two = { slotId, letterReference: 'LUCKA-0001', bookingReference: 'AAAA-AAAA-AAAA' };
      assert.equal((await hold({ body: two })).body.code, 'validation');
      const session = await service.client.openSession();
      assert.equal((await hold({ body: { slotId }, session })).status, 201);
    });

    it('gives the time to one of many concurrent requests', async () => {
      const { id } = await office.freeSlot();
      const asked = Array.from({ length: 12 }, () => office.hold(id, letters.next()));
      const statuses = (await Promise.all(asked)).map(({ status }) => status).sort();
      assert.deepEqual(statuses, [201, ...Array(11).fill(409)]);
    });

    it('gives one time to a person who requests several concurrently', async () => {
      const letter = letters.next();
      const slots = (await office.freeSlots()).slice(0, 6);
      const asked = await Promise.all(slots.map(({ id }) => office.hold(id, letter)));
      assert.deepEqual(asked.map(({ status }) => status).sort(), [201, 409, 409, 409, 409, 409]);
      const refused = asked.filter(({ status }) => status === 409);
      assert.ok(refused.every(({ body }) => body.code === 'hold-exists'));
    });
  });
}
