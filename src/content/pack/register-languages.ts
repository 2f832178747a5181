import { dateFormat } from '../../i18n/date-format.js';
import { languages } from '../../i18n/generated/languages.js';
import { packLanguages } from '../../i18n/pack-in-use.js';
import type { OpenContentPack } from './open-pack.js';

/** Makes the languages of a content pack known: those of its texts, and those that it brings the words of the interface in. */
export function registerLanguages(pack: OpenContentPack): void {
  for (const lang of pack.index.languages) {
    if (!languages.includes(lang)) languages.push(lang);
    packLanguages[lang] = {
      loadWords: (element) => pack.loadWords(lang, element),
      timeJoiner: timeJoinerOf(lang),
    };
  }
}

/** What stands between a date and a time of day in a language, by the rules of Unicode CLDR: "kl." in Norwegian; undefined for a comma. */
const timeJoinerOf = (lang: string): string | undefined =>
  /(\p{L}\S*)\s\p{N}{1,2}\P{N}\p{N}{2}/u.exec(
    dateFormat(lang, { dateStyle: 'long', timeStyle: 'short' }).format(),
  )?.[1];
