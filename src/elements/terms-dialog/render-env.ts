import { html, nothing, type TemplateResult } from 'lit';
import { blocksOf } from '../../content/document.js';
import { langAttributes } from '../../content/lang-attributes.js';
import type { LocalizedDocument } from '../../content/load.js';
import { renderBlocks } from '../../content/render.js';
import type { Decision } from './decision-record.js';
import type { TermsInputs } from './state.js';
import { controllerOf, type Controller } from './terms-document.js';

/** What the dialog's views need beside its state. */
export interface RenderEnv extends TermsInputs {
  /** Language of the interface. */
  readonly lang: string;
  /** Level of the dialog's heading. */
  readonly headingLevel: number;
  /** The texts beside the terms; undefined while they are loaded. */
  readonly supplementary: LocalizedDocument | undefined;
}

/** What a person can do in the dialog. */
export interface DialogActions {
  decide(decision: Decision): void;
  /** Shows another version; '' for the one that applies. */
  readVersion(version: string): void;
  close(): void;
}

/**
 * A text that stands beside the terms. These are written about the terms of My page: an agency with terms of another
 * name says these things in the slots.
 */
export function renderSupplementary(
  { supplementary, current, lang, headingLevel }: RenderEnv,
  id: string,
): TemplateResult | typeof nothing {
  if (!supplementary || (current.value?.id ?? 'my-page') !== 'my-page') return nothing;
  const mark = langAttributes(supplementary.lang, lang);
  return html`<div class="stack" lang=${mark.lang} dir=${mark.dir}>
    ${renderBlocks(blocksOf(supplementary.document, id), { headingLevel: headingLevel + 1 })}
  </div>`;
}

/** The agency that answers for the terms: named by the terms, else by what ships with the dialog. */
export const controllerIn = ({ current, supplementary }: RenderEnv): Controller | undefined =>
  current.value?.controller ?? controllerOf(supplementary?.document.meta['controller']);
