import type { ReactiveController } from 'lit';
import type { WizardFacts } from './journey.js';

/** What is kept of a journey. */
export interface Kept {
  readonly facts: WizardFacts;
  readonly at: string;
  readonly done: readonly string[];
}

export interface KeepSettings {
  readonly persist: 'none' | 'session' | 'fragment';
  /** Does the browser's Back button go through the steps? */
  readonly history: boolean;
}

/** What the browser's history knows of a step: never an answer. */
interface Entry {
  readonly at: string;
  /** Id of the step before; undefined on the first entry. */
  readonly from?: string;
  readonly depth: number;
}

const MARK = 'luckaWizard';

/** Two wizards with the same flow on one page share nothing. */
const names = new Map<string, object>();

/**
 * Keeps a journey in the tab's storage or in the part of the address after `#`, which no server sees, and makes the
 * browser's Back button go through the steps. Loaded when a page asks for one of them.
 */
export class Keeper implements ReactiveController {
  #name = '';
  #depth = 0;
  #isGoing = false;

  constructor(
    private readonly host: HTMLElement,
    private readonly settings: () => KeepSettings,
    /** Shows what was kept: after the Back button, or when the address changed. */
    private readonly show: (kept: Kept | undefined, at: string, isBack: boolean) => void,
  ) {}

  hostConnected(): void {
    addEventListener('popstate', this.#onPopState);
    addEventListener('hashchange', this.#onHashChange);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#onPopState);
    removeEventListener('hashchange', this.#onHashChange);
    if (names.get(this.#name) === this.host) names.delete(this.#name);
    this.#name = '';
  }

  /** What an earlier page, or this one before it was reloaded, kept of this flow. */
  restore(flowId: string): Kept | undefined {
    this.#claimName(this.host.id || flowId);
    const { persist } = this.settings();
    if (persist === 'session') return readSession(this.#name);
    return persist === 'fragment' ? readFragment(this.#name) : undefined;
  }

  /** Keeps where the person is. `isStep` makes a step of its own for the Back button. */
  keep(flowId: string, kept: Kept, isStep: boolean): void {
    this.#claimName(this.host.id || flowId);
    const { persist, history: hasHistory } = this.settings();
    if (persist === 'session') writeSession(this.#name, kept);
    const address = persist === 'fragment' ? addressWith(this.#name, kept) : location.href;
    if (hasHistory) this.#mark(kept.at, address, isStep);
    else if (address !== location.href) history.replaceState(history.state, '', address);
  }

  /** Would the browser's Back button lead to this step? Then it is better used than bypassed. */
  isBefore(at: string): boolean {
    return this.settings().history && this.#depth > 0 && this.#entry?.from === at;
  }

  /** As the browser's Back button does. A second press before it has happened is the same wish, not another. */
  goBack(): void {
    if (this.#isGoing) return;
    this.#isGoing = true;
    history.back();
  }

  get #entry(): Entry | undefined {
    return marksIn(history.state)[this.#name];
  }

  #mark(at: string, address: string, isStep: boolean): void {
    const present = this.#entry;
    if (isStep && present?.at === at && address === location.href) return;
    const entry: Entry = isStep
      ? { at, from: present?.at ?? '', depth: ++this.#depth }
      : { ...present, at, depth: this.#depth };
    const marks = { ...marksIn(history.state), [this.#name]: entry };
    const state = { ...(history.state as object | null), [MARK]: marks };
    if (isStep) history.pushState(state, '', address);
    else history.replaceState(state, '', address);
  }

  readonly #onPopState = (): void => {
    this.#isGoing = false;
    const entry = this.settings().history ? this.#entry : undefined;
    if (!entry) return;
    const isBack = entry.depth < this.#depth;
    this.#depth = entry.depth;
    const kept = this.settings().persist === 'fragment' ? readFragment(this.#name) : undefined;
    this.show(kept, entry.at, isBack);
  };

  /** Somebody put another address in: a link that was kept. A link of the page's own leaves the journey alone. */
  readonly #onHashChange = (): void => {
    const { persist, history: hasHistory } = this.settings();
    if (persist !== 'fragment' || (hasHistory && this.#entry)) return;
    const kept = readFragment(this.#name);
    if (kept) this.show(kept, kept.at, false);
  };

  #claimName(wanted: string): void {
    if (names.get(this.#name) === this.host) return;
    let name = wanted;
    for (let copy = 2; names.has(name); copy++) name = `${wanted}-${copy}`;
    names.set(name, this.host);
    this.#name = name;
  }
}

function marksIn(state: unknown): Record<string, Entry | undefined> {
  const marks = (state as Record<string, unknown> | null)?.[MARK];
  return typeof marks === 'object' && marks !== null ? (marks as Record<string, Entry>) : {};
}

const keyOf = (name: string) => `lucka:wizard:${name}`;

function readSession(name: string): Kept | undefined {
  try {
    return keptOf(JSON.parse(sessionStorage.getItem(keyOf(name)) ?? 'null'));
  } catch {
    return undefined;
  }
}

function writeSession(name: string, kept: Kept): void {
  try {
    if (kept.at || Object.keys(kept.facts).length)
      sessionStorage.setItem(keyOf(name), JSON.stringify(kept));
    else sessionStorage.removeItem(keyOf(name));
  } catch {
    // Blocked or full: then nothing is kept, as with `none`.
  }
}

/** Storage may hold anything. */
function keptOf(value: unknown): Kept | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { facts, at, done } = value as Partial<Kept>;
  return {
    facts: typeof facts === 'object' && facts !== null ? facts : {},
    at: typeof at === 'string' ? at : '',
    done: Array.isArray(done) ? done.map(String) : [],
  };
}

/** `#identity-documents=q-visit;document:passport;requirements:original+photo`, among other parts divided by `&`. */
function readFragment(name: string): Kept | undefined {
  const text = partsOf(location.hash).find((part) => part.startsWith(`${name}=`));
  if (text === undefined) return undefined;
  const [at = '', ...answers] = text.slice(name.length + 1).split(';');
  const facts = answers.flatMap((answer) => {
    const [fact, values] = answer.split(':');
    return fact && values ? [[fact, values.split('+')] as const] : [];
  });
  return { at, facts: Object.fromEntries(facts), done: [] };
}

function addressWith(name: string, { at, facts }: Kept): string {
  const answers = Object.entries(facts).map(([fact, way]) => `${fact}:${[way].flat().join('+')}`);
  const others = partsOf(location.hash).filter((part) => !part.startsWith(`${name}=`));
  const own = at || answers.length ? [`${name}=${[at, ...answers].join(';')}`] : [];
  const hash = [...others, ...own].join('&');
  return `${location.pathname}${location.search}${hash && `#${hash}`}`;
}

const partsOf = (hash: string): string[] => hash.replace(/^#/, '').split('&').filter(Boolean);
