import type { MessageReceipt } from '../../services/messages.js';
import type { UserError } from '../../shared/user-error.js';
import { isOtherLanguage, type LanguagePolicy, type LanguageResult } from './language-detector.js';

/** What a message seems to be about, that cannot be sent as a message. */
export type AttachmentHint = 'supplementary' | 'identity-document';

/** A message that is not sent because of its language. */
export interface LanguageStop {
  readonly text: string;
  /** The person may send it as it is. */
  readonly canOverride: boolean;
}

/** A field whose length is limited. */
export type Field = 'subject' | 'message';

/** A field that the service did not take. */
export interface RefusedField {
  readonly field: Field;
  /** How many characters it had. */
  readonly length: number;
  /** The most characters that the service takes; undefined when it names no limit that the field exceeds. */
  readonly limit: number | undefined;
}

/** Why a message was not sent. */
export interface SendError extends UserError {
  /** What is too long; undefined when it is something else. */
  readonly tooLong: RefusedField | undefined;
}

/** The message that was sent, as the confirmation shows it. */
export interface SentMessage extends MessageReceipt {
  /** '' for none. */
  readonly subject: string;
}

/** Two minutes before the end of a log-in session it is `ending`. */
export type SessionPhase = 'open' | 'ending' | 'ended';

/** What a person has written, what was found in it, and what became of it. */
export interface ComposerState {
  /** With LF as line break. */
  readonly text: string;
  readonly subject: string;
  /** The text was set by the person or the page: the attribute `value` no longer sets it. */
  readonly isTouched: boolean;
  /** Of the text when it was last checked. */
  readonly detected: LanguageResult;
  readonly isLanguageHinted: boolean;
  readonly languageStop: LanguageStop | undefined;
  /** The text of which the person says that it is in Swedish or English; ''. */
  readonly overriddenText: string;
  /** What is said about attachments; `file` after a file was refused. */
  readonly attachmentHint: AttachmentHint | 'file' | undefined;
  /** Personal identity numbers in the text, about which the person is asked. */
  readonly personalNumbers: readonly string[];
  /** The text in which the person wants to send them; ''. */
  readonly allowedNumbersIn: string;
  /** Send was pressed: what is wrong with the fields is shown. */
  readonly isChecked: boolean;
  readonly isSending: boolean;
  readonly sendError: SendError | undefined;
  readonly sent: SentMessage | undefined;
  /** Most characters of the text that the service takes, as far as it has said, also of the next message. */
  readonly maxLength: number;
  /** The same of the subject; undefined while the service has not said. */
  readonly subjectMaxLength?: number;
  /** The end of the log-in session in milliseconds since 1970; 0 when it is not known. */
  readonly sessionEndsAt: number;
  readonly sessionPhase: SessionPhase;
  /** The text comes from the draft of this tab, and was not edited since. */
  readonly isDraftRestored: boolean;
}

/** Nothing was checked and nothing sent. */
const UNCHECKED = {
  detected: { language: 'unknown', confidence: 0, letters: 0 },
  isLanguageHinted: false,
  languageStop: undefined,
  overriddenText: '',
  attachmentHint: undefined,
  personalNumbers: [],
  allowedNumbersIn: '',
  isChecked: false,
  isSending: false,
  sendError: undefined,
  sent: undefined,
} as const satisfies Partial<ComposerState>;

export const initialState: ComposerState = {
  ...UNCHECKED,
  text: '',
  subject: '',
  isTouched: false,
  maxLength: Infinity,
  sessionEndsAt: 0,
  sessionPhase: 'open',
  isDraftRestored: false,
};

// Transitions

/** The page sets the text, or it is the text to begin with. */
export const setText = (
  state: ComposerState,
  text: unknown,
  isTouched: boolean,
): ComposerState => ({
  ...state,
  text: String(text ?? '').replace(/\r\n?/g, '\n'),
  isTouched,
});

export const setSubject = (state: ComposerState, subject: string): ComposerState =>
  subject === state.subject ? state : { ...state, subject };

/** The person edits the text or the subject. */
export const edit = (
  state: ComposerState,
  change: Partial<Pick<ComposerState, 'text' | 'subject'>>,
): ComposerState => ({
  ...state,
  ...change,
  isTouched: state.isTouched || 'text' in change,
  attachmentHint: state.attachmentHint === 'file' ? undefined : state.attachmentHint,
  sent: undefined,
  isDraftRestored: false,
});

/** The text is as if it was never checked or sent. */
export const clearChecks = (state: ComposerState): ComposerState => ({ ...state, ...UNCHECKED });

/** Back to the beginning, with a text and a subject to begin with; the session goes on. */
export const reset = (state: ComposerState, text = '', subject = ''): ComposerState =>
  setText({ ...clearChecks(state), subject, isDraftRestored: false }, text, false);

// Selectors

/** The text is not to be sent in this language, as far as it was checked. */
export const isLanguageRefused = (state: ComposerState, policy: LanguagePolicy): boolean =>
  (policy === 'block' || policy === 'confirm') &&
  isOtherLanguage(state.detected) &&
  state.overriddenText !== state.text;
