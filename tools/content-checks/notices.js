import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { importTs } from '../import-ts.js';

/**
 * A notice consists of two files, and must follow the rules of the banner, which are implemented in
 * src/elements/maintenance-banner/notices/notice-rules.ts.
 */

/** @typedef {import('./read.js').SourceDocument} SourceDocument */
/** @typedef {import('./read.js').Report} Report */

const rules = importTs('src/elements/maintenance-banner/notices/notice-rules.ts');
const annotations = importTs('src/content/strip-annotations.ts');

/** What an editor has to do. @type {Record<string, string>} */
const ADVICE = {
  required: 'is missing',
  'missing-language': 'must stand in both languages',
  'no-offset': 'needs its offset from UTC, such as +01:00',
  'date-time': 'is no moment',
  'end-before-start': 'is before startsAt',
  'closure-30-days':
    'must be 30 Swedish calendar days after publishedAt, at the same time of day, or later',
};

/** Members whose values the contract lists. */
const LISTED = ['kind', 'reason', 'scope', 'impact'];
const contract = parse(
  readFileSync(new URL('../../src/services/openapi.yaml', import.meta.url), 'utf8'),
);
const { properties } = contract.components.schemas.Notice;

/** Members that are the same in both languages, in the order of the feed. */
const FACTS = [
  ...['publishedAt', 'startsAt', 'endsAt', 'verifyingAt', 'endedAt', 'closesAt', 'scope'],
  ...['affected', 'unaffected', 'impact', 'moreHref', 'dismissible'],
];

/**
 * Combines two files to a notice of the feed.
 *
 * @param {SourceDocument | undefined} en
 * @param {SourceDocument | undefined} sv
 * @returns {Promise<Record<string, unknown>>}
 */
export async function noticeOf(en, sv) {
  const { stripAnnotations } = await annotations;
  const strip = (/** @type {unknown} */ value) => stripAnnotations(String(value ?? ''));
  const meta = { ...sv?.meta, ...en?.meta };
  const both = (/** @type {(document: SourceDocument) => unknown} */ read) => ({
    sv: sv ? read(sv) : undefined,
    en: en ? read(en) : undefined,
  });
  const { id, revision, kind, reason } = meta;
  return {
    ...{ id, revision, kind, reason },
    title: both((document) => strip(document.meta.title)),
    body: both((document) => strip(document.body)),
    ...Object.fromEntries(
      FACTS.filter((name) => meta[name] !== undefined).map((name) => [name, meta[name]]),
    ),
    whatToDo: both((document) => [document.meta.whatToDo ?? []].flat().map(strip)),
  };
}

/** @param {SourceDocument} en @param {SourceDocument} sv @param {Report} report */
export async function checkNotice(en, sv, report) {
  const notice = await noticeOf(en, sv);
  const { validateNotice } = await rules;
  for (const { rule, member } of validateNotice(notice)) {
    const texts = /** @type {Record<string, string>} */ (notice[member]);
    // A text is missing in one file; a date is in both.
    const where = rule !== 'missing-language' ? [en, sv] : texts.en ? [sv] : [en];
    for (const { file, lineOf } of where)
      report(file, lineOf(member), `${rule}: ${member} ${ADVICE[rule]}`);
  }
  for (const { file, stem, meta, lineOf } of [en, sv]) {
    if (`notices/${meta.id}` !== stem)
      report(file, lineOf('id'), `the id is not the name of the file: ${meta.id}`);
    for (const name of LISTED)
      if (!properties[name].enum.includes(meta[name]))
        report(file, lineOf(name), `${name} is not one of ${properties[name].enum.join(', ')}`);
  }
}
