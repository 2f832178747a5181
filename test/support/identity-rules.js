/**
 * An independent implementation of the first flow, without the flow language: the target and the outcomes of each answer.
 * The code that reads, follows and evaluates the Markdown must have the same results.
 */

/** @typedef {Record<string, string | string[]>} Facts answers on the path only */

const ALL_OF_DOCUMENT = ['original', 'authority', 'photo', 'in-person'];
const ALL_OF_FAMILY = ['citizen', 'proven', 'consistent', 'lived-together'];

const isOneOf = (/** @type {unknown} */ value, /** @type {string[]} */ ...values) =>
  typeof value === 'string' && values.includes(value);
const includesAll = (/** @type {unknown} */ chosen, /** @type {string[]} */ values) =>
  Array.isArray(chosen) && values.every((value) => chosen.includes(value));

const isComplete = (/** @type {Facts} */ facts) =>
  includesAll(facts['requirements'], ALL_OF_DOCUMENT);
const isIncomplete = (/** @type {Facts} */ facts) => 'requirements' in facts && !isComplete(facts);
const isFamily = (/** @type {Facts} */ facts) =>
  includesAll(facts['family-conditions'], ALL_OF_FAMILY);
const isNoFamily = (/** @type {Facts} */ facts) => 'family-conditions' in facts && !isFamily(facts);
const isSpecial = (/** @type {Facts} */ { special }) =>
  isOneOf(special, 'country', 'stateless-palestinian');
const lacks = (/** @type {string} */ value) => (/** @type {Facts} */ facts) =>
  'requirements' in facts && !includesAll(facts['requirements'], [value]);

const UNSURE = ['yes', 'no', 'unsure'];

/** The answers to each question: those of which one is chosen, and those of which several are. @type {Record<string, { one?: string[], many?: string[] }>} */
const ANSWERS = {
  submitted: { one: UNSURE },
  document: { one: ['passport', 'idcard', 'several', 'other', 'none'] },
  expired: { one: UNSURE },
  requirements: { many: ALL_OF_DOCUMENT },
  special: { one: ['country', 'stateless-palestinian', 'no'] },
  family: { one: ['yes', 'no'] },
  'family-conditions': { many: ALL_OF_FAMILY },
  refugee: { one: UNSURE },
  obtain: { one: ['can', 'cannot', 'unsure'] },
  years: { one: UNSURE },
  identity: { one: ['same', 'names', 'birthdate', 'other', 'unsure'] },
  letter: { one: ['yes', 'no'] },
  visit: { one: ['can', 'special', 'other'] },
};

/** What is asked after each question; '' is the result. @type {Record<string, (facts: Facts) => string>} */
const NEXT = {
  submitted: () => 'document',
  document: ({ document }) =>
    document === 'passport' ? 'expired' : document === 'none' ? 'family' : 'requirements',
  expired: () => 'requirements',
  requirements: () => 'special',
  special: (facts) =>
    isComplete(facts) && facts['special'] === 'no' && facts['document'] !== 'other'
      ? 'letter'
      : 'refugee',
  family: ({ family }) => (family === 'yes' ? 'family-conditions' : 'refugee'),
  'family-conditions': (facts) => (isFamily(facts) ? 'letter' : 'refugee'),
  refugee: () => 'obtain',
  obtain: ({ obtain }) => (obtain === 'can' ? 'letter' : 'years'),
  years: () => 'identity',
  identity: () => 'letter',
  letter: () => 'visit',
  visit: () => '',
};

/** @type {[string, (facts: Facts) => boolean][]} */
const OUTCOMES = [
  ['o-refugee', ({ refugee }) => refugee === 'yes'],
  [
    'o-doc-meets',
    (facts) =>
      isComplete(facts) &&
      facts['special'] === 'no' &&
      isOneOf(facts['document'], 'passport', 'idcard', 'several'),
  ],
  [
    'o-doc-other',
    (facts) => isComplete(facts) && facts['special'] === 'no' && facts['document'] === 'other',
  ],
  ['o-doc-special', isSpecial],
  ['o-passport-expired', ({ expired }) => expired === 'yes' || expired === 'unsure'],
  [
    'o-doc-partial',
    (facts) => isIncomplete(facts) && isOneOf(facts['document'], 'passport', 'idcard', 'other'),
  ],
  ['o-doc-together', (facts) => isIncomplete(facts) && facts['document'] === 'several'],
  ['o-no-doc', ({ document }) => document === 'none'],
  ['o-family-possible', isFamily],
  ['o-family-conditions', isNoFamily],
  ['o-obtain', ({ obtain }) => obtain === 'can' || obtain === 'unsure'],
  ['o-exc-base', ({ obtain }) => obtain === 'cannot' || obtain === 'unsure'],
  [
    'o-exc-credible',
    ({ years, identity }) => years === 'yes' && isOneOf(identity, 'same', 'names', 'unsure'),
  ],
  ['o-exc-years-open', ({ years }) => years === 'no' || years === 'unsure'],
  ['o-exc-names', ({ identity }) => identity === 'names'],
  ['o-exc-changed', ({ identity }) => isOneOf(identity, 'birthdate', 'other', 'unsure')],
  ['o-exc-birthdate', ({ identity }) => identity === 'birthdate'],
  ['o-visit', () => true],
  ['o-letter-wait', ({ letter }) => letter === 'no'],
  ['o-book', ({ letter, visit }) => letter === 'yes' && visit === 'can'],
  ['o-exempt', ({ visit }) => visit === 'special'],
  ['o-contact', ({ visit }) => visit === 'special' || visit === 'other'],
];

/** @type {[string, (facts: Facts) => boolean][]} */
const ITEMS = [
  ['c-refer-passport', ({ submitted }) => submitted === 'yes'],
  ['c-do-not-submit', ({ document }) => document !== undefined && document !== 'none'],
  ['c-original', lacks('original')],
  ['c-authority', lacks('authority')],
  ['c-photo', lacks('photo')],
  ['c-in-person', lacks('in-person')],
  ['c-special', isSpecial],
  ['c-refugee-decision', ({ refugee }) => refugee === 'unsure'],
  ['c-family', ({ family }) => family === 'yes'],
  ['c-wait-letter', ({ letter }) => letter === 'no'],
  ['c-book', ({ letter, visit }) => letter === 'yes' && visit === 'can'],
  ['c-certificate', ({ visit }) => visit === 'special'],
  ['c-contact', ({ visit }) => visit === 'special' || visit === 'other'],
];

/** @param {Facts} facts all answers of one path */
export const outcomeIdsFor = (facts) =>
  OUTCOMES.filter(([, isShown]) => isShown(facts)).map(([id]) => id);

/** @param {Facts} facts all answers of one path */
export const itemIdsFor = (facts) =>
  ITEMS.filter(([, isShown]) => isShown(facts)).map(([id]) => id);

/** The ways to answer a question. @param {string} fact @returns {(string | string[])[]} */
function waysToAnswer(fact) {
  const { one, many = [] } = ANSWERS[fact] ?? {};
  if (one) return one;
  const sets = Array.from({ length: 2 ** many.length - 1 }, (_, index) =>
    many.filter((_value, bit) => (index + 1) & (1 << bit)),
  );
  return [...sets, ['none']];
}

/** Every path from the first question to the result. The object handed out is the same each time, changed. @returns {Generator<Facts>} */
export function* everyPath() {
  /** @type {Facts} */
  const facts = {};
  /** @param {string} fact @returns {Generator<Facts>} */
  function* follow(fact) {
    if (!fact) return void (yield facts);
    for (const way of waysToAnswer(fact)) {
      facts[fact] = way;
      yield* follow(NEXT[fact]?.(facts) ?? '');
    }
    delete facts[fact];
  }
  yield* follow('submitted');
}
