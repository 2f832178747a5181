import type { LuckaBookingPicker } from './booking-picker.js';
import type { Step } from './steps.js';
import type { Visit } from './visit.js';
import type { View } from './view.js';

/** What the parts that come later may see of the picker, and ask of it. */
export interface Desk {
  readonly host: LuckaBookingPicker;
  readonly visit: Visit;
  /** Language of the words. */
  readonly lang: string;
  /** Language of the page, or English: also before its words are there. */
  readonly wanted: string;
  readonly view: View;
  /** Shows a step, with the focus on its heading, and tells the page. */
  goTo(step: Step): void;
  /** Back to the first step, with nothing chosen. */
  begin(): void;
  focusOn(selector: string): void;
  say(text: string): void;
  /** Says what can be seen elsewhere too. @param delay milliseconds to wait */
  hear(text: string, delay?: number): void;
  tellError(error: unknown): void;
}
