import { addDays } from '../../../i18n/time-zone.js';
import { SWEDEN } from '../../../i18n/sweden.js';
import type { Notice } from '../../../services/notices.js';
import { DONE, type Phase } from '../state.js';

/** The most urgent phase first: which notice is first. */
export const PHASES: readonly Phase[] = [
  'overrunning',
  'in-progress',
  'verifying',
  'closed',
  'soon',
  'closure',
  'planned',
  'done',
];

/** The members of a notice that its phase depends on. */
export type Dated = Pick<
  Notice,
  'kind' | 'publishedAt' | 'startsAt' | 'endsAt' | 'verifyingAt' | 'endedAt' | 'closesAt'
>;

const MINUTE = 60_000;
/** An interruption is `soon` under this time before its start. */
const SOON = 24 * 60 * MINUTE;
/** Swedish calendar days from publication to closing, at least. */
export const CLOSURE_DAYS = 30;
/** A collapsed closure expands again so many Swedish calendar days before. */
const MILESTONES = [30, 14, 7, 3, 1];

/** Milliseconds since 1970; never, when there is no such instant. */
const at = (instant: string | null | undefined): number =>
  instant ? Date.parse(instant) || Infinity : Infinity;

const calculated = new Map<string, number>();

/**
 * So many Swedish calendar days before, at the same wall-clock time: not days of 24 hours. Cached, since every rendering
 * needs it.
 */
function daysBefore(instant: number, days: number): number {
  if (!Number.isFinite(instant)) return instant;
  const key = `${instant} ${days}`;
  const known = calculated.get(key) ?? addDays(new Date(instant), -days, SWEDEN).getTime();
  calculated.set(key, known);
  return known;
}

/** @returns '' while it is not shown */
export function phaseOf(notice: Dated, now: number, leadDays: number): Phase | '' {
  const { kind, startsAt } = notice;
  const ended = at(notice.endedAt);
  if (now < at(notice.publishedAt) || now >= ended + DONE) return '';
  if (kind === 'closure') {
    if (now >= ended) return '';
    return now < at(notice.closesAt) ? 'closure' : 'closed';
  }
  if (now >= ended) return 'done';
  if (!startsAt) return 'planned';
  const start = at(startsAt);
  if (now >= start) {
    if (now >= at(notice.verifyingAt)) return 'verifying';
    return now >= at(notice.endsAt) ? 'overrunning' : 'in-progress';
  }
  if (now < daysBefore(start, leadDays)) return '';
  return start - now < SOON ? 'soon' : 'planned';
}

/** The next instant after `now` at which something about a notice changes by itself; never: Infinity. */
export function nextChange(notice: Dated, now: number, leadDays: number): number {
  const start = at(notice.startsAt);
  const ended = at(notice.endedAt);
  const closes = at(notice.closesAt);
  const boundaries = [
    ...[at(notice.publishedAt), start, at(notice.endsAt), at(notice.verifyingAt), ended, closes],
    // `soon` is under a day, so it begins just after.
    ...[daysBefore(start, leadDays), start - SOON + 1, ended + DONE],
    ...MILESTONES.map((days) => daysBefore(closes, days)),
  ];
  return Math.min(...boundaries.filter((boundary) => boundary > now));
}

/** The most urgent first; ties by the earlier start, then by id. */
export const compareUrgency = (
  one: Dated & { readonly id: string; readonly phase: Phase },
  other: Dated & { readonly id: string; readonly phase: Phase },
): number =>
  PHASES.indexOf(one.phase) - PHASES.indexOf(other.phase) ||
  at(one.startsAt ?? one.closesAt) - at(other.startsAt ?? other.closesAt) ||
  (one.id < other.id ? -1 : 1);

/** The key of a dismissal: another revision or phase is shown again, and a closure at each milestone. */
export function dismissalKey(
  { id, revision, closesAt }: Pick<Notice, 'id' | 'revision' | 'closesAt'>,
  phase: Phase,
  now: number,
): string {
  const closes = at(closesAt);
  const passed =
    phase === 'closure' ? MILESTONES.filter((days) => now >= daysBefore(closes, days)).length : 0;
  return [id, revision, phase, ...(passed ? [MILESTONES[passed - 1]] : [])].join(' ');
}

/** A closure must be announced 30 Swedish calendar days before, at the same wall-clock time, or earlier. */
export const isAnnouncedInTime = ({
  publishedAt,
  closesAt,
}: Pick<Notice, 'publishedAt' | 'closesAt'>): boolean =>
  at(closesAt) >= addDays(new Date(at(publishedAt)), CLOSURE_DAYS, SWEDEN).getTime();
