/** From the choices of a web team to the text that they copy. No page is needed: tests run it in Node. */

export type Form = 'html' | 'cms' | 'bundler' | 'react' | 'vue' | 'angular' | 'svelte';

/** Names of the elements, without the prefix of the tag. */
export type ElementName =
  'terms-dialog' | 'message-composer' | 'document-wizard' | 'booking-picker' | 'maintenance-banner';

export interface Choices {
  readonly element: ElementName;
  /** Values by attribute; '' sets the attribute without a value. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly lang: 'en' | 'sv';
  /** A theme of the package; '' for none. */
  readonly theme: '' | 'fjall' | 'hamn' | 'ronn';
  readonly form: Form;
  /** What `integritySnippet()` of the package gives; undefined without integrity. */
  readonly integrity?: {
    readonly importMap: string;
    readonly loader: string;
    readonly scriptSource: string;
    /** By element and language, such as `terms-dialog.sv`. */
    readonly hints?: Readonly<Record<string, string>>;
  };
}

/** Where the browser build is on the page's server. */
export const PLACE = '/lucka/';

/** A paragraph that people see without the element: replace its address. */
const FALLBACK: Readonly<Record<ElementName, Readonly<Record<'en' | 'sv', string>>>> = {
  'terms-dialog': {
    en: '<a href="/terms.html">Read the terms of use</a>',
    sv: '<a href="/villkor.html">Läs användarvillkoren</a>',
  },
  'message-composer': {
    en: 'Write to us: Agency, Box 1, 123 45 Town',
    sv: 'Skriv till oss: Myndigheten, Box 1, 123 45 Orten',
  },
  'document-wizard': {
    en: '<a href="/identity.html">Read about identity documents</a>',
    sv: '<a href="/identitet.html">Läs om identitetshandlingar</a>',
  },
  'booking-picker': {
    en: 'Book by telephone: <a href="tel:+46000000000">000-000 00 00</a>',
    sv: 'Boka på telefon: <a href="tel:+46000000000">000-000 00 00</a>',
  },
  'maintenance-banner': {
    en: '<a href="/service-status.html">Service status</a>',
    sv: '<a href="/driftstatus.html">Driftstatus</a>',
  },
};

/** The strict policy of the tests; with integrity, the hash of the import map as well. */
export const policyOf = ({ integrity }: Choices): string =>
  `default-src 'none'; script-src 'self'${integrity ? ` ${integrity.scriptSource}` : ''}; style-src 'self'; ` +
  "connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html lucka";

const escapeValue = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** ` name="value"` for each attribute. */
function attributesOf({ attributes }: Choices, prefix = ''): string {
  return Object.entries(attributes)
    .map(([name, value]) =>
      value === '' && !prefix ? ` ${name}` : ` ${prefix}${name}="${escapeValue(value)}"`,
    )
    .join('');
}

const fallbackOf = ({ element, lang }: Choices): string => `<p>${FALLBACK[element][lang]}</p>`;

const tagOf = (choices: Choices): string => {
  const tag = `lucka-${choices.element}`;
  return `<${tag}${attributesOf(choices)}>\n  ${fallbackOf(choices)}\n</${tag}>`;
};

const divOf = (choices: Choices): string =>
  `<div data-lucka="${choices.element}"${attributesOf(choices, 'data-')}>\n  ${fallbackOf(choices)}\n</div>`;

const indent = (text: string, by: string): string => text.replaceAll(/^(?=.)/gm, by);

/** With content of its own an element loads other files first. */
const showsOwnContent = ({ element, attributes }: Choices): boolean =>
  element !== 'maintenance-banner' &&
  ('src' in attributes ||
    'manual' in attributes ||
    attributes['mode'] === 'view' ||
    (element === 'terms-dialog' && 'endpoint' in attributes));

/** Hints have the hashes of one version in their addresses, as the import map has. */
function scriptsOf(choices: Choices): string {
  const { integrity, element, lang } = choices;
  if (!integrity) return `<script type="module" src="${PLACE}lucka.js"></script>`;
  const { importMap, loader, hints } = integrity;
  const own = showsOwnContent(choices) ? '' : (hints?.[`${element}.${lang}`] ?? '');
  return `${importMap}${own}${loader}`.trim();
}

const themeLinkOf = ({ theme }: Choices): string =>
  theme ? `<link rel="stylesheet" href="${PLACE}themes/${theme}.css" />\n` : '';

function pageOf(choices: Choices, body: string): string {
  // Not indented: the policy has the hash of the import map as it is.
  return `<!doctype html>
<!-- Your server sends this header: Content-Security-Policy: ${policyOf(choices)} -->
<html lang="${choices.lang}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${choices.lang === 'sv' ? 'Min sida' : 'My page'}</title>
${themeLinkOf(choices)}${scriptsOf(choices)}
</head>
<body>
${body}
</body>
</html>
`;
}

/** In a CMS the scripts belong in the template, and the text has the block only. */
const contentSystemPage = (choices: Choices): string =>
  pageOf(
    choices,
    `<!-- Above and below: the template of your site. The block for the editor: -->\n${divOf(choices)}`,
  );

const importsOf = ({ element, theme }: Choices): string =>
  [`import 'lucka/${element}.js';`, ...(theme ? [`import 'lucka/themes/${theme}.css';`] : [])].join(
    '\n',
  );

function reactComponent(choices: Choices): string {
  return `${importsOf(choices)}
import type {} from 'lucka/types/react.d.ts';

export const Lucka = () => (
${indent(tagOf(choices), '  ')}
);
`;
}

function vueComponent(choices: Choices): string {
  return `<!-- vite.config.ts: vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('lucka-') } } }) -->
<script setup lang="ts">
${importsOf(choices)}
import type {} from 'lucka/types/vue.d.ts';
</script>

<template>
${indent(tagOf(choices), '  ')}
</template>
`;
}

function angularComponent(choices: Choices): string {
  return `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import 'lucka/${choices.element}.js';
${choices.theme ? `// In angular.json, "styles": ["node_modules/lucka/dist/themes/${choices.theme}.css"]\n` : ''}
@Component({
  selector: 'app-lucka',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
${indent(tagOf(choices), '    ')}
  \`,
})
export class LuckaComponent {}
`;
}

function svelteComponent(choices: Choices): string {
  return `<script lang="ts">
${indent(importsOf(choices), '  ')}
  import type {} from 'lucka/types/svelte.d.ts';
</script>

${tagOf(choices)}
`;
}

const bundlerFiles = (choices: Choices): string => `// main.js
${importsOf(choices)}

<!-- index.html -->
${tagOf(choices)}
`;

/** The text to copy. */
export function snippetOf(choices: Choices): string {
  const write: Readonly<Record<Form, (choices: Choices) => string>> = {
    html: (chosen) => pageOf(chosen, tagOf(chosen)),
    cms: contentSystemPage,
    bundler: bundlerFiles,
    react: reactComponent,
    vue: vueComponent,
    angular: angularComponent,
    svelte: svelteComponent,
  };
  return write[choices.form](choices);
}

/** Attributes with which most pages begin. Without a server, terms and notices come from the browser build. */
const EXAMPLES: Readonly<Record<ElementName, Choices['attributes']>> = {
  'terms-dialog': {},
  'message-composer': { endpoint: '/api', 'case-id': '12-345678' },
  'document-wizard': {},
  'booking-picker': { endpoint: '/api', 'letter-gate': 'reference' },
  'maintenance-banner': { src: `${PLACE}notices.json` },
};

/** The whole page at the top of an element's overview. */
export const exampleOf = (element: ElementName): string =>
  snippetOf({ element, attributes: EXAMPLES[element], lang: 'en', theme: '', form: 'html' });
