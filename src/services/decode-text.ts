/** Charsets that a byte-order mark identifies (WHATWG Encoding, "BOM sniff"). */
const MARKS: readonly (readonly [charset: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
];

/**
 * Decodes a response: by its byte-order mark, otherwise by the charset of its media type (RFC 9110, 8.3.2), otherwise
 * as UTF-8.
 *
 * @param contentType the value of `Content-Type`; '' for none
 * @throws {RangeError | TypeError} the charset is unknown, or the bytes are not valid in it: a text with replacement
 *   characters would differ from the original
 */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const [marked] = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte)) ?? [];
  const [, declared] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType) ?? [];
  const charset = marked ?? declared ?? 'utf-8';
  const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
  // UTF-16 in Latin script has a zero in every second byte. That is valid UTF-8, but never intended as such.
  if (text.includes('\0')) throw new TypeError(`zero bytes in a text in ${charset}`);
  return text;
}
