import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Renderable } from '../../../content/render.js';
import { formatShortSlot } from '../format-times.js';
import type { BookingState } from '../state.js';
import { renderAnswer, renderQuestionStep, renderTextField } from '../step-view.js';
import type { SchedulingActions } from './actions.js';
import type { SchedulingEnv } from './available-times.js';
import { renderChoice } from './choice-view.js';
import { foundText, visibleOffices } from './office-search.js';
import { earliestAlternatives, type OfficeChoice } from './offices.js';

/** All offices, with their next available time. */
export function renderOffices(
  state: BookingState,
  env: SchedulingEnv,
  actions: SchedulingActions,
): TemplateResult {
  const { offices, hasTimes } = env.times;
  const [first] = earliestAlternatives(offices, '');
  const firstTime = first && formatShortSlot(first.nextAvailable, env.lang);
  const hint = first
    ? html`<p class="hint">
        ${msg(str`The earliest available time is in ${first.name}: ${firstTime}.`)}
      </p>`
    : nothing;
  const list = html`<div class="list" part="offices">
    ${visibleOffices(state, offices).map((office) =>
      renderAnswer(state, env, actions.navigation, {
        value: office.id,
        part: 'office',
        label: renderOffice(office, hasTimes, env.lang),
        layout: 'with-more',
      }),
    )}
  </div>`;
  const found = state.officeQuery
    ? html`<p class="small muted">${foundText(offices, state.officeQuery)}</p>`
    : nothing;
  return renderQuestionStep(
    state,
    env,
    actions.navigation,
    '',
    html`${env.notification}
      ${renderChoice(
        state,
        env,
        msg('Which office do you want to visit?'),
        html`${hint}${renderSearch(state, env, actions)}`,
        html`${found}${list}`,
      )} <slot name="office-info"></slot>`,
  );
}

/** @param hasTimes the next available times are known */
export const renderOffice = (
  { name, nextAvailable }: OfficeChoice,
  hasTimes: boolean,
  lang: string,
): Renderable =>
  html`<span><strong>${name}</strong></span> ${
      hasTimes
        ? html`<span class="more" part="next-free"
            >${
              nextAvailable
                ? msg(str`Next available: ${formatShortSlot(nextAvailable, lang)}`)
                : msg('No available times')
            }</span
          >`
        : nothing
    }`;

const renderSearch = (
  { officeQuery }: BookingState,
  { isDisabled }: SchedulingEnv,
  actions: SchedulingActions,
): TemplateResult =>
  renderTextField(
    {
      id: 'find',
      label: msg('Search for an office by town or postcode'),
      hint: msg('For example Stockholm, Luleå or 113 51'),
    },
    { value: officeQuery, disabled: isDisabled, onInput: actions.filterOffices },
  );
