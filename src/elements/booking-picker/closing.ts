import { isObject } from '../../services/request.js';

/** What a maintenance banner on the page knows, as far as it is read here. */
interface Notice {
  readonly id?: string;
  readonly title?: unknown;
  readonly affected?: readonly string[];
  readonly impact?: string;
}

/** The heading of the banner's notice that tells why booking is closed; '' when no banner on the page knows one. */
export function closingNotice(noticeId: string, lang: string): string {
  const banners = document.querySelectorAll<HTMLElement & { activeNotices?: readonly Notice[] }>(
    'lucka-maintenance-banner',
  );
  const notices = [...banners].flatMap(({ activeNotices }) => activeNotices ?? []);
  const isAbout = ({ affected = [], impact }: Notice) =>
    impact === 'unavailable' && affected.includes('bookings');
  const { title } =
    notices.find(({ id }) => noticeId && id === noticeId) ?? notices.find(isAbout) ?? {};
  if (typeof title === 'string') return title;
  const words = isObject(title) ? title[lang] : undefined;
  return typeof words === 'string' ? words : '';
}
