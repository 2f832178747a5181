import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { copyWithBrowserBuild, openServed } from './example.js';

const hasPhp = spawnSync('php', ['--version']).status === 0;
/** tools/setup.js installs it under CI, where its absence is a failure. */
const skip = !hasPhp && !process.env['CI'] && 'needs PHP: apt-get install php-cli';

const HOSTILE = `1"><img src=x onerror=alert(1)> '&amp; <script>`;

describe(
  'the example with plain PHP, with the browser build of the packed package',
  { skip },
  () => {
    /** @type {ReturnType<typeof copyWithBrowserBuild>} */
    let example;
    before(() => {
      example = copyWithBrowserBuild('php', 'lucka');
    });
    after(() => example?.remove());

    const open = () => openServed(example.project, (port) => `php -S 127.0.0.1:${port}`);

    test('shows the notices that PHP writes into the page, and receives the message as a field of the form', async () => {
      const { page, faults, close } = await open();
      try {
        await page.getByRole('heading', { name: 'Messages are slow' }).waitFor();
        await page
          .getByRole('textbox', { name: 'Your message' })
          .fill('When <b>will</b> I "know"?');
        await page.getByRole('button', { name: 'Send message' }).click();
        await page.getByText('Received about case 12-345678: When <b>will</b> I "know"?').waitFor();
        assert.deepEqual(faults, []);
      } finally {
        await close();
      }
    });

    test('writes what somebody else wrote as the value of an attribute, and as nothing more', async () => {
      const file = join(example.project, 'index.php');
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replace('Messages are slow', 'Slow <!--<script>'));
      const { page, faults, base, close } = await open();
      try {
        await page.goto(`${base}/?case=${encodeURIComponent(HOSTILE)}`);
        const composer = page.locator('lucka-message-composer');
        assert.equal(await composer.getAttribute('case-id'), HOSTILE);
        await page.getByRole('heading', { name: /^Slow/ }).waitFor();
        assert.equal(await page.locator('img').count(), 0);
        await page.getByRole('button', { name: 'Send message' }).waitFor();
        assert.deepEqual(faults, []);
      } finally {
        await close();
      }
    });
  },
);
