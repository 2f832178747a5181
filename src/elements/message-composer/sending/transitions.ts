import {
  clearChecks,
  reset,
  type ComposerState,
  type Field,
  type SendError,
  type SentMessage,
} from '../state.js';

/** Send was pressed. */
export const startSending = (state: ComposerState): ComposerState => ({
  ...state,
  isChecked: true,
  isSending: true,
  sendError: undefined,
});

/** Something stands in the way, or the page sends the message. */
export const stopSending = (state: ComposerState): ComposerState => ({
  ...state,
  isSending: false,
});

export const failSending = (state: ComposerState, sendError: SendError): ComposerState => ({
  ...state,
  isSending: false,
  sendError,
});

/** The service takes less than the page: its limit applies from now on, as if the page had set it. */
export const limitField = (state: ComposerState, field: Field, limit: number): ComposerState => ({
  ...state,
  [field === 'subject' ? 'subjectMaxLength' : 'maxLength']: limit,
});

/** @param isEdited the person went on writing meanwhile: that text is another message, and is kept */
export const completeSending = (
  state: ComposerState,
  sent: SentMessage,
  isEdited: boolean,
): ComposerState => ({ ...(isEdited ? clearChecks(state) : reset(state)), sent });
