import { parseInteger } from '../../shared/attributes.js';
import type { Notice } from '../../services/notices.js';
import {
  activeOf,
  readNotices,
  type ActiveNotice,
  type Invalid,
  type ReadNotices,
} from './active.js';
import { dismissals, keepDismissals } from './dismissals.js';
import type { LuckaMaintenanceBanner } from './maintenance-banner.js';
import type { NoticeSource } from './notice-source.js';
import { dismissalKey, nextChange } from './schedule.js';
import { UNDER_WAY } from './view.js';

/** Which notices there are, which are due, and which of these were hidden: always reckoned anew, by the clock. */
export class NoticeList {
  #given: readonly unknown[] | undefined;
  #read: ReadNotices = { notices: [], invalid: [] };

  constructor(
    private readonly host: LuckaMaintenanceBanner,
    private readonly source: NoticeSource,
  ) {}

  /** Milliseconds since 1970. A clock that the page set is not corrected. */
  get now(): number {
    return (this.host.now?.() ?? this.source.now).getTime();
  }

  /** Those that can be shown at some time. */
  get notices(): readonly Notice[] {
    return this.#readGiven().notices;
  }

  /** Those that break a rule. */
  get invalid(): readonly Invalid[] {
    return this.#readGiven().invalid;
  }

  /** Those that are due, hidden or not. */
  get due(): ActiveNotice[] {
    const filter = { now: this.now, leadDays: this.#leadDays, service: this.host.service };
    // Of what has gone on past its end nothing is known without an answer.
    const isKnown = ({ phase }: ActiveNotice) => !this.source.staleSince || phase !== 'overrunning';
    return activeOf(this.notices, filter).filter(isKnown);
  }

  /** Those on show, the most urgent first. */
  get active(): ActiveNotice[] {
    const hidden = this.hidden;
    return this.due.filter(
      (notice) => notice.phase === 'closure' || !hidden.includes(this.keyOf(notice)),
    );
  }

  /** When something changes by itself, in milliseconds since 1970; never: Infinity. */
  get nextChange(): number {
    const { now } = this;
    const leadDays = this.#leadDays;
    return Math.min(...this.notices.map((notice) => nextChange(notice, now, leadDays)));
  }

  canHide = ({ phase, dismissible }: ActiveNotice): boolean =>
    phase === 'closure' || (dismissible !== false && !UNDER_WAY.has(phase));

  isCollapsed = (notice: ActiveNotice): boolean =>
    notice.phase === 'closure' && this.hidden.includes(this.keyOf(notice));

  get #leadDays(): number {
    const bounds = { min: 0, max: 365, fallback: 14 };
    return parseInteger(this.host, 'lead-days', this.host.leadDays, bounds);
  }

  /** Names of what was hidden. */
  get hidden(): readonly string[] {
    return dismissals(this.source.storage);
  }

  /** Remembers what is hidden from now on. */
  keep(keys: readonly string[]): void {
    keepDismissals(keys, this.source.storage);
  }

  /** The name under which it is hidden. */
  keyOf(notice: ActiveNotice): string {
    return dismissalKey(notice, notice.phase, this.now);
  }

  #readGiven(): ReadNotices {
    const { given = [] } = this.source;
    if (given !== this.#given) this.#read = readNotices(given);
    this.#given = given;
    return this.#read;
  }
}
