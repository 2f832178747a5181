import { html, nothing, type TemplateResult } from 'lit';
import { blocksOf } from '../../content/document.js';
import { langAttributes } from '../../content/lang-attributes.js';
import type { LocalizedDocument } from '../../content/load.js';
import { packInUse } from '../../i18n/pack-in-use.js';
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
 * The built-in texts are written about the built-in terms: an agency with other terms says these things in the slots, or in its
 * content pack.
 */
const supplementaryOf = ({ supplementary, current }: RenderEnv): LocalizedDocument | undefined =>
  packInUse() || (current.value?.id ?? 'my-page') === 'my-page' ? supplementary : undefined;

/** A text that stands beside the terms. */
export function renderSupplementary(env: RenderEnv, id: string): TemplateResult | typeof nothing {
  const supplementary = supplementaryOf(env);
  if (!supplementary) return nothing;
  const { lang, headingLevel } = env;
  const mark = langAttributes(supplementary.lang, lang);
  return html`<div class="stack" lang=${mark.lang} dir=${mark.dir}>
    ${renderBlocks(blocksOf(supplementary.document, id), { headingLevel: headingLevel + 1 })}
  </div>`;
}

/** The agency that answers for the terms: named by the terms, else by the texts beside them. */
export const controllerIn = (env: RenderEnv): Controller | undefined =>
  env.current.value?.controller ?? controllerOf(supplementaryOf(env)?.document.meta['controller']);
