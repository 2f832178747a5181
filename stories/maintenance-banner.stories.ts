import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { LuckaMaintenanceBanner } from '../src/elements/maintenance-banner/maintenance-banner.js';
import '../src/maintenance-banner.js';
import type { Notice } from '../src/services/notices.js';
import { NOTICES, serviceError } from './services.js';

type Story = StoryObj<LuckaMaintenanceBanner>;

const { planned, disruption, closure, account } = NOTICES;
const FALLBACK = html`<p><a href="/news">Look for interruptions on our website</a></p>`;
/** The content after the banner: it receives the focus when the last notice is hidden. */
const PAGE = html`<h2>Your case</h2>
  <p>Case 12-345678 was received on 3 February 2026.</p>`;

const meta: Meta<LuckaMaintenanceBanner> = {
  title: 'Elements/Maintenance banner',
  tags: ['!autodocs'],
  component: 'lucka-maintenance-banner',
  args: {
    max: 3,
    leadDays: 14,
    headingLevel: 2,
    timeZone: 'Europe/Stockholm',
    affectedService: '',
  },
  render: (args) => banner([planned], '2026-12-01T12:00:00+01:00', args),
};
export default meta;

/** Notices at an instant: the clock is stopped. */
const banner = (
  notices: readonly Notice[],
  instant: string,
  {
    max = 3,
    leadDays = 14,
    headingLevel = 2,
    timeZone = 'Europe/Stockholm',
    affectedService = '',
  }: Partial<LuckaMaintenanceBanner> = {},
): TemplateResult =>
  html`<lucka-maintenance-banner
      storage="none"
      max=${max}
      lead-days=${leadDays}
      heading-level=${headingLevel}
      time-zone=${timeZone}
      affected-service=${affectedService}
      .notices=${notices}
      .now=${() => new Date(instant)}
      >${FALLBACK}</lucka-maintenance-banner
    >
    ${PAGE}`;

const at = (instant: string, ...notices: readonly Notice[]): Story => ({
  render: (args) => banner(notices, instant, args),
});

const bannerIn = (canvas: HTMLElement): LuckaMaintenanceBanner =>
  canvas.querySelector('lucka-maintenance-banner')!;

/** Waits for something in the banner. */
async function found(canvas: HTMLElement, selector: string): Promise<HTMLElement> {
  for (let tries = 0; ; tries++) {
    const element = bannerIn(canvas).shadowRoot?.querySelector<HTMLElement>(selector);
    if (element) return element;
    if (tries > 100) throw new Error(`${selector} does not come.`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Subject and time come first; the rest can be expanded. It can be hidden, and appears again when something has changed. */
export const Default: Story = {};

/** The same, expanded. */
export const Unfolded: Story = {
  ...at('2026-12-01T12:00:00+01:00', planned),
  play: async ({ canvasElement }) => {
    (await found(canvasElement, 'summary')).click();
  },
};

/** Less than 24 hours before. */
export const Soon: Story = at('2026-12-05T12:00:00+01:00', planned);

/** Expanded from the start; it cannot be hidden. */
export const InProgress: Story = at('2026-12-05T23:00:00+01:00', planned);

/** The end is unknown. */
export const Disruption: Story = at('2026-12-01T12:00:00+01:00', disruption);

/** The planned end has passed: the notice says so and promises nothing. */
export const Overrunning: Story = at('2026-12-06T05:00:00+01:00', planned);

/** The work is done and is being checked. */
export const Verifying: Story = at('2026-12-06T03:30:00+01:00', {
  ...planned,
  verifyingAt: '2026-12-06T03:10:00+01:00',
});

/** For 30 minutes after the actual end. */
export const Done: Story = at('2026-12-06T04:40:00+01:00', {
  ...planned,
  endedAt: '2026-12-06T04:35:00+01:00',
});

/** Announced at least 30 days before. Not an error: neutral colours. */
export const Closure: Story = at('2027-02-23T12:00:00+01:00', closure);

/** Collapsed by the person; it expands again 30, 14, 7, 3 and 1 days before. */
export const ClosureFolded: Story = {
  ...at('2027-02-23T12:00:00+01:00', closure),
  play: async ({ canvasElement }) => {
    (await found(canvasElement, '[part="dismiss"]')).click();
  },
};

/** After the closure. */
export const Closed: Story = at('2027-04-01T12:00:00+02:00', closure);

/** News without a date, in Markdown: the parser is loaded when the notice is shown. */
export const Information: Story = {
  ...at('2026-12-01T12:00:00+01:00', account),
  play: async ({ canvasElement }) => {
    await found(canvasElement, '[part="body"] a');
  },
};

/** The most urgent first; three notices, then "show all". */
export const Several: Story = at('2026-12-01T12:00:00+01:00', planned, disruption, account, {
  ...planned,
  id: 'another',
  startsAt: '2026-12-08T22:00:00+01:00',
  endsAt: '2026-12-09T04:00:00+01:00',
});

/** A browser in another time zone shows Swedish time and its own; in this story its time zone is a distant one. */
export const AnotherTimeZone: Story = {
  args: { timeZone: 'America/New_York' },
  render: (args) => banner([planned], '2026-12-01T12:00:00+01:00', args),
};

/** The feed cannot be reached: the last known notice, and its age, calculated with the real clock. */
export const LastKnown: Story = {
  render: ({ headingLevel }) => {
    let asked = 0;
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const notice = {
      ...planned,
      publishedAt: inDays(-1),
      startsAt: inDays(4),
      endsAt: inDays(4.2),
    };
    const service = {
      listNotices: () =>
        asked++
          ? Promise.reject(serviceError('offline', 0))
          : Promise.resolve({ notices: [notice] }),
    };
    return html`<lucka-maintenance-banner
        storage="none"
        heading-level=${headingLevel}
        .service=${service}
        >${FALLBACK}</lucka-maintenance-banner
      >${PAGE}`;
  },
  play: async ({ canvasElement }) => {
    await found(canvasElement, '[part~="notice"]');
    await bannerIn(canvasElement).refresh();
    await found(canvasElement, '[part="stale"]');
  },
};

/** No feed was ever received: the page's fallback, without an error message. */
export const NeverReached: Story = {
  render: ({ headingLevel }) => {
    const service = { listNotices: () => Promise.reject(serviceError('offline', 0)) };
    return html`<lucka-maintenance-banner
        storage="none"
        heading-level=${headingLevel}
        .service=${service}
        >${FALLBACK}</lucka-maintenance-banner
      >${PAGE}`;
  },
};

/** Announced too late: it is shown nevertheless; an event informs the page. */
export const UnlawfulClosure: Story = at('2027-03-20T12:00:00+01:00', {
  ...closure,
  publishedAt: '2027-03-15T09:00:00+01:00',
});

/** Long words and many services, from a third-party feed. */
export const LongText: Story = at('2026-12-05T23:00:00+01:00', {
  ...planned,
  title: {
    en: 'The identification service of the cooperation between the citizenship authorities is interrupted',
    sv: 'Identifieringstjänstesamverkan mellan medborgarskapsmyndigheterna är avbruten',
  },
  affected: [
    'Elektronisk-identifieringstjänst-för-medborgarskapsärenden',
    'my-page',
    'messages',
    'booking',
  ],
});

/** With the page's own text and link below the notices. */
export const WithMore: Story = {
  render: ({ headingLevel }) =>
    html`<lucka-maintenance-banner
        storage="none"
        more-href="/news"
        heading-level=${headingLevel}
        .notices=${[planned]}
        .now=${() => new Date('2026-12-01T12:00:00+01:00')}
        >${FALLBACK}<span slot="more"
          >Phone: <a href="tel:+46771235235">077-123 52 35</a></span
        ></lucka-maintenance-banner
      >${PAGE}`,
};
