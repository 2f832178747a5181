import type { Feature } from '../../../shared/lazy-feature.js';
import type { Store } from '../../../shared/store.js';
import type { Navigation } from '../navigation.js';
import { enterStep, setFacts, type Persistence, type SavedProgress, type State } from '../state.js';
import { addressWith, readFragment, readSession, writeSession } from './saved-progress.js';

export interface ProgressSettings {
  readonly persist: Persistence;
  /** The browser's Back button goes through the steps. */
  readonly history: boolean;
}

/** Saves where a person is, in the tab's storage or in the address, and makes steps of the browser's history. */
export interface Progress extends Feature {
  /** What an earlier page, or this one before it was reloaded, saved of this flow. */
  restore(flowId: string): SavedProgress | undefined;
  /** @param isNewStep the browser's Back button leads to the step before */
  save(flowId: string, progress: SavedProgress, isNewStep: boolean): void;
  /** As the browser's Back button does, where that leads to this step. @returns false when it does not */
  goBack(step: string): boolean;
}

export interface ProgressDeps {
  readonly host: HTMLElement;
  readonly settings: () => ProgressSettings;
  readonly store: Store<State>;
  readonly navigation: Pick<Navigation, 'show' | 'emitStep'>;
}

export const createProgress = (deps: ProgressDeps): Progress => new ProgressController(deps);

/** What the browser's history knows of a step: never an answer. */
interface HistoryEntry {
  readonly step: string;
  /** Id of the step before; undefined on the first entry. */
  readonly from?: string;
  readonly depth: number;
}

const MARK = 'luckaWizard';

/** Two wizards with the same flow on one page share nothing. */
const names = new Map<string, object>();

class ProgressController implements Progress {
  readonly styles = [];
  #name = '';
  #depth = 0;
  #isGoingBack = false;

  constructor(private readonly deps: ProgressDeps) {}

  hostConnected(): void {
    addEventListener('popstate', this.#onPopState);
    addEventListener('hashchange', this.#onHashChange);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#onPopState);
    removeEventListener('hashchange', this.#onHashChange);
    if (names.get(this.#name) === this.deps.host) names.delete(this.#name);
    this.#name = '';
  }

  restore(flowId: string): SavedProgress | undefined {
    this.#claimName(this.deps.host.id || flowId);
    const { persist } = this.deps.settings();
    if (persist === 'session') return readSession(this.#name);
    return persist === 'fragment' ? readFragment(this.#name) : undefined;
  }

  save(flowId: string, progress: SavedProgress, isNewStep: boolean): void {
    this.#claimName(this.deps.host.id || flowId);
    const { persist, history: hasHistory } = this.deps.settings();
    if (persist === 'session') writeSession(this.#name, progress);
    const address = persist === 'fragment' ? addressWith(this.#name, progress) : location.href;
    if (hasHistory) this.#mark(progress.step, address, isNewStep);
    else if (address !== location.href) history.replaceState(history.state, '', address);
  }

  goBack(step: string): boolean {
    if (!this.deps.settings().history || !this.#depth || this.#entry?.from !== step) return false;
    // A second press before the first has taken effect does not go back twice.
    if (!this.#isGoingBack) history.back();
    this.#isGoingBack = true;
    return true;
  }

  get #entry(): HistoryEntry | undefined {
    return marksIn(history.state)[this.#name];
  }

  #mark(step: string, address: string, isNewStep: boolean): void {
    const present = this.#entry;
    if (isNewStep && present?.step === step && address === location.href) return;
    const entry: HistoryEntry = isNewStep
      ? { step, from: present?.step ?? '', depth: ++this.#depth }
      : { ...present, step, depth: this.#depth };
    const marks = { ...marksIn(history.state), [this.#name]: entry };
    const state = { ...(history.state as object | null), [MARK]: marks };
    if (isNewStep) history.pushState(state, '', address);
    else history.replaceState(state, '', address);
  }

  readonly #onPopState = (): void => {
    this.#isGoingBack = false;
    const entry = this.deps.settings().history ? this.#entry : undefined;
    if (!entry) return;
    const isBack = entry.depth < this.#depth;
    this.#depth = entry.depth;
    const saved =
      this.deps.settings().persist === 'fragment' ? readFragment(this.#name) : undefined;
    this.#show(saved, entry.step, isBack);
  };

  /** The address was replaced by one that was saved. A link of the page's own changes nothing. */
  readonly #onHashChange = (): void => {
    const { persist, history: hasHistory } = this.deps.settings();
    if (persist !== 'fragment' || (hasHistory && this.#entry)) return;
    const saved = readFragment(this.#name);
    if (saved) this.#show(saved, saved.step, false);
  };

  /** Shows a step of the browser's history, or what an address holds. */
  #show(saved: SavedProgress | undefined, step: string, isBack: boolean): void {
    const { navigation, store } = this.deps;
    const { state } = store;
    if (!state.flow || (!saved && state.step === step)) return;
    navigation.show((now) => {
      const answered = saved ? setFacts(now, saved.facts) : now;
      return enterStep({ ...answered, editingQuestion: '' }, step);
    }, false);
    navigation.emitStep(isBack ? 'back' : 'forward');
  }

  #claimName(wanted: string): void {
    if (names.get(this.#name) === this.deps.host) return;
    let name = wanted;
    for (let copy = 2; names.has(name); copy++) name = `${wanted}-${copy}`;
    names.set(name, this.deps.host);
    this.#name = name;
  }
}

function marksIn(state: unknown): Record<string, HistoryEntry | undefined> {
  const marks = (state as Record<string, unknown> | null)?.[MARK];
  return typeof marks === 'object' && marks !== null ? (marks as Record<string, HistoryEntry>) : {};
}
