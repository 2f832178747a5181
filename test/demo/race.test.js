import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { openDatabase } from '../../demo/database/database.js';
import { clientOf } from '../support/client.js';
import { databases } from '../support/databases.js';
import { startService } from '../support/service.js';
import { until } from '../support/until.js';

const clients = 500;
const places = 20;

for (const database of databases) {
  describe(
    `${clients} clients competing for ${places} times on ${database.name}`,
    { skip: database.skip },
    () => {
      /** @type {import('../support/databases.js').OpenDatabase} */
      let open;
      /** @type {string | undefined} */
      let databaseUrl;
      /** @type {import('../support/service.js').RunningService} */
      let service;
      before(async () => {
        open = await database.open();
        databaseUrl = await open.createDatabase();
        service = await startService({ databaseUrl });
      });
      after(async () => {
        await service?.remove();
        await open?.close();
      });

      it('gives each time to exactly one, also with a kill in between', async () => {
        const client = clientOf(service.address);
        const slots = await firstFree(client);
        let booked = 0;
        /** Sends until there is an answer: the same bytes with the same key, as the elements do. */
        const insist = async (/** @type {string} */ path, /** @type {unknown} */ body) => {
          const key = randomUUID();
          for (;;) {
            const answer = await client.send('POST', path, { key, body }).catch(() => undefined);
            // Too many at once for the time that a connection is waited for: not now.
            if (answer && answer.status !== 503) return answer;
            await until(() => isUp, 60_000);
          }
        };
        /** @returns {Promise<{ reference: string, slotId: string } | undefined>} */
        const race = async (/** @type {number} */ number) => {
          const letterReference = `LUCKA-${String(number + 1).padStart(4, '0')}`;
          // Half of them book at once, as pages without holds do; some try another time.
          const wishes = [slots[number % places], slots[(number + 7) % places]];
          for (const slotId of wishes.slice(0, number % 5 ? 1 : 2)) {
            const wish = { slotId, letterReference };
            const first = await insist(number % 2 ? '/holds' : '/bookings', wish);
            assertTakenOr201(first);
            if (first.status === 409) continue;
            const { holdId, reference } = first.body;
            const made = reference ? first : await insist('/bookings', { holdId, letterReference });
            assert.equal(made.status, 201, made.text);
            booked += 1;
            return { reference: made.body.reference, slotId };
          }
          return undefined;
        };

        let isUp = true;
        const racing = Promise.all(Array.from({ length: clients }, (_, number) => race(number)));
        await until(() => booked >= places / 4, 60_000);
        isUp = false;
        await service.kill();
        await service.start();
        isUp = true;

        const winners = (await racing).filter((one) => one !== undefined);
        assert.equal(winners.length, places);
        assert.deepEqual(winners.map(({ slotId }) => slotId).sort(), [...slots].sort());
        for (const { reference, slotId } of winners) {
          const { body } = await client.get(`/bookings/${reference}`);
          assert.equal(body.status, 'booked');
          assert.equal(body.slot.id, slotId);
        }
        assert.equal((await firstFree(client)).filter((id) => slots.includes(id)).length, 0);
      });

      it('leaves exactly as many bookings in the database', async () => {
        await service.stop();
        const { dataDirectory } = service;
        const stored = await openDatabase({ databaseUrl: databaseUrl ?? '', dataDirectory });
        const rows = await stored.query('SELECT DISTINCT slot_id, holder, status FROM bookings');
        const live = await stored.query('SELECT id FROM holds WHERE ended_at IS NULL');
        await stored.close();
        assert.equal(rows.length, places);
        assert.equal(live.length, 0);
      });
    },
  );
}

/** @param {import('../support/client.js').Client} client @returns {Promise<string[]>} slot ids */
async function firstFree(client) {
  const day = (/** @type {number} */ days) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const { body } = await client.get(`/offices/boden/slots?from=${day(1)}&to=${day(14)}`);
  /** @type {{ slots: { id: string }[] }[]} */
  const days = body.days;
  return days.flatMap(({ slots }) => slots.map(({ id }) => id)).slice(0, places);
}

/** @param {import('../support/client.js').Answer} answer */
function assertTakenOr201({ status, body, text }) {
  if (status === 201) return;
  assert.equal(status, 409, text);
  assert.equal(body.code, 'slot-taken');
}
