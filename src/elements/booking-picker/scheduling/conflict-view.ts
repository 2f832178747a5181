import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { timeInSentence } from '../../../i18n/format.js';
import { clockIcon, errorIcon, warningIcon } from '../../../shared/icons.js';
import { renderNotification } from '../../../shared/templates/notification.js';
import { renderRadioGroup } from '../../../shared/templates/radio-group.js';
import { renderBookingSummary, renderStillBooked, renderSwedishTime } from '../booking-summary.js';
import { renderHelp } from '../content-view.js';
import { capitalize, formatSlot, formatTime, momentInSentence } from '../format-times.js';
import { notHeldText } from '../hold-view.js';
import { renderSelection, selectionRows } from '../selection-summary.js';
import type { BookingState, ProblemOf } from '../state.js';
import { renderAnswer, renderBack, renderForm } from '../step-view.js';
import type { SchedulingActions } from './actions.js';
import { answerErrorText } from './answer-error.js';
import type { SchedulingEnv } from './available-times.js';
import { renderContinueOr } from './error-view.js';

/** What replaces a step: the time is taken, another one is held, or a visit is booked already; else undefined. */
export function renderConflict(
  state: BookingState,
  env: SchedulingEnv,
  actions: SchedulingActions,
): TemplateResult | undefined {
  const { problem } = state;
  switch (problem?.kind) {
    case 'slot-taken':
      return renderSlotTaken(state, env, actions, problem);
    case 'hold-expired':
      return problem.isFree ? undefined : renderSlotTaken(state, env, actions, problem);
    case 'hold-exists':
      return renderHoldExists(state, env, actions, problem);
    case 'already-booked':
      return renderAlreadyBooked(state, env, actions, problem);
    default:
      return undefined;
  }
}

/** Office and day are kept, and up to three other times are offered. */
function renderSlotTaken(
  state: BookingState,
  env: SchedulingEnv,
  { navigation }: SchedulingActions,
  { kind, slot, alternatives }: ProblemOf<'slot-taken' | 'hold-expired'>,
): TemplateResult {
  const { lang, headingLevel } = env;
  const time = timeInSentence(formatTime(slot.startsAt, lang), lang);
  const taken = msg(str`${time} is no longer available`);
  const heading = kind === 'slot-taken' ? taken : `${notHeldText(slot.startsAt, lang)}. ${taken}`;
  const nothingBooked =
    state.flow === 'reschedule'
      ? renderStillBooked(state, lang)
      : html`<p>${msg('You have not booked anything yet.')}</p>`;
  const office = env.times.offices.find(({ id }) => id === state.selection.officeId);
  return renderForm(
    navigation,
    '',
    html`${renderNotification(
      { kind: 'error', icon: errorIcon, heading, headingLevel, hasReason: true },
      html`<div class="stack-sm" id="problem-reason">
        ${nothingBooked}
        <p>
          ${alternatives.length ? msg('Choose one of these times or another day.') : msg('Choose another day or another office.')}
        </p>
      </div>`,
    )}
    ${renderSelection(selectionRows(state, office, lang), navigation)}
    ${
      alternatives.length
        ? renderRadioGroup(
            {
              part: 'times',
              legend: msg('Nearest available times'),
              legendClass: 'subheading',
              error: answerErrorText(state.answerError),
            },
            html`<div class="list">
              ${alternatives.map((each) => {
                const label = html`<span>${capitalize(formatSlot(each, lang))}</span>`;
                return renderAnswer(state, env, navigation, {
                  value: each.id,
                  part: 'time',
                  label,
                });
              })}
            </div>`,
          )
        : nothing
    }
    ${renderContinueOr(state, env, alternatives.length > 0, msg('Choose another day'), () =>
      navigation.goTo('day'),
    )}`,
  );
}

/** After a reload, for example: this person holds a time that is not known to this page. */
function renderHoldExists(
  state: BookingState,
  env: SchedulingEnv,
  { navigation, resumeHold, replaceHold }: SchedulingActions,
  { hold }: ProblemOf<'hold-exists'>,
): TemplateResult {
  const { lang, headingLevel } = env;
  const { slot } = state.selection;
  const held = momentInSentence(hold.slot, lang);
  const until = timeInSentence(formatTime(hold.expiresAt, lang), lang);
  const next = slot
    ? msg(
        'You can continue with it, reserve the time you just chose instead, or choose another time.',
      )
    : msg('You can continue with it, or choose another time.');
  return html`<div class="stack">
    ${renderNotification(
      {
        kind: 'warning',
        icon: clockIcon,
        heading: msg('You have already reserved another time'),
        headingLevel,
        hasReason: true,
      },
      html`<p id="problem-reason">
          ${`${msg(str`It is on ${held}. It is reserved until ${until}.`)} ${next}`}
        </p>
        ${state.flow === 'reschedule' ? renderStillBooked(state, lang) : nothing}`,
    )}
    <div class="actions">
      <button class="button" type="button" @click=${resumeHold}>
        ${msg(str`Continue with ${held}`)}
      </button>
      ${
        slot
          ? html`<button class="button" type="button" @click=${replaceHold}>
              ${msg(str`Reserve ${momentInSentence(slot, lang)} instead`)}
            </button>`
          : nothing
      }
    </div>
    <p>
      <button class="button quiet" type="button" @click=${() => navigation.goTo('time')}>
        ${msg('Choose another time')}
      </button>
    </p>
    ${renderHelp(env)}
  </div>`;
}

function renderAlreadyBooked(
  state: BookingState,
  env: SchedulingEnv,
  { navigation, showBooking }: SchedulingActions,
  { reference, booking, isRefusal }: ProblemOf<'already-booked'>,
): TemplateResult {
  const { lang, headingLevel } = env;
  return html`<div class="stack">
    ${renderBack(state, env, navigation)}
    ${renderNotification(
      {
        kind: 'warning',
        icon: warningIcon,
        heading: msg('You have already booked a visit'),
        headingLevel,
        hasReason: true,
      },
      html`<div class="stack-sm" id="problem-reason">
          <p>${msg('You can change it to another time or cancel it.')}</p>
          ${
            isRefusal
              ? html`<p>${msg('No new visit was booked at the time you just chose.')}</p>`
              : nothing
          }
        </div>
        ${
          reference && !booking
            ? html`<p>${msg('Reference')}: <strong class="nowrap">${reference}</strong></p>`
            : nothing
        }`,
    )}
    ${
      booking
        ? html`<div class="summary">${renderBookingSummary(booking, lang)}</div>
            ${renderSwedishTime(booking.slot.startsAt)}`
        : nothing
    }
    <div class="actions">
      <button class="button primary" type="button" @click=${() => showBooking(reference)}>
        ${reference ? msg('Show my booked visit') : msg('Change or cancel your visit')}
      </button>
    </div>
    ${renderHelp(env)}
  </div>`;
}
