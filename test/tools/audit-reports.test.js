import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import jsonld from 'jsonld';
import { extractText } from 'unpdf';
import { importTs } from '../../tools/import-ts.js';
import { launchBrowser } from '../../tools/cli/audit/browser.js';
import { compareResults, comparisonLines } from '../../tools/cli/audit/compare.js';
import { criteriaOf } from '../../tools/cli/audit/engines/axe.js';
import { loadEngines, ruleName, runRules } from '../../tools/cli/audit/engines/engines.js';
import { makeFinding, mergeEngines } from '../../tools/cli/audit/findings.js';
import { githubLines } from '../../tools/cli/audit/reports/ci.js';
import { ownFinding, RULES } from '../../tools/cli/audit/rules.js';
import { ownSentence } from '../../tools/cli/audit/sentences.js';
import { countOf, readBaseline, summarise, writeBaseline } from '../../tools/cli/audit/summary.js';
import { findPages } from '../../tools/cli/audit/sources.js';
import { runAudit } from '../../tools/cli/audit/run.js';
import { parseView } from '../../tools/cli/audit/views.js';
import { addressOf, CRITERIA } from '../../tools/cli/audit/wcag.js';
import { writeReports } from '../../tools/cli/audit/write.js';

const require = createRequire(import.meta.url);
const openAcr = createRequire(require.resolve('@openacr/openacr/package.json'));

const SARIF_SCHEMA = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

const ENGINES = await loadEngines(['axe', 'ibm', 'alfa']);

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const target = { path: ['#top > lucka-x', 'button'], html: '<button class="a|b">', words: '' };
const picture = { data: PIXEL, width: 1, height: 1, box: { x: 0, y: 0, width: 1, height: 1 } };
const FOUND = [
  { ...ownFinding('focus-visible', { message: 'shows no change', target }), picture },
  ownFinding('text-size', { message: 'cuts off its text', target }),
  ownFinding('focus-weak', { message: 'changes little', target }),
  ownFinding('states', { message: 'only the first state was looked at' }),
  makeFinding({
    ...{ rule: 'axe image-alt', engine: 'axe', kind: 'failure', criteria: ['1.1.1'] },
    ...{
      message: 'has no <alt>, and 50 % of a pipe | too',
      target: { path: ['img'], html: '<img>' },
      also: ['alfa sia-r2', 'ibm img_alt_valid'],
    },
  }),
  makeFinding({
    ...{ rule: 'axe region', engine: 'axe', kind: 'failure', criteria: [], message: 'outside' },
    target: { path: ['p'], html: '<p>' },
  }),
  makeFinding({
    ...{ rule: 'axe color-contrast', engine: 'axe', kind: 'undecided', criteria: ['1.4.3'] },
    ...{ message: 'a picture lies behind', target: { path: ['p'], html: '<p>' } },
  }),
];
const ADDRESS = 'https://agency.example/page';

/** @param {object} [parts] @returns {import('../../tools/cli/audit/run.js').Result} */
const result = (parts) => ({
  ...{ place: ADDRESS, address: ADDRESS, view: 'light 1280', status: 'audited', findings: [] },
  ...{
    passed: ['axe document-title'],
    inapplicable: ['axe video-caption'],
    seconds: 1.5,
    ...parts,
  },
});
/** @param {import('../../tools/cli/audit/run.js').Result[]} results @returns {import('../../tools/cli/audit/run.js').Run} */
const runOf = (results) => ({
  ...{ results, started: '2026-11-27T08:00:00.000Z', seconds: 3, version: '1.0.0' },
  ...{ engines: ENGINES, browser: 'Chromium 150.0' },
});
const ABOUT = { subject: ADDRESS, date: '2026-11-27' };
const ODD = 'https://agency.example/a page <b>?q=å ä#c';

/** @type {Record<string, import('../../tools/cli/audit/run.js').Result[]>} */
const RUNS = {
  'a clean page': [result({})],
  'a page of defects': [
    result({ findings: FOUND }),
    result({ view: 'dark 320', findings: FOUND.map((each) => ({ ...each, picture: undefined })) }),
  ],
  'an odd address': [result({ place: ODD, address: ODD, findings: FOUND })],
  'a page that answers 500': [
    result({
      status: 'not audited',
      reason: `${ADDRESS} answered 500.`,
      passed: [],
      inapplicable: [],
    }),
  ],
};

describe('the reports', () => {
  const root = mkdtempSync(join(tmpdir(), 'lucka-reports-'));
  const folderOf = (/** @type {string} */ name) => join(root, name.replaceAll(' ', '-'));
  const read = (/** @type {string} */ name, /** @type {string} */ file) =>
    readFileSync(join(folderOf(name), file), 'utf8');
  before(async () => {
    for (const [name, results] of Object.entries(RUNS))
      await writeReports(
        folderOf(name),
        summarise(runOf(results), { ...ABOUT, subject: results[0]?.place ?? '' }),
        ['junit', 'markdown', 'csv'],
      );
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  describe('are accepted by their official validators', () => {
    /** @type {any} */
    let validateOpenACR;
    /** @type {any} */
    let validateValues;
    before(async () => {
      const folder = 'node_modules/@openacr/openacr/src';
      ({ validateOpenACR } = await importTs(`${folder}/validateOpenACR.ts`));
      ({ validateOpenACRCatalogValues: validateValues } = await importTs(
        `${folder}/validateOpenACRCatalogValues.ts`,
      ));
    });
    const load = (/** @type {string} */ text) => openAcr('js-yaml').load(text);

    for (const name of Object.keys(RUNS)) {
      test(`openacr.yaml of ${name}: OpenACR's own validator and catalog`, () => {
        const report = load(read(name, 'openacr.yaml'));
        assert.deepEqual(validateOpenACR(report, 'openacr-0.1.0.json'), {
          ...{ result: true, message: 'Valid!' },
        });
        // The package has the catalog of WCAG 2.1; what 2.2 added is not in it.
        const catalog = load(
          readFileSync(
            'node_modules/@openacr/openacr/catalog/2.4-edition-wcag-2.1-en.yaml',
            'utf8',
          ),
        );
        const since22 = CRITERIA.filter((each) => each.since22).map(({ number }) => number);
        for (const chapter of Object.values(report.chapters))
          chapter.criteria = chapter.criteria.filter(
            (/** @type {{ num: string }} */ { num }) => !since22.includes(num),
          );
        assert.equal(validateValues(report, catalog).result, true);
      });

      test(`results.sarif of ${name}: the schema of OASIS`, () => {
        // Committee specification, as @microsoft/jest-sarif carries it (sarif-2.1.0-rtm.5).
        // It is written for draft 4 and uses nothing that later drafts read otherwise.
        const { $schema, id, ...schema } = JSON.parse(readFileSync(SARIF_SCHEMA, 'utf8'));
        assert.match($schema + id, /draft-04.*sarif-2\.1\.0/s);
        const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
        addFormats.default(ajv);
        const validate = ajv.compile(schema);
        assert.ok(
          validate(JSON.parse(read(name, 'results.sarif'))),
          JSON.stringify(validate.errors),
        );
      });

      test(`earl.json of ${name}: JSON-LD, in the words of EARL 1.0`, async () => {
        /** @type {any} */
        const quads = await jsonld.toRDF(JSON.parse(read(name, 'earl.json')));
        const EARL = 'http://www.w3.org/ns/earl#';
        const known =
          'Assertion Assertor Software TestSubject TestRequirement TestCase TestResult assertedBy subject test mode result outcome info pointer automatic passed failed cantTell inapplicable untested'.split(
            ' ',
          );
        const used = quads.flatMap((/** @type {any} */ { predicate, object }) =>
          [predicate.value, object.termType === 'NamedNode' ? object.value : ''].filter((value) =>
            value.startsWith(EARL),
          ),
        );
        assert.deepEqual(
          [...new Set(used)].filter((value) => !known.includes(value.slice(EARL.length))),
          [],
        );
        assert.ok(used.length > 0);
        for (const { subject } of quads)
          if (subject.termType === 'NamedNode') assert.doesNotMatch(subject.value, /[ <>"]/);
      });

      test(`results.json of ${name}: its schema`, () => {
        const ajv = new Ajv({ allErrors: true });
        addFormats.default(ajv);
        const validate = ajv.compile(JSON.parse(read(name, 'results.schema.json')));
        assert.ok(
          validate(JSON.parse(read(name, 'results.json'))),
          JSON.stringify(validate.errors),
        );
      });
    }
  });

  test('never say that a criterion is met, that something passed or that a page is conformant', () => {
    for (const name of Object.keys(RUNS)) {
      assert.doesNotMatch(read(name, 'earl.json'), /earl:passed/);
      assert.doesNotMatch(read(name, 'openacr.yaml'), /level: supports/);
      const table = read(name, 'en-301-549.md').replace(/^\| 9\.4\.1\.1 .*$/m, '');
      assert.doesNotMatch(table, /\| Supports/);
      for (const file of ['index.html', 'summary.md'])
        assert.doesNotMatch(read(name, file), /\bconformant\b|\bpage is accessible\b/);
    }
  });

  test('OpenACR: partially supports, the page as product without a version of ours, all chapters', () => {
    const report = openAcr('js-yaml').load(read('a page of defects', 'openacr.yaml'));
    const levels = Object.values(report.chapters).flatMap(({ criteria }) =>
      criteria.map((/** @type {any} */ { num, components }) => [
        num,
        components[0].adherence.level,
      ]),
    );
    assert.equal(levels.length, CRITERIA.length);
    assert.deepEqual(
      levels.filter(([, level]) => level !== 'not-evaluated'),
      [
        ['1.1.1', 'partially-supports'],
        ['1.4.4', 'partially-supports'],
        ['2.4.7', 'partially-supports'],
      ],
    );
    assert.deepEqual(report.product, { name: ADDRESS });
    assert.equal(report.report_date, '2026-11-27');
    assert.equal(report.catalog, '2.5-edition-wcag-2.2-en');
    assert.equal(report.chapters.success_criteria_level_aaa.disabled, true);
    assert.match(report.notes, /may not be published as a VPAT/);
    assert.match(
      report.evaluation_methods_used,
      /lucka-audit 1\.0\.0 with axe-core 4\.14\.1, .* in Chromium/,
    );
  });

  test('EN 301 549: all of clause 9, what else Annex A asks, WCAG 2.2 in a table of its own', () => {
    const table = read('a page of defects', 'en-301-549.md');
    assert.equal(table.match(/^\| 9\.\d\.\d\.\d+ \|/gm)?.length, 50);
    assert.match(table, /\| 9\.4\.1\.1 \| 4\.1\.1 Parsing \| A \| Supports \| Always holds/);
    assert.match(table, /\| 9\.6 \|/);
    const [, other = ''] = table.split('## Other clauses');
    // Table A.1 of the standard, as the Commission's page on its changes lists it.
    const asked =
      '5.2 5.3 5.4 6.1 6.2.1.1 6.2.1.2 6.2.2.1 6.2.2.2 6.2.2.3 6.2.2.4 6.2.3 6.2.4 6.3 6.4 6.5.2 6.5.3 6.5.4 6.5.5 6.5.6 7.1.1 7.1.2 7.1.3 7.1.4 7.1.5 7.2.1 7.2.2 7.2.3 7.3 10.1.1.1–10.4.1.3 11.7 11.8.1 11.8.2 11.8.3 11.8.4 11.8.5 12.1.1 12.1.2 12.2.2 12.2.3 12.2.4';
    assert.deepEqual(
      [...other.matchAll(/^\| ([\d.–]+) \|/gm)].map(([, clause]) => clause),
      asked.split(' '),
    );
    assert.match(table, /\| 9\.1\.2\.4 \|.*Not in Table A\.1: live media\./);
    const [clause9 = '', later = ''] = table.split('## New in WCAG 2.2');
    assert.doesNotMatch(clause9, /2\.5\.8 Target/);
    assert.match(later, /^\| 2\.5\.8 Target Size \(Minimum\) \| AA \| Not evaluated/m);
    assert.match(clause9, /\| 9\.2\.4\.7 \| 2\.4\.7 Focus Visible \| AA \| Partially supports/);
  });

  test('the statement has every point of the model, in both languages', () => {
    const points = {
      sv: [
        /\{myndighetens namn\}/,
        /\{delvis förenlig \| inte förenlig\}/,
        /inte helt förenlig/,
        /## Vad kan du göra/,
        /## Rapportera brister/,
        /digg\.se\/tdosanmalan/,
        /12 §/,
        /9 §/,
        /\{Skäl för varje brist/,
        /## Hur vi har testat/,
        /Vem som har bedömt/,
        /Senaste bedömningen: 2026-11-27/,
        /uppdaterades senast: \{datum\}/,
        /2018:1937/,
      ],
      en: [
        /\{name of the public body\}/,
        /\{partially compliant \| not compliant\}/,
        /not fully compliant/,
        /## If you cannot use/,
        /## Report failures/,
        /digg\.se\/tdosanmalan/,
        /section 12/,
        /section 9/,
        /\{Reason for each failure/,
        /## How it was tested/,
        /Who assessed it/,
        /Latest assessment: 2026-11-27/,
        /last updated: \{date\}/,
        /2018:1937/,
      ],
    };
    for (const [lang, patterns] of Object.entries(points)) {
      const text = read('a page of defects', `accessibility-statement.${lang}.md`);
      for (const pattern of patterns) assert.match(text, pattern, lang);
      assert.doesNotMatch(text, /axe |focus-visible|text-size/, 'no names of rules');
    }
    const swedish = read('a page of defects', 'accessibility-statement.sv.md');
    assert.match(
      swedish,
      /- 2\.4\.7 Synligt fokus \(AA\): Det syns inte vilken kontroll som har fokus/,
    );
    assert.match(swedish, /1 sida eller läge, 2 gånger \(färger, bredder\)/);
    assert.match(
      read('a clean page', 'accessibility-statement.en.md'),
      /1 page or state, looked at 1 time, with/,
    );
  });

  test('the statement says "found nothing" only when there is no failure, and no known issues of its own', () => {
    assert.match(
      read('a clean page', 'accessibility-statement.en.md'),
      /The automated checks found no issues/,
    );
    assert.doesNotMatch(
      read('a page of defects', 'accessibility-statement.en.md'),
      /found nothing/,
    );
    assert.doesNotMatch(read('a clean page', 'accessibility-statement.sv.md'), /Kända brister/);
  });

  test('the statement tells issues that people found, with a way round them', async () => {
    const issues = [
      {
        ...{ wcag: ['2.1.1'], en: 'A key does nothing.', sv: 'En tangent gör ingenting.' },
        workaround: { en: 'Use Tab.', sv: 'Använd Tabb.' },
      },
    ];
    const folder = join(root, 'issues');
    await writeReports(
      folder,
      summarise(runOf([result({})]), { ...ABOUT, issues, organisation: 'Verket' }),
    );
    const swedish = readFileSync(join(folder, 'accessibility-statement.sv.md'), 'utf8');
    assert.match(swedish, /En tangent gör ingenting\. \(WCAG 2\.1\.1\)\. Använd Tabb\./);
    assert.match(swedish, /Verket ansvarar/);
    assert.match(swedish, /54 av 55/);
  });

  test('EARL has one assertion for each rule and view, with criterion, ACT rule and pointer', () => {
    const { '@graph': graph } = JSON.parse(read('a page of defects', 'earl.json'));
    const assertions = graph.filter((/** @type {any} */ each) => each['@type'] === 'Assertion');
    const of = (/** @type {string} */ rule) =>
      assertions.filter(
        (/** @type {any} */ { test: each }) =>
          each['@id'] === `urn:lucka-audit:${encodeURIComponent(rule)}`,
      );
    assert.equal(of('focus-visible').length, 2, 'one for each view');
    const [image] = of('axe image-alt');
    assert.equal(image.subject['@id'], ADDRESS);
    assert.equal(image.result.outcome['@id'], 'earl:failed');
    const parts = image.test['dct:isPartOf'].map((/** @type {any} */ part) => part['@id']);
    assert.ok(parts.includes('https://www.w3.org/TR/WCAG22/#non-text-content'));
    assert.ok(parts.includes('https://www.w3.org/WAI/standards-guidelines/act/rules/23a2a8/'));
    assert.equal(
      of('focus-visible')[0].result.pointer[0]['ptr:expression'],
      '#top > lucka-x >>> button',
    );
    const outcome = (/** @type {string} */ rule) => of(rule)[0].result.outcome['@id'];
    assert.equal(outcome('axe region'), 'earl:cantTell');
    assert.equal(outcome('axe color-contrast'), 'earl:cantTell');
    assert.equal(outcome('axe document-title'), 'earl:cantTell');
    assert.equal(outcome('axe video-caption'), 'earl:inapplicable');
    const untested = assertions.filter(
      (/** @type {any} */ { result: { outcome: each } }) => each['@id'] === 'earl:untested',
    );
    assert.ok(untested.some((/** @type {any} */ each) => each.test['@id'] === addressOf('3.3.8')));
  });

  test('SARIF has what code scanning asks for', () => {
    const [run] = JSON.parse(read('an odd address', 'results.sarif')).runs;
    for (const rule of run.tool.driver.rules) {
      assert.ok(rule.shortDescription.text && rule.fullDescription.text && rule.help.text, rule.id);
    }
    for (const each of run.results) {
      assert.equal(run.tool.driver.rules[each.ruleIndex].id, each.ruleId);
      assert.match(each.partialFingerprints['luckaAudit/v1'], /^[0-9a-f]{32}$/);
      assert.match(
        each.locations[0].physicalLocation.artifactLocation.uri,
        /^https:\/\/agency\.example\/a%20page%20%3Cb%3E/,
      );
    }
    const levels = Object.fromEntries(
      run.results.map((/** @type {any} */ each) => [each.ruleId, each.level]),
    );
    assert.equal(levels['axe image-alt'], 'error');
    assert.equal(levels['axe region'], 'note');
    assert.equal(levels['focus-weak'], 'note');
    assert.equal(levels['axe color-contrast'], 'none');
    assert.equal(run.invocations[0].executionSuccessful, true);
    const [failed] = JSON.parse(read('a page that answers 500', 'results.sarif')).runs;
    assert.equal(failed.invocations[0].executionSuccessful, false);
  });

  test('results.json names versions, times, sample, states and what was left out', () => {
    const results = JSON.parse(read('a page of defects', 'results.json'));
    assert.deepEqual(results.tool, { name: 'lucka-audit', version: '1.0.0' });
    assert.equal(results.browser, 'Chromium 150.0');
    assert.deepEqual(results.sample[0].views, ['light 1280', 'dark 320']);
    assert.deepEqual(
      Object.keys(results.leftOut),
      ENGINES.flatMap((engine) => Object.keys(engine.leftOut).map((id) => ruleName(engine, id))),
    );
    assert.equal(results.counts.failures, 3, 'one defect in two views is one');
    assert.ok(results.cannotEvaluate.length);
  });

  test('the report page groups, shows the state in which it failed, and escapes', () => {
    const html = read('a page of defects', 'index.html');
    assert.equal(html.match(/It is not seen which control has the focus/g)?.length, 1);
    assert.match(html, /light 1280, dark 320/);
    assert.match(html, /<image href="pictures\/[0-9a-f]{32}\.png"/);
    assert.match(html, /<rect/);
    assert.match(html, /Could not be decided/);
    assert.doesNotMatch(html, /<script|<alt>|style="/);
    assert.doesNotMatch(read('an odd address', 'index.html'), /page <b>/);
    assert.match(read('a page that answers 500', 'index.html'), /answered 500/);
  });

  test('could not be decided: in every output', () => {
    assert.match(read('a page of defects', 'index.html'), /only the first state was looked at/);
    assert.match(read('a page of defects', 'earl.json'), /only the first state was looked at/);
    assert.match(read('a page of defects', 'results.sarif'), /only the first state was looked at/);
    assert.match(read('a page of defects', 'results.json'), /only the first state was looked at/);
    assert.match(read('a page of defects', 'findings.csv'), /only the first state was looked at/);
    for (const file of ['summary.md', 'en-301-549.md', 'openacr.yaml', 'junit.xml']) {
      const text = read('a page of defects', file).replaceAll(/\s+/g, ' ');
      assert.match(text, /could not be decided/i, file);
      assert.match(text, /only the first state was looked at/, file);
    }
    assert.ok(
      githubLines(summarise(runOf(RUNS['a page of defects'] ?? []), ABOUT)).some((line) =>
        line.includes('only the first state was looked at'),
      ),
    );
    assert.match(read('a page of defects', 'accessibility-statement.sv.md'), /I 2 fall kunde/);
    assert.match(read('a page of defects', 'accessibility-statement.en.md'), /In 2 cases the/);
  });

  test('all engines that found something are named in every report', () => {
    for (const file of ['index.html', 'results.sarif', 'en-301-549.md', 'openacr.yaml']) {
      const text = read('a page of defects', file).replaceAll(/\s+/g, ' ');
      for (const name of ['axe-core', 'Siteimprove Alfa', 'IBM Equal Access'])
        assert.ok(text.includes(name), `${name} is not in ${file}`);
    }
    assert.match(
      read('a page of defects', 'en-301-549.md'),
      /Found by axe-core, Siteimprove Alfa, IBM Equal Access\./,
    );
    const { findings } = JSON.parse(read('a page of defects', 'results.json'));
    const [image] = findings.filter(
      (/** @type {{ rule: string }} */ { rule }) => rule === 'axe image-alt',
    );
    assert.deepEqual(image.engines, ['axe', 'alfa', 'ibm']);
    assert.match(read('a page of defects', 'findings.csv'), /"axe alfa ibm"/);
    const { '@graph': graph } = JSON.parse(read('a page of defects', 'earl.json'));
    const byAlfa = graph.filter(
      (/** @type {any} */ { assertedBy }) => assertedBy?.['@id'] === 'urn:lucka-audit:engine:alfa',
    );
    assert.equal(byAlfa[0].test['dct:source']['@id'], 'https://alfa.siteimprove.com/rules/sia-r2');
    assert.ok(
      graph.some((/** @type {any} */ each) => each['@id'] === byAlfa[0].assertedBy['@id']),
      'the engine is described',
    );
  });

  test('what was not audited: in every output', () => {
    for (const file of [
      'index.html',
      'earl.json',
      'results.json',
      'results.sarif',
      'junit.xml',
      'summary.md',
    ])
      assert.match(read('a page that answers 500', file), /answered 500/, file);
    assert.match(
      read('a page that answers 500', 'accessibility-statement.sv.md'),
      /1 vy gick inte att granska/,
    );
  });

  test('a second run into the same folder leaves no picture of the first', async () => {
    const folder = join(root, 'again');
    mkdirSync(folder);
    writeFileSync(join(folder, '1.png'), PIXEL);
    await writeReports(folder, summarise(runOf([result({ findings: FOUND })]), ABOUT));
    assert.ok(existsSync(join(folder, 'pictures')));
    await writeReports(folder, summarise(runOf([result({})]), ABOUT));
    assert.equal(existsSync(join(folder, 'pictures')) || existsSync(join(folder, '1.png')), false);
  });

  test('JUnit has a failure for each failure, and says what is skipped', () => {
    const xml = read('a page of defects', 'junit.xml');
    assert.equal(xml.match(/<failure /g)?.length, 3);
    assert.match(xml, /has no &lt;alt/);
  });

  test('GitHub annotations and the Markdown summary survive odd signs', () => {
    const summary = summarise(runOf(RUNS['a page of defects'] ?? []), ABOUT);
    const lines = githubLines(summary);
    assert.equal(lines.filter((line) => line.startsWith('::error')).length, 3);
    assert.ok(lines.some((line) => line.includes('50 %25 of a pipe')));
    assert.ok(lines.every((line) => !line.includes('\n')));
  });

  describe('the report page', () => {
    /** @type {import('playwright-core').Browser} */
    let browser;
    /** @type {Awaited<ReturnType<typeof findPages>>} */
    let source;
    before(async () => {
      browser = await launchBrowser();
      source = await findPages({
        ...{ pages: [], actions: [] },
        folder: { path: folderOf('a page of defects'), include: ['index.html'] },
      });
    });
    after(async () => {
      source.close();
      await browser.close();
    });

    test('is itself in order for every engine and check, in all colours, wide and narrow', async () => {
      const { results } = await runAudit(browser, {
        ...{ pages: source.pages, engines: ENGINES, timeout: 15_000 },
        views: ['light:1280', 'dark:320', 'forced:320'].map(parseView),
      });
      assert.deepEqual(
        results.map(({ status, reason }) => [status, reason]),
        results.map(() => ['audited', undefined]),
      );
      const wrong = results.flatMap(({ view, findings }) =>
        findings
          .filter(({ kind }) => kind !== 'undecided')
          .map(({ rule, target: at }) => `${view}: ${rule} ${at?.path}`),
      );
      assert.deepEqual(wrong, []);
    });

    test('prints what is folded, with each heading beside what follows', async () => {
      const tab = await browser.newPage();
      await tab.goto(source.pages[0]?.address ?? '');
      const pdf = await tab.pdf({ format: 'A4' });
      await tab.emulateMedia({ media: 'print' });
      const breaks = await tab.evaluate(() =>
        [...document.querySelectorAll('h2, h3')].map(
          (heading) => getComputedStyle(heading).breakAfter,
        ),
      );
      await tab.close();
      const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
      assert.match(text.replaceAll(/\s+/g, ' '), /only the first state was looked at/);
      assert.deepEqual([...new Set(breaks)], ['avoid']);
    });

    test('works without JavaScript', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const tab = await context.newPage();
      await tab.goto(source.pages[0]?.address ?? '');
      await tab.getByRole('link', { name: 'Could not be decided' }).click();
      await tab.getByText('States behind a press (1)').click();
      assert.ok(await tab.getByText('only the first state was looked at').isVisible());
      await context.close();
    });
  });
});

describe('what counts', () => {
  const run = runOf(RUNS['a page of defects'] ?? []);

  test('fails by level: A, AA, or advice too', () => {
    const summary = summarise(run, ABOUT);
    assert.deepEqual(
      /** @type {const} */ (['a', 'aa', 'advice']).map((level) => countOf(summary, level)),
      [1, 3, 5],
    );
  });

  test('what is ignored has a reason, an owner and an end, and stays in the papers', async () => {
    const entry = {
      ...{ rule: 'text-size', page: 'https://agency.example/**', reason: 'New design in March' },
      ...{ owner: 'Web team', until: '2026-12-31' },
    };
    const summary = summarise(run, ABOUT, { ignores: [entry] });
    assert.equal(countOf(summary, 'aa'), 2);
    const folder = mkdtempSync(join(tmpdir(), 'lucka-ignored-'));
    await writeReports(folder, summary, ['junit', 'markdown', 'csv']);
    for (const file of [
      'index.html',
      'results.json',
      'results.sarif',
      'summary.md',
      'findings.csv',
    ])
      assert.match(readFileSync(join(folder, file), 'utf8'), /New design in March/, file);
    assert.match(readFileSync(join(folder, 'openacr.yaml'), 'utf8'), /cannot be enlarged/);
    assert.match(readFileSync(join(folder, 'junit.xml'), 'utf8'), /<skipped/);
    rmSync(folder, { recursive: true });
  });

  test('what is ignored no longer counts as ignored after its day, and that is told', () => {
    const entry = { rule: 'text-size', reason: 'Old', owner: 'Web team', until: '2026-11-26' };
    const summary = summarise(run, ABOUT, { ignores: [entry] });
    assert.equal(countOf(summary, 'aa'), 3);
    assert.match(summary.warnings.join(), /ended on 2026-11-26/);
  });

  test('with a baseline only what is new fails', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lucka-baseline-'));
    const file = join(folder, 'baseline.json');
    writeBaseline(file, summarise(run, ABOUT));
    const again = summarise(run, ABOUT, { baseline: readBaseline(file) });
    assert.deepEqual([countOf(again, 'advice'), again.known.length], [0, 5]);
    const more = runOf([
      result({ findings: [...FOUND, ownFinding('reflow', { message: 'new', target })] }),
    ]);
    assert.equal(countOf(summarise(more, ABOUT, { baseline: readBaseline(file) }), 'aa'), 1);
    rmSync(folder, { recursive: true });
  });

  test('two results are compared: what is new, what is gone', () => {
    const found = (/** @type {string} */ id) => ({
      ...{ id, kind: 'failure', rule: 'reflow', criteria: ['1.4.10'], page: ADDRESS, message: '' },
    });
    const difference = compareResults(
      { date: '', findings: [found('a'), found('b')] },
      { date: '', findings: [found('b'), found('c')] },
    );
    assert.deepEqual(comparisonLines(difference), [
      `+ failure reflow 1.4.10 ${ADDRESS}`,
      `- failure reflow 1.4.10 ${ADDRESS}`,
      '1 new, 1 gone, 1 as before',
    ]);
  });

  test('what one engine is sure of and another is not is told once, as a failure', () => {
    const found = (
      /** @type {import('../../tools/cli/audit/findings.js').Engine} */ engine,
      /** @type {import('../../tools/cli/audit/findings.js').Kind} */ kind,
      criteria = ['4.1.2'],
    ) => makeFinding({ rule: `${engine} a`, engine, kind, criteria, message: '', target });
    const told = mergeEngines([
      found('ibm', 'undecided'),
      found('axe', 'failure', ['2.4.4', '4.1.2']),
      found('alfa', 'failure'),
    ]);
    assert.deepEqual(
      told.map(({ rule, kind, also, criteria }) => [rule, kind, also, criteria]),
      [['axe a', 'failure', ['alfa a', 'ibm a'], ['2.4.4', '4.1.2']]],
    );
    assert.equal(
      mergeEngines([found('axe', 'failure'), found('ibm', 'failure', ['1.3.1'])]).length,
      2,
      'another criterion is another defect',
    );
  });

  test('two rules of one engine on one element stay two defects', () => {
    assert.equal(mergeEngines(FOUND).length, FOUND.length);
  });
});

describe('the rules', () => {
  const axe = ENGINES.find(({ id }) => id === 'axe');

  for (const { name, rules, leftOut } of ENGINES)
    test(`of ${name} are all run, but those that are left out by name, with the reason`, () => {
      const ids = rules.map(({ id }) => id);
      assert.deepEqual(
        Object.keys(leftOut).filter((id) => !ids.includes(id)),
        [],
      );
      assert.ok(Object.values(leftOut).every(Boolean));
      assert.ok(ids.length > 80);
      assert.ok(rules.every(({ title, help }) => title && help));
    });

  test('of axe-core include what it has switched off, such as the size of targets', () => {
    assert.ok(axe && runRules(axe).some(({ id }) => id === 'target-size'));
  });

  test('of axe-core prove a failure only when they are neither experimental nor advice', () => {
    const kinds = Object.fromEntries(axe?.rules.map(({ id, kind }) => [id, kind]) ?? []);
    assert.equal(kinds['image-alt'], 'failure');
    assert.equal(kinds['region'], 'advice');
    assert.equal(kinds['color-contrast-enhanced'], 'advice');
    assert.equal(kinds['css-orientation-lock'], 'undecided');
    assert.equal(kinds['focus-order-semantics'], 'undecided');
  });

  test('of axe-core count for each of their criteria', () => {
    assert.deepEqual(criteriaOf(['wcag2a', 'wcag244', 'wcag412']), ['2.4.4', '4.1.2']);
    assert.deepEqual(criteriaOf(['wcag1412']), ['1.4.12']);
  });

  test('that can fail have a sentence for people in both languages', () => {
    const own = Object.entries(RULES).filter(([, { kind }]) => kind === 'failure');
    const all = [
      ...own.map(([rule, { criteria }]) => ({ rule, criteria })),
      ...ENGINES.flatMap((engine) =>
        runRules(engine)
          .filter(({ kind }) => kind === 'failure')
          .map(({ id, criteria }) => ({ rule: ruleName(engine, id), criteria })),
      ),
    ];
    for (const each of all) {
      const words = ownSentence(each);
      assert.ok(words?.en && words.sv, each.rule);
    }
  });

  test('know the criteria of WCAG 2.2: 31 of level A, 24 of level AA', () => {
    const of = (/** @type {string} */ level) => CRITERIA.filter((each) => each.level === level);
    assert.deepEqual([of('A').length, of('AA').length], [31, 24]);
    assert.equal(addressOf('1.4.3'), 'https://www.w3.org/TR/WCAG22/#contrast-minimum');
    assert.equal(addressOf('4.1.2'), 'https://www.w3.org/TR/WCAG22/#name-role-value');
  });
});
