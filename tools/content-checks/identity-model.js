/**
 * The model of the first flow: the structure that the files in content/flows must have, independent of their texts.
 * An answer is `value > next question [source] (only)`; `rests` are the sentences of the source that must be cited there.
 */

/** @typedef {{ id: string, kind: 'one' | 'many', answers: string[], routes: string[], rests: string }} ModelQuestion */
/** @typedef {{ id: string, if: string, rests: string }} ModelPart */

/** @type {ModelQuestion[]} */
export const QUESTIONS = [
  {
    id: 'q-submitted',
    kind: 'one',
    answers: ['yes > q-document', 'no > q-document', 'unsure > q-document'],
    routes: [],
    rests: '',
  },
  {
    id: 'q-document',
    kind: 'one',
    answers: [
      'passport > q-expired',
      'idcard > q-requirements',
      'several > q-requirements',
      'other > q-requirements',
      'none > q-family',
    ],
    routes: [],
    rests: 'S03',
  },
  {
    id: 'q-expired',
    kind: 'one',
    answers: ['yes > q-requirements', 'no > q-requirements', 'unsure > q-requirements'],
    routes: [],
    rests: '',
  },
  {
    id: 'q-requirements',
    kind: 'many',
    answers: ['original [S02]', 'authority [S04]', 'photo [S05]', 'in-person [S06]', 'none (only)'],
    routes: ['q-special'],
    rests: '',
  },
  {
    id: 'q-special',
    kind: 'one',
    answers: ['country [S17]', 'stateless-palestinian [S18]', 'no'],
    routes: [
      'q-letter if document-complete and not special-origin and document is not other',
      'q-refugee',
    ],
    rests: 'S12 S16 S18',
  },
  {
    id: 'q-family',
    kind: 'one',
    answers: ['yes > q-family-conditions', 'no > q-refugee'],
    routes: [],
    rests: 'S19',
  },
  {
    id: 'q-family-conditions',
    kind: 'many',
    answers: [
      'citizen [S21]',
      'proven [S21]',
      'consistent [S22]',
      'lived-together [S23]',
      'none (only)',
    ],
    routes: ['q-letter if family-complete', 'q-refugee'],
    rests: '',
  },
  {
    id: 'q-refugee',
    kind: 'one',
    answers: ['yes > q-obtain', 'no > q-obtain', 'unsure > q-obtain'],
    routes: [],
    rests: 'S09',
  },
  {
    id: 'q-obtain',
    kind: 'one',
    answers: ['can > q-letter', 'cannot > q-years', 'unsure > q-years'],
    routes: [],
    rests: '',
  },
  {
    id: 'q-years',
    kind: 'one',
    answers: ['yes > q-identity', 'no > q-identity', 'unsure > q-identity'],
    routes: [],
    rests: '',
  },
  {
    id: 'q-identity',
    kind: 'one',
    answers: [
      'same > q-letter',
      'names > q-letter',
      'birthdate > q-letter',
      'other > q-letter',
      'unsure > q-letter',
    ],
    routes: [],
    rests: '',
  },
  {
    id: 'q-letter',
    kind: 'one',
    answers: ['yes > q-visit', 'no > q-visit'],
    routes: [],
    rests: '',
  },
  {
    id: 'q-visit',
    kind: 'one',
    answers: ['can > r-result', 'special > r-result', 'other > r-result'],
    routes: [],
    rests: '',
  },
];

/** @type {Record<string, string>} */
export const FACTS = {
  'document-complete': 'requirements has all of original, authority, photo, in-person',
  'document-incomplete': 'requirements answered and not document-complete',
  'family-complete': 'family-conditions has all of citizen, proven, consistent, lived-together',
  'family-incomplete': 'family-conditions answered and not family-complete',
  'special-origin': 'special is any of country, stateless-palestinian',
};

/** @type {ModelPart[]} */
export const OUTCOMES = [
  { id: 'o-refugee', if: 'refugee is yes', rests: 'S08' },
  {
    id: 'o-doc-meets',
    if: 'document-complete and special is no and document is any of passport, idcard, several',
    rests: 'S02 S04 S05 S06 S01',
  },
  {
    id: 'o-doc-other',
    if: 'document-complete and special is no and document is other',
    rests: 'S03',
  },
  { id: 'o-doc-special', if: 'special-origin', rests: 'S16 S17 S18' },
  { id: 'o-passport-expired', if: 'expired is any of yes, unsure', rests: 'S07' },
  {
    id: 'o-doc-partial',
    if: 'document-incomplete and document is any of passport, idcard, other',
    rests: 'S02 S04 S05 S06 S12',
  },
  { id: 'o-doc-together', if: 'document-incomplete and document is several', rests: 'S13 S12' },
  { id: 'o-no-doc', if: 'document is none', rests: 'S01' },
  { id: 'o-family-possible', if: 'family-complete', rests: 'S19 S20 S21 S22 S23' },
  { id: 'o-family-conditions', if: 'family-incomplete', rests: 'S20 S21 S22 S23' },
  { id: 'o-obtain', if: 'obtain is any of can, unsure', rests: 'S02 S04 S05 S06' },
  { id: 'o-exc-base', if: 'obtain is any of cannot, unsure', rests: 'S24 S25 S27 S31' },
  {
    id: 'o-exc-credible',
    if: 'years is yes and identity is any of same, names, unsure',
    rests: 'S26',
  },
  { id: 'o-exc-years-open', if: 'years is any of no, unsure', rests: 'S26' },
  { id: 'o-exc-names', if: 'identity is names', rests: 'S30' },
  { id: 'o-exc-changed', if: 'identity is any of birthdate, other, unsure', rests: 'S28' },
  { id: 'o-exc-birthdate', if: 'identity is birthdate', rests: 'S29' },
  { id: 'o-visit', if: 'always', rests: 'S32 S33 S38' },
  { id: 'o-letter-wait', if: 'letter is no', rests: 'S34 S35 S36' },
  { id: 'o-book', if: 'letter is yes and visit is can', rests: 'S35 S37' },
  { id: 'o-exempt', if: 'visit is special', rests: 'S41 S42 S43' },
  { id: 'o-contact', if: 'visit is any of special, other', rests: 'S39 S40' },
];

/** @type {ModelPart[]} */
export const ITEMS = [
  { id: 'c-refer-passport', if: 'submitted is yes', rests: 'S10 S11' },
  { id: 'c-do-not-submit', if: 'document is not none', rests: 'S14 S15' },
  { id: 'c-original', if: 'requirements answered and not requirements has original', rests: 'S02' },
  {
    id: 'c-authority',
    if: 'requirements answered and not requirements has authority',
    rests: 'S04',
  },
  { id: 'c-photo', if: 'requirements answered and not requirements has photo', rests: 'S05' },
  {
    id: 'c-in-person',
    if: 'requirements answered and not requirements has in-person',
    rests: 'S06',
  },
  { id: 'c-special', if: 'special-origin', rests: 'S16 S18' },
  { id: 'c-refugee-decision', if: 'refugee is unsure', rests: 'S09' },
  { id: 'c-family', if: 'family is yes', rests: 'S20' },
  { id: 'c-wait-letter', if: 'letter is no', rests: 'S36' },
  { id: 'c-book', if: 'letter is yes and visit is can', rests: 'S35' },
  { id: 'c-certificate', if: 'visit is special', rests: 'S43' },
  { id: 'c-contact', if: 'visit is any of special, other', rests: 'S39 S40' },
];

/** Each path shows at least one of these sections: the others are about the visit. */
export const isAboutIdentity = (/** @type {string} */ id) =>
  /^o-(?:doc|no-doc|family|exc|obtain|refugee)/.test(id);
