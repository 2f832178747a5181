import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { integritySnippet } from '../../tools/cli/integrity/snippet.js';
import { importTs } from '../../tools/import-ts.js';
import { watchedPage } from '../support/browser.js';
import { allDrawn, hostSite, POLICY } from '../support/host-site.js';

/** @type {typeof import('../../stories/snippet-builder/snippet.js')} */
const { exampleOf, PLACE, policyOf, snippetOf } = await importTs(
  'stories/snippet-builder/snippet.ts',
);

/** Attributes with which each element needs no server. @type {Readonly<Record<string, Readonly<Record<string, string>>>>} */
const ATTRIBUTES = {
  'terms-dialog': { storage: 'none', 'heading-level': '2' },
  'message-composer': { name: 'message' },
  'document-wizard': { 'heading-level': '3' },
  'booking-picker': { 'letter-gate': 'reference' },
  'maintenance-banner': { src: '/notices.json', storage: 'none' },
};

describe('the snippets of the builder, pasted as they are', () => {
  const root = mkdtempSync(join(tmpdir(), 'lucka-snippets-'));
  /** @type {Awaited<ReturnType<typeof hostSite>>} */
  let site;
  before(async () => {
    symlinkSync(resolve('cdn'), join(root, 'lucka'));
    site = await hostSite({ root });
  });
  after(async () => {
    await site?.close();
    rmSync(root, { recursive: true });
  });

  /**
   * @param {string} element
   * @param {string} text
   * @param {string} [policy] that of every page of the tests by default
   */
  async function openText(element, text, policy = POLICY) {
    const path = `/snippet-${site.files.size}`;
    site.files.set(path, text);
    site.policies.set(path, policy);
    const { page, faults } = await watchedPage(await site.browser.newContext(), site.base);
    await page.goto(site.base + path);
    const tag = `lucka-${element}`;
    await page.waitForSelector(`${tag}:defined`, { state: 'attached' });
    await allDrawn(page);
    return { page, faults, element: page.locator(tag) };
  }

  /** @param {import('../../stories/snippet-builder/snippet.js').Choices} choices */
  const open = (choices) => openText(choices.element, snippetOf(choices), policyOf(choices));

  /** @param {string} tag @param {string} lang */
  const integrityFor = (tag, lang) => {
    const hashes = JSON.parse(readFileSync('cdn/integrity.json', 'utf8'));
    const { hints, ...parts } = integritySnippet(PLACE, hashes, { tags: [tag], lang });
    return { ...parts, hints: { [`${tag}.${lang}`]: hints } };
  };

  for (const [name, attributes] of Object.entries(ATTRIBUTES)) {
    const element = /** @type {import('../../stories/snippet-builder/snippet.js').ElementName} */ (
      name
    );
    const common = { element, attributes, lang: /** @type {const} */ ('sv') };

    for (const form of /** @type {const} */ (['html', 'cms']))
      test(`${name} as ${form} is drawn with its attributes and theme under the strict policy`, async () => {
        const opened = await open({ ...common, theme: 'hamn', form });
        for (const [attribute, value] of Object.entries(attributes))
          assert.equal(await opened.element.getAttribute(attribute), value);
        const accent = await opened.page.evaluate(() =>
          getComputedStyle(document.documentElement).getPropertyValue('--lucka-color-accent'),
        );
        assert.match(accent, /#0b3f8a/);
        assert.equal(await opened.element.locator('> p').count(), 1);
        assert.deepEqual(opened.faults, []);
      });

    test(`${name} at the top of its overview is drawn under the strict policy`, async () => {
      const { faults } = await openText(name, exampleOf(element));
      assert.deepEqual(faults, []);
    });

    test(`${name} with integrity is drawn under the strict policy with the hash of the import map`, async () => {
      const integrity = integrityFor(name, 'sv');
      const opened = await open({ ...common, theme: '', form: 'html', integrity });
      assert.equal(await opened.page.locator('script[type="importmap"]').count(), 1);
      assert.ok((await opened.page.locator('link[rel="modulepreload"]').count()) > 0);
      assert.deepEqual(opened.faults, []);
    });
  }
});
