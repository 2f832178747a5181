// @ts-expect-error -- its types are those of plug-ins only
import { create, ts } from '@custom-elements-manifest/analyzer/index.js';
// @ts-expect-error -- it has no types
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const ELEMENTS = 'src/elements';

/**
 * The attributes that each element documents, and those that it observes for their former names: the only ones that the loader
 * accepts from `data-lucka`.
 *
 * @returns {Record<string, string>} the text of each generated file, by its path
 */
export function generateAttributes() {
  // Each element's class is in the file with its name.
  const modules = readdirSync(ELEMENTS).map((name) => {
    const path = join(ELEMENTS, name, `${name}.ts`);
    return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2015, true);
  });
  const manifest = create({ modules, plugins: litPlugin(), context: { dev: false } });
  return { 'src/shared/generated/element-attributes.ts': moduleOf(attributesIn(manifest)) };
}

/** @param {any} manifest @returns {[tag: string, attributes: string[]][]} */
const attributesIn = ({ modules }) =>
  modules
    .flatMap((/** @type {any} */ { declarations }) => declarations)
    .filter((/** @type {any} */ { tagName }) => tagName)
    .map((/** @type {any} */ { tagName, attributes }) => [
      tagName,
      attributes.map((/** @type {any} */ { name }) => name).sort(),
    ]);

/** @param {[tag: string, attributes: string[]][]} elements */
const moduleOf = (elements) => `// Made by tools/generate-attributes.js.
/** The attributes that each element documents, separated by spaces. */
export const elementAttributes: Readonly<Record<string, string>> = {
${elements.map(([tag, names]) => `  '${tag}':\n    '${names.join(' ')}',`).join('\n')}
};
`;
