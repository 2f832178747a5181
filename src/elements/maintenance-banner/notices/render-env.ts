import type { TemplateResult } from 'lit';
import type { Renderable } from '../../../content/render.js';
import type { ActiveNotice } from '../state.js';

/** What the views of notices need beside the notice. */
export interface RenderEnv {
  /** Language of the words. */
  readonly lang: string;
  /** The time zone that counts. */
  readonly zone: string;
  /** The visitor's own time zone. */
  readonly ownZone: string;
  /** Level of the notices' headings. */
  readonly headingLevel: number;
  /** Ids of the closures that the person has collapsed. */
  readonly collapsed: ReadonlySet<string>;
  /** That nothing newer is known, and since when; undefined while the notices are fresh. */
  readonly stale: TemplateResult | undefined;
  /** Renders the text of a notice. */
  readonly body: (text: string) => unknown;
  /** Renders a line of plain text. */
  readonly line: (text: string) => unknown;
  /** The views of notices that are neither `planned` nor `soon`; undefined until there is such a notice. */
  readonly interruption: InterruptionViews | undefined;
}

/** What is different once a notice is more than planned; undefined means: as for a planned one. */
export interface InterruptionViews {
  icon(notice: ActiveNotice): string | undefined;
  tag(notice: ActiveNotice): string | undefined;
  /** When it applies. */
  time(
    notice: ActiveNotice,
    renderTime: (instant: string | null | undefined) => TemplateResult,
    clock: string,
  ): Renderable | undefined;
}

/** What a person can do with a notice. */
export interface NoticeActions {
  /** Hides a notice, or collapses a closure. */
  dismiss(id: string): unknown;
  /** Expands a closure that was collapsed. */
  expand(id: string): unknown;
  /** Offers a calendar file. */
  saveToCalendar(id: string): unknown;
  /** Shows more notices than `max`. @param firstHidden id of the first that was not shown */
  showAll(firstHidden: string): unknown;
}
