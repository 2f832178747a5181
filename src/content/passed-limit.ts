import { Lexer } from 'marked';
import { LIMITS } from './limits.js';

const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const CONTAINER = />|[-+*](?=[ \t])|\d{1,9}[.)]/g;
const MARKS = /[*_~[\]`<!&\\:@|]/g;

/** The limit that the text exceeds, or '' when it can be parsed. */
export function passedLimit(markdown: string): keyof typeof LIMITS | '' {
  const lines = markdown.split('\n');
  if (lines.length > LIMITS.lines) return 'lines';
  if (lines.some((line) => nestingOf(line) > LIMITS.nesting)) return 'nesting';
  // The blocks as marked sees them, before it looks for marks in their text, which is what takes the time.
  const lexer = new Lexer({ gfm: true });
  lexer.blockTokens(markdown, lexer.tokens);
  let work = 0;
  for (const { src } of lexer.inlineQueue) {
    if (src.length > LIMITS.paragraph) return 'paragraph';
    const marks = src.match(MARKS)?.length ?? 0;
    work += marks * marks;
    if (work > LIMITS.work) return 'work';
  }
  return '';
}

function nestingOf(line: string): number {
  const indent = /^[ \t]*/.exec(line)?.[0].replace(/\t/g, '    ').length ?? 0;
  const markers = CONTAINERS.exec(line)?.[0].match(CONTAINER)?.length ?? 0;
  return markers + Math.floor(indent / 2);
}
