import { ContentError } from './content-error.js';

/** A value in front matter: a scalar, a list of strings, or one level of named strings. */
export type MetaValue = string | number | boolean | null | string[] | Record<string, string>;
export type Meta = Record<string, MetaValue>;

export interface FrontMatter {
  readonly meta: Meta;
  /** The Markdown after the front matter. */
  readonly body: string;
  /** How many lines stand before the body, so that complaints can name the line of the file. */
  readonly offset: number;
}

interface Line {
  readonly text: string;
  /** Of the file, from 1. */
  readonly number: number;
  readonly indent: number;
}

const FENCE = /^---\n([\s\S]*?)\n---(?:\n|$)/;
const KEY = /^([A-Za-z][\w-]*):(?:[ \t]+(.*))?$/;
const ITEM = /^-(?:[ \t]+(.*))?$/;
/** The header of a literal or folded text. */
const BLOCK = /^([>|])([+-]?)$/;
const QUOTED = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(.*)$/;
const LIST = /^\[(.*)\][ \t]*(?:#.*)?$/;
const LIST_ITEM =
  /[ \t]*("(?:[^"\\]|\\.)*"(?=[ \t]*(?:,|$))|'(?:[^']|'')*'(?=[ \t]*(?:,|$))|[^,]+)[ \t]*(?:,|$)/g;

/**
 * Splits a Markdown file into its front matter and its body. The front matter is the part of YAML 1.2 that editors and content
 * management systems write: scalars, plain, in single and in double quotes, also over several lines; `[a, b]`; lists, indented or not;
 * one level of named values; literal and folded text (`|`, `>`); comments. Text without front matter is all body.
 *
 * @throws {ContentError} on a line that is none of these, and on a key that stands twice.
 */
export function readFrontMatter(source: string): FrontMatter {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const match = FENCE.exec(text);
  if (!match) return { meta: {}, body: text, offset: 0 };
  const lines = (match[1] ?? '').split('\n').map((line, index): Line => {
    const trimmed = line.trimStart();
    // The fence is line 1 of the file.
    return { text: trimmed.trimEnd(), number: index + 2, indent: line.length - trimmed.length };
  });
  const body = text.slice(match[0].length);
  return { meta: readMeta(lines), body, offset: match[0].split('\n').length - 1 };
}

function readMeta(lines: readonly Line[]): Meta {
  const meta = new Map<string, MetaValue>();
  for (const [line, below] of groupsOf(lines, ({ indent, text }) => !indent && !ITEM.test(text))) {
    const [, key, value = ''] = KEY.exec(line.text) ?? [];
    if (key === undefined || line.indent) throw notUnderstood(line);
    if (meta.has(key)) throw new ContentError(`The key "${key}" stands twice.`, line.number);
    meta.set(key, withoutComment(value) ? readScalar(value, line, below) : readBelow(below));
  }
  return Object.fromEntries(meta);
}

/** Lines with those below them. Comments and empty lines between them are left out. */
function groupsOf(lines: readonly Line[], isHead: (line: Line) => boolean): [Line, Line[]][] {
  const groups: [Line, Line[]][] = [];
  for (const line of lines) {
    const last = groups.at(-1)?.[1];
    const isContent = line.text && !line.text.startsWith('#');
    if (isContent && (isHead(line) || !last)) groups.push([line, []]);
    else last?.push(line);
  }
  return groups;
}

/** The list, the named values or the text below a key without a value of its own. */
function readBelow(lines: readonly Line[]): MetaValue {
  const [first] = lines.filter(isContent);
  if (!first) return '';
  const { indent } = first;
  const groups = groupsOf(lines, (line) => line.indent === indent);
  if (ITEM.test(first.text)) {
    return groups.map(([line, below]) => {
      const [, value = ''] = ITEM.exec(line.text) ?? [];
      if (!ITEM.test(line.text)) throw notUnderstood(line);
      return String(readScalar(value, line, below));
    });
  }
  if (!indent) throw notUnderstood(first);
  // Its first line is no deeper than the others.
  if (!KEY.test(first.text))
    return readScalar(first.text, { ...first, indent: -1 }, lines.slice(lines.indexOf(first) + 1));
  const named = new Map<string, string>();
  for (const [line, below] of groups) {
    const [, name, value = ''] = KEY.exec(line.text) ?? [];
    if (name === undefined || (!withoutComment(value) && below.some(isContent)))
      throw notUnderstood(line);
    named.set(name, String(readScalar(value, line, below)));
  }
  return Object.fromEntries(named);
}

const isContent = ({ text }: Line): boolean => Boolean(text) && !text.startsWith('#');

/** A value, which may go on in the lines below it. */
function readScalar(
  value: string,
  line: Line,
  below: readonly Line[],
): string | number | boolean | null | string[] {
  const given = value.trim();
  const header = withoutComment(given);
  if (/^[>|]/.test(header)) {
    const [, style, end = ''] = BLOCK.exec(header) ?? [];
    if (!style) throw notUnderstood(line);
    return readBlock(below, style, end);
  }
  if (/^["']/.test(given)) return readQuoted([given, ...below.map(({ text }) => text)], line);
  const odd = below.find(
    (each) => isContent(each) && (each.indent <= line.indent || ITEM.test(each.text)),
  );
  if (odd) throw notUnderstood(odd);
  const [, list] = LIST.exec(given) ?? [];
  if (list !== undefined) return readList(list, line);
  if (header.startsWith('[')) throw notUnderstood(line);
  const text = [header, ...below.filter(isContent).map((each) => withoutComment(each.text))].join(
    ' ',
  );
  if (text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return /^(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text;
}

/** In a literal text (`|`) every line counts; in a folded one (`>`) only empty lines do. */
function readBlock(lines: readonly Line[], style: string, end: string): string {
  const indent = Math.min(...lines.filter(({ text }) => text).map((line) => line.indent));
  const text = lines
    .map((line) => (line.text ? ' '.repeat(line.indent - indent) + line.text : ''))
    .join('\n')
    .trimEnd();
  const folded = style === '>' ? foldLines(text) : text;
  return folded && end !== '-' ? `${folded}\n` : folded;
}

const foldLines = (text: string): string =>
  text.replace(/(\S)\n(?=\S)/g, '$1 ').replace(/\n\n/g, '\n');

function readQuoted(lines: readonly string[], { number }: Line): string {
  const text = foldLines(lines.join('\n').trimEnd()).replace(/\\ /g, '');
  const [, quoted, rest = ''] = QUOTED.exec(text) ?? [];
  if (quoted === undefined || withoutComment(rest)) {
    const start = text.slice(0, 60);
    throw new ContentError(`The quoted text does not end properly: ${start}`, number);
  }
  return unquoted(quoted, number);
}

const readList = (text: string, { number }: Line): string[] =>
  Array.from(text.matchAll(LIST_ITEM), ([, part = '']) => {
    const item = part.trim();
    return QUOTED.test(item) ? unquoted(item, number) : item;
  }).filter(Boolean);

/** The escapes of YAML 1.2 that JSON does not have. */
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\\u0000',
  a: '\\u0007',
  e: '\\u001b',
  v: '\\u000b',
  _: '\\u00a0',
  N: '\\u0085',
  L: '\\u2028',
  P: '\\u2029',
  ' ': ' ',
};

function unquoted(text: string, line: number): string {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  const json = text.replace(
    /\\(?:x([\da-fA-F]{2})|U0000([\da-fA-F]{4})|([\s\S]))/g,
    (whole, two: string, four: string, one: string) =>
      two ? `\\u00${two}` : four ? `\\u${four}` : (ESCAPES[one] ?? whole),
  );
  try {
    return String(JSON.parse(json));
  } catch {
    throw new ContentError(`The quoted text does not end properly: ${text.slice(0, 60)}`, line);
  }
}

/** A comment begins after a space. */
const withoutComment = (text: string): string => text.replace(/(?:^|[ \t])#.*$/, '').trim();

const notUnderstood = ({ text, number }: Line): ContentError =>
  new ContentError(`This line of the front matter is not understood: ${text}`, number);
