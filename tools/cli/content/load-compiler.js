import { existsSync, readFileSync } from 'node:fs';

const dist = new URL('../../../dist/', import.meta.url);

/**
 * What content is compiled and checked with: the very code of the package that runs in the page.
 *
 * @returns {Promise<import('./compile.js').Compiler & {
 *   readFrontMatter: import('./read-folder.js').ReadFrontMatter,
 *   proveFlow: (flow: import('./compile.js').Flow) => { problems: readonly import('./compile.js').FlowProblem[] },
 *   noticeRules: import('./notices.js').NoticeRules,
 *   messages: string,
 *   messageIds: Readonly<Record<string, readonly string[]>>,
 * }>} `messages`: the package's XLIFF file; `messageIds`: those that an element shows
 * @throws {Error} the package has not been built
 */
export async function loadCompiler() {
  if (!existsSync(new URL('content.js', dist)))
    throw new Error('Lucka has not been built: run `npm run build` in its folder first.');
  const load = (/** @type {string} */ file) => import(new URL(file, dist).href);
  const read = (/** @type {string} */ file) => readFileSync(new URL(file, dist), 'utf8');
  const [compile, flow, frontMatter, rules, annotations] = await Promise.all([
    load('content/compile.js'),
    load('flow.js'),
    load('content/front-matter.js'),
    load('elements/maintenance-banner/notices/notice-rules.js'),
    load('content/strip-annotations.js'),
  ]);
  const { validateNotice } = rules;
  const { stripAnnotations } = annotations;
  return {
    compileDocument: compile.compileDocument,
    readFlow: flow.readFlow,
    proveFlow: flow.proveFlow,
    readFrontMatter: frontMatter.readFrontMatter,
    noticeRules: {
      validateNotice,
      stripAnnotations,
      values: JSON.parse(read('notice-values.json')),
    },
    messages: read('locales/sv.xlf'),
    messageIds: JSON.parse(read('locales/message-ids.json')),
  };
}
