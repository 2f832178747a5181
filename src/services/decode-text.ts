/** Charsets that a byte-order mark tells of (WHATWG Encoding, "BOM sniff"). */
const MARKS: readonly (readonly [charset: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
];

/**
 * The text of an answer: by its byte-order mark, else by the charset that its media type declares (RFC 9110, 8.3.2), else
 * as UTF-8.
 *
 * @param contentType the value of `Content-Type`; '' for none
 * @throws {RangeError | TypeError} the charset is unknown, or the bytes are not valid in it: a text with replacement
 *   characters is not the text that somebody wrote
 */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const [marked] = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte)) ?? [];
  const [, declared] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType) ?? [];
  const charset = marked ?? declared ?? 'utf-8';
  const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
  // Every second byte of UTF-16 is zero in Latin script, which is valid UTF-8, and nobody's text.
  if (text.includes('\0')) throw new TypeError(`zero bytes in a text in ${charset}`);
  return text;
}
