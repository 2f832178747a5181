import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readOperations } from '../../demo/contract/contract.js';
import { checkContract, groupNames } from '../../tools/cli/contract-check/run.js';
import { readCheckSettings } from '../../tools/cli/contract-check/settings.js';
import { auditSite } from '../support/audit-site.js';
import { makeDirectory, removeDirectory } from '../support/data-directory.js';
import { databases } from '../support/databases.js';
import { bookingFaults } from '../support/faults/booking.js';
import { messageFaults } from '../support/faults/messages.js';
import { sharingFaults } from '../support/faults/sharing.js';
import { termsFaults } from '../support/faults/terms.js';
import { startFaultyProxy } from '../support/faulty-proxy.js';
import { aroundTests, startServiceInProcess } from '../support/service-in-process.js';
import { adminToken } from '../support/service.js';

const program = fileURLToPath(new URL('../../tools/cli/lucka-check.js', import.meta.url));

/**
 * @param {string[]} args
 * @param {string} [file]
 * @returns {Promise<{ code: number, output: string }>}
 */
const run = (args, file = program) =>
  new Promise((resolve) => {
    const env = { ...process.env, LUCKA_ADMIN_TOKEN: adminToken };
    execFile(process.execPath, [file, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), output: stdout + stderr });
    });
  });

const operations = readOperations();
const faults = [...termsFaults, ...messageFaults, ...bookingFaults, ...sharingFaults];

/** The operations that a service has answered. @param {string} log */
const operationsIn = (log) =>
  new Set(
    log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).operation)
      .filter((operation) => /^[a-zA-Z]+$/.test(operation ?? '')),
  );

test('lucka-check provokes every code that can be provoked from outside', async () => {
  const folder = fileURLToPath(new URL('../../tools/cli/contract-check/', import.meta.url));
  const sources = await Promise.all(
    (await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')),
  );
  const contract = new URL('../../src/services/openapi.yaml', import.meta.url);
  const codes = parse(await readFile(contract, 'utf8')).components.schemas.Code.enum;
  const asked = sources.join('\n');
  const missing = codes.filter((/** @type {string} */ code) => !asked.includes(`'${code}'`));
  assert.deepEqual(missing, ['closed', 'internal', 'too-late', 'unavailable']);
});

for (const database of databases) {
  describe(
    `lucka-check of the reference service on ${database.name}`,
    { skip: database.skip },
    () => {
      /** @type {import('../support/service-in-process.js').ServiceInProcess} */
      let service;
      aroundTests(database, (started) => (service = started));

      it('finds no fault, and runs all checks except those that are impossible from outside', async () => {
        const { code, output } = await run([`${service.address}/api`, '--json']);
        const { failed, notRun, passed, schemasChecked } = JSON.parse(output);
        assert.deepEqual(failed, []);
        assert.equal(code, 0);
        assert.ok(passed > 1000);
        assert.deepEqual(operationsIn(service.log()), new Set(operations.map(({ id }) => id)));
        assert.ok(schemasChecked);
        assert.deepEqual(
          notRun.map((/** @type {string} */ what) => what.split(':')[0]),
          ['past visits and too-late', 'in-progress', '500 and 503'],
        );
      });
    },
  );
}

describe('lucka-check', () => {
  /** @type {import('../support/service-in-process.js').ServiceInProcess} */
  let service;
  /** @type {Awaited<ReturnType<typeof startFaultyProxy>>} */
  let proxy;
  let runs = 0;
  before(async () => {
    service = await startServiceInProcess();
    proxy = await startFaultyProxy(service.address);
  });
  after(async () => {
    await proxy.stop();
    await service.close();
  });
  beforeEach(() => service.database.query('DELETE FROM wrong_guesses'));

  /** @param {import('../support/faulty-proxy.js').Fault} fault @param {string[]} groups */
  async function check(fault, groups) {
    proxy.plant(fault);
    runs += 1;
    const letters = [0, 1, 2, 3].map(
      (index) => `LUCKA-${String(runs * 4 + index).padStart(4, '0')}`,
    );
    const environment = { LUCKA_ADMIN_TOKEN: adminToken, LUCKA_LETTERS: letters.join() };
    const settings = readCheckSettings(`${proxy.address}/api`, groups, environment);
    return (await checkContract(settings)).summary();
  }

  it('finds no fault without a planted one', async () => {
    assert.deepEqual((await check({}, groupNames)).failed, []);
  });

  for (const { name, group, foundBy, fault } of faults) {
    it(`finds ${name}`, async () => {
      const { failed } = await check(fault, [group]);
      const names = failed.map((failure) => failure.name);
      assert.ok(
        names.some((one) => foundBy.test(one)),
        `found only: ${names.join('; ')}`,
      );
    });
  }

  it('ends with 1 and says what failed when something fails', async () => {
    proxy.plant({ answer: ({ headers }) => void delete headers['access-control-allow-origin'] });
    const { code, output } = await run([`${proxy.address}/api`, '--only', 'origins']);
    assert.equal(code, 1);
    assert.match(output, /Failed\n {2}origins: notices may be read from any page/);
  });

  it('ends with 2 and says what to do when it cannot run', async () => {
    const nothing = await run(['http://127.0.0.1:9/api']);
    assert.equal(nothing.code, 2);
    assert.match(
      nothing.output,
      /Nothing answers at http:\/\/127\.0\.0\.1:9\/api: is the service running\?/,
    );
    assert.match(
      (await run(['--only', 'everything', proxy.address])).output,
      /There is no group everything/,
    );
    assert.equal((await run([])).code, 2);
    assert.equal((await run(['--help'])).code, 0);
  });

  it('gives up on a service that does not answer, or does not end', async () => {
    const settings = { ...readCheckSettings('', ['terms'], {}), timeout: 300 };
    const site = await auditSite({ '/': { isOpen: true } });
    try {
      await assert.rejects(
        checkContract({ ...settings, address: `${site.base}/api` }),
        /^Error: Nothing answers at /,
      );
    } finally {
      site.close();
    }
  });

  it('works without optional packages, and says that schemas were not checked', async () => {
    proxy.plant({});
    const directory = await makeDirectory();
    await cp(fileURLToPath(new URL('../../tools/cli', import.meta.url)), join(directory, 'cli'), {
      recursive: true,
    });
    await cp(
      fileURLToPath(new URL('../../package.json', import.meta.url)),
      join(directory, 'package.json'),
    );
    const address = `${proxy.address}/api`;
    const { code, output } = await run(
      [address, '--only', 'terms'],
      join(directory, 'cli', 'lucka-check.js'),
    );
    await removeDirectory(directory);
    assert.equal(code, 0, output);
    assert.match(output, /SCHEMAS WERE NOT CHECKED/);
    assert.match(output, /install ajv, ajv-formats and yaml/);
  });
});
