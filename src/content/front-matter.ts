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

const FENCE = /^---\n([\s\S]*?)\n---(?:\n|$)/;
const KEY = /^([A-Za-z][\w-]*):(?:[ \t]+(.*))?$/;
const ITEM = /^(?: {2})?- (.*)$/;
const NAMED = /^ {2}([A-Za-z][\w-]*):[ \t]+(.*)$/;
const INDENTED = /^ {2,}(?=\S)/;
const COMMENT = /^[ \t]*#/;
const BLOCK = /^([>|])([+-]?)$/;

/**
 * Splits a Markdown file into its front matter and its body. The front matter is the part of YAML 1.2 that editors and content
 * management systems write: scalars, plain, in single and in double quotes; `[a, b]`; lists, indented or not; one level of named
 * values; folded and literal text (`>`, `|`); text that continues on indented lines; comments. Text without front matter is all body.
 *
 * @throws {ContentError} on a line that is none of these, and on a key that stands twice.
 */
export function readFrontMatter(source: string): FrontMatter {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const match = FENCE.exec(text);
  if (!match) return { meta: {}, body: text, offset: 0 };
  const body = text.slice(match[0].length);
  const meta = readLines((match[1] ?? '').split('\n'));
  return { meta, body, offset: match[0].split('\n').length - 1 };
}

function readLines(lines: readonly string[]): Meta {
  const meta: Meta = Object.create(null) as Meta;
  let key = '';
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    // The fence is line 1 of the file.
    const number = at + 2;
    if (!line.trim() || COMMENT.test(line)) continue;
    const [, name, value = ''] = KEY.exec(line) ?? [];
    if (name === undefined) {
      meta[key] = addTo(meta[key], line, number);
      continue;
    }
    if (name in meta) throw new ContentError(`The key "${name}" stands twice.`, number);
    key = name;
    const [, style, end = ''] = BLOCK.exec(withoutComment(value)) ?? [];
    if (style) {
      const text = indentedFrom(lines, at + 1);
      meta[key] = style === '>' ? folded(text, end) : literal(text, end);
      at += text.length;
    } else meta[key] = readScalar(value, number);
  }
  return { ...meta };
}

/** A line under a key: an item of its list, one of its named values, or more of its text. */
function addTo(owner: MetaValue | undefined, line: string, number: number): MetaValue {
  const [, item] = ITEM.exec(line) ?? [];
  if (item !== undefined && (owner === '' || Array.isArray(owner)))
    return [...(owner || []), String(readScalar(item, number))];
  const [, name, named] = NAMED.exec(line) ?? [];
  const isMap = owner !== null && typeof owner === 'object' && !Array.isArray(owner);
  if (name !== undefined && named !== undefined && (owner === '' || isMap))
    return { ...(owner as Record<string, string>), [name]: String(readScalar(named, number)) };
  if (typeof owner === 'string' && owner && INDENTED.test(line))
    return `${owner} ${withoutComment(line)}`;
  throw new ContentError(`This line of the front matter is not understood: ${line.trim()}`, number);
}

/** The indented lines, and the empty ones between them. */
function indentedFrom(lines: readonly string[], from: number): string[] {
  let end = from;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (INDENTED.test(line)) end = at + 1;
    else if (line.trim()) break;
  }
  const text = lines.slice(from, end);
  const indent = Math.min(...text.flatMap((line) => INDENTED.exec(line)?.[0].length ?? []));
  return text.map((line) => line.slice(indent));
}

/** Lines become one; an empty line begins another. */
const folded = (lines: readonly string[], end: string): string =>
  withEnd(
    lines
      .join('\n')
      .replace(/(\S)\n(?=\S)/g, '$1 ')
      .replace(/\n\n/g, '\n'),
    end,
  );

const literal = (lines: readonly string[], end: string): string => withEnd(lines.join('\n'), end);

const withEnd = (text: string, end: string): string => (text && end !== '-' ? `${text}\n` : text);

/** A comment begins after a space. */
const withoutComment = (text: string): string => text.replace(/(?:^|[ \t])#.*$/, '').trim();

function readScalar(raw: string, line: number): string | number | boolean | null | string[] {
  const given = raw.trim();
  const [, quoted, rest = ''] = QUOTED.exec(given) ?? [];
  if (/^["']/.test(given)) {
    if (quoted === undefined || withoutComment(rest))
      throw new ContentError(`The quoted text does not end properly: ${given.slice(0, 60)}`, line);
    return unquoted(quoted, line);
  }
  const text = withoutComment(given);
  if (text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text);
  return /^\[.*\]$/.test(text) ? listOf(text, line) : text;
}

const QUOTED = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(.*)$/;

function unquoted(text: string, line: number): string {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  try {
    return String(JSON.parse(text));
  } catch {
    throw new ContentError(`The quoted text does not end properly: ${text.slice(0, 60)}`, line);
  }
}

const listOf = (text: string, line: number): string[] =>
  Array.from(
    text.slice(1, -1).matchAll(/[ \t]*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]+)/g),
    ([, part = '']) => (/^["']/.test(part) ? unquoted(part.trim(), line) : part.trim()),
  ).filter(Boolean);
