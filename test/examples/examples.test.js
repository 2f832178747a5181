import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { importTs } from '../../tools/import-ts.js';
import { allDrawn, hostSite } from '../support/host-site.js';
import { watchedPage } from '../support/browser.js';

/** @type {typeof import('../../stories/snippet-builder/snippet.js')} */
const { snippetOf } = await importTs('stories/snippet-builder/snippet.ts');

/** @param {string} command @param {string[]} parameters @param {string} cwd @returns {string} its output */
function run(command, parameters, cwd) {
  const { status, stdout, stderr } = spawnSync(command, parameters, { cwd, encoding: 'utf8' });
  assert.equal(status, 0, `${stdout}${stderr}`);
  return stdout;
}

describe('the example with Vite and React, with the packed package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lucka-example-'));
  const project = join(folder, 'vite-react');
  before(() => {
    cpSync('examples/vite-react', project, { recursive: true });
    const packed = run('npm', ['pack', '--silent', '--pack-destination', folder], '.');
    const tarball = join(folder, packed.trim().split('\n').at(-1) ?? '');
    run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', tarball], project);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Builds it, and opens it under the strict policy. */
  async function openBuilt() {
    run('npm', ['run', 'build'], project);
    const site = await hostSite({ root: join(project, 'dist') });
    const { page, faults } = await watchedPage(await site.browser.newContext(), site.base);
    await page.goto(`${site.base}/index.html`);
    await page.waitForSelector(':is(lucka-document-wizard, lucka-terms-dialog):defined', {
      state: 'attached',
    });
    await allDrawn(page);
    return { site, page, faults };
  }

  test('builds a page whose elements have its theme and tell it what happens', async () => {
    const { site, page, faults } = await openBuilt();
    try {
      const send = page.getByRole('button', { name: 'Send message' });
      const background = await send.evaluate((button) => getComputedStyle(button).backgroundColor);
      assert.equal(background, 'rgb(107, 45, 18)');
      await page.getByRole('textbox', { name: 'Your message' }).fill('When will I get a letter?');
      await send.click();
      await page.getByText('25 characters.').waitFor();
      assert.deepEqual(faults, []);
    } finally {
      await site.close();
    }
  });

  test('builds what the snippet builder writes for React', async () => {
    const snippet = snippetOf({
      ...{ element: 'document-wizard', attributes: { 'heading-level': '3', persist: 'none' } },
      ...{ lang: 'en', theme: 'hamn', form: 'react' },
    });
    writeFileSync(join(project, 'src/snippet.tsx'), snippet);
    const main = join(project, 'src/main.tsx');
    const text = readFileSync(main, 'utf8');
    const withSnippet = text
      .replace("{ Page } from './page'", "{ Lucka as Page } from './snippet'")
      .replace("import './theme.css';\n", '');
    writeFileSync(main, withSnippet);
    const { site, page, faults } = await openBuilt();
    try {
      assert.match(
        await page.evaluate(() =>
          getComputedStyle(document.documentElement).getPropertyValue('--lucka-color-accent'),
        ),
        /#0b3f8a/,
      );
      await page.getByRole('button', { name: 'Start' }).click();
      await page.getByRole('radio').first().waitFor();
      assert.deepEqual(faults, []);
    } finally {
      await site.close();
    }
  });
});
