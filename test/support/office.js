/**
 * @typedef {{ id: string, startsAt: string, endsAt: string }} Slot
 * @typedef {{ date: string, closed: unknown, slots: Slot[] }} Day
 * @typedef {import('./client.js').Session} Session
 */

/** The seeded letters, each given out once in a test file. */
export const letters = {
  used: 0,
  next() {
    this.used += 1;
    return `LUCKA-${String(this.used).padStart(4, '0')}`;
  },
};

/** @param {number} days from now */
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** One office, as someone meets it who has a letter or a session. */
export class Office {
  /** @param {import('./client.js').Client} client @param {string} id */
  constructor(client, id) {
    this.client = client;
    this.id = id;
  }

  /** @returns {Promise<Day[]>} the next three weeks */
  async days() {
    const { body } = await this.client.get(
      `/offices/${this.id}/slots?from=${day(1)}&to=${day(21)}`,
    );
    return body.days;
  }

  /** @returns {Promise<Slot[]>} in order of time */
  async freeSlots() {
    return (await this.days()).flatMap(({ slots }) => slots);
  }

  /** @param {number} [place] counted from the first */
  async freeSlot(place = 0) {
    const slot = (await this.freeSlots())[place];
    if (!slot) throw new Error('There is no free time left.');
    return slot;
  }

  /** @param {string} slotId @param {string} [letterReference] @param {Session} [session] */
  hold(slotId, letterReference, session) {
    return this.client.send('POST', '/holds', { session, body: { slotId, letterReference } });
  }

  /** To change that booking. @param {string} slotId @param {string} bookingReference */
  holdToChange(slotId, bookingReference) {
    return this.client.send('POST', '/holds', { body: { slotId, bookingReference } });
  }

  /** @param {string} holdId */
  extend(holdId) {
    return this.client.send('PATCH', `/holds/${holdId}`, { body: { extend: true } });
  }

  /** @param {string} holdId */
  release(holdId) {
    return this.client.send('DELETE', `/holds/${holdId}`);
  }

  /** @param {string} holdId @param {string} [letterReference] @param {Session} [session] */
  book(holdId, letterReference, session) {
    return this.client.send('POST', '/bookings', { session, body: { holdId, letterReference } });
  }

  /**
   * Without a hold.
   *
   * @param {string} slotId
   * @param {string} [letterReference]
   * @param {Session} [session]
   */
  bookDirectly(slotId, letterReference, session) {
    return this.client.send('POST', '/bookings', { session, body: { slotId, letterReference } });
  }

  /** A booking of the first free time. @param {string} letter @param {Session} [session] */
  async booked(letter, session) {
    const { body, status, text } = await this.bookDirectly(
      (await this.freeSlot()).id,
      letter,
      session,
    );
    if (status !== 201) throw new Error(text);
    return body;
  }

  /**
   * @param {string} reference
   * @param {{ holdId: string } | { slotId: string }} choice
   * @param {Session} [session]
   */
  change(reference, choice, session) {
    return this.client.send('PUT', `/bookings/${reference}/slot`, { session, body: choice });
  }

  /** @param {string} reference @param {Session} [session] */
  cancel(reference, session) {
    return this.client.send('DELETE', `/bookings/${reference}`, { session });
  }

  /** @param {string} reference @param {Session} [session] */
  booking(reference, session) {
    return this.client.get(`/bookings/${reference}`, { session });
  }

  /**
   * Closes the day of a slot.
   *
   * @param {import('../../demo/database/database.js').Queries} queries
   * @param {Slot} slot
   */
  async close(queries, slot) {
    await queries.query(
      `INSERT INTO closed_days (office_id, day, reason_sv, reason_en)
       SELECT office_id, day, 'Långfredagen', 'Good Friday' FROM slots WHERE id = $1
       ON CONFLICT DO NOTHING`,
      [slot.id],
    );
  }
}
