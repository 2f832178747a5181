import { msg } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { followLink } from '../../content/follow-link.js';
import { foreign, renderForeign } from '../../content/foreign.js';
import type { Flow, FlowProblem } from '../../content/flow/flow.js';
import { words } from '../../i18n/generated/words/document-wizard.js';
import { PageLanguage } from '../../i18n/page-language.js';
import { Announcer } from '../../shared/announcer.js';
import { parseEnum, parseHeadingLevel, warnOnce } from '../../shared/attributes.js';
import { safeUrl } from '../../shared/safe-url.js';
import { base } from '../../styles/base.js';
import { button } from '../../styles/button.js';
import { choice } from '../../styles/choice.js';
import { tokens } from '../../styles/generated/tokens.js';
import { progress } from '../../styles/progress.js';
import { styles } from './document-wizard.styles.js';
import {
  type LuckaWizardErrorEvent,
  LuckaWizardRestartEvent,
  LuckaWizardResultEvent,
  LuckaWizardStepEvent,
  type WizardDirection,
} from './events.js';
import { FlowSource } from './flow-source.js';
import { renderIntro } from './intro-view.js';
import { Journey, type WizardFacts, type WizardResult } from './journey.js';
import type { Kept, Keeper } from './kept.js';
import type { Later } from './later.js';
import { markChosen, renderQuestion, textOptions } from './question-view.js';
import type { View, WizardActions } from './view.js';

/** What the wizard shows. */
export type WizardState = 'loading' | 'intro' | 'question' | 'result' | 'error';

/**
 * Asks a few questions and shows the sections and the checklist that apply, why, and where each line comes from. It is
 * guidance, never a decision. The flow is a Markdown document that a checker has proved.
 *
 * @element lucka-document-wizard
 * @attr {string} src - Address of a flow as Markdown; `{lang}` is replaced. Without it: the built-in flow.
 * @attr {'none' | 'session' | 'fragment'} persist - Where answers are kept: nowhere (default), in this tab, or in the address after `#`.
 * @attr {boolean} history - The browser's Back button goes through the steps.
 * @attr {string} book-href - Where the item about booking links.
 * @attr {boolean} show-sources - Source numbers stand in the text, and what they say is unfolded.
 * @attr {number} heading-level - Level of the first heading, 1 to 6; 2 by default.
 * @attr {string} name - Name in a form; the value is the flow's version and the ids of the checklist.
 * @attr {boolean} required - The form cannot be sent before there is a result.
 * @slot - While the flow is on its way, without JavaScript, and when it cannot be shown.
 * @slot intro - Above the button that starts.
 * @slot result-before - Above the checklist.
 * @slot result-after - Below the sections.
 * @fires {LuckaWizardStepEvent} lucka-wizard-step - The person went to another question; no answer is told.
 * @fires {LuckaWizardResultEvent} lucka-wizard-result - Before the result is shown; ids only; cancelable.
 * @fires {LuckaWizardRestartEvent} lucka-wizard-restart - The person started over.
 * @fires {LuckaWizardErrorEvent} lucka-wizard-error - The flow cannot be shown.
 * @csspart heading - The heading of the step.
 * @csspart question - One question with its answers.
 * @csspart hint - What helps to answer.
 * @csspart options - The answers.
 * @csspart option - One answer.
 * @csspart error-summary - Says that an answer is missing.
 * @csspart error - The same beside the answers.
 * @csspart start - The button that starts.
 * @csspart continue - The button that goes on.
 * @csspart back - The button that goes back.
 * @csspart result - The result.
 * @csspart section - One section of the result.
 * @csspart sources - Where a section comes from.
 * @csspart checklist - What to do.
 * @csspart item - One thing to do.
 * @csspart disclaimer - That this is guidance.
 * @csspart answers - The answers given.
 * @csspart change - A button that changes an answer.
 * @csspart restart - The button that starts over.
 * @csspart print - The button that prints.
 * @csspart copy - The button that copies.
 * @csspart status - What happened, in words.
 * @cssprop [--lucka-color-accent=#0a4a60] - Links and buttons.
 */
export class LuckaDocumentWizard extends LitElement {
  static readonly formAssociated = true;
  static override styles = [tokens, base, button, choice, progress, styles];

  @property() src = '';
  @property() persist: 'none' | 'session' | 'fragment' = 'none';
  @property({ type: Boolean }) history = false;
  @property({ attribute: 'book-href' }) bookHref = '';
  @property({ type: Boolean, attribute: 'show-sources' }) showSources = false;
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  @property({ reflect: true }) name = '';
  @property({ type: Boolean }) required = false;
  /** The page's own flow: Markdown, or what `readFlow()` of lucka/flow.js gives. Goes before `src`. */
  @property({ attribute: false }) flow: string | Flow | undefined;

  @state() private hasError = false;

  readonly internals = this.attachInternals();
  readonly #language = new PageLanguage(this, words);
  readonly #status = new Announcer(this);
  readonly #loadKeeper = (): Promise<unknown> => this.#addKeeper();
  readonly #flow = new FlowSource(
    this,
    () => ({
      ...{ src: this.src, flow: this.flow, lang: this.#language.wanted },
      beside: this.#persist !== 'none' || this.history ? this.#loadKeeper : undefined,
    }),
    (flow) => this.#onLoaded(flow),
  );
  #journey: Journey | undefined;
  #later: Later | undefined;
  #keeper: Keeper | undefined;
  #loadingLater: Promise<Later> | undefined;
  #loadingForm: Promise<unknown> | undefined;
  /** What the page asked for before the flow was there. */
  #wanted: { facts?: WizardFacts; at?: string } = {};
  #hasBegun = false;
  #focusNext = '';

  /** The answers on the present path. Unknown names and values are ignored, with one warning. */
  @property({ attribute: false })
  get facts(): Record<string, string | string[]> {
    return this.#journey?.facts ?? { ...(this.#wanted.facts as Record<string, string | string[]>) };
  }
  set facts(facts: WizardFacts) {
    if (!this.#journey) {
      this.#wanted = { ...this.#wanted, facts: facts ?? {} };
      return;
    }
    const unknown = this.#journey.setFacts(facts ?? {});
    if (unknown.length) warnOnce(this, 'facts', `unknown to this flow: ${unknown.join(', ')}.`);
    this.hasError = false;
    this.#keep(false);
    this.requestUpdate();
  }

  /** What the answers lead to, once all questions of the path are answered. Read-only. */
  @property({ attribute: false })
  get result(): WizardResult | undefined {
    return this.#journey?.result;
  }
  set result(_value: WizardResult | undefined) {
    warnOnce(this, 'result', 'is read-only.');
  }

  /** What is shown. Read-only. */
  @property({ attribute: false })
  get state(): WizardState {
    const journey = this.#journey;
    if (!journey) return this.#flow.error ? 'error' : 'loading';
    // It does not begin in one language to change to another at once; later it stays while the words come.
    if (!this.#language.ready && !this.#hasBegun) return 'loading';
    if (journey.isAtResult) return this.#later ? 'result' : 'loading';
    return journey.question ? 'question' : 'intro';
  }
  set state(_value: WizardState) {
    warnOnce(this, 'state', 'is read-only.');
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('click', followLink);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isAnother = changed.has('src') || changed.has('flow');
    if (isAnother && this.#journey) this.#journey = undefined;
    if (this.name || this.required) {
      this.#loadingForm ??= import('./form-value.js').then(({ FormValue }) => new FormValue(this));
    }
  }

  /** A form must not be sent before it knows what is missing. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.#loadingForm;
    return isComplete;
  }

  protected override render(): TemplateResult {
    const { lang = nothing, dir = nothing } = this.#language;
    const busy = this.state === 'loading' ? 'true' : nothing;
    return html`<div class="root" lang=${lang} dir=${dir} aria-busy=${busy}>
      ${this.#renderState()}
    </div>`;
  }

  #renderState(): unknown {
    const { state } = this;
    if (state === 'loading') return html`<slot></slot>`;
    if (state === 'error') return html`<slot>${this.#renderError()}</slot>`;
    const view = this.#view;
    const { question } = view.journey;
    if (state === 'result') return this.#later?.render(view);
    return question
      ? html`${renderQuestion(view, question)}${view.status}`
      : renderIntro(view, this.#persist === 'fragment');
  }

  #renderError(): TemplateResult {
    // What the page gave is as broken the next time.
    const isFinal = this.flow && 'code' in (this.#flow.error as Error);
    return html`<div class="stack">
      <p>${msg('The questions cannot be shown right now.')}</p>
      ${
        isFinal
          ? nothing
          : html`<button class="button" type="button" @click=${() => this.#flow.refresh()}>
              ${msg('Try again')}
            </button>`
      }
    </div>`;
  }

  protected override updated(): void {
    if (this.#journey) markChosen(this.renderRoot, this.#journey);
    this.#hasBegun ||= this.state !== 'loading';
    if (!this.#focusNext || this.state === 'loading') return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focusNext);
    this.#focusNext = '';
    // The heading of one question may be the very element of the next: it would not be read again.
    target?.blur();
    target?.focus();
  }

  /** Shows the first question. */
  start(): void {
    this.goTo(this.#journey?.flow.start ?? START);
  }

  /** Shows a question that the answers so far lead to, or the result; else the first question without an answer. */
  goTo(questionId: string): void {
    const journey = this.#journey;
    if (!journey) {
      this.#wanted = { ...this.#wanted, at: questionId };
      return;
    }
    journey.goTo(questionId === START ? journey.flow.start : questionId);
    if (questionId !== START && journey.at !== questionId)
      warnOnce(this, 'goTo', `the answers so far do not lead to "${questionId}".`);
    this.#arrive(true);
  }

  /** Shows the question before, or the start. */
  back(): void {
    const journey = this.#journey;
    if (!journey) return;
    journey.goTo(journey.before);
    this.#arrive(false);
  }

  /** Forgets all answers and shows the first question. */
  restart(): void {
    const journey = this.#journey;
    if (!journey) return;
    journey.clear();
    if (this.#later) this.#later.done = new Set();
    journey.goTo(journey.flow.start);
    this.#arrive(true);
  }

  /** Prints the result on a sheet of its own. Does nothing before there is one. */
  async print(): Promise<void> {
    if (!this.#journey?.isComplete) return;
    const later = await this.#loadLater();
    await later.print(this.#journey, this.#language.code);
  }

  /** The result as plain text, with every section, version and day; '' before there is one. */
  toText(): string {
    if (!this.#journey?.isComplete) return '';
    return this.#later?.textOf(this.#journey, this.#language.code) ?? '';
  }

  /** Checks the flow and follows every path. Each problem names its line and the reason; none: the flow holds. */
  validateFlow(): Promise<FlowProblem[]> {
    return this.#flow.validate();
  }

  formResetCallback(): void {
    this.#journey?.clear();
    this.#journey?.goTo('');
    this.#keep(false);
    this.requestUpdate();
  }

  get #persist(): 'none' | 'session' | 'fragment' {
    return parseEnum(this, 'persist', this.persist, ['none', 'session', 'fragment']);
  }

  get #view(): View {
    const { code } = this.#language;
    const journey = this.#journey as Journey;
    const headingLevel = parseHeadingLevel(this, this.headingLevel);
    const { lang } = journey.flow;
    return {
      ...{ journey, headingLevel, showSources: this.showSources },
      lang: code,
      mark: foreign(lang, code),
      words: (text) => (lang === code ? text : renderForeign(text, lang, code)),
      text: textOptions(headingLevel + 1, this.showSources),
      error: this.hasError ? this.#later : undefined,
      bookHref: this.#bookHref,
      status: this.#status.render(),
      actions: this.#actions,
    };
  }

  get #bookHref(): string {
    if (!this.bookHref) return '';
    if (safeUrl(this.bookHref)) return this.bookHref;
    warnOnce(this, 'book-href', `"${this.bookHref}" is not the address of a web page.`);
    return '';
  }

  readonly #actions: WizardActions = {
    start: () => this.#go(this.#journey?.flow.start ?? '', 'forward'),
    choose: (values) => {
      const { question } = this.#journey ?? {};
      if (question) this.#journey?.choose(question, values);
      this.requestUpdate();
    },
    next: () => void this.#next(),
    back: () => this.#goBack(),
    change: (questionId) => {
      if (this.#journey) this.#journey.changing = questionId;
      this.#go(questionId, 'change');
    },
    restart: () => {
      this.restart();
      this.dispatchEvent(new LuckaWizardRestartEvent());
      this.#tellStep('restart');
    },
    print: () => void this.print(),
    focusAnswer: () => this.renderRoot.querySelector<HTMLElement>('.mark')?.focus(),
    say: (text) => this.#status.say(text),
  };

  /** Continue: the person is done with this question. */
  async #next(): Promise<void> {
    const journey = this.#journey;
    if (!journey?.question) return;
    const next = journey.answer(journey.question);
    if (next && next !== journey.flow.result) return this.#go(next, 'forward');
    try {
      await this.#loadLater();
    } catch {
      this.#status.say(msg('Check your connection, then press Continue again.'));
      return;
    }
    this.hasError = !next;
    if (next) this.#showResult(journey);
    else this.#focusNext = '[part~="error-summary"]';
    this.requestUpdate();
  }

  #showResult(journey: Journey): void {
    const { result } = journey;
    if (!result) return;
    const { outcomeIds, checklistIds, flowId, version, lang } = result;
    const event = new LuckaWizardResultEvent(outcomeIds, checklistIds, flowId, version, lang);
    if (!this.dispatchEvent(event)) return;
    journey.goTo(journey.flow.result);
    this.#arrive(true);
  }

  #go(questionId: string, direction: WizardDirection): void {
    this.#journey?.goTo(questionId);
    this.#arrive(direction !== 'back');
    this.#tellStep(direction);
  }

  #goBack(): void {
    const journey = this.#journey;
    if (!journey) return;
    const { before } = journey;
    if (this.#keeper?.isBefore(before)) return this.#keeper.goBack();
    this.#go(before, 'back');
  }

  #tellStep(direction: WizardDirection): void {
    const { at = '', isAtResult } = this.#journey ?? {};
    const event = new LuckaWizardStepEvent(at, direction);
    if (!isAtResult) this.dispatchEvent(event);
  }

  /** Another step is shown from now on. */
  #arrive(isStep: boolean): void {
    this.hasError = false;
    this.#focusNext = '#title';
    this.#status.say('');
    this.#keep(isStep);
    this.requestUpdate();
  }

  #keep(isStep: boolean): void {
    const journey = this.#journey;
    if (!journey || !this.#keeper) return;
    const { facts, at, flow } = journey;
    this.#keeper.keep(flow.id, { facts, at, done: [...(this.#later?.done ?? [])] }, isStep);
  }

  /** After the browser's Back button, or with an address that was kept. */
  #onKept(kept: Kept | undefined, at: string, isBack: boolean): void {
    const journey = this.#journey;
    if (!journey || (!kept && journey.at === at)) return;
    if (kept) journey.setFacts(kept.facts);
    journey.changing = '';
    journey.goTo(at);
    this.hasError = false;
    this.#focusNext = '#title';
    this.requestUpdate();
    this.#tellStep(isBack ? 'back' : 'forward');
  }

  #onLoaded(flow: Flow): void {
    const isFirst = !this.#journey;
    if (this.#journey) this.#journey.flow = flow;
    else this.#journey = new Journey(flow);
    const { facts, at } = this.#wanted;
    this.#wanted = {};
    if (isFirst && !facts) this.#restore();
    if (facts) this.facts = facts;
    if (at !== undefined) this.goTo(at);
    if (isFirst) this.#keep(false);
    // The result comes beside the flow, so that nothing is loaded once the questions have begun.
    void this.#loadLater().catch(() => undefined);
  }

  #restore(): void {
    const journey = this.#journey;
    const kept = journey && this.#keeper?.restore(journey.flow.id);
    if (!kept) return;
    journey.setFacts(kept.facts);
    journey.goTo(kept.at);
    void this.#loadLater().then((later) => {
      later.done = new Set(kept.done);
      this.requestUpdate();
    });
  }

  async #addKeeper(): Promise<void> {
    if (this.#keeper) return;
    const { Keeper } = await import('./kept.js');
    const settings = () => ({ persist: this.#persist, history: this.history });
    this.#keeper ??= new Keeper(this, settings, (...kept) => this.#onKept(...kept));
    this.addController(this.#keeper);
  }

  /** A try that failed is made again. */
  #loadLater(): Promise<Later> {
    const load = async () => {
      const { Later } = await import('./later.js');
      this.#later = new Later(this, () => this.#keep(false));
      this.requestUpdate();
      return this.#later;
    };
    return (this.#loadingLater ??= load().catch((error: unknown) => {
      this.#loadingLater = undefined;
      throw error;
    }));
  }
}

/** What `start()` asks for before the flow is there. */
const START = ':start';

declare global {
  interface HTMLElementTagNameMap {
    'lucka-document-wizard': LuckaDocumentWizard;
  }
  interface HTMLElementEventMap {
    'lucka-wizard-step': LuckaWizardStepEvent;
    'lucka-wizard-result': LuckaWizardResultEvent;
    'lucka-wizard-restart': LuckaWizardRestartEvent;
    'lucka-wizard-error': LuckaWizardErrorEvent;
  }
}
