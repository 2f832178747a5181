import { loadBuiltIn, type DocumentLoaders, type LocalizedDocument } from '../../content/load.js';

/** What is said about the letter, the visit, and not being able to come. */
const visitDocuments: DocumentLoaders = {
  en: () => import('../../../content/booking/visit.en.md?text'),
  sv: () => import('../../../content/booking/visit.sv.md?text'),
};

/**
 * The page's own content at `src`, if there is any, then the built-in content.
 *
 * @param onError called when the page's own content cannot be loaded; the built-in content is enough
 */
export async function loadContent(
  src: string,
  lang: string,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<readonly LocalizedDocument[]> {
  const builtIn = await loadBuiltIn(visitDocuments, lang);
  if (!src) return [builtIn];
  try {
    const { loadHostContent } = await import('./host-content.js');
    return [{ document: await loadHostContent(src, lang, signal), lang }, builtIn];
  } catch (error) {
    signal.throwIfAborted();
    onError(error);
    return [builtIn];
  }
}
