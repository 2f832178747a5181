import type { LocaleModule } from '@lit/localize';
import { _installMsgImplementation } from '@lit/localize/init/install.js';
import { runtimeMsg } from '@lit/localize/internal/runtime-msg.js';
import { languages } from './generated/languages.js';

const SOURCE = 'en';

/** An element's words: one lazy import a language, from `generated/words/`. */
export type Words = Readonly<Record<string, () => Promise<LocaleModule>>>;

/** The words of the elements that this page has had. */
const wordsInUse = new Set<Words>();

/** A language, as far as it has arrived: more comes with another element. */
interface Present {
  readonly templates: LocaleModule['templates'];
  /** Those that are in `templates`. */
  readonly words: Set<Words>;
  /** Those on their way. */
  readonly awaited: Set<Words>;
}
const present: Record<string, Present> = {};

/** The language in which words are shown. */
let active = SOURCE;

// The runtime mode of @lit/localize without its own loading, its queue and its events: words are loaded below. It may be
// installed once a copy; this is the only place, and our bundles carry their own copy of it.
_installMsgImplementation(((template, options) =>
  runtimeMsg(present[active]?.templates, template, options)) as Parameters<
  typeof _installMsgImplementation
>[0]);

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
export const currentLocale = (): string => active;

/** That of one element: its words stay English while there are no others. */
export function localeOf(words: Words | undefined): string {
  return !words || present[active]?.words.has(words) ? active : SOURCE;
}

let wanted = SOURCE;

/** Has an element the words of the page's language, or none to wait for? Until then it would show another, and change. */
export const isSettled = (words: Words | undefined): boolean =>
  active === wanted && !(words && present[wanted]?.awaited.has(words));

/** Loads what is missing of the words of a language. Never rejects. */
async function loadWords(code: string): Promise<void> {
  const { templates, words, awaited } = (present[code] ??= {
    templates: {},
    words: new Set(),
    awaited: new Set(),
  });
  const load = async (each: Words) => {
    awaited.add(each);
    try {
      Object.assign(templates, (await each[code]?.())?.templates);
      words.add(each);
    } catch (error) {
      console.warn(`[lucka] Could not load the words for "${code}".`, error);
    }
    awaited.delete(each);
  };
  await Promise.all([...wordsInUse].filter((each) => !words.has(each)).map(load));
}

/**
 * Loads the words of the page's language. An element whose words cannot be loaded (offline, an old deployment) speaks
 * English, and says so to whoever pronounces it; the next time any element asks it is tried again.
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
  if (code !== SOURCE) await loadWords(code);
  // Unless a newer call has overtaken this one.
  if (wanted === code) active = code;
}
