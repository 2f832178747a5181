import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Flow, FlowProblem } from '../../content/flow/flow.js';
import { followLink } from '../../content/follow-link.js';
import { translations } from '../../i18n/generated/translations/document-wizard.js';
import { packInUse } from '../../i18n/pack-in-use.js';
import { PageLanguage } from '../../i18n/page-language.js';
import { parseEnum, warnOnce } from '../../shared/attributes.js';
import { HostContext } from '../../shared/element-context.js';
import { FormAssociatedElement } from '../../shared/form-associated-element.js';
import { parseHeadingLevel } from '../../shared/heading-level.js';
import { LazyFeature } from '../../shared/lazy-feature.js';
import { safeUrl } from '../../content/safe-url.js';
import { Store } from '../../shared/store.js';
import { base } from '../../styles/base.js';
import { button } from '../../styles/button.js';
import { choice } from '../../styles/choice.js';
import { tokens } from '../../styles/generated/tokens.js';
import { progress } from '../../styles/progress.js';
import { CheckedAnswers } from './checked-answers.js';
import type {
  LuckaWizardErrorEvent,
  LuckaWizardRestartEvent,
  LuckaWizardResultEvent,
  LuckaWizardStepEvent,
} from './events.js';
import { renderFlowError } from './flow-error-view.js';
import { FlowLoader } from './flow-loader.js';
import type { FormValue } from './form-value.js';
import { renderIntro } from './intro-view.js';
import { createNavigation } from './navigation.js';
import type { Progress } from './progress/progress.js';
import { renderQuestion } from './question-view.js';
import { createRenderEnv } from './render-env.js';
import type { Result } from './result/result.js';
import {
  clearAnswers,
  enterStep,
  factsOf,
  initialState,
  isAtResult,
  presentQuestion,
  resultOf,
  restoreProgress,
  setFacts,
  setFlow,
  unknownFacts,
  withFlow,
  type FlowState,
  type Persistence,
  type State,
  type WizardFacts,
  type WizardResult,
} from './state.js';
import { firstQuestion, previousStep } from './step-machine.js';
import type { Validation } from './validation/validation.js';

/** What the wizard shows. */
export type WizardState = 'loading' | 'intro' | 'question' | 'result' | 'error';

/**
 * Asks a few questions and shows the sections and the checklist that apply, why, and where each line comes from. It is
 * guidance, never a decision. The flow is a Markdown document that a checker has proved.
 *
 * @element lucka-document-wizard
 * @attr {string} src - Address of a flow as Markdown; `{lang}` is replaced. Without it: the flow of the page's content pack, or the built-in one.
 * @attr {string} flow-id - Which flow of the page's content pack to show.
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
export class LuckaDocumentWizard extends FormAssociatedElement {
  static override styles = [tokens, base, button, choice, progress];

  /**
   * Address of a flow as Markdown; `{lang}` is replaced by the language of the page. '' (default): the Markdown inside the tag, else the
   * built-in flow. A flow that cannot be loaded or has errors is not shown: `lucka-wizard-error` is dispatched.
   */
  @property() src = '';
  /**
   * Which flow of the page's content pack to show: the name of its file, such as `vehicle` for `flows/vehicle.sv.md`. '' (default): the
   * pack's only flow or the one named `documents`; without a pack, the built-in flow.
   */
  @property({ attribute: 'flow-id' }) flowId = '';
  /** Where answers are saved: `none` (default) nowhere, `session` in this tab, `fragment` in the address after `#`. */
  @property() persist: Persistence = 'none';
  /** Each step is an entry in the browser's history, so that its Back button goes through the steps; false by default. */
  @property({ type: Boolean }) history = false;
  /** Address of the page where visits are booked, for the item of the checklist about booking; '' (default): it has no link. */
  @property({ attribute: 'book-href' }) bookHref = '';
  /** Shows the numbers of the sources in the text, and their sentences expanded; false by default. */
  @property({ type: Boolean, attribute: 'show-sources' }) showSources = false;
  /** Level of the first heading, 1 to 6; 2 by default, also for any other number. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /**
   * The page's own flow: Markdown, or the flow that `readFlow()` of lucka/flow.js returns. It has precedence over `src`; undefined by
   * default.
   */
  @property({ attribute: false }) flow: string | Flow | undefined;

  readonly #store = new Store<State>(this, initialState);
  readonly #checkedAnswers = new CheckedAnswers(this, this.#store);
  readonly #context = new HostContext(this);
  readonly #language = new PageLanguage(this, translations);
  readonly #progress = new LazyFeature<Progress>(this, async () => {
    const { createProgress } = await import('./progress/progress.js');
    return createProgress({
      host: this,
      settings: () => ({ persist: this.#persist, history: this.history }),
      store: this.#store,
      navigation: this.#navigation,
    });
  });
  readonly #validation = new LazyFeature<Validation>(this, async () => {
    const { createValidation } = await import('./validation/validation.js');
    const focusAnswer = () => this.renderRoot.querySelector<HTMLElement>('.mark')?.focus();
    return createValidation({ focusAnswer });
  });
  readonly #result = new LazyFeature<Result>(this, async () => {
    const { createResult } = await import('./result/result.js');
    const deps = {
      store: this.#store,
      context: this.#context,
      navigation: this.#navigation,
      save: () => this.#save(false),
      lang: () => this.#language.code,
    };
    return createResult(deps, () => this.renderRoot);
  });
  readonly #form = new LazyFeature<FormValue>(this, async () => {
    const { FormValue } = await import('./form-value.js');
    return new FormValue(this);
  });
  readonly #flow = new FlowLoader(
    this,
    () => ({
      src: this.src,
      flow: this.flow,
      flowId: this.flowId,
      pack: packInUse(),
      lang: this.#language.wanted,
      beside: this.#persist !== 'none' || this.history ? this.#progress.load : undefined,
    }),
    (flow) => this.#onFlowLoaded(flow),
    () => this.#context.announce(msg('The questions cannot be shown right now.')),
    () => Boolean(this.#store.state.flow),
  );
  readonly #navigation = createNavigation({
    store: this.#store,
    context: this.#context,
    readAnswers: this.#checkedAnswers.read,
    save: (isNewStep) => this.#save(isNewStep),
    goBackInHistory: (step) => this.#progress.value?.goBack(step) ?? false,
    loadResult: () => this.#loadResult(),
  });
  #hasBegun = false;

  /**
   * The answers on the current path: the fact's name, and one value or several. Set it to give answers; unknown names and values are
   * ignored, with one warning.
   */
  @property({ attribute: false })
  get facts(): Record<string, string | string[]> {
    const { state } = this.#store;
    if (state.flow) return factsOf(state);
    return { ...(state.requestedFacts as Record<string, string | string[]>) };
  }
  set facts(facts: WizardFacts) {
    const { state } = this.#store;
    const given = facts ?? {};
    this.#checkedAnswers.read();
    if (!state.flow) {
      this.#store.update(() => ({ ...state, requestedFacts: given }));
      return;
    }
    const unknown = unknownFacts(state.flow, given);
    if (unknown.length) warnOnce(this, 'facts', `unknown to this flow: ${unknown.join(', ')}.`);
    this.#store.update(withFlow((now) => setFacts(now, given)));
    this.#save(false);
  }

  /**
   * What the answers lead to: ids and the flow's version. Undefined until all questions of the path are answered. Read-only.
   */
  @property({ attribute: false })
  get result(): WizardResult | undefined {
    const { state } = this.#store;
    return state.flow && resultOf(state);
  }
  set result(_value: WizardResult | undefined) {
    warnOnce(this, 'result', 'is read-only.');
  }

  /** What is shown: `loading`, `intro`, `question`, `result` or `error`. Read-only. */
  @property({ attribute: false })
  get state(): WizardState {
    const { state } = this.#store;
    if (!state.flow) return this.#flow.error ? 'error' : 'loading';
    // It does not begin in one language to change to another at once; later it stays while the words come.
    if (!this.#language.ready && !this.#hasBegun) return 'loading';
    if (isAtResult(state)) return this.#result.value ? 'result' : 'loading';
    return presentQuestion(state) ? 'question' : 'intro';
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
    const isAnotherFlow = changed.has('src') || changed.has('flow') || changed.has('flowId');
    if (isAnotherFlow) this.#flow.failure = undefined;
    if (isAnotherFlow && this.#store.state.flow) this.#store.update(() => initialState);
    if (this.name || this.required) void this.#form.load().catch(() => undefined);
  }

  /** A form must not be sent before it knows what is missing. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    if (this.name || this.required) await this.#form.load();
    return isComplete;
  }

  protected override render(): TemplateResult {
    const { lang = nothing, dir = nothing } = this.#language;
    const busy = this.state === 'loading' ? 'true' : nothing;
    return html`<div class="root" lang=${lang} dir=${dir}>
      <div aria-busy=${busy}>${this.#renderState()}</div>
      ${this.#context.renderRegions()}
    </div>`;
  }

  #renderState(): unknown {
    const { state } = this.#store;
    if (!state.flow && this.#flow.failure) return renderFlowError(this.#flow, Boolean(this.flow));
    if (!state.flow || this.state === 'loading') return html`<slot></slot>`;
    const question = presentQuestion(state);
    const env = createRenderEnv(state.flow, {
      lang: this.#language.code,
      headingLevel: parseHeadingLevel(this, this.headingLevel),
      showSources: this.showSources,
      bookHref: this.#bookHref,
      isInAddress: this.#persist === 'fragment',
    });
    if (isAtResult(state)) return this.#result.value?.render(state, env);
    if (!question) return renderIntro(state, env, this.#navigation);
    const error = state.isAnswerMissing
      ? this.#validation.value?.render(question, env.headingLevel)
      : undefined;
    return renderQuestion(state, question, { ...env, error }, this.#navigation);
  }

  protected override updated(): void {
    this.#hasBegun ||= this.state !== 'loading';
  }

  /** Shows the first question; once the flow is loaded, if it is not yet. Answers are kept. */
  start(): void {
    this.goTo(START);
  }

  /**
   * Shows a question or the result. If the answers do not lead there, the first question without an answer is shown, with one warning.
   *
   * @param questionId id of a question, or of the result (`r-result` in the built-in flow)
   */
  goTo(questionId: string): void {
    this.#goTo(questionId, true);
  }

  #goTo(questionId: string, isNewStep: boolean): void {
    const { state } = this.#store;
    if (!state.flow) {
      this.#store.update(() => ({ ...state, requestedStep: questionId }));
      return;
    }
    const step = questionId === START ? firstQuestion(state) : questionId;
    this.#navigation.show((now) => enterStep(now, step), isNewStep);
    if (questionId !== START && (this.#store.state as FlowState).step !== step)
      warnOnce(this, 'goTo', `the answers so far do not lead to "${questionId}".`);
  }

  /** Shows the previous question, or the introduction. Answers are kept. */
  back(): void {
    this.#navigation.show((state) => enterStep(state, previousStep(state)), false);
  }

  /** Discards all answers and shows the first question. */
  restart(): void {
    this.#navigation.show((state) => enterStep(clearAnswers(state), firstQuestion(state)), true);
  }

  /**
   * Prints the result without the page. Does nothing before there is one.
   *
   * @throws when the code that prints cannot be loaded
   */
  async print(): Promise<void> {
    if (this.result) await (await this.#result.load()).print();
  }

  /**
   * The result as plain text: every section, the checklist, the flow's version and the date.
   *
   * @returns '' before the result is shown
   */
  toText(): string {
    return this.#result.value?.toText() ?? '';
  }

  /**
   * Checks the flow and follows every path.
   *
   * @returns the problems, each with its line (from 1), the rule and the reason; none if the flow is valid
   * @throws when the flow cannot be loaded
   */
  validateFlow(): Promise<FlowProblem[]> {
    return this.#flow.validate();
  }

  /** @internal */
  formResetCallback(): void {
    this.#store.update(withFlow(clearAnswers));
    this.#save(false);
  }

  get #persist(): Persistence {
    return parseEnum(this, 'persist', this.persist, ['none', 'session', 'fragment']);
  }

  get #bookHref(): string {
    if (!this.bookHref) return '';
    if (safeUrl(this.bookHref)) return this.bookHref;
    warnOnce(this, 'book-href', `"${this.bookHref}" is not the address of a web page.`);
    return '';
  }

  #save(isNewStep: boolean): void {
    const { state } = this.#store;
    if (!state.flow) return;
    const { flow, step, doneItems } = state;
    const saved = { facts: factsOf(state), step, doneItems: [...doneItems] };
    this.#progress.value?.save(flow.id, saved, isNewStep);
  }

  #onFlowLoaded(flow: Flow): void {
    const { state: before } = this.#store;
    this.#store.update((state) => setFlow(state, flow));
    const { state: now } = this.#store;
    // What had the focus is gone: "Try again", or a question that this language lacks.
    const isReplaced =
      this.#flow.failure || (before.flow && before.step !== (now as FlowState).step);
    if (isReplaced && this.matches(':focus-within')) this.#context.focus('#step');
    if (isReplaced) this.#save(false);
    if (!before.flow) {
      const { requestedFacts, requestedStep } = before;
      const saved = requestedFacts ? undefined : this.#progress.value?.restore(flow.id);
      if (saved) this.#store.update(withFlow((state) => restoreProgress(state, saved)));
      if (requestedFacts) this.facts = requestedFacts;
      // The page begins there, each time it is loaded: no new entry of the history.
      if (requestedStep !== undefined) this.#goTo(requestedStep, false);
      this.#save(false);
    }
    // The result comes beside the flow, so that nothing is loaded once the questions have begun.
    void this.#loadResult().catch(() => undefined);
  }

  readonly #loadResult = (): Promise<unknown> =>
    Promise.all([this.#result.load(), this.#validation.load()]);
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
