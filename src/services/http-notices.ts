import type { FeedFormat, NoticeFeed, NoticeService } from './notices.js';
import { isObject, send } from './send.js';
import { isServiceError } from './is-service-error.js';
import { ServiceError } from './service-error.js';

/**
 * The contract over HTTP, or the public feed of a Statuspage (`summary.json`) or cState (`index.json`). The feed is the
 * same for everyone, so no cookies are sent. The browser sends `If-None-Match` by itself.
 */
export function httpNoticeService(address: string, format: FeedFormat = 'auto'): NoticeService {
  return {
    async listNotices({ signal, heard } = {}) {
      const init: RequestInit = { credentials: 'omit' };
      const options = { init, errorOf, signal, onHeaders: heard };
      try {
        const body = await send('notices: listNotices', address, isObject, options);
        return await feedOf(body, format);
      } catch (error) {
        // A feed that does not exist, or no longer exists, has no notices.
        if (isServiceError(error) && (error.status === 404 || error.status === 410))
          return { notices: [] };
        throw error;
      }
    },
  };
}

/** Loaded when a response is an error: most are none. */
async function errorOf(name: string, response: Response, answer: unknown): Promise<ServiceError> {
  try {
    return (await import('./response-error.js')).errorOf(name, response, answer);
  } catch (cause) {
    return new ServiceError(name, 'http', { status: response.status, cause });
  }
}

/**
 * The notices of a response or of a page's own JSON. Other formats than the contract's are loaded when one is met.
 *
 * @throws {ServiceError} `malformed-answer`
 */
export async function feedOf(body: unknown, format: FeedFormat): Promise<NoticeFeed> {
  const given = isObject(body) ? body : {};
  const { notices, generatedAt } = given;
  if ((format === 'lucka' || format === 'auto') && Array.isArray(notices))
    return { notices, ...(typeof generatedAt === 'string' && { generatedAt }) };
  return (await import('./foreign-feeds.js')).readForeignFeed(given, format);
}
