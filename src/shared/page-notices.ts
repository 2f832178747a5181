import { isObject } from '../services/request.js';

/** A notice of a maintenance banner on the page, as far as it is read here. */
interface PageNotice {
  readonly id?: string;
  readonly title?: unknown;
  readonly affected?: readonly string[];
  readonly impact?: string;
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
