import type { WizardFacts } from '../src/elements/document-wizard/state.js';

// What the built-in flow shows to whom: for stories and tests.

/** Worked out by hand from the source: who answers this is shown that, and why. */
export interface Case {
  readonly facts: WizardFacts;
  readonly outcomes: string;
  readonly items: string;
  readonly reason: string;
}

const ALL = ['original', 'authority', 'photo', 'in-person'];
const FAMILY = ['citizen', 'proven', 'consistent', 'lived-together'];
/** A letter has come, and a visit is possible. */
const READY = { letter: 'yes', visit: 'can' };
const PASSPORT = { submitted: 'no', document: 'passport', expired: 'no' };
/** A document that has everything that is required, from a country without special requirements. */
const COMPLETE = { requirements: ALL, special: 'no' };
const NOT_IN_PERSON = { requirements: ['original', 'authority', 'photo'], special: 'no' };
const CAN_OBTAIN = { refugee: 'no', obtain: 'can' };
const CANNOT_OBTAIN = { refugee: 'no', obtain: 'cannot' };
const NO_DOCUMENT = { submitted: 'no', document: 'none' };

export const CASES: readonly Case[] = [
  {
    facts: { ...PASSPORT, ...COMPLETE, letter: 'no', visit: 'can' },
    outcomes: 'o-doc-meets o-visit o-letter-wait',
    items: 'c-do-not-submit c-wait-letter',
    reason: 'S02, S04, S05, S06 are all true; nobody books before the letter (S36)',
  },
  {
    facts: { ...PASSPORT, ...COMPLETE, ...READY },
    outcomes: 'o-doc-meets o-visit o-book',
    items: 'c-do-not-submit c-book',
    reason: 'the letter has come and says how to book (S35), in one of eight places (S37)',
  },
  {
    facts: { ...PASSPORT, expired: 'yes', ...COMPLETE, ...READY },
    outcomes: 'o-doc-meets o-passport-expired o-visit o-book',
    items: 'c-do-not-submit c-book',
    reason: 'an expired passport can be accepted (S07)',
  },
  {
    facts: { ...PASSPORT, expired: 'unsure', ...COMPLETE, ...READY },
    outcomes: 'o-doc-meets o-passport-expired o-visit o-book',
    items: 'c-do-not-submit c-book',
    reason: 'who does not know whether it has expired should know S07 too',
  },
  {
    facts: { ...PASSPORT, submitted: 'yes', ...COMPLETE, ...READY },
    outcomes: 'o-doc-meets o-visit o-book',
    items: 'c-refer-passport c-do-not-submit c-book',
    reason: 'a passport handed in before can be referred to (S10), under a heading (S11)',
  },
  {
    facts: { ...PASSPORT, submitted: 'unsure', ...COMPLETE, ...READY },
    outcomes: 'o-doc-meets o-visit o-book',
    items: 'c-do-not-submit c-book',
    reason: 'S10 speaks of those who have handed in a passport',
  },
  {
    facts: { submitted: 'no', document: 'idcard', ...COMPLETE, ...READY },
    outcomes: 'o-doc-meets o-visit o-book',
    items: 'c-do-not-submit c-book',
    reason: 'an identity card can be an identity document (S03); S07 is about passports only',
  },
  {
    facts: { submitted: 'no', document: 'several', ...COMPLETE, ...READY },
    outcomes: 'o-doc-meets o-visit o-book',
    items: 'c-do-not-submit c-book',
    reason: 'one of several has everything, so S13 is not needed',
  },
  {
    facts: { submitted: 'no', document: 'other', ...COMPLETE, ...CAN_OBTAIN, ...READY },
    outcomes: 'o-doc-other o-obtain o-visit o-book',
    items: 'c-do-not-submit c-book',
    reason: 'S03 names passports and identity cards; of other kinds the source says nothing',
  },
  {
    facts: { ...PASSPORT, requirements: ALL, special: 'country', ...CAN_OBTAIN, ...READY },
    outcomes: 'o-doc-special o-obtain o-visit o-book',
    items: 'c-do-not-submit c-special c-book',
    reason: 'special requirements (S16, S17) that the page does not list: never said to be enough',
  },
  {
    facts: {
      ...PASSPORT,
      requirements: ALL,
      special: 'stateless-palestinian',
      ...CANNOT_OBTAIN,
      years: 'yes',
      identity: 'same',
      ...READY,
    },
    outcomes: 'o-doc-special o-exc-base o-exc-credible o-visit o-book',
    items: 'c-do-not-submit c-special c-book',
    reason:
      'the documents of stateless Palestinians have special requirements (S18): the exceptions matter (S24–S27)',
  },
  {
    facts: {
      submitted: 'no',
      document: 'idcard',
      requirements: ALL,
      special: 'country',
      ...CAN_OBTAIN,
      letter: 'no',
      visit: 'can',
    },
    outcomes: 'o-doc-special o-obtain o-visit o-letter-wait',
    items: 'c-do-not-submit c-special c-wait-letter',
    reason: 'S16 is about identity documents of any kind',
  },
  {
    facts: {
      submitted: 'no',
      document: 'other',
      requirements: ALL,
      special: 'country',
      refugee: 'yes',
      obtain: 'cannot',
      years: 'no',
      identity: 'names',
      ...READY,
    },
    outcomes: 'o-refugee o-doc-special o-exc-base o-exc-years-open o-exc-names o-visit o-book',
    items: 'c-do-not-submit c-special c-book',
    reason: 'S16 comes before what is said of another kind of document',
  },
  {
    facts: { ...PASSPORT, ...NOT_IN_PERSON, ...CAN_OBTAIN, ...READY },
    outcomes: 'o-doc-partial o-obtain o-visit o-book',
    items: 'c-do-not-submit c-in-person c-book',
    reason: 'S06 is missing; identity may still be considered verified (S12)',
  },
  {
    facts: {
      ...PASSPORT,
      requirements: ['authority', 'photo', 'in-person'],
      special: 'no',
      ...CAN_OBTAIN,
      ...READY,
    },
    outcomes: 'o-doc-partial o-obtain o-visit o-book',
    items: 'c-do-not-submit c-original c-book',
    reason: 'S02 is missing',
  },
  {
    facts: {
      ...PASSPORT,
      requirements: ['original', 'in-person'],
      special: 'no',
      ...CAN_OBTAIN,
      ...READY,
    },
    outcomes: 'o-doc-partial o-obtain o-visit o-book',
    items: 'c-do-not-submit c-authority c-photo c-book',
    reason: 'S04 and S05 are missing',
  },
  {
    facts: { ...PASSPORT, requirements: ['none'], special: 'no', ...CAN_OBTAIN, ...READY },
    outcomes: 'o-doc-partial o-obtain o-visit o-book',
    items: 'c-do-not-submit c-original c-authority c-photo c-in-person c-book',
    reason: 'none of S02, S04, S05, S06',
  },
  {
    facts: {
      submitted: 'no',
      document: 'several',
      requirements: ['original', 'authority', 'in-person'],
      special: 'no',
      ...CAN_OBTAIN,
      ...READY,
    },
    outcomes: 'o-doc-together o-obtain o-visit o-book',
    items: 'c-do-not-submit c-photo c-book',
    reason: 'several documents are assessed together (S13)',
  },
  {
    facts: {
      submitted: 'no',
      document: 'other',
      requirements: ['photo'],
      special: 'no',
      ...CAN_OBTAIN,
      ...READY,
    },
    outcomes: 'o-doc-partial o-obtain o-visit o-book',
    items: 'c-do-not-submit c-original c-authority c-in-person c-book',
    reason: 'another document that lacks three things: what is required, and S12',
  },
  {
    facts: {
      submitted: 'no',
      document: 'idcard',
      requirements: ['original', 'authority', 'in-person'],
      special: 'no',
      refugee: 'yes',
      obtain: 'can',
      ...READY,
    },
    outcomes: 'o-refugee o-doc-partial o-obtain o-visit o-book',
    items: 'c-do-not-submit c-photo c-book',
    reason: 'with a refugee status declaration S08 comes before any requirement',
  },
  {
    facts: { ...PASSPORT, ...NOT_IN_PERSON, refugee: 'unsure', obtain: 'can', ...READY },
    outcomes: 'o-doc-partial o-obtain o-visit o-book',
    items: 'c-do-not-submit c-in-person c-refugee-decision c-book',
    reason: 'the decision shows whether there is a declaration (S09)',
  },
  {
    facts: {
      ...PASSPORT,
      ...NOT_IN_PERSON,
      ...CANNOT_OBTAIN,
      years: 'yes',
      identity: 'same',
      ...READY,
    },
    outcomes: 'o-doc-partial o-exc-base o-exc-credible o-visit o-book',
    items: 'c-do-not-submit c-in-person c-book',
    reason:
      'exceptions for who cannot obtain documents (S24, S25); eight years, one identity (S26)',
  },
  {
    facts: {
      ...PASSPORT,
      ...NOT_IN_PERSON,
      refugee: 'no',
      obtain: 'unsure',
      years: 'yes',
      identity: 'same',
      ...READY,
    },
    outcomes: 'o-doc-partial o-obtain o-exc-base o-exc-credible o-visit o-book',
    items: 'c-do-not-submit c-in-person c-book',
    reason: 'who is not sure sees what a document needs and S24 as well',
  },
  {
    facts: {
      ...PASSPORT,
      ...NOT_IN_PERSON,
      ...CANNOT_OBTAIN,
      years: 'yes',
      identity: 'names',
      ...READY,
    },
    outcomes: 'o-doc-partial o-exc-base o-exc-credible o-exc-names o-visit o-book',
    items: 'c-do-not-submit c-in-person c-book',
    reason: 'spelling and order of names generally do not matter (S30)',
  },
  {
    facts: {
      ...PASSPORT,
      ...NOT_IN_PERSON,
      ...CANNOT_OBTAIN,
      years: 'yes',
      identity: 'birthdate',
      ...READY,
    },
    outcomes: 'o-doc-partial o-exc-base o-exc-changed o-exc-birthdate o-visit o-book',
    items: 'c-do-not-submit c-in-person c-book',
    reason: 'a changed identity can matter (S28), a date of birth can be a problem (S29); not S26',
  },
  {
    facts: {
      ...PASSPORT,
      ...NOT_IN_PERSON,
      ...CANNOT_OBTAIN,
      years: 'yes',
      identity: 'other',
      ...READY,
    },
    outcomes: 'o-doc-partial o-exc-base o-exc-changed o-visit o-book',
    items: 'c-do-not-submit c-in-person c-book',
    reason: 'S28 without the example of S29',
  },
  {
    facts: {
      ...PASSPORT,
      ...NOT_IN_PERSON,
      ...CANNOT_OBTAIN,
      years: 'yes',
      identity: 'unsure',
      ...READY,
    },
    outcomes: 'o-doc-partial o-exc-base o-exc-credible o-exc-changed o-visit o-book',
    items: 'c-do-not-submit c-in-person c-book',
    reason: 'who is not sure sees both S26 and S28',
  },
  {
    facts: {
      ...PASSPORT,
      ...NOT_IN_PERSON,
      ...CANNOT_OBTAIN,
      years: 'no',
      identity: 'same',
      ...READY,
    },
    outcomes: 'o-doc-partial o-exc-base o-exc-years-open o-visit o-book',
    items: 'c-do-not-submit c-in-person c-book',
    reason: 'under eight years the source gives no rule (S26): said so, never refused',
  },
  {
    facts: {
      ...PASSPORT,
      ...NOT_IN_PERSON,
      ...CANNOT_OBTAIN,
      years: 'unsure',
      identity: 'names',
      ...READY,
    },
    outcomes: 'o-doc-partial o-exc-base o-exc-years-open o-exc-names o-visit o-book',
    items: 'c-do-not-submit c-in-person c-book',
    reason: 'eight years are not certain, so S26 stands as it is; S30 for the names',
  },
  {
    facts: {
      ...PASSPORT,
      ...NOT_IN_PERSON,
      ...CANNOT_OBTAIN,
      years: 'no',
      identity: 'birthdate',
      ...READY,
    },
    outcomes:
      'o-doc-partial o-exc-base o-exc-years-open o-exc-changed o-exc-birthdate o-visit o-book',
    items: 'c-do-not-submit c-in-person c-book',
    reason: 'fewer than eight years (S26) and another date of birth (S28, S29)',
  },
  {
    facts: {
      ...PASSPORT,
      expired: 'yes',
      requirements: ['original', 'authority', 'photo'],
      special: 'country',
      ...CAN_OBTAIN,
      ...READY,
    },
    outcomes: 'o-doc-special o-passport-expired o-doc-partial o-obtain o-visit o-book',
    items: 'c-do-not-submit c-in-person c-special c-book',
    reason: 'special requirements (S16), an expired passport (S07) and S06 missing, all three',
  },
  {
    facts: { ...NO_DOCUMENT, family: 'no', ...CAN_OBTAIN, ...READY },
    outcomes: 'o-no-doc o-obtain o-visit o-book',
    items: 'c-book',
    reason: 'without a document there is none to keep (S14); both ways are needed (S01)',
  },
  {
    facts: { ...NO_DOCUMENT, family: 'yes', 'family-conditions': FAMILY, ...READY },
    outcomes: 'o-no-doc o-family-possible o-visit o-book',
    items: 'c-family c-book',
    reason: 'a family member can in some cases certify (S19) when S20 to S23 are true',
  },
  {
    facts: {
      ...NO_DOCUMENT,
      family: 'yes',
      'family-conditions': ['citizen', 'proven', 'consistent'],
      ...CAN_OBTAIN,
      ...READY,
    },
    outcomes: 'o-no-doc o-family-conditions o-obtain o-visit o-book',
    items: 'c-family c-book',
    reason: 'S23 is missing, so what is required is said and the other ways are asked about',
  },
  {
    facts: {
      ...NO_DOCUMENT,
      family: 'yes',
      'family-conditions': ['none'],
      ...CANNOT_OBTAIN,
      years: 'yes',
      identity: 'same',
      ...READY,
    },
    outcomes: 'o-no-doc o-family-conditions o-exc-base o-exc-credible o-visit o-book',
    items: 'c-family c-book',
    reason: 'none of S21 to S23; an exception can be made (S24)',
  },
  {
    facts: {
      ...NO_DOCUMENT,
      family: 'no',
      ...CANNOT_OBTAIN,
      years: 'yes',
      identity: 'same',
      ...READY,
    },
    outcomes: 'o-no-doc o-exc-base o-exc-credible o-visit o-book',
    items: 'c-book',
    reason: 'no document, no family member: S24 to S27',
  },
  {
    facts: {
      ...NO_DOCUMENT,
      family: 'no',
      refugee: 'yes',
      obtain: 'unsure',
      years: 'unsure',
      identity: 'other',
      ...READY,
    },
    outcomes:
      'o-refugee o-no-doc o-obtain o-exc-base o-exc-years-open o-exc-changed o-visit o-book',
    items: 'c-book',
    reason: 'S08 first, then everything that may matter to who is unsure',
  },
  {
    facts: {
      submitted: 'yes',
      document: 'none',
      family: 'yes',
      'family-conditions': FAMILY,
      letter: 'no',
      visit: 'can',
    },
    outcomes: 'o-no-doc o-family-possible o-visit o-letter-wait',
    items: 'c-refer-passport c-family c-wait-letter',
    reason: 'a passport handed in before can be referred to even now (S10)',
  },
  {
    facts: { ...PASSPORT, ...COMPLETE, letter: 'yes', visit: 'special' },
    outcomes: 'o-doc-meets o-visit o-exempt o-contact',
    items: 'c-do-not-submit c-certificate c-contact',
    reason: 'special reasons (S41, S42) must be proven (S43); contact (S39), and nothing to book',
  },
  {
    facts: { ...PASSPORT, ...COMPLETE, letter: 'no', visit: 'special' },
    outcomes: 'o-doc-meets o-visit o-letter-wait o-exempt o-contact',
    items: 'c-do-not-submit c-wait-letter c-certificate c-contact',
    reason: 'the letter is still to come (S34), with the contact details in it (S40)',
  },
  {
    facts: { ...PASSPORT, ...COMPLETE, letter: 'yes', visit: 'other' },
    outcomes: 'o-doc-meets o-visit o-contact',
    items: 'c-do-not-submit c-contact',
    reason: 'not able to visit: contact (S39); S41 is about special reasons only',
  },
  {
    facts: { ...PASSPORT, ...COMPLETE, letter: 'no', visit: 'other' },
    outcomes: 'o-doc-meets o-visit o-letter-wait o-contact',
    items: 'c-do-not-submit c-wait-letter c-contact',
    reason: 'contact (S39) and wait for the letter (S34)',
  },
  {
    facts: {
      submitted: 'yes',
      document: 'passport',
      expired: 'unsure',
      requirements: ['none'],
      special: 'country',
      refugee: 'unsure',
      obtain: 'unsure',
      years: 'unsure',
      identity: 'birthdate',
      letter: 'no',
      visit: 'special',
    },
    outcomes:
      'o-doc-special o-passport-expired o-doc-partial o-obtain o-exc-base o-exc-years-open o-exc-changed o-exc-birthdate o-visit o-letter-wait o-exempt o-contact',
    items:
      'c-refer-passport c-do-not-submit c-original c-authority c-photo c-in-person c-special c-refugee-decision c-wait-letter c-certificate c-contact',
    reason: 'the longest path: whatever may matter is shown, and nothing is refused',
  },
  {
    facts: { ...PASSPORT, ...COMPLETE, family: 'yes', obtain: 'cannot', ...READY },
    outcomes: 'o-doc-meets o-visit o-book',
    items: 'c-do-not-submit c-book',
    reason: 'answers to questions that are not asked on this path do not count',
  },
];
