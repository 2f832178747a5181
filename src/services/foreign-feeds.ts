import type { FeedFormat, NoticeFeed } from './notices.js';
import { ServiceError } from './service-error.js';

/**
 * The notices of a Statuspage (`summary.json`) or a cState (`index.json`).
 *
 * @throws {ServiceError} `malformed-answer`
 */
export async function readForeignFeed(
  body: Readonly<Record<string, unknown>>,
  format: FeedFormat,
): Promise<NoticeFeed> {
  const is = (name: FeedFormat, member: string) =>
    (format === name || format === 'auto') && Array.isArray(body[member]);
  if (is('statuspage', 'incidents')) return (await import('./statuspage.js')).fromStatuspage(body);
  if (is('cstate', 'systems')) return (await import('./cstate.js')).fromCState(body);
  throw new ServiceError('notices: listNotices', 'malformed-answer', { status: 200 });
}
