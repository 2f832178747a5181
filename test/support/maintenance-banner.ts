import { fixture, html } from '@open-wc/testing';
import '../../src/maintenance-banner.js';
import type { LuckaMaintenanceBanner } from '../../src/elements/maintenance-banner/maintenance-banner.js';
import type { NoticeFeed, NoticeService } from '../../src/services/notices.js';
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
    return textOf(this.root.querySelector('[aria-live="assertive"]'));
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
