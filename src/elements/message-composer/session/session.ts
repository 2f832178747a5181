import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { csrfTokenFor } from '../../../services/csrf-token.js';
import { warnOnce } from '../../../shared/attributes.js';
import type { Feature } from '../../../shared/lazy-feature.js';
import { notice } from '../../../styles/notice.js';
import type { ComposerDeps } from '../composer-deps.js';
import { LuckaMessageExtendEvent } from '../events.js';
import type { RenderEnv } from '../render-env.js';
import type { ComposerState, SessionPhase } from '../state.js';
import { draftName, readDraft, writeDraft, type DraftIdentity } from './draft.js';
import { ServiceStatus } from './service-status.js';
import { SessionClock } from './session-clock.js';
import {
  renderInterruption,
  renderSession,
  restoredText,
  sessionHeading,
  sessionText,
  type SessionActions,
} from './session-view.js';
import { renderSharedComputer } from './shared-computer-view.js';
import { restoreDraft, setSession } from './transitions.js';

export type { DraftIdentity } from './draft.js';

/** The log-in session, the draft, the shared computer and interruptions of the service. */
export interface ComposerSession extends Feature {
  /** @returns the identity of the message that the draft is; undefined where no draft is kept */
  saveDraft(): DraftIdentity | undefined;
  /** The person has edited the text or the subject. */
  onEdited(): void;
  /** A key was pressed in the form: while the session is ending, that prolongs it. */
  onKeydown(): void;
  /** Before writing. */
  renderNotices(state: ComposerState, env: RenderEnv): TemplateResult;
  /** Above the button. */
  renderWarnings(state: ComposerState, env: RenderEnv): TemplateResult;
}

/** How long the page has to prolong the session before it is asked again, in milliseconds. */
const EXTEND_TIMEOUT_MS = 5000;
/** How long after an edit the draft is stored, in milliseconds. */
const DRAFT_DELAY_MS = 500;

export const createSession = (deps: ComposerDeps): ComposerSession => new SessionFeature(deps);

class SessionFeature implements ComposerSession {
  readonly styles = notice;
  readonly #clock = new SessionClock((endsAt, phase) => this.#onClock(endsAt, phase));
  readonly #serviceStatus: ServiceStatus;
  /** What the page has set, as it was set. */
  #expiresAt = '';
  #askedAt = 0;
  #draftTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly deps: ComposerDeps) {
    this.#serviceStatus = new ServiceStatus(deps.host, () => deps.host.serviceStatus);
    this.#restoreDraft();
  }

  hostConnected(): void {
    this.#clock.start();
  }

  hostUpdate(): void {
    const { sessionExpiresAt } = this.deps.host;
    if (sessionExpiresAt === this.#expiresAt) return;
    this.#expiresAt = sessionExpiresAt;
    this.#askedAt = 0;
    this.#clock.set(sessionExpiresAt);
  }

  hostDisconnected(): void {
    this.#clock.stop();
    this.saveDraft();
  }

  saveDraft(): DraftIdentity | undefined {
    clearTimeout(this.#draftTimer);
    const { subject, text } = this.deps.store.state;
    const name = this.#draftName;
    return name ? writeDraft(name, { subject, body: text }) : undefined;
  }

  onEdited(): void {
    clearTimeout(this.#draftTimer);
    if (this.deps.env().isDraftKept)
      this.#draftTimer = setTimeout(() => this.saveDraft(), DRAFT_DELAY_MS);
  }

  onKeydown(): void {
    const { store, env } = this.deps;
    if (store.state.sessionPhase === 'ending' && env().canExtendSession) this.#extend();
  }

  renderNotices({ isDraftRestored }: ComposerState, env: RenderEnv): TemplateResult {
    return html`${this.deps.host.sharedComputer ? renderSharedComputer(env) : nothing}
    ${isDraftRestored ? html`<p class="hint" part="notice">${restoredText()}</p>` : nothing}`;
  }

  renderWarnings(state: ComposerState, env: RenderEnv): TemplateResult {
    const { interruption } = this.#serviceStatus;
    return html`${state.sessionPhase === 'open' ? nothing : renderSession(state, env, this.#actions)}
    ${interruption ? renderInterruption(interruption, env) : nothing}`;
  }

  /** '' where no draft is kept. */
  get #draftName(): string {
    const { host, env } = this.deps;
    if (!env().isDraftKept) return '';
    const name = draftName(host.caseId, csrfTokenFor(host.endpoint, host.csrfToken));
    if (!name) {
      const reason =
        'keeps nothing without case-id or an anti-forgery token: it may be another person’s.';
      warnOnce(host, 'draft', reason);
    }
    return name;
  }

  #restoreDraft(): void {
    const { store, context } = this.deps;
    const draft = store.state.isTouched ? undefined : readDraft(this.#draftName);
    if (!draft) return;
    store.update((state) => restoreDraft(state, draft));
    context.announce(restoredText());
  }

  #onClock(endsAt: number, phase: SessionPhase): void {
    const { store, context, env } = this.deps;
    const before = store.state.sessionPhase;
    store.update((state) => setSession(state, endsAt, phase));
    if (phase === before) return;
    context.announce(
      phase === 'open'
        ? msg('You are still logged in.')
        : `${sessionHeading(store.state, env())}. ${sessionText(phase, env())}`,
    );
  }

  readonly #extend = (): void => {
    const { context } = this.deps;
    // A key on the button is a key and a click: the page is asked once.
    if (Date.now() - this.#askedAt < EXTEND_TIMEOUT_MS) return;
    this.#askedAt = Date.now();
    const event = new LuckaMessageExtendEvent();
    if (context.emit(event)) return;
    const text = msg(
      'You cannot stay logged in. Send your message or copy your text before you are logged out.',
    );
    context.announce(text, { visible: true });
  };

  readonly #actions: SessionActions = {
    extend: this.#extend,
    copyText: () =>
      // What copies could not be loaded.
      void this.deps.host.copyText().catch(() => {
        this.deps.context.announce(msg('Your text could not be copied.'), { visible: true });
      }),
  };
}
