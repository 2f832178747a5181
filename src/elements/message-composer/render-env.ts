import type { LocalizedDocument } from '../../content/load.js';
import type { LanguagePolicy } from './language-detector.js';
import type { Limits } from './validity.js';

/** What the page sets and what is loaded: what every view needs beside the state. */
export interface RenderEnv {
  /** Language of the interface. */
  readonly lang: string;
  /** Level of the first heading; the headings below it are one level deeper. */
  readonly headingLevel: number;
  /** The texts of the form, once they are loaded. */
  readonly texts: LocalizedDocument | undefined;
  /** Language of the page, as far as there are texts in it: the interface may not be translated to it. */
  readonly contentLang: string;
  /** What is said about a message, loaded with the first feature. */
  readonly feedback: LocalizedDocument | undefined;
  readonly limits: Limits;
  readonly hasSubject: boolean;
  /** The page has a label of its own. */
  readonly hasOwnLabel: boolean;
  readonly isDisabled: boolean;
  readonly isReadOnly: boolean;
  readonly isEncrypted: boolean;
  /** The text is kept in this tab until it is sent. */
  readonly isDraftKept: boolean;
  /** A listener of the page can prolong the session. */
  readonly canExtendSession: boolean;
  readonly languagePolicy: LanguagePolicy;
}
