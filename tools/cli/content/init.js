import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyTranslation } from './words.js';

const template = fileURLToPath(new URL('template', import.meta.url));
/** Languages that the template has texts in. */
const OWN_LANGUAGES = ['sv', 'en'];
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/;

/**
 * Writes a content folder to start from. Files that are there already are never overwritten.
 *
 * @param {string} folder
 * @param {string} agency its name, such as Fordonsverket
 * @param {readonly string[]} languages in which there will be texts, the agency's own first; in others than Swedish and English the
 *   texts are the English ones, to be translated
 * @param {{ messages: string }} compiler
 * @returns {number} how many files were written
 * @throws {Error} the folder has files already, or a language is none
 */
export function createFolder(folder, agency, languages, { messages }) {
  const odd = languages.find((each) => !LANGUAGE.test(each));
  if (odd !== undefined)
    throw new Error(`"${odd}" is no language: write for example --languages sv,en,nb.`);
  if (existsSync(folder) && readdirSync(folder).length)
    throw new Error(`${folder} has files in it. Choose another folder, so that nothing is lost.`);
  let count = 0;
  const write = (/** @type {string} */ file, /** @type {string} */ text) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    count++;
  };
  const names = namesOf(agency);
  for (const lang of languages) {
    const from = OWN_LANGUAGES.includes(lang) ? lang : 'en';
    for (const file of readdirSync(template, { recursive: true, encoding: 'utf8' })) {
      // Notices have two languages: those of the feed.
      if (!file.endsWith(`.${from}.md`) || (from !== lang && file.startsWith('notices'))) continue;
      const text = readFileSync(join(template, file), 'utf8');
      const filled = text
        .replace(/\{\{(\w+)\}\}/g, (_, name) => names[from]?.[name] ?? '')
        .replace(`lang: ${from}`, `lang: ${lang}`);
      write(file.replace(`.${from}.md`, `.${lang}.md`), filled);
    }
    if (!OWN_LANGUAGES.includes(lang))
      write(`locales/${lang}.xlf`, emptyTranslation(messages, lang));
  }
  return count;
}

/** The name in the forms that the texts need. @param {string} agency @returns {Record<string, Record<string, string>>} */
function namesOf(agency) {
  const genitive = /[sxz]$/i.test(agency) ? agency : `${agency}s`;
  return {
    sv: { name: agency, genitive },
    en: { name: agency, genitive: `${agency}’s` },
  };
}
