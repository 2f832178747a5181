import type { ContentDocument } from './document.js';

/** A document that is compiled into the package: one lazy import a language. English is always there. */
export interface BuiltIn {
  readonly en: () => Promise<{ default: ContentDocument }>;
  readonly [language: string]: (() => Promise<{ default: ContentDocument }>) | undefined;
}

/** A document and the language it is written in, which may not be the page's. */
export interface LocalizedDocument {
  readonly document: ContentDocument;
  readonly lang: string;
}

/** The built-in document in this language, else in English. */
export async function loadBuiltIn(texts: BuiltIn, lang: string): Promise<LocalizedDocument> {
  const load = Object.hasOwn(texts, lang) ? texts[lang] : undefined;
  const { default: document } = await (load ?? texts.en)();
  return { document, lang: load ? lang : 'en' };
}
