import ts from 'typescript';

/**
 * Takes white space that no browser shows out of the templates of Lit, since each run of it is a node of its own in every
 * instance: what is next to the edge of a block. Spaces between words, inline elements and expressions stay, and so do
 * templates within `msg()`, whose text is the key of their translation.
 */

/** Elements at whose edges, inside and outside, white space is not shown. */
const BLOCKS =
  /^(?:address|article|aside|blockquote|body|dd|details|dialog|div|dl|dt|fieldset|figure|footer|form|h[1-6]|head|header|hr|legend|li|main|nav|ol|optgroup|option|p|section|select|summary|table|tbody|td|tfoot|th|thead|tr|ul|path|g|circle)$/;
/** Those that stand in a line, and hold a block. */
const INLINE_BLOCKS = /^(?:button|svg)$/;
/**
 * Classes of the base styles that lay out their children one by one (a stack, a flex container): there white space between
 * two of them is not shown. They hold no running text.
 */
const LAYOUTS =
  /\bclass="(?:[^"]* )?(?:stack|stack-sm|row|actions|acts|list|folds|option)(?: [^"]*)?"/;
const LAYOUT_ELEMENTS = /^(?:dl|fieldset|form|table|ul|ol)$/;
const VOID = /^(?:br|hr|img|input|path|circle)$/;
/** Elements whose white space is shown. */
const VERBATIM = /<(?:pre|textarea)\b/i;

/** Stands for an expression. A template has no such character. */
const HOLE = '\u0001';
const TOKENS = /<\/?[a-z][\w-]*(?:"[^"]*"|'[^']*'|[^'">])*>|<!--[^]*?-->|\u0001|[^<\u0001]+|</gi;

/**
 * @param {readonly string[]} strings the strings of a template, as they stand in the source
 * @returns {string[]} as many
 */
export function minifyTemplate(strings) {
  const source = strings.join(HOLE);
  if (VERBATIM.test(source)) return [...strings];
  const tokens = source.match(TOKENS) ?? [];
  /** Of each open element: does it lay out its children? @type {boolean[]} */
  const open = [];
  return tokens
    .map((token, index) => {
      trackElements(token, open);
      if (!token.trim() && open.at(-1)) return '';
      if (/^<[/a-z]/i.test(token)) return minifyTag(token);
      if (token === HOLE || token.startsWith('<')) return token;
      const start = isEdge(tokens[index - 1], 'after') ? token.replace(/^\s+/, '') : token;
      const text = isEdge(tokens[index + 1], 'before') ? start.replace(/\s+$/, '') : start;
      return text.replace(/\s+/g, ' ');
    })
    .join('')
    .split(HOLE);
}

/** @param {string} token @param {boolean[]} open */
function trackElements(token, open) {
  const [, slash, name = ''] = /^<(\/?)([a-z][\w-]*)/i.exec(token) ?? [];
  if (!name || VOID.test(name) || token.endsWith('/>')) return;
  if (slash) open.pop();
  else open.push(LAYOUTS.test(token) || LAYOUT_ELEMENTS.test(name));
}

/** White space between attributes; the values stay as they are. @param {string} tag */
const minifyTag = (tag) =>
  tag.replace(/"[^"]*"|'[^']*'|\s+(\/?>)|\s+/g, (match, end) => {
    if (/^["']/.test(match)) return match;
    return end ?? ' ';
  });

/** Is there the edge of a block at this side of a text? @param {string | undefined} token @param {'before' | 'after'} side */
function isEdge(token, side) {
  const [, slash, name = ''] = /^<(\/?)([a-z][\w-]*)/i.exec(token ?? '') ?? [];
  if (BLOCKS.test(name)) return true;
  // Inside it only: after the start tag, before the end tag.
  return INLINE_BLOCKS.test(name) && (side === 'after' ? !slash : Boolean(slash));
}

/**
 * @param {string} code TypeScript or JavaScript
 * @returns {string}
 */
export function minifyTemplates(code) {
  if (!code.includes('html`')) return code;
  const file = ts.createSourceFile('file.ts', code, ts.ScriptTarget.Latest, true);
  /** @type {{ start: number, end: number, text: string }[]} */
  const changes = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'msg') return;
    if (ts.isTaggedTemplateExpression(node) && /^(?:html|svg)$/.test(node.tag.getText()))
      changes.push(...changesOf(node.template));
    ts.forEachChild(node, visit);
  };
  visit(file);
  changes.sort((one, other) => other.start - one.start);
  let result = code;
  for (const { start, end, text } of changes)
    result = result.slice(0, start) + text + result.slice(end);
  return result;
}

/** @param {ts.TemplateLiteral} template */
function changesOf(template) {
  const parts = ts.isNoSubstitutionTemplateLiteral(template)
    ? [template]
    : [template.head, ...template.templateSpans.map(({ literal }) => literal)];
  const places = parts.map((part) => {
    // Between the delimiters: a backtick or }, and a backtick or ${.
    const start = part.getStart() + 1;
    const isLast = part.getText().endsWith('`');
    return { start, end: part.getEnd() - (isLast ? 1 : 2) };
  });
  const source = template.getSourceFile().text;
  const texts = minifyTemplate(places.map(({ start, end }) => source.slice(start, end)));
  return places.map((place, index) => ({ ...place, text: texts[index] ?? '' }));
}

/** @returns {import('vite').Plugin} */
export const templatesVite = () => ({
  name: 'lucka-templates',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id) || id.includes('/generated/')) return null;
    return { code: minifyTemplates(code), map: null };
  },
});
