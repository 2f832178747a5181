import { lexer, walkTokens, type Token, type Tokens } from 'marked';
import { withNumbers, type NamedCharacters } from './character-references.js';
import { withoutComments } from './comments.js';
import { takeFootnotes, type Footnote } from './footnotes.js';

export interface LexedMarkdown {
  /** The tokens of marked; every line of the text keeps its number. */
  readonly tokens: readonly Token[];
  /** Not part of the tokens. */
  readonly footnotes: readonly Footnote[];
}

/**
 * Runs marked's lexer without losing text: marked drops everything that looks like a link definition, also where nothing
 * refers to it. Comments are empty, and names of characters are numbers.
 *
 * @param named what `namedCharactersIn()` gives for the text
 */
export function lexMarkdown(markdown: string, named: NamedCharacters = {}): LexedMarkdown {
  const { rest, footnotes } = takeFootnotes(markdown);
  const tokens = lexer(rest, { gfm: true });
  const all: Token[] = [];
  void walkTokens(tokens, (token) => void all.push(token));
  for (const token of all) {
    hideComments(token as Tokens.Generic);
    writeNumbers(token as Tokens.Generic, named);
  }
  if (!all.some(({ type }) => type === 'def')) return { tokens, footnotes };
  const used = new Set<string>();
  for (const { type, raw } of all) {
    const [, label] = /\[([^\]]*)\](?:\[\])?$/.exec(raw) ?? [];
    if (/^(?:link|image)$/.test(type) && label) used.add(tagOf(label));
  }
  for (const token of all) showUnread(token as Tokens.Generic, used);
  return { tokens, footnotes };
}

function hideComments(token: Tokens.Generic): void {
  if (token.type !== 'html' || withoutComments(token.raw).trim()) return;
  Object.assign(token, token['block'] ? { type: 'space' } : textToken(''));
}

/** In text and addresses, not in code. */
function writeNumbers(token: Tokens.Generic, named: NamedCharacters): void {
  const { type, raw, text = '', href } = token as Tokens.Generic & { text?: string; href?: string };
  if (type === 'html' || (type === 'text' && !token.tokens)) token.raw = withNumbers(raw, named);
  else if (type === 'image') token['text'] = withNumbers(text, named);
  if (href) token['href'] = withNumbers(href, named);
}

/** The name of a definition as marked normalizes it. */
const tagOf = (label: string): string => label.toLowerCase().replace(/\s+/g, ' ');

/** A definition that nothing refers to, a second one of the same name, or one of a footnote is shown as it is written. */
function showUnread(token: Tokens.Generic, used: Set<string>): void {
  if (token.type === 'def') {
    const { tag } = token as Tokens.Def;
    if (!tag.startsWith('^') && used.delete(tag)) return;
    const text = token.raw.trim();
    Object.assign(token, { type: 'paragraph', text, tokens: [textToken(text)] });
  } else if (/^\[\^[^\]]*\]$/.test(token.raw) && token.type === 'link') {
    Object.assign(token, textToken(token.raw));
  }
}

const textToken = (text: string) => ({ type: 'text', raw: text, text, tokens: undefined });
