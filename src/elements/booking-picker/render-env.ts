import type { LocalizedDocument } from '../../content/load.js';
import type { Renderable } from '../../content/render.js';
import type { StepSettings } from './step-machine.js';

/** What the page sets and what is loaded: what every view needs beside the state. */
export interface RenderEnv extends StepSettings {
  /** Language of the interface. */
  readonly lang: string;
  /** Language of the page, or English: also before the translations are loaded. */
  readonly wantedLang: string;
  /** Level of the first heading; the headings below it are one level deeper. */
  readonly headingLevel: number;
  readonly isDisabled: boolean;
  /** Id of the office that the page has chosen to begin with; ''. */
  readonly officeId: string;
  /** The page's own content, then the built-in content. */
  readonly documents: readonly LocalizedDocument[];
  /** What has failed, above the question; `nothing` when nothing has. */
  readonly notification: Renderable;
}
