import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { importTs } from '../../tools/import-ts.js';
import { hostSite } from '../support/host-site.js';

/** @type {typeof import('../../stories/snippet-builder/snippet.js')} */
const { snippetOf } = await importTs('stories/snippet-builder/snippet.ts');

/**
 * The packed package in projects that use every element: what is right passes their own type checker, under the strictest
 * settings and with the package's own types checked too; what is wrong does not. An agency's content from it. Run by .ci/run, since the frameworks
 * have to be installed.
 */

const NOTHING = /'nothing' does not exist/;
const SIDEWAYS = /"sideways"/;

/** @typedef {{ check: string[], wrong: string, right: string, complaints: RegExp[] }} Consumer */

/** @type {Record<string, Consumer>} */
const CONSUMERS = {
  typescript: {
    check: ['typescript/bin/tsc', '-p', '.'],
    ...{ right: 'right.ts', wrong: 'wrong.ts', complaints: [SIDEWAYS, NOTHING] },
  },
  react: {
    check: ['typescript/bin/tsc', '-p', '.'],
    ...{ right: 'right.tsx', wrong: 'wrong.tsx', complaints: [SIDEWAYS, NOTHING] },
  },
  vue: {
    check: ['vue-tsc/bin/vue-tsc.js', '-p', '.'],
    ...{ right: 'Right.vue', wrong: 'Wrong.vue', complaints: [SIDEWAYS, NOTHING] },
  },
  svelte: {
    check: ['svelte-check/bin/svelte-check', '--tsconfig', 'tsconfig.json'],
    ...{ right: 'Right.svelte', wrong: 'Wrong.svelte', complaints: [SIDEWAYS, NOTHING] },
  },
  angular: {
    check: ['@angular/compiler-cli/bundles/src/bin/ngc.js', '-p', '.'],
    // Angular takes any attribute of a custom element; the types of our events are checked.
    ...{ right: 'right.ts', wrong: 'wrong.ts', complaints: [NOTHING] },
  },
};

/** @param {string} command @param {string[]} parameters @param {string} cwd */
function run(command, parameters, cwd) {
  const { status, stdout, stderr } = spawnSync(command, parameters, { cwd, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

describe('a project that uses the package', () => {
  const room = mkdtempSync(join(tmpdir(), 'lucka-consumers-'));

  before(() => {
    cpSync('test/consumers', room, { recursive: true });
    const packed = run('npm', ['pack', '--silent', '--pack-destination', room], '.');
    assert.equal(packed.status, 0, packed.output);
    const tarball = join(room, packed.output.trim().split('\n').at(-1) ?? '');
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
    const installed = run('npm', ['install', ...options, tarball], room);
    assert.equal(installed.status, 0, installed.output);
  });
  after(() => rmSync(room, { recursive: true, force: true }));

  for (const form of /** @type {const} */ (['react', 'vue', 'svelte', 'angular']))
    test(`in ${form} accepts what the snippet builder writes`, () => {
      const project = join(room, form);
      const { check, right } = /** @type {Consumer} */ (CONSUMERS[form]);
      const file = right.replace(/right/i, 'Snippet');
      const attributes = { 'letter-gate': 'reference', 'heading-level': '3', 'no-hold': '' };
      const text = snippetOf({
        ...{ element: 'booking-picker', attributes, lang: 'sv', theme: 'hamn', form },
      });
      writeFileSync(join(project, file), text);
      const settings = join(project, 'tsconfig.json');
      const json = readFileSync(settings, 'utf8');
      writeFileSync(settings, JSON.stringify({ ...JSON.parse(json), include: [file] }));
      const [tool = '', ...parameters] = check;
      const checked = () =>
        run(process.execPath, [join('../node_modules', tool), ...parameters], project);
      const { status, output } = checked();
      assert.equal(status, 0, output);

      // That the check reads the file: it refuses a type error in it.
      const wrong = text.replace(/(import .*;\n)/, "$1const wrong: number = '';\n");
      writeFileSync(join(project, file), wrong);
      assert.notEqual(checked().status, 0);
      writeFileSync(settings, json);
      rmSync(join(project, file));
    });

  for (const [name, { check, right, wrong, complaints }] of Object.entries(CONSUMERS)) {
    test(`in ${name} checks what it writes`, () => {
      const project = join(room, name);
      const [tool = '', ...parameters] = check;
      const checked = () =>
        run(process.execPath, [join('../node_modules', tool), ...parameters], project);
      const { status: rightStatus, output: rightOutput } = checked();
      assert.equal(rightStatus, 0, rightOutput);

      const settings = join(project, 'tsconfig.json');
      const json = JSON.parse(readFileSync(settings, 'utf8'));
      writeFileSync(settings, JSON.stringify({ ...json, include: [wrong] }));
      rmSync(join(project, right));
      const { status, output } = checked();
      assert.notEqual(status, 0, 'What is wrong passes.');
      for (const complaint of complaints) assert.match(output, complaint);
    });
  }

  test('has a page with a flow of its own after npx lucka-content init, check and build', async () => {
    const project = join(room, 'agency');
    mkdirSync(project);
    const lucka = (/** @type {string[]} */ ...parameters) =>
      run('npx', ['lucka-content', ...parameters], project);
    assert.equal(lucka('init', 'texts', '--agency', 'Skogsverket').status, 0);
    for (const lang of ['sv', 'en']) {
      const flow = readFileSync(join(project, `texts/flows/guide.${lang}.md`), 'utf8');
      const own = flow
        .replace('id: guide', 'id: felling')
        .replace(/^# .*$/m, '# May I fell this tree?');
      writeFileSync(join(project, `texts/flows/felling.${lang}.md`), own);
    }
    const file = join(project, 'texts/flows/felling.en.md');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('(#q-second) `yes`', '(#q-secnd) `yes`'));
    const wrong = lucka('check', 'texts');
    assert.equal(wrong.status, 1);
    assert.match(wrong.output, /texts\/flows\/felling\.en\.md:\d+ .*q-secnd/);
    writeFileSync(file, text);
    const built = lucka('build', 'texts', '--out', 'public/content');
    assert.equal(built.status, 0, built.output);

    const site = await hostSite({ root: room });
    const page = '<lucka-document-wizard flow-id="felling"><p>Fallback</p></lucka-document-wizard>';
    const head =
      '<script type="module" src="/node_modules/lucka/cdn/lucka.js" data-content="/agency/public/content/pack.json"></script>';
    try {
      const opened = await site.open(page, { head });
      await opened.page.getByRole('heading', { name: 'May I fell this tree?' }).waitFor();
      await opened.page.getByRole('button', { name: 'Start' }).click();
      await opened.page.getByRole('radio', { name: 'Yes' }).check();
      assert.deepEqual(opened.faults, []);
    } finally {
      await site.close();
    }
  });
});
