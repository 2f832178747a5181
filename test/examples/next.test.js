import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { installExample, run, useBuilt, useServed } from './example.js';

/** Next's own policies for trusted types, in a build with webpack. */
const ADDITION = ' nextjs nextjs#bundler';

describe('the example with Next, with the packed package', () => {
  /** @type {ReturnType<typeof installExample>} */
  let example;
  before(() => {
    example = installExample('next');
    run('npm', ['run', 'build'], example.project);
  });
  after(() => example?.remove());

  test('exports a file that has the tags with their fallback', () => {
    const html = readFileSync(join(example.project, 'out/index.html'), 'utf8');
    assert.match(html, /<lucka-document-wizard heading-level="3"><p><a href="\/identity.html">/);
    assert.match(html, /<lucka-message-composer heading-level="3"><p>Write to us: /);
  });

  test('works in the exported page, under the strict policy with the hashes of its scripts', async () => {
    await useBuilt(join(example.project, 'out'), ADDITION);
  });

  test('is hydrated without a difference that React reports', async () => {
    await useServed(example.project, (port) => `npx next dev --hostname 127.0.0.1 --port ${port}`);
  });
});
