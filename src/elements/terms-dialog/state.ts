import type { UserError } from '../../shared/user-error.js';
import { earlierRecord, type Decision, type TermsRecord } from './decision-record.js';
import type { StoredDecision } from './decision-storage.js';
import type { TermsDocument } from './terms-document.js';

/** Why the last decision was not saved. */
export interface DecisionError extends UserError {
  readonly decision: Decision;
}

/** What a person has done in the dialog, and what is in progress. */
export interface TermsState {
  /** The terms, or what it means to decline them. */
  readonly panel: 'terms' | 'declined';
  /** Another version that the person wants to read; '' for the one that applies. */
  readonly requestedVersion: string;
  /** The text that was read when the service said that a newer one applies. */
  readonly supersededText: TermsDocument | undefined;
  /** The decision that is being saved. */
  readonly pendingDecision: Decision | undefined;
  /** The decision made in this dialog. */
  readonly localDecision: TermsRecord | undefined;
  readonly decisionError: DecisionError | undefined;
}

/** One text that is fetched. */
export interface FetchedTerms {
  readonly value?: TermsDocument | undefined;
  readonly loading: boolean;
  /** Why the newest request failed; undefined when it did not. */
  readonly error?: unknown;
  /** When it failed, in milliseconds since 1970. */
  readonly failedAt?: number;
}

/** What the selectors need beside the state: what the page has set, and what was loaded. */
export interface TermsInputs {
  /** The text that applies. */
  readonly current: FetchedTerms;
  /** The text of `requestedVersion`. */
  readonly requested: FetchedTerms;
  readonly mode: 'gate' | 'view';
  /** A service keeps the decisions. */
  readonly isServed: boolean;
  /** The version that the page says is accepted; '' when it does not say. */
  readonly acceptedVersion: string;
  /** What this device remembers. */
  readonly storedDecision: StoredDecision | undefined;
  readonly isOnline: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The same day in Sweden, `YYYY-MM-DD`. */
  readonly today: string;
}

export const initialState: TermsState = {
  panel: 'terms',
  requestedVersion: '',
  supersededText: undefined,
  pendingDecision: undefined,
  localDecision: undefined,
  decisionError: undefined,
};

// Transitions

/** @param requestedVersion another version to read; '' for the one that applies */
export const showPanel = (
  state: TermsState,
  panel: TermsState['panel'],
  requestedVersion = '',
): TermsState => ({ ...state, panel, requestedVersion });

// Selectors

/** What is fetched of the text on show. */
export const fetchedTerms = (
  { requestedVersion }: TermsState,
  { current, requested }: TermsInputs,
): FetchedTerms => (requestedVersion ? requested : current);

/** The text on show: the one that applies, or another version that the person asked for. */
export const shownTerms = (state: TermsState, inputs: TermsInputs): TermsDocument | undefined =>
  fetchedTerms(state, inputs).value;

/** The decision as far as it is known: made here, told by the service, told by the page, stored on the device. */
export function latestRecord(state: TermsState, inputs: TermsInputs): TermsRecord | undefined {
  const { localDecision } = state;
  const { current, isServed, acceptedVersion, storedDecision } = inputs;
  const terms = current.value;
  if (localDecision || !terms) return localDecision;
  const accepted = terms.acceptanceStatus?.accepted;
  if (accepted) return earlierRecord(terms, accepted);
  if (isServed) return undefined;
  if (acceptedVersion) return earlierRecord(terms, { version: acceptedVersion });
  return storedDecision && { ...earlierRecord(terms, storedDecision), ...storedDecision };
}

/** The version accepted last; '' when none is. */
export function acceptedVersion(state: TermsState, inputs: TermsInputs): string {
  const record = latestRecord(state, inputs);
  return record?.decision === 'accepted' ? record.version : '';
}

/** Must the person decide on the text that applies? While that is not known: yes. */
export function isDecisionNeeded(state: TermsState, inputs: TermsInputs): boolean {
  const terms = inputs.current.value;
  if (!terms) return !isProbablyAccepted(inputs);
  if (terms.version === state.supersededText?.version) return true;
  const { acceptanceStatus, version } = terms;
  const here = state.localDecision?.decision === 'accepted' && state.localDecision.version;
  if (here && (here === version || here === acceptanceStatus?.upcoming?.version)) return false;
  return (
    acceptanceStatus?.decisionNeeded ??
    isTextUndecided(terms, acceptedVersion(state, inputs), inputs.today)
  );
}

/** When the text cannot be loaded, a page that knows of an acceptance, or a device that remembers one, is believed. */
const isProbablyAccepted = (inputs: TermsInputs): boolean =>
  Boolean(inputs.current.error) &&
  !inputs.isServed &&
  (Boolean(inputs.acceptedVersion) || inputs.storedDecision?.decision === 'accepted');

/**
 * Must a person decide on this text, where no service says? Yes for the first text and for a material change, no for a
 * correction of the accepted text, not yet for a text that applies later.
 *
 * @param accepted the newest version accepted; '' when none is
 * @param today `YYYY-MM-DD` in Sweden
 */
function isTextUndecided(terms: TermsDocument, accepted: string, today: string): boolean {
  if (!accepted) return true;
  if (accepted === terms.version || terms.effective > today) return false;
  return terms.material || !terms.supersedes.includes(accepted);
}

/** The dialog asks for a choice; else it is for reading. A coming text may be accepted early. */
export function isChoiceOffered(state: TermsState, inputs: TermsInputs): boolean {
  const { panel, requestedVersion } = state;
  const { current, mode } = inputs;
  if (panel === 'declined') return false;
  if (requestedVersion)
    return requestedVersion === current.value?.acceptanceStatus?.upcoming?.version;
  return mode === 'gate' && isDecisionNeeded(state, inputs) && !(current.error && !current.value);
}

/** The choice waits for the text, or for the service. */
export const isWaiting = ({ pendingDecision }: TermsState, { current }: TermsInputs): boolean =>
  current.loading || Boolean(pendingDecision);

/** The version whose differences to the text on show are shown; '' when there are none to show. */
export function comparedVersion(state: TermsState, inputs: TermsInputs): string {
  const shown = shownTerms(state, inputs);
  if (!shown || state.requestedVersion || !isDecisionNeeded(state, inputs)) return '';
  const before = state.supersededText?.version ?? acceptedVersion(state, inputs);
  return before === shown.version ? '' : before;
}
