import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import '../src/index.js';
import { memoryBookingService } from '../src/testing.js';
import { cannedMessageService, cannedTermsService, NOTICES } from './services.js';
import './patterns.css';

/** All five elements on the page of an invented agency. */
const meta: Meta = { title: 'Patterns', tags: ['!autodocs'] };
export default meta;

const WORDS = {
  en: {
    ...{ welcome: 'Welcome', case: 'Your case', identity: 'Prove your identity' },
    ...{ visit: 'Your visit', ask: 'Ask about your case', before: 'Before you log in' },
    received: 'Case 12-345678 was received on 3 February 2026.',
    login: 'Log in with your e-identification to see your case.',
    ...{
      logIn: 'Log in',
      terms: 'Terms of use',
      write: 'Write to the agency: Box 1, 123 45 Town.',
    },
  },
  sv: {
    ...{ welcome: 'Välkommen', case: 'Ditt ärende', identity: 'Styrk din identitet' },
    ...{ visit: 'Ditt besök', ask: 'Fråga om ditt ärende', before: 'Innan du loggar in' },
    received: 'Ärende 12-345678 kom in den 3 februari 2026.',
    login: 'Logga in med din e-legitimation för att se ditt ärende.',
    ...{
      logIn: 'Logga in',
      terms: 'Användarvillkor',
      write: 'Skriv till myndigheten: Box 1, 123 45 Ort.',
    },
  },
};

/** A stopped clock, before Easter 2027. */
const NOW = () => new Date('2026-12-01T12:00:00+01:00');
const LATE = () => new Date('2026-12-05T23:00:00+01:00');

const wordsOf = (locale: unknown) => WORDS[locale === 'sv' ? 'sv' : 'en'];

const banner = (now: () => Date, notices: readonly unknown[]): TemplateResult =>
  html`<lucka-maintenance-banner
    id="service-notice"
    storage="none"
    .notices=${notices}
    .now=${now}
  ></lucka-maintenance-banner>`;

function myPage(locale: unknown, notice: TemplateResult | typeof nothing): TemplateResult {
  const words = wordsOf(locale);
  return html`<div class="pattern">
    ${notice}
    <h2>${words.welcome}</h2>
    <section>
      <h3>${words.case}</h3>
      <p>${words.received}</p>
    </section>
    <section>
      <h3>${words.identity}</h3>
      <lucka-document-wizard heading-level="4" book-href="#visit"></lucka-document-wizard>
    </section>
    <section id="visit">
      <h3>${words.visit}</h3>
      <lucka-booking-picker
        heading-level="4"
        .service=${memoryBookingService({ now: () => new Date('2027-03-20T09:00:00+01:00') })}
        ><p>${words.write}</p></lucka-booking-picker
      >
    </section>
    <section>
      <h3>${words.ask}</h3>
      <lucka-message-composer
        heading-level="4"
        case-id="12-345678"
        service-status="service-notice"
        .service=${cannedMessageService()}
        ><p>${words.write}</p></lucka-message-composer
      >
    </section>
    <lucka-terms-dialog manual storage="none" .service=${cannedTermsService()}></lucka-terms-dialog>
  </div>`;
}

/** Before the log-in: planned interruptions, the rules about documents, and the terms to read. */
export const BeforeLogIn: StoryObj = {
  render: (_args, { globals }) => {
    const words = wordsOf(globals['locale']);
    const show = (event: Event) =>
      (event.target as Element).parentElement?.parentElement
        ?.querySelector('lucka-terms-dialog')
        ?.show();
    return html`<div class="pattern">
      ${banner(NOW, [NOTICES.planned])}
      <h2>${words.before}</h2>
      <p>${words.login}</p>
      <p class="pattern-row">
        <button type="button">${words.logIn}</button>
        <button type="button" @click=${show}>${words.terms}</button>
      </p>
      <lucka-terms-dialog mode="view" storage="none"></lucka-terms-dialog>
      <h3>${words.identity}</h3>
      <lucka-document-wizard heading-level="4"></lucka-document-wizard>
    </div>`;
  },
};

/** My page, with all five; the terms have been accepted. */
export const MyPage: StoryObj = {
  render: (_args, { globals }) => myPage(globals['locale'], banner(NOW, [NOTICES.planned])),
};

/** The message service is interrupted: the banner and the composer say so, and the composer keeps the text. */
export const DuringAnInterruption: StoryObj = {
  render: (_args, { globals }) => myPage(globals['locale'], banner(LATE, [NOTICES.planned])),
};
