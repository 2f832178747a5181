import { journeys as bookingPicker } from './booking-picker.js';
import { journeys as documentWizard } from './document-wizard.js';
import { journeys as maintenanceBanner } from './maintenance-banner.js';
import { journeys as messageComposer } from './message-composer.js';
import { journeys as termsDialog } from './terms-dialog.js';

/**
 * @typedef {object} Journey what a person does with one element
 * @property {string} name a sentence without its subject
 * @property {string} [path] on the demo agency's page, with its real service
 * @property {string} [scene] on a page of its own (page/page.ts)
 * @property {true} [isShort] runs under CI
 * @property {(person: import('../person.js').Person) => readonly string[]} [opens] what must be said while the page opens
 * @property {true} [opensDialog] a dialog opens with the page: see README.md for why what is said then is not compared, unless it must be
 *   said
 * @property {(person: import('../person.js').Person) => Promise<unknown>} walk
 */

/** @type {Readonly<Record<string, readonly Journey[]>>} */
export const journeysOf = {
  'terms-dialog': termsDialog,
  'maintenance-banner': maintenanceBanner,
  'document-wizard': documentWizard,
  'booking-picker': bookingPicker,
  'message-composer': messageComposer,
};
