/**
 * Normalizes a text for counting and storing: line breaks become LF, since a native form sends CR LF, and
 * characters are composed (Unicode NFC). The element does the same before it counts.
 *
 * @param {string} text
 */
export const normalised = (text) => text.replaceAll(/\r\n?/g, '\n').normalize('NFC');

/**
 * Length in code points, as JSON Schema's `maxLength` counts: an emoji is 1, a line break is 1.
 *
 * @param {string} text normalized
 */
export const lengthOf = (text) => [...text].length;
