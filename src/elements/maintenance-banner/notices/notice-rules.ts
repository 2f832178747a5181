import type { Notice } from '../../services/notices.js';
import { isAnnouncedInTime } from './schedule.js';

/**
 * What is wrong with a notice, in the words that the reference service and the content build use too:
 *
 * - `required`: a member that its kind needs is missing
 * - `missing-language`: a text stands in one language only
 * - `no-offset`: an instant says not how far it is from UTC
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

export interface Fault {
  readonly rule: NoticeRule;
  /** The member that is wrong. */
  readonly member: string;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/i;
const INSTANTS = ['publishedAt', 'startsAt', 'endsAt', 'verifyingAt', 'endedAt', 'closesAt'];
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  planned: ['startsAt', 'endsAt'],
  disruption: ['startsAt'],
  closure: ['closesAt'],
  terms: [],
  account: [],
};
const LANGUAGES = ['sv', 'en'];

/** All that is wrong with a notice, or with whatever else stands in its place. */
export function faultsOf(given: unknown): Fault[] {
  const notice = (given && typeof given === 'object' ? given : {}) as Record<string, unknown>;
  const faults: Fault[] = [];
  const tell = (rule: NoticeRule, member: string) => void faults.push({ rule, member });
  const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
  for (const member of ['id', 'publishedAt']) if (!isText(notice[member])) tell('required', member);
  if (!Number.isInteger(notice['revision'])) tell('required', 'revision');
  const kind = String(notice['kind']);
  for (const member of Object.hasOwn(NEEDED, kind) ? (NEEDED[kind] ?? []) : ['kind'])
    if (member === 'kind' || !notice[member]) tell('required', member);
  for (const member of ['title', 'body']) {
    const texts = (notice[member] ?? {}) as Record<string, unknown>;
    const there = LANGUAGES.filter((lang) => isText(texts[lang]));
    // Another service's notice may have nothing but a title.
    const isNone = member === 'body' && LANGUAGES.every((lang) => texts[lang] === '');
    if (there.length < LANGUAGES.length && !isNone) tell('missing-language', member);
  }
  for (const member of INSTANTS) {
    const instant = notice[member];
    if (!instant) continue;
    const [isInstant, offset] = INSTANT.exec(String(instant)) ?? [];
    if (isInstant && !offset) tell('no-offset', member);
    else if (Number.isNaN(Date.parse(isInstant ?? ''))) tell('date-time', member);
  }
  return faults.length ? faults : faultsOfDates(notice as unknown as Notice);
}

function faultsOfDates(notice: Notice): Fault[] {
  const { kind, startsAt, endsAt } = notice;
  if (startsAt && endsAt && Date.parse(endsAt) < Date.parse(startsAt))
    return [{ rule: 'end-before-start', member: 'endsAt' }];
  if (kind === 'closure' && !isAnnouncedInTime(notice))
    return [{ rule: 'closure-30-days', member: 'closesAt' }];
  return [];
}

/** A closure that comes too early is all the more to be known; a text in one language is better than none. */
export const isShowable = (notice: Notice, faults: readonly Fault[]): boolean =>
  faults.every(
    ({ rule }) =>
      rule === 'closure-30-days' ||
      (rule === 'missing-language' &&
        LANGUAGES.some((lang) => notice.title?.[lang as 'sv' | 'en'])),
  );
