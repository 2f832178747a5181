import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Converts the manifest to types: `types/tags.d.ts` has the attributes and properties of each tag; react.d.ts, vue.d.ts and
 * svelte.d.ts, which are next to this file, add them to the frameworks. Existing generators name types that they do not import.
 *
 * @typedef {{ name: string, static?: boolean, readonly?: boolean, kind: string, description?: string,
 *   attribute?: string }} Member
 * @typedef {{ name: string, fieldName: string, description?: string, type?: { text: string } }} Attribute
 * @typedef {{ name: string, tagName: string, description: string, customElement?: boolean, members: Member[],
 *   attributes: Attribute[], events: { name: string }[] }} Declaration
 */

/** Members of every form control that are read only. */
const NOT_SET = new Set(['form', 'validity', 'validationMessage', 'willValidate']);

/** @param {string | undefined} text @param {string} indent */
const doc = (text, indent) => (text ? `${indent}/** ${text.replaceAll('*/', '* /')} */\n` : '');

/** @param {Declaration} declaration */
function tagOf({ name, tagName, description, members, attributes, events }) {
  const ofAttribute = (/** @type {Attribute} */ { name: attribute, fieldName, description }) =>
    `${doc(description, '      ')}      '${attribute}'?: Written<${name}['${fieldName}']>;\n`;
  const ofProperty = (/** @type {Member} */ { name: property, description }) =>
    `${doc(description, '      ')}      ${property}?: ${name}['${property}'] | undefined;\n`;
  const properties = members.filter(
    (member) =>
      member.kind === 'field' && !member.static && !member.readonly && !NOT_SET.has(member.name),
  );
  const own = events.filter((event) => event.name.startsWith('lucka-'));
  return `${doc(description.split(/(?<=\.)\s/)[0], '  ')}  '${tagName}': {
    element: ${name};
    attributes: {
${attributes.map(ofAttribute).join('')}    };
    properties: {
${properties.map(ofProperty).join('')}    };
    events: ${own.map((event) => `'${event.name}'`).join(' | ')};
  };
`;
}

/** @param {{ outdir: string, classes: string }} options @returns {import('@custom-elements-manifest/analyzer').Plugin} */
export const frameworkTypesPlugin = ({ outdir, classes }) => ({
  name: 'lucka-framework-types',
  packageLinkPhase({ customElementsManifest }) {
    /** @type {Declaration[]} */
    const elements = /** @type {any} */ (customElementsManifest).modules
      .flatMap((/** @type {any} */ module) => module.declarations ?? [])
      .filter((/** @type {Declaration} */ { customElement }) => customElement);
    mkdirSync(outdir, { recursive: true });
    writeFileSync(
      join(outdir, 'tags.d.ts'),
      `import type { ${elements.map(({ name }) => name).join(', ')} } from '${classes}';

/** The type of an attribute: a number may be a string, and a boolean is present or absent. */
type Written<Value> =
  | Value
  | (number extends Value ? \`\${number}\` : never)
  | (boolean extends Value ? '' : never)
  | undefined;

/** Attributes, properties and events of each tag, independent of the framework. */
export interface LuckaTags {
${elements.map(tagOf).join('')}}
`,
    );
    const here = new URL('.', import.meta.url).pathname;
    for (const file of readdirSync(here).filter((name) => name.endsWith('.d.ts')))
      copyFileSync(join(here, file), join(outdir, file));
  },
});
