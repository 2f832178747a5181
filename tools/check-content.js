import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isMain } from './is-main.js';
import { NotUtf8Error, readUtf8 } from './cli/read-utf8.js';
import { checkCopies } from './content-checks/copies.js';
import { checkFacts } from './content-checks/facts.js';
import { checkFlow, isFlow } from './content-checks/flow.js';
import { compareLanguages } from './content-checks/languages.js';
import { checkNotice } from './cli/content/notices.js';
import { noticeRules } from './content-checks/notice-rules.js';
import { checkOffices } from './content-checks/offices.js';
import { readSource } from './content-checks/read.js';
import { checkSources } from './content-checks/sources.js';
import { checkStatements, citedIn, TERMS_SENTENCES } from './content-checks/statements.js';
import { checkStructure, checkTerms } from './content-checks/structure.js';
import { checkCompiles } from './content-checks/compiles.js';

/**
 * `npm run check:content [folder] [-- --sources folder]`: reports every fault with file and line. With the folder of the
 * source texts it also finds copied text.
 */

/** @typedef {import('./content-checks/read.js').SourceDocument} SourceDocument */
/** @typedef {{ file: string, line: number, message: string }} Problem */

/**
 * @param {string} folder
 * @param {{ sources?: string }} [options] the folder of the source texts
 * @returns {Promise<{ problems: Problem[], summary: string[] }>}
 */
export async function checkContent(folder, { sources } = {}) {
  /** @type {Problem[]} */
  const problems = [];
  const report = (
    /** @type {string} */ file,
    /** @type {number} */ line,
    /** @type {string} */ message,
  ) => {
    const isKnown = problems.some((each) => each.file === file && each.message === message);
    if (!isKnown) problems.push({ file, line, message });
  };
  checkCharacters(folder, report);
  // A file that cannot be decoded cannot be checked further.
  if (problems.length) return { problems, summary: [] };
  const files = filesIn(folder, /\.(?:en|sv)\.md$/);
  /** @type {Map<string, SourceDocument>} */
  const documents = new Map();
  /** @type {string[]} */
  const proofs = [];
  for (const file of files) {
    const document = await readSource(folder, file, report);
    documents.set(file, document);
    await checkDocument(document, folder, report);
    if (isFlow(document)) proofs.push(await checkFlow(document, folder, report));
  }
  for (const document of documents.values()) compareWithOther(document, documents, report);
  checkSources(folder, report);
  if (sources) checkCopies(folder, filesIn(folder, /\.md$/), sources, report);
  return { problems, summary: [...summaryOf([...documents.values()]), ...proofs] };
}

/** @param {string} folder @param {import('./content-checks/read.js').Report} report */
function checkCharacters(folder, report) {
  for (const file of filesIn(folder, /\.md$/)) {
    try {
      readUtf8(join(folder, file));
    } catch (error) {
      if (!(error instanceof NotUtf8Error)) throw error;
      report(file, error.line, error.message);
    }
  }
}

/** @param {SourceDocument} document @param {string} folder @param {import('./content-checks/read.js').Report} report */
async function checkDocument(document, folder, report) {
  await checkCompiles(document, folder, report);
  checkStructure(document, report);
  checkStatements(document, report);
  const isTerms = document.stem === 'terms/my-page';
  if (isTerms) checkTerms(document, report);
  checkFacts(document, isTerms ? TERMS_SENTENCES : [], report);
  if (document.stem === 'booking/offices') checkOffices(document, report);
}

/** @param {SourceDocument} document @param {Map<string, SourceDocument>} documents @param {import('./content-checks/read.js').Report} report */
function compareWithOther(document, documents, report) {
  const { stem, lang, file } = document;
  const other = documents.get(`${stem}.${lang === 'en' ? 'sv' : 'en'}.md`);
  if (!other)
    report(file, 1, `there is no ${lang === 'en' ? 'Swedish' : 'English'} file beside it`);
  else if (lang === 'en') {
    compareLanguages(document, other, report);
    if (stem.startsWith('notices/')) checkNotice(document, other, noticeRules, report);
  }
}

/** @param {SourceDocument[]} documents @returns {string[]} */
function summaryOf(documents) {
  const statements = documents.flatMap((document) => document.statements);
  const editorial = statements.filter(({ cites }) => cites.includes('editorial')).length;
  const terms = documents.find(({ file }) => file === 'terms/my-page.en.md');
  const cited = TERMS_SENTENCES.filter((number) => terms && citedIn(terms).has(number)).length;
  return [
    `${documents.length} files, ${statements.length - editorial} statements with a source, ${editorial} editorial`,
    `terms: ${cited} of ${TERMS_SENTENCES.length} sentences of the source cited`,
  ];
}

/** @param {string} folder @param {RegExp} pattern */
const filesIn = (folder, pattern) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file))
    .sort();

if (isMain(import.meta.url)) {
  const args = process.argv.slice(2);
  const at = args.indexOf('--sources');
  const sources = at < 0 ? undefined : args.splice(at, 2)[1];
  const folder = args[0] ?? 'content';
  const { problems, summary } = await checkContent(folder, { sources });
  for (const { file, line, message } of problems)
    console.error(`${join(folder, file)}:${line} ${message}`);
  for (const line of summary) console.log(line);
  console.log(problems.length ? `${problems.length} problems` : 'The content holds.');
  process.exitCode = problems.length ? 1 : 0;
}
