import { languages } from '../../i18n/generated/languages.js';
import { packWords } from '../../i18n/pack-in-use.js';
import type { OpenContentPack } from './open-pack.js';

/** Makes the languages of a content pack known: those of its texts, and those that it brings the words of the interface in. */
export function registerLanguages(pack: OpenContentPack): void {
  for (const lang of pack.index.languages) {
    if (!languages.includes(lang)) languages.push(lang);
    packWords[lang] = (element) => pack.loadWords(lang, element);
  }
}
