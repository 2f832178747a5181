import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { noticeFeed } from '../../tools/build-notices.js';

const folders = /** @type {string[]} */ ([]);
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A copy of the content with other words in both files of a notice. @param {string} stem @param {[string, string][]} changes */
function changed(stem, changes) {
  const folder = mkdtempSync(join(tmpdir(), 'lucka-notices-'));
  folders.push(folder);
  cpSync('content', folder, { recursive: true });
  for (const lang of ['en', 'sv']) {
    const file = join(folder, `notices/${stem}.${lang}.md`);
    let text = readFileSync(file, 'utf8');
    for (const [from, to] of changes) {
      assert.ok(text.includes(from), from);
      text = text.replaceAll(from, to);
    }
    writeFileSync(file, text);
  }
  return folder;
}

const PUBLISHED = '2027-02-22T09:00:00+01:00';
const CLOSES = '2027-03-31T17:00:00+02:00';

describe('the feed of content/notices', () => {
  it('contains an interruption, a disturbance and a closure, in both languages, without marks', async () => {
    const { notices, generatedAt } = await noticeFeed();
    assert.deepEqual(notices.map(({ kind }) => kind).sort(), ['closure', 'disruption', 'planned']);
    for (const notice of notices) {
      const { title, body, whatToDo } = /** @type {any} */ (notice);
      for (const texts of [title, body, whatToDo]) {
        assert.ok(texts.en.length && texts.sv.length);
        assert.notDeepEqual(texts.en, texts.sv);
      }
    }
    assert.doesNotMatch(JSON.stringify(notices), /editorial|\[\^/);
    assert.equal(generatedAt, PUBLISHED);
  });

  /** @type {[string, string, boolean][]} */
  const vectors = [
    ['2027-02-26T04:00:00+01:00', '2027-03-28T04:00:00+02:00', true],
    ['2027-10-02T04:00:00+02:00', '2027-11-01T03:59:00+01:00', false],
  ];
  for (const [publishedAt, closesAt, isLawful] of vectors) {
    it(`${isLawful ? 'contains' : 'must not contain'} a closure announced ${publishedAt} for ${closesAt}`, async () => {
      const folder = changed('messages-close', [
        [PUBLISHED, publishedAt],
        [CLOSES, closesAt],
      ]);
      if (isLawful) assert.equal((await noticeFeed(folder)).notices.length, 3);
      else {
        const says = /notices\/messages-close\.en\.md:\d+ closure-30-days: closesAt/;
        await assert.rejects(noticeFeed(folder), says);
      }
    });
  }

  it('cannot be built if a language is missing, and the error names the file', async () => {
    const folder = changed('messages-close', []);
    rmSync(join(folder, 'notices/messages-close.sv.md'));
    await assert.rejects(noticeFeed(folder), /messages-close\.en\.md:1 missing-language/);
  });
});
