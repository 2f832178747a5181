/**
 * Which modules of the browser build stand in one file: the only place where load time is decided, beside the `LazyFeature`s of
 * the elements. A module that is not named here stands with what imports it.
 */

/** What all elements need from the start: Lit, the interface languages, the content renderer, the base styles. */
const CORE = [
  /\/node_modules\/(?:lit|lit-html|lit-element|@lit)\/(?!.*(?:directives|async-directive))/,
  // The names of characters are for texts that use them.
  /\/dist\/vendor\/(?!character-entities)/,
  /\/dist\/i18n\/(?!generated|time-zone|plural|dates|language-name)/,
  /\/dist\/shared\/(?:define-once|supported|version|attributes|heading-level|form-associated-element|element-context|adopt-styles|store|lazy-feature|icons)\.js$/,
  /\/dist\/content\/(?:render|heading|lang-attributes|load|follow-link|safe-url)\.js$/,
  /\/dist\/styles\/(?:base|button|details|generated\/tokens)\.js$/,
];

/**
 * Small modules of which every element has a copy in its own files. A file each would cost a request and compress worse, and
 * one file for all would bring every page what only one element uses. They hold no state.
 */
const COPIED = [
  /\/dist\/styles\/.*\.js$/,
  /\/dist\/shared\/(?:templates\/.*|icon-paths|print-document|field-observer|resource|storage|user-error|error-messages|operation-runner|timers|slow-request|page-notices|page-focus)\.js$/,
  /\/dist\/content\/(?:plain-text|strip-annotations|phone-numbers|document)\.js$/,
  /\/dist\/i18n\/(?:plural|language-name)\.js$/,
  /\/dist\/services\/(?:idempotency-keys?|with-timeout|is-service-error|service-error-mark)\.js$/,
  /\/node_modules\/lit(?:-html)?\/(?:directives|async-directive)/,
];

/**
 * What an element needs before Lit, and so before the core: it has copies of these too. Most pages with a banner never load Lit.
 *
 * @type {Readonly<Record<string, readonly RegExp[]>>}
 */
const COPIED_BEFORE_LIT = {
  'maintenance-banner': [
    /\/dist\/services\/(?!decode-text).*\.js$/,
    // With the notices themselves in one file: without them nothing here imports it.
    /\/dist\/i18n\/(?:default-zone|time-zone)\.js$/,
    /\/dist\/shared\/(?:attributes|define-once|store|supported|version)\.js$/,
  ],
};

/** What shows the banner's notices, and the modules that it has its own copy of, since the banner itself needs little of them. */
const NOTICES = /\/maintenance-banner\/(?:notices|dismissal)\//;
const COPIED_FOR_NOTICES = /\/maintenance-banner\/(?:events|state)\.js$/;

/** The element that a module belongs to: by its folder, by its entry point, or as its copy. */
const OWNER = /\/dist\/elements\/([\w-]+)\/|\/dist\/([\w-]+)\.js$|\?([\w-]+)$/;

/**
 * The copy of a module for the element that imports it.
 *
 * @param {string} id path of the module
 * @param {string} importer path of the module that imports it
 * @returns {string | undefined} its path and `?` with the element's tag; undefined when the module is not copied
 */
export function copyFor(id, importer) {
  const [, tag] = OWNER.exec(importer)?.filter(Boolean) ?? [];
  if (!tag) return undefined;
  if (NOTICES.test(importer) && COPIED_FOR_NOTICES.test(id)) return `${id}?notices`;
  if (COPIED_BEFORE_LIT[tag]?.some((pattern) => pattern.test(id))) return `${id}?${tag}`;
  if (CORE.some((pattern) => pattern.test(id))) return undefined;
  return COPIED.some((pattern) => pattern.test(id)) ? `${id}?${tag}` : undefined;
}

/** What is loaded at the same moment, in one file each: that compresses better than a file for every module. */
const TOGETHER = {
  request:
    /\/dist\/services\/(?:request|response-error|send|server-clock|(?:is-)?service-error(?:-mark)?)\.js$/,
  'character-entities': /\/node_modules\/character-entities\//,
};

/**
 * Features of one element that are loaded at the same moment, by the name of their file.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const JOINED = {
  // Who chooses a time also reviews it.
  'booking-scheduling': [
    'dist/elements/booking-picker/scheduling/scheduling.js',
    'dist/elements/booking-picker/confirmation/confirmation.js',
  ],
  // Who writes a message sends it.
  'composer-sending': [
    'dist/elements/message-composer/language-gate/language-gate.js',
    'dist/elements/message-composer/sending/sending.js',
    'dist/elements/message-composer/clipboard.js',
  ],
  // Both when the dialog opens.
  'terms-decision': [
    'dist/elements/terms-dialog/decision/decision.js',
    'dist/elements/terms-dialog/reading/reading.js',
  ],
  // Continue needs the one or the other.
  'wizard-result': [
    'dist/elements/document-wizard/result/result.js',
    'dist/elements/document-wizard/validation/validation.js',
  ],
};

/**
 * The content that an element shows first, by its path, with its language: in one file with the words of that language.
 *
 * @type {Readonly<Record<string, RegExp>>}
 */
const FIRST_CONTENT = {
  'booking-picker': /\/content\/booking\/visit\.(\w\w)\.md_text\.js$/,
  'document-wizard': /\/content\/flows\/documents\.(\w\w)\.md_flow\.js$/,
  'message-composer': /\/content\/messages\/composer\.(\w\w)\.md_form\.js$/,
  // The terms, and what stands beside them.
  'terms-dialog':
    /\/content\/terms\/(?:dialog|my-page)\.(\w\w)\.md_(?:text\.js\?with-content|terms\.js)$/,
};

/**
 * Marks the copy of a module that is in one file with an element's first content; a page that does not show that content loads the
 * module alone.
 */
export const WITH_CONTENT = '?with-content';

/**
 * Modules that import what is in such a file, and selectors of elements that do not show the built-in content at first: for them, and
 * with a content pack, they import it alone. src/loader.ts has the same rule. (`src` of the booking picker is no such case: what it lacks
 * comes from the built-in texts.)
 *
 * @type {readonly { importer: RegExp, imported: RegExp, without: string }[]}
 */
export const JOINED_WITH_CONTENT = [
  ...Object.entries({
    'booking-picker': '',
    'document-wizard': 'lucka-document-wizard[src],lucka-document-wizard>script',
    'message-composer': '',
    'terms-dialog':
      'lucka-terms-dialog:is([src],[endpoint],[manual],[mode=view]),lucka-terms-dialog>script',
  }).map(([element, without]) => ({
    importer: new RegExp(`/generated/translations/${element}\\.js$`),
    imported: /import\("(\.\/\w+\/[\w-]+\.js)"\)/g,
    without,
  })),
  {
    importer: /\/elements\/terms-dialog\/content\.js$/,
    imported: /import\("([./]+\/content\/terms\/dialog\.\w\w\.md_text\.js)"\)/g,
    without: 'lucka-terms-dialog:is([src],[endpoint]),lucka-terms-dialog>script',
  },
];

/** The file with an element's words and first content in one language. @param {string} id @returns {string | undefined} */
function languageFileOf(id) {
  for (const [element, content] of Object.entries(FIRST_CONTENT)) {
    const [, lang] = content.exec(id) ?? [];
    if (lang) return `${element}.${lang}`;
  }
  const [, lang, element] =
    /\/generated\/translations\/(\w\w)\/([\w-]+)\.js\?with-content$/.exec(id) ?? [];
  return lang && `${element}.${lang}`;
}

/** Files that src/loader.ts requests by their names, so that they must be there. */
export const PRELOADED = ['en', 'sv'].flatMap((lang) => [
  'core',
  ...Object.keys(FIRST_CONTENT).map((element) => `${element}.${lang}`),
]);

/** @param {string} id path of a module @returns {string | undefined} name of its file in cdn/chunks/ */
export function chunkOf(id) {
  const file = languageFileOf(id);
  if (file) return file;
  // A copy is with its element.
  if (id.includes('?')) return undefined;
  if (CORE.some((pattern) => pattern.test(id))) return 'core';
  return Object.entries(TOGETHER).find(([, pattern]) => pattern.test(id))?.[0];
}
