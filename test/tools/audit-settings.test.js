import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parseAction } from '../../tools/cli/audit/actions.js';
import { plainError } from '../../tools/cli/audit/open.js';
import { readSettings } from '../../tools/cli/audit/settings.js';
import { findPages } from '../../tools/cli/audit/sources.js';
import { auditSite } from '../support/audit-site.js';
import { freePort } from '../support/free-port.js';
import { page } from '../support/seeded-page.js';

const folder = mkdtempSync(join(tmpdir(), 'lucka-settings-'));
const write = (/** @type {string} */ name, /** @type {unknown} */ data) => {
  const file = join(folder, name);
  writeFileSync(file, typeof data === 'string' ? data : JSON.stringify(data));
  return file;
};
/** @param {string[]} words @returns {Promise<import('../../tools/cli/audit/settings.js').Settings>} */
const settings = async (...words) => {
  const wanted = await readSettings(words);
  assert.equal(wanted.kind, 'audit');
  return wanted.kind === 'audit' ? wanted.settings : assert.fail();
};
after(() => rmSync(folder, { recursive: true, force: true }));

describe('the settings of the audit', () => {
  test('take many addresses, all of them audited', async () => {
    const { pages, views, failOn, timeout, atOnce, engines } = await settings(
      'http://a.test/',
      'http://b.test/',
    );
    assert.deepEqual(pages, ['http://a.test/', 'http://b.test/']);
    assert.deepEqual([views.length, failOn, timeout, atOnce], [6, 'aa', 20_000, 2]);
    assert.deepEqual(engines, ['axe']);
  });

  test('refuse what is no address, an unknown option and a wrong value, each with its name', async () => {
    /** @type {[string[], RegExp][]} */
    const wrong = [
      [['page.html'], /page\.html is no address/],
      [['javascript:alert(1)'], /is no address/],
      [['http://a.test/', '--viwe', 'dark'], /--viwe/],
      [['http://a.test/', '--view', 'purple'], /purple/],
      [['http://a.test/', '--view', 'dark:12'], /200 and 4000/],
      [['http://a.test/', '--timeout', 'soon'], /--timeout soon/],
      [['http://a.test/', '--fail-on', 'b'], /a, aa, advice/],
      [['http://a.test/', '--format', 'pdf'], /junit, github, markdown, csv/],
      [['http://a.test/', '--engine', 'axe,wave'], /--engine wave: there are axe, ibm, alfa/],
      [['http://a.test/', '--header', 'nothing'], /Name: value/],
      [['http://a.test/', '--cookie', 'nothing'], /name=value/],
      [['http://a.test/', '--action', 'dance'], /There are: click/],
      [['http://a.test/', '--update-baseline'], /needs --baseline/],
      [['http://a.test/', '--storage-state', '/not/there.json'], /not\/there\.json is not there/],
      [['--json'], /Nothing to audit/],
      [['--compare', 'a.json'], /two results/],
    ];
    for (const [words, message] of wrong) await assert.rejects(readSettings(words), message);
  });

  test('come from a configuration file; the command line goes before it', async () => {
    const file = write('good.json', {
      pages: [
        'http://a.test/',
        {
          ...{ address: 'http://b.test/', actions: ['accept-terms'] },
          states: [{ name: 'second step', actions: [{ click: 'text=Next' }] }],
        },
      ],
      ...{ views: ['dark:320'], locales: ['sv-SE'], failOn: 'a', threshold: 3, timeout: 5 },
      engines: ['axe', 'ibm'],
      ignore: [{ rule: 'reflow', reason: 'New design', owner: 'Web team', until: '2027-01-01' }],
    });
    const read = await settings('--config', file, '--fail-on', 'advice');
    assert.deepEqual(read.views, [{ scheme: 'dark', width: 320, locale: 'sv-SE' }]);
    assert.deepEqual([read.failOn, read.threshold, read.timeout], ['advice', 3, 5000]);
    assert.deepEqual(read.engines, ['axe', 'ibm']);
    const { engines } = await settings('--config', file, '--engine', 'alfa', '--engine', 'axe,ibm');
    assert.deepEqual(engines, ['alfa', 'axe', 'ibm']);
    const { pages, close } = await findPages(read);
    close();
    assert.deepEqual(pages[1]?.actions, [{ 'accept-terms': true }]);
    assert.deepEqual(pages[1]?.states?.[0]?.actions, [{ click: 'text=Next' }]);
  });

  test('name each place of a configuration file that is wrong', async () => {
    const file = write('bad.json', {
      ...{ pages: ['http://a.test/'], viws: [], failOn: 'b' },
      ignore: [{ rule: 'reflow', reason: 'New design' }],
    });
    await assert.rejects(readSettings(['--config', file]), (/** @type {Error} */ { message }) => {
      for (const part of ['viws', '/failOn', '/ignore/0', 'owner', 'until'])
        assert.ok(message.includes(part), `${part} is not in: ${message}`);
      return true;
    });
    await assert.rejects(readSettings(['--config', write('none.json', '{')]), /none\.json/);
    await assert.rejects(readSettings(['--config', join(folder, 'gone.json')]), /gone\.json/);
  });

  test('read actions as they are written', () => {
    assert.deepEqual(parseAction('click text=Next'), { click: 'text=Next' });
    assert.deepEqual(parseAction('type #name=Anna = Bo'), { type: '#name', text: 'Anna = Bo' });
    assert.deepEqual(parseAction('type input[name="a"]=b'), { type: 'input[name="a"]', text: 'b' });
    assert.throws(() => parseAction('click'), /says nothing after/);
  });
});

describe('the sources of the audit', () => {
  /** @type {Awaited<ReturnType<typeof auditSite>>} */
  let site;
  before(async () => {
    site = await auditSite({
      '/sitemap.xml': {
        type: 'application/xml',
        body: '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://live.example/a?x=1&amp;y=2</loc></url><url><loc>https://live.example/old/b</loc></url></urlset>',
      },
      '/text': 'no sitemap',
      '/endless.xml': { type: 'application/xml', body: '<urlset>', isOpen: true },
      '/endless/index.json': { type: 'application/json', body: '{', isOpen: true },
    });
  });
  after(() => site.close());
  const sources = (/** @type {object} */ parts) => findPages({ pages: [], actions: [], ...parts });

  test('a sitemap, with its host replaced and patterns left out', async () => {
    const { pages, close } = await sources({
      sitemap: {
        ...{ address: `${site.base}/sitemap.xml`, find: 'https://live.example' },
        ...{ replace: 'http://127.0.0.1:1', exclude: ['**/old/**'] },
      },
    });
    close();
    assert.deepEqual(
      pages.map(({ address }) => address),
      ['http://127.0.0.1:1/a?x=1&y=2'],
    );
  });

  test('what is no sitemap, no folder or no Storybook is told', async () => {
    await assert.rejects(sources({ sitemap: { address: `${site.base}/text` } }), /is no sitemap/);
    await assert.rejects(sources({ sitemap: { address: `${site.base}/none` } }), /answered 404/);
    await assert.rejects(sources({ folder: { path: join(folder, 'none') } }), /is no folder/);
    await assert.rejects(sources({ storybook: { source: folder } }), /is no built Storybook/);
  });

  test('what does not end is given up after the time limit', async () => {
    const timeout = 300;
    const sitemap = { address: `${site.base}/endless.xml` };
    await assert.rejects(sources({ sitemap, timeout }), /did not answer within 0\.3 s/);
    const storybook = { source: `${site.base}/endless` };
    await assert.rejects(sources({ storybook, timeout }), /did not answer within 0\.3 s/);
  });

  test('the .html files of a folder, by names that stay the same', async () => {
    const root = join(folder, 'site');
    mkdirSync(join(root, 'a b'), { recursive: true });
    for (const name of ['index.html', 'a b/c.html', 'draft.html', 'x.js'])
      writeFileSync(join(root, name), '<p>');
    const { pages, close } = await sources({ folder: { path: root, exclude: ['draft.html'] } });
    const [first] = pages;
    const answer = await fetch(first?.address ?? '');
    close();
    assert.deepEqual(
      pages.map(({ name }) => name),
      ['/a b/c.html', '/index.html'],
    );
    assert.equal(answer.status, 200);
  });

  test('the stories of a built Storybook', async () => {
    const root = join(folder, 'storybook');
    mkdirSync(root);
    const entries = {
      a: { type: 'story', id: 'button--default', tags: [] },
      b: { type: 'docs', id: 'button--docs' },
      c: { type: 'story', id: 'field--default' },
    };
    writeFileSync(join(root, 'index.json'), JSON.stringify({ entries }));
    const { pages, close } = await sources({ storybook: { source: root, include: ['field--*'] } });
    close();
    assert.deepEqual(
      pages.map(({ story }) => story?.id),
      ['field--default'],
    );
  });
});

describe('what the browser says', () => {
  test('becomes one plain sentence', () => {
    const say = (/** @type {string} */ text) =>
      plainError(new Error(text), 'http://a.test/', 20_000);
    assert.equal(
      say('page.goto: net::ERR_NAME_NOT_RESOLVED at http://a.test/\nCall log:\n\u001b[2m - x'),
      'http://a.test/ cannot be found: its host has no address.',
    );
    assert.equal(
      say('page.goto: net::ERR_CONNECTION_REFUSED at x'),
      'http://a.test/ refused the connection.',
    );
    assert.equal(
      say('page.goto: Timeout 20000ms exceeded.\nCall log'),
      'http://a.test/ did not answer within 20 s.',
    );
    assert.equal(say('\u001b[31mOdd\u001b[39m\nmore'), 'http://a.test/: Odd');
  });
});

describe('the command', () => {
  /** @type {Awaited<ReturnType<typeof auditSite>>} */
  let site;
  before(async () => {
    site = await auditSite({
      '/gate': page(
        '<h2 id="step">First</h2><label>Name <input id="name"></label><button type="button" id="next">Next</button><p id="place"></p>',
        `document.querySelector('#next').addEventListener('click', () => {
          document.querySelector('#place').innerHTML = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" width="40" height="40" class="' + document.querySelector('#name').value + document.cookie + '">';
        });`,
      ),
      '/fine': page('<p>Everything is in order.</p>'),
    });
  });
  after(() => site.close());
  /** @param {string[]} words @returns {Promise<{ code: number | null, out: string, err: string }>} */
  const run = (...words) =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['tools/cli/lucka-audit.js', ...words]);
      let [out, err] = ['', ''];
      child.stdout.on('data', (data) => (out += data));
      child.stderr.on('data', (data) => (err += data));
      child.on('close', (code) => resolve({ code, out, err }));
    });
  /** One rule and one view: what is tested is what leads there and what follows. */
  const LITTLE = ['--rule', 'axe image-alt', '--view', 'light'];

  test('audits what comes after its actions, with cookies and headers, and ends with 1', async () => {
    const out = join(folder, 'out');
    const baseline = join(folder, 'baseline.json');
    const acts = [
      '--action',
      'type #name=Anna',
      '--action',
      'click #next',
      '--action',
      'wait-for img',
    ];
    const more = [
      '--json',
      '--cookie',
      'who=me',
      '--header',
      'X-Test: yes',
      '--format',
      'junit,github',
    ];
    const failing = ['--action', 'click #gone', '--timeout', '1'];
    const only = [`${site.base}/gate`, ...LITTLE, '--out', out, ...acts];
    const nobody = `http://127.0.0.1:${await freePort()}/`;
    const lostOut = join(folder, 'lost');
    const [acted, allowed, lost, stuck] = await Promise.all([
      run(...only, ...more),
      run(...only, '--out', join(folder, 'allowed'), '--threshold', '1'),
      run(`${site.base}/fine`, nobody, ...LITTLE, '--out', lostOut),
      run(`${site.base}/fine`, ...LITTLE, '--out', join(folder, 'stuck'), ...failing),
    ]);
    assert.equal(acted.code, 1, acted.err);
    const json = acted.out.slice(acted.out.indexOf('\n{') + 1);
    const [finding] = JSON.parse(json).findings;
    assert.match(finding.target.html, /class="Annawho=me"/);
    assert.ok(site.asked.some(({ headers }) => headers['x-test'] === 'yes'));
    assert.match(acted.out, /^::error title=axe image-alt 1\.1\.1::/m);
    assert.match(acted.err, /1 of 1: /);
    assert.match(readFileSync(join(out, 'junit.xml'), 'utf8'), /<failure /);

    assert.equal(allowed.code, 0, 'one failure is allowed by --threshold 1');
    assert.match(allowed.err, /1 failures/);

    assert.equal(lost.code, 2);
    assert.match(lost.err, / \[light 1280\] was not audited: .*refused the connection\./);
    assert.match(lost.err, /2 views in/);
    const { results } = JSON.parse(readFileSync(join(lostOut, 'results.json'), 'utf8'));
    assert.deepEqual(
      results.map((/** @type {{ status: string }} */ { status }) => status),
      ['audited', 'not audited'],
      'what could be audited is written',
    );
    assert.match(stuck.err, /The action \{"click":"#gone"\} could not be done within 1 s/);

    const known = await run(...only, '--baseline', baseline, '--update-baseline');
    assert.equal(known.code, 0, known.err);
    const again = await run(...only, '--baseline', baseline);
    assert.equal(again.code, 0, again.err);
    assert.match(again.err, /1 known before/);
  });

  test('compares two results, and ends with 1 when there is a new failure', async () => {
    const found = (/** @type {string[]} */ ...ids) => ({
      date: '2026-11-27',
      findings: ids.map((id) => ({
        ...{ id, kind: 'failure', rule: 'reflow', criteria: ['1.4.10'], message: '' },
        page: 'http://a.test/',
      })),
    });
    const [before, after] = [
      write('before.json', found('a')),
      write('after.json', found('a', 'b')),
    ];
    const [worse, better] = await Promise.all([
      run('--compare', before, after),
      run('--compare', after, before),
    ]);
    assert.equal(worse.code, 1);
    assert.match(worse.out, /^\+ failure reflow 1\.4\.10 http:\/\/a\.test\/$/m);
    assert.equal(better.code, 0);
    assert.match(better.out, /^0 new, 1 gone, 1 as before$/m);
  });

  test('says what it does, what it is, and what is wrong with what it was given', async () => {
    const [help, wrong, version, rule] = await Promise.all([
      run('--help'),
      run('not an address'),
      run('--version'),
      run('http://a.test/', '--rule', 'image-alt'),
    ]);
    assert.equal(help.code, 0);
    assert.match(help.out, /npx lucka-audit <address…>/);
    assert.equal(wrong.code, 2);
    assert.match(version.out, /^\d+\.\d+\.\d+$/m);
    assert.equal(rule.code, 2);
    assert.match(rule.err, /There is no rule "image-alt": .* such as "axe image-alt"/);
  });
});
