import { LuckaBookingPicker } from './elements/booking-picker/booking-picker.js';
import { LuckaDocumentWizard } from './elements/document-wizard/document-wizard.js';
import { LuckaMaintenanceBanner } from './elements/maintenance-banner/maintenance-banner.js';
import { LuckaMessageComposer } from './elements/message-composer/message-composer.js';
import { LuckaTermsDialog } from './elements/terms-dialog/terms-dialog.js';
import { defineOnce } from './shared/define-once.js';

export interface DefineOptions {
  /** In place of `lucka` in every tag; `lucka` by default. */
  readonly prefix?: string;
}

/** Defines the tags under another prefix, for a page that must not share the names with others. */
export function defineLucka({ prefix = 'lucka' }: DefineOptions = {}): void {
  // A class can be defined once, so another prefix needs a class of its own.
  const own = <Element extends CustomElementConstructor>(
    element: Element,
  ): CustomElementConstructor => (prefix === 'lucka' ? element : class extends element {});
  defineOnce(`${prefix}-booking-picker`, own(LuckaBookingPicker));
  defineOnce(`${prefix}-document-wizard`, own(LuckaDocumentWizard));
  defineOnce(`${prefix}-maintenance-banner`, own(LuckaMaintenanceBanner));
  defineOnce(`${prefix}-message-composer`, own(LuckaMessageComposer));
  defineOnce(`${prefix}-terms-dialog`, own(LuckaTermsDialog));
}

export {
  LuckaBookingPicker,
  LuckaDocumentWizard,
  LuckaMaintenanceBanner,
  LuckaMessageComposer,
  LuckaTermsDialog,
};
export * from './elements/booking-picker/events.js';
export type { Step as BookingStep } from './elements/booking-picker/step-machine.js';
export * from './elements/document-wizard/events.js';
export type { WizardFacts, WizardResult } from './elements/document-wizard/state.js';
export type { Flow, FlowProblem } from './content/flow/flow.js';
export * from './elements/maintenance-banner/events.js';
export type { ActiveNotice, NoticeRule, Phase } from './elements/maintenance-banner/state.js';
export * from './elements/message-composer/events.js';
export type {
  DetectedLanguage,
  LanguageDetector,
  LanguageResult,
} from './elements/message-composer/language-detector.js';
export * from './elements/terms-dialog/events.js';
export type { Decision, TermsRecord } from './elements/terms-dialog/decision-record.js';
export type { TermsDocument } from './elements/terms-dialog/terms-document.js';
export type {
  Booking,
  BookingRequest,
  BookingService,
  Hold,
  HoldRequest,
  LetterCheck,
  OfficeList,
  Slot,
  SlotChoice,
  SlotList,
} from './services/bookings.js';
export type { KeySet, Message, MessageReceipt, MessageService } from './services/messages.js';
export type { FeedFormat, Notice, NoticeFeed, NoticeService } from './services/notices.js';
export type { Terms, TermsReceipt, TermsService, TermsText } from './services/terms.js';
export { ServiceError } from './services/service-error.js';
