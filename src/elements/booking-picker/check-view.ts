import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Renderable } from '../../content/render.js';
import { clockIcon, icon, warningIcon } from '../../shared/icons.js';
import { renderSlip, rowsOf } from './chosen-view.js';
import { lastExtension } from './failures.js';
import type { Holding } from './holding.js';
import type { Later } from './later.js';
import { momentName, timeName } from './names.js';
import { renderSwedishTime } from './time-view.js';
import { notHeld, renderBox } from './trouble-view.js';
import {
  renderBack,
  renderContinue,
  renderFold,
  renderGroup,
  renderTitle,
  type View,
} from './view.js';

/** Everything once more, each row with a way to change it, while the time is held. */
export function renderCheck(later: Later, view: View): TemplateResult {
  const { visit, mode, actions } = view;
  const submit = (event: Event) => {
    event.preventDefault();
    actions.next();
  };
  const expired = visit.trouble?.kind === 'expired' ? visit.trouble : undefined;
  const label = expired
    ? msg('Hold the time again')
    : visit.isChanging
      ? msg('Change to this time')
      : msg('Book this time');
  const title =
    mode === 'select'
      ? msg('Your choice')
      : visit.isChanging
        ? msg('Check and change')
        : msg('Check and book');
  return html`<form class="stack" part="check" novalidate autocomplete="off" @submit=${submit}>
    ${renderBack(view)}
    ${renderGroup(
      html`${renderTitle(view, title)}
        ${expired ? renderExpired(view, expired) : later.renderTrouble(view)}
        ${renderHold(later, view)} ${renderSlip(view, rowsOf(view, true))}
        ${renderSwedishTime(visit.choices.slot?.startsAt)}
        ${visit.isChanging ? later.managing?.renderStands(view) : nothing}
        ${mode === 'select' ? html`<p>${msg('The time is chosen. It is not booked yet.')}</p>` : nothing}
        <slot name="office-info"></slot>`,
      'title',
      visit.hold ? 'held-until' : '',
    )}
    ${
      mode === 'select'
        ? nothing
        : html`<div class="actions">
            ${renderContinue(view, label, expired ? 'retry' : 'confirm')}
          </div>`
    }
    ${renderFold(view)}
  </form>`;
}

/** A clock time, never a countdown; two minutes before, one press holds it longer. */
function renderHold({ holding }: Later, { visit, lang }: View): Renderable {
  const { hold } = visit;
  if (!hold) return nothing;
  const { isEnding } = holding;
  const until = timeName(hold.expiresAt, lang);
  return html`<div
    class="notice ${isEnding ? 'warning' : ''}"
    part="hold"
    id="hold"
    role="group"
    aria-labelledby="held-until"
    tabindex="-1"
  >
    ${icon(isEnding ? warningIcon : clockIcon)}
    <div class="stack-sm">
      <p id="held-until"><strong>${msg(str`We hold this time for you until ${until}`)}</strong></p>
      ${
        isEnding
          ? html`<p>${holding.leftWords} ${hold.extensionsLeft ? nothing : lastExtension()}</p>
              ${hold.extensionsLeft ? renderExtend(holding) : nothing}`
          : nothing
      }
    </div>
  </div>`;
}

const renderExtend = (holding: Holding): TemplateResult =>
  html`<div class="row">
    <button class="button" type="button" @click=${() => void holding.extend()}>
      ${msg('Hold it longer')}
    </button>
  </div>`;

const renderExpired = (view: View, { slot }: { slot: Parameters<typeof momentName>[0] }) =>
  renderBox(
    view,
    {
      ...{ kind: 'error', icon: clockIcon },
      heading: notHeld(timeName(slot.startsAt, view.lang)),
    },
    html`<p>
      ${msg('The time is still free. Nothing is booked. What you have chosen is still here.')}
    </p>`,
  );
