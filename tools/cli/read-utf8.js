import { readFileSync } from 'node:fs';

/** A file that is not UTF-8, with the first invalid line, counted from 1. */
export class NotUtf8Error extends Error {
  name = 'NotUtf8Error';

  /** @param {string | URL} file @param {number} line */
  constructor(file, line) {
    super(`not UTF-8: save ${file} in UTF-8, without which its letters would be lost`);
    this.line = line;
  }
}

/**
 * Reads a text file. Node itself silently inserts replacement characters for bytes that are not UTF-8.
 *
 * @param {string | URL} file
 * @throws {NotUtf8Error}
 */
export function readUtf8(file) {
  const bytes = readFileSync(file);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes);
  } catch {
    throw new NotUtf8Error(file, lineOfFault(bytes));
  }
}

/** @param {Buffer} bytes */
function lineOfFault(bytes) {
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf('\n', from) + 1 || bytes.length;
    const part = bytes.subarray(from, end);
    if (!Buffer.from(part.toString('utf8')).equals(part)) return line;
    from = end;
  }
  return line;
}
