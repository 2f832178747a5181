import type { TemplateResult } from 'lit';
import type { ActiveNotice } from './active.js';
import type { Phase } from './schedule.js';

/** What is loaded once a notice is more than planned. */
export type Later = typeof import('./later.js');

/** What the banner's templates need to know, and what they can ask for. */
export interface View {
  /** Language of the words. */
  readonly lang: string;
  /** The time zone that counts. */
  readonly zone: string;
  /** The visitor's own. */
  readonly ownZone: string;
  /** Level of the notices' headings. */
  readonly headingLevel: number;
  /** May it be hidden, or folded up if it is a closure? */
  readonly canHide: (notice: ActiveNotice) => boolean;
  /** Is this closure folded up? */
  readonly isCollapsed: (notice: ActiveNotice) => boolean;
  /** That nothing newer is known, and since when; nothing while the notices are fresh. */
  readonly stale: TemplateResult | undefined;
  /** The text of a notice. */
  readonly body: (text: string) => unknown;
  /** There for every notice that is not `planned` or `soon`. */
  readonly later: Later | undefined;
  /** Undefined where no script runs. */
  readonly actions: BannerActions | undefined;
}

export interface BannerActions {
  readonly hide: (notice: ActiveNotice) => unknown;
  readonly show: (notice: ActiveNotice) => unknown;
  readonly saveToCalendar: (notice: ActiveNotice) => unknown;
}

/** Phases in which something cannot be used now. */
export const UNDER_WAY: ReadonlySet<Phase> = new Set<Phase>([
  'in-progress',
  'overrunning',
  'verifying',
  'closed',
]);
