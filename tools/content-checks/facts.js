/**
 * Content that a statement must keep. FACTS: names, figures and addresses that occur, at least once in each language, in the
 * statements with this number. FORCE: "may", "can", "in some cases" and similar words, of which one must occur in every
 * statement whose only source is this number.
 */

/** @typedef {import('./read.js').SourceDocument} SourceDocument */
/** @typedef {import('./read.js').Report} Report */

/** @type {Record<string, { both?: string[], en?: string[], sv?: string[] }>} */
const FACTS = {
  T12: {
    both: ['GDPR', '2016:27'],
    en: ['Act on the Personal Data of Aliens', 'General Data Protection Regulation'],
    sv: ['utlänningsdatalagen', 'dataskyddsförordning', 'registerförfattning'],
  },
  T14: { en: ['data controller'], sv: ['personuppgiftsansvarig'] },
  T29: { both: ['601 70 Norrköping'], en: ['Swedish Migration Agency'], sv: ['Migrationsverket'] },
  T30: { both: ['www.migrationsverket.se', '077-123 52 35', '202100-2163'] },
  T32: {
    both: ['dataskyddsombud@migrationsverket.se'],
    en: ['Data Protection Officer'],
    sv: ['dataskyddsombud'],
  },
  T33: {
    both: ['Integritetsskyddsmyndigheten'],
    en: ['Swedish Authority for Privacy Protection'],
  },
  T48: { en: ['at least two years', 'two months'], sv: ['minst två år', 'två månader'] },
  T51: { en: ['at least 30 days'], sv: ['minst 30 dagar'] },
  S11: { both: ['Övrig information'] },
  S17: { both: ['Afghanistan', 'Somalia', 'Eritrea'], en: ['Iraq'], sv: ['Irak'] },
  S19: {
    en: ['spouse', 'parent', 'adult child', 'sibling', 'in some cases'],
    sv: ['make eller maka', 'förälder', 'vuxna barn', 'syskon', 'i vissa fall'],
  },
  S26: {
    en: ['at least eight years', 'without a break', 'can be considered'],
    sv: ['minst åtta år', 'utan avbrott', 'kan anses'],
  },
  S33: { both: ['personlig inställelse'] },
  S37: {
    both: ['Malmö', 'Växjö', 'Norrköping', 'Örebro', 'Sundbyberg', 'Sundsvall', 'Boden'],
    en: ['Gothenburg'],
    sv: ['Göteborg'],
  },
  S43: {
    both: ['Försäkringskassan'],
    en: ['certificate from a doctor', 'Swedish Social Insurance Agency'],
    sv: ['läkarintyg'],
  },
};

/** @type {Record<string, { en: RegExp, sv: RegExp }>} */
const FORCE = {
  T06: { en: /agree|accept/, sv: /förbinder|godkänner/ },
  T10: { en: /should/, sv: /bör/ },
  T16: { en: /may/, sv: /kan/ },
  T18: { en: /can/, sv: /kan/ },
  T19: { en: /can/, sv: /kan/ },
  T31: { en: /as a general rule/, sv: /som huvudregel/ },
  T36: { en: /must not/, sv: /får inte/ },
  T37: { en: /may be|do not follow|against/, sv: /kan komma|följer|strider/ },
  T42: { en: /may/, sv: /kan du behöva/ },
  T46: { en: /If possible|must|tries/, sv: /om möjligt|ska|försöker/ },
  T49: { en: /may/, sv: /kan komma/ },
  T53: { en: /responsible/, sv: /ansvarar/ },
  S03: { en: /could be|can be/, sv: /kan vara/ },
  S07: { en: /can/, sv: /kan/ },
  S12: { en: /may, in some cases/, sv: /I vissa fall kan/ },
  S13: { en: /will assess/, sv: /kommer .* bedöma/ },
  S14: { en: /should not/, sv: /ska .*inte/ },
  S19: { en: /in some cases|can be/i, sv: /i vissa fall|kan vara/i },
  S24: { en: /can make/, sv: /kan göra/ },
  S25: { en: /can/, sv: /kan|möjligt/ },
  S26: { en: /can be/, sv: /kan/ },
  S28: { en: /can affect|means/, sv: /kan det|kan .*påverka|betyder/ },
  S29: { en: /can be/, sv: /kan/ },
  S30: { en: /generally|means/, sv: /i allmänhet|betyder/ },
  S38: { en: /risk/, sv: /riskerar/ },
  S39: { en: /must/, sv: /måste/ },
  S41: { en: /may be/, sv: /kan/ },
};

/** @param {string} number @param {'en' | 'sv'} lang @param {string} text @returns {string[]} the facts that are not there */
export const factsMissing = (number, lang, text) =>
  [...(FACTS[number]?.both ?? []), ...(FACTS[number]?.[lang] ?? [])].filter(
    (fact) => !text.toLowerCase().includes(fact.toLowerCase()),
  );

/** @param {string} number @param {'en' | 'sv'} lang @param {string} text */
export const keepsForce = (number, lang, text) => FORCE[number]?.[lang].test(text) ?? true;

/** @param {SourceDocument} document @param {readonly string[]} numbers all that this document must state @param {Report} report */
export function checkFacts({ file, lang, statements }, numbers, report) {
  for (const number of numbers) {
    const cited = statements.filter(({ cites }) => cites.includes(number));
    const text = cited.map((each) => each.text).join(' ');
    for (const fact of factsMissing(number, lang, text))
      report(file, cited[0]?.line ?? 1, `${number} without its fact: ${fact}`);
  }
  for (const { text, cites, section, line } of statements) {
    const [number = ''] = cites;
    const isAlone = cites.length === 1 && !section.startsWith('q-') && !text.endsWith(':');
    if (isAlone && !keepsForce(number, lang, text))
      report(file, line, `${number} has lost its force (${FORCE[number]?.[lang]}): ${text}`);
  }
}
