import { msg, str } from '@lit/localize';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { blocksOf } from '../../content/document.js';
import { renderBlocks, type Renderable } from '../../content/render.js';
import { formatTime } from '../../i18n/format.js';
import { adoptStyles } from '../../shared/adopt-styles.js';
import { clockIcon, warningIcon } from '../../shared/icons.js';
import { notice } from '../../styles/notice.js';
import { warnOnce } from '../../shared/attributes.js';
import { csrfTokenFor } from '../../services/csrf-token.js';
import { draftName, readDraft, writeDraft, type DraftIdentity } from './draft.js';
import { LuckaMessageExtendEvent } from './events.js';
import { Interruption } from './interruption.js';
import type { LuckaMessageComposer } from './message-composer.js';
import { Session, type SessionState } from './session.js';
import { headingOf, renderNotice, type View } from './view.js';

/** What the composer lets this part do. */
export interface SurroundingsActions {
  readonly say: (text: string) => void;
  /** For who does not see what has come up. */
  readonly hear: (text: string) => void;
  /** Is there somebody who can prolong the session? */
  readonly canExtend: () => boolean;
  readonly keepsDraft: () => boolean;
  /** Language of the words on show. */
  readonly language: () => string;
  /** Has nobody written anything yet? */
  readonly isUntouched: () => boolean;
}

/** How long the page has to prolong the session before it is asked again, in milliseconds. */
const PATIENCE = 5000;
/** How long a draft waits to be kept, in milliseconds. */
const DRAFT_PAUSE = 500;

/** The computer, the session, the draft and interruptions: loaded where the page speaks of one of them. */
export class Surroundings implements ReactiveController {
  readonly #session: Session;
  readonly #interruption: Interruption;
  #sessionSet = '';
  #askedAt = 0;
  #draftTimer: ReturnType<typeof setTimeout> | undefined;
  #isRestored = false;

  constructor(
    private readonly host: LuckaMessageComposer,
    private readonly actions: SurroundingsActions,
  ) {
    adoptStyles(host.renderRoot as ShadowRoot, [notice]);
    this.#session = new Session(host, (state) => this.#onSession(state));
    this.#interruption = new Interruption(host, () => host.serviceStatus);
    host.addController(this);
    this.#restoreDraft();
  }

  hostUpdate(): void {
    const { sessionExpiresAt } = this.host;
    if (sessionExpiresAt === this.#sessionSet) return;
    this.#sessionSet = sessionExpiresAt;
    this.#askedAt = 0;
    this.#session.set(sessionExpiresAt);
  }

  hostDisconnected(): void {
    this.saveDraft();
  }

  /** The text is another one. */
  changed(): void {
    this.#isRestored = false;
    clearTimeout(this.#draftTimer);
    if (this.actions.keepsDraft())
      this.#draftTimer = setTimeout(() => this.saveDraft(), DRAFT_PAUSE);
  }

  /** @returns the identity of the message that the draft is; undefined where no draft is kept */
  saveDraft(): DraftIdentity | undefined {
    clearTimeout(this.#draftTimer);
    const { subject, value } = this.host;
    const name = this.#draftName;
    return name ? writeDraft(name, { subject, body: value }) : undefined;
  }

  /** '' where no draft is kept. */
  get #draftName(): string {
    if (!this.actions.keepsDraft()) return '';
    const { caseId, csrfToken, endpoint } = this.host;
    const name = draftName(caseId, csrfTokenFor(endpoint, csrfToken));
    if (!name) {
      const reason =
        'keeps nothing without case-id or an anti-forgery token: it may be another person’s.';
      warnOnce(this.host, 'draft', reason);
    }
    return name;
  }

  /** While the session is ending, any key in the form is enough to go on. */
  onKeydown(): void {
    if (this.#session.state === 'ending' && this.actions.canExtend()) this.#extend();
  }

  /** Before writing. */
  renderAbove(view: View): TemplateResult {
    return html`${this.host.sharedComputer ? renderShared(view) : nothing}
    ${this.#isRestored ? html`<p class="hint" part="notice">${restoredText()}</p>` : nothing}`;
  }

  /** Above Send. */
  renderBelow(view: View): TemplateResult {
    return html`${this.#renderSession(view)} ${this.#interruption.render(view)}`;
  }

  #renderSession(view: View): Renderable {
    const { state, endsAt } = this.#session;
    if (state === 'open') return nothing;
    const time = formatTime(new Date(endsAt), view.lang);
    const isEnded = state === 'ended';
    const canExtend = this.actions.canExtend() && !isEnded;
    const heading = isEnded
      ? msg('You have been logged out')
      : msg(str`You will be logged out at ${time}`);
    return renderNotice(
      {
        ...{ kind: 'warning', icon: clockIcon, part: 'notice', id: 'session', heading },
        level: view.headingLevel + 1,
      },
      html`<p>${sessionText(state, canExtend)}</p>
        ${
          canExtend
            ? html`<div class="row">
                <button class="button" type="button" @click=${() => this.#extend()}>
                  ${msg('Stay logged in')}
                </button>
              </div>`
            : nothing
        }`,
    );
  }

  #extend(): void {
    // A key on the button is a key and a click: one question.
    if (Date.now() - this.#askedAt < PATIENCE) return;
    this.#askedAt = Date.now();
    const event = new LuckaMessageExtendEvent();
    if (this.host.dispatchEvent(event)) return;
    this.actions.say(msg('It is not possible to stay logged in. Send or copy your text in time.'));
  }

  #onSession(state: SessionState): void {
    if (state === 'open') return this.actions.hear(msg('You are still logged in.'));
    const time = formatTime(new Date(this.#session.endsAt), this.actions.language());
    const canExtend = this.actions.canExtend() && state === 'ending';
    const heading =
      state === 'ended'
        ? msg('You have been logged out')
        : msg(str`You will be logged out at ${time}`);
    this.actions.hear(`${heading}. ${sessionText(state, canExtend)}`);
  }

  #restoreDraft(): void {
    const { host, actions } = this;
    const draft = actions.isUntouched() ? readDraft(this.#draftName) : undefined;
    if (!draft) return;
    host.subject = draft.subject;
    host.value = draft.body;
    this.#isRestored = true;
    actions.hear(restoredText());
  }
}

const restoredText = (): string =>
  msg('What you wrote before is here again. It is kept in this tab until you send it.');

function sessionText(state: SessionState, canExtend: boolean): string {
  if (state === 'ended')
    return msg('Your text is still here. Log in again in another tab, then send.');
  return canExtend
    ? msg('Press any key in the form, or the button, to stay logged in.')
    : msg('Send your message before then, or copy your text.');
}

/** Said before writing; what to do when leaving is said after sending. */
function renderShared(view: View): Renderable {
  const document = view.texts?.document;
  const blocks = document ? blocksOf(document, 'shared-computer').slice(0, 1) : [];
  return renderNotice(
    {
      ...{ kind: 'warning', icon: warningIcon, part: 'shared', id: 'shared' },
      heading: headingOf(document, 'shared-computer') || msg('If you share the computer'),
      level: view.headingLevel + 1,
    },
    html`${renderBlocks(blocks, { headingLevel: view.headingLevel + 2 })}
      <p>${msg('Your text is erased when you leave this page.')}</p>`,
  );
}
