import type { Notice, NoticeFeed } from './notices.js';
import { isObject } from './request.js';

/** What is read of an issue in a cState `index.json`; it publishes more. */
interface Issue {
  readonly title: string;
  readonly createdAt: string;
  readonly lastMod?: string;
  readonly permalink?: string;
  readonly severity?: string;
  readonly resolved?: boolean;
  readonly informational?: boolean;
  readonly resolvedAt?: string;
  readonly affected?: readonly string[];
  readonly filename: string;
}

/** `/index.json` of a cState site, API version 2. It has no texts but titles: those are behind `permalink`. */
export function fromCState(body: Readonly<Record<string, unknown>>): NoticeFeed {
  const systems = (body['systems'] as readonly unknown[]).filter(isObject);
  const lists = [body['pinnedIssues'], ...systems.map((system) => system['unresolvedIssues'])];
  const issues = lists.flatMap((list): unknown[] => (Array.isArray(list) ? list : []));
  // An issue stands once for each system that it touches.
  const known = new Set<unknown>();
  const isNew = (given: unknown) => {
    const key = isObject(given) ? (given['filename'] ?? given) : given;
    return !known.has(key) && known.add(key);
  };
  return {
    notices: issues
      .filter(isNew)
      .map((given) => (isObject(given) ? noticeOf(given as unknown as Issue) : given)),
  };
}

function noticeOf(issue: Issue): Notice {
  const publishedAt = instantOf(issue.createdAt);
  const changedAt = instantOf(issue.lastMod);
  // cState announces work that is to come under the day on which it begins.
  const isAhead = Boolean(changedAt) && Date.parse(changedAt) < Date.parse(publishedAt);
  const isNews = issue.informational && !isAhead;
  const text = (words: string): Notice['title'] => ({ en: words, sv: words });
  return {
    id: issue.filename?.replace(/\.md$/, ''),
    revision: Math.max(1, Math.floor(Date.parse(changedAt || publishedAt) / 1000) || 1),
    // Not `planned`, which has an end: it lasts until somebody resolves it.
    kind: isNews ? 'account' : 'disruption',
    reason: issue.informational || isAhead ? 'maintenance' : 'operational',
    title: text(issue.title),
    body: text(''),
    publishedAt: isAhead ? changedAt : publishedAt,
    startsAt: isNews ? null : publishedAt,
    endsAt: null,
    endedAt: issue.resolved ? instantOf(issue.resolvedAt) || null : null,
    scope: 'part',
    affected: [...(issue.affected ?? [])],
    impact: issue.severity === 'down' ? 'unavailable' : 'slow',
    moreHref: issue.permalink ?? null,
    dismissible: true,
  };
}

/** Hugo writes `2026-12-05 22:00:00 +0100 CET`, and `<no value>` for none. */
function instantOf(written: string | undefined): string {
  const [, day, time, hours, minutes] =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)? ?(Z|[+-]\d\d):?(\d\d)?/.exec(written ?? '') ??
    [];
  if (!day) return '';
  return hours === 'Z' ? `${day}T${time}Z` : `${day}T${time}${hours}:${minutes ?? '00'}`;
}
