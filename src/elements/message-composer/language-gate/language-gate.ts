import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { loadContent, type LocalizedDocument } from '../../../content/load.js';
import { warnOnce } from '../../../shared/attributes.js';
import type { Feature } from '../../../shared/lazy-feature.js';
import type { Resource } from '../../../shared/resource.js';
import { PROGRESS_MS } from '../../../shared/timers.js';
import { notice } from '../../../styles/notice.js';
import type { ComposerDeps } from '../composer-deps.js';
import { feedbackTexts } from '../content.js';
import { LuckaMessageLanguageEvent, LuckaMessageNoticeEvent } from '../events.js';
import type { LanguageDetector, LanguageResult } from '../language-detector.js';
import type { RenderEnv } from '../render-env.js';
import { initialState, type ComposerState } from '../state.js';
import { countText, remainingLength } from '../text-count.js';
import { createLanguageGateActions, type LanguageGateActions } from './actions.js';
import { findAttachmentHint, wordListsOf, type WordLists } from './attachment-hints.js';
import type { Trigger } from '../evaluate-language.js';
import { renderAttachmentHint, renderLanguageHint, renderNumbers } from './hint-views.js';
import { languageGateStyles } from './language-gate.styles.js';
import {
  languageNames,
  parseLanguages,
  SUPPORTED_LANGUAGES,
  type SupportedLanguage,
} from './languages.js';
import { personalNumbersIn } from './personal-number.js';
import { renderStop } from './stop-view.js';
import { applyCheck, askAboutNumbers, isAllowed, refuseFile, stop } from './transitions.js';

/** Checks the text before it is sent: its language, attachments, personal identity numbers. */
export interface LanguageGate extends Feature {
  /**
   * Checks the language of the text and whether it is about attachments. Never rejects.
   *
   * @returns what to announce; '' for nothing
   */
  check(trigger: Trigger): Promise<string>;
  /** In a pause of typing, or when the field is left: announces what was found, and the count near the limit. */
  checkAndAnnounce(trigger: 'typing' | 'leave'): Promise<void>;
  /** Asks about personal identity numbers in the text, unless the person wants to send them. */
  checkNumbers(): void;
  /** The service does not take the language. The person has the last word. */
  stop(): Promise<void>;
  /** A file was dropped or pasted. */
  refuseFile(): void;
  /** The message was not sent because of its language; undefined when that is not so. */
  renderStop(state: ComposerState, env: RenderEnv): TemplateResult | undefined;
  /** Below the text: what was found in it. */
  renderHints(state: ComposerState, env: RenderEnv): TemplateResult;
}

/** @param feedback the texts in the language of the interface: loaded again when that failed before */
export const createLanguageGate = (
  deps: ComposerDeps,
  feedback: Resource<LocalizedDocument>,
): LanguageGate => new LanguageGateFeature(deps, feedback);

class LanguageGateFeature implements LanguageGate {
  readonly styles = [notice, languageGateStyles];
  #words: WordLists | undefined;
  /** The texts about other languages, in each language. */
  #translations: readonly LocalizedDocument[] = [];
  /** What the page was told last. */
  #dispatched = '';
  readonly #actions: LanguageGateActions;

  constructor(
    private readonly deps: ComposerDeps,
    private readonly feedback: Resource<LocalizedDocument>,
  ) {
    this.#actions = createLanguageGateActions(deps);
  }

  async check(trigger: Trigger): Promise<string> {
    const { store, env } = this.deps;
    const { text } = store.state;
    const result = await this.#detect(text);
    const words = await this.#loadWords();
    // The text was edited meanwhile: it is checked in the next pause.
    if (text !== store.state.text) return '';
    const before = store.state;
    store.update((state) =>
      applyCheck(state, {
        trigger,
        policy: env().languagePolicy,
        result,
        attachmentHint:
          words && text ? findAttachmentHint(text, words, result.language) : undefined,
        hasPersonalNumbers: personalNumbersIn(text).length > 0,
      }),
    );
    this.#dispatch(before);
    if (store.state.languageStop) await this.#loadTranslations();
    return this.#announcement(before);
  }

  async checkAndAnnounce(trigger: 'typing' | 'leave'): Promise<void> {
    const hint = await this.check(trigger);
    const { store, context } = this.deps;
    const env = this.deps.env();
    const isNearLimit = remainingLength(store.state, env) <= env.limits.maxLength / 10;
    const count = trigger === 'typing' && isNearLimit ? countText(store.state, env) : '';
    const text = [hint, count].filter(Boolean).join(' ');
    if (text) context.announce(text);
  }

  checkNumbers(): void {
    const { store, context } = this.deps;
    store.update((state) => askAboutNumbers(state, personalNumbersIn(state.text)));
    if (!store.state.personalNumbers.length) return;
    const event = new LuckaMessageNoticeEvent('personal-number');
    context.emit(event);
  }

  async stop(): Promise<void> {
    this.deps.store.update((state) => stop(state, true));
    await this.#loadTranslations();
  }

  refuseFile(): void {
    const { store, context } = this.deps;
    store.update(refuseFile);
    const event = new LuckaMessageNoticeEvent('file');
    context.emit(event);
  }

  renderStop({ languageStop }: ComposerState, env: RenderEnv): TemplateResult | undefined {
    return languageStop && renderStop(languageStop, env, this.#translations, this.#actions);
  }

  renderHints(state: ComposerState, env: RenderEnv): TemplateResult {
    const { isLanguageHinted, languageStop, attachmentHint, personalNumbers } = state;
    return html`${
      isLanguageHinted && !languageStop
        ? renderLanguageHint(env, languageNames(this.#languages))
        : nothing
    }
    ${attachmentHint ? renderAttachmentHint(attachmentHint, env, this.#actions) : nothing}
    ${personalNumbers.length ? renderNumbers(personalNumbers, env, this.#actions) : nothing}`;
  }

  get #languages(): readonly SupportedLanguage[] {
    const { host } = this.deps;
    return parseLanguages(host, host.languages);
  }

  async #detect(text: string): Promise<LanguageResult> {
    const { host, env } = this.deps;
    if (env().languagePolicy === 'off') return initialState.detected;
    try {
      const detector = host.detector ?? (await loadDetector());
      const result = detector.detect(text);
      if (!Number.isFinite(result.confidence)) {
        warnOnce(host, 'detector', 'returns no result: the language is not checked.');
        return initialState.detected;
      }
      const isRead =
        result.language === 'unknown' || this.#languages.some((each) => each === result.language);
      return isRead ? result : { ...result, language: 'other' };
    } catch {
      // In doubt a text passes: without its detector nothing is known of it.
      return initialState.detected;
    }
  }

  /** Never rejects: without its words a message gets no hint, and the next check tries again. */
  async #loadWords(): Promise<WordLists | undefined> {
    try {
      const { document } = await loadContent(feedbackTexts, this.deps.env().contentLang);
      if (this.feedback.error) this.feedback.refresh();
      return (this.#words ??= wordListsOf(document));
    } catch {
      // The words are not on this device, and there is no connection.
      return undefined;
    }
  }

  /**
   * Never rejects: without them the box has the language of the page only. Resolves when they are there, or after half a second:
   * Firefox loses its reading position when text is added to a box that has the focus.
   */
  async #loadTranslations(): Promise<void> {
    const load = (lang: SupportedLanguage) => loadContent(feedbackTexts, lang);
    const loading = Promise.all(SUPPORTED_LANGUAGES.map(load)).then(
      (translations) => {
        this.#translations = translations;
        this.deps.host.requestUpdate();
      },
      // They are not on this device, and there is no connection.
      () => undefined,
    );
    await Promise.race([loading, new Promise((resolve) => setTimeout(resolve, PROGRESS_MS))]);
  }

  /** Dispatches what the check has found, where it differs from what the page knows. */
  #dispatch(before: ComposerState): void {
    const { store, context, env } = this.deps;
    const { attachmentHint, detected, text } = store.state;
    const allowed = isAllowed(store.state, env().languagePolicy);
    const dispatched = `${detected.language} ${allowed}`;
    if (text && dispatched !== this.#dispatched) {
      this.#dispatched = dispatched;
      const event = new LuckaMessageLanguageEvent(detected.language, detected.confidence, allowed);
      context.emit(event);
    }
    if (attachmentHint && attachmentHint !== before.attachmentHint) {
      const event = new LuckaMessageNoticeEvent(attachmentHint);
      context.emit(event);
    }
  }

  #announcement(before: ComposerState): string {
    const { isLanguageHinted, attachmentHint } = this.deps.store.state;
    const isSame =
      isLanguageHinted === before.isLanguageHinted && attachmentHint === before.attachmentHint;
    if (isSame) return '';
    if (isLanguageHinted) return msg(str`Please write in ${languageNames(this.#languages)}.`);
    return attachmentHint && attachmentHint !== 'file'
      ? msg('You cannot send documents in a message. Read more below the text box.')
      : '';
  }
}

/** Loaded with the first check. */
async function loadDetector(): Promise<LanguageDetector> {
  const { detectLanguage } = await import('./detector/detect.js');
  return { detect: detectLanguage };
}
