import type { ComposerState, SessionPhase } from '../state.js';

/** @param sessionEndsAt milliseconds since 1970; 0 when it is not known */
export const setSession = (
  state: ComposerState,
  sessionEndsAt: number,
  sessionPhase: SessionPhase,
): ComposerState =>
  sessionEndsAt === state.sessionEndsAt && sessionPhase === state.sessionPhase
    ? state
    : { ...state, sessionEndsAt, sessionPhase };

export const restoreDraft = (
  state: ComposerState,
  { subject, body }: { readonly subject: string; readonly body: string },
): ComposerState => ({ ...state, subject, text: body, isTouched: true, isDraftRestored: true });
