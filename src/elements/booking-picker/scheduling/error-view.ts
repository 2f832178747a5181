import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Renderable } from '../../../content/render.js';
import { errorIcon, shutIcon } from '../../../shared/icons.js';
import { findClosureNotice } from '../../../shared/page-notices.js';
import { renderNotification } from '../../../shared/templates/notification.js';
import { renderRadioGroup } from '../../../shared/templates/radio-group.js';
import { renderReloadButton } from '../../../shared/templates/reload-button.js';
import type { UserError } from '../../../shared/user-error.js';
import { isServiceError } from '../../../services/is-service-error.js';
import { renderStillBooked } from '../booking-summary.js';
import { renderHelp, renderSection, renderTitledSection, sectionTitle } from '../content-view.js';
import {
  errorText,
  isAboutVisit,
  isStillBooked,
  mayRetry,
  refusalIn,
  toLoadError,
} from '../error-messages.js';
import type { RenderEnv } from '../render-env.js';
import { renderFinalSelection, selectionRows } from '../selection-summary.js';
import type { BookingState, Operation } from '../state.js';
import type { Step } from '../step-machine.js';
import {
  renderAnswer,
  renderBack,
  renderContinue,
  renderForm,
  renderStepGroup,
  renderStepHeading,
} from '../step-view.js';
import type { SchedulingActions } from './actions.js';
import { answerErrorText } from './answer-error.js';
import type { LoadFailure } from './availability.js';
import type { SchedulingEnv } from './available-times.js';
import { publishedText, renderChosenOffice, renderSearchFurther } from './day-view.js';
import { renderOffice } from './office-view.js';
import { earliestAlternatives } from './offices.js';

/** The steps on which something is chosen that only an open service has. */
export const SELECTION_STEPS: ReadonlySet<Step> = new Set<Step>(['office', 'day', 'time']);

/** What failed, and how to try again. */
export interface Failure {
  readonly error: UserError;
  readonly noticeId: string;
  /** What was asked for; undefined when the offices or the days could not be loaded. */
  readonly operation: Operation['name'] | undefined;
  readonly retry: () => void;
  /** Requests the booking again that could not be changed or cancelled. */
  readonly lookUp: () => void;
}

/** Why offices or days cannot be shown, or why the last operation did not succeed; undefined when nothing has failed. */
export function failureIn(
  { step, problem, booking }: BookingState,
  { error: loadError, failedAt }: LoadFailure,
  actions: SchedulingActions,
): Failure | undefined {
  const lookUp = () => actions.showBooking(booking?.reference ?? '');
  if (problem?.kind === 'failure') {
    const { error, noticeId, retry } = problem;
    return {
      error,
      noticeId,
      operation: retry.name,
      retry: () => actions.retry(retry),
      lookUp,
    };
  }
  if (!loadError) return undefined;
  const error = toLoadError(loadError, step, failedAt);
  return {
    error,
    noticeId: noticeIdOf(loadError),
    operation: undefined,
    retry: actions.reload,
    lookUp,
  };
}

/** The notice that a service names as the reason why booking is closed; ''. */
export function noticeIdOf(error: unknown): string {
  const noticeId = isServiceError(error) ? error.problem?.['noticeId'] : '';
  return typeof noticeId === 'string' ? noticeId : '';
}

/** Something did not succeed: why, and how to go on. */
export function renderFailure(
  state: BookingState,
  env: RenderEnv,
  failure: Failure,
): TemplateResult {
  const { lang, headingLevel } = env;
  const { error, noticeId, operation } = failure;
  const isClosed = error.code === 'closed';
  const refused = notDone(operation);
  const heading = isClosed
    ? msg('Booking is closed')
    : operation
      ? refused || msg('Something went wrong')
      : msg('The available times cannot be shown');
  const text = errorText(error, lang);
  // The heading says why, and not what was asked for.
  const reason = isClosed ? [refused && `${refused}.`, text, elsewhereText(state, env)] : [text];
  return renderNotification(
    {
      kind: isClosed ? '' : 'error',
      icon: isClosed ? shutIcon : errorIcon,
      heading,
      headingLevel,
      hasReason: true,
    },
    html`<p id="problem-reason">${reason.filter(Boolean).join(' ')}</p>
      ${isClosed ? renderClosureNotice(noticeId, lang) : nothing}
      ${isStillBooked(refusalIn(state)) ? renderStillBooked(state, lang) : nothing}
      ${state.selection.officeId ? html`<p>${msg('What you have chosen is still here.')}</p>` : nothing}
      ${renderWayOn(state, failure)}`,
  );
}

/** Try again where that may help; else the booking, which may have changed, where it is about one. */
function renderWayOn(state: BookingState, { error, retry, lookUp }: Failure): Renderable {
  if (mayRetry(error))
    return html`<div class="row">
      ${error.loginHref ? renderLogin(error.loginHref) : nothing}
      ${error.code === 'csrf' ? renderReloadButton() : nothing}
      <button class="button" part="retry" type="button" @click=${retry}>${msg('Try again')}</button>
    </div>`;
  return refusalIn(state) && isAboutVisit(state)
    ? html`<div class="row">
        <button class="button" type="button" @click=${lookUp}>
          ${msg('Look up the visit again')}
        </button>
      </div>`
    : nothing;
}

/** What did not happen; '' when the person only asked for something. */
export function notDone(operation: Operation['name'] | undefined): string {
  switch (operation) {
    case 'cancel':
      return msg('Your visit was not cancelled');
    case 'reschedule':
      return msg('Your visit was not changed');
    case 'book':
      return msg('Your visit was not booked');
    case 'hold':
      return msg('The time could not be reserved');
    case 'extend-hold':
      return msg('The time was not reserved for longer');
    default:
      return '';
  }
}

/** The notice of the banner on the page, and the page's own content: how to book in another way. */
function renderClosureNotice(noticeId: string, lang: string): Renderable {
  const notice = findClosureNotice('bookings', noticeId, lang);
  return html`${notice ? html`<p><strong>${notice}</strong></p>` : nothing}<slot></slot>`;
}

/** What {@link renderClosed} has below the notification: how to book in another way. */
function elsewhereText({ step }: BookingState, env: RenderEnv): string {
  if (!SELECTION_STEPS.has(step) || renderSection(env, 'elsewhere') === nothing) return '';
  const title = sectionTitle(env, 'elsewhere');
  return msg(str`You can also read “${title}” below.`);
}

const renderLogin = (href: string): TemplateResult =>
  html`<a class="button" href=${href} target="_blank" rel="noopener"
    >${msg('Log in (opens in a new tab)')}</a
  >`;

/** The end of a step that may have no answers: Continue when it has, and another way on. */
export const renderContinueOr = (
  state: BookingState,
  env: RenderEnv,
  hasAnswers: boolean,
  label: string,
  onClick: () => void,
): TemplateResult =>
  html`<div class="actions">
      ${hasAnswers ? renderContinue(state, env) : nothing}
      <button class="button quiet" type="button" @click=${onClick}>${label}</button>
    </div>
    ${renderHelp(env)}`;

/** Booking is closed: why, how to try again, and how to book in another way. The selection is kept. */
export function renderClosed(
  state: BookingState,
  env: SchedulingEnv,
  { navigation }: SchedulingActions,
): TemplateResult {
  const office = env.times.offices.find(({ id }) => id === state.selection.officeId);
  const rows = selectionRows(state, office, env.lang);
  return html`<div class="stack">
    ${renderBack(state, env, navigation)} ${env.notification}
    ${rows.length ? renderFinalSelection(rows) : nothing}
    ${renderTitledSection(env, 'elsewhere', 'subheading')} ${renderHelp(env)}
  </div>`;
}

/** No available times at this office: until when times are published, and the next ones at other offices. */
export function renderNoDays(
  state: BookingState,
  env: SchedulingEnv,
  actions: SchedulingActions,
): TemplateResult {
  const { navigation } = actions;
  const { list, offices, loadError, searchedUntil, hasTimes } = env.times;
  const { officeId } = state.selection;
  const office = offices.find(({ id }) => id === officeId);
  const alternatives = loadError ? [] : earliestAlternatives(offices, officeId);
  const next = noDaysText(searchedUntil, alternatives.length);
  const published = list ? `${publishedText(list, env.lang)} ` : '';
  return renderForm(
    navigation,
    '',
    html`${renderBack(state, env, navigation)} ${env.notification}
    ${renderChosenOffice(state, env, actions)}
    ${renderStepGroup(
      loadError
        ? renderStepHeading(env, msg('Which day suits you?'))
        : html`${renderStepHeading(env, msg(str`No available times in ${office?.name ?? ''}`))}
            ${
              searchedUntil
                ? renderSearchFurther(env.times, env.lang, actions, next)
                : html`<p class="lead" id="what-next">${published + next}</p>`
            }
            ${state.flow === 'reschedule' ? renderStillBooked(state, env.lang) : nothing}
            ${renderSection(env, 'no-times')} <slot name="no-times"></slot>`,
      loadError ? '' : 'what-next',
    )}
    ${
      alternatives.length
        ? renderRadioGroup(
            {
              legend: msg('Available times in other towns'),
              legendClass: 'subheading',
              error: answerErrorText(state.answerError),
            },
            html`<div class="list" part="offices">
              ${alternatives.map((each) =>
                renderAnswer(state, env, navigation, {
                  value: each.id,
                  part: 'office',
                  label: renderOffice(each, hasTimes, env.lang),
                  layout: 'with-more',
                }),
              )}
            </div>`,
          )
        : nothing
    }
    ${renderContinueOr(state, env, alternatives.length > 0, msg('Choose another office'), () =>
      navigation.change('office'),
    )}`,
  );
}

/** How to go on without available times at this office. */
function noDaysText(searchedUntil: string, alternatives: number): string {
  if (searchedUntil) return msg('Search further ahead, or choose another office.');
  return alternatives
    ? msg('Choose one of the other towns below.')
    : msg('Choose another office, or look again later.');
}
