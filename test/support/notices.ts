import type { Notice } from '../../src/services/notices.js';

/** The planned night of the design: Saturday 5 December 2026, 22:00, to Sunday 04:00. */
export const PLANNED: Notice = {
  id: 'planned-night',
  revision: 1,
  kind: 'planned',
  reason: 'maintenance',
  title: { en: 'My page closes for maintenance', sv: 'Min sida stängs för underhåll' },
  body: { en: 'You cannot log in meanwhile.', sv: 'Du kan inte logga in under tiden.' },
  publishedAt: '2026-11-23T09:00:00+01:00',
  startsAt: '2026-12-05T22:00:00+01:00',
  endsAt: '2026-12-06T04:00:00+01:00',
  scope: 'part',
  affected: ['my-page', 'messages'],
  unaffected: ['booking'],
  impact: 'unavailable',
  whatToDo: { en: ['Send your message before.'], sv: ['Skicka ditt meddelande innan.'] },
  dismissible: true,
};

export const DISRUPTION: Notice = {
  ...PLANNED,
  id: 'slow',
  kind: 'disruption',
  reason: 'operational',
  title: { en: 'Sending messages is slow', sv: 'Det går långsamt att skicka meddelanden' },
  publishedAt: '2026-12-01T10:15:00+01:00',
  startsAt: '2026-12-01T09:50:00+01:00',
  endsAt: null,
  affected: ['messages'],
  impact: 'slow',
};

export const CLOSURE: Notice = {
  ...PLANNED,
  id: 'closure',
  kind: 'closure',
  reason: 'development',
  title: { en: 'The message service closes', sv: 'Meddelandetjänsten stängs' },
  publishedAt: '2027-02-22T09:00:00+01:00',
  startsAt: null,
  endsAt: null,
  closesAt: '2027-03-31T17:00:00+02:00',
  affected: ['messages'],
};

/** Before the planned night, while it is planned. */
export const BEFORE = '2026-12-01T12:00:00+01:00';
export const clock = (instant: string) => (): Date => new Date(instant);
