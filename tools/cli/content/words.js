import { DOMParser } from '@xmldom/xmldom';

/**
 * XLIFF 1.2 -> the words of the interface in one language, as the elements read them. Placeholders are those of the package's own
 * messages: a file from elsewhere cannot put markup or code into a page.
 */

/** @typedef {string | { placeholder: number }} Piece */
/** @typedef {{ source: readonly Piece[], target: readonly Piece[] | undefined, line: number, markup: readonly string[] }} Unit */
/** @typedef {(line: number, message: string) => void} Report */

/**
 * @param {string} text of an XLIFF file
 * @param {Report} report
 * @returns {Map<string, Unit>} the messages by their ids
 */
export function readUnits(text, report) {
  /** @type {Map<string, Unit>} */
  const units = new Map();
  const complain = (/** @type {string} */ message) => {
    const [, line = '1'] = /line:(\d+)/.exec(message) ?? [];
    report(
      Number(line),
      `this is not XML: ${message.split('\n')[0]?.replace(/\[xmldom \w+\]\s*/, '')}`,
    );
  };
  const document = new DOMParser({
    locator: {},
    errorHandler: { warning: complain, error: complain, fatalError: complain },
  }).parseFromString(text, 'text/xml');
  const found = document?.getElementsByTagName('trans-unit') ?? [];
  if (!found.length) report(1, 'there are no messages (trans-unit) in this file');
  for (const unit of Array.from(found)) {
    const id = unit.getAttribute('id') ?? '';
    const line = /** @type {{ lineNumber?: number }} */ (unit).lineNumber ?? 1;
    const [source] = Array.from(unit.getElementsByTagName('source'));
    const [target] = Array.from(unit.getElementsByTagName('target'));
    if (units.has(id)) report(line, `the message ${id} stands twice`);
    units.set(id, {
      source: source ? piecesOf(source) : [],
      target:
        target?.textContent?.trim() || target?.childNodes.length ? piecesOf(target) : undefined,
      markup: source
        ? Array.from(source.getElementsByTagName('x')).map(
            (each) => each.getAttribute('equiv-text') ?? '',
          )
        : [],
      line,
    });
  }
  return units;
}

/** @param {Element} element @returns {Piece[]} */
const piecesOf = (element) =>
  Array.from(element.childNodes).map((node) =>
    node.nodeName === 'x'
      ? { placeholder: Number(/** @type {Element} */ (node).getAttribute('id')) }
      : (node.nodeValue ?? ''),
  );

/**
 * Checks a translation against the package's messages.
 *
 * @param {Map<string, Unit>} units
 * @param {Map<string, Unit>} own the messages of the package
 * @param {Report} report
 */
export function checkUnits(units, own, report) {
  /** @type {[number, string][]} */
  const untranslated = [];
  for (const [id, { target, line }] of units) {
    const message = own.get(id);
    if (!message) report(line, `the message ${id} is no message of this version: remove it`);
    else if (!target) untranslated.push([line, textOf(message.source)]);
    else if (placeholdersOf(target) !== placeholdersOf(message.source))
      report(line, `${id} needs the same <x id="…"/> as its source: "${textOf(message.source)}"`);
  }
  for (const [id, { source }] of own)
    if (!units.has(id)) report(1, `the message ${id} is missing: "${textOf(source)}"`);
  for (const [line, text] of untranslated.slice(0, MAX_UNTRANSLATED))
    report(line, `write a <target> with the translation of "${text}"`);
  const more = untranslated.length - MAX_UNTRANSLATED;
  if (more > 0)
    report(
      untranslated[MAX_UNTRANSLATED]?.[0] ?? 1,
      `${more} more messages from here on have no <target>`,
    );
}

/** So many untranslated messages are listed one by one. */
const MAX_UNTRANSLATED = 5;

/** @param {readonly Piece[]} pieces */
const textOf = (pieces) =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : '…')).join('');

/** @param {readonly Piece[]} pieces */
const placeholdersOf = (pieces) =>
  pieces
    .flatMap((piece) => (typeof piece === 'string' ? [] : [piece.placeholder]))
    .sort((one, other) => one - other)
    .join();

/**
 * A module with the words of one element: a function, since templates are made with the page's own copy of Lit.
 *
 * @param {Map<string, Unit>} units those that are translated
 * @param {Map<string, Unit>} own the messages of the package
 * @param {readonly string[]} ids of the element
 */
export function wordsModule(units, own, ids) {
  const lines = [...ids].sort().flatMap((id) => {
    const [target, message] = [units.get(id)?.target, own.get(id)];
    if (!target || !message || placeholdersOf(target) !== placeholdersOf(message.source)) return [];
    return [`  ${id}: ${templateOf(id, target, message.markup)},\n`];
  });
  return `export default ({ html, str }) => ({\n${lines.join('')}});\n`;
}

/** @param {string} id @param {readonly Piece[]} target @param {readonly string[]} markup of the placeholders, in the order of the source */
function templateOf(id, target, markup) {
  const isHtml = id.startsWith('h');
  // A placeholder may hold several expressions; they are numbered through all placeholders.
  /** @type {number[]} */
  const firsts = [];
  let count = 0;
  for (const text of markup) {
    firsts.push(count);
    count += expressionsIn(text).length;
  }
  const text = target
    .map((piece) => {
      if (typeof piece === 'string') return escapeTemplate(isHtml ? escapeHtml(piece) : piece);
      const own = markup[piece.placeholder] ?? '';
      let at = firsts[piece.placeholder] ?? 0;
      const [first = '', ...rest] = splitAtExpressions(own);
      return rest.reduce(
        (whole, part) => `${whole}\${${at++}}${escapeTemplate(part)}`,
        escapeTemplate(first),
      );
    })
    .join('');
  if (isHtml) return `html\`${text}\``;
  return count ? `str\`${text}\`` : `\`${text}\``;
}

/** The expressions `${…}` of a placeholder; they may hold braces. @param {string} text */
function expressionsIn(text) {
  /** @type {[number, number][]} */
  const found = [];
  for (let at = text.indexOf('${'); at >= 0; at = text.indexOf('${', at)) {
    let depth = 1;
    let end = at + 2;
    for (; end < text.length && depth; end++)
      depth += text[end] === '{' ? 1 : text[end] === '}' ? -1 : 0;
    found.push([at, end]);
    at = end;
  }
  return found;
}

/** @param {string} text @returns {string[]} what is around its expressions */
function splitAtExpressions(text) {
  const parts = [];
  let from = 0;
  for (const [start, end] of expressionsIn(text)) {
    parts.push(text.slice(from, start));
    from = end;
  }
  return [...parts, text.slice(from)];
}

const escapeTemplate = (/** @type {string} */ text) =>
  text.replace(/\\|`|\$\{/g, (sign) => `\\${sign}`);
const escapeHtml = (/** @type {string} */ text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * A file to translate from: the package's messages without their translations.
 *
 * @param {string} text of the package's XLIFF file
 * @param {string} lang
 */
export const emptyTranslation = (text, lang) =>
  text
    .replace(/\s*<target>[\s\S]*?<\/target>/g, '')
    .replace(/target-language="[^"]*"/, `target-language="${lang}"`);
