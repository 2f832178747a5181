import { listOf, textOf } from './feed-values.js';
import type { ForeignNotice, Notice, NoticeFeed } from './notices.js';
import { isObject } from './send.js';

type Entry = Readonly<Record<string, unknown>>;

/** The same text for both languages: a Statuspage has texts in one language. */
const inBoth = (text: string): Notice['title'] => ({ en: text, sv: text });

/**
 * Converts `GET /api/v2/summary.json` of a Statuspage, or one of its lists (`incidents.json`, `scheduled-maintenances.json` …),
 * as documented by Atlassian. Each entry is read on its own.
 */
export function fromStatuspage(body: Entry): NoticeFeed {
  const { updated_at: generatedAt } = isObject(body['page']) ? body['page'] : {};
  const entries = [...listOf(body['incidents']), ...listOf(body['scheduled_maintenances'])];
  return {
    ...(typeof generatedAt === 'string' && { generatedAt }),
    // Entries that are not incidents are passed on unchanged, so that the caller can report them as malformed.
    notices: entries.map((entry) => (isObject(entry) ? noticeOf(entry) : entry)),
  };
}

function noticeOf(incident: Entry): ForeignNotice {
  const text = (member: string) => textOf(incident[member]);
  const updates = listOf(incident['incident_updates']).filter(isObject);
  const since = (status: RegExp) =>
    textOf(updates.findLast((each) => status.test(textOf(each['status'])))?.['created_at']);
  const status = text('status');
  const createdAt = text('created_at');
  const scheduledFor = text('scheduled_for');
  const endsAt = text('scheduled_until') || null;
  const components = listOf(incident['components']).filter(isObject);
  return {
    id: text('id'),
    revision: revisionOf(text('updated_at') || createdAt),
    // `planned` requires an end.
    kind: scheduledFor && endsAt ? 'planned' : 'disruption',
    reason: scheduledFor ? 'maintenance' : 'operational',
    title: inBoth(text('name')),
    // Updates are sorted, newest first.
    body: inBoth(textOf(updates[0]?.['body'])),
    publishedAt: createdAt,
    // Maintenance may begin early; until it begins, the planned time is used.
    startsAt:
      (scheduledFor && since(/^in_progress$/)) || scheduledFor || text('started_at') || createdAt,
    endsAt,
    verifyingAt: /^(?:monitoring|verifying)$/.test(status)
      ? text('monitoring_at') || since(/^(?:monitoring|verifying)$/) || null
      : null,
    endedAt: endOf(incident, since(/^(?:resolved|completed)$/)),
    scope: 'part',
    affected: components.map(({ name }) => textOf(name)).filter(Boolean),
    impact: impactOf(text('impact'), components),
    moreHref: text('shortlink') || null,
    dismissible: true,
  };
}

/** @param resolvedAt of its updates; '' when none says so */
function endOf(incident: Entry, resolvedAt: string): string | null {
  const text = (member: string) => textOf(incident[member]);
  if (/^(?:resolved|completed|postmortem)$/.test(text('status')))
    return text('resolved_at') || resolvedAt || text('updated_at') || null;
  // Nobody has said that it began: after its time it is not "taking longer than planned".
  return text('status') === 'scheduled' ? text('scheduled_until') || null : null;
}

/** In Statuspage, `critical` and `major` mean that a service is down completely or in part. */
function impactOf(impact: string, components: readonly Entry[]): Notice['impact'] | undefined {
  const isAnyIn = (states: RegExp) => components.some(({ status }) => states.test(textOf(status)));
  if (impact === 'none') return undefined;
  if (/^(?:critical|major|maintenance)$/.test(impact) || isAnyIn(/outage|maintenance/))
    return 'unavailable';
  return impact === 'minor' || isAnyIn(/degraded/) ? 'slow' : undefined;
}

/** A number that increases with each change: seconds since 1970. */
const revisionOf = (instant: string): number =>
  Math.max(1, Math.floor(Date.parse(instant) / 1000) || 1);
