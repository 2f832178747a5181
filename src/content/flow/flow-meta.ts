import { readFrontMatter, type Meta } from '../front-matter.js';
import type { Report } from './flow.js';
import { nearest, toFactName } from './suggest.js';

/** The front matter of a flow, checked. */
export interface FlowMeta {
  readonly text: (key: string) => string;
  readonly body: string;
  /** How many lines stand before the body. */
  readonly offset: number;
  /** There is front matter. */
  readonly isThere: boolean;
  /** The line of a key; 1 if it is missing. */
  readonly lineOf: (key: string) => number;
}

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
  const { lines, added } = repairFences(markdown, report);
  const { meta, body, offset: read } = readFrontMatter(lines.join('\n'));
  const offset = Math.max(0, read - added.length);
  const renamed = new Map<string, string>();
  const lineOf = (key: string): number => {
    const start = `${renamed.get(key) ?? key}:`;
    const index = lines.slice(0, read).findIndex((line) => line.startsWith(start));
    return index < 0 ? 1 : index + 1 - added.filter((each) => each < index).length;
  };
  if (read) findMisspelledKeys(meta, renamed, lineOf, report);
  const ids = new Map<string, string>();
  const text = (key: string) => ids.get(key) ?? String(meta[renamed.get(key) ?? key] ?? '');
  if (read) checkValues(text, lineOf, report);
  if (read) correctIds(text, ids, lineOf, report);
  return { text, body, offset, isThere: read > 0, lineOf };
}

/** Hyphens, or the dashes that word processors make of them. */
const isFence = (line = ''): boolean => /^\s*(?:[-–—‐‑]{2,}|—)\s*$/.test(line);
/**
 * Corrects the lines of hyphens around the front matter.
 *
 * @returns the lines of the file, and the indices of those that were added
 */
function repairFences(markdown: string, report: Report): { lines: string[]; added: number[] } {
  const lines = markdown
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const added: number[] = [];
  const tell = (index: number, message: string) =>
    report(index + 1 - added.filter((each) => each < index).length, 'front-matter', message);
  const first = lines.findIndex((line) => line.trim());
  if (!isFence(lines[first])) {
    if (!/^(?:lucka|id|lang|version|start|result):/.test(lines[first] ?? '')) {
      tell(0, `a flow begins with front matter: write ${EXAMPLE}`);
      return { lines, added };
    }
    tell(first, 'the front matter begins with three hyphens: write --- above this line');
    lines.splice(first, 0, '---');
    added.push(first);
  } else if (lines[first] !== '---') {
    tell(first, 'the front matter begins with three hyphens and nothing else: write ---');
    lines[first] = '---';
  }
  if (first > 0) {
    tell(0, 'the first line of a flow is ---: leave out the empty lines before it');
    // Within the front matter they do no harm, and all lines keep their number.
    lines.splice(first, 1);
    lines.unshift('---');
  }
  closeFrontMatter(lines, added, tell);
  return { lines, added };
}

function closeFrontMatter(
  lines: string[],
  added: number[],
  tell: (index: number, message: string) => void,
): void {
  const advice = 'the front matter ends with three hyphens and nothing else: write --- here';
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  // Past a part of the flow, the hyphens are a line in its text.
  if (end > 0 && !lines.slice(1, end).some((line) => /^##/.test(line))) {
    if (lines[end] !== '---') tell(end, advice);
    lines[end] = '---';
    return;
  }
  const key = lines.findIndex((line) => /^[a-z]/.test(line));
  const after = lines.findIndex((line, index) => index > key && /^(?:#|\s*$)/.test(line));
  const place = after < 0 ? lines.length : after;
  tell(place, advice);
  if (lines[place]?.trim() === '') lines[place] = '---';
  else {
    lines.splice(place, 0, '---');
    added.push(place);
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
