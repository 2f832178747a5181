import { configureLocalization, type LocaleModule } from '@lit/localize';
import { languages } from './generated/languages.js';

const SOURCE = 'en';

/** An element's words: one lazy import a language, from `generated/words/`. */
export type Words = Readonly<Record<string, () => Promise<LocaleModule>>>;

/** The words of the elements that this page has had. */
const wordsInUse = new Set<Words>();
/** What has arrived, by language: more comes with another element. */
const present: Record<string, { templates: LocaleModule['templates']; words: Set<Words> }> = {};

// @lit/localize may be configured once a copy. This is the only place, and our bundles carry their own copy of it.
const { getLocale, setLocale } = configureLocalization({
  sourceLocale: SOURCE,
  targetLocales: languages,
  loadLocale: (code) => Promise.resolve(present[code] as LocaleModule),
});

/** The language tag of the page: `<html lang>`, never the browser's. */
export const pageLanguage = (): string =>
  globalThis.document?.documentElement.lang.trim() || SOURCE;

/** A language tag as we may know it: itself, or its first part (`sv-SE` → `sv`). */
const namesOf = (tag: string): string[] => [tag, tag.replace(/-.*/, '').toLowerCase()];

/** The language of ours that serves this language tag best; English when none does. */
export const bestLocale = (tag: string): string =>
  namesOf(tag).find((code) => languages.includes(code)) ?? SOURCE;

/** Does this language of ours answer to the language tag, or is it a fallback? */
export const isLanguageOf = (code: string, tag: string): boolean => namesOf(tag).includes(code);

/** The language in which words are shown at this moment. */
export const currentLocale = (): string => getLocale();

let wanted = SOURCE;

/** Are the words of the page's language there? Until then they would be shown in another one, and change. */
export const isSettled = (): boolean =>
  getLocale() === wanted && (wanted === SOURCE || present[wanted]?.words.size === wordsInUse.size);

/** Loads what is missing of the words of a language. */
async function loadWords(code: string): Promise<void> {
  const { templates, words } = (present[code] ??= { templates: {}, words: new Set() });
  const load = async (each: Words) => {
    Object.assign(templates, (await each[code]?.())?.templates);
    words.add(each);
  };
  await Promise.all([...wordsInUse].filter((each) => !words.has(each)).map(load));
}

/**
 * Loads the words of the page's language. When they cannot be loaded (offline, an old deployment) the present ones stay.
 *
 * @param words those of the element that asks
 * @param code the language, where there is no page
 */
export async function followPage(
  words?: Words,
  code: string = bestLocale(pageLanguage()),
): Promise<void> {
  if (words) wordsInUse.add(words);
  wanted = code;
  try {
    if (code !== SOURCE) await loadWords(code);
    // A newer call has overtaken this one.
    if (wanted === code) await setLocale(code);
  } catch (error) {
    // setLocale also rejects for a call that a newer one overtook; then `wanted` is the newer one's.
    if (wanted !== code) return;
    wanted = getLocale();
    console.warn(`[lucka] Could not load the words for "${code}".`, error);
  }
}
