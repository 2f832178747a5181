import { packInUse } from '../i18n/pack-in-use.js';
import type { ContentDocument } from './document.js';

/** A text that comes with the package or with the page's content pack. */
export interface ContentLoaders<Content = ContentDocument> {
  /** Where a content pack has it, such as `terms/my-page`. */
  readonly name: string;
  /** What comes with the package: one lazy import per language, always with English. */
  readonly builtIn: {
    readonly en: () => Promise<{ default: Content }>;
    readonly [language: string]: (() => Promise<{ default: Content }>) | undefined;
  };
}

/** A document and its language, which may differ from the page's. */
export interface LocalizedDocument<Content = ContentDocument> {
  readonly document: Content;
  readonly lang: string;
}

/** An open content pack, as far as elements need it. */
export interface ContentSource {
  /** @throws {Error} the pack has no such text, or it cannot be loaded */
  load<Content>(
    { name }: ContentLoaders<Content>,
    lang: string,
  ): Promise<LocalizedDocument<Content>>;
}

/**
 * A text in this language, else in English, or in the first language of a content pack without English: from the page's content pack
 * if it has one, never then from the package.
 *
 * @throws {Error} the pack has no such text, or it cannot be loaded
 */
export async function loadContent<Content>(
  loaders: ContentLoaders<Content>,
  lang: string,
): Promise<LocalizedDocument<Content>> {
  const pack = (await packInUse()?.opened) as ContentSource | undefined;
  if (pack) return pack.load(loaders, lang);
  const { builtIn } = loaders;
  const load = Object.hasOwn(builtIn, lang) ? builtIn[lang] : undefined;
  const { default: document } = await (load ?? builtIn.en)();
  return { document, lang: load ? lang : 'en' };
}
