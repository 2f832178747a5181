import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { databases } from '../support/databases.js';
import { letters, Office } from '../support/office.js';
import { aroundTests } from '../support/service-in-process.js';

for (const database of databases) {
  describe(`bookings on ${database.name}`, { skip: database.skip }, () => {
    /** @type {import('../support/service-in-process.js').ServiceInProcess} */
    let service;
    /** @type {Office} */
    let office;
    aroundTests(database, (started) => {
      service = started;
      office = new Office(service.client, 'orebro');
    });

    /**
     * Lets a visit begin so many minutes ago; it takes thirty.
     *
     * @param {string} slotId
     * @param {number} minutes
     */
    const letBegin = (slotId, minutes) =>
      service.database.query(
        `UPDATE slots SET starts_at = now() - make_interval(mins => $2),
           ends_at = now() + make_interval(mins => 30 - $2) WHERE id = $1`,
        [slotId, minutes],
      );

    it('turns a hold into a booking', async () => {
      const letter = letters.next();
      const slot = await office.freeSlot();
      const { body: hold } = await office.hold(slot.id, letter);
      const { status, body, headers } = await office.book(hold.holdId, letter);
      assert.equal(status, 201);
      assert.deepEqual(body.slot, slot);
      assert.equal(body.office.id, 'orebro');
      assert.deepEqual([body.status, body.sequence, body.changeUntil], ['booked', 0, null]);
      assert.match(body.reference, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
      assert.equal(headers.get('location'), `/api/bookings/${body.reference}`);
      assert.deepEqual((await office.booking(body.reference.toLowerCase())).body, body);
    });

    it('books a hold once, however often the request is sent', async () => {
      const { body: hold } = await office.hold((await office.freeSlot()).id, letters.next());
      const answers = await Promise.all(Array.from({ length: 6 }, () => office.book(hold.holdId)));
      const made = answers.filter(({ status }) => status === 201);
      assert.equal(made.length, 1);
      const codes = new Set(
        answers.filter((one) => !made.includes(one)).map(({ body }) => body.code),
      );
      assert.ok(
        [...codes].every((code) => /^(hold-expired|already-booked)$/.test(code)),
        [...codes].join(),
      );
    });

    it('books one visit for each letter', async () => {
      const letter = letters.next();
      await office.booked(letter);
      const second = await office.bookDirectly((await office.freeSlot()).id, letter);
      assert.equal(second.status, 409);
      assert.equal(second.body.code, 'already-booked');
      assert.equal(second.body.reference, undefined);
    });

    it('gives the reference of a booking only to the session that made it', async () => {
      const session = await service.client.openSession();
      const letter = letters.next();
      const { reference } = await office.booked(letter, session);
      const second = await office.bookDirectly((await office.freeSlot()).id, letter, session);
      assert.equal(second.body.reference, reference);
    });

    /** Lets the last day of every letter be yesterday, or a year ahead again. @param {string} days */
    const letLettersEnd = (days) =>
      service.database.query('UPDATE letters SET book_by = swedish_today() + $1::int', [days]);

    it('says that a visit is booked also after the last day of its letter', async () => {
      const letter = letters.next();
      const { reference } = await office.booked(letter);
      const [one, other] = await office.freeSlots();
      const check = () =>
        service.client.send('POST', '/letter-checks', { body: { letterReference: letter } });
      await letLettersEnd('-1');
      const checked = await check();
      const held = await office.hold(one.id, letter);
      const second = await office.bookDirectly(other.id, letter);
      const cancelled = await office.cancel(reference);
      const after = [await check(), await office.hold(other.id, letter)];
      await letLettersEnd('365');
      assert.deepEqual([checked.status, checked.body.alreadyBooked], [200, true]);
      assert.equal(held.status, 201);
      assert.deepEqual([second.status, second.body.code], [409, 'already-booked']);
      assert.equal(cancelled.status, 200);
      for (const { status, body } of after) {
        assert.deepEqual([status, body.code], [410, 'letter-expired']);
      }
    });

    it('shows the visit to the session that booked it when its letter is checked, and to nobody else', async () => {
      const [mine, theirs] = [
        await service.client.openSession(),
        await service.client.openSession(),
      ];
      const [letter, lettersOfNobody] = [letters.next(), letters.next()];
      const booking = await office.booked(letter, mine);
      await office.booked(lettersOfNobody);
      /** @param {string} letterReference @param {import('../support/client.js').Session} [session] */
      const check = async (letterReference, session) => {
        const { body } = await service.client.send('POST', '/letter-checks', {
          session,
          body: { letterReference },
        });
        return [body.alreadyBooked, body.booking];
      };
      assert.deepEqual(await check(letter, mine), [true, booking]);
      assert.deepEqual(await check(letter, theirs), [true, undefined]);
      assert.deepEqual(await check(letter), [true, undefined]);
      assert.deepEqual(await check(lettersOfNobody, mine), [true, undefined]);
      assert.deepEqual(await check(lettersOfNobody), [true, undefined]);
      const { id: slotId } = await office.freeSlot();
      const { body: moved } = await office.change(booking.reference, { slotId }, mine);
      assert.deepEqual(await check(letter, mine), [true, moved]);
      await office.cancel(booking.reference, mine);
      assert.deepEqual(await check(letter, mine), [false, undefined]);
    });

    it('requires the letter of the hold', async () => {
      const { body: hold } = await office.hold((await office.freeSlot()).id, letters.next());
      const { status, body } = await office.book(hold.holdId, letters.next());
      assert.deepEqual([status, body.code], [422, 'letter-invalid']);
    });

    it('books for the person of the session without a letter', async () => {
      const session = await service.client.openSession();
      const [one, other] = await office.freeSlots();
      const { body: hold } = await office.hold(one.id, undefined, session);
      assert.equal((await office.book(hold.holdId, undefined, session)).status, 201);
      assert.equal((await office.bookDirectly(other.id, undefined, session)).status, 409);
      assert.equal((await office.bookDirectly(other.id)).status, 401);
    });

    it('hides a booking from other sessions, but not from clients without a session', async () => {
      const [mine, theirs] = [
        await service.client.openSession(),
        await service.client.openSession(),
      ];
      const { reference } = await office.booked(letters.next(), mine);
      assert.equal((await office.booking(reference, mine)).status, 200);
      assert.equal((await office.booking(reference, theirs)).status, 404);
      assert.equal((await office.cancel(reference, theirs)).status, 404);
      assert.equal((await office.booking(reference)).status, 200);
    });

    it('finds a booking whose response was lost by its key', async () => {
      const session = await service.client.openSession();
      for (const asker of [undefined, session]) {
        const key = randomUUID();
        const body = { slotId: (await office.freeSlot()).id, letterReference: letters.next() };
        const find = () =>
          service.client.get(`/bookings?idempotencyKey=${key}`, { session: asker });
        assert.equal((await find()).status, 404);
        const made = await service.client.send('POST', '/bookings', { key, body, session: asker });
        assert.deepEqual((await find()).body, made.body);
      }
    });

    it('keeps the old time if the new one is not available', async () => {
      const before = await office.booked(letters.next());
      const [wanted, other] = await office.freeSlots();
      const { body: theirs } = await office.hold(wanted.id, letters.next());
      const refused = [
        [{ holdId: theirs.holdId }, 410, 'hold-expired'],
        [{ holdId: 'no-such-hold' }, 410, 'hold-expired'],
        [{ slotId: wanted.id }, 409, 'slot-taken'],
        [{ slotId: 'no-such-slot' }, 422, 'validation'],
      ];
      for (const [choice, status, code] of refused) {
        const answer = await office.change(before.reference, /** @type {any} */ (choice));
        assert.deepEqual([answer.status, answer.body.code], [status, code]);
        assert.deepEqual((await office.booking(before.reference)).body, before);
      }
      assert.equal((await office.freeSlots())[0].id, other.id);
    });

    it('reschedules a visit atomically, and releases the old time', async () => {
      const before = await office.booked(letters.next());
      const wanted = await office.freeSlot(3);
      const { body: hold } = await office.holdToChange(wanted.id, before.reference);
      const { status, body } = await office.change(before.reference, { holdId: hold.holdId });
      assert.equal(status, 200);
      assert.deepEqual(body, { ...before, slot: wanted, sequence: 1 });
      const free = (await office.freeSlots()).map(({ id }) => id);
      assert.ok(free.includes(before.slot.id));
      assert.ok(!free.includes(wanted.id));
    });

    it('exchanges two visits concurrently without losing either', async () => {
      const visits = [await office.booked(letters.next()), await office.booked(letters.next())];
      const [one, other] = visits;
      await Promise.all([
        office.change(one.reference, { slotId: other.slot.id }),
        office.change(other.reference, { slotId: one.slot.id }),
      ]);
      const after = await Promise.all(visits.map(({ reference }) => office.booking(reference)));
      assert.ok(after.every(({ body }) => body.status === 'booked'));
      assert.notEqual(after[0].body.slot.id, after[1].body.slot.id);
    });

    it('cancels once, however often the request is sent, and the letter can be used again', async () => {
      const letter = letters.next();
      const { reference, slot } = await office.booked(letter);
      for (let time = 0; time < 2; time += 1) {
        const { status, body } = await office.cancel(reference);
        assert.deepEqual([status, body.status, body.sequence], [200, 'cancelled', 1]);
      }
      assert.equal((await office.freeSlot()).id, slot.id);
      assert.equal((await office.change(reference, { slotId: slot.id })).body.code, 'cancelled');
      assert.equal((await office.holdToChange(slot.id, reference)).body.code, 'letter-invalid');
      assert.equal((await office.bookDirectly(slot.id, letter)).status, 201);
    });

    it('neither reschedules nor cancels a visit that has begun', async () => {
      const { reference, slot } = await office.booked(letters.next());
      await letBegin(slot.id, 5);
      const { id } = await office.freeSlot();
      for (const answer of [
        await office.change(reference, { slotId: id }),
        await office.cancel(reference),
      ]) {
        assert.deepEqual([answer.status, answer.body.code], [409, 'too-late']);
      }
      assert.equal((await office.booking(reference)).body.status, 'booked');
    });

    it('gives a past visit the status past, and its letter is used up', async () => {
      const letter = letters.next();
      const { reference, slot } = await office.booked(letter);
      await letBegin(slot.id, 31);
      assert.equal((await office.booking(reference)).body.status, 'past');
      const again = await office.bookDirectly((await office.freeSlot()).id, letter);
      assert.deepEqual([again.status, again.body.code], [422, 'letter-invalid']);
    });

    it('lets a person book again after a visit', async () => {
      const session = await service.client.openSession();
      const first = await office.bookDirectly((await office.freeSlot()).id, undefined, session);
      await letBegin(first.body.slot.id, 31);
      const second = await office.bookDirectly((await office.freeSlot()).id, undefined, session);
      assert.equal(second.status, 201);
      assert.equal((await office.booking(first.body.reference)).body.status, 'past');
    });

    it('makes a second booking of one time impossible in the database itself', async () => {
      const { slot } = await office.booked(letters.next());
      const insert = service.database.query(
        `INSERT INTO bookings (reference, slot_id, holder, made_by, made_with_key)
         VALUES ('X', $1, 'someone', '', 'x')`,
        [slot.id],
      );
      await assert.rejects(insert, /one_booking_for_each_slot/);
    });
  });
}
