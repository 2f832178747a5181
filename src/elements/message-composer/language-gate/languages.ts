import { msg } from '@lit/localize';
import { warnOnce } from '../../../shared/attributes.js';

export type SupportedLanguage = 'sv' | 'en';

export const SUPPORTED_LANGUAGES: readonly SupportedLanguage[] = ['sv', 'en'];

/**
 * The languages that the agency reads, from the attribute `languages`; others are left out, with one warning.
 *
 * @param value null when the attribute was removed
 */
export function parseLanguages(
  host: HTMLElement,
  value: string | null,
): readonly SupportedLanguage[] {
  const given = (value || 'sv en').trim().split(/[\s,]+/);
  const known = SUPPORTED_LANGUAGES.filter((each) => given.includes(each));
  if (known.length !== given.length || !known.length)
    warnOnce(host, 'languages', 'knows "sv" and "en" only; others are left out.');
  return known.length ? known : SUPPORTED_LANGUAGES;
}

/** "Swedish or English" */
export function languageNames(languages: readonly SupportedLanguage[]): string {
  if (languages.length > 1) return msg('Swedish or English');
  return languages[0] === 'en' ? msg('English') : msg('Swedish');
}
