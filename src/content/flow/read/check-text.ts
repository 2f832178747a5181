import { ContentError } from '../../content-error.js';
import { LIMITS, MAX_BYTES } from '../../limits.js';
import { locatePassedLimit, type PassedLimit } from '../../passed-limit.js';
import type { Report } from '../flow.js';
import type { FlowMeta } from '../flow-meta.js';

/** Letters of UTF-8 that were read as Windows-1252. */
const MISREAD = /Ã[\u0080-\u00bf¤¶…„––]|â€[\u0099\u009c\u009d“”™˜]/;

/** @throws {ContentError} when the text of a flow is larger than is read */
export function requireReadableSize(markdown: string): void {
  const size = new TextEncoder().encode(markdown).length;
  if (size > MAX_BYTES)
    throw new ContentError(
      `The text has ${size} bytes, and at most ${MAX_BYTES} are read: write a shorter one, or two flows.`,
      1,
    );
}

/** @throws {ContentError} when a line or a paragraph would take too long to read */
export function requireReadableBody({ body, offset }: FlowMeta): void {
  const limit = locatePassedLimit(body);
  if (limit) throw new ContentError(describeLimit(limit), offset + limit.line);
}

function describeLimit({ limit, value }: PassedLimit): string {
  const most = LIMITS[limit];
  const words = {
    paragraph: `This paragraph has ${value} characters, and at most ${most} are read: write two paragraphs`,
    lines: `The text has ${value} lines, and at most ${most} are read: write a shorter one, or two flows`,
    nesting: `This line is nested ${value} deep, and at most ${most} are read: write it with less indentation`,
    work: `The text has too many signs such as *, [ and \` in long paragraphs (${value}, at most ${most}): write shorter paragraphs`,
  };
  return words[limit];
}

/** Reports lines of a file that was not saved, or not read, as UTF-8. */
export function reportLostCharacters(markdown: string, report: Report): void {
  markdown.split(/\r\n?|\n/).forEach((line, index) => {
    const isMisread = MISREAD.test(line);
    if (line.includes('\uFFFD') || line.includes('\0') || isMisread)
      report(
        index + 1,
        'not-utf8',
        'This line has characters that were lost when the file was read: save the file as UTF-8, and write them again',
      );
  });
}
