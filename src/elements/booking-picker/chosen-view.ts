import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Renderable } from '../../content/render.js';
import { beginning, fullDayName, timeName } from './names.js';
import type { Step } from './steps.js';
import type { View } from './view.js';

export interface Row {
  readonly label: string;
  readonly value: unknown;
  /** Where it can be changed. */
  readonly step?: Step;
}

/** Summary list: what is chosen so far, each with a link to change it. */
export const renderSlip = ({ actions }: View, rows: readonly Row[]): TemplateResult =>
  html`<dl class="summary">
    ${rows.map(
      ({ label, value, step }) =>
        html`<div class="summary-row" part="row">
          <dt>${label}</dt>
          <dd class="number">${value}</dd>
          ${
            step
              ? html`<dd class="change">
                  <button
                    class="button quiet"
                    part="change"
                    type="button"
                    data-change=${step}
                    @click=${() => actions.change(step)}
                  >
                    <span>${msg('Change')}<span class="visually-hidden"> ${label}</span></span>
                  </button>
                </dd>`
              : nothing
          }
        </div>`,
    )}
  </dl>`;

/** What is chosen before this step. */
export function rowsOf(view: View, isWhole = false): Row[] {
  const { choices } = view.visit;
  const { lang } = view;
  const office = view.offices.find(({ id }) => id === choices.officeId);
  const rows: Row[] = [];
  if (office)
    rows.push({
      label: msg('Office'),
      value: isWhole ? placeOf(office.name, office.address) : office.name,
      step: 'office',
    });
  if (choices.date)
    rows.push({
      label: msg('Day'),
      value: beginning(fullDayName(choices.date, lang)),
      step: 'day',
    });
  if (choices.slot && isWhole) {
    const { startsAt, endsAt } = choices.slot;
    rows.push({
      label: msg('Time'),
      value: html`<span dir="ltr">${timeName(startsAt, lang)}–${timeName(endsAt, lang)}</span>`,
      step: 'time',
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
    rowsOf(view).filter(({ step }) => step && steps.includes(step)),
  );
