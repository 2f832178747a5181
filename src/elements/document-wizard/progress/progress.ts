import type { Feature } from '../../../shared/lazy-feature.js';
import type { Store } from '../../../shared/store.js';
import type { Navigation } from '../navigation.js';
import {
  addSavedAnswers,
  enterStep,
  factsOf,
  restoreProgress,
  type FlowState,
  type Persistence,
  type SavedProgress,
  type State,
  type WizardFacts,
} from '../state.js';
import { reachableStep } from '../step-machine.js';
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
  readonly from?: string | undefined;
  readonly depth: number;
  /** Which load of the page made it. */
  readonly load: number;
}

const MARK = 'luckaWizard';

const THIS_LOAD = performance.timeOrigin;

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
    return persist === 'session' ? readSession(this.#name) : this.#fragment;
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

  get #fragment(): SavedProgress | undefined {
    return this.deps.settings().persist === 'fragment' ? readFragment(this.#name) : undefined;
  }

  get #entry(): HistoryEntry | undefined {
    return marksIn(history.state)[this.#name];
  }

  #mark(step: string, address: string, isNewStep: boolean): void {
    const present = this.#entry;
    const isSame = present?.step === step && address === location.href;
    if (isSame && (isNewStep || (present.depth === this.#depth && present.load === THIS_LOAD)))
      return;
    const entry: HistoryEntry = isNewStep
      ? { step, from: present?.step, depth: ++this.#depth, load: THIS_LOAD }
      : { ...present, step, depth: this.#depth, load: THIS_LOAD };
    const others = Object.entries(marksIn(history.state)).map(([name, mark]) => [
      name,
      // Another wizard's way back is not by this entry.
      isNewStep ? { ...mark, from: undefined } : mark,
    ]);
    const marks = { ...Object.fromEntries(others), [this.#name]: entry };
    const state = { ...(history.state as object | null), [MARK]: marks };
    if (isNewStep) history.pushState(state, '', address);
    else history.replaceState(state, '', address);
  }

  readonly #onPopState = (): void => {
    this.#isGoingBack = false;
    const { state } = this.deps.store;
    const entry = this.deps.settings().history ? this.#entry : undefined;
    if (!entry || !state.flow) return;
    // The step of another wizard on the page.
    if (entry.depth === this.#depth) return;
    if (this.#isOutdated(entry, state)) return history.back();
    const isBack = entry.depth < this.#depth;
    this.#depth = entry.depth;
    if (state.step === entry.step) return;
    const saved = this.#fragment;
    this.#show((now) => enterStep(saved ? addSavedAnswers(now, saved) : now, entry.step), isBack);
  };

  /** Made before the page was reloaded, and its answers are gone: the way back leads past it. */
  #isOutdated({ load, step }: HistoryEntry, state: FlowState): boolean {
    if (load === THIS_LOAD) return false;
    return !state.given.size || state.step === step || reachableStep(state, step) !== step;
  }

  /** The address was replaced by one that was saved. A link of the page's own changes nothing. */
  readonly #onHashChange = (): void => {
    if (this.deps.settings().history && this.#entry) return;
    const saved = this.#fragment;
    const { state } = this.deps.store;
    if (saved && state.flow && !isAt(state, saved)) {
      this.#show((now) => ({ ...restoreProgress(now, saved), doneItems: now.doneItems }), false);
    }
  };

  #show(transition: (state: FlowState) => FlowState, isBack: boolean): void {
    const { navigation } = this.deps;
    navigation.show((now) => ({ ...transition(now), editingQuestion: '' }), false);
    navigation.emitStep(isBack ? 'back' : 'forward');
  }

  #claimName(wanted: string): void {
    if (names.get(this.#name) === this.deps.host) return;
    let name = wanted;
    for (let copy = 2; names.has(name); copy++) name = `${wanted}-${copy}`;
    names.set(name, this.deps.host);
    this.#name = name;
    this.#depth = this.#entry?.depth ?? 0;
  }
}

/** The state is what was saved. */
function isAt(state: FlowState, { step, facts }: SavedProgress): boolean {
  const asText = (answers: WizardFacts) =>
    JSON.stringify(Object.entries(answers).map(([fact, answer]) => [fact, [answer].flat()]));
  return state.step === step && asText(factsOf(state)) === asText(facts);
}

function marksIn(state: unknown): Record<string, HistoryEntry | undefined> {
  const marks = (state as Record<string, unknown> | null)?.[MARK];
  return typeof marks === 'object' && marks !== null ? (marks as Record<string, HistoryEntry>) : {};
}
