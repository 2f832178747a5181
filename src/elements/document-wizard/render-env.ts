import { html, type TemplateResult } from 'lit';
import type { Flow } from '../../content/flow/flow.js';
import {
  langAttributes,
  renderInLanguage,
  type LangAttributes,
} from '../../content/lang-attributes.js';
import type { RenderOptions } from '../../content/render.js';

/** What the wizard's views need beside its state. */
export interface RenderEnv {
  /** Language of the interface around the flow. */
  readonly lang: string;
  readonly headingLevel: number;
  /** `lang` and `dir` of the flow's own text, where it is in another language than the interface. */
  readonly mark: LangAttributes;
  /** Words of the flow, marked with their language where they need it. */
  readonly words: (text: string) => TemplateResult | string;
  /** How the text of the flow is rendered. */
  readonly text: RenderOptions;
  /** Source numbers stand in the text. */
  readonly showSources: boolean;
  /** Where the item about booking links; '' nowhere. */
  readonly bookHref: string;
  /** The answers are saved in the address of the page. */
  readonly isInAddress: boolean;
  /** What says that an answer is missing. */
  readonly error: AnswerError | undefined;
}

export interface AnswerError {
  readonly summary: TemplateResult;
  readonly message: TemplateResult;
}

/** What the page sets. */
export interface RenderSettings {
  readonly lang: string;
  readonly headingLevel: number;
  readonly showSources?: boolean;
  readonly bookHref?: string;
  readonly isInAddress?: boolean;
}

export function createRenderEnv(flow: Flow, settings: RenderSettings): RenderEnv {
  const { lang, headingLevel, showSources = false, bookHref = '', isInAddress = false } = settings;
  return {
    lang,
    headingLevel,
    mark: langAttributes(flow.lang, lang),
    words: (text) => (flow.lang === lang ? text : renderInLanguage(text, flow.lang, lang)),
    text: textOptions(headingLevel + 1, showSources),
    showSources,
    bookHref,
    isInAddress,
    error: undefined,
  };
}

/** Source numbers after their statements, for pages that ask for them. */
export const textOptions = (headingLevel: number, showSources: boolean): RenderOptions => ({
  headingLevel,
  ...(showSources && {
    source: (ids: readonly string[]) =>
      html` <span class="small muted cite">[${ids.join(', ')}]</span>`,
  }),
});
