import { randomUUID } from 'node:crypto';
import { answering, asking, edit, problem, withHeader, without } from './alterations.js';

/** The newest booking. @type {unknown} */
let lastBooking;

/** Whether a change has just been refused. */
let isChanging = false;

/**
 * Mistakes with times, letters, holds and bookings.
 *
 * @type {readonly import('./alterations.js').PlantedFault[]}
 */
export const bookingFaults = [
  {
    name: 'times that may be stored',
    group: 'offices',
    foundBy: /times are not stored/,
    fault: withHeader('cache-control', 'max-age=60', (_reply, { path }) => /slots\?/.test(path)),
  },
  {
    name: 'times out of order',
    group: 'offices',
    foundBy: /times are in order/,
    fault: answering(/slots\?/, ({ days }) => days.reverse()),
  },
  {
    name: 'wrong letters told apart',
    group: 'letters',
    foundBy: /wrong letters get one answer/,
    fault: problem('letter-invalid', (reply, { body }) =>
      edit(reply, (one) => (one.detail = `${body.length} characters`)),
    ),
  },
  {
    name: 'an expired letter that is only invalid',
    group: 'letters',
    foundBy: /expired letter: 410 letter-expired/,
    fault: problem('letter-expired', (reply) => {
      reply.status = 422;
      edit(reply, (body) => Object.assign(body, { status: 422, code: 'letter-invalid' }));
    }),
  },
  {
    name: 'extensions without end',
    group: 'booking',
    foundBy: /an extension uses up one/,
    fault: answering(/^PATCH/, (body) => (body.extensionsLeft = 12)),
  },
  {
    name: 'one time held by two',
    group: 'booking',
    foundBy: /^hold of a held time: 409 slot-taken$/,
    fault: {
      answer(reply, { path, method }) {
        if (!reply.text.includes('"code":"slot-taken"')) return;
        if (method !== 'POST' || !path.endsWith('/holds')) return;
        const [slot] = JSON.parse(reply.text).alternatives;
        const hold = { holdId: randomUUID(), slot, expiresAt: slot.startsAt, extensionsLeft: 12 };
        Object.assign(reply, { status: 201, text: JSON.stringify(hold) });
      },
    },
  },
  {
    name: 'an old time given up before the new one is had',
    group: 'booking',
    foundBy: /the old booking stands/,
    fault: {
      answer(reply, { path, method }) {
        if (method === 'PUT') isChanging = reply.status >= 400;
        if (method !== 'GET' || !isChanging || !/bookings\/[\w-]+$/.test(path)) return;
        if (reply.status === 200) edit(reply, (body) => (body.status = 'cancelled'));
      },
    },
  },
  {
    name: 'no Location',
    group: 'booking',
    foundBy: /Location names the hold/,
    fault: without('location'),
  },
  {
    name: 'a change that does not raise the sequence',
    group: 'booking',
    foundBy: /a change raises the sequence by one/,
    fault: answering(/^PUT .*slot$/, (body) => (body.sequence = 0)),
  },
  {
    name: 'a booking shown to whoever has its letter',
    group: 'booking',
    foundBy: /a letter shows its booking to no one else/,
    fault: {
      answer(reply, { path, method }) {
        if (method === 'POST' && path.endsWith('/bookings') && reply.status === 201)
          lastBooking = JSON.parse(reply.text);
        if (path.endsWith('/letter-checks') && reply.status === 200)
          edit(reply, (body) => {
            if (body.alreadyBooked) body.booking = lastBooking;
          });
      },
    },
  },
  {
    name: 'someone else’s booking shown',
    group: 'booking',
    foundBy: /someone else's booking: 404/,
    fault: asking((headers, { method, path }) => {
      if (method === 'GET' && /bookings\//.test(path)) delete headers.cookie;
    }),
  },
];
