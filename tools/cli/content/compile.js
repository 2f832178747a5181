import { COMPOSER_PARTS } from './layout.js';

/**
 * Markdown -> what an element reads: the same for the built-in content, which becomes modules, and for an agency's pack, which
 * becomes JSON.
 */

/** @typedef {import('../../../src/content/document.js').ContentDocument} ContentDocument */
/** @typedef {import('../../../src/content/flow/flow.js').Flow} Flow */
/** @typedef {import('../../../src/content/flow/flow.js').FlowProblem} FlowProblem */
/** @typedef {Readonly<Record<string, unknown>>} Meta */

/** @typedef {'' | 'raw' | 'digest' | 'flow' | 'text' | 'terms' | 'form' | 'feedback'} Part */

/**
 * @typedef {object} Compiler the code that runs in the page, from src/ or dist/
 * @property {(source: string) => Promise<ContentDocument>} compileDocument
 * @property {(source: string) => { flow: Flow, problems: readonly FlowProblem[] }} readFlow
 */

/**
 * @typedef {object} Surroundings of a document
 * @property {Meta | undefined} agency for terms and the texts beside them: front matter of `agency.{lang}.md`, which says who answers for
 *   the personal data where they do not say so themselves
 * @property {string} sources text of `sources.md`; '' when there is none
 */

/**
 * The part of a document that an element reads. Only terms keep the digest of their text, which is accepted by it.
 *
 * @param {string} source the text of a Markdown file
 * @param {Part} part
 * @param {Compiler} compiler
 * @param {Surroundings} surroundings
 * @returns {Promise<unknown>}
 * @throws {Error} with a line, where the text is broken
 */
export async function compilePart(source, part, compiler, { agency, sources }) {
  if (part === 'raw') return source;
  if (part === 'flow') return compileFlow(source, compiler, sources);
  const document = await compiler.compileDocument(source);
  switch (part) {
    case 'digest':
      return document.digest;
    case 'terms':
      return withAgency({ ...document, blocks: withoutSources(document.blocks) }, agency);
    case 'text':
      return withAgency(
        { ...document, blocks: withoutSources(document.blocks), digest: '' },
        agency,
      );
    case 'form':
    case 'feedback':
      return partOf(document, COMPOSER_PARTS, part);
    default:
      return document;
  }
}

/**
 * The sections of one part of a document.
 *
 * @param {ContentDocument} document
 * @param {Readonly<Record<string, readonly string[]>>} parts ids of sections, by part
 * @param {string} part
 * @returns {ContentDocument}
 * @throws {Error} for a section that is in no part, and would never be shown
 */
export function partOf({ blocks, ...rest }, parts, part) {
  const known = new Set(Object.values(parts).flat());
  let id = '';
  const chosen = blocks.filter((block) => {
    if (block.type === 'heading' && block.level <= 2) id = block.id ?? '';
    if (id && !known.has(id)) throw new Error(`The section "${id}" is in no part of the content.`);
    return parts[part]?.includes(id);
  });
  return { ...rest, blocks: withoutSources(chosen), digest: '' };
}

/**
 * Without the numbers of source sentences and the marks of what has no source, which these texts do not show: bytes in every page.
 *
 * @template {{ type?: string, content?: any, items?: any }} Node
 * @param {readonly (Node | string)[]} nodes
 * @returns {any[]}
 */
export function withoutSources(nodes) {
  /** @type {(Node | string)[]} */
  const kept = [];
  for (const node of nodes) {
    const last = kept.at(-1);
    if (typeof node === 'string' && typeof last === 'string') kept.splice(-1, 1, last + node);
    else if (typeof node === 'string') kept.push(node);
    else if (node.type !== 'source' && node.type !== 'editorial')
      kept.push({
        ...node,
        ...(node.content && { content: withoutSources(node.content) }),
        ...(node.items && { items: withoutSources(node.items) }),
      });
  }
  return kept;
}

/** @param {ContentDocument} document @param {Meta | undefined} agency */
function withAgency(document, agency) {
  if (!agency || document.meta['controller']) return document;
  const { name, orgNumber, address, phone, web, dpo } = agency;
  const controller = Object.fromEntries(
    Object.entries({ name, orgNumber, address, phone, web, dpo }).filter(([, value]) => value),
  );
  return { ...document, meta: { ...document.meta, controller } };
}

/** @param {string} source @param {Compiler} compiler @param {string} sources */
function compileFlow(source, { readFlow }, sources) {
  const { flow, problems } = readFlow(source);
  const [problem] = problems;
  if (problem) throw new Error(`The flow is broken: line ${problem.line}, ${problem.message}`);
  const texts = { ...sourcesCitedIn(source, flow.lang, sources), ...flow.sources };
  // Lines are for error messages, and there are none.
  const text = JSON.stringify({ ...flow, sources: texts }, (key, value) =>
    key === 'line' || key === 'ifLine' ? undefined : value,
  );
  return JSON.parse(text);
}

/** What each cited number states, by the language's column of `sources.md`: English, then Swedish. @param {string} source @param {string} lang @param {string} sources */
function sourcesCitedIn(source, lang, sources) {
  const cited = new Set([...source.matchAll(/\[\^([A-Z]\d+)\]/g)].map(([, number]) => number));
  const rows = [...sources.matchAll(/^\| ([A-Z]\d+) \| (.+?) \| (.+?) \|$/gm)];
  return Object.fromEntries(
    rows
      .filter(([, number]) => cited.has(number))
      .map(([, number, english, swedish]) => [number, lang === 'sv' ? swedish : english]),
  );
}
