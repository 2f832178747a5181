import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { importTs } from '../../tools/import-ts.js';
import { installExample, openBuilt, run, useBuilt, useServed } from './example.js';

/** @type {typeof import('../../stories/snippet-builder/snippet.js')} */
const { snippetOf } = await importTs('stories/snippet-builder/snippet.ts');

/** Svelte's own policy for trusted types, and the style attribute of the place where SvelteKit announces the title of a page. */
const ADDITION =
  " svelte-trusted-html; style-src-attr 'unsafe-hashes' 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='";

describe('the example with SvelteKit, with the packed package', () => {
  /** @type {ReturnType<typeof installExample>} */
  let example;
  before(() => {
    example = installExample('sveltekit');
    run('npm', ['run', 'build'], example.project);
  });
  after(() => example?.remove());

  test('builds a file that has the tags with their fallback', () => {
    const html = readFileSync(join(example.project, 'build/index.html'), 'utf8');
    assert.match(
      html,
      /<lucka-document-wizard heading-level="3"[^>]*><p><a href="\/identity.html">/,
    );
    assert.match(html, /<lucka-message-composer heading-level="3"[^>]*><p>Write to us: /);
  });

  test('works in the built page, under the strict policy with the hash of its script', async () => {
    await useBuilt(join(example.project, 'build'), ADDITION);
  });

  test('works in the page of the development server, without a warning of Svelte', async () => {
    await useServed(example.project, (port) => `npx vite dev --host 127.0.0.1 --port ${port}`);
  });

  test('builds what the snippet builder writes for Svelte', async () => {
    const snippet = snippetOf({
      ...{ element: 'document-wizard', attributes: { 'heading-level': '3' } },
      ...{ lang: 'en', theme: 'hamn', form: 'svelte' },
    });
    writeFileSync(join(example.project, 'src/routes/+page.svelte'), snippet);
    run('npm', ['run', 'build'], example.project);
    const { site, page, faults } = await openBuilt(join(example.project, 'build'), ADDITION);
    try {
      const accent = await page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('--lucka-color-accent'),
      );
      assert.match(accent, /#0b3f8a/);
      await page.getByRole('heading', { level: 3, name: /Which documents prove/ }).waitFor();
      await page.getByRole('button', { name: 'Start' }).click();
      await page.getByRole('radio').first().waitFor();
      assert.deepEqual(faults, []);
    } finally {
      await site.close();
    }
  });
});
