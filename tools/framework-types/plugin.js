import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The manifest as types: `types/tags.d.ts` says what each tag takes; react.d.ts, vue.d.ts and svelte.d.ts, which stand beside
 * this file, tell it to their frameworks. The generators that there are name types which they do not import.
 *
 * @typedef {{ name: string, privacy?: string, static?: boolean, readonly?: boolean, kind: string, description?: string,
 *   attribute?: string }} Member
 * @typedef {{ name: string, fieldName: string, description?: string, type?: { text: string } }} Attribute
 * @typedef {{ name: string, tagName: string, description: string, customElement?: boolean, members: Member[],
 *   attributes: Attribute[], events: { name: string }[] }} Declaration
 */

/** For audit tools, and what every form control has. */
const NOT_SET = new Set(['internals', 'form', 'validity', 'validationMessage', 'willValidate']);

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
      member.kind === 'field' &&
      !member.privacy &&
      !member.static &&
      !member.readonly &&
      !NOT_SET.has(member.name),
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

/** A value as an attribute has it: a number may be written as text, and a boolean is there or not. */
type Written<Value> =
  | Value
  | (number extends Value ? \`\${number}\` : never)
  | (boolean extends Value ? '' : never)
  | undefined;

/** What each tag takes, and the events it fires, whatever the framework. */
export interface LuckaTags {
${elements.map(tagOf).join('')}}
`,
    );
    const here = new URL('.', import.meta.url).pathname;
    for (const file of readdirSync(here).filter((name) => name.endsWith('.d.ts')))
      copyFileSync(join(here, file), join(outdir, file));
  },
});
