import { html } from 'lit';
import { blocksOf } from '../../content/document.js';
import { langAttributes } from '../../content/lang-attributes.js';
import { renderBlocks, type Renderable } from '../../content/render.js';
import type { LocalizedDocument } from '../../content/load.js';
import type { RenderEnv } from './render-env.js';

/** A section without its heading. */
export function renderSection(
  { lang, headingLevel }: Pick<RenderEnv, 'lang' | 'headingLevel'>,
  texts: LocalizedDocument | undefined,
  id: string,
): Renderable {
  if (!texts) return '';
  const blocks = renderBlocks(blocksOf(texts.document, id), { headingLevel: headingLevel + 1 });
  const mark = langAttributes(texts.lang, lang);
  return html`<div class="stack-sm" lang=${mark.lang} dir=${mark.dir}>${blocks}</div>`;
}

/** The heading of a section; '' without one. */
export function headingOf(texts: LocalizedDocument | undefined, id: string): string {
  const heading = texts?.document.blocks.find(
    (block) => block.type === 'heading' && block.id === id,
  );
  return heading?.type === 'heading' ? String(heading.content[0] ?? '') : '';
}

/** A section with its heading, folded; '' when the content does not have it. */
export const renderFoldedSection = (
  texts: LocalizedDocument | undefined,
  id: string,
  content: unknown,
): Renderable =>
  headingOf(texts, id) &&
  html`<details id=${id}>
    <summary>${headingOf(texts, id)}</summary>
    <div class="fold stack-sm">${content}</div>
  </details>`;
