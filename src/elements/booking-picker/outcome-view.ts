import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { clockIcon, errorIcon, warningIcon } from '../../shared/icons.js';
import { renderRadioGroup } from '../../shared/templates/radio-group.js';
import { renderSlip, rowsOf } from './chosen-view.js';
import type { Later } from './later.js';
import { renderVisit } from './receipt-view.js';
import { renderSwedishTime } from './time-view.js';
import { beginning, momentName, timeName } from './names.js';
import { notHeld, renderBox, renderContinueOr } from './trouble-view.js';
import { renderBack, renderFold, renderOption, renderSection, titleOf, type View } from './view.js';
import type { TroubleOf } from './visit.js';

/** What takes the place of a step: the time is gone, another one is held, a visit is booked already, or nobody knows. */
export function renderWhole(later: Later, view: View): TemplateResult | undefined {
  const { trouble } = view.visit;
  switch (trouble?.kind) {
    case 'taken':
      return renderTaken(later, view, trouble);
    case 'expired':
      return trouble.isFree ? undefined : renderTaken(later, view, trouble);
    case 'hold-exists':
      return renderOtherHold(later, view, trouble);
    case 'already-booked':
      return renderAlreadyBooked(later, view, trouble);
    case 'unknown':
      return renderUnknown(later, view);
    default:
      return undefined;
  }
}

/** The time is gone: office and day are kept, three others are near. */
function renderTaken(
  { managing, desk }: Later,
  view: View,
  { kind, slot, alternatives }: TroubleOf<'taken' | 'expired'>,
): TemplateResult {
  const { lang, actions, visit } = view;
  const time = timeName(slot.startsAt, lang);
  const gone = msg(str`${time} is no longer free`);
  const heading = kind === 'taken' ? gone : `${notHeld(time)}. ${gone}`;
  const submit = (event: Event) => {
    event.preventDefault();
    actions.next();
  };
  const isNotBooked = visit.isChanging
    ? managing?.renderStands(view)
    : html`<p>${msg('You have not booked anything yet.')}</p>`;
  return html`<form class="stack" novalidate autocomplete="off" @submit=${submit}>
    ${renderBox(
      view,
      { kind: 'error', icon: errorIcon, heading },
      html`${isNotBooked}
        <p>
          ${alternatives.length ? msg('Choose one of these times or another day.') : msg('Choose another day or another office.')}
        </p>`,
    )}
    ${renderSlip(
      view,
      rowsOf(view).filter(({ change }) => change !== 'time'),
    )}
    ${
      alternatives.length
        ? renderRadioGroup(
            {
              ...{ part: 'times', legend: msg('Nearest free times'), legendClass: 'subheading' },
              error: visit.error,
            },
            html`<div class="list">
              ${alternatives.map((each) =>
                renderOption(
                  view,
                  each.id,
                  'time',
                  html`<span>${beginning(momentName(each, lang))}</span>`,
                ),
              )}
            </div>`,
          )
        : nothing
    }
    ${renderContinueOr(view, alternatives.length > 0, msg('Choose another day'), () => desk.goTo('day'))}
  </form>`;
}

/** After a reload, say: this person holds a time that this page knows nothing of. */
function renderOtherHold(
  { holding, desk }: Later,
  view: View,
  { hold }: TroubleOf<'hold-exists'>,
): TemplateResult {
  const { lang, visit } = view;
  const wanted = visit.choices.slot;
  const until = timeName(hold.expiresAt, lang);
  const instead = () => {
    visit.hold = hold;
    if (wanted) void holding.hold(wanted);
  };
  return html`<div class="stack">
    ${renderBox(
      view,
      { kind: 'warning', icon: clockIcon, heading: msg('You hold another time already') },
      html`<p>${msg(str`It is ${momentName(hold.slot, lang)}, held until ${until}.`)}</p>`,
    )}
    <div class="actions">
      <button class="button" type="button" @click=${() => holding.take(hold)}>
        ${msg(str`Go on with ${momentName(hold.slot, lang)}`)}
      </button>
      ${
        wanted
          ? html`<button class="button" type="button" @click=${instead}>
              ${msg(str`Hold ${momentName(wanted, lang)} instead`)}
            </button>`
          : nothing
      }
    </div>
    <p>
      <button class="button quiet" type="button" @click=${() => desk.goTo('time')}>
        ${msg('Choose another time')}
      </button>
    </p>
    ${renderFold(view)}
  </div>`;
}

function renderAlreadyBooked(
  later: Later,
  view: View,
  { reference, booking }: TroubleOf<'already-booked'>,
): TemplateResult {
  const show = () => void later.loadManaging().then((managing) => managing.open(reference));
  return html`<div class="stack">
    ${renderBack(view)}
    ${renderBox(
      view,
      { kind: 'warning', icon: warningIcon, heading: msg('You have already booked a visit') },
      html`<p>
          ${msg('You can have one visit booked at a time. You can change it to another time, or cancel it.')}
        </p>
        ${
          reference && !booking
            ? html`<p>${msg('Reference')}: <strong class="nowrap">${reference}</strong></p>`
            : nothing
        }`,
    )}
    ${
      booking
        ? html`<div class="summary">${renderVisit(view, booking)}</div>
            ${renderSwedishTime(booking.slot.startsAt)}`
        : nothing
    }
    <div class="actions">
      <button class="button primary" type="button" @click=${show}>
        ${reference ? msg('Show my booked visit') : msg('Change or cancel your visit')}
      </button>
    </div>
    ${renderFold(view)}
  </div>`;
}

/** Never "booked" and never "not booked": what is known, and how to find out. */
function renderUnknown(later: Later, view: View): TemplateResult {
  const { visit } = view;
  return html`<div class="stack">
    ${renderBox(
      view,
      { kind: 'error', icon: errorIcon, heading: titleOf(view, 'unknown') },
      renderSection(view, 'unknown'),
    )}
    ${renderSlip(
      view,
      rowsOf(view, true).map(({ label, value }) => ({ label, value })),
    )}
    <slot></slot>
    <div class="actions">
      <button
        class="button primary"
        part="retry"
        type="button"
        aria-disabled=${visit.working ? 'true' : nothing}
        @click=${() => void later.findOut()}
      >
        ${msg('Find out again')}
      </button>
    </div>
    ${renderFold(view)}
  </div>`;
}
