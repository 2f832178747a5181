import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ServiceError } from '../src/services/service-error.js';
import '../src/terms-dialog.js';
import type { LuckaTermsDialog } from '../src/elements/terms-dialog/terms-dialog.js';
import {
  cannedTermsService,
  serviceError,
  TERMS,
  versionOf,
  type TermsServiceOptions,
} from './services.js';

type Story = StoryObj<LuckaTermsDialog>;

const FALLBACK = html`<a href="https://agency.example/terms"
  >Read the terms of use on a separate page</a
>`;
const ACCEPTED = { version: '2026-11-22', lang: 'en', at: '2026-12-01T09:14:00+01:00' } as const;
/** In the text and in the key points. */
const sixtyDays = (text: string) =>
  text
    .replaceAll('at least 30 days before', 'at least 60 days before')
    .replaceAll('minst 30 dagar före', 'minst 60 dagar före');
const newer = (lang: string) =>
  versionOf(
    lang,
    {
      version: '2027-03-01',
      changeSummary:
        lang === 'sv' ? 'Längre varsel före en stängning.' : 'Longer notice before a closure.',
    },
    sixtyDays,
  );

const meta: Meta<LuckaTermsDialog> = {
  // Its overview is terms-dialog.mdx.
  tags: ['!autodocs'],
  title: 'Elements/Terms dialog',
  component: 'lucka-terms-dialog',
  args: { mode: 'gate', headingLevel: 2 },
  // A decision in one story must not affect the next.
  beforeEach: () => localStorage.removeItem('lucka:terms:my-page'),
  parameters: { docs: { story: { inline: false, iframeHeight: 640 } } },
};
export default meta;

/** A story of a state that needs a server, with the server's response. */
const served = (
  options: TermsServiceOptions,
  attributes: Partial<LuckaTermsDialog> = {},
): Story => ({
  args: attributes,
  render: ({ mode, headingLevel }) =>
    html`<lucka-terms-dialog
      .service=${cannedTermsService(options)}
      mode=${mode}
      heading-level=${headingLevel}
      open
      >${FALLBACK}</lucka-terms-dialog
    >`,
});

const dialogIn = (canvas: HTMLElement): LuckaTermsDialog =>
  canvas.querySelector('lucka-terms-dialog')!;

/** Presses a button of the dialog when it is there. */
async function press(canvas: HTMLElement, part: string): Promise<void> {
  const find = () =>
    dialogIn(canvas).shadowRoot?.querySelector<HTMLElement>(
      `[part~="${part}"]:not([aria-disabled])`,
    );
  for (let tries = 0; tries < 100 && !find(); tries++)
    await new Promise((done) => setTimeout(done, 50));
  find()?.click();
}

/** The minimal set-up: the built-in terms, the decision stored on the device. */
export const Default: Story = {
  render: ({ mode, headingLevel }) =>
    html`<lucka-terms-dialog mode=${mode} heading-level=${headingLevel}
      >${FALLBACK}</lucka-terms-dialog
    >`,
};

export const FirstTime: Story = served({});

/** Changes come first, described in words, with ins and del. */
export const TermsHaveChanged: Story = served({
  current: { en: newer('en'), sv: newer('sv') },
  versions: { '2026-11-22': TERMS },
  accepted: ACCEPTED,
  decisionNeeded: true,
});

/** Three presses of Escape do not close the dialog in gate mode; the status says why. */
export const EscapeInAGate: Story = {
  ...served({}),
  play: async ({ canvasElement }) => {
    const { shadowRoot } = dialogIn(canvasElement);
    for (let tries = 0; tries < 100 && !shadowRoot?.querySelector('.body'); tries++)
      await new Promise((done) => setTimeout(done, 50));
    shadowRoot
      ?.querySelector('dialog')
      ?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
      );
  },
};

export const Declined: Story = {
  ...served({}),
  play: ({ canvasElement }) => press(canvasElement, 'decline'),
};

export const Loading: Story = {
  tags: ['busy'],
  render: () =>
    html`<lucka-terms-dialog
      .service=${{ ...cannedTermsService(), getTerms: () => new Promise<never>(() => {}) }}
      open
    ></lucka-terms-dialog>`,
};

export const CouldNotLoad: Story = served({
  readFailure: new ServiceError('terms: getTerms', 'internal', { status: 500 }),
});

/** The server says that these terms no longer apply. */
export const Retired: Story = served({ readFailure: serviceError('retired', 410) });

export const CouldNotSave: Story = {
  ...served({ failures: [serviceError('internal', 500)] }),
  play: ({ canvasElement }) => press(canvasElement, 'accept'),
};

/** Without a response it is unknown whether the decision was saved, and the dialog says so. */
export const NoAnswer: Story = {
  ...served({ failures: [serviceError('network', 0)] }),
  play: ({ canvasElement }) => press(canvasElement, 'accept'),
};

export const LoggedOut: Story = {
  ...served({
    failures: [
      serviceError('login-required', 401, {
        problem: { loginHref: 'https://agency.example/log-in' },
      }),
    ],
  }),
  play: ({ canvasElement }) => press(canvasElement, 'accept'),
};

export const Busy: Story = {
  ...served({ failures: [serviceError('rate-limited', 429, { retryAfter: 90 })] }),
  play: ({ canvasElement }) => press(canvasElement, 'accept'),
};

export const Saving: Story = {
  tags: ['busy'],
  ...served({ pause: new Promise(() => {}) }),
  play: ({ canvasElement }) => press(canvasElement, 'accept'),
};

/** A newer version was published while the person was reading: nothing was saved, the differences are shown. */
export const ChangedWhileReading: Story = {
  render: () => {
    const service = cannedTermsService({ failures: [serviceError('stale-version', 409)] });
    const decide = service.decideTerms.bind(service);
    service.decideTerms = (...parameters) => {
      service.serve({ current: { en: newer('en'), sv: newer('sv') } });
      return decide(...parameters);
    };
    return html`<lucka-terms-dialog .service=${service} open></lucka-terms-dialog>`;
  },
  play: ({ canvasElement }) => press(canvasElement, 'accept'),
};

/** Can be closed at any time, and shows which version was accepted, and when. */
export const ReadAgain: Story = served({ accepted: ACCEPTED }, { mode: 'view' });

export const TermsToCome: Story = served(
  {
    accepted: ACCEPTED,
    upcoming: { version: '2027-03-01', effective: '2027-03-01' },
    versions: { '2027-03-01': { en: newer('en'), sv: newer('sv') } },
  },
  { mode: 'view' },
);

const withSlots = () =>
  html`<lucka-terms-dialog open .service=${cannedTermsService()}>
    <p slot="intro">These terms apply to this pilot.</p>
    <p slot="decline-info">You have said no to the terms of this pilot.</p>
    <p slot="contact">You find the staff of the pilot at the desk.</p>
    ${FALLBACK}
  </lucka-terms-dialog>`;

/** The page's own text above the terms. */
export const Slots: Story = { render: withSlots };

/** The page's own text after declining: the consequences, and how to contact the agency. */
export const SlotsAfterDeclining: Story = {
  render: withSlots,
  play: ({ canvasElement }) => press(canvasElement, 'decline'),
};

/** In a form: it cannot be sent before the terms are accepted. */
export const InAForm: Story = {
  render: () =>
    html`<form>
      <lucka-terms-dialog name="terms" required manual></lucka-terms-dialog>
      <p><button>Send</button></p>
    </form>`,
};
