import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePart } from './compile.js';
import { WORD_LISTS } from './layout.js';
import { checkNotice } from './notices.js';
import { readFolder } from './read-folder.js';
import { checkUnits, readUnits } from './words.js';

/** @typedef {import('./read-folder.js').SourceFile} SourceFile */
/** @typedef {import('./read-folder.js').Problem} Problem */
/** @typedef {Awaited<ReturnType<typeof import('./load-compiler.js').loadCompiler>>} Compiler */
/** @typedef {(file: string, line: number, message: string) => void} Report */

/** Keys of the front matter that are the same in all languages, of any document. */
const SAME_KEYS = [
  'id',
  'version',
  'effective',
  'published',
  'material',
  'supersedes',
  'start',
  'result',
];
/** What the interface itself is translated to. */
const OWN_LANGUAGES = ['en', 'sv'];

/**
 * Checks a content folder: every complaint has its file and line, and says what to write.
 *
 * @param {string} folder
 * @param {Compiler} compiler
 * @returns {Promise<{ content: ReturnType<typeof readFolder>, problems: Problem[], summary: string[] }>}
 */
export async function checkFolder(folder, compiler) {
  const content = readFolder(folder, compiler.readFrontMatter);
  const { files, sources, locales } = content;
  /** @type {Problem[]} */
  const problems = [...content.problems];
  /** @type {Report} */
  const report = (file, line, message) => {
    if (
      !problems.some((each) => each.file === file && each.line === line && each.message === message)
    )
      problems.push({ file, line: Math.max(line, 1), message });
  };
  const languages = files.flatMap(({ kind, lang }) => (kind.carrier === 'agency' ? [lang] : []));
  if (!languages.length)
    report(
      'agency.sv.md',
      1,
      'is missing: it names the agency, and which languages the content has',
    );
  /** @type {string[]} */
  const summary = [];
  for (const file of files) {
    checkFrontMatter(file, report);
    checkSections(file, report);
    await checkCompiles(file, compiler, sources, report);
    if (file.kind.carrier === 'flow') summary.push(checkFlow(file, compiler, report));
    if (file.stem === 'booking/offices') checkOffices(file, report);
    if (sources) checkSources(file, sources, report);
    if (!languages.includes(file.lang))
      report(
        file.file,
        1,
        `there is no agency.${file.lang}.md: without it the content has no texts in "${file.lang}"`,
      );
  }
  compareLanguages(files, languages, report);
  checkNotices(files, compiler, report);
  checkLocales(folder, locales, languages, compiler, report);
  problems.sort((one, other) => one.file.localeCompare(other.file) || one.line - other.line);
  return {
    content,
    problems,
    summary: [
      `${files.length} files in ${languages.join(', ')}`,
      ...summary,
      ...adviceOnLetter(files),
    ],
  };
}

/**
 * An agency that sends no letter has no text about it. The picker would ask for one all the same, unless the page says otherwise.
 *
 * @param {readonly SourceFile[]} files
 * @returns {string[]}
 */
function adviceOnLetter(files) {
  const visit = files.find(({ stem }) => stem === 'booking/visit');
  if (!visit || visit.headings.some(({ id }) => id === 'gate')) return [];
  return [
    'booking/visit has no section {#gate}: write letter-gate="passed" on <lucka-booking-picker>, which asks for a letter otherwise',
  ];
}

/** @param {SourceFile} file @param {Report} report */
function checkFrontMatter({ file, stem, lang, kind, meta, lineOf, source }, report) {
  if (!/^\uFEFF?---\r?\n/.test(source)) {
    report(
      file,
      1,
      'there is no front matter: begin with a line ---, then keys such as "version: …", then a line ---',
    );
    return;
  }
  if (meta['lang'] !== lang)
    report(
      file,
      lineOf('lang'),
      `write "lang: ${lang}", as in the name of the file, not "${meta['lang'] ?? ''}"`,
    );
  for (const key of kind.keys)
    if (meta[key] === undefined || meta[key] === '')
      report(file, 1, `the front matter lacks "${key}"`);
  if (kind.carrier === 'terms' && meta['id'] !== undefined && `terms/${meta['id']}` !== stem)
    report(
      file,
      lineOf('id'),
      `write "id: ${stem.slice(6)}", as the file is called: the element finds terms by it`,
    );
  for (const key of ['effective', 'published', 'reviewed', 'review-by'])
    if (meta[key] && !/^\d{4}-\d\d-\d\d$/.test(String(meta[key])))
      report(file, lineOf(key), `"${meta[key]}" is no day: write it as 2026-12-01`);
  for (const [key, value] of Object.entries(meta))
    if (/\{\{|\bTODO\b/.test(String(value))) report(file, lineOf(key), `"${key}" is not filled in`);
}

/** @param {SourceFile} file @param {Report} report */
function checkSections({ file, kind, headings, body, source }, report) {
  const before = source.split(/\r\n?|\n/).length - body.split('\n').length;
  body.split('\n').forEach((text, index) => {
    const line = before + index + 1;
    if (/^#{2,}\s/.test(text) && kind.sections && !/\{#[\w-]+\}/.test(text))
      report(
        file,
        line,
        `write the id that says where this text is shown, such as "${text.trim()} {#${kind.sections[0]}}"`,
      );
    if (/^#{1,6}[^#\s]/.test(text))
      report(
        file,
        line,
        `write a space after the #: "${text.replace(/^(#+)/, '$1 ').slice(0, 60)}"`,
      );
  });
  for (const [index, { id, line }] of headings.entries()) {
    const first = headings.findIndex((each) => each.id === id);
    if (first < index)
      report(
        file,
        line,
        `the id {#${id}} stands on line ${headings[first]?.line} too: choose another one`,
      );
  }
  if (!kind.sections) return;
  const known = [...kind.sections, ...(kind.optional ?? [])];
  const found = headings.map(({ id }) => id);
  for (const id of kind.sections)
    if (!found.includes(id)) report(file, 1, `the section {#${id}} is missing`);
  for (const { id, level, line } of headings) {
    if (!known.includes(id))
      report(
        file,
        line,
        `nothing shows the section {#${id}}: the ids here are ${known.join(', ')}`,
      );
    const wanted = WORD_LISTS.includes(id) ? 3 : 2;
    if (known.includes(id) && level !== wanted)
      report(file, line, `write ${'#'.repeat(wanted)} before {#${id}}, not ${'#'.repeat(level)}`);
  }
}

/** @param {SourceFile} file @param {Compiler} compiler @param {string} sources @param {Report} report */
async function checkCompiles({ file, kind, source, body, lineOf }, compiler, sources, report) {
  if (kind.carrier === 'flow') return;
  try {
    const { plain } = await compiler.compileDocument(source);
    if (plain)
      report(
        file,
        1,
        'a paragraph or a list in here is too long or too deeply nested: people would see plain text. Divide it',
      );
    if (kind.carrier === 'composer')
      await compilePart(source, 'form', compiler, { agency: undefined, sources });
  } catch (error) {
    const { message, line = 1 } = /** @type {Error & { line?: number }} */ (error);
    report(file, line, message);
  }
  const first = lineOf('') && source.split(/\r\n?|\n/).length - body.split('\n').length;
  body.split('\n').forEach((text, index) => {
    for (const [, href = ''] of text.matchAll(/\]\(\s*<?([^)\s>]*)/g))
      if (!isSafeLink(href))
        report(
          file,
          first + index + 1,
          `"${href}" is no link that is shown: write https://…, mailto:…, tel:… or #section`,
        );
  });
}

/** @param {string} href */
function isSafeLink(href) {
  try {
    return ['http:', 'https:', 'mailto:', 'tel:'].includes(
      new URL(href, 'https://page.example').protocol,
    );
  } catch {
    return false;
  }
}

/** @param {SourceFile} file @param {Compiler} compiler @param {Report} report @returns {string} */
function checkFlow({ file, source }, { readFlow, proveFlow }, report) {
  const { flow, problems } = readFlow(source);
  const found = problems.length ? problems : proveFlow(flow).problems;
  for (const { line, message } of found) report(file, line, message);
  return found.length
    ? `${file}: not proved`
    : `${file}: every question is reached, every route taken, every section and item shown, and every path has a result`;
}

/** @param {SourceFile} file @param {Report} report */
function checkOffices({ file, source, headings }, report) {
  const lines = source.split(/\r\n?|\n/);
  for (const [index, { id, line }] of headings.entries()) {
    const end = headings[index + 1]?.line ?? lines.length + 1;
    const at = lines.slice(line, end - 1).findIndex((text) => /^- `position`/.test(text));
    if (at < 0) continue;
    const [, lat = '', lon = ''] =
      /^- `position` (-?[\d.]+), (-?[\d.]+)/.exec(lines[line + at] ?? '') ?? [];
    if (!lat || Math.abs(Number(lat)) > 90 || Math.abs(Number(lon)) > 180)
      report(
        file,
        line + at + 1,
        `write the position of ${id} as latitude, longitude: - \`position\` 59.36, 17.97`,
      );
  }
}

/** @param {SourceFile} file @param {string} sources @param {Report} report */
function checkSources({ file, source }, sources, report) {
  source.split(/\r\n?|\n/).forEach((text, index) => {
    for (const [, number] of text.matchAll(/\[\^([A-Z]\d+)\]/g))
      if (!sources.includes(`| ${number} |`))
        report(
          file,
          index + 1,
          `[^${number}] is not in sources.md: add its row, or correct the number`,
        );
  });
}

/** @param {readonly SourceFile[]} files @param {readonly string[]} languages @param {Report} report */
function compareLanguages(files, languages, report) {
  const stems = [...new Set(files.map(({ stem }) => stem))];
  for (const stem of stems) {
    const texts = files.filter((each) => each.stem === stem);
    const [first] = texts;
    if (!first) continue;
    // A feed has Swedish and English.
    const wanted = first.kind.carrier === 'notice' ? OWN_LANGUAGES : languages;
    for (const lang of wanted)
      if (!texts.some((each) => each.lang === lang))
        report(
          first.file,
          1,
          `there is no ${stem}.${lang}.md: people who read the page in "${lang}" would see another language`,
        );
    for (const other of texts.slice(1)) compareTexts(first, other, report);
  }
}

/** @param {SourceFile} first @param {SourceFile} other @param {Report} report */
function compareTexts(first, other, report) {
  if (first.kind.carrier !== 'agency')
    for (const key of SAME_KEYS)
      if (JSON.stringify(first.meta[key]) !== JSON.stringify(other.meta[key]))
        report(other.file, other.lineOf(key), `"${key}" differs from ${first.file}`);
  if (first.kind.carrier === 'flow') return;
  const ids = new Set(other.headings.map(({ id }) => id));
  for (const { id } of first.headings)
    if (!ids.has(id) && !first.kind.sections?.includes(id))
      report(other.file, 1, `the section {#${id}} of ${first.file} is missing`);
}

/** @param {readonly SourceFile[]} files @param {Compiler} compiler @param {Report} report */
function checkNotices(files, { noticeRules }, report) {
  for (const en of files.filter(({ kind, lang }) => kind.carrier === 'notice' && lang === 'en')) {
    const sv = files.find(({ stem, lang }) => stem === en.stem && lang === 'sv');
    if (sv) checkNotice(en, sv, noticeRules, report);
  }
}

/** @param {string} folder @param {readonly string[]} locales @param {readonly string[]} languages @param {Compiler} compiler @param {Report} report */
function checkLocales(folder, locales, languages, { messages }, report) {
  const own = readUnits(messages, () => {});
  for (const lang of locales) {
    const file = `locales/${lang}.xlf`;
    const complain = (/** @type {number} */ line, /** @type {string} */ message) =>
      report(file, line, message);
    if (OWN_LANGUAGES.includes(lang)) {
      complain(1, `the interface is in "${lang}" already: remove this file`);
      continue;
    }
    if (!languages.includes(lang))
      complain(1, `there are no texts in "${lang}": write agency.${lang}.md, or remove this file`);
    const units = readUnits(readFileSync(join(folder, file), 'utf8'), complain);
    if (units.size) checkUnits(units, own, complain);
  }
}
