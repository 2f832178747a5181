import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../content/heading.js';
import type { Renderable } from '../../content/render.js';
import { renderField } from '../../shared/templates/field.js';
import type { FormActions } from './actions.js';
import type { RenderEnv } from './render-env.js';
import { renderFoldedSection, renderSection } from './section-view.js';
import type { ComposerState } from './state.js';
import { countText, remainingLength } from './text-count.js';
import { formatCount } from './text-length.js';

/** What the features add to the form, once they are loaded. */
export interface FormParts {
  /** Above the fields: what stands in the way of sending; the introduction without it. */
  readonly problem: Renderable | undefined;
  /** What is wrong with a field, in words; '' when nothing is. */
  readonly errors: { readonly subject: string; readonly message: string } | undefined;
  /** Below the text: what was found in it. */
  readonly hints: Renderable | undefined;
  /** Before writing: the shared computer, a draft. */
  readonly notices: Renderable | undefined;
  /** Above the button: the session, an interruption. */
  readonly warnings: Renderable | undefined;
}

/** Everything that is filled in, and the texts around it. */
export function renderForm(
  state: ComposerState,
  env: RenderEnv,
  actions: FormActions,
  parts: FormParts,
): TemplateResult {
  const title = String(env.texts?.document.meta['title'] ?? '') || msg('Send a secure message');
  return html`<form
    part="form"
    novalidate
    autocomplete="off"
    @submit=${actions.submit}
    @keydown=${actions.keydown}
    @dragover=${actions.drag}
    @drop=${actions.drag}
    @paste=${actions.paste}
    @focusin=${actions.load}
  >
    <div class="stack" id="step" role="group" aria-labelledby="title" tabindex="-1">
      ${renderHeading(env.headingLevel, title, { class: 'title', id: 'title' })}
      ${parts.problem || renderSection(env, env.texts, 'lead')} ${parts.notices}
      ${env.hasSubject ? renderSubject(state, env, actions, parts) : nothing}
      ${renderText(state, env, actions, parts)} ${parts.hints} ${renderFolds(env)} ${parts.warnings}
      ${renderSend(state, env)}
    </div>
  </form>`;
}

const renderSubject = (
  { subject }: ComposerState,
  { isDisabled, isReadOnly }: RenderEnv,
  actions: FormActions,
  { errors }: FormParts,
): TemplateResult =>
  renderField(
    {
      id: 'subject',
      label: msg('What is your question about? (optional)'),
      hint: msg('A few words, for example: waiting time'),
      error: errors?.subject ?? '',
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
        ?readonly=${isReadOnly}
        @input=${actions.editSubject}
      />`,
  );

function renderText(
  state: ComposerState,
  env: RenderEnv,
  actions: FormActions,
  { errors }: FormParts,
): TemplateResult {
  const { limits, isDisabled, isReadOnly } = env;
  // Not the slot's fallback: some tools miss text that stands only there.
  const label = html`<slot name="label" @slotchange=${actions.labelChange}></slot>${
      env.hasOwnLabel ? nothing : msg('Your message')
    }`;
  const most = formatCount(limits.maxLength, env.lang);
  const hint = html`<slot name="hint"
    >${msg(str`You can write up to ${most} characters. Do not include personal identity numbers unless you need to.`)}</slot
  >`;
  return renderField(
    { id: 'message', label, hint, error: errors?.message ?? '' },
    ({ id, describedBy, invalid }) =>
      html`<textarea
          class="input"
          part="textarea"
          id=${id}
          rows="7"
          autocomplete="off"
          aria-describedby=${describedBy}
          aria-invalid=${invalid}
          aria-required=${limits.isRequired ? 'true' : nothing}
          ?disabled=${isDisabled}
          ?readonly=${isReadOnly}
          @input=${actions.editText}
          @change=${actions.change}
          @blur=${actions.blur}
        ></textarea>
        ${state.text ? renderCount(state, env) : nothing}`,
  );
}

/** The count is announced in a pause of typing, and only near the limit. */
const renderCount = (state: ComposerState, env: RenderEnv): TemplateResult =>
  html`<p
    class="count small ${remainingLength(state, env) < 0 ? 'over' : 'muted'}"
    part="count"
    aria-hidden="true"
  >
    <span>${countText(state, env)}</span>
  </p>`;

function renderFolds(env: RenderEnv): TemplateResult | undefined {
  const { texts } = env;
  const fold = (id: string, content: unknown) => renderFoldedSection(texts, id, content);
  return (
    texts &&
    html`<div class="folds">
      ${fold(
        'no-attachments',
        html`${renderSection(env, env.texts, 'no-attachments')}
          <slot name="supplementary">${renderSection(env, env.texts, 'supplements')}</slot>`,
      )}
      ${fold('handling', html`${renderSection(env, env.texts, 'handling')} ${renderSection(env, env.texts, 'stored')}`)}
      ${fold('privacy', html`<slot name="privacy">${renderSection(env, env.texts, 'privacy')}</slot>`)}
      ${env.isEncrypted ? fold('encryption', renderSection(env, env.texts, 'encryption')) : nothing}
    </div>`
  );
}

const renderSend = (state: ComposerState, { isDisabled }: RenderEnv): TemplateResult =>
  html`<div class="actions">
    <button
      class="button primary"
      part="send"
      type="submit"
      aria-disabled=${state.isSending || isDisabled ? 'true' : nothing}
    >
      ${sendLabel(state)}
    </button>
  </div>`;

function sendLabel({ isSending, sendError, languageStop }: ComposerState): string {
  if (isSending) return msg('Sending…');
  return sendError || languageStop ? msg('Send again') : msg('Send message');
}
