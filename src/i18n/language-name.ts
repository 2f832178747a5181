import { toLocaleTag } from './sweden.js';

/** The name of a language in another one: "engelska" for `en` in Swedish. '' for what is no language tag (BCP 47) or that nobody has named. */
export function languageName(tag: string, lang: string): string {
  try {
    const names = new Intl.DisplayNames(toLocaleTag(lang), { type: 'language', fallback: 'none' });
    return names.of(tag) ?? '';
  } catch {
    return '';
  }
}
