import { fetchText } from './content/pack/fetch-text.js';
import { openContentPack as open, type OpenContentPack } from './content/pack/open-pack.js';
import { registerLanguages } from './content/pack/register-languages.js';
import type { ContentPack } from './content/pack/content-pack.js';
import { syncLocale } from './i18n/locale.js';
import { packInUse, setPackInUse } from './i18n/pack-in-use.js';
import { notifyLanguageWatchers } from './i18n/page-language.js';

export type { Agency, ContentPack, PackDocument } from './content/pack/content-pack.js';

/**
 * Opens a content pack and makes its languages known to the elements on the page.
 *
 * @internal the loader calls it for `<script data-content>`; pages call {@link useContentPack}
 * @throws {ContentPackError} it cannot be used; that is told in the console
 */
export async function openContentPack(source: string | ContentPack): Promise<OpenContentPack> {
  try {
    const pack = await open(source, document.baseURI, fetchText);
    registerLanguages(pack);
    const used = packInUse();
    if (used) used.isPending = false;
    void syncLocale().then(notifyLanguageWatchers);
    return pack;
  } catch (error) {
    console.error('[lucka] The content pack cannot be used.', error);
    throw error;
  }
}

/**
 * Uses an agency's content pack in place of the built-in content, for all elements on the page: before or after they are defined.
 * What the pack lacks is then the content inside the element's tag, never a built-in text. A page has one pack: a second one is
 * ignored, with a warning.
 *
 * A pack that cannot be read, or is of another major version, is reported in the console, and all elements keep the content inside
 * their tags.
 *
 * @param source address of the `pack.json` that `npx lucka-content build` wrote, relative to the page; or its content
 * @example
 * import { useContentPack } from 'lucka/content.js';
 * useContentPack('/content/pack.json');
 */
export function useContentPack(source: string | ContentPack): void {
  if (packInUse()) {
    console.warn('[lucka] The page has a content pack already; another one is ignored.');
    return;
  }
  const opened = Promise.resolve().then(() => openContentPack(source));
  setPackInUse({ opened, isPending: true });
  // A page without elements waits for nothing.
  opened.catch(() => undefined);
  notifyLanguageWatchers();
}
