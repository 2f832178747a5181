import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderField } from '../../shared/templates/field.js';
import {
  renderBack,
  renderFold,
  renderGroup,
  renderOption,
  renderOptions,
  renderSection,
  renderStep,
  renderTitle,
  renderTitled,
  titleOf,
  type View,
} from './view.js';

/** Without the letter there is no booking (S36): asked first. */
export function renderGate(view: View): TemplateResult {
  const { visit, asksLetter } = view;
  const isAsked = asksLetter && visit.choices.gate === 'yes';
  // What is wrong with the letter stands at its field.
  const shown = isAsked ? { ...view, visit: { ...visit, error: '' } as typeof visit } : view;
  const answers = html`<div class="list">
    ${renderOption(shown, 'yes', '', html`<span>${msg('Yes, I have the letter')}</span>`)}
    ${renderOption(shown, 'no', '', html`<span>${msg('No, not yet')}</span>`)}
    ${renderOption(shown, 'cannot-visit', '', html`<span>${msg('I cannot visit')}</span>`)}
  </div>`;
  return renderStep(
    view,
    'gate',
    html`${renderOptions(
        shown,
        titleOf(view, 'gate'),
        html`<div class="hint">${renderSection(view, 'gate')}</div>`,
        answers,
      )}
      ${isAsked ? renderLetter(view) : nothing} ${view.later?.renderTrouble(view)}
      <slot name="gate"></slot>`,
  );
}

function renderLetter({ visit, isDisabled, actions }: View): TemplateResult {
  const { error, choices } = visit;
  return renderField(
    {
      ...{ id: 'letter', label: msg('The reference in your letter'), error },
      hint: msg('Capital letters, spaces and hyphens do not matter.'),
    },
    ({ id, describedBy, invalid }) =>
      html`<input
        class="input short"
        id=${id}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        maxlength="64"
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        aria-required="true"
        .value=${choices.letter}
        ?disabled=${isDisabled}
        @input=${(event: Event) => actions.write((event.target as HTMLInputElement).value)}
      />`,
  );
}

/** No letter yet, or no visit: what happens, and no times are asked for. */
export function renderStop(view: View, id: 'no-letter' | 'cannot-visit'): TemplateResult {
  return html`<div class="stack" part="gate">
    ${renderBack(view)}
    ${renderGroup(html`${renderTitle(view, titleOf(view, id))} ${renderSection(view, id)}`)}
    ${
      id === 'cannot-visit'
        ? html`${renderTitled(view, 'special-reasons', 'subheading')}
          ${renderTitled(view, 'if-you-do-not-come', 'subheading')}`
        : renderFold(view)
    }
    <slot name="gate"></slot>
  </div>`;
}

/** The page gave no service: how to book otherwise. */
export const renderElsewhere = (view: View): TemplateResult =>
  html`<div class="stack">
    ${renderBack(view)}
    ${renderGroup(
      html`${renderTitle(view, titleOf(view, 'elsewhere'))} ${renderSection(view, 'elsewhere')}
        <slot></slot>`,
    )}
    ${renderFold(view)}
  </div>`;
