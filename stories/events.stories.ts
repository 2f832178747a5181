import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/index.js';
import { memoryBookingService } from '../src/testing.js';
import { EventLog } from './event-log.js';
import { cannedMessageService, cannedTermsService, NOTICES } from './services.js';

if (!customElements.get('story-event-log')) customElements.define('story-event-log', EventLog);

/** An element for each event page: use it, and see what it dispatches. */
const meta: Meta = { title: 'Events', tags: ['!autodocs'] };
export default meta;

const logOf = (tag: string, element: TemplateResult): StoryObj => ({
  render: () => html`<story-event-log tag=${tag}>${element}</story-event-log>`,
});

/** The dialog opens by a button, so that the log stays in view before and after. */
const openTerms = (event: Event) =>
  (event.target as Element).parentElement?.querySelector('lucka-terms-dialog')?.show();

export const TermsDialog: StoryObj = logOf(
  'lucka-terms-dialog',
  html`<button type="button" @click=${openTerms}>Open the terms</button>
    <lucka-terms-dialog manual storage="none" .service=${cannedTermsService()}>
      <p><a href="https://agency.example/terms">Read the terms of use</a></p>
    </lucka-terms-dialog>`,
);

export const MessageComposer: StoryObj = logOf(
  'lucka-message-composer',
  html`<lucka-message-composer .service=${cannedMessageService()}>
    <p>Write to us: Agency, Box 1, 123 45 Town</p>
  </lucka-message-composer>`,
);

export const DocumentWizard: StoryObj = logOf(
  'lucka-document-wizard',
  html`<lucka-document-wizard>
    <p><a href="https://agency.example/identity">Read about identity documents</a></p>
  </lucka-document-wizard>`,
);

export const BookingPicker: StoryObj = logOf(
  'lucka-booking-picker',
  html`<lucka-booking-picker .service=${memoryBookingService()}>
    <p>Book by telephone: <a href="tel:+46000000000">000-000 00 00</a></p>
  </lucka-booking-picker>`,
);

export const MaintenanceBanner: StoryObj = logOf(
  'lucka-maintenance-banner',
  html`<lucka-maintenance-banner
    storage="none"
    .now=${() => new Date('2026-12-01T12:00:00+01:00')}
    .notices=${[NOTICES.planned, NOTICES.disruption]}
  ></lucka-maintenance-banner>`,
);
