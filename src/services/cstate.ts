import { listOf, namesOf, textOf } from './feed-values.js';
import type { ForeignNotice, Notice, NoticeFeed } from './notices.js';
import { isObject } from './send.js';

/**
 * Converts `/index.json` of a cState site (cState 5 and 6, API version 2). The feed has titles, but no texts: those are at
 * `permalink`. Entries that are not issues are passed on unchanged, so that the caller can report them as malformed.
 */
export function fromCState(body: Readonly<Record<string, unknown>>): NoticeFeed {
  const systems = listOf(body['systems']).filter(isObject);
  // An issue is listed once for each affected system.
  const active = systems.flatMap(({ unresolvedIssues }) => listOf(unresolvedIssues));
  const built = `${textOf(body['buildDate'])}T00:00:00+14:00`;
  const notices = new Map<unknown, unknown>();
  const add = (given: unknown, toNotice: (issue: Issue) => ForeignNotice) => {
    const key = (isObject(given) && given['filename']) || given;
    if (!notices.has(key)) notices.set(key, isObject(given) ? toNotice(given) : given);
  };
  for (const issue of active) add(issue, (each) => activeNotice(each, built));
  // A pinned issue that is also active has been added: pinned issues have no severity.
  for (const issue of listOf(body['pinnedIssues'])) add(issue, pinnedNotice);
  return { notices: [...notices.values()] };
}

type Issue = Readonly<Record<string, unknown>>;

/** An issue that is unresolved, or that has not begun yet. */
function activeNotice(issue: Issue, built: string): ForeignNotice {
  const startsAt = instantOf(issue['createdAt']);
  const known = [startsAt, instantOf(issue['lastMod']), built];
  // For future maintenance, cState writes the day on which it begins; an issue in the feed has already been published.
  const publishedAt = known.reduce((one, other) =>
    Date.parse(other) < Date.parse(one) ? other : one,
  );
  return {
    ...noticeOf(issue),
    // Not `planned`, which requires an end.
    kind: 'disruption',
    reason: issue['severity'] === 'notice' ? 'maintenance' : 'operational',
    publishedAt,
    startsAt,
    endedAt: issue['resolved'] === true ? instantOf(issue['resolvedAt']) || null : null,
    impact: IMPACTS.get(issue['severity']),
  };
}

const IMPACTS = new Map<unknown, Notice['impact']>([
  ['down', 'unavailable'],
  ['disrupted', 'slow'],
]);

/** News. Pinned issues have neither severity nor state. */
const pinnedNotice = (issue: Issue): ForeignNotice => ({
  ...noticeOf(issue),
  kind: 'account',
  reason: 'operational',
  publishedAt: instantOf(issue['createdAt']),
  startsAt: null,
  endedAt: null,
  impact: undefined,
});

const noticeOf = (issue: Issue) => {
  const title = textOf(issue['title']);
  const changedAt = Date.parse(instantOf(issue['lastMod']) || instantOf(issue['createdAt']));
  return {
    id: textOf(issue['filename']).replace(/\.md$/, ''),
    revision: Math.max(1, Math.floor(changedAt / 1000) || 1),
    title: { en: title, sv: title },
    body: { en: '', sv: '' },
    endsAt: null,
    scope: 'part' as const,
    affected: namesOf(issue['affected']),
    moreHref: textOf(issue['permalink']) || null,
    dismissible: true,
  };
};

/**
 * Converts from the format of Hugo, `2026-12-05 22:00:00 +0100 CET`, which has `<no value>` or the year 1 for a missing date.
 */
function instantOf(written: unknown): string {
  const [, day, time, hours, minutes] =
    /^((?!0)\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)? ?(Z|[+-]\d\d):?(\d\d)?/.exec(
      textOf(written),
    ) ?? [];
  if (!day) return '';
  return hours === 'Z' ? `${day}T${time}Z` : `${day}T${time}${hours}:${minutes ?? '00'}`;
}
