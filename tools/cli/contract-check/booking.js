import { checkBookings } from './bookings.js';
import { checkHolds } from './holds.js';
import { openDesk } from './offices.js';

/**
 * Holds and bookings, in the order in which a person meets them.
 *
 * @param {import('./examiner.js').Examiner} examiner
 * @param {import('./settings.js').CheckSettings} settings
 */
export async function checkBooking(examiner, settings) {
  const desk = await openDesk(examiner);
  const slots = desk ? await desk.freeSlots() : [];
  if (!desk || slots.length < 8) {
    return examiner.report.skip('holds and bookings: under eight times are free');
  }
  const hold = await checkHolds(examiner, settings, desk, slots);
  if (hold) await checkBookings(examiner, settings, { desk, slots, hold });
  examiner.report.skip('past visits and too-late: they need time to pass');
  examiner.report.skip('in-progress: a matter of luck');
}
