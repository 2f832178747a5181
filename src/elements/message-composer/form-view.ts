import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../content/heading.js';
import { renderField } from '../../shared/templates/field.js';
import type { LuckaMessageComposer } from './message-composer.js';
import type { Surroundings } from './surroundings.js';
import { headingOf, renderSection, type View } from './view.js';
import type { Writing } from './writing.js';

/** What the form shows besides the element's properties, and whom it tells. */
export interface FormParts {
  readonly view: View;
  readonly text: string;
  /** How many characters there may be, as words. */
  readonly most: string;
  /** How many are left, or too many, in words. */
  readonly count: string;
  readonly isOver: boolean;
  readonly isDisabled: boolean;
  readonly isEncrypted: boolean;
  /** Once it is loaded; so below. */
  readonly writing: Writing | undefined;
  readonly surroundings: Surroundings | undefined;
  readonly on: Handlers;
}

interface Handlers {
  readonly submit: (event: Event) => void;
  /** While the session is ending, one key is enough to go on. */
  readonly keydown: () => void;
  readonly drag: (event: DragEvent) => void;
  readonly paste: (event: ClipboardEvent) => void;
  readonly firstUse: () => void;
  readonly subject: (event: Event) => void;
  readonly input: (event: Event) => void;
  readonly change: () => void;
  readonly blur: () => void;
  /** The page's own label came or went. */
  readonly labelled: () => void;
}

/** Everything that is filled in, and what stands around it. */
export function renderForm(host: LuckaMessageComposer, parts: FormParts): TemplateResult {
  const { view, writing, surroundings, on } = parts;
  const title = String(view.texts?.document.meta['title'] ?? '') || msg('Send a secure message');
  return html`<form
    class="stack"
    part="form"
    novalidate
    autocomplete="off"
    @submit=${on.submit}
    @keydown=${on.keydown}
    @dragover=${on.drag}
    @drop=${on.drag}
    @paste=${on.paste}
    @focusin=${on.firstUse}
  >
    ${renderHeading(view.headingLevel, title, { class: 'title', id: 'title' })}
    ${writing?.renderAbove(view) || renderSection(view, 'lead')} ${surroundings?.renderAbove(view)}
    ${host.noSubject ? nothing : renderSubject(host, parts)} ${renderText(host, parts)}
    ${writing?.renderBelow(view)} ${renderFolds(parts)} ${surroundings?.renderBelow(view)}
    ${renderSend(parts)}
  </form>`;
}

function renderSubject(
  { subject, readOnly }: LuckaMessageComposer,
  { writing, isDisabled, on }: FormParts,
): TemplateResult {
  return renderField(
    {
      id: 'subject',
      label: msg('What is your question about? (optional)'),
      hint: msg('A few words, for example: waiting time'),
      error: writing?.errorOf('subject') ?? '',
    },
    ({ id, describedBy, invalid }) =>
      html`<input
        class="input"
        part="subject"
        id=${id}
        autocomplete="off"
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .value=${subject}
        ?disabled=${isDisabled}
        ?readonly=${readOnly}
        @input=${on.subject}
      />`,
  );
}

function renderText(host: LuckaMessageComposer, parts: FormParts): TemplateResult {
  const { text, most, writing, isDisabled, on } = parts;
  // Not the slot's fallback: some tools miss text that stands only there.
  const label = html`<slot name="label" @slotchange=${on.labelled}></slot>${
      host.querySelector('[slot="label"]') ? nothing : msg('Your message')
    }`;
  const hint = html`<slot name="hint"
    >${msg(str`At most ${most} characters. Leave out personal identity numbers that are not needed.`)}</slot
  >`;
  return renderField(
    { id: 'message', label, hint, error: writing?.errorOf('message') ?? '' },
    ({ id, describedBy, invalid }) =>
      html`<textarea
          class="input"
          part="textarea"
          id=${id}
          rows="7"
          autocomplete="off"
          aria-describedby=${describedBy}
          aria-invalid=${invalid}
          aria-required=${host.required ? 'true' : nothing}
          ?disabled=${isDisabled}
          ?readonly=${host.readOnly}
          @input=${on.input}
          @change=${on.change}
          @blur=${on.blur}
        ></textarea>
        ${text ? renderCount(parts) : nothing}`,
  );
}

/** Its spoken twin waits for a pause, and is silent far from the limit. */
const renderCount = ({ count, isOver }: FormParts): TemplateResult =>
  html`<p class="count small ${isOver ? 'over' : 'muted'}" part="count" aria-hidden="true">
    <span>${count}</span>
  </p>`;

function renderFolds({ view, isEncrypted }: FormParts): TemplateResult | undefined {
  const document = view.texts?.document;
  const fold = (id: string, inside: unknown) =>
    html`<details id=${id}>
      <summary>${headingOf(document, id)}</summary>
      <div class="fold stack-sm">${inside}</div>
    </details>`;
  return (
    document &&
    html`<div class="folds">
      ${fold(
        'no-attachments',
        html`${renderSection(view, 'no-attachments')}
          <slot name="supplementary">${renderSection(view, 'supplements')}</slot>`,
      )}
      ${fold('handling', html`${renderSection(view, 'handling')} ${renderSection(view, 'stored')}`)}
      ${fold('privacy', html`<slot name="privacy">${renderSection(view, 'privacy')}</slot>`)}
      ${isEncrypted ? fold('encryption', renderSection(view, 'encryption')) : nothing}
    </div>`
  );
}

const renderSend = ({ writing, isDisabled }: FormParts): TemplateResult =>
  html`<div class="actions">
    <button
      class="button primary"
      part="send"
      type="submit"
      aria-disabled=${writing?.isBusy || isDisabled ? 'true' : nothing}
    >
      ${writing?.sendLabel ?? msg('Send message')}
    </button>
    ${writing?.renderActions()}
  </div>`;
