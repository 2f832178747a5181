import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { allDrawn, hostSite, POLICY } from '../support/host-site.js';
import { watchedPage } from '../support/browser.js';
import { copyWithBrowserBuild, openServed } from './example.js';

/** Debian's Django is for Debian's Python. */
const python = ['/usr/bin/python3', 'python3'].find(
  (each) => spawnSync(each, ['-c', 'import django']).status === 0,
);
/** tools/setup.js installs it under CI, where its absence is a failure. */
const skip = !python && !process.env['CI'] && 'needs Django: apt-get install python3-django';

const HOSTILE = `1"><img src=x onerror=alert(1)> '&amp; <script>`;

const NOTICES = {
  notices: [
    {
      id: 'slow',
      revision: 1,
      kind: 'disruption',
      reason: 'operational',
      scope: 'part',
      publishedAt: '2026-01-01T00:00:00Z',
      startsAt: '2026-01-01T00:00:00Z',
      affected: ['messages'],
      impact: 'slow',
      title: { en: 'Slow <!--<script>' },
      body: { en: 'It may take a while until you see your message.' },
    },
  ],
};
const notices = JSON.stringify(NOTICES).replaceAll('<', '\\u003C');
const caseId = HOSTILE.replace(/["&<>]/g, (character) => `&#${String(character.codePointAt(0))};`);

/** What each engine makes of the expressions and directives in its template. @type {Record<string, [string, string][]>} */
const RENDERED = {
  'aspnet/Pages/Index.cshtml': [
    ['@page', ''],
    ['@model IndexModel', ''],
    ['~/lucka/lucka.js', '/cdn/lucka.js'],
    ['@Json.Serialize(Model.Notices)', notices],
    ['hidden="@(Model.Message is null)"', 'hidden="hidden"'],
    ['@Model.Message', ''],
    ['@Model.CaseId', caseId],
  ],
  'thymeleaf/index.html': [
    [' xmlns:th="http://www.thymeleaf.org"', ''],
    [' th:src="@{/lucka/lucka.js}"', ''],
    ['/lucka/lucka.js', '/cdn/lucka.js'],
    [' th:inline="javascript"', ''],
    ['[[${notices}]]', notices],
    [' th:if="${message}"', ' hidden'],
    [' th:text="${message}"', ''],
    [' th:action="@{/}"', ''],
    ['case-id="12-345678" th:attr="case-id=${caseId}"', `case-id="${caseId}"`],
  ],
};

/** @param {import('playwright-core').Page} page */
async function showsWhatTheServerWrote(page) {
  await page.getByRole('heading', { name: /^Slow/ }).waitFor();
  const composer = page.locator('lucka-message-composer');
  assert.equal(await composer.getAttribute('case-id'), HOSTILE);
  assert.equal(await page.locator('img').count(), 0);
  await page.getByRole('textbox', { name: 'Your message' }).fill('When <b>will</b> I "know"?');
}

describe('a server template', () => {
  for (const [name, expressions] of Object.entries(RENDERED)) {
    const source = readFileSync(join('examples/server-templates', name), 'utf8');

    test(`in ${name} is a page with a notice and a field of a form when its values stand in it`, async () => {
      const html = expressions
        .reduce((text, [expression, value]) => {
          assert.ok(text.includes(expression), `${expression} is in the template`);
          return text.replaceAll(expression, () => value);
        }, source)
        .replace(/@\*[^]*?\*@|<!--\/\*[^]*?\*\/-->/g, '');
      assert.doesNotMatch(html, /@\w|th:|\$\{/, 'the test knows every expression');
      const site = await hostSite();
      try {
        site.files.set('/template', html.trim());
        site.policies.set('/template', POLICY);
        const { page, faults } = await watchedPage(await site.browser.newContext(), site.base);
        await page.goto(`${site.base}/template`);
        await allDrawn(page);
        await showsWhatTheServerWrote(page);
        const sent = await page.evaluate(() =>
          new FormData(document.querySelector('form') ?? undefined).get('message'),
        );
        assert.equal(sent, 'When <b>will</b> I "know"?');
        assert.deepEqual(faults, []);
      } finally {
        await site.close();
      }
    });

    test(`in ${name} writes nothing unescaped`, () => {
      assert.doesNotMatch(source, /Html\.Raw|th:utext|\[\(/);
    });
  }

  describe('in django/, rendered by Django', { skip }, () => {
    /** @type {ReturnType<typeof copyWithBrowserBuild>} */
    let example;
    before(() => {
      example = copyWithBrowserBuild('server-templates', 'django/lucka');
    });
    after(() => example?.remove());

    test('shows what the server wrote, and sends the message with the form', async () => {
      const { page, faults, base, close } = await openServed(
        join(example.project, 'django'),
        (port) => `${python} app.py runserver --noreload 127.0.0.1:${port}`,
      );
      try {
        await page.getByRole('heading', { name: 'Messages are slow' }).waitFor();
        await page.goto(`${base}/?case=${encodeURIComponent(HOSTILE)}`);
        const composer = page.locator('lucka-message-composer');
        assert.equal(await composer.getAttribute('case-id'), HOSTILE);
        assert.equal(await page.locator('img').count(), 0);
        await page.getByRole('textbox', { name: 'Your message' }).fill('When <b>will</b> I know?');
        await page.getByRole('button', { name: 'Send message' }).click();
        await page.getByText('Received: When <b>will</b> I know?').waitFor();
        assert.deepEqual(faults, []);
      } finally {
        await close();
      }
    });
  });
});
