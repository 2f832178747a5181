import type { Inline } from './document.js';

/** Area code and groups, as "077-123 52 35" or "+46 771 23 52 35": dates, times and organisation numbers look different. */
const PHONE_NUMBER =
  /(?<![\d-])(0\d{1,3}-\d{2,3}(?: \d{2,3}){1,3}|\+\d{2}(?: \d{1,3}){3,5})(?![\d-])/;

/** The address of a telephone number, in the international form (RFC 3966); Swedish numbers begin with 0. */
export const telOf = (phone: string): string =>
  `tel:${phone.replace(/[^\d+]/g, '').replace(/^0/, '+46')}`;

/** A text without markup, whose telephone numbers can be dialled. */
export const withPhoneNumbers = (text: string): readonly Inline[] =>
  // The pattern has one group: every second part is a number.
  text
    .split(PHONE_NUMBER)
    .map((part, index) =>
      index % 2 ? { type: 'link', href: telOf(part), content: [part] } : part,
    );
