import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { linkedPlace } from '../../content/follow-link.js';
import { renderInLanguage } from '../../content/lang-attributes.js';
import { renderHeading } from '../../content/heading.js';
import { translations } from '../../i18n/generated/translations/terms-dialog.js';
import { PageLanguage } from '../../i18n/page-language.js';
import { parseEnum, parseHeadingLevel, warnOnce } from '../../shared/attributes.js';
import { HostContext } from '../../shared/element-context.js';
import { FormAssociatedElement } from '../../shared/form-associated-element.js';
import { Modal } from '../../shared/modal.js';
import type { TermsService } from '../../services/terms.js';
import { base } from '../../styles/base.js';
import { button } from '../../styles/button.js';
import { details } from '../../styles/details.js';
import { tokens } from '../../styles/generated/tokens.js';
import { Acceptance, type Settings } from './acceptance.js';
import { renderChoice } from './choice-view.js';
import type { Decision, TermsRecord } from './decision.js';
import type {
  LuckaTermsAcceptedEvent,
  LuckaTermsDecideEvent,
  LuckaTermsDeclinedEvent,
  LuckaTermsErrorEvent,
} from './events.js';
import type { FormValue } from './form-value.js';
import type { Later } from './later.js';
import { factsOf, renderText } from './reading.js';
import type { TermsDocument } from './terms-document.js';
import { styles } from './terms-dialog.styles.js';
import type { View } from './view.js';

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

  @property() src = '';
  @property() endpoint = '';
  @property({ attribute: 'terms-id' }) termsId = 'my-page';
  @property() mode: 'gate' | 'view' = 'gate';
  @property({ type: Boolean }) manual = false;
  @property({ type: Boolean, reflect: true }) open = false;
  @property({ attribute: 'accepted-version' }) acceptedVersion = '';
  @property() storage: 'local' | 'none' = 'local';
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  @property({ attribute: 'csrf-token' }) csrfToken = '';
  /** The page's own service, in place of `endpoint`. */
  @property({ attribute: false }) service: TermsService | undefined;

  @state() private isDeclined = false;

  readonly #language = new PageLanguage(this, translations);
  readonly #context = new HostContext(this);
  readonly #acceptance = new Acceptance(
    this,
    () => this.#settings,
    () => this.#onLoaded(),
  );
  readonly #modal = new Modal(this, {
    dialog: () => this.#find<HTMLDialogElement>('dialog'),
    first: () => this.#find('#title'),
    cancelled: () => this.#onEscape(),
  });
  #loadingLater: Promise<Later> | undefined;
  #form: FormValue | undefined;
  #loadingForm: Promise<void> | undefined;

  /** The text that applies, once it is loaded. Read-only. */
  @property({ attribute: false })
  get terms(): TermsDocument | undefined {
    return this.#acceptance.current.value;
  }
  set terms(_value: TermsDocument | undefined) {
    warnOnce(this, 'terms', 'is read-only.');
  }

  /** The last decision, as far as it is known. Read-only. */
  @property({ attribute: false })
  get decision(): TermsRecord | undefined {
    return this.#acceptance.record;
  }
  set decision(_value: TermsRecord | undefined) {
    warnOnce(this, 'decision', 'is read-only.');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) this.#onOpening();
    if (this.name || this.required) this.#loadingForm ??= this.#loadForm();
  }

  /** A form must not be sent before it knows what is missing. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.#loadingForm;
    return isComplete;
  }

  protected override render(): TemplateResult {
    const { lang = nothing, dir = nothing } = this.#language;
    const { current, later } = this.#acceptance;
    const view = this.#view;
    return html`<div class="root" lang=${lang} dir=${dir}>
      ${this.#form?.render()}
      <dialog
        class="dialog"
        part="dialog"
        aria-labelledby="title"
        aria-busy=${current.loading || later?.saving ? 'true' : nothing}
        @keydown=${this.#modal.onKeydown}
        @cancel=${this.#modal.onCancel}
        @close=${this.#modal.onClose}
        @click=${this.#onClick}
      >
        <div class="inside stack">
          ${renderHeading(view.headingLevel, this.#title, { class: 'title', part: 'heading', id: 'title' })}
          ${this.open ? this.#renderInside(view) : nothing} ${this.#context.renderRegions()}
        </div>
      </dialog>
      <div class="visually-hidden">${this.#context.renderRegions()}</div>
    </div>`;
  }

  #renderInside(view: View): TemplateResult {
    const { shown, later } = this.#acceptance;
    if (this.isDeclined && later) return later.renderDeclined(view);
    return html`${shown ? this.#renderTerms(view, shown) : nothing} ${later?.renderProblem(view)}
    ${view.isChoice ? renderChoice(view, (decision) => void this.#decide(decision)) : this.#renderClose(view)}`;
  }

  #renderTerms(view: View, terms: TermsDocument): TemplateResult {
    const { later } = this.#acceptance;
    return html`<div class="facts">
        <p class="meta" part="version">${factsOf(terms, view.lang)}</p>
        <slot name="intro"></slot>
      </div>
      ${later?.renderAbove(view, terms)}
      ${view.isChoice ? html`<p class="jump"><a href="#choice">${msg('Go to your choice')}</a></p>` : nothing}
      <div
        class="body stack"
        part="body"
        role="group"
        aria-label=${msg('Full text of the terms')}
        tabindex=${later?.scrollBox.overflows ? '0' : nothing}
      >
        ${later?.before ? later.renderChanges(view, terms) : nothing}
        ${renderText(terms, view.headingLevel + 1, view.lang)}
      </div>
      <div class="row tools">
        ${later?.renderTools(
          () => void this.print(),
          () => void this.download(),
        )}
      </div>`;
  }

  #renderClose(view: View): TemplateResult {
    return html`<div class="actions" part="actions" id="choice">
      <button class="button primary" type="button" @click=${view.close}>${msg('Close')}</button>
      ${this.#acceptance.later?.renderReaderActions(view)}
    </div>`;
  }

  protected override updated(): void {
    // It does not open in one language to change to another at once.
    this.#modal.sync(this.open && (this.#modal.isOpen || this.#language.ready));
  }

  /** Opens the dialog, whatever was accepted. */
  show(): void {
    const { current } = this.#acceptance;
    if (current.error) current.refresh();
    this.open = true;
  }

  /** Closes the dialog. A gate asks again when the page is loaded the next time. */
  close(): void {
    this.open = false;
    this.#context.announce('');
    this.#acceptance.later?.settle();
  }

  /**
   * Resolves at once when the current version is accepted, else opens the dialog and waits for the choice.
   *
   * @throws {TermsDeclinedError} when the person declines
   * @throws {TermsUndecidedError} when the dialog is closed without a choice
   */
  async ensureAccepted(): Promise<TermsRecord> {
    return (await this.#later()).waitForAcceptance();
  }

  /** Prints the text on show, whole, on a sheet of its own. */
  async print(): Promise<void> {
    const { printTerms } = await import('./paper.js');
    await printTerms(this.#acceptance, this.renderRoot);
  }

  /**
   * Offers a file: the text on show as `html` or `markdown`, or the `receipt` of the last decision.
   *
   * @throws {Error} for a receipt when nothing was decided
   */
  async download(what: 'html' | 'markdown' | 'receipt' = 'html'): Promise<void> {
    const { downloadTerms } = await import('./paper.js');
    await downloadTerms(this.#acceptance, what);
  }

  get #mode(): 'gate' | 'view' {
    return parseEnum(this, 'mode', this.mode, ['gate', 'view']);
  }

  /** Does the page, or someone on it, want to know whether the terms are accepted? */
  get #isAwaited(): boolean {
    return (this.#mode === 'gate' && !this.manual) || Boolean(this.#acceptance.later?.isAwaited);
  }

  get #title(): TemplateResult | string {
    const { later, shown } = this.#acceptance;
    if (this.isDeclined) return msg('You have declined the terms');
    if (later?.before) return msg('The terms of use have changed');
    return shown?.title
      ? renderInLanguage(shown.title, shown.lang, this.#language.code)
      : msg('Terms of use');
  }

  /** A gate asks for a choice while one is needed; a coming text may be accepted by whoever reads it. */
  get #isChoice(): boolean {
    const { isNeeded, current, later } = this.#acceptance;
    if (this.isDeclined) return false;
    if (later?.version) return later.version === current.value?.standing?.upcoming?.version;
    return this.#mode === 'gate' && isNeeded && !(current.error && !current.value);
  }

  get #settings(): Settings {
    const { src, endpoint, service, termsId, acceptedVersion } = this;
    return {
      wanted: this.open || this.#isAwaited || Boolean(this.name),
      ...{ src, endpoint, service, termsId, acceptedVersion },
      csrfToken: () => this.csrfToken,
      element: this,
      lang: this.#language.wanted,
      storage: parseEnum(this, 'storage', this.storage, ['local', 'none']),
    };
  }

  get #view(): View {
    return {
      acceptance: this.#acceptance,
      isChoice: this.#isChoice,
      lang: this.#language.code,
      headingLevel: parseHeadingLevel(this, this.headingLevel),
      close: () => this.close(),
    };
  }

  #onOpening(): void {
    this.isDeclined = false;
    void this.#later();
  }

  #onLoaded(): void {
    const { current, isNeeded, later } = this.#acceptance;
    if (current.error) void this.#onNotLoaded(current.error);
    else if (!isNeeded) later?.settle();
    else if (this.#isAwaited) this.open = true;
  }

  async #onNotLoaded(error: unknown): Promise<void> {
    const { code } = (await this.#later()).tell(error);
    if (this.#isAwaited && this.#acceptance.isNeeded && code !== 'retired') this.open = true;
  }

  /** What the dialog needs once it is open comes beside the text; a try that failed is made again. */
  #later(): Promise<Later> {
    const load = async () => {
      const { Later } = await import('./later.js');
      const later = new Later(this, this.#acceptance, {
        say: (text) => this.#context.announce(text, { visible: true }),
        focusOn: (selector) => this.#context.focus(selector),
        show: (panel) => this.#show(panel),
      });
      this.#acceptance.later = later;
      this.requestUpdate();
      return later;
    };
    return (this.#loadingLater ??= load().catch((error: unknown) => {
      this.#loadingLater = undefined;
      throw error;
    }));
  }

  async #loadForm(): Promise<void> {
    const { FormValue } = await import('./form-value.js');
    this.#form = new FormValue(this, this.#acceptance);
  }

  #onEscape(): void {
    if (!this.#isChoice) return this.close();
    const text = this.#acceptance.later?.saving
      ? msg('Your choice is being saved.')
      : msg('Choose Accept or Decline to go on. Nothing has been chosen yet.');
    this.#context.announce(text, { visible: true });
  }

  #onClick(event: Event): void {
    const { id } = linkedPlace(event);
    if (id) this.#acceptance.later?.follow(id);
  }

  #find<Found extends HTMLElement = HTMLElement>(selector: string): Found | null {
    return this.renderRoot?.querySelector<Found>(selector) ?? null;
  }

  async #decide(decision: Decision): Promise<void> {
    try {
      await (await this.#later()).decide(decision);
    } catch {
      // What sends it could not be loaded, so nothing was sent.
      this.#context.announce(msg('Your choice was not sent. Try again.'), { visible: true });
    }
  }

  /** What is on show from now on; '' closes. */
  #show(panel: 'terms' | 'declined' | ''): void {
    this.open = panel === 'terms' || (this.open && panel !== '');
    this.isDeclined = panel === 'declined';
    if (panel) this.#context.focus('#title');
    this.#context.announce('');
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
