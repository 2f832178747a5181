import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { linkedPlace } from '../../content/follow-link.js';
import { translations } from '../../i18n/generated/translations/terms-dialog.js';
import { PageLanguage } from '../../i18n/page-language.js';
import type { TermsService } from '../../services/terms.js';
import { parseEnum, warnOnce } from '../../shared/attributes.js';
import { HostContext } from '../../shared/element-context.js';
import { FormAssociatedElement } from '../../shared/form-associated-element.js';
import { parseHeadingLevel } from '../../shared/heading-level.js';
import { LazyFeature } from '../../shared/lazy-feature.js';
import { Modal } from '../../shared/modal.js';
import { Store } from '../../shared/store.js';
import { base } from '../../styles/base.js';
import { button } from '../../styles/button.js';
import { details } from '../../styles/details.js';
import { tokens } from '../../styles/generated/tokens.js';
import type { TermsRecord } from './decision-record.js';
import type { DecisionFeature } from './decision/decision.js';
import { renderTerms, renderTitle } from './dialog-view.js';
import type {
  LuckaTermsAcceptedEvent,
  LuckaTermsDecideEvent,
  LuckaTermsDeclinedEvent,
  LuckaTermsErrorEvent,
} from './events.js';
import type { Exports } from './exports/exports.js';
import type { FormValue } from './form-value.js';
import { createNavigation } from './navigation.js';
import type { DialogActions, RenderEnv } from './render-env.js';
import type { Reading } from './reading/reading.js';
import {
  comparedVersion,
  initialState,
  isChoiceOffered,
  isDecisionNeeded,
  latestRecord,
  showPanel,
  shownTerms,
  type TermsState,
} from './state.js';
import { styles } from './terms-dialog.styles.js';
import type { TermsDocument } from './terms-document.js';
import { TermsLoader, type TermsSettings } from './terms-loader.js';
import type { Versions } from './versions/versions.js';

/**
 * Shows terms of use, asks for acceptance when it is needed, and gives the page a record of which text was decided on.
 * It is acceptance of terms, not consent in the sense of the GDPR.
 *
 * @element lucka-terms-dialog
 * @attr {string} src - Address of the terms as Markdown; `{lang}` is replaced. Without it: the built-in terms.
 * @attr {string} endpoint - Base address of the service contract (lucka/openapi.yaml), such as `/api`.
 * @attr {string} terms-id - Which terms; `my-page` by default.
 * @attr {'gate' | 'view'} mode - `gate` (default) opens itself until the terms are accepted; `view` is for reading again.
 * @attr {boolean} manual - A gate that waits for `show()` or `ensureAccepted()`.
 * @attr {boolean} open - Opens the dialog, whatever was accepted.
 * @attr {string} accepted-version - The version that the page knows to be accepted.
 * @attr {'local' | 'none'} storage - Where a decision is remembered when there is no endpoint; `local` by default.
 * @attr {string} return-focus - Selector of the place in the page that gets the focus after a gate that opened by itself.
 * @attr {number} heading-level - Level of the dialog's heading, 1 to 6; 2 by default.
 * @attr {string} name - Name in a form; the value is the accepted version.
 * @attr {boolean} required - The form cannot be sent before the terms are accepted.
 * @attr {string} csrf-token - Anti-forgery token; by default that of `<meta name="csrf-token">`, which goes to the page's own origin only.
 * @slot - Without JavaScript, and when the terms cannot be loaded: a link to the terms as a page.
 * @slot intro - Above the terms.
 * @slot decline-info - In place of what is said after declining.
 * @slot contact - In place of how to reach the agency.
 * @fires {LuckaTermsDecideEvent} lucka-terms-decide - Before a choice is saved; cancelable.
 * @fires {LuckaTermsAcceptedEvent} lucka-terms-accepted - The acceptance is saved.
 * @fires {LuckaTermsDeclinedEvent} lucka-terms-declined - The refusal is saved.
 * @fires {LuckaTermsErrorEvent} lucka-terms-error - Loading or saving failed.
 * @csspart dialog - The dialog.
 * @csspart heading - Its heading.
 * @csspart version - Version, date, agency.
 * @csspart changes - What changed since the accepted version.
 * @csspart contents - The table of contents.
 * @csspart body - The box with the text.
 * @csspart section - One section of the text, or of the changes.
 * @csspart added - Words that are new.
 * @csspart removed - Words that are gone.
 * @csspart actions - Where the choice is made.
 * @csspart accept - The button that accepts.
 * @csspart decline - The button that declines.
 * @csspart print - The button that prints.
 * @csspart error - What failed, and the way on.
 * @csspart status - What happens now, in words.
 * @cssprop [--lucka-color-accent=#0a4a60] - Links and buttons.
 */
export class LuckaTermsDialog extends FormAssociatedElement {
  static override styles = [tokens, base, button, details, styles];

  /**
   * Address of the terms as Markdown, UTF-8 or with a declared charset; `{lang}` is replaced by the language of the page. '' (default):
   * the Markdown inside the tag, else the built-in terms. The texts of `service` or `endpoint` have precedence. If the text cannot be
   * loaded, `lucka-terms-error` is dispatched and nothing can be accepted.
   */
  @property() src = '';
  /**
   * Base address of the service contract (lucka/openapi.yaml), such as `/api`. '' (default): there is no service, and a decision is
   * stored as `storage` says.
   */
  @property() endpoint = '';
  /** Id of the terms at the service; `my-page` by default. Another id discards what was read and decided on the page. */
  @property({ attribute: 'terms-id' }) termsId = 'my-page';
  /** `gate` (default) opens the dialog until the current version is accepted; `view` is for reading only, and offers no choice. */
  @property() mode: 'gate' | 'view' = 'gate';
  /** The gate does not open the dialog until `show()` or `ensureAccepted()` is called; false by default. */
  @property({ type: Boolean }) manual = false;
  /** The dialog is open, whatever was accepted; false by default. Set it to open or close the dialog. */
  @property({ type: Boolean, reflect: true }) open = false;
  /** The version that the page's server knows to be accepted; '' (default) for none. It is compared with the current version. */
  @property({ attribute: 'accepted-version' }) acceptedVersion = '';
  /** Where a decision is stored when there is no service: `local` (default) on the device, `none` nowhere. */
  @property() storage: 'local' | 'none' = 'local';
  /**
   * CSS selector of the place in the page that gets the focus when a dialog closes that nothing in the page had opened, such as a gate;
   * it needs no `tabindex`. '' (default), or where it selects nothing: the first heading of the page's `main`, or `main` itself.
   */
  @property({ attribute: 'return-focus' }) returnFocus = '';
  /** Level of the dialog's heading, 1 to 6; 2 by default, also for any other number. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /**
   * Anti-forgery token for the requests that change something. '' (default): the content of the page's `<meta name="csrf-token">`,
   * which is sent to the page's own origin only.
   */
  @property({ attribute: 'csrf-token' }) csrfToken = '';
  /** The page's own service, in place of `endpoint`; undefined by default. Its promises reject with a `ServiceError`. */
  @property({ attribute: false }) service: TermsService | undefined;

  readonly #language = new PageLanguage(this, translations);
  readonly #store = new Store<TermsState>(this, initialState);
  readonly #context = new HostContext(this);
  readonly #loader: TermsLoader = new TermsLoader(this, {
    store: this.#store,
    settings: () => this.#settings,
    requested: () => this.#versions.value?.requested,
    onLoaded: () => this.#onLoaded(),
  });
  readonly #navigation = createNavigation({
    store: this.#store,
    context: this.#context,
    isOpen: () => this.open,
    setOpen: (isOpen) => (this.open = isOpen),
    onClose: () => this.#decision.value?.onClosed(),
  });
  readonly #decision = new LazyFeature<DecisionFeature>(this, async () => {
    const { createDecision } = await import('./decision/decision.js');
    return createDecision({
      host: this,
      store: this.#store,
      context: this.#context,
      navigation: this.#navigation,
      loader: this.#loader,
      isAwaited: () => this.#isAwaited,
    });
  });
  readonly #reading = new LazyFeature<Reading>(this, async () => {
    const { createReading } = await import('./reading/reading.js');
    return createReading(this, this.#context, this.#loader, this.#actions);
  });
  readonly #versions = new LazyFeature<Versions>(this, async () => {
    const { createVersions } = await import('./versions/versions.js');
    return createVersions(this, this.#store, this.#loader);
  });
  readonly #exports = new LazyFeature<Exports>(this, async () => {
    const { createExports } = await import('./exports/exports.js');
    return createExports(this, this.#loader);
  });
  readonly #form = new LazyFeature<FormValue>(this, async () => {
    const { FormValue } = await import('./form-value.js');
    return new FormValue(this, this.#store, () => this.#loader.inputs);
  });
  readonly #modal = new Modal(this, {
    dialog: () => this.renderRoot?.querySelector('dialog') ?? null,
    first: () =>
      this.renderRoot.querySelector<HTMLElement>('[part="error"]') ??
      this.renderRoot.querySelector<HTMLElement>('#title'),
    cancelled: () => this.#onEscape(),
    lostFocus: () => this.#decision.value?.focusPage(this),
  });
  readonly #actions: DialogActions = {
    decide: (decision) => void this.#decide(decision),
    readVersion: (version) => this.#navigation.show('terms', version),
    close: () => this.close(),
  };

  /** The current terms, in the language of the page; undefined until they are loaded. Read-only. */
  @property({ attribute: false })
  get terms(): TermsDocument | undefined {
    return this.#loader.current.value;
  }
  set terms(_value: TermsDocument | undefined) {
    warnOnce(this, 'terms', 'is read-only.');
  }

  /** The record of the last known decision on these terms; undefined without one. Read-only. */
  @property({ attribute: false })
  get decision(): TermsRecord | undefined {
    return latestRecord(this.#store.state, this.#loader.inputs);
  }
  set decision(_value: TermsRecord | undefined) {
    warnOnce(this, 'decision', 'is read-only.');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What was decided and read is about other terms.
    if (changed.has('termsId') && this.hasUpdated) this.#store.update(() => initialState);
    if (changed.has('open')) this.#store.update((state) => showPanel(state, 'terms'));
    if (this.name || this.required) void this.#form.load().catch(() => undefined);
    if (this.open) void this.#loadFeatures();
  }

  /** At the root: screen readers say “clickable” of what is in an element with a listener. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('click', (event) => this.#onClick(event));
    return root;
  }

  /** A form must not be sent before it knows what is missing. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    if (this.name || this.required) await this.#form.load();
    return isComplete;
  }

  protected override render(): TemplateResult {
    const { lang = nothing, dir = nothing } = this.#language;
    const env = this.#env;
    // Once it is open, the part that waits says so: the regions of an open dialog must not be inside of what is busy.
    const isBusy = env.current.loading && !this.open;
    return html`<div class="root" lang=${lang} dir=${dir}>
      ${this.#form.value?.render()}
      <dialog
        class="dialog"
        part="dialog"
        aria-labelledby="title"
        aria-busy=${isBusy ? 'true' : nothing}
        @keydown=${this.#modal.onKeydown}
        @cancel=${this.#modal.onCancel}
        @close=${this.#modal.onClose}
      >
        <div class="inside stack">
          ${renderTitle(this.#store.state, env)} ${this.open ? this.#renderPanel(env) : nothing}
          ${this.#context.renderRegions()}
        </div>
      </dialog>
      <div class="visually-hidden">${this.#context.renderRegions()}</div>
    </div>`;
  }

  #renderPanel(env: RenderEnv): TemplateResult {
    const { state } = this.#store;
    const decision = this.#decision.value;
    const reading = this.#reading.value;
    if (state.panel === 'declined' && decision)
      return decision.renderDeclined(env, this.#actions, reading?.renderReceipt());
    const terms = shownTerms(state, env);
    return renderTerms(state, env, this.#actions, {
      status: terms && decision?.renderStatus(state, env, this.#actions, terms),
      changes: terms && this.#versions.value?.renderChanges(state, env, terms),
      error: decision?.renderError(state, env),
      obstacle: decision
        ? decision.obstacle(state, env)
        : terms
          ? ''
          : msg('The text is being loaded.'),
      retryLabel: (choice) => decision?.retryLabel(state, choice) ?? '',
      tools: reading?.renderTools(),
      readerActions: reading?.renderActions(state, env),
      backToCurrent: reading?.renderBackToCurrent(),
      isScrollable: reading?.isScrollable,
    });
  }

  protected override updated(): void {
    // It does not open in one language to change to another at once.
    this.#modal.sync(this.open && (this.#modal.isOpen || this.#language.ready));
  }

  /** Opens the dialog, whatever was accepted. Loads the text again if it could not be loaded before. */
  show(): void {
    if (this.#loader.current.error) this.#loader.current.refresh();
    this.open = true;
  }

  /**
   * Closes the dialog. Promises of `ensureAccepted()` that wait for a choice reject. A gate opens again when the page is loaded the next
   * time.
   */
  close(): void {
    this.#navigation.close();
  }

  /**
   * Makes sure that the current version is accepted: resolves at once if it is, else opens the dialog and waits for the choice.
   *
   * @returns the record of the acceptance
   * @throws {TermsDeclinedError} when the person declines
   * @throws {TermsUndecidedError} when the dialog is closed without a choice, or these terms are retired
   */
  async ensureAccepted(): Promise<TermsRecord> {
    const waiting = (await this.#decision.load()).waitForAcceptance();
    this.requestUpdate();
    return waiting;
  }

  /**
   * Prints the complete text shown, without the page. Loads the text if the dialog was never open.
   *
   * @throws when the text, or the code that prints, cannot be loaded
   */
  async print(): Promise<void> {
    await (await this.#exports.load()).print();
  }

  /**
   * Offers a file for download.
   *
   * @param what the text shown as `html` (default) or `markdown`, or the `receipt` of the last decision (HTML)
   * @throws {Error} for a receipt when nothing was decided, and when the text cannot be loaded
   */
  async download(what: 'html' | 'markdown' | 'receipt' = 'html'): Promise<void> {
    await (await this.#exports.load()).download(what);
  }

  /** Does the page, or someone on it, want to know whether the terms are accepted? */
  get #isAwaited(): boolean {
    return (this.mode !== 'view' && !this.manual) || Boolean(this.#decision.value?.isAwaited);
  }

  get #settings(): TermsSettings {
    const { src, endpoint, service, termsId, acceptedVersion, csrfToken } = this;
    return {
      src,
      endpoint,
      service,
      termsId,
      acceptedVersion,
      csrfToken,
      element: this,
      lang: this.#language.wanted,
      isWanted: this.open || this.#isAwaited || Boolean(this.name),
      mode: parseEnum(this, 'mode', this.mode, ['gate', 'view']),
      storage: parseEnum(this, 'storage', this.storage, ['local', 'none']),
    };
  }

  get #env(): RenderEnv {
    return {
      ...this.#loader.inputs,
      lang: this.#language.code,
      headingLevel: parseHeadingLevel(this, this.headingLevel),
      supplementary: this.#loader.supplementary.value,
    };
  }

  /** Other versions first: what is above the text is there before its tools. */
  async #loadFeatures(): Promise<void> {
    const { state } = this.#store;
    const isOther = state.requestedVersion || comparedVersion(state, this.#loader.inputs);
    await Promise.allSettled([this.#decision.load(), isOther && this.#versions.load()]);
    await this.#reading.load().catch(() => undefined);
  }

  #onLoaded(): void {
    // It may say that the text is being loaded.
    if (this.open) this.#context.announce('');
    if (this.#loader.current.error)
      void this.#decision.load().then(({ onNotLoaded }) => onNotLoaded());
    else if (!isDecisionNeeded(this.#store.state, this.#loader.inputs))
      this.#decision.value?.settle();
    else if (this.#isAwaited) this.open = true;
  }

  #onEscape(): void {
    const { state } = this.#store;
    if (!isChoiceOffered(state, this.#loader.inputs)) return this.close();
    const text = this.#decision.value?.whatToDo(state) ?? msg('The text is being loaded.');
    this.#context.announce(text, { visible: true });
  }

  /** Follows a link within the dialog: to the choice, or to a section. The page's own address is left alone. */
  #onClick(event: Event): void {
    const { id } = linkedPlace(event);
    if (id === 'choice') void this.#goToChoice();
    else if (id) this.#reading.value?.goTo(id);
  }

  async #goToChoice(): Promise<void> {
    this.#context.focus('#choice');
    await this.updateComplete;
    // In a low window the text above the buttons leaves no place for them.
    this.renderRoot.querySelector('#choice .button')?.scrollIntoView({ block: 'nearest' });
  }

  async #decide(decision: TermsRecord['decision']): Promise<void> {
    try {
      await (await this.#decision.load()).decide(decision);
    } catch {
      // What sends it could not be loaded, so nothing was sent.
      this.#context.announce(msg('Your choice was not sent. Try again.'), { visible: true });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lucka-terms-dialog': LuckaTermsDialog;
  }
  interface HTMLElementEventMap {
    'lucka-terms-decide': LuckaTermsDecideEvent;
    'lucka-terms-accepted': LuckaTermsAcceptedEvent;
    'lucka-terms-declined': LuckaTermsDeclinedEvent;
    'lucka-terms-error': LuckaTermsErrorEvent;
  }
}
