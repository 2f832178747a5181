/**
 * What a content folder holds: see "For editors" in the README. The built-in content has the same layout.
 */

/**
 * @typedef {object} DocumentKind
 * @property {RegExp} path of the file without its language, such as `terms/my-page`
 * @property {'agency' | 'terms' | 'text' | 'composer' | 'flow' | 'notice'} carrier how it is compiled
 * @property {readonly string[]} [sections] ids that must be there: an element shows each in a place of its own
 * @property {readonly string[]} [optional] further ids that an element shows
 * @property {readonly string[]} keys of the front matter that must be there
 */

/** Parts of the composer's texts by the ids of their sections: those of the form, and what is said about a message once somebody writes. */
export const COMPOSER_PARTS = {
  form: ['lead', 'no-attachments', 'supplements', 'handling', 'stored', 'privacy', 'encryption'],
  feedback: [
    'stored',
    'shared-computer',
    'reply',
    'language',
    'notice-file',
    'notice-supplementary',
    'notice-identity-document',
    'notice-personal-number',
    'contact',
    'words',
  ],
};

/** Level 3 headings of the composer's `## {#words}`: the word lists of its hints. */
export const WORD_LISTS = [
  'words-supplementary-sv',
  'words-supplementary-en',
  'words-identity-document-sv',
  'words-identity-document-en',
];

/** @type {readonly DocumentKind[]} */
export const KINDS = [
  { path: /^agency$/, carrier: 'agency', keys: ['name', 'inSentence', 'genitive'] },
  {
    path: /^terms\/dialog$/,
    carrier: 'text',
    keys: ['id', 'version', 'title'],
    sections: ['beside-buttons', 'decline', 'record', 'changed'],
  },
  {
    path: /^terms\/[a-z0-9][a-z0-9-]*$/,
    carrier: 'terms',
    keys: ['id', 'version', 'title', 'effective'],
  },
  {
    path: /^messages\/composer$/,
    carrier: 'composer',
    keys: ['id', 'version', 'title'],
    sections: [
      'lead',
      'no-attachments',
      'supplements',
      'handling',
      'stored',
      'shared-computer',
      'reply',
      'language',
      'notice-file',
      'notice-supplementary',
      'notice-personal-number',
      'privacy',
      'contact',
      'words',
      'words-supplementary-sv',
      'words-supplementary-en',
    ],
    optional: [
      'encryption',
      'notice-identity-document',
      'words-identity-document-sv',
      'words-identity-document-en',
    ],
  },
  { path: /^flows\/[a-z0-9][a-z0-9-]*$/, carrier: 'flow', keys: [] },
  {
    path: /^booking\/visit$/,
    carrier: 'text',
    keys: ['id', 'version', 'title', 'calendarTitle'],
    sections: [
      'cannot-visit',
      'elsewhere',
      'no-times',
      'before-visit',
      'if-you-do-not-come',
      'after-cancel',
      'unknown',
    ],
    optional: ['gate', 'no-letter', 'special-reasons'],
  },
  { path: /^booking\/offices$/, carrier: 'text', keys: ['id', 'version', 'title'] },
  { path: /^notices\/[a-z0-9][a-z0-9-]*$/, carrier: 'notice', keys: ['id', 'kind', 'title'] },
];

/** @param {string} stem path without language and `.md` @returns {DocumentKind | undefined} */
export const kindOf = (stem) => KINDS.find(({ path }) => path.test(stem));
