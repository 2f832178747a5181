import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser } from '../../tools/cli/audit/browser.js';
import { act } from '../../tools/cli/audit/actions.js';
import { pathText } from '../../tools/cli/audit/findings.js';
import { runAudit } from '../../tools/cli/audit/run.js';
import { serveFolder } from '../../tools/cli/audit/static-server.js';
import { parseView } from '../../tools/cli/audit/views.js';
import { auditSite } from '../support/audit-site.js';
import { cleanPage, page, SEEDS, seededElement, seededPage } from '../support/seeded-page.js';

/** @typedef {import('../../tools/cli/audit/findings.js').Finding} Finding */

/** A page that asks its server for news again and again, and has an image that never ends. */
const POLLS = page(
  '<p>News come by themselves.</p><img src="/endless" alt="Chart" width="40" height="40">',
  "setInterval(() => fetch('/news'), 100);",
);

const FRAME = page(
  '<p><input type="text"></p><lucka-framed></lucka-framed>',
  "customElements.define('lucka-framed', class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<button></button>'; } });",
);

const SITE = {
  '/seeded': seededPage(),
  '/seeded-element': seededElement(),
  '/clean': cleanPage(),
  '/small-root': page(
    '<p style="font-size: 1.6rem">Text of 16 px, and <span style="font-size: 16px">some that is set in px</span>.</p><p style="font-size: 1.6rem; block-size: 84px; max-inline-size: 20em; overflow: hidden">Room for two lines and a half.</p>',
    '',
    { style: 'html { font-size: 62.5% } body { font: 1.6rem/1.5 sans-serif }' },
  ),
  // At twice its size the box is too low, at 32 px it is not.
  '/large-root': page(
    '<p id="cut" style="block-size: 36px; overflow: hidden; white-space: nowrap">Cut off</p><p id="fits" style="block-size: 70px; overflow: hidden; white-space: nowrap">Fits</p>',
    '',
    { style: 'html { font-size: 20px } body { font: 1rem/1.5 sans-serif }' },
  ),
  '/sideways': page(
    '<p style="white-space: nowrap">A line that is not broken, and can be scrolled to.</p>',
    '',
    {
      style:
        'body { font: 20px/1.5 sans-serif; inline-size: 600px } p { inline-size: max-content }',
    },
  ),
  '/on-picture': page(
    `<p id="on" style="background: url('data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=')">Words on a picture</p>`,
  ),
  '/dark-canvas': page('<p><a href="#top">A link that the browser colours</a></p>', '', {
    style: ':root { color-scheme: light dark }',
  }),
  '/best-practice':
    '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Page</title><h1>Page</h1><p>Nothing is in a landmark.</p>',
  '/frames': page(
    '<iframe src="/frame" title="One"></iframe><div id="host"></div>',
    "document.querySelector('#host').attachShadow({ mode: 'closed' }).textContent = 'Closed';",
  ),
  '/frame': FRAME,
  '/polls': POLLS,
  '/news': { body: '[]', type: 'application/json' },
  '/endless': { type: 'image/png', isOpen: true },
  '/broken': { status: 500, body: 'Something went wrong' },
  '/modal': page(
    '<p><button type="button">Behind one</button> <button type="button">Behind two</button></p><dialog aria-label="Question"><button type="button">Close</button></dialog>',
    "document.querySelector('dialog').showModal();",
  ),
};
const SMALL = [
  ...['small-root', 'large-root', 'sideways', 'on-picture'],
  ...['best-practice', 'frames', 'polls', 'broken', 'modal'],
];

/** What tools have reported of a page in order. @type {readonly [string, string, string][]} words, rule, part of the path */
const FALSE_ALARMS = [
  ['a text link without a border in forced colours', 'forced-edge', 'p > a'],
  ['a summary without a border in forced colours', 'forced-edge', 'summary'],
  ['a low target with room around it', 'axe target-size', 'a'],
  ['a ring that is drawn round the row of a choice', 'focus-visible', 'input'],
  ['a scroll box that takes the focus', 'axe focus-order-semantics', 'div'],
  ['autocomplete="off" on what is not about the person', 'axe autocomplete-valid', '#subject'],
  ['contrast that the browser reports stale in forced colours', 'axe color-contrast', ''],
  ['a sentence in another language that is marked', 'language', 'p'],
  ['text from right to left that is marked', 'direction', 'p'],
  ['an invalid field with its message', 'error-message', '#year'],
  ['the tab of a tab list that arrow keys reach', 'role-focus', '#tab-2'],
  ['a dialog that waits for its button', 'dialog-name', 'dialog'],
];

describe('the audit', () => {
  /** @type {import('../../tools/cli/audit/run.js').Result[]} */
  const results = [];
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof auditSite>>} */
  let site;
  const of = (/** @type {string} */ name) =>
    results.filter(({ address }) => address === `${site.base}/${name}`);
  const findingsOf = (/** @type {string} */ name) => of(name).flatMap(({ findings }) => findings);
  const decided = (/** @type {string} */ name) =>
    findingsOf(name).filter(({ kind }) => kind !== 'undecided');
  const plain = (/** @type {readonly Finding[]} */ findings) =>
    findings.map(({ rule, kind, target }) => `${kind} ${rule} ${pathText(target)}`);

  before(async () => {
    site = await auditSite(SITE);
    browser = await launchBrowser();
    const audit = async (
      /** @type {string[]} */ names,
      /** @type {string[]} */ views,
      timeout = 15_000,
    ) => {
      const pages = names.map((name) => ({ address: `${site.base}/${name}` }));
      const options = { pages, views: views.map(parseView), timeout };
      return (await runAudit(browser, options)).results;
    };
    // At the same time, since each waits more than it works.
    const all = await Promise.all([
      audit(['seeded', 'seeded-element', 'clean'], ['light:1280', 'forced:320']),
      audit(['clean', 'dark-canvas'], ['dark:320']),
      audit(SMALL, ['light:1280'], 4000),
    ]);
    results.push(...all.flat());
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });

  for (const name of ['seeded', 'seeded-element']) {
    const where = name === 'seeded' ? 'in the page' : 'in a shadow root';
    SEEDS.forEach(({ kind, rules, as = 'failure', at }, index) => {
      test(`finds ${kind}, ${where}`, () => {
        const place = at ?? `#seed-${index + 1}`;
        const found = findingsOf(name).filter(
          ({ rule, also = [], kind: told, target }) =>
            told === as &&
            rules.some((each) => each === rule || also.includes(each)) &&
            target?.path.at(-1)?.startsWith(place),
        );
        assert.ok(found.length, `not among: ${plain(findingsOf(name)).join('\n')}`);
      });
    });
    test(`finds nothing else ${where}`, () => {
      const places = SEEDS.map(({ at }, index) => at ?? `#seed-${index + 1}`);
      const others = decided(name).filter(
        ({ target }) =>
          !places.some((place) => new RegExp(`^${place}(?: |$)`).test(target?.path.at(-1) ?? '')),
      );
      assert.deepEqual(plain(others), []);
    });
  }

  test('finds nothing wrong with a page in order', () => {
    assert.deepEqual(plain(decided('clean')), []);
    assert.equal(of('clean').length, 3);
  });

  for (const [words, rule, place] of FALSE_ALARMS) {
    test(`does not report ${words}`, () => {
      const reported = decided('clean').filter(
        (finding) => finding.rule === rule && pathText(finding.target).includes(place),
      );
      assert.deepEqual(plain(reported), []);
    });
  }

  test('gives every failure a criterion of level A or AA, a place, and a picture once', () => {
    const failures = findingsOf('seeded').filter(({ kind }) => kind === 'failure');
    for (const { rule, criteria, level, target } of failures) {
      assert.ok(criteria.length && ['A', 'AA'].includes(level), rule);
      assert.ok(target?.path.length && target.html.startsWith('<'), rule);
    }
    const pictured = new Set(failures.filter(({ picture }) => picture).map(({ rule }) => rule));
    for (const rule of ['text-size', 'text-spacing', 'reflow', 'focus-visible'])
      assert.ok(pictured.has(rule), `no picture of ${rule}`);
  });

  test('takes the picture in the state that failed', () => {
    const own = (/** @type {string} */ rule) =>
      findingsOf('seeded').find((each) => each.rule === rule && each.picture)?.picture;
    // 10em wide: 160 px, and 320 px when the text is twice as large.
    assert.equal(Math.round(own('text-size')?.box.width ?? 0), 320);
    const ring = own('focus-weak');
    assert.ok(ring && ring.width > ring.box.width, 'with what is round the control');
  });

  test('names the way to an element through shadow roots', () => {
    const [first] = findingsOf('seeded-element').filter(({ rule }) => rule === 'axe image-alt');
    assert.deepEqual(first?.target?.path, ['#top > lucka-faulty', '#seed-2 > img']);
  });

  test('tells once what two engines say of one element and criterion', () => {
    const nameless = findingsOf('seeded').filter(
      ({ target, criteria }) =>
        target?.path.join().startsWith('#seed-3') && criteria.includes('4.1.2'),
    );
    assert.equal(nameless.length, 2, 'once in each of two views');
    assert.deepEqual(nameless[0]?.also, ['axe button-name']);
  });

  test('counts both criteria of a rule that has two', () => {
    const link = findingsOf('seeded').find(({ also }) => also?.includes('axe link-name'));
    assert.deepEqual(link?.criteria, ['2.4.4', '4.1.2']);
  });

  test('doubles text from the size that it has, whatever the size of the root', () => {
    assert.deepEqual(plain(decided('small-root')), []);
  });

  test('doubles text that is large already', () => {
    const cut = decided('large-root').filter(({ rule }) => rule === 'text-size');
    assert.deepEqual(plain(cut), ['failure text-size #cut']);
  });

  test('does not hold it for a failure when large text has to be scrolled to', () => {
    const found = findingsOf('sideways').filter(({ rule }) => rule === 'text-size');
    assert.deepEqual(
      found.filter(({ kind }) => kind === 'failure'),
      [],
    );
  });

  test('tells as undecided, with its place, what axe-core could not decide', () => {
    const open = findingsOf('on-picture').filter(({ rule }) => rule === 'axe color-contrast');
    assert.deepEqual(plain(open), ['undecided axe color-contrast #on']);
  });

  test('does not take the canvas of a dark colour scheme for white', () => {
    assert.deepEqual(plain(decided('dark-canvas')), []);
  });

  test('keeps best practice apart from failures', () => {
    const found = decided('best-practice');
    assert.ok(found.some(({ rule }) => rule === 'axe region'));
    assert.ok(found.every(({ kind }) => kind === 'advice'));
  });

  test('looks into frames with axe-core, and says that the rest was not tried there', () => {
    const found = findingsOf('frames');
    const field = found.find(({ rule }) => rule === 'axe label');
    assert.equal(field?.target?.path[0], '#top > iframe');
    assert.equal(field?.kind, 'failure');
    assert.ok(found.some(({ rule, kind }) => rule === 'frame' && kind === 'undecided'));
  });

  test('looks into an element of ours that is in a frame', () => {
    const button = findingsOf('frames').find(({ rule }) => rule === 'axe button-name');
    assert.deepEqual(button?.target?.path, ['#top > iframe', '#top > lucka-framed', 'button']);
  });

  test('says that it cannot look into a closed shadow root', () => {
    const closed = findingsOf('frames').find(({ rule }) => rule === 'closed-root');
    assert.deepEqual(closed?.target?.path, ['#host']);
  });

  test('says that only the first state was seen', () => {
    assert.match(
      findingsOf('best-practice').find(({ rule }) => rule === 'states')?.message ?? '',
      /only the first state/,
    );
  });

  test('says how much is behind an open dialog', () => {
    const behind = findingsOf('modal').find(({ rule }) => rule === 'behind-modal');
    assert.match(behind?.message ?? '', /2 controls behind it were not looked at/);
  });

  test('accepts our own terms before it looks', async () => {
    const files = await serveFolder('.');
    const tab = await browser.newPage();
    try {
      await tab.goto(`${files.base}/cdn/pages/terms.en.html`);
      await tab.setContent(
        '<script type="module" src="/cdn/lucka.js"></script><lucka-terms-dialog></lucka-terms-dialog>',
      );
      await tab.waitForFunction(() =>
        document.querySelector('lucka-terms-dialog')?.shadowRoot?.querySelector('dialog:modal'),
      );
      await act(tab, [{ 'accept-terms': true }], 20_000);
      const isOpen = await tab.evaluate(() =>
        Boolean(
          document.querySelector('lucka-terms-dialog')?.shadowRoot?.querySelector('dialog:modal'),
        ),
      );
      assert.equal(isOpen, false);
    } finally {
      await tab.close();
      files.close();
    }
  });

  test('does not wait for a quiet network, nor for ever for an image', () => {
    const [polls] = of('polls');
    assert.equal(polls?.status, 'audited');
    assert.match(
      findingsOf('polls').find(({ rule }) => rule === 'load')?.message ?? '',
      /still loading/,
    );
  });

  test('lists what could not be audited, with the reason, and goes on', () => {
    const [broken] = of('broken');
    assert.equal(broken?.status, 'not audited');
    assert.equal(broken?.reason, `${site.base}/broken answered 500.`);
    assert.ok((broken?.seconds ?? 99) < 4, 'at once, before any time limit');
    assert.equal(of('modal')[0]?.status, 'audited');
  });
});
