import type { Notice } from '../../services/notices.js';

/** Where a notice stands in its course. */
export type Phase =
  'overrunning' | 'in-progress' | 'verifying' | 'closed' | 'soon' | 'closure' | 'planned' | 'done';

/** A notice that people see now, and its phase. */
export type ActiveNotice = Notice & { readonly phase: Phase };

/**
 * What is wrong with a notice, in the words that the reference service and the content build use too:
 *
 * - `required`: a member that its kind needs is missing
 * - `missing-language`: a text stands in one language only
 * - `no-offset`: an instant does not give its offset from UTC
 * - `date-time`: there is no such moment
 * - `end-before-start`
 * - `closure-30-days`: announced later than the terms promise (T51)
 */
export type NoticeRule =
  | 'required'
  | 'missing-language'
  | 'no-offset'
  | 'date-time'
  | 'end-before-start'
  | 'closure-30-days';

/** A rule that a notice breaks. */
export interface InvalidNotice {
  /** '' when it has none. */
  readonly id: string;
  readonly rule: NoticeRule;
}

/** What was received, and what the person did with it. */
export interface BannerState {
  /** The notices of the feed or of the page's JSON, unchecked; undefined while nothing is known. */
  readonly received: readonly unknown[] | undefined;
  /** The notices that were there when the page began: whatever comes after them is news. */
  readonly initial: readonly unknown[] | undefined;
  /** The first request has succeeded or failed, or there is none. */
  readonly hasLoaded: boolean;
  /** When the notices were received, in milliseconds since 1970, if the newest request failed; else 0. */
  readonly staleSince: number;
  /** Keys of the notices that the person has hidden or collapsed. */
  readonly dismissed: readonly string[];
  /** The person has chosen "Show all". */
  readonly isAllShown: boolean;
}

export const initialState: BannerState = {
  received: undefined,
  initial: undefined,
  hasLoaded: false,
  staleSince: 0,
  dismissed: [],
  isAllShown: false,
};

// Transitions

/** A request begins; none is needed for notices that the page gives. What another address answered is dropped. */
export const startLoading = (
  state: BannerState,
  { given, isElsewhere, needsRequest }: StartOptions,
): BannerState => ({
  ...state,
  received: isElsewhere ? undefined : state.received,
  initial: given ?? state.initial,
  hasLoaded: !needsRequest,
  staleSince: 0,
});

export interface StartOptions {
  /** The page's own notices. */
  readonly given: readonly unknown[] | undefined;
  /** The notices now come from another place. */
  readonly isElsewhere: boolean;
  readonly needsRequest: boolean;
}

/** The page's own JSON, until there is an answer. */
export const receiveInitial = (state: BannerState, notices: readonly unknown[]): BannerState =>
  state.received ? state : { ...state, received: notices, initial: notices };

/** An answer. The same notices again keep their identity. */
export function receiveNotices(state: BannerState, notices: readonly unknown[]): BannerState {
  const isSame = JSON.stringify(notices) === JSON.stringify(state.received);
  const received = isSame ? state.received : notices;
  const initial = state.hasLoaded ? state.initial : received;
  return { ...state, received, initial, hasLoaded: true, staleSince: 0 };
}

/**
 * A request failed.
 *
 * @param receivedAt when the notices that are kept were received, in milliseconds since 1970; 0 when none are kept
 */
export const failLoading = (state: BannerState, receivedAt: number): BannerState => ({
  ...state,
  received: receivedAt ? state.received : undefined,
  hasLoaded: true,
  staleSince: state.received ? receivedAt : 0,
});

/** Takes over what is stored of dismissals, which other pages change too. */
export const setDismissed = (state: BannerState, dismissed: readonly string[]): BannerState =>
  String(dismissed) === String(state.dismissed) ? state : { ...state, dismissed };

/** Shows more than `max`. */
export const showAll = (state: BannerState): BannerState => ({ ...state, isAllShown: true });

// Selectors

/** The notices that count, unchecked: the page's own, or what was received; undefined while nothing is known. */
export const givenNotices = (
  state: BannerState,
  notices: unknown,
): readonly unknown[] | undefined =>
  Array.isArray(notices) ? (notices as readonly unknown[]) : state.received;

/** How long a notice that has ended is still shown as `done`, in milliseconds. */
export const DONE = 30 * 60_000;

/**
 * Has this ended, so that it is not shown any more? What a server sent is unchecked: whatever does not say so may be shown.
 *
 * @param now milliseconds since 1970
 */
export const isOver = (notice: unknown, now: number): boolean =>
  Date.parse(String((notice as { endedAt?: unknown } | null)?.endedAt)) + DONE <= now;
