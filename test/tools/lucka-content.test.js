import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { checkFolder } from '../../tools/cli/content/check.js';
import { loadCompiler } from '../../tools/cli/content/load-compiler.js';
import { startPreview } from '../../tools/cli/content/preview.js';
import { withoutSources } from '../../tools/cli/content/compile.js';
import { packOf } from '../../tools/cli/content/pack-of.js';
import { newFolder } from '../support/content-pack.js';
import { launchBrowser } from '../support/browser.js';

/** @param {readonly string[]} parameters */
const run = (...parameters) =>
  spawnSync(process.execPath, ['tools/cli/lucka-content.js', ...parameters], { encoding: 'utf8' });

describe('npx lucka-content', () => {
  /** @type {string} */
  let folder;
  /** @type {() => void} */
  let remove;
  before(async () => {
    ({ folder, remove } = await newFolder());
  });
  after(() => remove?.());

  test('says how it is used, and fails when it cannot tell what is meant', () => {
    assert.match(run('--help').stdout, /npx lucka-content init/);
    for (const [parameters, message] of /** @type {const} */ ([
      [[], /npx lucka-content init/],
      [['init'], /needs one folder/],
      [['init', '/tmp/x'], /needs the name of your agency/],
      [['check', '/nowhere'], /There is no folder \/nowhere/],
      [['publish', folder], /There is no command "publish"/],
      [['build', folder], /needs a folder to write to/],
      [['check', folder, '--fast'], /Unknown option '--fast'/],
      [['preview', folder, '--port', 'x'], /give a number/],
    ])) {
      const { status, stdout, stderr } = run(...parameters);
      assert.equal(status, 2, parameters.join(' '));
      assert.match(stdout + stderr, message);
      assert.doesNotMatch(stderr, /at .*\.js:\d/, 'no stack for people');
    }
  });

  test('writes a folder without mistakes, and never over another one', () => {
    const place = join(folder, '..', 'new');
    assert.equal(run('init', place, '--agency', 'Skogsverket', '--languages', 'sv,en').status, 0);
    const { status, stdout } = run('check', place);
    assert.equal(status, 0, stdout);
    assert.match(stdout, /No mistakes\./);
    assert.match(readFileSync(join(place, 'agency.sv.md'), 'utf8'), /genitive: "Skogsverkets"/);
    const again = run('init', place, '--agency', 'Skogsverket');
    assert.equal(again.status, 2);
    assert.match(again.stderr, /has files in it/);
  });

  test('says what a page must write when the texts have no letter', async () => {
    const withoutLetter = run('check', 'demo/fordon/content');
    assert.match(withoutLetter.stdout, /no section \{#gate\}: write letter-gate="passed"/);
    assert.doesNotMatch(run('check', 'content').stdout, /letter-gate/);
  });

  test('builds the same bytes each time, the index last', async () => {
    const [one, other] = [await packOf(folder), await packOf(folder)];
    assert.deepEqual([...one], [...other]);
    assert.equal([...one.keys()].at(-1), 'pack.json');
    const out = join(folder, '..', 'out');
    const { status, stdout } = run('build', folder, '--out', out);
    assert.equal(status, 0, stdout);
    assert.deepEqual(
      readdirSync(out)
        .filter((name) => /^(?:pack|notices)\.json$|^pages$/.test(name))
        .sort(),
      ['notices.json', 'pack.json', 'pages'],
    );
    assert.match(
      readFileSync(join(out, 'pages/my-page.sv.html'), 'utf8'),
      /<h2 id="about">Om tjänsten/,
    );
  });

  test('builds texts without the marks for editors, which no page shows', () => {
    const content = [
      'You may ask.',
      { type: 'source', ids: ['T1'] },
      ' Ours.',
      { type: 'editorial' },
      ' Yes.',
    ];
    assert.deepEqual(withoutSources([{ type: 'paragraph', content }]), [
      { type: 'paragraph', content: ['You may ask. Ours. Yes.'] },
    ]);
  });

  test('builds nothing while there is a mistake', async () => {
    const broken = await newFolder();
    appendFileSync(join(broken.folder, 'terms/dialog.sv.md'), '\n## Mer {#more}\n\nText.\n');
    const out = join(broken.folder, '..', 'out');
    const { status, stderr } = run('build', broken.folder, '--out', out);
    assert.equal(status, 1);
    assert.match(stderr, /terms\/dialog\.sv\.md:\d+ nothing shows the section \{#more\}/);
    assert.match(stderr, /Nothing was written/);
    assert.throws(() => readdirSync(out));
    broken.remove();
  });

  describe('finds', () => {
    /** @typedef {(text: string) => string} Change */
    const replace =
      (/** @type {string | RegExp} */ from, /** @type {string} */ to) =>
      (/** @type {string} */ text) => {
        const changed = text.replace(from, to);
        assert.notEqual(changed, text, 'the mistake is planted');
        return changed;
      };
    const lineWith = (/** @type {string} */ text, /** @type {string} */ part) =>
      text.split('\n').findIndex((line) => line.includes(part)) + 1;

    /** @type {readonly [name: string, file: string, change: Change, at: string | number, message: RegExp][]} */
    const mistakes = [
      [
        'no language in the front matter',
        'terms/dialog.sv.md',
        replace('lang: sv\n', ''),
        1,
        /write "lang: sv"/,
      ],
      [
        'another language in the front matter',
        'terms/dialog.sv.md',
        replace('lang: sv', 'lang: en'),
        'lang: en',
        /write "lang: sv"/,
      ],
      [
        'no front matter',
        'terms/dialog.sv.md',
        replace(/^---[\s\S]*?---\n/, ''),
        1,
        /no front matter/,
      ],
      [
        'a key of the front matter that is not understood',
        'booking/visit.sv.md',
        replace('version: "1"', 'version "1"'),
        'version "1"',
        /./,
      ],
      [
        'a key that stands twice',
        'booking/visit.sv.md',
        replace('version: "1"\n', 'version: "1"\nversion: "2"\n'),
        'version: "2"',
        /stands twice/,
      ],
      ['a missing title', 'booking/visit.en.md', replace(/^title: .*\n/m, ''), 1, /lacks "title"/],
      [
        'a version that differs between languages',
        'booking/visit.sv.md',
        replace('version: "1"', 'version: "2"'),
        'version: "2"',
        /"version" differs/,
      ],
      [
        'an id that is not the name of the file',
        'terms/my-page.sv.md',
        replace('id: my-page', 'id: mypage'),
        'id: mypage',
        /write "id: my-page"/,
      ],
      [
        'a day that is none',
        'terms/my-page.sv.md',
        replace('effective: "2026-12-01"', 'effective: "1 december"'),
        'effective',
        /write it as 2026-12-01/,
      ],
      [
        'a section that is missing',
        'messages/composer.en.md',
        replace(/## Your personal data \{#privacy\}[\s\S]*?(?=## )/, ''),
        1,
        /\{#privacy\} is missing/,
      ],
      [
        'a section that nothing shows',
        'messages/composer.en.md',
        replace('{#privacy}', '{#privcy}'),
        '{#privcy}',
        /nothing shows the section \{#privcy\}/,
      ],
      [
        'a heading without id',
        'terms/dialog.en.md',
        replace(' {#decline}', ''),
        'If you decline',
        /write the id/,
      ],
      [
        'a heading of the wrong level',
        'terms/dialog.en.md',
        replace('## If you decline', '### If you decline'),
        'If you decline',
        /write ## before/,
      ],
      [
        'no space after the #',
        'terms/dialog.en.md',
        replace('## If you decline', '##If you decline'),
        '##If you',
        /write a space after the #/,
      ],
      [
        'two headings with one id',
        'terms/my-page.en.md',
        replace('{#personal-data}', '{#about}'),
        'Personal data',
        /\{#about\} stands on line \d+ too/,
      ],
      [
        'a link of javascript:',
        'booking/visit.en.md',
        replace('contact us', '[contact us](javascript:alert(1))'),
        'javascript:',
        /is no link that is shown/,
      ],
      [
        'a flow that leads nowhere',
        'flows/guide.en.md',
        replace('[Yes](#q-second)', '[Yes](#q-gone)'),
        '#q-gone',
        /q-gone/,
      ],
      [
        'a section of a flow that is never shown',
        'flows/guide.en.md',
        replace('`first is other`', '`first is other and first is yes`'),
        'You apply for someone else',
        /never shown/,
      ],
      [
        'a position that is none',
        'booking/offices.sv.md',
        replace('59.33, 18.07', 'Sergels torg'),
        '`position`',
        /latitude, longitude/,
      ],
      [
        'a notice without its end',
        'notices/planned-work.en.md',
        replace(/^endsAt: .*$/m, 'endsAt: null'),
        'endsAt',
        /required: endsAt/,
      ],
      [
        'a value that the contract does not list',
        'notices/planned-work.en.md',
        replace('scope: whole', 'scope: all'),
        'scope',
        /not one of whole, part/,
      ],
      [
        'a paragraph that is too long',
        'terms/my-page.en.md',
        replace('Keep your login', `${'Long '.repeat(600)}. Keep your login`),
        1,
        /too long/,
      ],
      [
        'an agency without a name',
        'agency.sv.md',
        replace(/^name: .*$/m, 'name: ""'),
        1,
        /lacks "name"/,
      ],
      [
        'what was not filled in',
        'agency.sv.md',
        replace(/^phone: .*$/m, 'phone: "TODO"'),
        'phone: "TODO"',
        /not filled in/,
      ],
    ];
    for (const [name, file, change, at, message] of mistakes)
      test(name, async () => {
        const made = await newFolder();
        const path = join(made.folder, file);
        const text = change(readFileSync(path, 'utf8'));
        writeFileSync(path, text);
        const { problems } = await checkFolder(made.folder, await loadCompiler());
        made.remove();
        const line = typeof at === 'number' ? at : lineWith(text, at);
        assert.ok(
          problems.some(
            (each) => each.file === file && each.line === line && message.test(each.message),
          ),
          `wanted ${file}:${line} ${message}; found ${problems.map((each) => `${each.file}:${each.line} ${each.message}`).join('\n')}`,
        );
      });

    test('a file that is not UTF-8, a file in no place, a name without language, and a language that lacks a file', async () => {
      const made = await newFolder();
      const place = (/** @type {string} */ file) => join(made.folder, file);
      writeFileSync(
        place('terms/dialog.sv.md'),
        Buffer.from('---\nid: x\n---\n\nF\xf6rord\n', 'latin1'),
      );
      mkdirSync(place('message'));
      writeFileSync(place('message/composer.sv.md'), 'x');
      writeFileSync(place('flows/other.md'), 'x');
      rmSync(place('booking/visit.en.md'));
      const { problems } = await checkFolder(made.folder, await loadCompiler());
      made.remove();
      const told = problems
        .map(({ file, line, message }) => `${file}:${line} ${message}`)
        .join('\n');
      assert.match(told, /terms\/dialog\.sv\.md:5 not UTF-8/);
      assert.match(told, /message\/composer\.sv\.md:1 nothing shows this file/);
      assert.match(
        told,
        /flows\/other\.md:1 the name lacks its language: write for example `flows\/other\.sv\.md`/,
      );
      assert.match(told, /booking\/visit\.sv\.md:1 there is no booking\/visit\.en\.md/);
    });

    test('a translation with other placeholders, without a target, of another version, and of broken XML', async () => {
      const made = await newFolder('sv,en,nb');
      const path = join(made.folder, 'locales/nb.xlf');
      const text = readFileSync(path, 'utf8');
      const check = async (/** @type {string} */ changed) => {
        assert.notEqual(changed, text);
        writeFileSync(path, changed);
        const { problems } = await checkFolder(made.folder, await loadCompiler());
        return problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n');
      };
      assert.match(
        await check(text.replace(/(<target>\[nb\] New: )<x [^>]*\/>/, '$1')),
        /needs the same <x id="…"\/> as its source/,
      );
      assert.match(
        await check(text.replace(/<target>\[nb\] Introduction<\/target>/, '')),
        /locales\/nb\.xlf:\d+ write a <target> with the translation of "Introduction"/,
      );
      assert.match(
        await check(
          text.replace(
            '<body>',
            '<body><trans-unit id="s1"><source>x</source><target>x</target></trans-unit>',
          ),
        ),
        /s1 is no message of this version/,
      );
      assert.match(
        await check(text.replace('</body>', '')),
        /locales\/nb\.xlf:\d+ this is not XML/,
      );
      made.remove();
    });
  });

  test('previews the five elements, lists mistakes, and reloads when a file is saved', async () => {
    const made = await newFolder();
    const preview = await startPreview(made.folder, 0, await loadCompiler());
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(`${preview.address}?lang=en`);
      await page.getByRole('heading', { name: 'Which rules apply to me?' }).waitFor();
      await page.getByRole('textbox', { name: 'Your message' }).waitFor();
      await page.getByRole('group', { name: 'Which office do you want to visit?' }).waitFor();
      const path = join(made.folder, 'flows/guide.en.md');
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replace('# Which rules apply to me?', '# Which rules apply here?'));
      await page.getByRole('heading', { name: 'Which rules apply here?' }).waitFor();
      writeFileSync(path, text.replace('(#q-second) `yes`', '(#q-gone) `yes`'));
      await page.getByRole('heading', { name: /mistake/ }).waitFor();
      await page.getByText('flows/guide.en.md:').first().waitFor();
      await page.getByRole('heading', { name: 'Which rules apply here?' }).waitFor();
    } finally {
      await browser.close();
      preview.close();
      made.remove();
    }
  });

  test('the built-in content has the same layout, without mistakes', async () => {
    const { problems } = await checkFolder('content', await loadCompiler());
    assert.deepEqual(problems, []);
  });
});

test('no agency is named in the code or in the words of the interface', () => {
  const files = ['src', 'locales'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const named = files.filter((file) =>
    /Migrationsverket|Migration Agency/i.test(readFileSync(file, 'utf8')),
  );
  assert.deepEqual(named, []);
});
