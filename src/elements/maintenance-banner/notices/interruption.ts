import type { TemplateResult } from 'lit';
import type { ElementContext } from '../../../shared/element-context.js';
import { LazyFeature, type Feature } from '../../../shared/lazy-feature.js';
import type { Store } from '../../../shared/store.js';
import type { BannerHost } from '../banner-host.js';
import type { Calendar } from '../calendar/calendar.js';
import { createDismissal, type DismissibleNotices } from '../dismissal/dismissal.js';
import type { ActiveNotice, BannerState, InvalidNotice } from '../state.js';
import { createActions, type NoticeCommands } from './actions.js';
import { announce } from './announce.js';
import { interruptionStyles } from './interruption.styles.js';
import {
  interruptionIcon,
  interruptionTag,
  renderInterruptionTime,
  renderShowAll,
} from './interruption-view.js';
import type { PhaseChange } from './phase-changes.js';
import type { InterruptionViews } from './render-env.js';
import { reportInvalid } from './report-invalid.js';

/**
 * What a notice needs that is near, under way, closing or news, and what an action needs. A notice is `soon` for a day, so
 * this is loaded before it begins, also on a page that goes offline meanwhile.
 */
export interface Interruption extends Feature, InterruptionViews {
  readonly actions: NoticeCommands;
  renderShowAll(count: number, showAll: () => void): TemplateResult;
  announce(changes: readonly PhaseChange[], announced: Set<string>): void;
  /** Dispatches what has become invalid. */
  reportInvalid(invalid: readonly InvalidNotice[], before: readonly InvalidNotice[]): void;
}

export interface InterruptionDeps {
  readonly host: BannerHost;
  readonly store: Store<BannerState>;
  readonly context: ElementContext;
  /** Language of the words. */
  readonly lang: () => string;
  readonly notices: DismissibleNotices & { readonly due: readonly ActiveNotice[] };
}

export function createInterruption(deps: InterruptionDeps): Interruption {
  const { host, store, context, lang, notices } = deps;
  const dismissal = createDismissal({ host, store, context, notices });
  const calendar = new LazyFeature<Calendar>(host, async () => {
    const { createCalendar } = await import('../calendar/calendar.js');
    return createCalendar({ address: () => host.src, lang });
  });
  return {
    styles: interruptionStyles,
    icon: interruptionIcon,
    tag: interruptionTag,
    time: renderInterruptionTime,
    renderShowAll,
    actions: createActions({ store, context, dismissal, calendar, due: () => notices.due }),
    announce: (changes, announced) => announce(changes, context, { lang: lang(), announced }),
    reportInvalid: (invalid, before) => reportInvalid(invalid, before, context),
    hostUpdate: () => dismissal.hostUpdate(),
    hostUpdated: () => dismissal.hostUpdated(),
  };
}
