import { Lexer, type Token, type Tokens } from 'marked';
import { LIMITS } from './limits.js';

const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const CONTAINER = />|[-+*](?=[ \t])|\d{1,9}[.)]/g;
const MARKS = /[*_~[\]`<!&\\:@|]/g;

/** A limit that a text exceeds, and where. */
export interface PassedLimit {
  readonly limit: keyof typeof LIMITS;
  /** Counted from 1. */
  readonly line: number;
  /** The value that exceeds the limit. */
  readonly value: number;
}

/** The limit that the text exceeds, or '' when it can be parsed. */
export function passedLimit(markdown: string): keyof typeof LIMITS | '' {
  const lines = markdown.split('\n');
  if (lines.length > LIMITS.lines) return 'lines';
  if (lines.some((line) => nestingOf(line) > LIMITS.nesting)) return 'nesting';
  return passedByText(textsOf(markdown).texts)?.limit ?? '';
}

/** The same with the line and the value, for messages to editors. */
export function locatePassedLimit(markdown: string): PassedLimit | undefined {
  const limit = passedLimit(markdown);
  const lines = markdown.split('\n');
  if (!limit) return undefined;
  if (limit === 'lines') return { limit, line: LIMITS.lines + 1, value: lines.length };
  if (limit === 'nesting') {
    const index = lines.findIndex((line) => nestingOf(line) > LIMITS.nesting);
    return { limit, line: index + 1, value: nestingOf(lines[index] ?? '') };
  }
  let line = 1;
  const texts: { text: string; line: number }[] = [];
  for (const part of partsOf(markdown)) {
    for (const text of textsOf(part).texts) texts.push({ text, line });
    line += part.split('\n').length - 1;
  }
  const passed = passedByText(texts.map(({ text }) => text));
  return passed && { limit, line: texts[passed.index]?.line ?? 1, value: passed.value };
}

/** The blocks as marked sees them, before it looks for marks in their text, which is what takes the time. */
function textsOf(markdown: string): { texts: string[]; tokens: readonly Token[] } {
  const lexer = new Lexer({ gfm: true });
  const tokens = lexer.blockTokens(markdown, lexer.tokens);
  return { texts: lexer.inlineQueue.map(({ src }) => src), tokens };
}

function passedByText(
  texts: readonly string[],
): { limit: 'paragraph' | 'work'; index: number; value: number } | undefined {
  let work = 0;
  for (const [index, text] of texts.entries()) {
    if (text.length > LIMITS.paragraph) return { limit: 'paragraph', index, value: text.length };
    const marks = text.match(MARKS)?.length ?? 0;
    work += marks * marks;
    if (work > LIMITS.work) return { limit: 'work', index, value: work };
  }
  return undefined;
}

/** The blocks of a text; of lists and tables their items and rows. */
const partsOf = (markdown: string): string[] =>
  textsOf(markdown).tokens.flatMap((token) => {
    if (token.type === 'list') return (token as Tokens.List).items.map(({ raw }) => raw);
    return token.type === 'table' ? token.raw.split(/(?<=\n)/) : token.raw;
  });

function nestingOf(line: string): number {
  const indent = /^[ \t]*/.exec(line)?.[0].replace(/\t/g, '    ').length ?? 0;
  const markers = CONTAINERS.exec(line)?.[0].match(CONTAINER)?.length ?? 0;
  return markers + Math.floor(indent / 2);
}
