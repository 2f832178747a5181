import type { ElementContext } from '../../../shared/element-context.js';
import { LuckaNoticePhaseEvent, LuckaNoticeShowEvent } from '../events.js';
import type { ActiveNotice, Phase } from '../state.js';

/** What became of a notice while the page was open. */
export interface PhaseChange {
  readonly notice: ActiveNotice;
  /** Undefined: it is new. */
  readonly from: Phase | undefined;
}

/** Finds what has changed since the last rendering, and dispatches its events. */
export class PhaseChanges {
  /** Ids of the interruptions that were announced when they began. */
  readonly announced = new Set<string>();
  #phases: ReadonlyMap<string, Phase> = new Map();

  constructor(private readonly context: Pick<ElementContext, 'emit'>) {}

  /** @returns the notices that are new or in another phase */
  update(notices: readonly ActiveNotice[]): readonly PhaseChange[] {
    const before = this.#phases;
    this.#phases = new Map(notices.map(({ id, phase }) => [id, phase]));
    for (const id of this.announced) if (!this.#phases.has(id)) this.announced.delete(id);
    const changes = notices
      .map((notice): PhaseChange => ({ notice, from: before.get(notice.id) }))
      .filter(({ notice, from }) => notice.phase !== from);
    for (const { notice, from } of changes) this.#emit(notice.id, from, notice.phase);
    for (const [id, from] of before) if (!this.#phases.has(id)) this.#emit(id, from, '');
    return changes;
  }

  /** A person hid it: that is no change of its phase. */
  forget(id: string): void {
    this.#phases = new Map([...this.#phases].filter(([known]) => known !== id));
  }

  #emit(id: string, from: Phase | undefined, to: Phase | ''): void {
    const event = from
      ? new LuckaNoticePhaseEvent(id, from, to)
      : new LuckaNoticeShowEvent(id, to as Phase);
    this.context.emit(event);
  }
}
