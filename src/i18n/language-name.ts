import { isLanguageOf } from './locale.js';
import { toLocaleTag } from './sweden.js';

/**
 * The name of a text's language where it is another one than `lang`: "engelska" for `en` in Swedish. '' where it is the same, and for
 * what is no language tag (BCP 47) or that nobody has named.
 */
export function otherLanguageName(tag: string, lang: string): string {
  if (!tag || isLanguageOf(lang, tag)) return '';
  try {
    const names = new Intl.DisplayNames(toLocaleTag(lang), { type: 'language', fallback: 'none' });
    return names.of(tag) ?? '';
  } catch {
    return '';
  }
}
