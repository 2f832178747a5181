import {
  cannedMessageService,
  cannedTermsService,
  NOTICES,
  serviceError,
  TERMS,
  versionOf,
} from '../../../stories/services.js';
import '../../../src/index.js';
import type { LuckaBookingPicker } from '../../../src/elements/booking-picker/booking-picker.js';
import type { Notice } from '../../../src/services/notices.js';
import { memoryBookingService, type MemoryBookings } from '../../../src/testing.js';

/**
 * One element on a page of its own, with a service in the page's memory: `?lang=sv&scene=booking-taken`. A scene sets up what
 * the demo service cannot be asked for: errors, ends of time, what begins while the page is open.
 */

const query = new URLSearchParams(location.search);
const lang = query.get('lang') ?? 'en';

/** Dates do not depend on the day on which the journey runs. */
const BOOKING_START = Date.parse('2027-03-20T09:00:00+01:00');

function bookings(options: Parameters<typeof memoryBookingService>[0] = {}): MemoryBookings {
  const opened = Date.now();
  return memoryBookingService({
    now: () => new Date(BOOKING_START + Date.now() - opened),
    closed: { '2027-03-26': { sv: 'Långfredagen', en: 'Good Friday' } },
    ...options,
  });
}

type Scene = (main: HTMLElement) => void;

const add = <Tag extends keyof HTMLElementTagNameMap>(
  main: HTMLElement,
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  Object.assign(element, properties);
  main.append(element);
  return element;
};

const picker =
  (
    attributes: Readonly<Record<string, string>> = {},
    options: Parameters<typeof bookings>[0] = {},
    prepare: (service: MemoryBookings, picker: LuckaBookingPicker) => unknown = () => undefined,
  ): Scene =>
  (main) => {
    const service = bookings(options);
    const element = add(main, 'lucka-booking-picker', attributes, { service });
    void prepare(service, element);
  };

const refused =
  (operation: Parameters<MemoryBookings['fail']>[0], code: string, details = {}) =>
  (service: MemoryBookings): unknown =>
    service.fail(operation, code, details);

/** The next calls of an operation fail, each with another error. */
const refusedEach =
  (operation: Parameters<MemoryBookings['fail']>[0], codes: readonly string[]) =>
  (service: MemoryBookings): unknown =>
    codes.map((code) => service.fail(operation, code));

/** The first hold ends soon, the extended one does not. */
const extendByTenMinutes = (service: MemoryBookings): void => {
  const extend = service.extendHold.bind(service);
  service.extendHold = async (...request) => {
    const hold = await extend(...request);
    return { ...hold, expiresAt: new Date(service.now().getTime() + 600_000).toISOString() };
  };
};

const visit = (service: MemoryBookings): Promise<unknown> =>
  service.createBooking({ slotId: 'boden-20270330-1100' }, { idempotencyKey: 'before' });

const message =
  (
    attributes: Readonly<Record<string, string>> = {},
    options: Parameters<typeof cannedMessageService>[0] = {},
  ): Scene =>
  (main) => {
    add(
      main,
      'lucka-message-composer',
      { 'case-id': '12-345678', ...attributes },
      {
        service: cannedMessageService(options),
      },
    );
  };

const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();

const terms =
  (
    options: Parameters<typeof cannedTermsService>[0],
    attributes: Readonly<Record<string, string>> = {},
  ): Scene =>
  (main) => {
    add(main, 'lucka-terms-dialog', attributes, { service: cannedTermsService(options) });
  };

const NEWER = { version: '2026-11-25', effective: '2026-11-25' };
const changeSummaries = {
  en: 'You are told earlier when the service closes.',
  sv: 'Du får veta tidigare när tjänsten stängs.',
};

const newerTerms = (textLang: 'en' | 'sv'): string =>
  versionOf(textLang, { ...NEWER, changeSummary: changeSummaries[textLang] }, (text) =>
    text
      .replaceAll('at least 30 days before', 'at least 60 days before')
      .replaceAll('minst 30 dagar före', 'minst 60 dagar före'),
  );

/** Its title is true of a disruption that has ended, too. */
const disruption = {
  ...NOTICES.disruption,
  title: { en: 'Slow to send messages', sv: 'Långsamt att skicka meddelanden' },
};

/** A banner whose clock and notices change while it is on the page. */
const beginning: Scene = (main) => {
  const { planned } = NOTICES;
  const banner = add(
    main,
    'lucka-maintenance-banner',
    { storage: 'none' },
    {
      notices: [planned] as readonly Notice[],
      now: () => new Date('2026-12-01T12:00:00+01:00'),
    },
  );
  document.querySelector('#change')?.addEventListener('click', () => {
    setTimeout(() => (banner.notices = [planned, disruption] as readonly Notice[]), 3000);
  });
};

const SCENES: Readonly<Record<string, Scene>> = {
  wizard: (main) => add(main, 'lucka-document-wizard', {}, {}),
  'wizard-not-loaded': (main) =>
    add(main, 'lucka-document-wizard', { src: '/there-is-no-flow.md' }, {}),

  booking: picker({ 'letter-gate': 'reference' }),
  'booking-hold-ends-soon': picker({}, { holdMinutes: 2 }, extendByTenMinutes),
  'booking-hold-ends': picker({}, { holdMinutes: 1, extensions: 0 }),
  'booking-hold-is-last': picker({}, { holdMinutes: 2, extensions: 0 }),
  'booking-hold-lost': picker({}, { holdMinutes: 1, extensions: 0 }, (service) =>
    document.addEventListener('lucka-booking-hold', () => {
      for (const { slot } of service.holds.values()) service.take(slot.id);
    }),
  ),
  'booking-taken': picker({}, {}, refused('createHold', 'slot-taken')),
  'booking-busy': picker({}, {}, refused('createBooking', 'rate-limited', { retryAfter: 90 })),
  'booking-logged-out': picker(
    {},
    {},
    refused('createBooking', 'login-required', { problem: { loginHref: '/log-in' } }),
  ),
  'booking-errors': picker(
    {},
    {},
    refusedEach('createBooking', ['csrf', 'internal', 'unavailable', 'closed', 'letter-expired']),
  ),
  'booking-day-errors': picker(
    {},
    {},
    refusedEach('listSlots', ['network', 'timeout', 'rate-limited']),
  ),
  'booking-broken': picker({}, {}, refused('createBooking', 'internal')),
  'booking-unknown': picker({}, {}, (service) => {
    for (const operation of ['createBooking', 'findBooking', 'releaseHold'] as const)
      service.lose(operation).lose(operation);
  }),
  'booking-offline': picker({}, {}, refused('listSlots', 'offline')),
  'booking-closed': picker({}, {}, refused('listOffices', 'closed')),
  'booking-other-hold': picker({}, {}, (service) =>
    service.createHold({ slotId: 'boden-20270330-1100' }, { idempotencyKey: 'before' }),
  ),
  'booking-already': picker({}, {}, visit),
  'booking-none-free': picker({}, { emptyOffices: ['boden'] }),
  'booking-manage': picker({ mode: 'manage' }, {}, visit),
  'booking-manage-errors': picker({ mode: 'manage' }, {}, (service) => {
    service.fail('getBooking', 'login-required', { problem: { loginHref: '/log-in' } });
    service.fail('cancelBooking', 'not-found');
    // It is gone when it is looked up again, too.
    document.addEventListener('lucka-booking-error', (event) => {
      if ('code' in event && event.code === 'not-found') service.bookings.clear();
    });
    return visit(service);
  }),
  'booking-too-late': picker({ mode: 'manage' }, {}, (service) => {
    service.fail('cancelBooking', 'too-late');
    document.addEventListener('lucka-booking-error', () => {
      const changeUntil = service.now().toISOString();
      for (const [reference, booking] of service.bookings)
        service.bookings.set(reference, { ...booking, changeUntil });
    });
    return visit(service);
  }),

  message: message(),
  'message-broken': message({}, { failures: [serviceError('internal', 500)] }),
  'message-unknown': message(
    {},
    { failures: Array.from({ length: 4 }, () => serviceError('timeout', 0)) },
  ),
  'message-logged-out': message(
    {},
    { failures: [serviceError('login-required', 401, { problem: { loginHref: '/log-in' } })] },
  ),
  'message-busy': message(
    {},
    { failures: [serviceError('rate-limited', 429, { retryAfter: 90 })] },
  ),
  'message-errors': message(
    {},
    {
      failures: [
        serviceError('csrf', 403),
        serviceError('case-invalid', 422),
        serviceError('too-long', 422, { problem: { limit: 50 } }),
        serviceError('idempotency-mismatch', 422),
        serviceError('unsupported-media-type', 415),
        serviceError('closed', 403),
      ],
    },
  ),
  'message-not-encrypted': message({ encryption: 'required' }),
  'message-session-ends': (main) => {
    message({ 'session-expires-at': inSeconds(150) })(main);
    const composer = main.querySelector('lucka-message-composer');
    composer?.addEventListener('lucka-message-extend', () => {
      composer.sessionExpiresAt = inSeconds(1800);
    });
  },
  'message-session-ended': message({ 'session-expires-at': inSeconds(25) }),

  'terms-changed': terms({
    current: { en: newerTerms('en'), sv: newerTerms('sv') },
    versions: { '2026-11-22': TERMS },
    accepted: {
      version: '2026-11-22',
      lang: lang === 'sv' ? 'sv' : 'en',
      at: '2026-11-23T09:14:00+01:00',
    },
    decisionNeeded: true,
  }),
  'terms-not-saved': terms({ failures: [serviceError('internal', 500)] }),
  'terms-no-answer': terms({ failures: [serviceError('network', 0)] }),
  'terms-logged-out': terms({
    failures: [serviceError('login-required', 401, { problem: { loginHref: '/log-in' } })],
  }),
  'terms-errors': terms({
    failures: [
      serviceError('csrf', 403),
      serviceError('rate-limited', 429, { retryAfter: 1 }),
      serviceError('digest-mismatch', 422),
      serviceError('stale-version', 409),
    ],
  }),
  'terms-retired': (main) => {
    terms({ readFailure: serviceError('retired', 410) }, { mode: 'view' })(main);
    const dialog = main.querySelector('lucka-terms-dialog');
    document.querySelector('#change')?.addEventListener('click', () => dialog?.show());
  },
  'terms-in-english': terms({ current: { en: TERMS['en'] ?? '' } }),
  'terms-not-loaded': terms({ readFailure: serviceError('internal', 500) }),
  'terms-view': (main) => {
    terms({}, { mode: 'view' })(main);
    const dialog = main.querySelector('lucka-terms-dialog');
    document.querySelector('#change')?.addEventListener('click', () => dialog?.show());
  },
  'terms-return': terms({}, { 'return-focus': '#case' }),

  'notice-begins': beginning,
  'notice-ends': (main) => {
    const banner = add(
      main,
      'lucka-maintenance-banner',
      { storage: 'none' },
      {
        notices: [disruption] as readonly Notice[],
        now: () => new Date('2026-12-01T12:00:00+01:00'),
      },
    );
    const ended = { ...disruption, revision: 2, endedAt: '2026-12-01T11:55:00+01:00' };
    document.querySelector('#change')?.addEventListener('click', () => {
      setTimeout(() => (banner.notices = [ended] as readonly Notice[]), 3000);
    });
  },
};

document.documentElement.lang = lang;
const main = document.querySelector('main');
if (main) SCENES[query.get('scene') ?? '']?.(main);
