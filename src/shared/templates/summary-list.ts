import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';

export interface SummaryRow {
  readonly label: string;
  readonly value: unknown;
  /** What the row's Change button changes; without it there is no button. */
  readonly change?: string;
}

/** What has been chosen so far, each row with a button to change it, described by the value (GOV.UK, "Summary list"). */
export const renderSummaryList = (
  rows: readonly SummaryRow[],
  onChange: (change: string) => void,
): TemplateResult =>
  html`<dl class="summary">
    ${rows.map(
      ({ label, value, change }) =>
        html`<div class="summary-row" part="row">
          <dt>${label}</dt>
          <dd class="number" id=${change ? `chosen-${change}` : nothing}>${value}</dd>
          ${
            change
              ? html`<dd class="change">
                  <button
                    class="button quiet"
                    part="change"
                    type="button"
                    data-change=${change}
                    aria-describedby="chosen-${change}"
                    @click=${() => onChange(change)}
                  >
                    <span>${msg('Change')}<span class="visually-hidden"> ${label}</span></span>
                  </button>
                </dd>`
              : nothing
          }
        </div>`,
    )}
  </dl>`;
