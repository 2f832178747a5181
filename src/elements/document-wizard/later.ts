import { msg } from '@lit/localize';
import type { LitElement, TemplateResult } from 'lit';
import { adoptStyles } from '../../shared/adopt-styles.js';
import { printDocument } from '../../shared/print-document.js';
import { field } from '../../styles/field.js';
import { details } from '../../styles/details.js';
import { notice } from '../../styles/notice.js';
import { slip } from '../../styles/slip.js';
import { renderAtField, renderSummary } from './error-view.js';
import type { Journey } from './journey.js';
import { resultStyles } from './result.styles.js';
import { paperOfResult, textOfResult } from './result-text.js';
import { renderResult } from './result-view.js';
import type { View } from './view.js';

/**
 * The result, on screen, as text and on paper. Loaded beside the flow, so that it is there when the last question is
 * answered, also with the server gone.
 */
export class Later {
  /** Items ticked off. */
  done: ReadonlySet<string> = new Set();

  constructor(
    private readonly host: LitElement,
    private readonly onTick: () => void,
  ) {
    adoptStyles(host.renderRoot as ShadowRoot, [notice, field, details, slip, resultStyles]);
  }

  readonly renderSummary = renderSummary;
  readonly renderAtField = renderAtField;

  render(view: View): TemplateResult {
    return renderResult(view, {
      isDone: this.#isDone,
      tick: (id, isDone) => {
        this.done = new Set([...this.done, id].filter((each) => isDone || each !== id));
        this.onTick();
        this.host.requestUpdate();
      },
      copy: () => void this.#copy(view),
    });
  }

  textOf(journey: Journey, lang: string): string {
    return textOfResult(journey, lang, this.#isDone, new Date());
  }

  async print(journey: Journey, lang: string): Promise<void> {
    await printDocument(
      paperOfResult(journey, lang, this.#isDone, new Date()),
      this.host.renderRoot,
    );
  }

  readonly #isDone = (id: string): boolean => this.done.has(id);

  async #copy({ journey, lang, actions }: View): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.textOf(journey, lang));
      actions.say(msg('The text has been copied.'));
    } catch {
      // Not allowed in this frame, or a page on plain http.
      actions.say(msg('Your browser does not let us copy. Print or save instead.'));
    }
  }
}
