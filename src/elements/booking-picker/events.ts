import type { Slot } from '../../services/bookings.js';
import type { Step } from './step-machine.js';

/** Another step is shown because of what the person did. Nothing that was chosen is told. */
export class LuckaBookingStepEvent extends Event {
  constructor(
    readonly step: Step,
    readonly previous: Step,
  ) {
    super('lucka-booking-step', { bubbles: true, composed: true });
  }
}

/** The person chose a time; nothing is held or booked yet. Cancel the event to refuse it. */
export class LuckaBookingSelectEvent extends Event {
  constructor(readonly slot: Slot) {
    super('lucka-booking-select', { bubbles: true, composed: true, cancelable: true });
  }
}

/** The time is held for the person until then, also after it was extended. */
export class LuckaBookingHoldEvent extends Event {
  constructor(
    /** RFC 3339, by the server's clock. */
    readonly expiresAt: string,
  ) {
    super('lucka-booking-hold', { bubbles: true, composed: true });
  }
}

/** The person pressed Book; nothing is booked yet. Cancel the event to keep it so, or to book yourself. */
export class LuckaBookingBookEvent extends Event {
  constructor(readonly slot: Slot) {
    super('lucka-booking-book', { bubbles: true, composed: true, cancelable: true });
  }
}

/** The visit is booked: the server said so. */
export class LuckaBookingBookedEvent extends Event {
  constructor(
    readonly reference: string,
    readonly officeId: string,
    /** RFC 3339. */
    readonly startsAt: string,
    /** RFC 3339. */
    readonly endsAt: string,
  ) {
    super('lucka-booking-booked', { bubbles: true, composed: true });
  }
}

/** The visit has been moved to another time: the server said so. */
export class LuckaBookingChangedEvent extends Event {
  constructor(
    readonly reference: string,
    readonly officeId: string,
    /** RFC 3339. */
    readonly startsAt: string,
    /** RFC 3339. */
    readonly endsAt: string,
  ) {
    super('lucka-booking-changed', { bubbles: true, composed: true });
  }
}

/** The visit has been cancelled: the server said so. */
export class LuckaBookingCancelledEvent extends Event {
  constructor(readonly reference: string) {
    super('lucka-booking-cancelled', { bubbles: true, composed: true });
  }
}

/** Something did not succeed. What was chosen is kept. */
export class LuckaBookingErrorEvent extends Event {
  constructor(
    /** The contract's problem code, or what the browser saw: `offline`, `network`, `timeout`, `malformed-answer` … */
    readonly code: string,
    /** May the very same request succeed later? */
    readonly retryable: boolean,
  ) {
    super('lucka-booking-error', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'lucka-booking-step': LuckaBookingStepEvent;
    'lucka-booking-select': LuckaBookingSelectEvent;
    'lucka-booking-hold': LuckaBookingHoldEvent;
    'lucka-booking-book': LuckaBookingBookEvent;
    'lucka-booking-booked': LuckaBookingBookedEvent;
    'lucka-booking-changed': LuckaBookingChangedEvent;
    'lucka-booking-cancelled': LuckaBookingCancelledEvent;
    'lucka-booking-error': LuckaBookingErrorEvent;
  }
}
