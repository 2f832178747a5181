import { html, nothing } from 'lit';
import { SWEDEN } from '../../i18n/sweden.js';
import { button } from '../../styles/button.js';
import { details } from '../../styles/details.js';
import { activeOf, readNotices, type ActiveNotice } from './active.js';
import { renderBanner } from './banner-view.js';
import { LuckaMaintenanceBanner } from './maintenance-banner.js';
import * as later from './later.js';
import { styles } from './maintenance-banner.styles.js';
import { drawMarkdown } from './markdown-body.js';
import { renderNotice } from './notice-view.js';
import type { BannerActions, View } from './view.js';

const nobodyActs = () => {};
const ACTIONS: BannerActions = { hide: nobodyActs, show: nobodyActs, saveToCalendar: nobodyActs };
const CHILD = /<script[^>]*\btype="application\/json"[^>]*>([\s\S]*?)<\/script>/i;

/** With those that come with the notices. */
export const serverStyles = [LuckaMaintenanceBanner.styles, button, details, styles, later.styles];

/** What a banner shows of the JSON inside its tag, now: `first` as the element draws it, `whole` without what needs a script. */
export function renderOnServer(
  children: string,
  attributes: Readonly<Record<string, unknown>>,
  lang: string,
  headingLevel: number,
): { first: unknown; whole: unknown } {
  const of = (name: string, otherwise: unknown) => attributes[name] ?? otherwise;
  const zone = String(of('time-zone', SWEDEN));
  const notices = activeOf(readNotices(givenIn(children)).notices, {
    now: Date.now(),
    leadDays: Number(of('lead-days', 14)),
    service: String(of('service', '')),
  });
  const view: View = {
    ...{ lang, zone, ownZone: zone, headingLevel, stale: undefined },
    canHide: ({ dismissible, phase }: ActiveNotice) =>
      dismissible !== false && /^(?:planned|soon|done)$/.test(phase),
    isCollapsed: () => false,
    body: (text) => drawMarkdown(text, headingLevel + 1),
    ...{ later, actions: undefined },
  };
  const draw = (shown: readonly ActiveNotice[], actions: View['actions']) =>
    shown.length
      ? renderBanner(
          html`<div class="stack-sm">
            ${shown.map((notice) => renderNotice(notice, { ...view, actions }))}
          </div>`,
          String(of('more-href', '')),
        )
      : nothing;
  // What this visitor has hidden, or folded up, only their browser knows: it must not flash.
  const certain = notices.filter((notice) => notice.phase !== 'closure' && !view.canHide(notice));
  return { first: draw(certain, ACTIONS), whole: draw(notices, undefined) };
}

function givenIn(children: string): readonly unknown[] {
  try {
    const body = JSON.parse(CHILD.exec(children)?.[1] ?? '[]') as { notices?: unknown };
    const notices = Array.isArray(body) ? body : body.notices;
    return Array.isArray(notices) ? notices : [];
  } catch {
    return [];
  }
}
