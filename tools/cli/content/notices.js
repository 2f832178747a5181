/**
 * A notice consists of two files, and must follow the rules of the banner, which are implemented in
 * src/elements/maintenance-banner/notices/notice-rules.ts.
 */

/**
 * @typedef {object} NoticeFile
 * @property {string} file
 * @property {string} stem
 * @property {Record<string, any>} meta
 * @property {string} body
 * @property {(key: string) => number} lineOf
 */
/** @typedef {(file: string, line: number, message: string) => void} Report */
/**
 * @typedef {object} NoticeRules
 * @property {(notice: unknown) => readonly { rule: string, member: string }[]} validateNotice
 * @property {(text: string) => string} stripAnnotations
 * @property {Readonly<Record<string, readonly (string | null)[]>>} values those that the contract lists, by member: `kind`, `reason`,
 *   `scope`, `impact`
 */

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

/** Members that are the same in both languages, in the order of the feed. */
const FACTS = [
  ...['publishedAt', 'startsAt', 'endsAt', 'verifyingAt', 'endedAt', 'closesAt', 'scope'],
  ...['affected', 'unaffected', 'impact', 'moreHref', 'dismissible'],
];

/**
 * Combines two files to a notice of the feed.
 *
 * @param {NoticeFile | undefined} en
 * @param {NoticeFile | undefined} sv
 * @param {NoticeRules} rules
 * @returns {Record<string, unknown>}
 */
export function noticeOf(en, sv, { stripAnnotations }) {
  const strip = (/** @type {unknown} */ value) => stripAnnotations(String(value ?? ''));
  const meta = { ...sv?.meta, ...en?.meta };
  const both = (/** @type {(document: NoticeFile) => unknown} */ read) => ({
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

/** @param {NoticeFile} en @param {NoticeFile} sv @param {NoticeRules} rules @param {Report} report */
export function checkNotice(en, sv, rules, report) {
  const notice = noticeOf(en, sv, rules);
  for (const { rule, member } of rules.validateNotice(notice)) {
    const texts = /** @type {Record<string, string>} */ (notice[member]);
    // A text is missing in one file; a date is in both.
    const where = rule !== 'missing-language' ? [en, sv] : texts.en ? [sv] : [en];
    for (const { file, lineOf } of where)
      report(file, lineOf(member), `${rule}: ${member} ${ADVICE[rule]}`);
  }
  for (const { file, stem, meta, lineOf } of [en, sv]) {
    if (`notices/${meta.id}` !== stem)
      report(file, lineOf('id'), `the id is not the name of the file: ${meta.id}`);
    for (const [name, values] of Object.entries(rules.values))
      if (!values.includes(meta[name]))
        report(file, lineOf(name), `${name} is not one of ${values.join(', ')}`);
  }
}

/**
 * The banner's feed, in the format of the contract's `GET /notices`.
 *
 * @param {readonly Record<string, unknown>[]} notices
 */
export function feedOf(notices) {
  // Not the time of the build: builds are reproducible.
  const published = notices.map(({ publishedAt }) => String(publishedAt));
  const generatedAt = published.sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? '';
  return { generatedAt: generatedAt || new Date(0).toISOString(), notices };
}
