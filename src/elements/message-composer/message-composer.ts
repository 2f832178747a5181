import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { loadBuiltIn, type LocalizedDocument } from '../../content/load.js';
import { translations } from '../../i18n/generated/translations/message-composer.js';
import { plural } from '../../i18n/plural.js';
import { PageLanguage } from '../../i18n/page-language.js';
import { HostContext } from '../../shared/element-context.js';
import { FieldObserver } from '../../shared/field-observer.js';
import { parseEnum, parseHeadingLevel, warnOnce, parseInteger } from '../../shared/attributes.js';
import { FormAssociatedElement } from '../../shared/form-associated-element.js';
import { Resource } from '../../shared/resource.js';
import type { MessageService } from '../../services/messages.js';
import { base } from '../../styles/base.js';
import { button } from '../../styles/button.js';
import { details } from '../../styles/details.js';
import { field } from '../../styles/field.js';
import { tokens } from '../../styles/generated/tokens.js';
import { formatCount, lengthOf } from './counting.js';
import { composerTexts } from './content.js';
import type {
  LuckaMessageErrorEvent,
  LuckaMessageExtendEvent,
  LuckaMessageLanguageEvent,
  LuckaMessageNoticeEvent,
  LuckaMessageSendEvent,
  LuckaMessageSentEvent,
} from './events.js';
import { renderForm, type FormParts } from './form-view.js';
import type { DetectedLanguage, LanguageDetector } from './language/detect.js';
import type { LanguagePolicy } from './language/verdict.js';
import { Leaving } from './leaving.js';
import { styles } from './message-composer.styles.js';
import type { Surroundings } from './surroundings.js';
import { validityOf } from './validity.js';
import type { View } from './view.js';
import type { Writing } from './writing.js';

/** How long a pause in typing is, in milliseconds. */
const PAUSE = 1000;

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
 * @attr {'off' | 'session'} draft - `session` keeps the text in this tab until it is sent; `off` by default.
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
 * @fires {LuckaMessageLanguageEvent} lucka-message-language - The language of the text was judged.
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
export class LuckaMessageComposer extends FormAssociatedElement {
  static override styles = [tokens, base, button, field, details, styles];

  /** The text to begin with, and to go back to when the form is reset. */
  @property({ attribute: 'value' }) defaultValue = '';
  @property({ type: Boolean, reflect: true }) disabled = false;
  @property({ type: Boolean, attribute: 'readonly' }) readOnly = false;
  @property({ type: Number, attribute: 'maxlength' }) maxLength = 4000;
  @property({ type: Number, attribute: 'minlength' }) minLength = 0;
  @property() subject = '';
  @property({ type: Number, attribute: 'subject-maxlength' }) subjectMaxLength = 100;
  @property({ type: Boolean, attribute: 'no-subject' }) noSubject = false;
  @property() endpoint = '';
  @property({ attribute: 'case-id' }) caseId = '';
  @property() languages = 'sv en';
  @property({ attribute: 'language-policy' }) languagePolicy: LanguagePolicy = 'block';
  @property({ type: Boolean, attribute: 'shared-computer' }) sharedComputer = false;
  @property() draft: 'off' | 'session' = 'off';
  @property({ attribute: 'session-expires-at' }) sessionExpiresAt = '';
  @property() encryption: 'off' | 'required' = 'off';
  @property({ attribute: 'jwks-src' }) jwksSrc = '';
  @property({ attribute: 'key-thumbprint' }) keyThumbprint = '';
  @property({ attribute: 'csrf-token' }) csrfToken = '';
  @property({ attribute: 'service-status' }) serviceStatus = '';
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** The page's own service, in place of `endpoint`. */
  @property({ attribute: false }) service: MessageService | undefined;
  /** Tells languages apart in place of the built-in detector, which is then not loaded. */
  @property({ attribute: false }) detector: LanguageDetector | undefined;

  readonly #language = new PageLanguage(this, translations);
  readonly #context = new HostContext(this);
  readonly #fields = new FieldObserver(this);
  readonly #texts = new Resource<LocalizedDocument>(
    this,
    () => [this.#language.wanted],
    () => loadBuiltIn(composerTexts, this.#language.wanted),
  );
  #hasBegun = false;
  #begin?: () => void;
  readonly #beginning = new Promise<void>((begin) => (this.#begin = begin));
  #text = '';
  #hasTyped = false;
  #isFormDisabled = false;
  #customError = '';
  #pause: ReturnType<typeof setTimeout> | undefined;
  #writing: Writing | undefined;
  #loadingWriting: Promise<Writing> | undefined;
  #surroundings: Surroundings | undefined;
  #loadingSurroundings: Promise<void> | undefined;
  #extendListeners = new Set<unknown>();

  constructor() {
    super();
    this.addEventListener('click', this.#onLabel);
    this.addController(
      new Leaving({
        text: () => {
          this.#fields.check();
          return this.#hasTyped ? this.#text.trim() : '';
        },
        form: () => (this.name && !this.#isDisabled ? this.form : null),
        isShared: () => this.sharedComputer,
        isKept: () => this.#keepsDraft,
        wipe: () => this.clear(),
        save: () => this.#surroundings?.saveDraft(),
      }),
    );
  }

  /** The text, with LF as line break. */
  @property({ attribute: false })
  get value(): string {
    this.#fields.check();
    return this.#text;
  }
  set value(text: string) {
    this.#hasTyped = true;
    this.#setText(text);
  }

  /** What the text was judged to be written in. Read-only. */
  @property({ attribute: false })
  get detectedLanguage(): { readonly language: DetectedLanguage; readonly confidence: number } {
    return this.#writing?.detected ?? { language: 'unknown', confidence: 0 };
  }
  set detectedLanguage(_value: unknown) {
    warnOnce(this, 'detectedLanguage', 'is read-only.');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('formdata', this.#onFormData);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('formdata', this.#onFormData);
    clearTimeout(this.#pause);
  }

  /** Notes whether somebody can answer `lucka-message-extend`: else no button is offered. */
  override addEventListener<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (this: HTMLElement, event: HTMLElementEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void {
    super.addEventListener(type, listener, options);
    if (type === 'lucka-message-extend') this.#extendListeners.add(listener);
  }

  override removeEventListener<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (this: HTMLElement, event: HTMLElementEventMap[Type]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  override removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
  override removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void {
    super.removeEventListener(type, listener, options);
    if (type === 'lucka-message-extend') this.#extendListeners.delete(listener);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('defaultValue') && !this.#hasTyped) this.#setText(this.defaultValue);
    const { sessionExpiresAt, serviceStatus } = this;
    if (sessionExpiresAt || serviceStatus || this.#keepsDraft || this.sharedComputer)
      this.#loadingSurroundings ??= this.#loadSurroundings();
  }

  /** What stands around the message from the start is part of it. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await Promise.all([this.#loadingSurroundings, this.#beginning]);
    return isComplete;
  }

  protected override render(): TemplateResult {
    const { lang = nothing, dir = nothing } = this.#language;
    // It does not begin in one language to change to another at once, nor without the words above the field.
    this.#hasBegun ||= this.#language.ready && !this.#texts.loading;
    if (!this.#hasBegun) return html`<slot></slot>`;
    const receipt = this.#writing?.renderReceipt(this.#view);
    return html`<div class="root stack" lang=${lang} dir=${dir}>
      ${receipt ?? renderForm(this, this.#parts)} ${this.#context.renderRegions()}
    </div>`;
  }

  protected override updated(): void {
    if (this.#hasBegun) this.#begin?.();
    const area = this.#area;
    // Not in the template: the text changes with each key, and the caret must stay.
    if (area && area.value !== this.#text) {
      area.value = this.#text;
      this.#fields.remember();
    }
    this.#setForm();
  }

  /** Moves the focus to the text. */
  override focus(options?: FocusOptions): void {
    this.#area?.focus(options);
  }

  /** Checks the text and sends it, as the button does. Resolves to whether it was sent. */
  async send(): Promise<boolean> {
    if (this.#isDisabled) return false;
    this.#fields.check();
    return (await this.#loadWriting()).send();
  }

  /** Empties everything that was written, and forgets the draft. */
  clear(): void {
    this.subject = '';
    this.#setText('');
    this.#hasTyped = false;
    this.#say('');
    this.#writing?.reset();
    this.#surroundings?.saveDraft();
  }

  /** Puts the text on the clipboard. Resolves to whether it worked. */
  async copyText(): Promise<boolean> {
    this.#fields.check();
    const { copy } = await import('./copying.js');
    const isCopied = await copy(this.#text, this.#area);
    this.#say(isCopied ? msg('Your text is copied.') : msg('Your text could not be copied.'));
    return isCopied;
  }

  override checkValidity(): boolean {
    this.#fields.check();
    return super.checkValidity();
  }

  override reportValidity(): boolean {
    this.#fields.check();
    return super.reportValidity();
  }

  /** @param message why the text is not accepted; '' when it is */
  setCustomValidity(message: string): void {
    this.#customError = message;
    this.#setForm();
  }

  formResetCallback(): void {
    this.#writing?.reset();
    this.#hasTyped = false;
    this.subject = this.getAttribute('subject') ?? '';
    this.#setText(this.defaultValue);
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.#isFormDisabled = isDisabled;
    // The attribute is set and removed within an update, where a request for another is lost.
    queueMicrotask(() => this.requestUpdate());
  }

  get #isDisabled(): boolean {
    return this.disabled || this.#isFormDisabled;
  }

  get #isEncrypted(): boolean {
    return parseEnum(this, 'encryption', this.encryption, ['off', 'required']) === 'required';
  }

  /** On a shared computer nothing is kept, whatever else the page says. */
  get #keepsDraft(): boolean {
    return (
      parseEnum(this, 'draft', this.draft, ['off', 'session']) === 'session' && !this.sharedComputer
    );
  }

  get #maxLength(): number {
    const bounds = { min: 1, max: 1_000_000, fallback: 4000 };
    return parseInteger(this, 'maxlength', this.maxLength, bounds);
  }

  get #left(): number {
    return this.#maxLength - lengthOf(this.#text);
  }

  get #countText(): string {
    const difference = Math.abs(this.#left);
    const count = formatCount(difference, this.#language.code);
    return this.#left < 0
      ? plural(difference, {
          one: () => msg(str`${count} character too many`),
          other: () => msg(str`${count} characters too many`),
        })
      : plural(difference, {
          one: () => msg(str`${count} character left`),
          other: () => msg(str`${count} characters left`),
        });
  }

  get #view(): View {
    return {
      lang: this.#language.code,
      headingLevel: parseHeadingLevel(this, this.headingLevel),
      texts: this.#texts.value,
    };
  }

  get #parts(): FormParts {
    return {
      view: this.#view,
      text: this.#text,
      most: formatCount(this.#maxLength, this.#language.code),
      count: this.#countText,
      isOver: this.#left < 0,
      isDisabled: this.#isDisabled,
      isEncrypted: this.#isEncrypted,
      writing: this.#writing,
      surroundings: this.#surroundings,
      on: {
        submit: (event) => this.#onSubmit(event),
        keydown: () => this.#surroundings?.onKeydown(),
        drag: (event) => this.#onDrag(event),
        paste: (event) => this.#onPaste(event),
        firstUse: () => this.#onFirstUse(),
        subject: (event) => this.#onSubject(event),
        input: (event) => this.#onInput(event),
        change: () => this.#onChange(),
        blur: () => void this.#onBlur(),
        labelled: () => this.requestUpdate(),
      },
    };
  }

  get #area(): HTMLTextAreaElement | null {
    return this.#find<HTMLTextAreaElement>('#message');
  }

  #find<Found extends HTMLElement = HTMLElement>(selector: string): Found | null {
    return this.renderRoot?.querySelector<Found>(selector) ?? null;
  }

  #setText(text: string): void {
    this.#text = String(text ?? '').replace(/\r\n?/g, '\n');
    this.#setForm();
    this.requestUpdate();
  }

  #setForm(): void {
    const { name, subject, internals } = this;
    const value = new FormData();
    if (name) value.append(name, this.#text);
    if (name && !this.noSubject) value.append(`${name}-subject`, subject);
    // No state: what the browser restores would show the message to whoever presses Back.
    internals.setFormValue(name ? value : null, null);
    const { flags, message } = validityOf(this.#text, {
      isRequired: this.required,
      least: this.minLength,
      most: this.#maxLength,
      otherwise: this.#customError || (this.#writing?.languageError ?? ''),
    });
    internals.setValidity(flags, message, this.#area ?? undefined);
  }

  /** A label of the page: its click is aimed at the element itself, not at something inside. */
  readonly #onLabel = (event: Event): void => {
    if (event.composedPath()[0] === this) this.focus();
  };

  /** What came into the field unnoticed was not there yet when the form was read. */
  readonly #onFormData = ({ target, formData }: FormDataEvent): void => {
    const { name, form } = this;
    if (target !== form || !name || this.#isDisabled) return;
    const isStale = (key: string, value: string) =>
      formData.getAll(key).length === 1 && formData.get(key) !== value;
    if (isStale(name, this.#text)) formData.set(name, this.#text);
    const subject = `${name}-subject`;
    if (isStale(subject, this.subject)) formData.set(subject, this.subject);
  };

  #onInput(event: Event): void {
    this.#text = (event.target as HTMLTextAreaElement).value;
    this.#hasTyped = true;
    this.#setForm();
    this.requestUpdate();
    this.#onFirstUse();
    this.#writing?.changed();
    this.#surroundings?.changed();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#onPause(), PAUSE);
  }

  /** A textarea's `change` does not leave the shadow root by itself. */
  #onChange(): void {
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #onSubject(event: Event): void {
    this.subject = (event.target as HTMLInputElement).value;
    this.#onFirstUse();
    this.#writing?.changed();
    this.#surroundings?.changed();
  }

  async #onPause(): Promise<void> {
    const writing = await this.#loadWriting();
    const hint = await writing.check('typing');
    const isNear = this.#left <= this.#maxLength / 10;
    this.#hear([hint, isNear ? this.#countText : ''].filter(Boolean).join(' '));
  }

  async #onBlur(): Promise<void> {
    if (!this.#text) return;
    this.#hear(await (await this.#loadWriting()).check('leave'));
  }

  #say(text: string): void {
    this.#context.announce(text, { visible: true });
  }

  /** For who does not see what has come up. */
  #hear(text: string): void {
    if (text) this.#context.announce(text);
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    void this.send();
  }

  /** A file that is dropped would take the place of the page. */
  #onDrag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    if (event.type === 'drop') void this.#refuseFile();
  }

  #onPaste(event: ClipboardEvent): void {
    const { clipboardData } = event;
    if (!clipboardData?.files.length || clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    void this.#refuseFile();
  }

  async #refuseFile(): Promise<void> {
    (await this.#loadWriting()).refuseFile();
  }

  #onFirstUse(): void {
    void this.#loadWriting();
  }

  /** What is needed once somebody writes; a try that failed is made again. */
  #loadWriting(): Promise<Writing> {
    const load = async () => {
      const { Writing } = await import('./writing.js');
      this.#writing = new Writing(this, {
        say: (text) => this.#say(text),
        focusOn: (selector) => this.#context.focus(selector),
        view: () => this.#view,
        sent: () => this.#onSent(),
        draftIdentity: () => this.#surroundings?.saveDraft(),
      });
      this.requestUpdate();
      return this.#writing;
    };
    return (this.#loadingWriting ??= load().catch((error: unknown) => {
      this.#loadingWriting = undefined;
      throw error;
    }));
  }

  async #loadSurroundings(): Promise<void> {
    const { Surroundings } = await import('./surroundings.js');
    this.#surroundings = new Surroundings(this, {
      say: (text) => this.#say(text),
      hear: (text) => this.#hear(text),
      canExtend: () => this.#extendListeners.size > 0,
      keepsDraft: () => this.#keepsDraft,
      language: () => this.#language.code,
      isUntouched: () => !this.#hasTyped,
    });
    this.requestUpdate();
  }

  #onSent(): void {
    this.subject = '';
    this.#setText('');
    this.#hasTyped = false;
    this.#surroundings?.saveDraft();
  }
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
