/** White space, dashes of any kind, and invisible characters: soft hyphens, zero-width spaces, direction marks. */
const noise = /[\s\p{Dash}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Normalizes a reference that people type, dictate or copy: `abc 123` is `ABC-123`, also in full
 * width (Unicode's NFKC), with Arabic-Indic and Persian digits, and with invisible characters that
 * mail programs and word processors insert.
 *
 * @param {string} typed
 */
export const normalizeReference = (typed) =>
  typed
    .normalize('NFKC')
    .replaceAll(noise, '')
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .toUpperCase();
