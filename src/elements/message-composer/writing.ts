import { msg, str } from '@lit/localize';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { loadBuiltIn, type LocalizedDocument } from '../../content/load.js';
import { plural } from '../../i18n/plural.js';
import { adoptStyles } from '../../shared/adopt-styles.js';
import { parseEnum, warnOnce } from '../../shared/attributes.js';
import type { Renderable } from '../../content/render.js';
import { httpMessageService, type MessageService } from '../../services/messages.js';
import type { MessageReceipt } from '../../services/messages.js';
import { ServiceError } from '../../services/service-error.js';
import { notice } from '../../styles/notice.js';
import { summaryList } from '../../styles/summary-list.js';
import { composerTexts, hintWords } from './content.js';
import { lengthOf, normalised } from './counting.js';
import { Delivery } from './delivery.js';
import type { DraftIdentity } from './draft.js';
import {
  LuckaMessageErrorEvent,
  LuckaMessageLanguageEvent,
  LuckaMessageNoticeEvent,
  LuckaMessageSendEvent,
  LuckaMessageSentEvent,
  type NoticeKind,
} from './events.js';
import { toSendError, type SendError } from './error-messages.js';
import { hintOf, wordListsOf, type HintKind, type WordLists } from './hints.js';
import type { DetectedLanguage, LanguageDetector, LanguageResult } from './language/detect.js';
import { decide, isOtherLanguage, type LanguagePolicy, type Moment } from './language/verdict.js';
import type { LuckaMessageComposer } from './message-composer.js';
import { personalNumbersIn } from './personal-number.js';
import type { View } from './view.js';
import {
  renderErrors,
  renderFailure,
  renderHint,
  renderLanguageHint,
  renderNumbers,
  renderReceipt,
  renderStop,
  renderCopyButton,
} from './writing-views.js';
import { writingStyles } from './writing.styles.js';

/** What the composer lets this part do. */
export interface ComposerActions {
  readonly say: (text: string) => void;
  /** Moves the focus after the next update. */
  readonly focusOn: (selector: string) => void;
  readonly view: () => View;
  /** The message is with the agency: the field is emptied. */
  readonly sent: () => void;
  /** What the draft is sent as; undefined without a draft. */
  readonly draftIdentity: () => DraftIdentity | undefined;
}

/** A try that takes longer than this is told of, in milliseconds. */
const LONG_WAIT = 8000;
const NOTHING_YET: LanguageResult = { language: 'unknown', confidence: 0, letters: 0 };

/** The sent message, as the receipt shows it. */
export interface Sent extends MessageReceipt {
  readonly subject: string;
}

/** What the composer needs once somebody writes: looking the text through, sending it, and what follows. */
export class Writing implements ReactiveController {
  detected: LanguageResult = NOTHING_YET;
  /** The text is stopped for its language; `mayInsist` when the person has the last word. */
  stop: { readonly mayInsist: boolean } | undefined;
  failure: SendError | undefined;
  sent: Sent | undefined;
  /** What stands under the text: a kind of hint, or that a file was refused. */
  hint: HintKind | 'file' | undefined;
  numbers: readonly string[] = [];
  isLanguageHinted = false;
  #isChecked = false;
  #delivery: Delivery | undefined;
  #isSending = false;
  #insistedOn = '';
  #numbersAllowedIn = '';
  #stoppedText = '';
  #told = '';
  #words: WordLists | undefined;
  #otherTexts: readonly LocalizedDocument[] = [];

  constructor(
    private readonly host: LuckaMessageComposer,
    private readonly actions: ComposerActions,
  ) {
    host.addController(this);
    adoptStyles(host.renderRoot as ShadowRoot, [notice, summaryList, writingStyles]);
  }

  hostDisconnected(): void {
    this.#delivery?.stop();
    this.#isSending = false;
  }

  get isBusy(): boolean {
    return this.#isSending && !this.failure;
  }

  get sendLabel(): string | undefined {
    if (this.isBusy) return msg('Sending …');
    return this.failure || this.stop ? msg('Send again') : undefined;
  }

  /** For `validity.customError`; '' when the language is in order. */
  get languageError(): string {
    const { detected, host } = this;
    const policy = this.#policy;
    const isStopped = policy === 'block' || policy === 'confirm';
    return isStopped && isOtherLanguage(detected) && this.#insistedOn !== host.value
      ? msg('Write in Swedish or English')
      : '';
  }

  /** What is wrong with a field, once Send was pressed; '' when nothing is. */
  errorOf(field: 'subject' | 'message'): string {
    return this.#isChecked ? this.#problems()[field] : '';
  }

  /** The text is another one: what was on its way is not sent by itself any more. */
  changed(): void {
    if (this.failure) this.#delivery?.stop();
    if (this.hint === 'file') this.hint = undefined;
    this.sent = undefined;
  }

  /** Back to the beginning. */
  reset(): void {
    this.#delivery?.stop();
    this.#delivery = undefined;
    this.#isSending = this.#isChecked = this.isLanguageHinted = false;
    this.failure = this.stop = this.hint = this.sent = undefined;
    this.numbers = [];
    this.#insistedOn = this.#numbersAllowedIn = '';
    this.detected = NOTHING_YET;
    this.host.requestUpdate();
  }

  /**
   * Looks the text through: its language, and whether it is about documents.
   *
   * @returns what to say of it
   */
  async check(moment: Moment): Promise<string> {
    const { host } = this;
    const text = host.value;
    const result = await this.#detect(text);
    await this.#loadWords();
    // Written on meanwhile: the next pause looks again.
    if (text !== host.value) return '';
    this.detected = result;
    const before = [this.isLanguageHinted, this.hint].join();
    this.#judge(moment);
    const hint = this.#words && text ? hintOf(text, this.#words, result.language) : undefined;
    if (hint && hint !== this.hint) this.#notice(hint);
    if (this.hint !== 'file') this.hint = hint;
    if (!personalNumbersIn(text).length) this.numbers = [];
    host.requestUpdate();
    return before === [this.isLanguageHinted, this.hint].join() ? '' : this.#hintText();
  }

  /** Never rejects: without its words a message gets no hint, and the next look tries again. */
  async #loadWords(): Promise<void> {
    try {
      const { document } = await loadBuiltIn(hintWords, this.actions.view().lang);
      this.#words ??= wordListsOf(document);
    } catch {
      // The words are not on this device, and there is no connection.
    }
  }

  /** A file was dropped or pasted. */
  refuseFile(): void {
    this.hint = 'file';
    this.#notice('file');
    this.actions.say(msg('Files cannot be sent here. Your text is still here.'));
    this.host.requestUpdate();
  }

  /** Checks the text, asks what must be asked, and sends. Resolves to whether the agency has it. */
  async send(): Promise<boolean> {
    if (this.isBusy) return false;
    this.#isChecked = this.#isSending = true;
    this.failure = undefined;
    const problems = this.#problems();
    this.host.requestUpdate();
    if (problems.subject || problems.message) return this.#ask('[part~="error-summary"]');
    const text = this.host.value;
    await this.check('send');
    if (this.stop) return this.#ask('#stop');
    this.numbers = this.#numbersAllowedIn === text ? [] : personalNumbersIn(text);
    if (this.numbers.length) {
      this.#notice('personal-number');
      return this.#ask('#numbers');
    }
    return this.#send();
  }

  /** "My message is in Swedish or English": the person has the last word. */
  async insist(): Promise<void> {
    this.#insistedOn = this.host.value;
    this.stop = undefined;
    this.host.requestUpdate();
    // The field's validity follows with the update.
    await this.host.updateComplete;
    await this.send();
  }

  /** The personal identity number belongs there. */
  allowNumbers(): void {
    this.#numbersAllowedIn = this.host.value;
    void this.send();
  }

  /** Back to the text. */
  edit(): void {
    this.numbers = [];
    this.actions.focusOn('#message');
  }

  writeAnother(): void {
    this.reset();
    this.actions.say('');
    this.actions.focusOn('#subject, #message');
  }

  renderAbove(view: View): Renderable {
    const { stop, failure } = this;
    const problems = this.#isChecked ? this.#problems() : { subject: '', message: '' };
    if (problems.subject || problems.message)
      return renderErrors(view, problems, this.actions.focusOn);
    if (stop) return renderStop(this, view, [view.texts, ...this.#otherTexts], this.host);
    return failure ? renderFailure(view, failure) : '';
  }

  renderBelow(view: View): TemplateResult {
    return html`${this.isLanguageHinted && !this.stop ? renderLanguageHint(view, this.#languageNames()) : nothing}
    ${this.hint ? renderHint(view, this.hint, this.actions.focusOn) : nothing}
    ${this.numbers.length ? renderNumbers(this, view) : nothing}`;
  }

  renderActions(): Renderable {
    return this.failure ? renderCopyButton(this.host, 'quiet') : nothing;
  }

  renderReceipt(view: View): TemplateResult | undefined {
    return this.sent && renderReceipt(this, view, this.sent, this.host.sharedComputer);
  }

  get #policy(): LanguagePolicy {
    return parseEnum(this.host, 'language-policy', this.host.languagePolicy, [
      'block',
      'confirm',
      'warn',
      'off',
    ]);
  }

  get #languages(): readonly ('sv' | 'en')[] {
    // An attribute that is removed gives null.
    const given = (this.host.languages || 'sv en').trim().split(/[\s,]+/);
    const known = (['sv', 'en'] as const).filter((each) => given.includes(each));
    if (known.length !== given.length || !known.length)
      warnOnce(this.host, 'languages', 'knows "sv" and "en" only; others are left out.');
    return known.length ? known : ['sv', 'en'];
  }

  #languageNames(): string {
    const names = { sv: msg('Swedish'), en: msg('English') };
    const languages = this.#languages;
    if (languages.length > 1) return msg('Swedish or English');
    return names[languages[0] ?? 'sv'];
  }

  #problems(): { subject: string; message: string } {
    const { host } = this;
    const tooLong = host.noSubject ? 0 : lengthOf(host.subject) - host.subjectMaxLength;
    const { valueMissing, tooLong: isTooLong, tooShort } = host.validity;
    const isWrong =
      valueMissing || isTooLong || tooShort || (host.validity.customError && !this.languageError);
    return {
      subject:
        tooLong > 0
          ? plural(tooLong, {
              one: () => msg(str`Shorten what your question is about by ${tooLong} character`),
              other: () => msg(str`Shorten what your question is about by ${tooLong} characters`),
            })
          : '',
      message: !host.value.trim()
        ? msg('Write your message')
        : isWrong
          ? host.validationMessage
          : '',
    };
  }

  async #detect(text: string): Promise<LanguageResult> {
    if (this.#policy === 'off') return NOTHING_YET;
    try {
      const detector = this.host.detector ?? (await builtInDetector());
      const result = detector.detect(text);
      const isRead =
        result.language === 'unknown' ||
        (this.#languages as readonly string[]).includes(result.language);
      return isRead ? result : { ...result, language: 'other' };
    } catch {
      // In doubt a text passes: without its detector nothing is known of it.
      return NOTHING_YET;
    }
  }

  #judge(moment: Moment): void {
    const { detected, host } = this;
    const isInsisted = this.#insistedOn === host.value && Boolean(host.value);
    const situation = { result: detected, policy: this.#policy };
    const verdict = decide({ ...situation, moment, hintShowing: this.isLanguageHinted });
    if (verdict.act === 'hint') this.isLanguageHinted = true;
    if (verdict.act === 'remove-hint') this.isLanguageHinted = false;
    if (verdict.act === 'stop' && !isInsisted) this.#stop(verdict.mayInsist);
    // What was stopped stays so until it is another text, in a language that is read.
    const isAnother = this.#stoppedText !== host.value && !isOtherLanguage(detected);
    if (isAnother || (moment === 'send' && verdict.act !== 'stop')) this.stop = undefined;
    const isStopped = decide({ ...situation, moment: 'send', hintShowing: false }).act === 'stop';
    const allowed = !isStopped || isInsisted;
    const told = `${detected.language} ${allowed}`;
    if (told !== this.#told && host.value) {
      this.#told = told;
      const event = new LuckaMessageLanguageEvent(detected.language, detected.confidence, allowed);
      host.dispatchEvent(event);
    }
  }

  #stop(mayInsist: boolean): void {
    this.stop = { mayInsist };
    this.#stoppedText = this.host.value;
    this.isLanguageHinted = true;
    const own = this.actions.view().texts?.lang;
    const others = (['sv', 'en'] as const).filter((lang) => lang !== own);
    void Promise.all(others.map((lang) => loadBuiltIn(composerTexts, lang))).then((loaded) => {
      this.#otherTexts = loaded;
      this.host.requestUpdate();
    });
  }

  #hintText(): string {
    if (this.isLanguageHinted) return msg(str`Please write in ${this.#languageNames()}.`);
    if (this.hint === 'supplementary' || this.hint === 'identity-document')
      return msg('Documents are not sent in a message. Read more under the field.');
    return '';
  }

  #notice(kind: NoticeKind): void {
    const event = new LuckaMessageNoticeEvent(kind);
    this.host.dispatchEvent(event);
  }

  /** Shows a question or a problem, where the person must see it. */
  #ask(selector: string): false {
    this.#isSending = false;
    this.actions.say('');
    this.actions.focusOn(selector);
    return false;
  }

  async #send(): Promise<boolean> {
    const { host, actions } = this;
    const delivery = this.#deliveryOf();
    const event = new LuckaMessageSendEvent(delivery.message);
    const isTaken = !host.dispatchEvent(event);
    const service = this.#service;
    if (isTaken || (!service && host.form)) {
      // The page sends it itself, or the form does.
      this.#isSending = false;
      host.requestUpdate();
      if (!isTaken) host.form?.requestSubmit();
      return false;
    }
    actions.say(msg('Sending your message …'));
    host.requestUpdate();
    try {
      if (!service) throw new ServiceError('messages: sendMessage', 'no-endpoint');
      const encrypt = host.encryption === 'required' ? await this.#encrypter() : undefined;
      const receipt = await delivery.deliver({
        service,
        encrypt,
        onRetry: (error, delay) => this.#onRetry(error, delay),
      });
      if (delivery.isStopped) return false;
      this.#onSent(receipt, delivery);
      return true;
    } catch (error) {
      if (!delivery.isStopped) this.#onFailure(error);
      return false;
    }
  }

  get #service(): MessageService | undefined {
    const { service, endpoint, jwksSrc, csrfToken } = this.host;
    if (service) return service;
    return endpoint
      ? httpMessageService(endpoint, { jwksSrc, csrfToken: () => csrfToken })
      : undefined;
  }

  /** The same text is the same delivery, also when the person presses Send again. */
  #deliveryOf(): Delivery {
    const { host, detected } = this;
    const language = languageOf(detected);
    const subject = normalised(host.subject).replace(/\n/g, ' ').trim();
    const content = {
      ...(host.caseId && { caseId: host.caseId }),
      ...(subject && !host.noSubject && { subject }),
      body: normalised(host.value),
      language,
      // Under `warn` the person was told, and sends all the same.
      languageConfirmed: language === 'other' || this.#insistedOn === host.value,
    };
    const last = this.#delivery;
    const createdAt = last?.message.createdAt ?? '';
    const isSame = JSON.stringify(last?.message) === JSON.stringify({ ...content, createdAt });
    const created = () => {
      // Once it was sent with other members, it is another message.
      const identity = last ? undefined : this.actions.draftIdentity();
      const createdAt = identity?.createdAt ?? new Date().toISOString();
      return new Delivery({ ...content, createdAt }, identity?.key);
    };
    last?.stop();
    return (this.#delivery = last && isSame ? last.again() : created());
  }

  async #encrypter(): Promise<
    (message: Delivery['message'], service: MessageService) => Promise<string>
  > {
    const { encryptMessage } = await import('./encryption.js');
    return (message, service) => encryptMessage(message, service, this.host.keyThumbprint);
  }

  /** Short waits pass quietly; a long one is told of, and Send works, while it is tried again all the same. */
  #onRetry(error: ServiceError, delay: number): void {
    const isLong = delay > LONG_WAIT || error.code === 'timeout' || !navigator.onLine;
    if (isLong) this.#onFailure(error);
    else this.actions.say(msg('No answer yet. It is tried again.'));
  }

  #onFailure(error: unknown): void {
    const { host } = this;
    const failure = toSendError(error, Date.now());
    const event = new LuckaMessageErrorEvent(failure.code, failure.status, failure.retryable);
    host.dispatchEvent(event);
    if (!(error instanceof ServiceError)) reportError(error);
    if (failure.code === 'language-not-supported') {
      this.#stop(true);
      this.#ask('#stop');
      return;
    }
    this.failure = failure;
    this.#ask('#failure');
  }

  #onSent({ id, receivedAt }: MessageReceipt, { message }: Delivery): void {
    this.reset();
    this.sent = { id, receivedAt, subject: message.subject ?? '' };
    this.actions.sent();
    this.actions.say('');
    this.actions.focusOn('#receipt');
    const event = new LuckaMessageSentEvent(id, receivedAt);
    this.host.dispatchEvent(event);
  }
}

/** What the agency is told: in doubt about another language, nothing is said against the text. */
function languageOf(detected: LanguageResult): DetectedLanguage {
  if (isOtherLanguage(detected)) return 'other';
  return detected.language === 'other' ? 'unknown' : detected.language;
}

/** The gate: loaded with the first key press. */
async function builtInDetector(): Promise<LanguageDetector> {
  const { detectLanguage } = await import('./language/detect.js');
  return { detect: detectLanguage };
}
