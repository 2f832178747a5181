import type { UserError } from '../../../shared/user-error.js';
import type { Decision, TermsRecord } from '../decision-record.js';
import type { DecisionError, TermsState } from '../state.js';
import type { TermsDocument } from '../terms-document.js';

export const startDecision = (state: TermsState, decision: Decision): TermsState => ({
  ...state,
  pendingDecision: decision,
  decisionError: undefined,
});

export const completeDecision = (state: TermsState, record: TermsRecord): TermsState => ({
  ...state,
  panel: record.decision === 'accepted' ? 'terms' : 'declined',
  pendingDecision: undefined,
  localDecision: record,
  supersededText: undefined,
  requestedVersion: '',
});

/** Nobody accepts a text that no longer applies: the newer one is read first. */
export function failDecision(
  state: TermsState,
  error: DecisionError,
  terms: TermsDocument,
): TermsState {
  return {
    ...state,
    pendingDecision: undefined,
    decisionError: error,
    supersededText: error.code === 'stale-version' ? terms : state.supersededText,
    requestedVersion: isAboutText(error) ? '' : state.requestedVersion,
  };
}

/** The text must be loaded again before a choice. */
export const isAboutText = ({ code }: UserError): boolean =>
  code === 'stale-version' || code === 'digest-mismatch';
