import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { loadContent, type LocalizedDocument } from '../../content/load.js';
import { translations } from '../../i18n/generated/translations/message-composer.js';
import { packInUse } from '../../i18n/pack-in-use.js';
import { PageLanguage } from '../../i18n/page-language.js';
import type { MessageService } from '../../services/messages.js';
import { parseEnum, parseInteger, warnOnce } from '../../shared/attributes.js';
import { HostContext } from '../../shared/element-context.js';
import { FieldObserver } from '../../shared/field-observer.js';
import { FormAssociatedElement } from '../../shared/form-associated-element.js';
import { parseHeadingLevel } from '../../shared/heading-level.js';
import { Resource } from '../../shared/resource.js';
import { Store } from '../../shared/store.js';
import { base } from '../../styles/base.js';
import { button } from '../../styles/button.js';
import { details } from '../../styles/details.js';
import { field } from '../../styles/field.js';
import { tokens } from '../../styles/generated/tokens.js';
import { createFormActions } from './actions.js';
import type { ComposerDeps, ComposerHost } from './composer-deps.js';
import { formTexts } from './content.js';
import type {
  LuckaMessageErrorEvent,
  LuckaMessageExtendEvent,
  LuckaMessageLanguageEvent,
  LuckaMessageNoticeEvent,
  LuckaMessageSendEvent,
  LuckaMessageSentEvent,
} from './events.js';
import { createFeatures } from './features.js';
import { FormValue } from './form-value.js';
import { renderForm } from './form-view.js';
import type { LanguageDetector, LanguagePolicy, LanguageResult } from './language-detector.js';
import { styles } from './message-composer.styles.js';
import { NavigationGuard } from './navigation-guard.js';
import type { RenderEnv } from './render-env.js';
import { initialState, reset, setSubject, setText, type ComposerState } from './state.js';
import { trackListeners } from './track-listeners.js';

/**
 * Lets a person ask the agency a question about their case, in Swedish or English. Files cannot be sent.
 *
 * @element lucka-message-composer
 * @attr {string} name - Name in a form; the value is the text, and `{name}-subject` holds the subject.
 * @attr {string} value - The text to begin with.
 * @attr {boolean} required - The form cannot be sent without a text.
 * @attr {boolean} disabled - Nothing can be written or sent.
 * @attr {boolean} readonly - The text can be read and sent, not changed.
 * @attr {number} maxlength - Most characters: code points after NFC, a line break is 1; 4000 by default.
 * @attr {number} minlength - Fewest characters; 0 by default.
 * @attr {string} subject - What the question is about, to begin with.
 * @attr {number} subject-maxlength - Most characters of the subject; 100 by default.
 * @attr {boolean} no-subject - Takes the subject away.
 * @attr {string} endpoint - Base address of the service contract (lucka/openapi.yaml), such as `/api`.
 * @attr {string} case-id - The case that the message belongs to.
 * @attr {string} languages - Languages that the agency reads: `sv`, `en` or both; `sv en` by default.
 * @attr {'block' | 'confirm' | 'warn' | 'off'} language-policy - What to do about other languages; `block` by default.
 * @attr {boolean} shared-computer - Warns, wipes the text when the page is left, and says what to do after sending.
 * @attr {'off' | 'session'} draft - `session` keeps the text in this tab until it is sent, where the page sets `case-id` or has an anti-forgery token; `off` by default.
 * @attr {string} session-expires-at - When the person is logged out (RFC 3339).
 * @attr {'off' | 'required'} encryption - `required` encrypts the message to the agency's key; `off` by default.
 * @attr {string} jwks-src - Where the keys are; `{endpoint}/messages/keys` by default.
 * @attr {string} key-thumbprint - RFC 7638 SHA-256 thumbprint of the only key to accept.
 * @attr {string} csrf-token - Anti-forgery token; by default that of `<meta name="csrf-token">`, which goes to the page's own origin only.
 * @attr {string} service-status - Id of a `lucka-maintenance-banner` that knows whether messages can be sent.
 * @attr {number} heading-level - Level of the heading, 1 to 6; 2 by default.
 * @slot - Without JavaScript: a plain form, or a link.
 * @slot label - In place of the label of the text.
 * @slot hint - In place of the hint of the text.
 * @slot privacy - In place of what is said about personal data.
 * @slot supplementary - In place of where documents are sent.
 * @slot after-sent - After sending: when an answer comes, a link to log out.
 * @fires {LuckaMessageSendEvent} lucka-message-send - Before sending; cancelable. The only event with the text.
 * @fires {LuckaMessageSentEvent} lucka-message-sent - The agency has the message.
 * @fires {LuckaMessageErrorEvent} lucka-message-error - The message was not sent, or nobody knows.
 * @fires {LuckaMessageLanguageEvent} lucka-message-language - The language of the text was checked.
 * @fires {LuckaMessageNoticeEvent} lucka-message-notice - The person was told something about the text.
 * @fires {LuckaMessageExtendEvent} lucka-message-extend - The person wants to stay logged in; cancelable.
 * @fires {InputEvent} input - As a textarea does.
 * @fires {Event} change - As a textarea does.
 * @csspart form - Everything that is filled in.
 * @csspart label - A label.
 * @csspart hint - A hint.
 * @csspart subject - The field of the subject.
 * @csspart textarea - The field of the text.
 * @csspart count - How many characters are left.
 * @csspart language - About the language of the text.
 * @csspart notice - About something else in the text, the session, or an interruption.
 * @csspart error-summary - What is to be put right.
 * @csspart error - What is wrong with a field; why the message was not sent.
 * @csspart send - The button that sends.
 * @csspart shared - About the shared computer.
 * @csspart receipt - What was sent, when, under which number.
 * @csspart status - What happens now, in words.
 * @cssprop [--lucka-color-accent=#0a4a60] - Links and buttons.
 */
export class LuckaMessageComposer extends FormAssociatedElement implements ComposerHost {
  static override styles = [tokens, base, button, field, details, styles];

  /** The text to begin with, and to go back to when the form is reset. */
  @property({ attribute: 'value' }) defaultValue = '';
  /** Nothing can be written or sent. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** The text can be read and sent, not changed. */
  @property({ type: Boolean, attribute: 'readonly' }) readOnly = false;
  /** Most characters, 1 to 1,000,000; 4000 by default. Code points after Unicode NFC are counted, a line break as 1. */
  @property({ type: Number, attribute: 'maxlength' }) maxLength = 4000;
  /** Fewest characters, counted as for `maxLength`; 0 by default. */
  @property({ type: Number, attribute: 'minlength' }) minLength = 0;
  /** Most characters of the subject, counted as for `maxLength`; 100 by default. */
  @property({ type: Number, attribute: 'subject-maxlength' }) subjectMaxLength = 100;
  /** The message has no subject. */
  @property({ type: Boolean, attribute: 'no-subject' }) noSubject = false;
  /** Base address of the service contract (lucka/openapi.yaml), such as `/api`; '' for none. */
  @property() endpoint = '';
  /** The case that the message belongs to; '' for none. */
  @property({ attribute: 'case-id' }) caseId = '';
  /** Languages that the agency reads: `sv`, `en` or both; `sv en` by default. */
  @property() languages = 'sv en';
  /**
   * What to do about other languages. `block` (default): a message that is clearly in another language is not sent. `confirm`: the
   * person may send it all the same. `warn`: a hint only. `off`: the language is not checked.
   */
  @property({ attribute: 'language-policy' }) languagePolicy: LanguagePolicy = 'block';
  /** Warns, erases the text when the page is left, and says what to do after sending. */
  @property({ type: Boolean, attribute: 'shared-computer' }) sharedComputer = false;
  /**
   * `session` keeps the text in this tab until it is sent, where the page sets `caseId` or has an anti-forgery token, and never on a
   * shared computer. `off` (default) keeps nothing.
   */
  @property() draft: 'off' | 'session' = 'off';
  /** When the person is logged out (RFC 3339), such as `2026-12-01T14:30:00+01:00`; '' when it is not known. */
  @property({ attribute: 'session-expires-at' }) sessionExpiresAt = '';
  /** `required` encrypts the message to the agency's key (JWE, RFC 7516); `off` by default. */
  @property() encryption: 'off' | 'required' = 'off';
  /** Address of the keys (JWK Set, RFC 7517); `{endpoint}/messages/keys` by default. */
  @property({ attribute: 'jwks-src' }) jwksSrc = '';
  /** RFC 7638 SHA-256 thumbprint of the only key to accept; '' for the first key of the set. */
  @property({ attribute: 'key-thumbprint' }) keyThumbprint = '';
  /** Anti-forgery token; by default that of `<meta name="csrf-token">`, which goes to the page's own origin only. */
  @property({ attribute: 'csrf-token' }) csrfToken = '';
  /** Id of a `lucka-maintenance-banner` that knows whether messages can be sent; '' for none. */
  @property({ attribute: 'service-status' }) serviceStatus = '';
  /** Level of the heading, 1 to 6; 2 by default. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** The page's own service, in place of `endpoint`. */
  @property({ attribute: false }) service: MessageService | undefined;
  /** Tells languages apart in place of the built-in detector, which is then not loaded. */
  @property({ attribute: false }) detector: LanguageDetector | undefined;

  readonly #language = new PageLanguage(this, translations);
  readonly #store = new Store<ComposerState>(this, initialState);
  readonly #context = new HostContext(this);
  readonly #fields = new FieldObserver(this);
  readonly #texts = new Resource<LocalizedDocument>(
    this,
    () => [this.#language.wanted, packInUse()],
    () => loadContent(formTexts, this.#language.wanted),
  );
  readonly #form = new FormValue(this, this.#store, this.#fields, () => this.#env);
  readonly #deps: ComposerDeps = {
    host: this,
    store: this.#store,
    context: this.#context,
    form: this.#form,
    env: () => this.#env,
  };
  readonly #features = createFeatures(this.#deps);
  readonly #actions = createFormActions(this.#deps, this.#features);
  readonly #extendListeners = trackListeners(this, 'lucka-message-extend');
  #isFormDisabled = false;
  #customError = '';
  #hasBegun = false;
  #begin: (() => void) | undefined;
  readonly #beginning = new Promise<void>((begin) => (this.#begin = begin));

  constructor() {
    super();
    // Not on the element: of what is in an element with a listener, screen readers say that it is clickable.
    let page: Node;
    this.addController({
      hostConnected: () =>
        (page = this.getRootNode()).addEventListener('click', this.#onLabelClick),
      hostDisconnected: () => page.removeEventListener('click', this.#onLabelClick),
    });
    this.addController(
      new NavigationGuard({
        text: () => {
          this.#fields.check();
          const { text, isTouched } = this.#store.state;
          return isTouched ? text.trim() : '';
        },
        form: () => (this.name && !this.#isDisabled ? this.form : null),
        isShared: () => this.sharedComputer,
        isKept: () => this.#isDraftKept,
        wipe: () => this.clear(),
        save: () => this.#features.session.value?.saveDraft(),
      }),
    );
  }

  /** The text, with LF as line break. */
  @property({ attribute: false })
  get value(): string {
    this.#fields.check();
    return this.#store.state.text;
  }
  set value(text: string) {
    this.#store.update((state) => setText(state, text, true));
    this.#form.update();
  }

  /** What the question is about; '' for none. */
  @property()
  get subject(): string {
    return this.#store.state.subject;
  }
  set subject(subject: string) {
    this.#store.update((state) => setSubject(state, String(subject ?? '')));
  }

  /** What the text was found to be written in when it was last checked. Read-only. */
  @property({ attribute: false })
  get detectedLanguage(): LanguageResult {
    return this.#store.state.detected;
  }
  set detectedLanguage(_value: unknown) {
    warnOnce(this, 'detectedLanguage', 'is read-only.');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('defaultValue') && !this.#store.state.isTouched)
      this.#store.update((state) => setText(state, this.defaultValue, false));
    if (this.#needsSession) void this.#features.session.load().catch(() => undefined);
  }

  /** What is shown from the start is part of the element. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    if (this.#needsSession) await this.#features.session.load().catch(() => undefined);
    await this.#beginning;
    return isComplete;
  }

  protected override render(): TemplateResult {
    const { lang = nothing, dir = nothing } = this.#language;
    // It does not begin in one language to change to another at once, nor without the words above the field.
    const hasTexts = packInUse() ? this.#texts.value : !this.#texts.loading;
    this.#hasBegun ||= this.#language.ready && Boolean(hasTexts);
    if (!this.#hasBegun) return html`<slot></slot>`;
    return html`<div class="root stack" lang=${lang} dir=${dir}>
      ${this.#renderContent(this.#env)} ${this.#context.renderRegions()}
    </div>`;
  }

  #renderContent(env: RenderEnv): TemplateResult {
    const { state } = this.#store;
    const languageGate = this.#features.languageGate.value;
    const sending = this.#features.sending.value;
    const session = this.#features.session.value;
    const receipt = sending?.renderReceipt(state, env);
    return (
      receipt ??
      renderForm(state, env, this.#actions, {
        problem:
          sending?.renderFieldErrors(state, env) ??
          languageGate?.renderStop(state, env) ??
          sending?.renderError(state, env),
        errors: sending?.fieldErrors(state, env),
        hints: languageGate?.renderHints(state, env),
        notices: session?.renderNotices(state, env),
        warnings: session?.renderWarnings(state, env),
      })
    );
  }

  protected override updated(): void {
    // A content pack that cannot be used: what the page put inside the tag stays.
    if (this.#hasBegun || this.#texts.error) this.#begin?.();
  }

  /**
   * Moves the focus to the text.
   *
   * @param options as of `HTMLElement.focus()`
   */
  override focus(options?: FocusOptions): void {
    this.#form.area?.focus(options);
  }

  /**
   * Checks the text and sends it, as the button does.
   *
   * @returns whether the agency has the message; false also when a form sends it, and while the element is not in a page
   */
  async send(): Promise<boolean> {
    // The property `disabled` takes effect with the next update.
    if (this.isConnected && this.isUpdatePending) await super.getUpdateComplete();
    if (this.#isDisabled) return false;
    this.#fields.check();
    const sending = await this.#features.sending.load().catch(() => undefined);
    if (sending) return sending.send();
    // What sends it could not be loaded, so nothing was sent.
    const text = `${msg('Your message was not sent')}. ${msg('Your text is still here.')}`;
    this.#context.announce(text, { visible: true });
    return false;
  }

  /** Empties everything that was written, and forgets the draft. */
  clear(): void {
    this.#reset();
    this.#context.announce('');
    this.#features.session.value?.saveDraft();
  }

  /**
   * Copies the text to the clipboard.
   *
   * @returns whether it worked
   */
  async copyText(): Promise<boolean> {
    this.#fields.check();
    const { copyText } = await import('./clipboard.js');
    return copyText(this.#deps);
  }

  /**
   * Checks the text; dispatches `invalid` when it is not valid.
   *
   * @returns whether it is valid
   */
  override checkValidity(): boolean {
    this.#fields.check();
    return super.checkValidity();
  }

  /**
   * As `checkValidity()`, and the browser shows what is wrong.
   *
   * @returns whether the text is valid
   */
  override reportValidity(): boolean {
    this.#fields.check();
    return super.reportValidity();
  }

  /**
   * Sets an error of the page's own.
   *
   * @param message why the text is not accepted; '' when it is
   */
  setCustomValidity(message: string): void {
    this.#customError = message;
    this.#form.update();
  }

  /** @internal */
  formResetCallback(): void {
    this.#reset(this.defaultValue, this.getAttribute('subject') ?? '');
  }

  /** @internal */
  formDisabledCallback(isDisabled: boolean): void {
    this.#isFormDisabled = isDisabled;
    // The attribute is set and removed within an update, where a request for another is lost.
    queueMicrotask(() => this.requestUpdate());
  }

  #reset(text = '', subject = ''): void {
    this.#features.sending.value?.cancel();
    this.#store.update((state) => reset(state, text, subject));
    this.#form.update();
  }

  get #isDisabled(): boolean {
    return this.disabled || this.#isFormDisabled;
  }

  /** On a shared computer nothing is kept, whatever else the page says. */
  get #isDraftKept(): boolean {
    const draft = parseEnum(this, 'draft', this.draft, ['off', 'session']);
    return draft === 'session' && !this.sharedComputer;
  }

  get #needsSession(): unknown {
    return this.sessionExpiresAt || this.serviceStatus || this.sharedComputer || this.#isDraftKept;
  }

  get #env(): RenderEnv {
    const bounds = { min: 1, max: 1_000_000, fallback: 4000 };
    return {
      lang: this.#language.code,
      headingLevel: parseHeadingLevel(this, this.headingLevel),
      texts: this.#texts.value,
      contentLang: this.#language.wanted,
      feedback: this.#features.feedback.value,
      limits: {
        isRequired: this.required,
        minLength: this.minLength,
        maxLength: Math.min(
          parseInteger(this, 'maxlength', this.maxLength, bounds),
          this.#store.state.maxLength,
        ),
        customError: this.#customError,
      },
      hasSubject: !this.noSubject,
      hasOwnLabel: this.querySelector('[slot="label"]') !== null,
      isDisabled: this.#isDisabled,
      isReadOnly: this.readOnly,
      isEncrypted: parseEnum(this, 'encryption', this.encryption, ['off', 'required']) !== 'off',
      isDraftKept: this.#isDraftKept,
      canExtendSession: this.#extendListeners.size > 0,
      languagePolicy: parseEnum(this, 'language-policy', this.languagePolicy, [
        'block',
        'confirm',
        'warn',
        'off',
      ]),
    };
  }

  /** A label of the page: its click is dispatched at the element itself, not at something inside. */
  readonly #onLabelClick = (event: Event): void => {
    if (event.composedPath()[0] === this) this.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'lucka-message-composer': LuckaMessageComposer;
  }
  interface HTMLElementEventMap {
    'lucka-message-send': LuckaMessageSendEvent;
    'lucka-message-sent': LuckaMessageSentEvent;
    'lucka-message-error': LuckaMessageErrorEvent;
    'lucka-message-language': LuckaMessageLanguageEvent;
    'lucka-message-notice': LuckaMessageNoticeEvent;
    'lucka-message-extend': LuckaMessageExtendEvent;
  }
}
