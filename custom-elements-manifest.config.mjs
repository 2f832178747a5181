import { readdirSync } from 'node:fs';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { frameworkTypesPlugin } from './tools/framework-types/plugin.js';

const outdir = './types';

/** The analyzer reads files in the order in which the disk answers; the build must be the same each time. */
const sortModules = {
  name: 'sort-modules',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    modules.sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

/** A base class has no tag of its own: what it gives is listed with the elements. */
const unmarkBaseClasses = {
  name: 'unmark-base-classes',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    for (const declaration of modules.flatMap(({ declarations = [] }) => declarations))
      if (!declaration.tagName) delete declaration.customElement;
  },
};

/** Members that the browser and Lit call, which they find by these names. */
const LIFECYCLE =
  /^(?:createRenderRoot|(?:will|should)Update|(?:first)?[uU]pdated|render|internals|formAssociated|observedAttributes|(?:connected|disconnected|adopted|attributeChanged|form\w+)Callback)$/;

/**
 * Members that pages may use; variables within functions, which the analyzer takes for those of the module, are not listed
 * either.
 */
const publicMembers = {
  name: 'public-members',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    for (const module of modules) {
      module.declarations = module.declarations.filter(({ kind }) => kind === 'class');
      for (const declaration of module.declarations)
        if (declaration.members)
          declaration.members = declaration.members.filter(
            ({ name, privacy = 'public' }) =>
              privacy === 'public' && !/^[#_]/.test(name) && !LIFECYCLE.test(name),
          );
    }
  },
};

/** An attribute that is observed only for its former name is not documented. */
const documentedAttributes = {
  name: 'documented-attributes',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    for (const declaration of modules.flatMap(({ declarations = [] }) => declarations))
      if (declaration.attributes)
        declaration.attributes = declaration.attributes.filter(
          ({ fieldName, description }) => fieldName || description,
        );
  },
};

/**
 * The words that an attribute takes, as the class documents them: the analyzer has only the name of the type, which editors
 * offer as a value.
 */
const documentedTypes = {
  name: 'documented-types',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const { attributes = [], members = [] } =
      moduleDoc.declarations.find(({ name }) => name === node.name?.text) ?? {};
    for (const { tagName, comment } of ts.getJSDocTags(node)) {
      if (tagName.text !== 'attr') continue;
      const [, text, attribute] = /^\{([^}]+)\} ([\w-]+)/.exec(comment) ?? [];
      for (const each of [
        ...attributes.filter(({ name }) => name === attribute),
        ...members.filter((member) => member.attribute === attribute),
      ])
        if (/^[A-Z]\w*$/.test(each.type?.text)) each.type = { text };
    }
  },
};

/** What a method returns, of which the analyzer reads neither the words nor, beside them, the type. */
const documentedResults = {
  name: 'documented-results',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const { members = [] } =
      moduleDoc.declarations.find(({ name }) => name === node.name?.text) ?? {};
    for (const method of node.members.filter(ts.isMethodDeclaration)) {
      const [returned] = ts.getJSDocTags(method).filter(ts.isJSDocReturnTag);
      const member = members.find(({ name }) => name === method.name.getText());
      if (returned && member)
        member.return = {
          type: { text: method.type?.getText() ?? '' },
          description: ts.getTextOfJSDocComment(returned.comment),
        };
    }
  },
};

export default {
  // What a page can import: the classes of the elements with their base class, and their events.
  globs: [
    ...readdirSync('src/elements').map((tag) => `src/elements/${tag}/{${tag},events}.ts`),
    'src/shared/form-associated-element.ts',
  ],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    sortModules,
    unmarkBaseClasses,
    publicMembers,
    documentedAttributes,
    documentedTypes,
    documentedResults,
    customElementVsCodePlugin({ outdir }),
    customElementJetBrainsPlugin({ outdir, packageJson: false }),
    frameworkTypesPlugin({ outdir, classes: '../dist/classes.js' }),
  ],
};
