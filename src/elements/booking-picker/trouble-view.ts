import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../content/heading.js';
import type { Renderable } from '../../content/render.js';
import { errorIcon, icon, shutIcon } from '../../shared/icons.js';
import { findClosureNotice } from '../../shared/page-notices.js';
import { renderRadioGroup } from '../../shared/templates/radio-group.js';
import { renderSlip, rowsOf } from './chosen-view.js';
import { publishedWords, renderSearch } from './day-view.js';
import type { Later } from './later.js';
import { renderNext } from './office-view.js';
import { soonestElsewhere } from './offices.js';
import {
  renderBack,
  renderContinue,
  renderFold,
  renderGroup,
  renderOption,
  renderSection,
  renderTitle,
  renderTitled,
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
    id="problem"
    role="group"
    aria-labelledby="problem-heading"
    tabindex="-1"
  >
    ${icon(path)}
    <div class="stack-sm">
      ${renderHeading(headingLevel, heading, { class: 'name', id: 'problem-heading' })} ${inside}
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
  const notice = findClosureNotice('bookings', noticeId, lang);
  return html`${notice ? html`<p><strong>${notice}</strong></p>` : nothing}<slot></slot>`;
}

const renderLogin = (href: string): TemplateResult =>
  html`<a class="button" href=${href} target="_blank" rel="noopener"
    >${msg('Log in (opens in a new tab)')}</a
  >`;

export const notHeld = (time: string): string => msg(str`We no longer hold ${time}`);

/** The end of a step that may have nothing to choose from: the way on if it has, and the way to choose something else. */
export const renderContinueOr = (
  view: View,
  hasAnswers: boolean,
  label: string,
  act: () => unknown,
): TemplateResult =>
  html`<div class="actions">
      ${hasAnswers ? renderContinue(view) : nothing}
      <button class="button quiet" type="button" @click=${act}>${label}</button>
    </div>
    ${renderFold(view)}`;

/** Booking is closed: why, another try, and how to book otherwise. There is no answer to give; what was chosen is kept. */
export function renderClosed(later: Later, view: View): TemplateResult {
  const rows = rowsOf(view).map(({ label, value }) => ({ label, value }));
  return html`<div class="stack">
    ${renderBack(view)} ${later.renderTrouble(view)}
    ${rows.length ? renderSlip(view, rows) : nothing}
    ${renderTitled(view, 'elsewhere', 'subheading')} ${renderFold(view)}
  </div>`;
}

/** No times at this office: until when they are published, and where the next ones are. */
export function renderNoDays(this: Later, view: View, chosen: Renderable): TemplateResult {
  const { list, lang, actions, offices, visit, loadError, searchedUntil } = view;
  const office = offices.find(({ id }) => id === visit.choices.officeId);
  const elsewhere = loadError ? [] : soonestElsewhere(offices, visit.choices.officeId);
  const submit = (event: Event) => {
    event.preventDefault();
    actions.next();
  };
  return html`<form class="stack" novalidate autocomplete="off" @submit=${submit}>
    ${renderBack(view)} ${this.renderTrouble(view)} ${chosen}
    ${renderGroup(
      loadError
        ? renderTitle(view, msg('Which day suits you?'))
        : html`${renderTitle(view, msg(str`No free times in ${office?.name ?? ''}`))}
            ${
              searchedUntil
                ? renderSearch(view)
                : list
                  ? html`<p class="lead">${publishedWords(list, lang)}</p>`
                  : nothing
            }
            ${renderSection(view, 'no-times')} <slot name="no-times"></slot>`,
    )}
    ${
      elsewhere.length
        ? renderRadioGroup(
            { legend: msg('Free times elsewhere'), legendClass: 'subheading', error: visit.error },
            html`<div class="list" part="offices">
              ${elsewhere.map((each) =>
                renderOption(
                  view,
                  each.id,
                  'office',
                  html`<span><strong>${each.name}</strong></span> ${renderNext(view, each)}`,
                  'with-more',
                ),
              )}
            </div>`,
          )
        : nothing
    }
    ${renderContinueOr(view, elsewhere.length > 0, msg('Choose another office'), () => actions.change('office'))}
  </form>`;
}
