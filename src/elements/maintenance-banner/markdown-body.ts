import type { Block } from '../../content/document.js';
import { MAX_BYTES } from '../../content/limits.js';
import { parseMarkdown } from '../../content/parse.js';
import { renderBlocks, renderers } from '../../content/render.js';
import { suppliedRenderers } from '../../content/render-supplied.js';

/** A notice may come from anywhere: a picture in it would ask another host, so its words stand in its place. */
const withoutPictures = (blocks: readonly Block[]): Block[] =>
  JSON.parse(JSON.stringify(blocks), (_key, value: unknown) => {
    const { type, alt } = (value ?? {}) as { type?: string; alt?: string };
    return type === 'image' ? (alt ?? '') : value;
  }) as Block[];

/** @returns what Lit draws; nothing for a text that is too large to be read */
export function drawMarkdown(text: string, headingLevel: number): readonly unknown[] {
  if (new TextEncoder().encode(text).length > MAX_BYTES) return [];
  Object.assign(renderers, suppliedRenderers);
  return renderBlocks(withoutPictures(parseMarkdown(text).blocks), { headingLevel });
}
