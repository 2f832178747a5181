import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import { figuresOf, judgeBuild, judgePage, problemsIn } from '../../tools/check-sizes/judge.js';
import { languageSizes } from '../../tools/check-sizes/languages.js';
import { measurePage, summed } from '../../tools/check-sizes/measure.js';
import { tableOf, withoutHashes } from '../../tools/check-sizes/report.js';
import { checkSizes } from '../../tools/check-sizes.js';

/** @param {string} path @param {number} trip @param {number} bytes @returns {import('../../tools/check-sizes/measure.js').Request} */
const request = (path, trip, bytes) => ({
  ...{ path, trip, bytes },
  kind: path.startsWith('/cdn/') ? 'code' : 'data',
});

const dom = { nodes: 120, shadowNodes: 100, sameContentNodes: 30 };

/** A page of which 3,072 bytes in 3 files are asked for, 2,048 in 2 of them before the first view. */
const measured = {
  ...summed(
    [
      request('/cdn/lucka.js', 1, 1024),
      request('/feed.json', 2, 50),
      request('/cdn/one.js', 3, 1024),
      request('/cdn/later.js', 4, 1024),
    ],
    3,
  ),
  dom,
};

const figures = figuresOf(measured, (path) => path === '/cdn/one.js');

/** @param {number} budget @param {Record<string, number>} [bounds] */
function judged(budget, bounds) {
  const budgets = { page: { 'KiB until idle': budget } };
  /** @type {import('../../tools/check-sizes/exceptions.js').Exception[]} */
  const exceptions = bounds ? [{ page: 'page', measure: 'KiB until idle', bounds }] : [];
  const rules = { elements: 1, budgets, exceptions };
  return problemsIn(
    ['en', 'sv'].flatMap((lang) => judgePage('page', lang, figures, rules)),
    exceptions,
  );
}

describe('the figures of a page', () => {
  test('count files before the first view, and files until the page is idle', () => {
    assert.deepEqual(measured.bytes, { firstView: 2048, idle: 3072 });
    assert.deepEqual(measured.files, { firstView: 2, idle: 3 });
  });

  test('count responses of the page’s server, and round trips with nothing else, separately', () => {
    assert.deepEqual(measured.roundTrips, { firstView: 2, idle: 3 });
    assert.deepEqual(measured.data, { requests: 1, bytes: 50, roundTrips: 1 });
    const beside = summed([request('/cdn/lucka.js', 1, 10), request('/feed.json', 1, 5)], 1);
    assert.equal(beside.data.roundTrips, 0);
  });

  test('have no first view if there is nothing to show', () => {
    const quiet = { ...summed([request('/cdn/lucka.js', 1, 1024)], null), dom };
    assert.equal(figuresOf(quiet, () => false)['KiB before the first view'], null);
    const rules = {
      elements: 1,
      budgets: { quiet: { 'files before the first view': 1 } },
      exceptions: [],
    };
    assert.deepEqual(
      judgePage(
        'quiet',
        'en',
        figuresOf(quiet, () => false),
        rules,
      ),
      [],
    );
  });

  test('are never rounded down', () => {
    assert.equal(figures['nodes ÷ same content'], 3.34);
    const more = { ...measured, bytes: { firstView: 1, idle: 3073 } };
    assert.equal(figuresOf(more, () => false)['KiB until idle'], 3.01);
  });

  test('say whether Lit is among the files', () => {
    assert.equal(figures['files with Lit'], 1);
  });

  test('are compared with the previous ones, page by page', () => {
    const before = { ...measured, bytes: { firstView: 2048, idle: 2560 } };
    const [, line = ''] = tableOf({ 'page (en)': measured }, { 'page (en)': before });
    assert.match(line, /^page \(en\) +2\.00 +2 +2 +3\.00 +3 +3 +\+0\.50 +1 +120 +3\.33$/);
  });

  test('name files without the hashes that change with each build', () => {
    const { requests } = withoutHashes({
      ...measured,
      requests: [request('/cdn/chunks/core-be114194.js', 1, 1)],
    });
    assert.equal(requests[0]?.path, '/cdn/chunks/core.js');
  });
});

describe('the budgets', () => {
  test('apply in both languages, with an allowance for the texts of another language', () => {
    assert.deepEqual(judged(3), []);
    assert.deepEqual(judged(2.99), ['page (en): KiB until idle is 3; at most 2.99 is allowed.']);
    assert.equal(judged(-0.01).length, 2);
  });

  test('can be exceeded up to the bound of an exception, and no more', () => {
    assert.deepEqual(judged(2, { en: 3 }), []);
    assert.deepEqual(judged(2, { en: 2.5 }), [
      'page (en): KiB until idle is 3; at most 2 is allowed, and 2.5 by an exception.',
    ]);
  });

  test('reject an unnecessary exception', () => {
    const [problem = '', ...others] = judged(3, { en: 4 });
    assert.match(problem, /^page: KiB until idle keeps its budget\. Take its exception out/);
    assert.deepEqual(others, []);
  });

  test('reject an exception for an unknown page', () => {
    assert.equal(
      problemsIn([], [{ page: 'gone', measure: 'KiB until idle', bounds: { en: 1 } }]).length,
      1,
    );
  });

  test('apply to the loader, and to texts and content of a language together if they share a file', () => {
    const file = (/** @type {number} */ bytes, /** @type {string[]} */ ...sources) => ({
      file: 'any.js',
      bytes,
      sources,
    });
    const languages = languageSizes([
      file(3000, 'dist/i18n/generated/translations/sv/terms-dialog.js'),
      file(4000, 'dist/content/terms/my-page.sv.md.js'),
      file(2200, 'dist/content/terms/dialog.sv.md.js'),
      file(9000, 'dist/content/terms/my-page.sv.md_raw.js'),
      file(
        6200,
        'dist/i18n/generated/translations/sv/message-composer.js',
        'dist/content/messages/composer.sv.md.js',
      ),
      file(100, 'dist/elements/terms-dialog/later.js'),
    ]);
    assert.deepEqual(
      languages.map(({ element, lang, what, bytes }) => `${element} ${lang} ${what} ${bytes}`),
      [
        'message-composer sv words and content 6200',
        'terms-dialog sv content 6200',
        'terms-dialog sv words 3000',
      ],
    );
    assert.deepEqual(problemsIn(judgeBuild(2001, languages), []), [
      'loader: kB is 2.01; at most 2 is allowed.',
      'message-composer (sv): KiB of words and content is 6.06; at most 6 is allowed.',
      'terms-dialog (sv): KiB of content is 6.06; at most 6 is allowed.',
    ]);
  });
});

/** A browser build with one element, which asks for more step by step. */
const BUILD = {
  // Eight files at once: more than the connections that a browser opens to one server.
  'lucka.js': `import './element.js';`,
  'element.js': `${[1, 2, 3, 4, 5, 6, 7].map((part) => `import './part-${part}.js';`).join('')}
    import { text } from './part-8.js';
    customElements.define('lucka-planted', class extends HTMLElement {
      async connectedCallback() {
        const root = this.attachShadow({ mode: 'open' });
        import('./beside.js');
        const feed = await fetch('/feed/quiet.json');
        const { notices } = await feed.json();
        const { view } = await import('./view.js');
        const words = document.createElement('p');
        words.append(view, document.createComment('mark'), text, ' ');
        root.append(words, notices.length);
        setTimeout(() => import('./later.js'), 300);
      }
    });`,
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((part) => [`part-${part}.js`, ''])),
  'part-8.js': `export const text = 'Text';`,
  // Nothing waits for it, and so it makes no trip of what is data.
  'beside.js': '',
  'view.js': `export const view = 'View';`,
  'later.js': '',
  'on-need.js': '',
};

const PLANTED = {
  name: 'planted',
  body: '<lucka-planted>Fallback</lucka-planted>',
  tags: ['lucka-planted'],
  isQuiet: false,
};

describe('the check of sizes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lucka-sizes-'));
  const planted = { folder, pages: [PLANTED], views: { 'lucka-planted': ['p'] } };

  before(() => {
    for (const [file, code] of Object.entries(BUILD)) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), code);
      writeFileSync(join(folder, `${file}.map`), '{"sources":[]}');
    }
  });
  after(() => rmSync(folder, { recursive: true }));

  test("measures the browser's requests, trip by trip, with the same result each time", async () => {
    const { sizes, problems } = await checkSizes({ ...planted, budgets: {}, exceptions: [] });
    const page = sizes.pages['planted (en)'];
    const bytes = Object.entries(BUILD)
      .filter(([file]) => file !== 'on-need.js')
      .reduce((all, [, code]) => all + brotliCompressSync(code).length, 0);
    assert.deepEqual(
      sizes.onNeed.map(({ file }) => file),
      ['on-need.js'],
    );
    assert.deepEqual(problems, []);
    assert.equal(page?.bytes.idle, bytes);
    assert.equal(page?.bytes.firstView, bytes - brotliCompressSync('').length);
    assert.deepEqual(page?.files, { firstView: 12, idle: 13 });
    // Loader; element; its eight parts; the feed, which is data; the view and what was requested beside the feed; what comes later.
    assert.deepEqual(page?.roundTrips, { firstView: 4, idle: 5 });
    assert.deepEqual([page?.data.requests, page?.data.roundTrips], [1, 1]);
    assert.deepEqual(page?.dom, { nodes: 7, shadowNodes: 6, sameContentNodes: 4 });
    assert.deepEqual(sizes.pages['planted (sv)'], page);
  });

  test('fails on a page over its budget, and on an unnecessary exception', async () => {
    const budgets = { planted: { 'files before the first view': 10, 'KiB until idle': 20 } };
    const { problems } = await checkSizes({
      ...planted,
      budgets,
      exceptions: [{ page: 'planted', measure: 'KiB until idle', bounds: { en: 25, sv: 25 } }],
    });
    assert.deepEqual(problems, [
      'planted (en): files before the first view is 12; at most 10 is allowed.',
      'planted (sv): files before the first view is 12; at most 10 is allowed.',
      'planted: KiB until idle keeps its budget. Take its exception out of tools/check-sizes/exceptions.js.',
    ]);
  });

  test('fails on a page whose first view never appears', async () => {
    const views = { 'lucka-planted': ['p', 'h2'] };
    await assert.rejects(
      checkSizes({ ...planted, views, budgets: {}, exceptions: [] }),
      /planted \((?:en|sv)\): its first view never came/,
    );
  });

  test('fails on a page that does not receive a file, such as one of a frame', async () => {
    const body = '<iframe srcdoc="<script src=/cdn/later.js></script>"></iframe>';
    await assert.rejects(
      checkSizes({
        ...{ folder, pages: [{ ...PLANTED, body, scripts: '' }], settling: 3000 },
        ...{ budgets: {}, exceptions: [] },
      }),
      /planted \((?:en|sv)\): it was not idle after 3 s, with 0 of 1 files/,
    );
  });

  test('leaves no server behind when a context does not close, since its browser is closing', async () => {
    const context = {
      newPage: () => Promise.reject(new Error('There is no page.')),
      close: () => Promise.reject(new Error('The browser is closing.')),
    };
    const browser = /** @type {any} */ ({ newContext: async () => context });
    await assert.rejects(measurePage(browser, { page: PLANTED, lang: 'en', folder }));
    await wait(100);
    const servers = process.getActiveResourcesInfo().filter((kind) => kind === 'TCPServerWrap');
    assert.deepEqual(servers, []);
  });

  test('fails on a page that is never idle', async () => {
    const scripts = '<script>for (;;);</script>';
    await assert.rejects(
      checkSizes({
        ...{ folder, pages: [{ ...PLANTED, scripts }], settling: 1000 },
        ...{ budgets: {}, exceptions: [] },
      }),
      /planted \((?:en|sv)\): it was not idle after 1 s/,
    );
  });
});
