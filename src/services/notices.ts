import type { components } from './generated/contract.js';

type Schemas = components['schemas'];

/** One interruption, disturbance, closure or other news, with its texts per language. */
export type Notice = Schemas['Notice'];
/** A notice of another kind of feed, whose impact may be unknown. */
export type ForeignNotice = Omit<Notice, 'impact'> & {
  readonly impact: Notice['impact'] | undefined;
};
/** The notices as a server sends them. The element validates each one, so that one bad notice hides no other. */
export interface NoticeFeed {
  readonly generatedAt?: string;
  readonly notices: readonly unknown[];
}

/** `auto` detects the format from the response. */
export type FeedFormat = 'auto' | 'lucka' | 'statuspage' | 'cstate';
export const FORMATS: readonly [FeedFormat, ...FeedFormat[]] = [
  'auto',
  'lucka',
  'statuspage',
  'cstate',
];

export interface NoticeReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with the response headers, for the server's clock. */
  readonly heard?: ((headers: Headers) => void) | undefined;
}

/**
 * Where the maintenance banner gets its notices. The method is the contract's operation (`lucka/openapi.yaml`); it resolves to
 * the feed and rejects with a `ServiceError`.
 */
export interface NoticeService {
  listNotices(options?: NoticeReadOptions): Promise<NoticeFeed>;
}
