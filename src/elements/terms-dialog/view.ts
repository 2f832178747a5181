import { html, nothing, type TemplateResult } from 'lit';
import { blocksOf } from '../../content/document.js';
import { langAttributes } from '../../content/lang-attributes.js';
import { renderBlocks } from '../../content/render.js';
import type { Acceptance } from './acceptance.js';

/** What the dialog's templates need to know, and what they can ask for. */
export interface View {
  readonly acceptance: Acceptance;
  /** Is a choice asked for, or is this for reading? */
  readonly isChoice: boolean;
  /** The language of the words. */
  readonly lang: string;
  /** Level of the dialog's heading. */
  readonly headingLevel: number;
  readonly close: () => void;
}

/**
 * A text that stands beside the terms. They are written about the terms of My page: an agency with terms of another
 * name says these things in the slots.
 */
export function renderAside(
  { acceptance: { asides, current }, lang, headingLevel }: View,
  id: string,
): TemplateResult | typeof nothing {
  const texts = asides.value;
  if (!texts || (current.value?.id ?? 'my-page') !== 'my-page') return nothing;
  const mark = langAttributes(texts.lang, lang);
  return html`<div class="stack" lang=${mark.lang} dir=${mark.dir}>
    ${renderBlocks(blocksOf(texts.document, id), { headingLevel: headingLevel + 1 })}
  </div>`;
}
