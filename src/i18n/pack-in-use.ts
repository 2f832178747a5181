/**
 * The content pack of the page, if it has one. It is kept on the global object, since the loader, which shares no module with the
 * elements, names it before any of them runs: an element that did not know would show the built-in content of another agency.
 */
export interface PackInUse {
  /** The pack, once its index has been read. Rejects when it cannot be used. */
  readonly opened: Promise<unknown>;
  /** The index has not been read yet, or could not be: nothing is known about its languages. */
  isPending: boolean;
}

const KEY = Symbol.for('lucka.content');

/** The page's content pack; undefined when the built-in content applies. */
export const packInUse = (): PackInUse | undefined =>
  Reflect.get(globalThis, KEY) as PackInUse | undefined;

/** Sets the page's content pack; undefined goes back to the built-in content, which only servers and tests do. */
export const setPackInUse = (pack: PackInUse | undefined): void =>
  void Reflect.set(globalThis, KEY, pack);

/**
 * Loads the words that a pack has for an element in one of its own languages, as a `LocaleModule` of @lit/localize; the argument is the
 * element, without `lucka-`.
 */
export type PackWords = (element: string) => Promise<object | undefined>;

/** A language of the page's content pack. */
export interface PackLanguage {
  readonly loadWords: PackWords;
  /** What stands between a date and a time of day: "kl." in Norwegian; undefined for a space. */
  readonly timeJoiner: string | undefined;
}

/** Those of the page's content pack, by language. */
export const packLanguages: Record<string, PackLanguage> = {};
