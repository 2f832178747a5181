import type { Decision } from '../decision-record.js';
import { fetchedTerms, type TermsInputs, type TermsState } from '../state.js';

/** Why nothing can be chosen at this moment; '' when it can. */
export type ChoiceObstacle = '' | 'loading' | 'not-loaded' | 'offline' | 'busy';

export function choiceObstacle(state: TermsState, inputs: TermsInputs): ChoiceObstacle {
  const { value, loading } = fetchedTerms(state, inputs);
  if (loading) return 'loading';
  if (!value || value.version === state.supersededText?.version) return 'not-loaded';
  if (inputs.isServed && !inputs.isOnline) return 'offline';
  return inputs.now < (state.decisionError?.retryAt ?? 0) ? 'busy' : '';
}

/**
 * The same choice was not saved and may be made again on this page. After a newer text came, it is not the same choice; and nobody
 * is asked to accept a text that is not the service's.
 */
export const isRetry = ({ decisionError }: TermsState, decision: Decision): boolean =>
  decisionError?.decision === decision &&
  !['csrf', 'stale-version', 'digest-mismatch'].includes(decisionError.code);
