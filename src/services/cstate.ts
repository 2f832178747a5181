import type { ForeignNotice, Notice, NoticeFeed } from './notices.js';
import { isObject } from './request.js';

/**
 * `/index.json` of a cState site (its version 5 and 6, API version 2). It has no texts but titles: those are behind
 * `permalink`. What is not an issue is left as it is: whoever shows the notices says that it is malformed.
 */
export function fromCState(body: Readonly<Record<string, unknown>>): NoticeFeed {
  const systems = listOf(body['systems']).filter(isObject);
  // An issue stands once for each system that it touches.
  const active = systems.flatMap(({ unresolvedIssues }) => listOf(unresolvedIssues));
  const built = `${textOf(body['buildDate'])}T00:00:00+14:00`;
  const notices = new Map<unknown, unknown>();
  const add = (given: unknown, toNotice: (issue: Issue) => ForeignNotice) => {
    const key = (isObject(given) && given['filename']) || given;
    if (!notices.has(key)) notices.set(key, isObject(given) ? toNotice(given) : given);
  };
  for (const issue of active) add(issue, (each) => activeNotice(each, built));
  // An issue that is active too is known already: of a pinned one it is not written what is the matter.
  for (const issue of listOf(body['pinnedIssues'])) add(issue, pinnedNotice);
  return { notices: [...notices.values()] };
}

type Issue = Readonly<Record<string, unknown>>;

/** Something that goes on until somebody resolves it, or that is still to come. */
function activeNotice(issue: Issue, built: string): ForeignNotice {
  const startsAt = instantOf(issue['createdAt']);
  const known = [startsAt, instantOf(issue['lastMod']), built];
  // cState announces work that is to come under the day on which it begins; what stands in the feed has been published.
  const publishedAt = known.reduce((one, other) =>
    Date.parse(other) < Date.parse(one) ? other : one,
  );
  return {
    ...noticeOf(issue),
    // Not `planned`, which has an end.
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

/** News. cState writes neither severity nor state of what is pinned. */
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
    affected: listOf(issue['affected']).filter((name) => typeof name === 'string'),
    moreHref: textOf(issue['permalink']) || null,
    dismissible: true,
  };
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Hugo writes `2026-12-05 22:00:00 +0100 CET`, and `<no value>` for none. */
function instantOf(written: unknown): string {
  const [, day, time, hours, minutes] =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)? ?(Z|[+-]\d\d):?(\d\d)?/.exec(
      textOf(written),
    ) ?? [];
  if (!day) return '';
  return hours === 'Z' ? `${day}T${time}Z` : `${day}T${time}${hours}:${minutes ?? '00'}`;
}
