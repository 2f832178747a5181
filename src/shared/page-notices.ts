import { isObject } from '../services/request.js';

/** A notice of a maintenance banner on the page, as far as it is read here. */
interface PageNotice {
  readonly id?: string;
  readonly title?: unknown;
  readonly affected?: readonly string[];
  readonly impact?: string;
  readonly phase?: string;
  readonly endsAt?: string | null;
}

type Banner = HTMLElement & { readonly activeNotices?: readonly PageNotice[] };

/**
 * The title of the notice that says why a service is closed; '' when no banner on the page has one.
 *
 * @param service the service's name in notices, such as `bookings`
 * @param noticeId the notice that the service's error names; ''
 * @param lang language of the title
 */
export function findClosureNotice(service: string, noticeId: string, lang: string): string {
  const banners = document.querySelectorAll<Banner>('lucka-maintenance-banner');
  const notices = [...banners].flatMap(({ activeNotices }) => activeNotices ?? []);
  const isClosure = ({ affected = [], impact }: PageNotice) =>
    impact === 'unavailable' && affected.includes(service);
  const { title } =
    notices.find(({ id }) => noticeId && id === noticeId) ?? notices.find(isClosure) ?? {};
  if (typeof title === 'string') return title;
  const text = isObject(title) ? title[lang] : undefined;
  return typeof text === 'string' ? text : '';
}

/** An interruption of a service that has begun. */
export interface PageInterruption {
  /** Its planned end; undefined when it is not known or has passed. */
  readonly endsAt: Date | undefined;
}

const STARTED_PHASES = new Set(['in-progress', 'overrunning', 'closed']);

/**
 * The interruption of a service by a banner's notices; undefined without one.
 *
 * @param service the service's name in notices, such as `messages`
 * @param bannerId id of the banner, in the document or in the tree of `element`
 */
export function findInterruption(
  service: string,
  bannerId: string,
  element: HTMLElement,
): PageInterruption | undefined {
  const root = element.getRootNode();
  const inTree = root instanceof ShadowRoot ? root.getElementById(bannerId) : null;
  const banner: Partial<Banner> | null = inTree ?? document.getElementById(bannerId);
  const notice = banner?.activeNotices?.find(
    ({ phase = '', affected, impact }) =>
      STARTED_PHASES.has(phase) && affected?.includes(service) && impact === 'unavailable',
  );
  if (!notice) return undefined;
  const end = new Date(notice.endsAt ?? '');
  const isKnown = notice.phase === 'in-progress' && !Number.isNaN(end.getTime());
  return { endsAt: isKnown ? end : undefined };
}
