import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../content/heading.js';
import type { Drawn } from '../../content/render.js';
import { clockIcon, errorIcon, icon, shutIcon, warningIcon } from '../../parts/icons.js';
import type { Slot } from '../../services/bookings.js';
import { closingNotice } from './closing.js';
import { renderSlip, rowsOf } from './chosen-view.js';
import { publishedWords } from './day-view.js';
import { dayOfSlot } from './days.js';
import { beginning, dayName, timeName } from './names.js';
import type { Later } from './later.js';
import { renderNext } from './office-view.js';
import { soonestElsewhere } from './offices.js';
import {
  renderBack,
  renderContinue,
  renderError,
  renderFold,
  renderOption,
  renderSection,
  renderTitle,
  renderTitled,
  titleOf,
  type View,
} from './view.js';
import type { TroubleOf } from './visit.js';

export interface BoxOptions {
  readonly kind: 'error' | 'warning' | '';
  readonly icon: string;
  readonly heading: string;
  readonly part?: string;
}

/** A box with a heading that takes the focus; so it is no live region: it would be read twice. */
export const renderBox = (
  { headingLevel }: View,
  { kind, icon: path, heading, part = 'error' }: BoxOptions,
  inside: unknown,
): TemplateResult =>
  html`<div
    class="notice ${kind}"
    part=${part}
    id="trouble"
    role="group"
    aria-labelledby="trouble-heading"
    tabindex="-1"
  >
    ${icon(path)}
    <div class="tight">
      ${renderHeading(headingLevel, heading, { class: 'name', id: 'trouble-heading' })} ${inside}
    </div>
  </div>`;

/** Something was not done, or could not be loaded: why, and the way on. */
export function renderFailure(
  { managing }: Later,
  view: View,
  { failure, retry }: TroubleOf<'failure'>,
  isLoad = false,
): TemplateResult {
  const { code, loginHref, noticeId } = failure;
  const isClosed = code === 'closed';
  const hasChosen = Boolean(view.visit.choices.officeId);
  return renderBox(
    view,
    {
      kind: isClosed ? '' : 'error',
      icon: isClosed ? shutIcon : errorIcon,
      heading: isClosed
        ? msg('Booking is closed')
        : isLoad
          ? msg('The free times cannot be shown')
          : headingOf(view),
    },
    html`<p>${failure.text()}</p>
      ${isClosed ? renderClosing(noticeId, view.lang) : nothing} ${managing?.renderStands(view)}
      ${hasChosen ? html`<p>${msg('What you have chosen is still here.')}</p>` : nothing}
      <div class="row">
        ${loginHref ? renderLogin(loginHref) : nothing}
        <button class="button" part="retry" type="button" @click=${retry}>
          ${msg('Try again')}
        </button>
      </div>`,
  );
}

/** Says what did not happen. */
function headingOf({ visit }: View): string {
  if (visit.step === 'cancel') return msg('Your visit was not cancelled');
  if (visit.isChanging && visit.step === 'check') return msg('Your visit was not changed');
  if (visit.step === 'check') return msg('Your visit was not booked');
  if (visit.step === 'time') return msg('The time could not be held');
  return msg('That did not work');
}

/** What the banner on the page says of it, and what the page put inside the tag: how to book otherwise. */
function renderClosing(noticeId: string, lang: string): unknown {
  const notice = closingNotice(noticeId, lang);
  return html`${notice ? html`<p><strong>${notice}</strong></p>` : nothing}<slot></slot>`;
}

const renderLogin = (href: string): TemplateResult =>
  html`<a class="button" href=${href} target="_blank" rel="noopener"
    >${msg('Log in (opens in a new tab)')}</a
  >`;

/** "Tuesday 1 December at 09:20" */
export const momentName = (slot: Slot, lang: string): string => {
  const day = dayName(dayOfSlot(slot), lang);
  const time = timeName(slot.startsAt, lang);
  return msg(str`${day} at ${time}`);
};

export const notHeld = (time: string): string => msg(str`We no longer hold ${time}`);

/** What takes the place of a step. */
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

/** Booking is closed: why, another try, and how to book otherwise. There is no answer to give; what was chosen is kept. */
export function renderClosed(later: Later, view: View): TemplateResult {
  const rows = rowsOf(view).map(({ label, value }) => ({ label, value }));
  return html`<div class="stack">
    ${renderBack(view)} ${later.renderTrouble(view)}
    ${rows.length ? renderSlip(view, rows) : nothing}
    ${renderTitled(view, 'elsewhere', 'subheading')} ${view.status} ${renderFold(view)}
  </div>`;
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
      rowsOf(view).filter(({ step }) => step !== 'time'),
    )}
    ${
      alternatives.length
        ? html`<fieldset
            class="options"
            part="times"
            aria-describedby=${visit.error ? 'error' : nothing}
          >
            <legend class="subheading">${msg('Nearest free times')}</legend>
            ${renderError(view)}
            <div class="list">
              ${alternatives.map((each) =>
                renderOption(
                  view,
                  each.id,
                  'time',
                  html`<span>${beginning(momentName(each, lang))}</span>`,
                ),
              )}
            </div>
          </fieldset>`
        : nothing
    }
    <div class="sill">
      ${alternatives.length ? renderContinue(view) : nothing}
      <button class="button quiet" type="button" @click=${() => desk.goTo('day')}>
        ${msg('Choose another day')}
      </button>
      ${view.status}
    </div>
    ${renderFold(view)}
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
    <div class="sill">
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
      ${view.status}
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
  { reference }: TroubleOf<'already-booked'>,
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
        ${reference ? html`<p>${msg('Reference')}: <strong class="nowrap">${reference}</strong></p>` : nothing}`,
    )}
    <div class="sill">
      <button class="button primary" type="button" @click=${show}>
        ${reference ? msg('Show my booked visit') : msg('Change or cancel your visit')}
      </button>
      ${view.status}
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
    <div class="sill">
      <button
        class="button primary"
        part="retry"
        type="button"
        aria-disabled=${visit.working ? 'true' : nothing}
        @click=${() => void later.findOut()}
      >
        ${msg('Find out again')}
      </button>
      ${view.status}
    </div>
    ${renderFold(view)}
  </div>`;
}

/** No times at this office: until when they are published, and where the next ones are. */
export function renderNoDays(this: Later, view: View, chosen: Drawn): TemplateResult {
  const { list, lang, actions, offices, visit, loadError } = view;
  const office = offices.find(({ id }) => id === visit.choices.officeId);
  const elsewhere = loadError ? [] : soonestElsewhere(offices, visit.choices.officeId);
  const submit = (event: Event) => {
    event.preventDefault();
    actions.next();
  };
  return html`<form class="stack" novalidate autocomplete="off" @submit=${submit}>
    ${renderBack(view)} ${this.renderTrouble(view)} ${chosen}
    ${
      loadError
        ? renderTitle(view, msg('Which day suits you?'))
        : html`${renderTitle(view, msg(str`No free times in ${office?.name ?? ''}`))}
            ${list ? html`<p class="lead">${publishedWords(list, lang)}</p>` : nothing}
            ${renderSection(view, 'no-times')} <slot name="no-times"></slot>`
    }
    ${
      elsewhere.length
        ? html`<fieldset class="options" aria-describedby=${visit.error ? 'error' : nothing}>
            <legend class="subheading">${msg('Free times elsewhere')}</legend>
            ${renderError(view)}
            <div class="list" part="offices">
              ${elsewhere.map((each) =>
                renderOption(
                  view,
                  each.id,
                  'office',
                  html`<span><strong>${each.name}</strong></span> ${renderNext(view, each)}`,
                  'with-more',
                ),
              )}
            </div>
          </fieldset>`
        : nothing
    }
    <div class="sill">
      ${elsewhere.length ? renderContinue(view) : nothing}
      <button class="button quiet" type="button" @click=${() => actions.change('office')}>
        ${msg('Choose another office')}
      </button>
      ${view.status}
    </div>
    ${renderFold(view)}
  </form>`;
}
