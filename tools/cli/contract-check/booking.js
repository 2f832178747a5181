import { checkBookings } from './bookings.js';
import { checkHolds } from './holds.js';
import { openOffice } from './offices.js';

/**
 * Checks holds and bookings, in the order of a booking.
 *
 * @param {import('./client.js').ContractClient} client
 * @param {import('./settings.js').CheckSettings} settings
 */
export async function checkBooking(client, settings) {
  const office = await openOffice(client);
  const slots = office ? await office.freeSlots() : [];
  if (!office || slots.length < 8) {
    return client.report.skip('holds and bookings: under eight times are free');
  }
  const hold = await checkHolds(client, settings, office, slots);
  if (hold) await checkBookings(client, settings, { office, slots, hold });
  client.report.skip('past visits and too-late: they need time to pass');
  client.report.skip('in-progress: a matter of luck');
}
