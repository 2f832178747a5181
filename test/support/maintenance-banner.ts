import { fixture, html } from '@open-wc/testing';
import '../../src/maintenance-banner.js';
import type { LuckaMaintenanceBanner } from '../../src/elements/maintenance-banner/maintenance-banner.js';
import type { Notice, NoticeFeed, NoticeService } from '../../src/services/notices.js';
import { setPageLanguage, textOf, until } from './page.js';
import { spread } from './spread.js';
import type { Attributes } from './terms-dialog.js';

/** A banner as people meet it: what is on show, and what they press. */
export class Banner {
  constructor(readonly element: LuckaMaintenanceBanner) {}

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }
  part(name: string, index = 0): HTMLElement | null {
    return this.parts(name)[index] ?? null;
  }
  parts(name: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
  }
  get titles(): string[] {
    return this.parts('heading').map(textOf);
  }
  /** What interrupts a screen reader. */
  get alert(): string {
    return textOf(this.root.querySelector('[role="alert"]'));
  }
  get status(): string {
    return textOf(this.part('status'));
  }
  get text(): string {
    return textOf(this.root.querySelector('.root'));
  }
  /** Is what the page put inside the tag on show? */
  get showsSlot(): boolean {
    return Boolean(this.root.querySelector('slot:not([name])'));
  }
  async press(part: string, index = 0): Promise<void> {
    this.part(part, index)!.click();
    await this.element.updateComplete;
  }
  /** Sets the clock and lets the banner draw. */
  async at(instant: string): Promise<void> {
    this.element.now = () => new Date(instant);
    await this.element.updateComplete;
  }
  shows = (text: string): Promise<void> =>
    until(() => this.text.includes(text), `"${text}" is shown`);
}

export interface Setup {
  readonly attributes?: Attributes;
  readonly properties?: Partial<LuckaMaintenanceBanner>;
  readonly children?: unknown;
  readonly lang?: string;
}

export async function banner({
  attributes = {},
  properties = {},
  children = '',
  lang = 'en',
}: Setup = {}): Promise<Banner> {
  await setPageLanguage(lang);
  const element = await fixture<LuckaMaintenanceBanner>(
    html`<lucka-maintenance-banner ${spread(attributes)}>${children}</lucka-maintenance-banner>`,
  );
  Object.assign(element, properties);
  await element.updateComplete;
  return new Banner(element);
}

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

/** A server that answers what it is told to, and counts. */
export function cannedNotices(
  notices: readonly unknown[] | Error,
): NoticeService & { asked: number; notices: readonly unknown[] | Error } {
  return {
    asked: 0,
    notices,
    async listNotices(): Promise<NoticeFeed> {
      this.asked++;
      if (this.notices instanceof Error) throw this.notices;
      return { notices: structuredClone(this.notices) as unknown[] };
    },
  };
}
