import { msg } from '@lit/localize';
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { icon, printIcon, saveIcon } from '../../shared/icons.js';
import { adoptStyles } from '../../shared/adopt-styles.js';
import { Resource } from '../../shared/resource.js';
import { changes } from '../../styles/changes.js';
import { notice } from '../../styles/notice.js';
import { summaryList } from '../../styles/summary-list.js';
import { idempotencyKey } from '../../services/idempotency-key.js';
import { ServiceError } from '../../services/service-error.js';
import type { TermsDecisionRequest } from '../../services/terms.js';
import type { Acceptance } from './acceptance.js';
import type { Decision, TermsRecord } from './decision.js';
import { renderDeclined } from './declined-view.js';
import {
  LuckaTermsAcceptedEvent,
  LuckaTermsDecideEvent,
  LuckaTermsDeclinedEvent,
  LuckaTermsErrorEvent,
  TermsDeclinedError,
  TermsUndecidedError,
} from './events.js';
import { failureOf, type Failure } from './failures.js';
import { renderNotLoaded, renderNotSaved } from './problem-view.js';
import { laterStyles } from './later.styles.js';
import { recordOf, withReceipt } from './record.js';
import { rememberDecision } from './remembered.js';
import { ScrollBox } from './scroll-box.js';
import { renderChanges, renderStanding, renderUpcoming } from './standing-view.js';
import type { TermsDocument } from './terms-document.js';
import { renderAside, type View } from './view.js';

/** What the dialog lets this part do. */
export interface DialogActions {
  /** Says what happens now. */
  readonly say: (text: string) => void;
  /** Moves the focus after the next update. */
  readonly focusOn: (selector: string) => void;
  /** Shows the text, or what a no means; '' closes. */
  readonly show: (panel: 'terms' | 'declined' | '') => void;
}

interface Waiting {
  readonly resolve: (record: TermsRecord) => void;
  readonly reject: (error: Error) => void;
}

/** Errors of the text itself, which only the web team can mend: the console says more than people are told. */
const WRONG_TEXT = new Set(['content', 'wrong-charset', 'not-text', 'too-large', 'empty']);

type ChangesView = typeof import('./changes-view.js');

/**
 * What the dialog needs once it is open: saving a decision, what follows it, and other versions of the text. Loaded
 * beside the text, so that it is there when the choice is made, also with the server gone.
 */
export class Later implements ReactiveController {
  /** The decision on its way. */
  saving: Decision | undefined;
  /** Why the last decision was not saved. */
  failure: (Failure & { readonly decision: Decision }) | undefined;
  /** The text that was being read when the server said that a newer one applies. */
  overtaken: TermsDocument | undefined;
  /** Another version to read than the one that applies; '' for that one. */
  version = '';
  readonly scrollBox: ScrollBox;
  readonly other: Resource<TermsDocument>;
  /** The text accepted before, with what draws the differences. */
  readonly comparison: Resource<{ before: TermsDocument; view: ChangesView }>;
  #attempt = { body: '', key: '' };
  #waiting: Waiting[] = [];

  constructor(
    private readonly host: LitElement,
    private readonly acceptance: Acceptance,
    private readonly actions: DialogActions,
  ) {
    host.addController(this);
    adoptStyles(host.renderRoot as ShadowRoot, [notice, summaryList, changes, laterStyles]);
    this.scrollBox = new ScrollBox(host, () => acceptance.shown);
    const keyOf = (version: string) => {
      const { service, endpoint, termsId, lang } = acceptance.settings();
      return version && acceptance.isServed
        ? [service, endpoint, termsId, lang, version]
        : undefined;
    };
    this.other = new Resource(
      host,
      () => keyOf(this.version),
      (signal) => this.#load(this.version, signal),
    );
    this.comparison = new Resource(
      host,
      () => keyOf(this.before),
      async (signal) => {
        const view = import('./changes-view.js');
        return { before: await this.#load(this.before, signal), view: await view };
      },
    );
  }

  get shown(): TermsDocument | undefined {
    return this.version ? this.other.value : this.acceptance.current.value;
  }

  /** The version to show differences from; '' when there are none to show. */
  get before(): string {
    const { shown, acceptance, version } = this;
    if (!shown || version || !acceptance.isNeeded) return '';
    const before = this.overtaken?.version ?? acceptance.accepted;
    return before === shown.version ? '' : before;
  }

  isOvertaken(terms: TermsDocument): boolean {
    return terms.version === this.overtaken?.version;
  }

  /** Why nothing can be chosen at this moment, in words; '' when it can. */
  get reason(): string {
    const { shown, acceptance } = this;
    if ((this.version ? this.other : acceptance.current).loading) {
      return msg('The text is being loaded.');
    }
    if (!shown || this.isOvertaken(shown))
      return msg('You can choose when the text has been loaded.');
    if (acceptance.isServed && !navigator.onLine) {
      return msg(
        'You are not connected to the internet. You can read; to choose, you need to be connected.',
      );
    }
    const isTooSoon = Date.now() < (this.failure?.notBefore ?? 0);
    return isTooSoon ? msg('The service is busy. Wait a little, then choose.') : '';
  }

  /** A button whose choice was not saved says so. After a newer text came, it is not the same choice again. */
  labelOf(decision: Decision): string | undefined {
    if (this.failure?.decision !== decision || this.failure.code === 'stale-version')
      return undefined;
    return decision === 'accepted' ? msg('Accept – try again') : msg('Decline – try again');
  }

  hostConnected(): void {
    for (const type of ['online', 'offline']) addEventListener(type, this.#onConnection);
  }

  hostDisconnected(): void {
    for (const type of ['online', 'offline']) removeEventListener(type, this.#onConnection);
  }

  readonly #onConnection = (): void => this.host.requestUpdate();

  /** Asks the page, saves, and shows what follows. */
  async decide(decision: Decision): Promise<void> {
    const { shown, reason, actions, host } = this;
    if (reason || !shown) return actions.say(reason);
    const event = new LuckaTermsDecideEvent(decision, shown.version);
    if (this.saving || !host.dispatchEvent(event)) return;
    this.failure = undefined;
    this.saving = decision;
    actions.say(msg('Saving your choice …'));
    try {
      const record = await this.#save(shown, decision);
      this.saving = undefined;
      this.acceptance.made = record;
      this.overtaken = undefined;
      this.version = '';
      this.#onDecided(record);
    } catch (error) {
      this.saving = undefined;
      this.#onNotSaved(error, shown, decision);
    }
  }

  #onDecided(record: TermsRecord): void {
    const isAccepted = record.decision === 'accepted';
    this.actions.show(isAccepted ? '' : 'declined');
    const event = isAccepted
      ? new LuckaTermsAcceptedEvent(record)
      : new LuckaTermsDeclinedEvent(record);
    this.host.dispatchEvent(event);
    this.settle(isAccepted ? undefined : new TermsDeclinedError(record));
  }

  /** Is somebody waiting for the terms to be accepted? */
  get isAwaited(): boolean {
    return this.#waiting.length > 0;
  }

  /** Resolves when the terms are accepted, now or after a choice. */
  waitForAcceptance(): Promise<TermsRecord> {
    const { current, isNeeded } = this.acceptance;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      if (current.error) current.refresh();
      else if (current.value && !current.loading) {
        if (isNeeded) this.actions.show('terms');
        else this.settle();
      }
      this.host.requestUpdate();
    });
  }

  /** Ends the waiting: with the record, or with an error. */
  settle(error?: Error): void {
    const { record } = this.acceptance;
    for (const { resolve, reject } of this.#waiting.splice(0)) {
      if (record && !error) resolve(record);
      else reject(error ?? new TermsUndecidedError());
    }
  }

  /** Says that something failed. */
  tell(error: unknown): Failure {
    const failure = this.failureOf(error);
    if (WRONG_TEXT.has(failure.code))
      console.error(`[lucka] <${this.host.localName}> cannot show its text.`, error);
    const event = new LuckaTermsErrorEvent(failure.code, failure.retryable);
    this.host.dispatchEvent(event);
    return failure;
  }

  /** Reads another version; '' for the one that applies. */
  read(version: string): void {
    this.version = version;
    this.actions.show('terms');
  }

  /** Asks again for a text that could not be loaded. */
  retry(): void {
    (this.version ? this.other : this.acceptance.current).refresh();
    this.actions.focusOn('#title');
  }

  /** Follows a link within the dialog: to the choice, or to a section. The page's own address is left alone. */
  follow(id: string): void {
    if (id === 'choice') this.actions.focusOn('#choice');
    else this.scrollBox.goTo(id);
    this.host.requestUpdate();
  }

  failureOf(error: unknown): Failure {
    return failureOf(error, this.acceptance.settings().lang, new Date());
  }

  /** Above the text: where the person stands, and terms to come. */
  renderAbove(view: View, terms: TermsDocument): TemplateResult {
    return html`${renderStanding(view, terms)}
    ${this.version ? nothing : renderUpcoming(view, terms)}`;
  }

  readonly renderChanges = renderChanges;

  /** Paper: the whole text, printed or as a file. */
  renderTools(print: () => void, download: () => void): TemplateResult {
    return html`<button class="button quiet" type="button" part="print" @click=${print}>
        ${icon(printIcon)}${msg('Print')}
      </button>
      <button class="button quiet" type="button" @click=${download}>
        ${icon(saveIcon)}${msg('Download')}
      </button>`;
  }

  renderDeclined(view: View): TemplateResult {
    return renderDeclined(view, this.#renderReceiptButton());
  }

  /** What failed, if anything did. */
  renderProblem(view: View): TemplateResult | typeof nothing {
    const { failure, shown } = this;
    const { error } = this.version ? this.other : this.acceptance.current;
    if (!shown && error) return renderNotLoaded(view, error);
    return failure ? renderNotSaved(view, failure) : nothing;
  }

  /** From another version to the one that applies. A coming text is accepted early or left: there is no declining yet. */
  renderWayBack(): TemplateResult | undefined {
    return this.version
      ? html`<button class="button" type="button" @click=${() => this.read('')}>
          ${msg('Back to the present terms')}
        </button>`
      : undefined;
  }

  /** For the one who reads again: the way back, and the person's own copy of the record. */
  renderReaderActions(view: View): TemplateResult {
    const { record } = this.acceptance;
    return html`${this.renderWayBack()}
    ${record ? html`${this.#renderReceiptButton()} ${renderAside(view, 'record')}` : nothing}`;
  }

  #renderReceiptButton(): TemplateResult {
    const save = async () => {
      const { downloadTerms } = await import('./paper.js');
      await downloadTerms(this.acceptance, 'receipt');
    };
    return html`<button class="button quiet" type="button" @click=${save}>
      ${icon(saveIcon)}${msg('Download my receipt')}
    </button>`;
  }

  async #load(version: string, signal: AbortSignal): Promise<TermsDocument> {
    const { overtaken } = this;
    if (overtaken?.version === version) return overtaken;
    const { loadVersion } = await import('./supplied-terms.js');
    return loadVersion(this.acceptance.settings(), version, signal);
  }

  /** On the agency's server where there is one, else on this device. */
  async #save(terms: TermsDocument, decision: Decision): Promise<TermsRecord> {
    const settings = this.acceptance.settings();
    const record = recordOf(terms, decision, new Date());
    if (!this.acceptance.isServed) {
      rememberDecision(record, settings.storage);
      return record;
    }
    const { isReceiptOf, serviceOf } = await import('./supplied-terms.js');
    const { id, version, lang, digest } = terms;
    // The server decides which languages it knows; the type names those of the contract.
    const request = { version, lang, digest, decision } as TermsDecisionRequest;
    // A retry of the same decision carries the same key, so that the server keeps one record however often it is sent.
    const body = JSON.stringify([id, request]);
    if (body !== this.#attempt.body) this.#attempt = { body, key: idempotencyKey() };
    const receipt = await serviceOf(settings)?.decideTerms(id, request, {
      idempotencyKey: this.#attempt.key,
    });
    const saved = receipt ? withReceipt(record, receipt) : record;
    // A service that the page supplied may leave members out, but not say something else.
    if (!isReceiptOf(request)(saved))
      throw new ServiceError('terms: decideTerms', 'malformed-answer');
    this.#attempt = { body: '', key: '' };
    return saved;
  }

  #onNotSaved(error: unknown, terms: TermsDocument, decision: Decision): void {
    const failure = this.tell(error);
    this.failure = { ...failure, decision };
    if (failure.code === 'stale-version' || failure.code === 'digest-mismatch') {
      // Nobody accepts a text that no longer applies: the newer one first.
      if (failure.code === 'stale-version') this.overtaken = terms;
      this.version = '';
      this.acceptance.current.refresh();
    }
    this.actions.say('');
    this.actions.focusOn('[part="error"]');
  }
}
