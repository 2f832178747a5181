import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { clientOf } from '../support/client.js';
import { makeDataDirectory, removeDirectory } from '../support/data-directory.js';
import { databases } from '../support/databases.js';
import { startPostgres } from '../support/postgres.js';
import { startService } from '../support/service.js';
import { mountSmallDisk, smallDiskIsMissing } from '../support/small-disk.js';
import { until } from '../support/until.js';

const [, { skip: noPostgres }] = databases;

/** A program that is stuck would let the test wait for ever. */
const limited = { timeout: 120_000 };

/** Long messages that cannot be compressed. @param {import('../support/client.js').Client} client */
async function senderOf(client) {
  const session = await client.openSession();
  return () =>
    client.send('POST', '/messages', {
      session,
      key: randomUUID(),
      body: {
        body: String.fromCodePoint(
          ...Array.from({ length: 4000 }, () => randomInt(0x2_0000, 0x2_a000)),
        ),
        language: 'sv',
        languageConfirmed: false,
        createdAt: '2026-11-22T14:05:00Z',
      },
    });
}

/** @param {import('../support/client.js').Answer} answer */
function assertUnavailable({ status, body, headers, text }) {
  assert.equal(status, 503, text);
  assert.equal(body.code, 'unavailable');
  assert.equal(headers.get('retry-after'), '2');
}

describe('a service whose disk is full', { skip: smallDiskIsMissing || false }, () => {
  /** @type {ReturnType<typeof mountSmallDisk>} */
  let disk;
  before(() => {
    disk = mountSmallDisk(128);
  });
  after(() => disk?.unmount());

  /** @param {() => Promise<import('../support/client.js').Answer>} send */
  async function fillsAndEmpties(send) {
    assert.equal((await send()).status, 201);
    await disk.fill(256);
    let answer = await send();
    for (let sent = 0; sent < 4000 && answer.status === 201; sent += 1) answer = await send();
    assertUnavailable(answer);
    assertUnavailable(await send());
    await disk.empty();
    await until(async () => (await send()).status === 201);
  }

  it('of PGlite: answers 503, and continues when there is space', limited, async () => {
    const dataDirectory = await makeDataDirectory(disk.directory);
    const service = await startService({ dataDirectory });
    try {
      await fillsAndEmpties(await senderOf(clientOf(service.address)));
      await disk.fill(256);
      await service.stop();
      await assert.rejects(startService({ dataDirectory }), /are free in/);
      await disk.empty();
      await service.start();
    } finally {
      await disk.empty();
      await service.remove();
      await removeDirectory(dataDirectory);
    }
  });

  it(
    'of PostgreSQL: answers 503, and continues when there is space',
    { ...limited, skip: noPostgres },
    async () => {
      const postgres = await startPostgres();
      const place = join(disk.directory, 'tables');
      await mkdir(place);
      await postgres.own(place);
      await postgres.query(`CREATE TABLESPACE small LOCATION '${place}'`);
      const databaseUrl = await postgres.createDatabase('TABLESPACE small');
      const service = await startService({ databaseUrl });
      try {
        await fillsAndEmpties(await senderOf(clientOf(service.address)));
      } finally {
        await disk.empty();
        await service.remove();
        await postgres.stop();
      }
    },
  );
});
