import type { TemplateResult } from 'lit';
import type { Foreign } from '../../content/foreign.js';
import type { RenderOptions } from '../../content/render.js';
import type { Journey } from './journey.js';
import type { Later } from './later.js';

/** What the wizard's templates need to know, and what they can ask for. */
export interface View {
  readonly journey: Journey;
  /** The language of the words around the flow. */
  readonly lang: string;
  readonly headingLevel: number;
  /** `lang` and `dir` for the flow's own words, where they are in another language than those around. */
  readonly mark: Foreign;
  /** Words of the flow, marked where they need it. */
  readonly words: (text: string) => TemplateResult | string;
  /** How the flow's own text is drawn. */
  readonly text: RenderOptions;
  /** Continue was pressed with nothing chosen: what says so. */
  readonly error: Pick<Later, 'renderSummary' | 'renderAtField'> | undefined;
  readonly showSources: boolean;
  /** Where the item about booking links; '' nowhere. */
  readonly bookHref: string;
  /** The one live region. */
  readonly status: TemplateResult;
  readonly actions: WizardActions;
}

export interface WizardActions {
  readonly start: () => void;
  readonly choose: (values: readonly string[]) => void;
  readonly next: () => void;
  readonly back: () => void;
  readonly change: (questionId: string) => void;
  readonly restart: () => void;
  readonly print: () => void;
  readonly focusAnswer: () => void;
  /** Says what happened. */
  readonly say: (text: string) => void;
}
