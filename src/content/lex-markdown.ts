import { lexer, walkTokens, type Token, type Tokens } from 'marked';
import { takeFootnotes, type Footnote } from './footnotes.js';

export interface LexedMarkdown {
  /** The tokens of marked; every line of the text keeps its number. */
  readonly tokens: readonly Token[];
  /** Not part of the tokens. */
  readonly footnotes: readonly Footnote[];
}

/**
 * Runs marked's lexer without losing text: marked drops everything that looks like a link definition, also where nothing
 * refers to it.
 */
export function lexMarkdown(markdown: string): LexedMarkdown {
  const { rest, footnotes } = takeFootnotes(markdown);
  const tokens = lexer(rest, { gfm: true });
  const all: Token[] = [];
  void walkTokens(tokens, (token) => void all.push(token));
  if (!all.some(({ type }) => type === 'def')) return { tokens, footnotes };
  const used = new Set<string>();
  for (const { type, raw } of all) {
    const [, label] = /\[([^\]]*)\](?:\[\])?$/.exec(raw) ?? [];
    if (/^(?:link|image)$/.test(type) && label) used.add(tagOf(label));
  }
  for (const token of all) showUnread(token as Tokens.Generic, used);
  return { tokens, footnotes };
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
