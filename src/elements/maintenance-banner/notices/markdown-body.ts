import { namedCharactersIn, type NamedCharacters } from '../../../content/character-references.js';
import { withOwnImages } from '../../../content/images.js';
import { MAX_BYTES } from '../../../content/limits.js';
import { parseMarkdown } from '../../../content/parse.js';
import { renderBlocks, renderers } from '../../../content/render.js';
import { hostRenderers } from '../../../content/host-renderers.js';

/** Renders a text as {@link renderMarkdown} does, with the names of characters that it needs. */
export const loadMarkdown = async (text: string, headingLevel: number, address: string) =>
  renderMarkdown(text, headingLevel, await namedCharactersIn(text), address);

/**
 * @param named what `namedCharactersIn()` gives for the text
 * @param address of the feed that the notice came with; its images may be of that origin
 * @returns templates; none for a text that is too large
 */
export function renderMarkdown(
  text: string,
  headingLevel: number,
  named: NamedCharacters,
  address = '',
): unknown {
  if (new TextEncoder().encode(text).length > MAX_BYTES) return [];
  Object.assign(renderers, hostRenderers);
  return renderBlocks(withOwnImages(parseMarkdown(text, named).blocks, address), { headingLevel });
}
