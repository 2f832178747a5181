/**
 * A text without its comments of HTML (HTML Standard, "Comments"). One without an end is none, since it would hide the rest. Takes
 * time in proportion to the length of the text.
 */
export function withoutComments(text: string): string {
  let rest = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start < 0 ? -1 : endOfComment(text, start);
    if (end < 0) return rest + text.slice(from);
    rest += text.slice(from, start);
    from = end;
  }
}

/** @returns the place after the comment; -1 when it has no end */
function endOfComment(text: string, start: number): number {
  const [empty] = /^<!---?>/.exec(text.slice(start, start + 6)) ?? [];
  if (empty) return start + empty.length;
  const end = text.indexOf('-->', start + 4);
  return end < 0 ? -1 : end + 3;
}
