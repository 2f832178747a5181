/** A file may have this many bytes; reading stops here and nothing of it is shown. */
export const MAX_BYTES = 64 * 1024;

/**
 * What the parser is given at most. marked recurses into nested blocks (a few thousand `>` overflow its stack) and tries
 * each run of `*`, `_`, `[` … against all others, so its time grows with their square. Measured on the slowest accepted
 * input we could find: see test/content/limits.test.ts, which holds every one of these numbers to 200 ms.
 */
export const LIMITS = {
  /** Blocks within blocks, counted at the start of a line. */
  nesting: 12,
  /** Characters of one paragraph, list item or table row. */
  paragraph: 2048,
  /** Lines in all. */
  lines: 1500,
  /** The sum over all paragraphs of (characters that may open or close a mark) squared. */
  work: 200_000,
} as const;

const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const CONTAINER = />|[-+*](?=[ \t])|\d{1,9}[.)]/g;
const STARTS_ANEW = /^[ \t]*(?:[-+*][ \t]|\d{1,9}[.)][ \t]|[|#]|$)/;
const MARKS = /[*_~[\]`<!&\\:@|]/g;

/** Which limit the text passes, or '' when the parser may have it. */
export function passedLimit(markdown: string): keyof typeof LIMITS | '' {
  const lines = markdown.split('\n');
  if (lines.length > LIMITS.lines) return 'lines';
  let length = 0;
  let marks = 0;
  let work = 0;
  for (const line of lines) {
    if (nestingOf(line) > LIMITS.nesting) return 'nesting';
    if (STARTS_ANEW.test(line)) length = marks = 0;
    const before = marks;
    marks += line.match(MARKS)?.length ?? 0;
    work += marks * marks - before * before;
    length += line.length + 1;
    if (length > LIMITS.paragraph) return 'paragraph';
    if (work > LIMITS.work) return 'work';
  }
  return '';
}

function nestingOf(line: string): number {
  const indent = /^[ \t]*/.exec(line)?.[0].replace(/\t/g, '    ').length ?? 0;
  const markers = CONTAINERS.exec(line)?.[0].match(CONTAINER)?.length ?? 0;
  return markers + Math.floor(indent / 2);
}
