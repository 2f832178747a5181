import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { clientOf } from '../support/client.js';
import { makeDataDirectory, makeDirectory, removeDirectory } from '../support/data-directory.js';
import { spawnService, startService } from '../support/service.js';
import { until } from '../support/until.js';

describe('the service as a process', () => {
  /** @type {string} */
  let dataDirectory;
  /** @type {import('../support/service.js').RunningService} */
  let service;
  before(async () => {
    dataDirectory = await makeDataDirectory();
    service = await startService({ dataDirectory });
  });
  after(async () => {
    await service?.remove();
    await removeDirectory(dataDirectory);
  });

  it('keeps sessions and decisions after a kill', async () => {
    const client = clientOf(service.address);
    const session = await client.openSession();
    const { body: terms } = await client.get('/terms/my-page?lang=en');
    const decision = { version: terms.version, lang: 'en', digest: terms.digest };
    const sent = await client.send('POST', '/terms/my-page/decisions', {
      session,
      body: { ...decision, decision: 'accepted' },
    });
    await service.kill();
    assert.equal(sent.status, 201);
    await service.start();
    const { body: after } = await client.get('/terms/my-page?lang=en', { session });
    assert.equal(after.decisionNeeded, false);
  });

  it('starts without data, also after a process was killed while creating its database', async () => {
    const directory = await makeDirectory();
    const first = spawnService({ PORT: '0', DATA_DIR: directory, DATABASE_URL: '' });
    await until(() => existsSync(join(directory, 'postgres', 'global')), 60_000);
    first.kill('SIGKILL');
    await once(first, 'exit');
    assert.ok(!existsSync(join(directory, 'postgres.complete')));
    const second = await startService({ dataDirectory: directory });
    assert.equal((await fetch(second.address)).status, 200);
    await second.remove();
    await removeDirectory(directory);
  });

  it('refuses data that another process uses, and says so', async () => {
    await assert.rejects(startService({ dataDirectory }), /Another process uses/);
  });

  it('says when it cannot reach its database', async () => {
    const databaseUrl = 'postgres://lucka@127.0.0.1:9/lucka';
    await assert.rejects(startService({ databaseUrl }), /cannot be reached.*ECONNREFUSED/);
  });

  it('stops on a signal, with exit code 0', async () => {
    assert.equal(await service.stop(), 0);
  });
});
