import { readdirSync, writeFileSync } from 'node:fs';
import { checkNotice, noticeOf } from './content-checks/notices.js';
import { readSource } from './content-checks/read.js';

/**
 * content/notices/*.{en,sv}.md -> the banner's feed, in the format of the contract's `GET /notices`. Rejects notices that
 * break a rule, such as a closure that is announced less than 30 days in advance.
 */

/**
 * @param {string} [folder] of the content
 * @returns {Promise<{ generatedAt: string, notices: Record<string, unknown>[] }>}
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
    if (en && sv) await checkNotice(en, sv, report);
    else if (only)
      report(
        only.file,
        1,
        `missing-language: there is no ${en ? 'Swedish' : 'English'} file beside it`,
      );
    notices.push(await noticeOf(en, sv));
  }
  if (problems.length) throw new Error(`The notices cannot be published:\n${problems.join('\n')}`);
  // Not the time of the build: builds are reproducible.
  const published = notices.map(({ publishedAt }) => String(publishedAt));
  const generatedAt = published.sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? '';
  return { generatedAt: generatedAt || new Date(0).toISOString(), notices };
}

/** Writes dist/notices.json and cdn/notices.json. */
export async function buildNotices() {
  const feed = `${JSON.stringify(await noticeFeed(), null, 2)}\n`;
  for (const folder of ['dist', 'cdn']) writeFileSync(`${folder}/notices.json`, feed);
}
