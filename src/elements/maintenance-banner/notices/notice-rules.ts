import type { Notice } from '../../../services/notices.js';
import type { NoticeRule } from '../state.js';
import { isAnnouncedInTime } from './notice-phase.js';

/** A rule that a notice breaks, and where. */
export interface ValidationError {
  readonly rule: NoticeRule;
  /** The member that is wrong. */
  readonly member: string;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/i;
const INSTANTS = ['publishedAt', 'startsAt', 'endsAt', 'verifyingAt', 'endedAt', 'closesAt'];
const NEEDED = new Map<unknown, readonly string[]>([
  ['planned', ['startsAt', 'endsAt']],
  ['disruption', ['startsAt']],
  ['closure', ['closesAt']],
  ['terms', []],
  ['account', []],
]);
const LANGUAGES = ['sv', 'en'];

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** All that is wrong with a notice, or with whatever a server sent in its place. */
export function validateNotice(given: unknown): ValidationError[] {
  const notice = (given && typeof given === 'object' ? given : {}) as Record<string, unknown>;
  const errors: ValidationError[] = [];
  const report = (rule: NoticeRule, member: string) => void errors.push({ rule, member });
  for (const member of ['id', 'publishedAt'])
    if (!isText(notice[member])) report('required', member);
  if (!Number.isInteger(notice['revision'])) report('required', 'revision');
  for (const member of NEEDED.get(notice['kind']) ?? ['kind'])
    if (member === 'kind' || !notice[member]) report('required', member);
  for (const member of ['title', 'body']) {
    const texts = (notice[member] ?? {}) as Record<string, unknown>;
    const there = LANGUAGES.filter((lang) => isText(texts[lang]));
    // Another service's notice may have nothing but a title.
    const isNone = member === 'body' && LANGUAGES.every((lang) => texts[lang] === '');
    if (there.length < LANGUAGES.length && !isNone) report('missing-language', member);
  }
  for (const member of INSTANTS) {
    const instant = notice[member];
    if (!instant) continue;
    const [isInstant, offset] = (typeof instant === 'string' && INSTANT.exec(instant)) || [];
    if (isInstant && !offset) report('no-offset', member);
    // The year 1 stands for no date in other software.
    else if (!(Date.parse(isInstant ?? '') > 0)) report('date-time', member);
  }
  return errors.length ? errors : validateDates(notice as unknown as Notice);
}

function validateDates(notice: Notice): ValidationError[] {
  const { kind, startsAt, endsAt } = notice;
  if (startsAt && endsAt && Date.parse(endsAt) < Date.parse(startsAt))
    return [{ rule: 'end-before-start', member: 'endsAt' }];
  if (kind === 'closure' && !isAnnouncedInTime(notice))
    return [{ rule: 'closure-30-days', member: 'closesAt' }];
  return [];
}

/** A closure that is announced too late is all the more important; a text in one language is better than none. */
export const isShowable = (notice: Notice, errors: readonly ValidationError[]): boolean =>
  errors.every(
    ({ rule }) =>
      rule === 'closure-30-days' ||
      (rule === 'missing-language' &&
        LANGUAGES.some((lang) => isText(notice.title?.[lang as 'sv' | 'en']))),
  );
