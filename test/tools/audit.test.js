import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { auditPage } from '../../tools/cli/audit/page.js';
import { writeReports } from '../../tools/cli/audit/report.js';
import { launchBrowser } from '../support/browser.js';

/** A page with an element of ours that has this in its shadow root. @param {string} inside @param {string} [script] runs with `root` */
const pageWith = (
  inside,
  script = '',
) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Page</title></head>
<body><main><h1>Page</h1><lucka-faulty></lucka-faulty></main><script>
customElements.define('lucka-faulty', class extends HTMLElement {
  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = ${JSON.stringify(inside)};
    ${script}
  }
});</script></body></html>`;

const SOUND = `<style>
  p, button, label { font: 1em/1.5 sans-serif; color: #000; background: #fff }
  button { min-height: 44px; padding: 0 1em; border: 2px solid }
  :focus-visible { outline: 3px solid #000; outline-offset: 2px }
</style><p>Everything is in order here.</p><button>Go on</button>`;

/** One view is enough to find a fault. */
const NARROW = { views: [/** @type {const} */ ({ scheme: 'light', width: 320 })] };

/** @typedef {{ fault: string, rule: string, inside: string, script?: string }} Seed */
/** @type {Seed[]} */
const SEEDS = [
  {
    fault: 'text of too little contrast',
    rule: 'axe color-contrast',
    inside: `${SOUND}<p style="color: #aaa">Pale words</p>`,
  },
  {
    fault: 'a button without a name',
    rule: 'name',
    inside: `${SOUND}<button style="min-width: 44px"></button>`,
  },
  {
    fault: 'a page that scrolls sideways at 320 px',
    rule: 'reflow',
    inside: `${SOUND}<p style="width: 400px">A box that is too wide for a telephone.</p>`,
  },
  {
    fault: 'text that is cut off when it is twice as large',
    rule: 'text-size',
    inside: `${SOUND}<p style="height: 30px; width: 8em; overflow: hidden">One line.</p>`,
  },
  {
    fault: 'text that is cut off when it is set wider',
    rule: 'text-spacing',
    inside: `${SOUND}<p style="font: 16px/1 monospace; width: 180px; white-space: nowrap; overflow: hidden">Sixteen letters.</p>`,
  },
  {
    fault: 'two small buttons side by side',
    rule: 'target-size',
    inside: `${SOUND}<button style="all: revert; width: 16px; height: 16px">a</button><button style="all: revert; width: 16px; height: 16px">b</button>`,
  },
  {
    fault: 'a control that Tab does not reach',
    rule: 'keyboard',
    inside: `${SOUND}<button>Never</button>`,
    script:
      "root.querySelectorAll('button')[0].addEventListener('keydown', (event) => { if (event.key === 'Tab') event.preventDefault(); });",
  },
  {
    fault: 'a focus that is not seen',
    rule: 'focus-visible',
    inside: `${SOUND}<button style="outline: none">No ring</button>`,
  },
  {
    fault: 'a focus that is hardly seen',
    rule: 'focus-visible',
    inside: `${SOUND}<button style="outline: 3px solid #eee">Pale ring</button>`,
  },
  {
    fault: 'a dialog that is not modal',
    rule: 'dialog',
    inside: `${SOUND}<dialog open aria-label="Question"><p>Words</p></dialog>`,
  },
  {
    fault: 'something that moves for whoever asked for less motion',
    rule: 'motion',
    inside: `${SOUND}<style>@keyframes turn { to { rotate: 1turn } }</style><p style="animation: turn 2s infinite">Round</p>`,
  },
  {
    fault: 'a field that speaks at every key',
    rule: 'announcements',
    inside: `${SOUND}<label>Text <textarea></textarea></label><p role="status"></p>`,
    script:
      "root.querySelector('textarea').addEventListener('input', ({ target }) => { root.querySelector('[role]').textContent = `${target.value.length} letters`; });",
  },
];

describe('the audit', () => {
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** @type {import('node:http').Server} */
  let server;
  let address = '';
  let page = '';
  const folder = mkdtempSync(join(tmpdir(), 'lucka-audit-'));

  before(async () => {
    server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const bound = server.address();
    address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}/`;
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true });
  });

  test('finds nothing wrong with a page that is in order', async () => {
    page = pageWith(SOUND);
    const results = await auditPage(browser, address);
    assert.deepEqual(
      results.flatMap(({ findings }) => findings),
      [],
    );
    assert.equal(results.length, 6);
  });

  for (const { fault, rule, inside, script } of SEEDS) {
    test(`finds ${fault}`, async () => {
      page = pageWith(inside, script);
      const results = await auditPage(browser, address, NARROW);
      const rules = results.flatMap(({ findings }) => findings.map((finding) => finding.rule));
      assert.ok(rules.includes(rule), `${rule} is not among: ${[...new Set(rules)].join(', ')}`);
    });
  }

  test('writes what it found for people and for machines, with a picture of each failure', async () => {
    page = pageWith(`${SOUND}<p style="color: #aaa">Pale <b>words</b></p>`);
    const results = await auditPage(browser, address, NARROW);
    writeReports(folder, results, { version: '0.0.0', date: '2026-11-22', subject: '<page>' });
    const read = (/** @type {string} */ name) => readFileSync(join(folder, name), 'utf8');
    assert.match(read('index.html'), /axe color-contrast.*<img src="1\.png"/s);
    assert.doesNotMatch(read('index.html'), /<page>/);
    assert.ok(readdirSync(folder).filter((name) => name.endsWith('.png')).length >= 1);
    const sarif = JSON.parse(read('results.sarif'));
    assert.equal(sarif.runs[0].results[0].ruleId, 'axe color-contrast');
    const earl = JSON.parse(read('earl.json'));
    const outcomes = earl['@graph'].map((/** @type {any} */ each) => each.result.outcome['@id']);
    assert.ok(outcomes.includes('http://www.w3.org/ns/earl#failed'));
    assert.ok(!outcomes.some((/** @type {string} */ outcome) => outcome.endsWith('passed')));
  });

  test('ends with 2 and says why when there is none of our elements, or no address', async () => {
    page = '<!doctype html><title>Page</title><p>Nothing of ours</p>';
    const run = (/** @type {string[]} */ ...words) =>
      spawnSync(process.execPath, ['tools/cli/lucka-audit.js', ...words], { encoding: 'utf8' });
    const without = run('not an address');
    assert.equal(without.status, 2);
    assert.match(without.stderr, /is no address/);
    assert.match(run().stdout, /npx lucka-audit <address>/);
    await assert.rejects(
      auditPage(browser, address, { patience: 2000 }),
      /There is no element of Lucka/,
    );
  });
});
