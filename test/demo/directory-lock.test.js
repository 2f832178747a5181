import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { lockDirectory } from '../../demo/database/directory-lock.js';
import { makeDirectory, removeDirectory } from '../support/data-directory.js';

describe('the lock of a data folder', () => {
  /** @type {string} */
  let directory;
  beforeEach(async () => {
    directory = await makeDirectory();
  });
  afterEach(() => removeDirectory(directory));

  const leave = (/** @type {string} */ holder) =>
    writeFile(join(directory, 'service.lock'), holder);

  it('is acquired, and leaves no files after its release', async () => {
    const unlock = await lockDirectory(directory);
    assert.deepEqual(await readdir(directory), ['service.lock']);
    await unlock();
    assert.deepEqual(await readdir(directory), []);
  });

  it('is refused while its holder is running', async () => {
    await lockDirectory(directory);
    await assert.rejects(
      lockDirectory(directory),
      /Another process uses .*Stop it, or set DATA_DIR/,
    );
  });

  it('is taken over from a process that has ended, whatever its lock file contains', async () => {
    const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await new Promise((resolve) => gone.once('exit', resolve));
    for (const holder of [`${gone.pid} 1`, '', 'no number']) {
      await leave(holder);
      await (
        await lockDirectory(directory)
      )();
    }
  });

  it(
    'is taken over if another process has the process id of the ended one',
    { skip: process.platform !== 'linux' && 'only Linux tells when a process began' },
    async () => {
      await leave(`${process.pid} 1`);
      await (
        await lockDirectory(directory)
      )();
    },
  );
});
