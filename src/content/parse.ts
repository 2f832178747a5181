import type { Token, Tokens } from 'marked';
import type { Block, Cell, Inline, ListItem } from './document.js';
import { decodeReferences, type NamedCharacters } from './character-references.js';
import { withoutComments } from './comments.js';
import { ContentError } from './content-error.js';
import { withFootnotes } from './footnotes.js';
import { lexMarkdown } from './lex-markdown.js';
import { passedLimit } from './passed-limit.js';
import { withSlugLinks } from './slug-links.js';

const SAFE_LINK = /^(?:https?:\/\/|mailto:|tel:|#)/i;
const HEADING_ID = /[ \t]*\{#([A-Za-z][\w-]*)\}/;
const ALL_HEADING_IDS = /\{#([A-Za-z][\w-]*)\}/g;
const MARK =
  /(?:\[\^[A-Z]\d+\])+|[ \t]*\{editorial\}|\[([^[\]]+)\]\{lang=([a-z]{2,3}(?:-\w{2,8})*)\}/g;
const BREAK = /<br(?:[\s/][^<>]*)?>/i;

/** The blocks of a Markdown text, and whether it is shown as plain text because it exceeds a limit. */
export interface Parsed {
  readonly blocks: readonly Block[];
  readonly plain?: true;
}

/**
 * Parses Markdown by an allow-list: anything else becomes its own text. Comments are left out, `<br>` breaks the line, and other raw HTML
 * is text; links may go to http, https, mailto,
 * tel and to places in the same document; any other link becomes its text.
 *
 * @param markdown Text without front matter, at most {@link MAX_BYTES} bytes.
 * @param named What `namedCharactersIn()` gives for the text; without it only the common names of characters are decoded.
 * @throws {ContentError} when two headings have the same id.
 */
export function parseMarkdown(markdown: string, named: NamedCharacters = {}): Parsed {
  if (passedLimit(markdown)) return { blocks: plainBlocks(markdown), plain: true };
  const ids = new HeadingIds(markdown);
  const { tokens, footnotes } = lexMarkdown(markdown, named);
  const parse = (text: string) => blocksOf(lexMarkdown(text, named).tokens, ids);
  return { blocks: withSlugLinks(withFootnotes(blocksOf(tokens, ids), footnotes, parse)) };
}

const plainBlocks = (text: string): Block[] =>
  text
    .split(/\n{2,}/)
    .filter((part) => part.trim())
    .map((part) => ({ type: 'paragraph', content: [part.trim()] }));

/** The ids of the headings of one text. */
export class HeadingIds {
  readonly #given: ReadonlySet<string>;
  readonly #used = new Set<string>();

  /** @param markdown the whole text: an automatic id avoids those that its author gives, also further down */
  constructor(markdown = '') {
    this.#given = new Set(Array.from(markdown.matchAll(ALL_HEADING_IDS), ([, id = '']) => id));
  }

  /** @throws {ContentError} when another heading has this id */
  take(id: string | undefined): string {
    const own = id ?? this.#automatic();
    if (this.#used.has(own)) throw new ContentError(`Two headings have the id "${own}".`, 0);
    this.#used.add(own);
    return own;
  }

  #automatic(): string {
    let number = this.#used.size + 1;
    while (this.#given.has(`section-${number}`) || this.#used.has(`section-${number}`)) number++;
    return `section-${number}`;
  }
}

export function blocksOf(tokens: readonly Token[], ids: HeadingIds): Block[] {
  return tokens.flatMap((token) => blockOf(token as Tokens.Generic, ids) ?? []);
}

function blockOf(token: Tokens.Generic, ids: HeadingIds): Block | Block[] | undefined {
  switch (token.type) {
    case 'heading':
      return headingOf(token as Tokens.Heading, ids);
    case 'paragraph':
      return { type: 'paragraph', content: inlinesOf(token.tokens) };
    case 'text':
      return { type: 'text', content: token.tokens ? inlinesOf(token.tokens) : textOf(token.text) };
    case 'list':
      return listOf(token as Tokens.List, ids);
    case 'blockquote':
      return { type: 'quote', content: blocksOf(token.tokens ?? [], ids) };
    case 'code':
      return { type: 'code', text: token.text, isBlock: true };
    case 'hr':
      return { type: 'rule' };
    case 'table':
      return tableOf(token as Tokens.Table);
    case 'html':
      return htmlOf(token.raw);
    default:
      return undefined;
  }
}

/** The words of raw HTML, with its tags. */
const htmlOf = (html: string): Block[] =>
  withoutComments(html)
    .split(/\n{2,}/)
    .flatMap((part) => {
      const lines = part.split(BREAK).map((line) => decodeReferences(line).trim());
      while (lines.at(-1) === '') lines.pop();
      while (lines[0] === '') lines.shift();
      const content = lines.flatMap((line, index): Inline[] => [
        ...(index ? [{ type: 'break' } as const] : []),
        ...(line ? [line] : []),
      ]);
      return content.length ? [{ type: 'paragraph', content }] : [];
    });

function headingOf(token: Tokens.Heading, ids: HeadingIds): Block {
  const id = ids.take(HEADING_ID.exec(token.text)?.[1]);
  const inlines = inlinesOf(token.tokens);
  const content = inlines.filter((part) => typeof part === 'string' || part.type !== 'editorial');
  const editorial = content.length < inlines.length;
  return {
    type: 'heading',
    level: token.depth,
    id,
    content,
    ...(editorial && { editorial: true as const }),
  };
}

function listOf(token: Tokens.List, ids: HeadingIds): Block {
  const items = token.items.map((item): ListItem => {
    const content = blocksOf(
      item.tokens.filter(({ type }) => type !== 'checkbox'),
      ids,
    );
    return item.task ? { content, checked: Boolean(item.checked) } : { content };
  });
  return token.ordered
    ? { type: 'list', start: token.start === '' ? 1 : Number(token.start), items }
    : { type: 'list', items };
}

const tableOf = (token: Tokens.Table): Block => ({
  type: 'table',
  head: token.header.map(cellOf),
  rows: token.rows.map((row) => row.map(cellOf)),
});

const cellOf = (cell: Tokens.TableCell): Cell => inlinesOf(cell.tokens);

/** Running text. Adjacent strings are joined into one, so that they render as one text node. */
export function inlinesOf(tokens: readonly Token[] = []): Inline[] {
  const inlines: Inline[] = [];
  for (const part of tokens.flatMap((token) => inlineOf(token as Tokens.Generic))) {
    const last = inlines.length - 1;
    const before = inlines[last];
    if (typeof part === 'string' && typeof before === 'string') inlines[last] = before + part;
    else if (part !== '') inlines.push(part);
  }
  const end = inlines.length - 1;
  const last = inlines[end];
  if (typeof last === 'string') inlines[end] = last.trimEnd();
  return inlines.filter((part) => part !== '');
}

function inlineOf(token: Tokens.Generic): Inline[] {
  switch (token.type) {
    case 'strong':
    case 'em':
    case 'del':
      return [{ type: token.type, content: inlinesOf(token.tokens) }];
    case 'link':
      return linkOf(token as Tokens.Link);
    case 'image':
      return [
        { type: 'image', src: decodeReferences(token.href), alt: decodeReferences(token.text) },
      ];
    case 'codespan':
      return [{ type: 'code', text: token.text }];
    case 'br':
      return [{ type: 'break' }];
    case 'html':
      return BREAK.test(token.raw) ? [{ type: 'break' }] : [token.raw];
    case 'text':
      // Its `text` has decoded numbers, of which our own marks must not be made.
      return textOf(token.raw);
    case 'escape':
      return [token.text];
    default:
      return textOf(token.text ?? token.raw);
  }
}

function linkOf({ href: written, tokens }: Tokens.Link): Inline[] {
  const href = decodeReferences(written);
  const content = inlinesOf(tokens);
  return SAFE_LINK.test(href) ? [{ type: 'link', href, content }] : content;
}

/** Parses our own annotations in running text: `[^T12]`, `{editorial}`, `{#id}`, `[text]{lang=sv}`. */
function textOf(text: string): Inline[] {
  const words = text.replace(HEADING_ID, '');
  const parts: Inline[] = [];
  let from = 0;
  for (const match of words.matchAll(MARK)) {
    parts.push(decodeReferences(words.slice(from, match.index)));
    parts.push(markOf(match));
    from = match.index + match[0].length;
  }
  parts.push(decodeReferences(words.slice(from)));
  return parts.filter((part) => part !== '');
}

function markOf([mark, words, lang = '']: RegExpMatchArray): Inline {
  if (words) return { type: 'span', lang, content: [decodeReferences(words)] };
  const ids = mark.match(/[A-Z]\d+/g);
  return ids ? { type: 'source', ids } : { type: 'editorial' };
}
