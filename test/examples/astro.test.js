import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { installExample, run, useBuilt, useServed, withoutScripts } from './example.js';

describe('the example with Astro, with the packed package', () => {
  /** @type {ReturnType<typeof installExample>} */
  let example;
  /** @type {string} */
  let built;
  before(() => {
    example = installExample('astro');
    run('npm', ['run', 'build'], example.project);
    built = join(example.project, 'dist');
  });
  after(() => example?.remove());

  test('builds a page whose rules can be read without JavaScript', async () => {
    const { page, close } = await withoutScripts(built);
    try {
      assert.equal(await page.getByRole('heading', { level: 4 }).count(), 23);
      await page.getByRole('link', { name: 'Read about identity documents' }).waitFor();
      await page.getByText('Write to us: Agency').waitFor();
      assert.equal(await page.getByRole('button').count(), 0);
    } finally {
      await close();
    }
  });

  test('has elements that take over what the build has rendered, and work, under the strict policy', async () => {
    await useBuilt(built, '', (page) =>
      page.locator('lucka-document-wizard noscript').waitFor({ state: 'detached' }),
    );
  });

  test('works in the development server', async () => {
    await useServed(example.project, (port) => `npx astro dev --host 127.0.0.1 --port ${port}`);
  });
});
