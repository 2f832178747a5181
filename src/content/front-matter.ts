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
const ITEM = /^ {2}- (.*)$/;
const NAMED = /^ {2}([A-Za-z][\w-]*):[ \t]+(.*)$/;

/**
 * Splits a Markdown file into its front matter and its body. The front matter is the part of YAML that editors need:
 * scalars, quoted strings, `[a, b]`, indented lists and one level of named values. Text without front matter is all body.
 *
 * @throws {ContentError} on a line that is none of these, and on a key that stands twice.
 */
export function readFrontMatter(source: string): FrontMatter {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const match = FENCE.exec(text);
  if (!match) return { meta: {}, body: text, offset: 0 };
  const meta: Meta = Object.create(null) as Meta;
  let key = '';
  (match[1] ?? '').split('\n').forEach((line, index) => {
    key = readLine(meta, key, line, index + 2);
  });
  const body = text.slice(match[0].length);
  return { meta: { ...meta }, body, offset: match[0].split('\n').length - 1 };
}

function readLine(meta: Meta, current: string, line: string, number: number): string {
  if (!line.trim()) return current;
  const [, key, value] = KEY.exec(line) ?? [];
  if (key !== undefined) {
    if (key in meta) throw new ContentError(`The key "${key}" stands twice.`, number);
    meta[key] = value === undefined ? '' : readScalar(value, number);
    return key;
  }
  const owner = meta[current];
  const [, item] = ITEM.exec(line) ?? [];
  if (item !== undefined && (owner === '' || Array.isArray(owner))) {
    meta[current] = [...(owner || []), String(readScalar(item, number))];
    return current;
  }
  const [, name, named] = NAMED.exec(line) ?? [];
  if (name !== undefined && named !== undefined && !Array.isArray(owner)) {
    if (owner === '' || (owner !== null && typeof owner === 'object')) {
      meta[current] = { ...(owner || {}), [name]: String(readScalar(named, number)) };
      return current;
    }
  }
  throw new ContentError(`This line of the front matter is not understood: ${line.trim()}`, number);
}

function readScalar(raw: string, line: number): string | number | boolean | null | string[] {
  const text = raw.trim();
  if (text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text);
  if (/^\[.*\]$/.test(text)) return listOf(text);
  if (!text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    throw new ContentError(`The quoted text does not end properly: ${text.slice(0, 60)}`, line);
  }
}

const listOf = (text: string): string[] =>
  text
    .slice(1, -1)
    .split(',')
    .map((part) => part.trim().replace(/^"(.*)"$/, '$1'))
    .filter(Boolean);
