import { packInUse } from '../i18n/pack-in-use.js';
import type { ContentLoaders } from './load.js';

/** An open content pack, as far as the texts behind its documents are concerned. */
export interface MarkdownSource {
  /** @throws {Error} the pack has no such text, or it cannot be loaded */
  loadMarkdown({ name }: ContentLoaders<string>, lang: string): Promise<string>;
}

/**
 * The Markdown of a document as its author wrote it, in this language, else in English.
 *
 * @throws {Error} it cannot be loaded
 */
export async function loadMarkdown(loaders: ContentLoaders<string>, lang: string): Promise<string> {
  const pack = (await packInUse()?.opened) as MarkdownSource | undefined;
  if (pack) return pack.loadMarkdown(loaders, lang);
  const { builtIn } = loaders;
  return (await (builtIn[lang] ?? builtIn.en)()).default;
}
