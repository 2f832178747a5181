import type { FeedFormat, NoticeFeed } from './notices.js';
import { ServiceError } from './service-error.js';

/**
 * The notices of a Statuspage (`summary.json`, or a list of it) or a cState (`index.json`).
 *
 * @throws {ServiceError} `malformed-answer`, with what was expected
 */
export async function readForeignFeed(
  body: Readonly<Record<string, unknown>>,
  format: FeedFormat,
): Promise<NoticeFeed> {
  const is = (name: FeedFormat, ...members: string[]) =>
    (format === name || format === 'auto') && members.some((member) => Array.isArray(body[member]));
  if (is('statuspage', 'incidents', 'scheduled_maintenances'))
    return (await import('./statuspage.js')).fromStatuspage(body);
  if (is('cstate', 'systems')) return (await import('./cstate.js')).fromCState(body);
  const detail =
    'expected "notices" (lucka/openapi.yaml), "incidents" or "scheduled_maintenances" (Statuspage), or "systems" (cState)';
  throw new ServiceError('notices: listNotices', 'malformed-answer', { status: 200, detail });
}
