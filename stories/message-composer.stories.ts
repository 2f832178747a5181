import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { LuckaMessageComposer } from '../src/elements/message-composer/message-composer.js';
import '../src/message-composer.js';
import { cannedMessageService, serviceError, type MessageServiceOptions } from './services.js';

type Story = StoryObj<LuckaMessageComposer>;

const FALLBACK = html`<a href="https://agency.example/contact">Other ways to ask the agency</a>`;
const ENGLISH =
  'Hello, I sent my application in March. Do you know when I will get an answer? I have moved to a new flat in Örebro.';
const FRENCH =
  'Bonjour, je voudrais savoir quand vous allez prendre une décision sur ma demande de citoyenneté, parce que j’attends depuis deux ans.';
const SHORT_DANISH = 'Jeg vil gerne vide hvornår jeg får svar';

const meta: Meta<LuckaMessageComposer> = {
  // Its overview is message-composer.mdx.
  tags: ['!autodocs'],
  title: 'Elements/Message composer',
  component: 'lucka-message-composer',
  args: { maxLength: 4000, headingLevel: 2, noSubject: false, languagePolicy: 'block' },
  render: ({ maxLength, headingLevel, noSubject, languagePolicy }) =>
    html`<lucka-message-composer
      case-id="12-345678"
      maxlength=${maxLength}
      heading-level=${headingLevel}
      language-policy=${languagePolicy}
      ?no-subject=${noSubject}
      .service=${cannedMessageService()}
      >${FALLBACK}</lucka-message-composer
    >`,
};
export default meta;

const composerIn = (canvas: HTMLElement): LuckaMessageComposer =>
  canvas.querySelector('lucka-message-composer')!;

/** Waits for something in the composer. */
async function found(canvas: HTMLElement, selector: string): Promise<HTMLElement> {
  for (let tries = 0; ; tries++) {
    const element = composerIn(canvas).shadowRoot?.querySelector<HTMLElement>(selector);
    if (element) return element;
    if (tries > 100) throw new Error(`${selector} does not come.`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Types into the field. */
async function write(canvas: HTMLElement, text: string): Promise<void> {
  const area = (await found(canvas, 'textarea')) as HTMLTextAreaElement;
  area.value = text;
  area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

async function send(canvas: HTMLElement): Promise<void> {
  (await found(canvas, '[part~="send"]')).click();
}

interface State extends MessageServiceOptions {
  readonly text: string;
  /** A selector or text that is present once the state is reached. */
  readonly shows: string;
  readonly isSent?: boolean;
}

/** A story of a state that is reached by writing and sending. */
const written = (
  { text, shows, isSent = true, ...options }: State,
  attributes: Partial<LuckaMessageComposer> = {},
): Story => ({
  render: ({ headingLevel }) =>
    html`<lucka-message-composer
      case-id="12-345678"
      subject=${attributes.subject ?? 'Waiting time'}
      heading-level=${headingLevel}
      language-policy=${attributes.languagePolicy ?? 'block'}
      maxlength=${attributes.maxLength ?? 4000}
      ?shared-computer=${attributes.sharedComputer ?? false}
      .service=${cannedMessageService(options)}
      >${FALLBACK}</lucka-message-composer
    >`,
  play: async ({ canvasElement }) => {
    await write(canvasElement, text);
    if (isSent) await send(canvasElement);
    else (await found(canvasElement, 'textarea')).dispatchEvent(new FocusEvent('blur'));
    await found(canvasElement, shows);
  },
});

/** The minimal set-up. Send is never disabled, and there is no file input. */
export const Default: Story = {};

/** The count shows the remaining characters; its announcement waits for a pause, and is made only near the limit. */
export const Typing: Story = written({ text: ENGLISH, isSent: false, shows: '[part="count"]' });

/** A hint under the field that blocks nothing. It disappears when the text changes. */
export const LanguageHint: Story = written({ text: FRENCH, isSent: false, shows: '#language' });

/** Send stops with the reason, in the page’s language and in Swedish and English. The text is kept and can be copied. */
export const StoppedForItsLanguage: Story = written({ text: FRENCH, shows: '#stop' });

/** If the language is uncertain, the person decides. */
export const StoppedInDoubt: Story = written({ text: SHORT_DANISH, shows: '#stop' });

/** With `language-policy="confirm"` the person always decides. */
export const ConfirmTheLanguage: Story = written(
  { text: FRENCH, shows: '#stop' },
  { languagePolicy: 'confirm' },
);

/** A question, not a refusal: both answers have the same weight. */
export const PersonalNumber: Story = written({
  text: 'My daughter, 811218-9876, also applied. Do our cases go together?',
  shows: '#numbers',
});

/** A hint before sending: documents are not sent this way. */
export const AboutDocuments: Story = written({
  text: 'Hej! Jag bifogar mitt pass i det här meddelandet.',
  isSent: false,
  shows: '#notice-identity-document',
});

/** Supplementary information is not sent this way either. */
export const AboutSupplements: Story = written({
  text: 'Hello, the attached papers are for my case. Please add them to it.',
  isSent: false,
  shows: '#notice-supplementary',
});

/** A file was dropped: the page and the text stay. */
export const FileRefused: Story = {
  render: meta.render as NonNullable<Story['render']>,
  play: async ({ canvasElement }) => {
    await write(canvasElement, ENGLISH);
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], 'passport.pdf', { type: 'application/pdf' }));
    const drop = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });
    (await found(canvasElement, 'textarea')).dispatchEvent(drop);
    await found(canvasElement, '#notice-file');
  },
};

/** The error summary receives the focus and links to each field; the same text is next to the field. */
export const Errors: Story = written(
  { text: ENGLISH, shows: '[part~="error-summary"]' },
  {
    maxLength: 100,
    subject: 'Waiting time and everything else that I have wondered about '.repeat(2),
  },
);

/** While the message is being sent. */
export const Sending: Story = written({
  text: ENGLISH,
  shows: '[part="send"][aria-disabled]',
  pause: new Promise(() => {}),
});

/** The server has an error: the text remains, Send works again, the text can be copied. */
export const ServerBroken: Story = written({
  text: ENGLISH,
  shows: '#failure',
  failures: [serviceError('internal', 500)],
});

/** It is unknown whether the message arrived: sending again is safe. */
export const NoAnswer: Story = written({
  text: ENGLISH,
  shows: '#failure',
  failures: Array.from({ length: 4 }, () => serviceError('timeout', 0)),
});

/** The service takes fewer characters than the element: its limit counts from now on. */
export const TooLongForTheService: Story = written({
  text: ENGLISH,
  shows: '[aria-invalid]',
  failures: [serviceError('too-long', 422, { problem: { limit: 50 } })],
});

/** The same message was sent from another tab: it is not sent twice, and not lost. */
export const SentElsewhere: Story = written({
  text: ENGLISH,
  shows: '#failure',
  failures: [serviceError('idempotency-mismatch', 422)],
});

/** Logged out: the log-in link opens in another tab. */
export const LoggedOut: Story = written({
  text: ENGLISH,
  shows: '#failure',
  failures: [serviceError('login-required', 401, { problem: { loginHref: '/log-in' } })],
});

/** A notice before writing; nothing is stored on the computer. */
export const SharedComputer: Story = {
  render: ({ headingLevel }) =>
    html`<lucka-message-composer
      shared-computer
      heading-level=${headingLevel}
      .service=${cannedMessageService()}
      >${FALLBACK}</lucka-message-composer
    >`,
};

/** The session is about to end: one key press extends it. */
export const SessionEnding: Story = {
  render: ({ headingLevel }) => {
    const inOneMinute = () => new Date(Date.now() + 60_000).toISOString();
    const extend = (event: Event) => {
      (event.target as LuckaMessageComposer).sessionExpiresAt = new Date(
        Date.now() + 1_800_000,
      ).toISOString();
    };
    return html`<lucka-message-composer
      session-expires-at=${inOneMinute()}
      heading-level=${headingLevel}
      .service=${cannedMessageService()}
      @lucka-message-extend=${extend}
      >${FALLBACK}</lucka-message-composer
    >`;
  },
};

/** The session has ended: the text is still here. */
export const SessionEnded: Story = {
  render: ({ headingLevel }) =>
    html`<lucka-message-composer
      session-expires-at="2026-11-22T14:00:00+01:00"
      value=${ENGLISH}
      heading-level=${headingLevel}
      .service=${cannedMessageService()}
      >${FALLBACK}</lucka-message-composer
    >`,
};

/** A banner on the page has a notice that messages are interrupted: the composer shows it and disables nothing. */
export const Interrupted: Story = {
  render: ({ headingLevel }) => {
    const notice = {
      phase: 'in-progress',
      affected: ['messages'],
      impact: 'unavailable',
      endsAt: '2026-12-06T04:00:00+01:00',
    };
    return html`<div id="story-banner" .activeNotices=${[notice]}></div>
      <lucka-message-composer
        service-status="story-banner"
        heading-level=${headingLevel}
        .service=${cannedMessageService()}
        >${FALLBACK}</lucka-message-composer
      >`;
  },
};

/** Encrypted in the page to the agency’s key; a text explains what that protects. */
export const Encrypted: Story = {
  render: ({ headingLevel }) =>
    html`<lucka-message-composer
      encryption="required"
      heading-level=${headingLevel}
      .service=${cannedMessageService()}
      >${FALLBACK}</lucka-message-composer
    >`,
};

/** One confirmation, focused. */
export const Sent: Story = written({ text: ENGLISH, shows: '#receipt-heading' });

/** After sending on a shared computer: what to do before leaving the computer. */
export const SentOnASharedComputer: Story = written(
  { text: ENGLISH, shows: '#receipt-heading' },
  { sharedComputer: true },
);

/** With the page’s own texts in its slots. */
export const WithSlots: Story = {
  render: ({ headingLevel }) =>
    html`<lucka-message-composer heading-level=${headingLevel} .service=${cannedMessageService()}>
      <span slot="label">Your question to us</span>
      <span slot="hint">Write as you would say it.</span>
      <p slot="supplementary">Send documents by post: Box 1, 123 45 Storköping.</p>
      <p slot="privacy">How we handle your data is described on our website.</p>
      ${nothing}
    </lucka-message-composer>`,
};

/** As a field of the page’s own form. */
export const InAForm: Story = {
  render: ({ headingLevel }) =>
    html`<form>
      <lucka-message-composer name="question" required no-subject heading-level=${headingLevel}
        >${FALLBACK}</lucka-message-composer
      >
    </form>`,
};

/** A disabled fieldset disables the composer. */
export const Disabled: Story = {
  render: ({ headingLevel }) =>
    html`<form>
      <fieldset disabled>
        <legend>Messages are closed</legend>
        <lucka-message-composer name="question" heading-level=${headingLevel}>
          ${FALLBACK}
        </lucka-message-composer>
      </fieldset>
    </form>`,
};
