import { readdirSync, writeFileSync } from 'node:fs';
import { checkNotice, feedOf, noticeOf } from './cli/content/notices.js';
import { noticeRules, noticeValues } from './content-checks/notice-rules.js';
import { readSource } from './content-checks/read.js';

/**
 * content/notices/*.{en,sv}.md -> the banner's feed, in the format of the contract's `GET /notices`. Rejects notices that
 * break a rule, such as a closure that is announced less than 30 days in advance.
 */

/**
 * @param {string} [folder] of the content
 * @returns {Promise<{ generatedAt: string, notices: readonly Record<string, unknown>[] }>}
 * @throws {Error} with file and line of every fault
 */
export async function noticeFeed(folder = 'content') {
  /** @type {string[]} */
  const problems = [];
  const report = (
    /** @type {string} */ file,
    /** @type {number} */ line,
    /** @type {string} */ message,
  ) => void problems.push(`${folder}/${file}:${line} ${message}`);
  const files = readdirSync(`${folder}/notices`).filter((file) => /\.(?:en|sv)\.md$/.test(file));
  const stems = [...new Set(files.map((file) => file.replace(/\.(?:en|sv)\.md$/, '')))].sort();
  const notices = [];
  for (const stem of stems) {
    const read = async (/** @type {string} */ lang) =>
      files.includes(`${stem}.${lang}.md`)
        ? readSource(folder, `notices/${stem}.${lang}.md`, report)
        : undefined;
    const [en, sv] = [await read('en'), await read('sv')];
    const only = en ?? sv;
    if (en && sv) checkNotice(en, sv, noticeRules, report);
    else if (only)
      report(
        only.file,
        1,
        `missing-language: there is no ${en ? 'Swedish' : 'English'} file beside it`,
      );
    notices.push(noticeOf(en, sv, noticeRules));
  }
  if (problems.length) throw new Error(`The notices cannot be published:\n${problems.join('\n')}`);
  return feedOf(notices);
}

/** Writes dist/notices.json and cdn/notices.json, and for `lucka-content` the values that the contract lists. */
export async function buildNotices() {
  const feed = `${JSON.stringify(await noticeFeed(), null, 2)}\n`;
  for (const folder of ['dist', 'cdn']) writeFileSync(`${folder}/notices.json`, feed);
  writeFileSync('dist/notice-values.json', `${JSON.stringify(noticeValues)}\n`);
}
