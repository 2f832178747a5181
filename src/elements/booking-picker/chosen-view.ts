import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Renderable } from '../../content/render.js';
import { renderSummaryList, type SummaryRow } from '../../shared/templates/summary-list.js';
import { beginning, fullDayName, timeName } from './names.js';
import type { Step } from './steps.js';
import type { View } from './view.js';

/** Summary list: what is chosen so far, each with a link to change it. */
export const renderSlip = ({ actions }: View, rows: readonly SummaryRow[]): TemplateResult =>
  renderSummaryList(rows, (step) => actions.change(step as Step));

/** What is chosen before this step. */
export function rowsOf(view: View, isWhole = false): SummaryRow[] {
  const { choices } = view.visit;
  const { lang } = view;
  const office = view.offices.find(({ id }) => id === choices.officeId);
  const rows: SummaryRow[] = [];
  if (office)
    rows.push({
      label: msg('Office'),
      value: isWhole ? placeOf(office.name, office.address) : office.name,
      change: 'office',
    });
  if (choices.date)
    rows.push({
      label: msg('Day'),
      value: beginning(fullDayName(choices.date, lang)),
      change: 'day',
    });
  if (choices.slot && isWhole) {
    const { startsAt, endsAt } = choices.slot;
    rows.push({
      label: msg('Time'),
      value: html`<span dir="ltr">${timeName(startsAt, lang)}–${timeName(endsAt, lang)}</span>`,
      change: 'time',
    });
  }
  return rows;
}

export const placeOf = (name: string, address: string | null): Renderable =>
  address
    ? html`${name}<br />
        ${address}`
    : name;

export const renderChosen = (view: View, steps: readonly Step[]): TemplateResult =>
  renderSlip(
    view,
    rowsOf(view).filter(({ change }) => change && steps.includes(change as Step)),
  );
