import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Renderable } from '../../../content/render.js';
import { plural } from '../../../i18n/plural.js';
import { clockIcon, doneIcon, shutIcon, workIcon } from '../../../shared/icons.js';
import type { ActiveNotice } from '../state.js';

/** Undefined for what is planned or soon, here and below. */
export function interruptionIcon({ phase }: ActiveNotice): string | undefined {
  switch (phase) {
    case 'overrunning':
      return clockIcon;
    case 'in-progress':
    case 'verifying':
      return workIcon;
    case 'done':
      return doneIcon;
    case 'closure':
    case 'closed':
      return shutIcon;
    default:
      return undefined;
  }
}

/** The phase in words. */
export function interruptionTag({ phase, kind, scope }: ActiveNotice): string | undefined {
  switch (phase) {
    case 'in-progress':
      return kind === 'disruption' ? msg('Service disruption now') : msg('In progress');
    case 'overrunning':
      return msg('Taking longer than planned');
    case 'verifying':
      return msg('Being checked');
    case 'done':
      return msg('Finished');
    case 'closure':
      return scope === 'part'
        ? msg('Part of the service is closing')
        : msg('The service is closing');
    case 'closed':
      return msg('Closed');
    default:
      return undefined;
  }
}

/** When it applies. */
export function renderInterruptionTime(
  notice: ActiveNotice,
  time: (instant: string | null | undefined) => TemplateResult,
  clock: string,
): Renderable | undefined {
  const { phase, startsAt, endsAt } = notice;
  switch (phase) {
    case 'closure':
      return msg(html`Closes on ${time(notice.closesAt)} (${clock})`);
    case 'closed':
      return msg(html`Closed since ${time(notice.closesAt)} (${clock})`);
    case 'done':
      return msg(html`Finished on ${time(notice.endedAt)} (${clock})`);
    case 'overrunning':
      return msg(html`Was due to end on ${time(endsAt)} (${clock}). No new end time yet.`);
    case 'verifying':
      return msg(html`Being checked since ${time(notice.verifyingAt)} (${clock})`);
    case 'in-progress':
      return endsAt
        ? msg(html`Until ${time(endsAt)} (${clock})`)
        : msg(html`Since ${time(startsAt)} (${clock})`);
    default:
      return undefined;
  }
}

export const renderShowAll = (count: number, showAll: () => void): TemplateResult =>
  html`<button class="button quiet" type="button" @click=${showAll}>
    ${plural(count, {
      one: () => msg(str`Show all ${count} notice`),
      other: () => msg(str`Show all ${count} notices`),
    })}
  </button>`;
