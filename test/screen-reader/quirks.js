/**
 * What Orca 43 does by itself, with plain HTML as well: it is no fault of an element. README.md has the plain HTML.
 *
 * @typedef {object} Quirk
 * @property {readonly import('./session.js').Browser[]} browsers
 * @property {string} reason
 * @property {(phrase: string, phrases: readonly string[]) => boolean} mayRepeat may this phrase be said twice in this step?
 */

/**
 * What Orca says of its own accord, at one time and not at another: what a page consists of, what is left and
 * what surrounds the place, its mode. A transcript
 * has it; a comparison does not ask for it.
 */
export const COMES_AND_GOES =
  /^(?:Page has |leaving |Finished loading|Loading\.|(?:Focus|Browse) mode$|(?:banner|main content|information|statusbar|misspelled|Selection deleted)\.?$|region |Search push button)|panel\.$/;

/** @type {readonly Quirk[]} */
export const QUIRKS = [
  {
    browsers: ['chromium'],
    reason:
      'Chromium tells that a page has loaded at the first move only, and Orca reads the line again.',
    mayRepeat: (_phrase, phrases) => phrases.some((each) => /^Finished loading/.test(each)),
  },
  {
    browsers: ['firefox', 'chromium'],
    reason: 'The description of a field is read on focus, and again when it has changed.',
    mayRepeat: (phrase, phrases) => {
      const before = phrases.slice(0, phrases.indexOf(phrase));
      return before.some((each) =>
        /(?:entry|radio button|check box)\b|invalid entry\.$/.test(each),
      );
    },
  },
  {
    browsers: ['firefox', 'chromium'],
    reason: 'A word that the browser does not know is “misspelled”, each time.',
    mayRepeat: (phrase) => phrase === 'misspelled',
  },
];
