import type { LocaleModule } from '@lit/localize';
import { _installMsgImplementation } from '@lit/localize/init/install.js';
import { runtimeMsg } from '@lit/localize/internal/runtime-msg.js';
import { languages } from './generated/languages.js';
import { packInUse, packLanguages } from './pack-in-use.js';

const SOURCE = 'en';

/** An element's translations, from `generated/translations/`. */
export interface TranslationLoaders {
  /** The element's tag without `lucka-`. */
  readonly element: string;
  /** One lazy import per language. */
  readonly languages: Readonly<Record<string, () => Promise<LocaleModule>>>;
}

/** Those of every element that the page has used. */
const loadersInUse = new Set<TranslationLoaders>();

/** What is loaded of a language: another element adds its own. */
interface LoadedLanguage {
  readonly templates: LocaleModule['templates'];
  /** Those that are in `templates`. */
  readonly loaded: Set<TranslationLoaders>;
  /** Those that are being loaded. */
  readonly pending: Set<TranslationLoaders>;
}
const loadedLanguages: Record<string, LoadedLanguage> = {};

/** The language of the texts on show. */
let active = SOURCE;

// The runtime mode of @lit/localize without its own loading, queue and events: translations are loaded below. It can be
// installed once per copy of the library; our bundles have their own copy, and install it only here.
_installMsgImplementation(((template, options) =>
  runtimeMsg(loadedLanguages[active]?.templates, template, options)) as Parameters<
  typeof _installMsgImplementation
>[0]);

/** The page's language before a translator changed `<html lang>`. */
let ownLanguage = '';

/**
 * The language tag of the page: `<html lang>`, never the browser's. A translator of the browser changes that attribute, and translates
 * our texts too, so they stay in the page's own language. Microsoft's and proxies' write it into the tag
 * (`ar-x-mtfrom-sv`), Google's sets a class.
 */
export function pageLanguage(): string {
  const { lang = '', className = '' } = globalThis.document?.documentElement ?? {};
  if (!ownLanguage || !/\btranslated-/.test(className))
    ownLanguage = lang.trim().replace(/.*-x-mtfrom-/, '') || SOURCE;
  return ownLanguage;
}

/** The language codes to look for, best first: the tag itself, then its first part (`sv-SE` → `sv`). */
const candidatesFor = (tag: string): string[] => [tag, tag.replace(/-.*/, '').toLowerCase()];

/** The supported language that matches this language tag best, or English. */
export const bestLocale = (tag: string): string =>
  candidatesFor(tag).find((code) => languages.includes(code)) ?? SOURCE;

/** Whether this supported language matches the language tag, and is not only the fallback. */
export const isLanguageOf = (code: string, tag: string): boolean =>
  candidatesFor(tag).includes(code);

/** The language of the texts on show at this moment. */
export const currentLocale = (): string => active;

/** The same for one element: English until its translations are loaded. */
export function activeLocale(loaders: TranslationLoaders | undefined): string {
  return !loaders || loadedLanguages[active]?.loaded.has(loaders) ? active : SOURCE;
}

let wanted = SOURCE;

/**
 * Whether no translations for the page's language are pending, nor the content pack that may have them. Until then an element would
 * show one language, then another.
 */
export const isLocaleReady = (loaders: TranslationLoaders | undefined): boolean =>
  !packInUse()?.isPending &&
  active === wanted &&
  !(loaders && loadedLanguages[wanted]?.pending.has(loaders));

/** Loads the translations of a language that are not loaded yet. Never rejects. */
async function loadTranslations(code: string): Promise<void> {
  const { templates, loaded, pending } = (loadedLanguages[code] ??= {
    templates: {},
    loaded: new Set(),
    pending: new Set(),
  });
  const load = async (each: TranslationLoaders) => {
    pending.add(each);
    try {
      const load = each.languages[code] ?? packLanguages[code]?.loadWords;
      const words = (await load?.(each.element)) as LocaleModule | undefined;
      // A content pack may have texts in a language that nobody has translated the interface to.
      if (words) loaded.add(each);
      Object.assign(templates, words?.templates);
    } catch (error) {
      console.warn(`[lucka] No translations for "${code}".`, error);
    }
    pending.delete(each);
  };
  await Promise.all([...loadersInUse].filter((each) => !loaded.has(each)).map(load));
}

/**
 * Loads the translations of the page's language. An element whose translations cannot be loaded (offline, an old deployment)
 * shows English and declares it with `lang`; the next call of any element tries again.
 *
 * @param loaders those of the calling element
 * @param code the language, where there is no page
 */
export async function syncLocale(
  loaders?: TranslationLoaders,
  code: string = bestLocale(pageLanguage()),
): Promise<void> {
  if (loaders) loadersInUse.add(loaders);
  wanted = code;
  if (code !== SOURCE) await loadTranslations(code);
  // Unless a newer call asked for another language.
  if (wanted === code) active = code;
}
