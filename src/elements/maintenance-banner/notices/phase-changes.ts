import type { ActiveNotice } from './active.js';
import type { Means } from './board.js';
import { LuckaNoticePhaseEvent, LuckaNoticeShowEvent } from './events.js';
import type { LuckaMaintenanceBanner } from './maintenance-banner.js';
import type { NoticeList } from './notice-list.js';
import type { Phase } from './schedule.js';
import type { Change } from './telling.js';

/** Knows what has changed since the banner was drawn last, and tells the page in events. */
export class Changes {
  /** Is what changes now news, and not how the page begins? */
  isNews: boolean;
  #phases: ReadonlyMap<string, Phase> = new Map();
  /** Interruptions that were announced when they began. */
  readonly told = new Set<string>();

  constructor(
    private readonly host: LuckaMaintenanceBanner,
    private readonly means: Means,
    private readonly list: NoticeList,
  ) {
    const { given, first } = means.source;
    this.isNews = given !== first;
  }

  /** @returns what is to be said as well: nothing of how the page begins */
  tell(notices: readonly ActiveNotice[]): readonly Change[] {
    const before = this.#phases;
    this.#phases = new Map(notices.map(({ id, phase }) => [id, phase]));
    for (const id of this.told) if (!this.#phases.has(id)) this.told.delete(id);
    const changes = notices
      .map((notice): Change => ({ notice, from: before.get(notice.id) }))
      .filter(({ notice, from }) => notice.phase !== from);
    const { isNews } = this;
    this.isNews = this.means.source.isSettled;
    for (const { notice, from } of changes) this.#fire(notice.id, from, notice.phase);
    for (const [id, from] of before) if (!this.#phases.has(id)) this.#fire(id, from, '');
    return isNews ? changes : [];
  }

  /** Its going is told already. */
  forget(id: string): void {
    this.#phases = new Map([...this.#phases].filter(([known]) => known !== id));
  }

  #fire(id: string, from: Phase | undefined, to: Phase | ''): void {
    const event = from
      ? new LuckaNoticePhaseEvent(id, from, to)
      : new LuckaNoticeShowEvent(id, to as Phase);
    this.host.dispatchEvent(event);
  }
}
