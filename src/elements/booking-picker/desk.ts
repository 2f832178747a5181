import type { LitElement } from 'lit';
import type { BookingService, Slot } from '../../services/bookings.js';
import type { OfficeChoice } from './offices.js';
import type { Step } from './steps.js';
import type { Visit } from './visit.js';
import type { View } from './view.js';

/** What the parts that come later may see of the picker, and ask of it. */
export interface Desk {
  readonly host: LitElement;
  readonly visit: Visit;
  /** There is one whenever something is asked of it. */
  readonly service: BookingService;
  readonly lang: string;
  /** The server's clock. */
  readonly now: Date;
  readonly noHold: boolean;
  /** The free times that are known of the chosen day. */
  readonly slots: readonly Slot[];
  readonly offices: readonly OfficeChoice[];
  readonly view: View;
  /** Shows a step, with the focus on its heading, and tells the page. */
  goTo(step: Step): void;
  /** Back to the first step, with nothing chosen. */
  begin(): void;
  focusOn(selector: string): void;
  say(text: string): void;
  /** Asks for offices and times anew. */
  refresh(): void;
  tellError(error: unknown): void;
}
