import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../content/heading.js';
import type { Renderable } from '../../content/render.js';
import { backIcon, icon } from '../../shared/icons.js';
import {
  renderField,
  type ControlAttributes,
  type FieldOptions,
} from '../../shared/templates/field.js';
import {
  renderRadio,
  renderRadioGroup,
  type RadioOptions,
} from '../../shared/templates/radio-group.js';
import { renderHelp } from './content-view.js';
import type { Navigation } from './navigation.js';
import type { RenderEnv } from './render-env.js';
import type { BookingState } from './state.js';
import { previousStep } from './step-machine.js';

/** The heading of a step: it names the group that takes the focus when the step is shown. */
export const renderStepHeading = ({ headingLevel }: RenderEnv, text: string): TemplateResult =>
  renderHeading(headingLevel, text, { class: 'title', id: 'title' });

export const renderBack = (
  state: BookingState,
  env: RenderEnv,
  { back }: Navigation,
): Renderable =>
  previousStep(state, env) && !state.pendingOperation
    ? html`<p>
        <button class="button quiet back" type="button" @click=${back}>
          ${icon(backIcon)}${msg('Back')}
        </button>
      </p>`
    : nothing;

/** The one button that a step ends with, and why it does nothing when it does not. */
export const renderContinue = (
  { pendingOperation }: BookingState,
  { isDisabled }: RenderEnv,
  label: string = msg('Continue'),
  part = '',
): TemplateResult =>
  html`${renderUnavailable(isDisabled)}<button
      class="button primary"
      part=${part || nothing}
      type="submit"
      aria-disabled=${isDisabled || pendingOperation ? 'true' : nothing}
      aria-describedby=${isDisabled ? 'unavailable' : nothing}
    >
      ${pendingOperation ? pendingText() : label}
    </button>`;

export const renderUnavailable = (isDisabled: boolean): Renderable =>
  isDisabled ? html`<p id="unavailable">${unavailableText()}</p>` : nothing;

export const unavailableText = (): string => msg('Visits cannot be booked here right now.');

export const pendingText = (): string => msg('One moment…');

/** The content of a step without a question: a group that takes the focus, named by its heading. */
export const renderStepGroup = (content: unknown, describedBy = ''): TemplateResult =>
  html`<div
    class="stack"
    id="step"
    role="group"
    aria-labelledby="title"
    aria-describedby=${describedBy || nothing}
    tabindex="-1"
  >
    ${content}
  </div>`;

/** A form around a step; pressing Enter in it is Continue. */
export function renderForm({ submit }: Navigation, part: string, content: unknown): TemplateResult {
  const onSubmit = (event: Event) => {
    event.preventDefault();
    submit();
  };
  return html`<form
    class="stack"
    part=${part || nothing}
    novalidate
    autocomplete="off"
    @submit=${onSubmit}
  >
    ${content}
  </form>`;
}

/** A step with a question: it ends with Continue, and S38 to S43 are below it. */
export const renderQuestionStep = (
  state: BookingState,
  env: RenderEnv,
  navigation: Navigation,
  part: string,
  content: unknown,
): TemplateResult =>
  renderForm(
    navigation,
    part,
    html`${renderBack(state, env, navigation)} ${content}
      <div class="actions">${renderContinue(state, env)}</div>
      ${renderHelp(env)}`,
  );

/**
 * The question of a step.
 *
 * @param error words for what is wrong with the answer; '' when nothing is
 * @param describedBy id of what describes the question, apart from the error
 */
export const renderQuestion = (
  env: RenderEnv,
  title: string,
  error: string,
  hint: unknown,
  list: unknown,
  describedBy?: string,
): TemplateResult =>
  renderRadioGroup(
    { id: 'step', legend: renderStepHeading(env, title), error, hint, describedBy },
    list,
  );

/** One answer of the present step. */
export const renderAnswer = (
  { answerError }: BookingState,
  { isDisabled }: RenderEnv,
  { readAnswer }: Navigation,
  answer: Pick<RadioOptions, 'value' | 'part' | 'label' | 'layout'>,
): TemplateResult =>
  renderRadio({
    ...answer,
    hasError: answerError !== '',
    disabled: isDisabled,
    onChange: readAnswer,
  });

/** A field for a reference or a name, written as it stands on paper. */
export const renderTextField = (
  field: FieldOptions,
  control: {
    readonly value: string;
    readonly disabled: boolean;
    readonly onInput: (value: string) => void;
    readonly maxLength?: number;
    readonly isReference?: boolean;
    readonly isRequired?: boolean;
  },
): TemplateResult =>
  renderField(
    field,
    ({ id, describedBy, invalid }: ControlAttributes) =>
      html`<input
        class="input short"
        id=${id}
        autocomplete="off"
        autocapitalize=${control.isReference ? 'characters' : nothing}
        spellcheck=${control.isReference ? 'false' : nothing}
        maxlength=${control.maxLength ?? nothing}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        aria-required=${control.isRequired ? 'true' : nothing}
        .value=${control.value}
        ?disabled=${control.disabled}
        @input=${(event: Event) => control.onInput((event.target as HTMLInputElement).value)}
      />`,
  );

/** While something is loading. */
export const renderLoading = (): TemplateResult => html`<p class="muted">${loadingText()}</p>`;

export const loadingText = (): string => msg('Loading available times…');
