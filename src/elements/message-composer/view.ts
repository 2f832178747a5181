import { html, nothing, type TemplateResult } from 'lit';
import { blocksOf, type ContentDocument } from '../../content/document.js';
import { langAttributes } from '../../content/lang-attributes.js';
import { renderHeading } from '../../content/heading.js';
import type { LocalizedDocument } from '../../content/load.js';
import { renderBlocks, type Renderable } from '../../content/render.js';
import { icon } from '../../shared/icons.js';

/** What the templates need to know. */
export interface View {
  /** Language of the words. */
  readonly lang: string;
  /** Level of the element's heading; what is under it is one level deeper. */
  readonly headingLevel: number;
  /** The texts around the message, once they are loaded. */
  readonly texts: LocalizedDocument | undefined;
}

/** A section of the texts, without its heading. */
export function renderSection({ texts, lang, headingLevel }: View, id: string): Renderable {
  if (!texts) return '';
  const blocks = renderBlocks(blocksOf(texts.document, id), { headingLevel: headingLevel + 1 });
  const mark = langAttributes(texts.lang, lang);
  return html`<div class="stack-sm" lang=${mark.lang} dir=${mark.dir}>${blocks}</div>`;
}

/** The heading of a section of the texts. */
export function headingOf(document: ContentDocument | undefined, id: string): string {
  const heading = document?.blocks.find((block) => block.type === 'heading' && block.id === id);
  return heading?.type === 'heading' ? String(heading.content[0] ?? '') : '';
}

export interface NoticeOptions {
  readonly kind: 'error' | 'warning' | 'success' | '';
  readonly icon: string;
  readonly part: string;
  readonly id: string;
  readonly heading: string;
  readonly level: number;
  /** Something inside has the id of the box and `-reason`: it is read after the heading when the box takes the focus. */
  readonly hasReason?: boolean;
}

/** A box with a heading that may take the focus; so it is no live region: it would be read twice. */
export const renderNotice = (
  { kind, icon: path, part, id, heading, level, hasReason }: NoticeOptions,
  inside: unknown,
): TemplateResult =>
  html`<div
    class="notice ${kind}"
    part=${part}
    id=${id}
    role="group"
    aria-labelledby="${id}-heading"
    aria-describedby=${hasReason ? `${id}-reason` : nothing}
    tabindex="-1"
  >
    ${icon(path)}
    <div class="stack-sm">
      ${renderHeading(level, heading, { class: 'name', id: `${id}-heading` })} ${inside}
    </div>
  </div>`;
