import type { components } from './generated/contract.js';
import { isObject, request } from './request.js';
import { ServiceError } from './service-error.js';

type Schemas = components['schemas'];

/** One interruption, disturbance, closure or other news, with its texts per language. */
export type Notice = Schemas['Notice'];
/** A notice of another kind of feed, which may not say what it does to a service. */
export type ForeignNotice = Omit<Notice, 'impact'> & {
  readonly impact: Notice['impact'] | undefined;
};
/** The notices as a server gives them: each is checked by whoever shows it, so that one bad notice hides no other. */
export interface NoticeFeed {
  readonly generatedAt?: string;
  readonly notices: readonly unknown[];
}

/** `auto` tells the others apart by what is in the answer. */
export type FeedFormat = 'auto' | 'lucka' | 'statuspage' | 'cstate';
export const FORMATS: readonly [FeedFormat, ...FeedFormat[]] = [
  'auto',
  'lucka',
  'statuspage',
  'cstate',
];

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Hears the headers of the answer: for the server's clock. */
  readonly heard?: ((headers: Headers) => void) | undefined;
}

/**
 * Where the maintenance banner gets its notices. The method is the contract's operation (`lucka/openapi.yaml`); it answers
 * the feed and rejects with a `ServiceError`.
 */
export interface NoticeService {
  listNotices(options?: ReadOptions): Promise<NoticeFeed>;
}

/**
 * The contract over HTTP, or the public answer of a Statuspage (`summary.json`) or cState (`index.json`). The feed is the
 * same for everyone, so nobody's cookies are sent. The browser asks with `If-None-Match` by itself.
 */
export function httpNoticeService(address: string, format: FeedFormat = 'auto'): NoticeService {
  return {
    async listNotices({ signal, heard } = {}) {
      const options = { credentials: 'omit' as const, signal, heard };
      try {
        const body = await request('notices: listNotices', address, isObject, options);
        return await feedOf(body, format);
      } catch (error) {
        // A feed that is not there, or not any more, has no notices.
        if (error instanceof ServiceError && (error.status === 404 || error.status === 410))
          return { notices: [] };
        throw error;
      }
    },
  };
}

/**
 * The notices of an answer or of a page's own JSON.
 *
 * @throws {ServiceError} `malformed-answer`
 */
export async function feedOf(body: unknown, format: FeedFormat): Promise<NoticeFeed> {
  const given = isObject(body) ? body : {};
  const { notices, generatedAt } = given;
  const is = (name: FeedFormat, member: string) =>
    format === name || (format === 'auto' && Array.isArray(given[member]));
  if (is('statuspage', 'incidents') && Array.isArray(given['incidents']))
    return (await import('./statuspage.js')).fromStatuspage(given);
  if (is('cstate', 'systems') && Array.isArray(given['systems']))
    return (await import('./cstate.js')).fromCState(given);
  if (is('lucka', 'notices') && Array.isArray(notices))
    return { notices, ...(typeof generatedAt === 'string' && { generatedAt }) };
  throw new ServiceError('notices: listNotices', 'malformed-answer', { status: 200 });
}
