import type { LitElement } from 'lit';
import type { Flow, FlowProblem } from '../../content/flow/flow.js';
import { Resource } from '../../shared/resource.js';
import { LuckaWizardErrorEvent } from './events.js';
import type { BrokenFlowError } from './host-flow/host-flow.js';
import { loadFlow } from './content.js';

const MARKDOWN_CHILD = ':scope > script[type="text/markdown"]';

/** What the loader reads of its element. */
export interface FlowSettings {
  readonly src: string;
  readonly flowId: string;
  readonly pack: unknown;
  readonly flow: string | Flow | undefined;
  readonly lang: string;
  /** Loads what must be there with the flow; the same as long as nothing else is needed. */
  readonly beside: (() => Promise<unknown>) | undefined;
}

/** The flow: the page's property, its `src`, its child element, that of its content pack, or the built-in one, in the page's language. */
export class FlowLoader extends Resource<Flow> {
  /** What the page gave, as far as it came; undefined for the built-in flow. */
  #given: string | Flow | undefined;
  /** Why the flow cannot be shown; kept while it is requested again. */
  failure: unknown;

  /**
   * @param loaded called with each flow that can be shown
   * @param failedAgain called when another request has failed too
   * @param isShown a flow is on show: it stays when another language of it cannot be loaded
   */
  constructor(
    private readonly element: LitElement,
    private readonly settings: () => FlowSettings,
    loaded: (flow: Flow) => void,
    failedAgain: () => void,
    isShown: () => boolean,
  ) {
    super(
      element,
      () => Object.values(settings()),
      (signal) => this.#read(signal),
      () => {
        const { error, value, failure } = this;
        if (error) this.#tell(error);
        if (error && failure) failedAgain();
        if (value && !error) loaded(value);
        this.failure = isShown() ? undefined : error;
      },
    );
  }

  /** Checks the flow and follows every path. */
  async validate(): Promise<FlowProblem[]> {
    const { BrokenFlowError, validate } = await import('./host-flow/host-flow.js');
    const { error } = this;
    if (error instanceof BrokenFlowError && error.code !== 'broken-flow')
      return [...error.problems];
    const { flowId, lang } = this.settings();
    return validate(this.#given, flowId, lang);
  }

  async #read(signal: AbortSignal): Promise<Flow> {
    const { flow, src, flowId, lang, beside } = this.settings();
    await beside?.();
    this.#given = undefined;
    if (!flow && !src && !this.element.querySelector(MARKDOWN_CHILD)) {
      return loadFlow(flowId, lang);
    }
    const { readInlineMarkdown, fetchFlow, suppliedFlow } =
      await import('./host-flow/host-flow.js');
    const address = src.replaceAll('{lang}', encodeURIComponent(lang));
    const given = src
      ? () => fetchFlow(address, signal)
      : () => readInlineMarkdown(this.element, lang);
    this.#given = flow ?? (await given()) ?? '';
    return suppliedFlow(this.#given, flow ? '' : address);
  }

  #tell(error: unknown): void {
    // Anything else than a broken flow is a part of ours that could not be loaded.
    const { code = 'network', problems = [] } = error as Partial<BrokenFlowError>;
    const { localName } = this.element;
    console.error(`[lucka] <${localName}> cannot show its flow (${code}).\n${String(error)}`);
    const event = new LuckaWizardErrorEvent(code, problems);
    this.element.dispatchEvent(event);
  }
}
