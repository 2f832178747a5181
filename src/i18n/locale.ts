import { configureLocalization } from '@lit/localize';
import { translations } from './translations.js';

const SOURCE = 'en';

// @lit/localize may be configured once a copy. This is the only place, and our bundles carry their own copy of it.
const { getLocale, setLocale } = configureLocalization({
  sourceLocale: SOURCE,
  targetLocales: Object.keys(translations),
  loadLocale: (code) => translations[code]?.() ?? Promise.reject(new Error(code)),
});

/** The language tag of the page: `<html lang>`, never the browser's. */
export const pageLanguage = (): string =>
  globalThis.document?.documentElement.lang.trim() || SOURCE;

/** A language tag as we may know it: itself, or its first part (`sv-SE` → `sv`). */
const namesOf = (tag: string): string[] => [tag, tag.replace(/-.*/, '').toLowerCase()];

/** The language of ours that serves this language tag best; English when none does. */
export const bestLocale = (tag: string): string =>
  namesOf(tag).find((code) => Object.hasOwn(translations, code)) ?? SOURCE;

/** Does this language of ours answer to the language tag, or is it a fallback? */
export const isLanguageOf = (code: string, tag: string): boolean => namesOf(tag).includes(code);

/** The language in which words are shown at this moment. */
export const currentLocale = (): string => getLocale();

let wanted = SOURCE;

/** Are the words of the page's language there? Until then they would be shown in another one, and change. */
export const isSettled = (): boolean => getLocale() === wanted;

/**
 * Loads the words of the page's language. When they cannot be loaded (offline, an old deployment) the present ones stay.
 */
export async function followPage(): Promise<void> {
  const code = bestLocale(pageLanguage());
  wanted = code;
  try {
    await setLocale(code);
  } catch (error) {
    // setLocale also rejects for a call that a newer one overtook; then `wanted` is the newer one's.
    if (wanted !== code) return;
    wanted = getLocale();
    console.warn(`[lucka] Could not load the words for "${code}".`, error);
  }
}
