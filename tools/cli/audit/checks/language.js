import { ownFinding } from '../rules.js';

/** The package's own judge of languages, which the build makes. */
const DETECTOR = new URL('../../../../dist/language.js', import.meta.url).href;

/** Fewer letters are too little to go by. */
const FEWEST_LETTERS = 40;
/** How sure the judgement has to be. */
const SURE = 0.97;

/**
 * WCAG 3.1.2: sentences in another language than they are marked with. Swedish and English are told apart from each other and
 * from all other languages; of a page in a third language nothing is said but that a sentence is Swedish or English.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} [address] of the module that judges
 * @returns {Promise<import('../findings.js').Finding[]>}
 */
export async function checkLanguage(page, address = DETECTOR) {
  const detectLanguage = await detector(address);
  if (!detectLanguage)
    return [
      ownFinding('not-checked', {
        message: 'languages of parts (3.1.2) were not checked: dist/language.js is not built',
      }),
    ];
  /** @type {{ text: string, lang: string, target: import('../findings.js').Target }[]} */
  const sentences = await page.evaluate(() => /** @type {any} */ (window).luckaAudit.sentences());
  return sentences.flatMap(({ text, lang, target }) => {
    const { language, confidence, letters } = detectLanguage(text);
    const marked = lang.toLowerCase().split('-')[0] ?? '';
    if (letters < FEWEST_LETTERS || confidence < SURE || language === 'unknown') return [];
    if (language === marked) return [];
    if (language === 'other') {
      if (marked !== 'sv' && marked !== 'en') return [];
      return [
        ownFinding('language', {
          message: `is marked as ${lang}, and is in another language`,
          target,
        }),
      ];
    }
    return [
      ownFinding('language', { message: `is marked as ${lang}, and is in ${language}`, target }),
    ];
  });
}

/** @param {string} address @returns {Promise<((text: string) => { language: string, confidence: number, letters: number }) | undefined>} */
async function detector(address) {
  try {
    // By address, since the package is built after its types are checked.
    const { detectLanguage } = await import(address);
    return detectLanguage;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ERR_MODULE_NOT_FOUND')
      return undefined;
    throw error;
  }
}
