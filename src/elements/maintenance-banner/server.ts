import { characterEntities } from 'character-entities';
import { html, nothing, type CSSResultGroup } from 'lit';
import { SWEDEN } from '../../i18n/sweden.js';
import { isTimeZone } from '../../i18n/time-zone.js';
import { base } from '../../styles/base.js';
import { button } from '../../styles/button.js';
import { details } from '../../styles/details.js';
import { tokens } from '../../styles/generated/tokens.js';
import { renderBanner } from './notices/banner-view.js';
import {
  interruptionIcon,
  interruptionTag,
  renderInterruptionTime,
} from './notices/interruption-view.js';
import { interruptionStyles } from './notices/interruption.styles.js';
import { renderMarkdown } from './notices/markdown-body.js';
import { renderPhoneNumbers } from './notices/markup-view.js';
import { canDismiss, dueNotices, parseNotices } from './notices/notice-selectors.js';
import { renderNotice } from './notices/notice-view.js';
import { noticesStyles } from './notices/notices.styles.js';
import type { NoticeActions, RenderEnv } from './notices/render-env.js';
import type { ActiveNotice } from './state.js';

const noAction = () => {};
const NO_ACTIONS: NoticeActions = {
  dismiss: noAction,
  expand: noAction,
  saveToCalendar: noAction,
  showAll: noAction,
};
const CHILD = /<script[^>]*\btype="application\/json"[^>]*>([\s\S]*?)<\/script>/i;

/** The styles of the notices, which the element itself adopts when it loads them. */
export const serverStyles: CSSResultGroup = [
  tokens,
  base,
  button,
  details,
  noticesStyles,
  interruptionStyles,
];

/** What a banner shows now of the JSON inside its tag: `first` as the element renders it, `whole` without what needs a script. */
export function renderOnServer(
  children: string,
  attributes: Readonly<Record<string, unknown>>,
  lang: string,
  headingLevel: number,
): { first: unknown; whole: unknown } {
  const attribute = (name: string, otherwise: unknown) => attributes[name] ?? otherwise;
  const wanted = String(attribute('time-zone', SWEDEN));
  const zone = isTimeZone(wanted) ? wanted : SWEDEN;
  const notices = dueNotices(parseNotices(givenIn(children)).notices, {
    now: Date.now(),
    leadDays: Number(attribute('lead-days', 14)),
    affectedService: String(attribute('affected-service', attribute('service', ''))),
  });
  const env: RenderEnv = {
    lang,
    zone,
    ownZone: zone,
    headingLevel,
    collapsed: new Set(),
    stale: undefined,
    body: (text) => renderMarkdown(text, headingLevel + 1, characterEntities),
    line: renderPhoneNumbers,
    interruption: {
      icon: interruptionIcon,
      tag: interruptionTag,
      time: renderInterruptionTime,
    },
  };
  const render = (shown: readonly ActiveNotice[], actions: NoticeActions | undefined) =>
    shown.length
      ? renderBanner(
          html`<div class="stack-sm">
            ${shown.map((notice) => renderNotice(notice, env, actions))}
          </div>`,
          String(attribute('more-href', '')),
        )
      : nothing;
  // Only the visitor's browser knows what was hidden or collapsed: that must not flash.
  const certain = notices.filter((notice) => !canDismiss(notice));
  return { first: render(certain, NO_ACTIONS), whole: render(notices, undefined) };
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
