import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser } from '../../tools/cli/audit/browser.js';
import { checkLanguage } from '../../tools/cli/audit/checks/language.js';
import { ENGINE_IDS, loadEngines } from '../../tools/cli/audit/engines/engines.js';
import { enginesOf, pathText } from '../../tools/cli/audit/findings.js';
import { runAudit } from '../../tools/cli/audit/run.js';
import { parseView } from '../../tools/cli/audit/views.js';
import { auditSite } from '../support/audit-site.js';
import { JUDGED, judgedPage } from '../support/judged-page.js';
import { cleanPage, page, seededElement, seededPage, SEEDS } from '../support/seeded-page.js';

/** @typedef {import('../../tools/cli/audit/findings.js').Finding} Finding */

/** Seeds that engines see too: number, and what each engine calls it. */
const SEEN = /** @type {const} */ ([
  [1, { axe: 'axe color-contrast', ibm: 'ibm text_contrast_sufficient', alfa: 'alfa sia-r69' }],
  [2, { axe: 'axe image-alt', ibm: 'ibm img_alt_valid', alfa: 'alfa sia-r2' }],
  [3, { axe: 'axe button-name', ibm: 'ibm input_label_exists', alfa: 'alfa sia-r12' }],
  [4, { axe: 'axe link-name', ibm: 'ibm a_text_purpose', alfa: 'alfa sia-r11' }],
  [5, { axe: 'axe label', ibm: 'ibm input_label_exists', alfa: 'alfa sia-r8' }],
]);
const ENGINES = [...ENGINE_IDS, /** @type {const} */ ('lucka')];

describe('the engines', () => {
  /** @type {import('../../tools/cli/audit/run.js').Result[]} */
  const results = [];
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof auditSite>>} */
  let site;
  /** @type {import('../../tools/cli/audit/engines/engines.js').Engine[]} */
  let engines;
  const findingsOf = (/** @type {string} */ name) =>
    results
      .filter(({ address }) => address === `${site.base}/${name}`)
      .flatMap(({ findings }) => findings);
  const plain = (/** @type {readonly Finding[]} */ findings) =>
    findings.map(
      ({ rule, kind, target, also = [] }) =>
        `${kind} ${[rule, ...also].join(' + ')} ${pathText(target)}`,
    );

  before(async () => {
    site = await auditSite({
      '/seeded': seededPage(SEEDS.slice(0, 7)),
      '/seeded-element': seededElement(SEEDS.slice(0, 7)),
      '/clean': cleanPage(),
      '/judged': judgedPage(),
      '/frames': page('<iframe src="/frame" title="One"></iframe>'),
      '/frame': page('<p><input type="text"></p>'),
    });
    browser = await launchBrowser();
    engines = await loadEngines(ENGINE_IDS);
    const audit = async (
      /** @type {string[]} */ names,
      /** @type {string[]} */ views,
      /** @type {object} */ more = {},
    ) => {
      const { results: more_ } = await runAudit(browser, {
        pages: names.map((name) => ({ address: `${site.base}/${name}` })),
        ...{ views: views.map(parseView), timeout: 15_000, engines, ...more },
      });
      results.push(...more_);
    };
    await audit(['seeded', 'seeded-element', 'clean'], ['light:1280'], { isThorough: false });
    await audit(['judged'], ['light:1280', 'dark:1280', 'forced:320']);
    await audit(['frames'], ['light:1280'], { engines: engines.filter(({ id }) => id !== 'axe') });
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });

  test('all look at the page', () => {
    assert.deepEqual(
      results.map(({ status, reason }) => `${status} ${reason ?? ''}`.trim()),
      results.map(() => 'audited'),
    );
    assert.deepEqual(
      results.flatMap(({ findings }) => findings.filter(({ rule }) => rule === 'not-checked')),
      [],
    );
  });

  for (const name of ['seeded', 'seeded-element'])
    for (const [number, rules] of SEEN)
      test(`all find ${SEEDS[number - 1]?.kind} ${name === 'seeded' ? 'in the page' : 'in a shadow root'}, and it is told once`, () => {
        const own = findingsOf(name).filter(({ target, kind }) => {
          const place = target?.path.at(-1) ?? '';
          return kind === 'failure' && new RegExp(`^#seed-${number}(?: |$)`).test(place);
        });
        assert.equal(own.length, 1, plain(own).join('\n'));
        const [finding] = own;
        const told = [finding?.rule, ...(finding?.also ?? [])];
        for (const engine of ENGINE_IDS)
          assert.ok(told.includes(rules[engine]), `${engine}: ${plain(own)}`);
      });

  for (const { what, at, also } of JUDGED)
    for (const engine of ENGINES)
      test(`${engine} does not report ${what}`, () => {
        const reported = findingsOf('judged').filter(
          (finding) =>
            finding.kind !== 'undecided' &&
            enginesOf(finding).includes(engine) &&
            [`#${at}`, also].includes(finding.target?.path.at(-1) ?? 'the page'),
        );
        assert.deepEqual(plain(reported), []);
      });

  test('report nothing else of what was judged to be in order, in any colours', () => {
    const failures = findingsOf('judged').filter(({ kind }) => kind === 'failure');
    assert.deepEqual(plain(failures), []);
  });

  test('alfa does not miss what stands in a shadow root under a heading', () => {
    // The heading of the page is followed by nothing but an element.
    const missed = findingsOf('seeded-element').filter(({ target }) =>
      target?.path.at(-1)?.endsWith('h1'),
    );
    assert.deepEqual(plain(missed), []);
  });

  test('report no failure of a page in order', () => {
    assert.deepEqual(plain(findingsOf('clean').filter(({ kind }) => kind === 'failure')), []);
  });

  test('that do not look into frames say so', () => {
    const [frame] = findingsOf('frames').filter(({ rule }) => rule === 'frame');
    assert.equal(frame?.kind, 'undecided');
    assert.match(frame?.message ?? '', /was not looked into/);
    const places = findingsOf('frames').map(({ target }) => pathText(target));
    assert.ok(places.every((place) => !place.includes('input')));
  });

  test('are told how to install when they are not there', async () => {
    const missing = Object.assign(new Error('x'), { code: 'ERR_MODULE_NOT_FOUND' });
    const known = { ibm: { load: () => Promise.reject(missing), packages: 'some-engine' } };
    await assert.rejects(
      loadEngines(['ibm'], known),
      /^Error: The engine ibm is not installed: npm install --save-dev some-engine$/,
    );
  });

  test('that fail do not take the other checks with them, and that is told', async () => {
    const [axe] = engines;
    assert.ok(axe);
    const broken = { ...axe, check: () => Promise.reject(new Error('Odd page\nat line 1')) };
    const { results: got } = await runAudit(browser, {
      pages: [{ address: `${site.base}/seeded` }],
      ...{ views: [parseView('light')], timeout: 15_000, engines: [broken], isThorough: false },
    });
    const findings = got[0]?.findings ?? [];
    assert.equal(got[0]?.status, 'audited');
    assert.ok(findings.some(({ rule }) => rule === 'name'));
    assert.deepEqual(
      findings
        .filter(({ rule }) => rule === 'not-checked')
        .map(({ message, kind }) => [kind, message]),
      [['undecided', 'axe-core could not look at this page: Odd page']],
    );
  });

  test('a check of languages without a build is told as undecided', async () => {
    const tab = await browser.newPage();
    const findings = await checkLanguage(tab, new URL('none.js', import.meta.url).href);
    await tab.close();
    assert.deepEqual(
      findings.map(({ rule, kind }) => [rule, kind]),
      [['not-checked', 'undecided']],
    );
    assert.match(findings[0]?.message ?? '', /languages of parts .* were not checked/);
  });
});
