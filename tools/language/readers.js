// Extracts running text from the file formats of translations and documentation.

const ENTITIES = /** @type {Record<string, string>} */ ({
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
});

/** Elements whose content is not prose. */
const NOT_PROSE = 'script|style|pre|code|screen|programlisting|literallayout|title|cmd|tt|kbd';

/** Letters with a mark are named after both: `auml`, `Eacute`. */
const MARKS = /** @type {Record<string, string>} */ ({
  uml: '\u0308',
  ring: '\u030a',
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  cedil: '\u0327',
});

/** @param {string} text */
function decodeEntities(text) {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(parseInt(hex, 16));
    const mark = MARKS[name.slice(1)];
    return mark ? (name[0] + mark).normalize('NFC') : (ENTITIES[name.toLowerCase()] ?? whole);
  });
}

/**
 * HTML, DocBook and Mallard pages: one entry per paragraph.
 * @param {string} source
 */
export function readMarkup(source) {
  const prose = source
    .replace(/<!--[^]*?-->|<\?[^]*?\?>/g, ' ')
    .replace(new RegExp(`<(${NOT_PROSE})\\b[^>]*>[^]*?</\\1>`, 'gi'), ' \u0000 ')
    .replace(/\s+/g, ' ')
    .replace(
      /<\/?(?:p|para|li|listitem|item|td|th|dd|dt|div|h\d|br|entry|term|note)\b[^>]*>/gi,
      '\n',
    )
    .replace(/<[^>]*>/g, '');
  return decodeEntities(prose).split('\n');
}

/**
 * Compiled gettext catalogues: pairs of the English text and its translation.
 * @param {Buffer} file
 * @returns {[string, string][]}
 */
export function readCatalogue(file) {
  if (file.length < 28) return [];
  const little = file.readUInt32LE(0) === 0x950412de;
  const at = (/** @type {number} */ place) =>
    little ? file.readUInt32LE(place) : file.readUInt32BE(place);
  const [count, sources, translations] = [at(8), at(12), at(16)];
  const text = (/** @type {number} */ entry) =>
    file.toString('utf8', at(entry + 4), at(entry + 4) + at(entry));
  /** @type {[string, string][]} */
  const pairs = [];
  for (let i = 0; i < count; i++) {
    const withContext = text(sources + i * 8).split('\0')[0] ?? '';
    const source = withContext.slice(withContext.indexOf('\u0004') + 1);
    const translation = text(translations + i * 8).split('\0')[0] ?? '';
    if (source && translation && source !== translation) pairs.push([source, translation]);
  }
  return pairs;
}

/**
 * Gettext catalogues as text.
 * @param {string} source
 * @returns {[string, string][]}
 */
export function readPo(source) {
  const joined = source.replace(/^#.*\n/gm, '').replace(/"\s*\n"/g, '');
  const unquote = (/** @type {string} */ quoted) =>
    quoted.replace(/\\n/g, '\n').replace(/\\(["\\])/g, '$1');
  return [...joined.matchAll(/^msgid "(.+)"\s*\nmsgstr "(.+)"/gm)]
    .map(
      ([, from, to]) => /** @type {[string, string]} */ ([unquote(from ?? ''), unquote(to ?? '')]),
    )
    .filter(([from, to]) => from !== to);
}

/**
 * The questions that packages ask while they are installed, in each language.
 * @param {string} source
 * @returns {Map<string, string[]>}
 */
export function readQuestions(source) {
  const texts = new Map();
  for (const [, language = 'en', body = ''] of source.matchAll(
    /^(?:Extended_)?[Dd]escription(?:-([a-zA-Z_@]+)\.UTF-8)?: (.*(?:\n .*)*)/gm,
  )) {
    const paragraphs = body.replace(/\n \./g, '\u0001').replace(/\n /g, ' ').split('\u0001');
    texts.set(language, [...(texts.get(language) ?? []), ...paragraphs]);
  }
  return texts;
}

/**
 * Collections of quotations, separated by lines with one per cent sign.
 * @param {string} source
 */
export function readQuotations(source) {
  return source.split(/^%+$/m).map((quotation) => quotation.replace(/^\s*(?:--|—).*$/gm, ''));
}

/**
 * Dialogues of a game: the translation follows each English line.
 * @param {string} source
 */
export function readDialogue(source) {
  return [...source.matchAll(/dialogStr\("(.*)"\)/g)].map(([, line = '']) => line);
}
