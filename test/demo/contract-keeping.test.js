import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DatabaseUnavailable } from '../../demo/database/unavailable.js';
import { Office, letters } from '../support/office.js';
import { startServiceInProcess } from '../support/service-in-process.js';

describe('an internal error', () => {
  /** @type {import('../support/service-in-process.js').ServiceInProcess} */
  let service;
  before(async () => {
    service = await startServiceInProcess();
  });
  after(() => service.close());

  it('is a 500 when a response violates the contract, and the log names only the field', async () => {
    await service.database.query("UPDATE offices SET lat = 1234 WHERE id = 'malmo'");
    const { status, body, headers } = await service.client.get('/offices');
    await service.database.query("UPDATE offices SET lat = 55 WHERE id = 'malmo'");
    assert.equal(status, 500);
    assert.equal(body.code, 'internal');
    assert.equal(headers.get('cache-control'), 'no-store');
    const line =
      service
        .log()
        .split('\n')
        .find((one) => one.includes('BrokenContract')) ?? '';
    assert.match(line, /listOffices 200: \/offices\/\d\/lat fails maximum/);
    assert.equal(body.instance, `urn:uuid:${JSON.parse(line).request}`);
    assert.doesNotMatch(line, /1234/);
  });

  it('rolls back a write whose response violates the contract', async () => {
    const office = new Office(service.client, 'malmo');
    const slot = await office.freeSlot();
    const letter = letters.next();
    await service.database.query("UPDATE offices SET lat = 1234 WHERE id = 'malmo'");
    const refused = await office.bookDirectly(slot.id, letter);
    await service.database.query("UPDATE offices SET lat = 55 WHERE id = 'malmo'");
    assert.equal(refused.status, 500);
    assert.equal((await office.freeSlot()).id, slot.id);
    assert.equal((await office.bookDirectly(slot.id, letter)).status, 201);
  });

  it('is a 503 with Retry-After when the database is unavailable; the key can be used later', async () => {
    const office = new Office(service.client, 'malmo');
    const body = { slotId: (await office.freeSlot()).id, letterReference: letters.next() };
    const send = () => service.client.send('POST', '/bookings', { key: 'x'.repeat(36), body });
    const { connection } = service.database;
    service.database.connection = async () => {
      throw new DatabaseUnavailable(undefined);
    };
    const refused = await send();
    service.database.connection = connection;
    assert.deepEqual([refused.status, refused.body.code], [503, 'unavailable']);
    assert.equal(refused.headers.get('retry-after'), '2');
    assert.equal((await send()).status, 201);
  });
});
