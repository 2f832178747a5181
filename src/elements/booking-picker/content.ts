import { loadContent, type ContentLoaders, type LocalizedDocument } from '../../content/load.js';

/** What is said about the letter, the visit, and not being able to come. */
const visitTexts: ContentLoaders = {
  name: 'booking/visit',
  builtIn: {
    en: () => import('../../../content/booking/visit.en.md?text'),
    sv: () => import('../../../content/booking/visit.sv.md?text'),
  },
};

/**
 * The page's own content at `src`, if there is any, then that of its content pack, or the built-in content.
 *
 * @param onError called when the content at `src` cannot be loaded; the other content is enough
 * @throws {Error} there is no other content: the content pack cannot be used, or has no texts for the picker
 */
export async function loadVisitTexts(
  src: string,
  lang: string,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<readonly LocalizedDocument[]> {
  const general = await loadContent(visitTexts, lang);
  if (!src) return [general];
  try {
    const { loadHostContent } = await import('./host-content.js');
    return [{ document: await loadHostContent(src, lang, signal), lang }, general];
  } catch (error) {
    signal.throwIfAborted();
    onError(error);
    return [general];
  }
}
