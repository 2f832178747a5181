import type { FeedFormat, NoticeService } from '../../services/notices.js';

/** What the page sets, as it was set: each feature validates what it reads. */
export interface BannerSettings {
  readonly src: string;
  readonly format: FeedFormat;
  /** Names of services, separated by spaces; '' for all. */
  readonly affectedService: string;
  readonly timeZone: string;
  /** Seconds. */
  readonly poll: number;
  readonly leadDays: number;
  readonly max: number;
  readonly storage: 'local' | 'none';
  readonly moreHref: string;
  readonly headingLevel: number;
  readonly notices: readonly unknown[] | undefined;
  readonly service: NoticeService | undefined;
}
