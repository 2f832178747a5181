import { readFrontMatter, type Meta } from '../front-matter.js';
import { nearest, toFactName } from './suggest.js';

/** The front matter of a flow, checked. */
export interface FlowMeta {
  readonly text: (key: string) => string;
  readonly body: string;
  /** How many lines stand before the body. */
  readonly offset: number;
  /** The line of a key; 1 if it is missing. */
  readonly lineOf: (key: string) => number;
}

type Report = (line: number, rule: string, message: string) => void;

const NEEDED = ['id', 'lang', 'version', 'start', 'result'] as const;
const KEYS = ['lucka', ...NEEDED, 'source', 'reviewed', 'review-by'];
const EXAMPLE =
  '---, then lucka: flow/1, id, lang, version, start and result, each on a line of its own, and --- again';
/** What a value looks like, and what to write where it does not. */
const FORMS: readonly (readonly [key: string, form: RegExp, advice: string])[] = [
  ['lang', /^[a-z]{2,3}(?:-\w{2,8})*$/i, 'write the code of a language, such as lang: sv'],
  ['reviewed', /^\d{4}-\d{2}-\d{2}$/, 'write a day, such as reviewed: "2026-11-22"'],
  ['review-by', /^\d{4}-\d{2}-\d{2}$/, 'write a day, such as review-by: "2027-05-22"'],
  ['source', /^https?:\/\/\S+$/i, 'write an address that begins with https://'],
];

/** @throws {ContentError} when the front matter cannot be read */
export function readFlowMeta(markdown: string, report: Report): FlowMeta {
  const repaired = repairFences(markdown, report);
  const { meta, body, offset } = readFrontMatter(repaired);
  const lines = repaired.split('\n').slice(0, offset);
  const renamed = new Map<string, string>();
  const lineOf = (key: string): number =>
    lines.findIndex((line) => line.startsWith(`${renamed.get(key) ?? key}:`)) + 1 || 1;
  if (offset) findMisspelledKeys(meta, renamed, lineOf, report);
  const ids = new Map<string, string>();
  const text = (key: string) => ids.get(key) ?? String(meta[renamed.get(key) ?? key] ?? '');
  if (offset) checkValues(text, lineOf, report);
  if (offset) correctIds(text, ids, lineOf, report);
  return { text, body, offset, lineOf };
}

/** The lines of hyphens around the front matter. Only their own line changes, so that all others keep their number. */
function repairFences(markdown: string, report: Report): string {
  const lines = markdown
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const first = lines.findIndex((line) => line.trim());
  const isFence = (line = '') => /^\s*(?:[-–—‐‑]{2,}|—)\s*$/.test(line);
  if (!isFence(lines[first])) {
    const isMeta = /^(?:lucka|id|lang|version|start|result):/.test(lines[first] ?? '');
    const what = isMeta ? 'the front matter begins with ---' : 'a flow begins with front matter';
    report(1, 'front-matter', `${what}: write ${isMeta ? '--- above this line' : EXAMPLE}`);
    if (!isMeta) return lines.join('\n');
    lines[first] = `---\n${lines[first] ?? ''}`;
    // The numbers of all lines after it are one too high, but nothing else can be read.
    return lines.join('\n');
  }
  if (first > 0)
    report(
      1,
      'front-matter',
      'the first line of a flow is ---: leave out the empty lines before it',
    );
  if (lines[first] !== '---') {
    if (lines[first]?.trimEnd() !== '---' || lines[first] !== lines[first]?.trimEnd())
      report(
        first + 1,
        'front-matter',
        'the front matter begins with three hyphens and nothing else: write ---',
      );
    lines[first] = '---';
  }
  for (let index = 0; index < first; index++) lines[index] = '';
  const end = lines.findIndex(
    (line, index) => index > first && (isFence(line) || /^\s*#\s/.test(line) || !line.trim()),
  );
  if (end < 0) report(first + 1, 'front-matter', 'the front matter has no end: write --- after it');
  else if (lines[end] !== '---') {
    // An empty line may stand between keys.
    const later = lines.findIndex((line, index) => index > end && isFence(line));
    const heading = lines.findIndex((line, index) => index > first && /^#/.test(line));
    if (!lines[end]?.trim() && later > 0 && (heading < 0 || later < heading)) {
      if (lines[later] !== '---') reportEnd(later);
      lines[later] = '---';
    } else {
      reportEnd(end);
      lines[end] = /^\s*#/.test(lines[end] ?? '') ? `---` : '---';
    }
  }
  // Empty lines before the front matter would hide it: they go to its inside, which has the same number of lines.
  const text = [
    ...lines.slice(first, first + 1),
    ...lines.slice(0, first),
    ...lines.slice(first + 1),
  ];
  return text.join('\n');

  function reportEnd(index: number): void {
    report(
      index + 1,
      'front-matter',
      'the front matter ends with three hyphens and nothing else: write --- here',
    );
  }
}

function findMisspelledKeys(
  meta: Meta,
  renamed: Map<string, string>,
  lineOf: (key: string) => number,
  report: Report,
): void {
  const missing = KEYS.filter((key) => !(key in meta));
  for (const key of Object.keys(meta)) {
    if (KEYS.includes(key)) continue;
    const meant = nearest(key.toLowerCase().replaceAll('_', '-'), missing);
    if (!meant) continue;
    renamed.set(meant, key);
    report(
      lineOf(meant),
      'front-matter',
      `the front matter has no "${key}": write ${meant}: instead`,
    );
  }
}

function checkValues(
  text: (key: string) => string,
  lineOf: (key: string) => number,
  report: Report,
): void {
  if (text('lucka') !== 'flow/1')
    report(
      lineOf('lucka'),
      'front-matter',
      `the front matter must say "lucka: flow/1", not "${text('lucka')}": write lucka: flow/1`,
    );
  for (const key of NEEDED)
    if (!text(key))
      report(
        lineOf(key),
        'front-matter',
        `the front matter lacks "${key}": write ${key}: and its value`,
      );
  for (const [key, form, advice] of FORMS)
    if (text(key) && !form.test(text(key)))
      report(lineOf(key), 'front-matter', `"${text(key)}" is not a value of "${key}": ${advice}`);
}

/** The ids of the first question and of the result. */
function correctIds(
  text: (key: string) => string,
  ids: Map<string, string>,
  lineOf: (key: string) => number,
  report: Report,
): void {
  for (const [key, prefix] of [
    ['start', 'q-'],
    ['result', 'r-'],
  ] as const) {
    const written = text(key);
    if (!written || new RegExp(`^${prefix}[a-z][a-z0-9-]*$`).test(written)) continue;
    const id = `${prefix}${toFactName(written.replace(/^#?[a-z][-_](?=.)/i, '')) || 'id'}`;
    report(lineOf(key), 'front-matter', `"${written}" is not an id: write ${key}: ${id}`);
    ids.set(key, id);
  }
}
