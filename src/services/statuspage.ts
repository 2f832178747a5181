import type { ForeignNotice, Notice, NoticeFeed } from './notices.js';
import { isObject } from './request.js';

/** The used members of an incident or a maintenance of a Statuspage. */
interface Incident {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly impact?: string;
  readonly shortlink?: string;
  readonly created_at: string;
  readonly started_at?: string | null;
  readonly monitoring_at?: string | null;
  readonly resolved_at?: string | null;
  readonly scheduled_for?: string | null;
  readonly scheduled_until?: string | null;
  readonly updated_at?: string | null;
  readonly components?: readonly { readonly name: string; readonly status?: string }[];
  readonly incident_updates?: readonly {
    readonly status: string;
    readonly body: string;
    readonly created_at: string;
  }[];
}

/** The same text for both languages: a Statuspage has texts in one language. */
const inBoth = (text: string): Notice['title'] => ({ en: text, sv: text });

/** Converts `GET /api/v2/summary.json` of a Statuspage, as documented by Atlassian. */
export function fromStatuspage(body: Readonly<Record<string, unknown>>): NoticeFeed {
  const list = (name: string): unknown[] =>
    Array.isArray(body[name]) ? (body[name] as unknown[]) : [];
  const { updated_at: generatedAt } = isObject(body['page']) ? body['page'] : {};
  return {
    ...(typeof generatedAt === 'string' && { generatedAt }),
    notices: [...list('incidents'), ...list('scheduled_maintenances')].map((given) =>
      // Entries that are not incidents are passed on unchanged, so that the caller can report them as malformed.
      isObject(given) ? noticeOf(given as unknown as Incident) : given,
    ),
  };
}

function noticeOf(incident: Incident): ForeignNotice {
  const updates = incident.incident_updates ?? [];
  const isPlanned = Boolean(incident.scheduled_for);
  const since = (status: RegExp) =>
    updates.findLast((each) => status.test(each.status))?.created_at;
  const isVerifying = /^(?:monitoring|verifying)$/.test(incident.status);
  const isOver = /^(?:resolved|completed|postmortem)$/.test(incident.status);
  const startsAt = incident.scheduled_for ?? incident.started_at ?? incident.created_at;
  return {
    id: incident.id,
    revision: revisionOf(incident.updated_at ?? incident.created_at),
    kind: isPlanned ? 'planned' : 'disruption',
    reason: isPlanned ? 'maintenance' : 'operational',
    title: inBoth(incident.name),
    // Updates are sorted, newest first.
    body: inBoth(updates[0]?.body ?? ''),
    publishedAt: incident.created_at,
    // Maintenance may begin early; until it begins, the planned time is used.
    startsAt: (isPlanned && since(/^in_progress$/)) || startsAt,
    endsAt: incident.scheduled_until ?? null,
    verifyingAt: isVerifying
      ? (incident.monitoring_at ?? since(/^(?:monitoring|verifying)$/) ?? null)
      : null,
    endedAt: isOver
      ? (incident.resolved_at ?? since(/^(?:resolved|completed)$/) ?? incident.updated_at ?? null)
      : null,
    scope: 'part',
    affected: (incident.components ?? []).map(({ name }) => name),
    impact: impactOf(incident),
    moreHref: incident.shortlink ?? null,
    dismissible: true,
  };
}

/** In Statuspage, `critical` and `major` mean that a service is down completely or in part. */
function impactOf({ impact = '', components = [] }: Incident): Notice['impact'] | undefined {
  const isDown = components.some(({ status = '' }) => /outage|maintenance/.test(status));
  if (isDown || /^(?:critical|major|maintenance)$/.test(impact)) return 'unavailable';
  const isSlow = components.some(({ status = '' }) => /degraded/.test(status));
  return isSlow || impact === 'minor' ? 'slow' : undefined;
}

/** A number that increases with each change: seconds since 1970. */
const revisionOf = (instant: string): number =>
  Math.max(1, Math.floor(Date.parse(instant) / 1000) || 1);
