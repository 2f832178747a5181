import type { ContentDocument } from './document.js';

/** A document that is compiled into the package: one lazy import per language, always with English. */
export interface DocumentLoaders {
  readonly en: () => Promise<{ default: ContentDocument }>;
  readonly [language: string]: (() => Promise<{ default: ContentDocument }>) | undefined;
}

/** A document and its language, which may differ from the page's. */
export interface LocalizedDocument {
  readonly document: ContentDocument;
  readonly lang: string;
}

/** The built-in document in this language, else in English. */
export async function loadBuiltIn(
  texts: DocumentLoaders,
  lang: string,
): Promise<LocalizedDocument> {
  const load = Object.hasOwn(texts, lang) ? texts[lang] : undefined;
  const { default: document } = await (load ?? texts.en)();
  return { document, lang: load ? lang : 'en' };
}
