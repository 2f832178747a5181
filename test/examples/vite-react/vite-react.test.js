import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { importTs } from '../../../tools/import-ts.js';
import { installExample, openBuilt, run } from '../example.js';

/** @type {typeof import('../../../stories/snippet-builder/snippet.js')} */
const { snippetOf } = await importTs('stories/snippet-builder/snippet.ts');

describe('the example with Vite and React, with the packed package', () => {
  /** @type {ReturnType<typeof installExample>} */
  let example;
  before(() => {
    example = installExample('vite-react');
  });
  after(() => example?.remove());

  function build() {
    run('npm', ['run', 'build'], example.project);
    return openBuilt(join(example.project, 'dist'));
  }

  test('builds a page whose elements have its theme and tell it what happens', async () => {
    const { site, page, faults } = await build();
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
    writeFileSync(join(example.project, 'src/snippet.tsx'), snippet);
    const main = join(example.project, 'src/main.tsx');
    const text = readFileSync(main, 'utf8');
    const withSnippet = text
      .replace("{ Page } from './page'", "{ Lucka as Page } from './snippet'")
      .replace("import './theme.css';\n", '');
    writeFileSync(main, withSnippet);
    const { site, page, faults } = await build();
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

  test('builds what the snippet builder writes for a bundler', async () => {
    const snippet = snippetOf({
      ...{ element: 'booking-picker', attributes: { 'letter-gate': 'reference' } },
      ...{ lang: 'sv', theme: 'hamn', form: 'bundler' },
    });
    const [, script = '', tag = ''] =
      /^\/\/ main\.js\n([^]*)<!-- index\.html -->\n([^]*)$/.exec(snippet) ?? [];
    writeFileSync(join(example.project, 'src/main.js'), script);
    writeFileSync(
      join(example.project, 'index.html'),
      `<!doctype html><html lang="sv"><title>Sida</title><body>${tag}<script type="module" src="/src/main.js"></script></body></html>`,
    );
    const { site, page, faults } = await build();
    try {
      const accent = await page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('--lucka-color-accent'),
      );
      assert.match(accent, /#0b3f8a/);
      await page.getByRole('radio', { name: 'Ja, jag har brevet' }).check();
      await page.getByRole('textbox', { name: 'Referensnumret i ditt brev' }).waitFor();
      assert.deepEqual(faults, []);
    } finally {
      await site.close();
    }
  });
});
