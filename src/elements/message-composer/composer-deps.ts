import type { LitElement } from 'lit';
import type { MessageService } from '../../services/messages.js';
import type { ElementContext } from '../../shared/element-context.js';
import type { Store } from '../../shared/store.js';
import type { FormValue } from './form-value.js';
import type { LanguageDetector } from './language-detector.js';
import type { RenderEnv } from './render-env.js';
import type { ComposerState } from './state.js';

/** The element, with what its page sets. */
export interface ComposerHost extends LitElement {
  readonly service: MessageService | undefined;
  readonly detector: LanguageDetector | undefined;
  readonly endpoint: string;
  readonly csrfToken: string;
  readonly caseId: string;
  readonly subjectMaxLength: number;
  readonly sharedComputer: boolean;
  readonly languages: string;
  readonly sessionExpiresAt: string;
  readonly jwksSrc: string;
  readonly keyThumbprint: string;
  readonly serviceStatus: string;
  /** The form that the element belongs to, or null. */
  readonly form: HTMLFormElement | null;
  send(): Promise<boolean>;
  copyText(): Promise<boolean>;
}

/** What every feature needs of the element. */
export interface ComposerDeps {
  readonly host: ComposerHost;
  readonly store: Store<ComposerState>;
  readonly context: ElementContext;
  readonly form: FormValue;
  readonly env: () => RenderEnv;
}
