import { wholeNumberOf } from '../../parts/attributes.js';
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

  /** Those that break a rule. */
  get invalid(): readonly Invalid[] {
    return this.#readGiven().invalid;
  }

  /** Those that are due, hidden or not. */
  get due(): ActiveNotice[] {
    const filter = { now: this.now, leadDays: this.#leadDays, service: this.host.service };
    // Of what has gone on past its end nothing is known without an answer.
    const isKnown = ({ phase }: ActiveNotice) => !this.source.staleSince || phase !== 'overrunning';
    return activeOf(this.#readGiven().notices, filter).filter(isKnown);
  }

  /** Those on show, the most urgent first. */
  get active(): ActiveNotice[] {
    const hidden = this.#hidden;
    return this.due.filter(
      (notice) => notice.phase === 'closure' || !hidden.includes(this.#keyOf(notice)),
    );
  }

  /** When something changes by itself, in milliseconds since 1970; never: Infinity. */
  get nextChange(): number {
    const { now } = this;
    const leadDays = this.#leadDays;
    return Math.min(
      ...this.#readGiven().notices.map((notice) => nextChange(notice, now, leadDays)),
    );
  }

  canHide = ({ phase, dismissible }: ActiveNotice): boolean =>
    phase === 'closure' || (dismissible !== false && !UNDER_WAY.has(phase));

  isCollapsed = (notice: ActiveNotice): boolean =>
    notice.phase === 'closure' && this.#hidden.includes(this.#keyOf(notice));

  hide(notice: ActiveNotice): void {
    this.#keep([...this.#hidden, this.#keyOf(notice)]);
  }

  unfold(notice: ActiveNotice): void {
    const key = this.#keyOf(notice);
    this.#keep(this.#hidden.filter((each) => each !== key));
  }

  /** Forgets what was hidden of these notices; other banners have others. */
  restore(): void {
    const own = this.#readGiven().notices.map(({ id }) => `${id} `);
    this.#keep(this.#hidden.filter((key) => !own.some((id) => key.startsWith(id))));
  }

  get #leadDays(): number {
    const bounds = { least: 0, most: 365, otherwise: 14 };
    return wholeNumberOf(this.host, 'lead-days', this.host.leadDays, bounds);
  }

  get #hidden(): readonly string[] {
    return dismissals(this.source.storage);
  }

  #keep(keys: readonly string[]): void {
    keepDismissals(keys, this.source.storage);
  }

  #keyOf(notice: ActiveNotice): string {
    return dismissalKey(notice, notice.phase, this.now);
  }

  #readGiven(): ReadNotices {
    const { given = [] } = this.source;
    if (given !== this.#given) this.#read = readNotices(given);
    this.#given = given;
    return this.#read;
  }
}
