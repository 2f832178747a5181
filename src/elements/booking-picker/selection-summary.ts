import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Renderable } from '../../content/render.js';
import { renderSummaryList, type SummaryRow } from '../../shared/templates/summary-list.js';
import { capitalize, formatFullDay, formatTime } from './format-times.js';
import type { Navigation } from './navigation.js';
import type { BookingState } from './state.js';
import type { Step } from './step-machine.js';

/** The chosen office, as far as the summary shows it. */
export interface SelectedOffice {
  readonly name: string;
  /** '' when the service tells none. */
  readonly address: string;
}

export interface SelectionRow extends SummaryRow {
  /** The step where it is chosen. */
  readonly change: Step;
}

/** Office and day, as far as they are chosen. */
export function selectionRows(
  { selection }: BookingState,
  office: SelectedOffice | undefined,
  lang: string,
): SelectionRow[] {
  const rows: SelectionRow[] = [];
  if (office) rows.push({ label: msg('Office'), value: office.name, change: 'office' });
  if (selection.date) {
    const value = capitalize(formatFullDay(selection.date, lang));
    rows.push({ label: msg('Day'), value, change: 'day' });
  }
  return rows;
}

/** The same with address and time. */
export function completeSelectionRows(
  state: BookingState,
  office: SelectedOffice | undefined,
  lang: string,
): SelectionRow[] {
  const rows = selectionRows(state, office, lang).map((row) =>
    row.change === 'office' && office
      ? { ...row, value: renderPlace(office.name, office.address) }
      : row,
  );
  const { slot } = state.selection;
  if (slot) {
    const [start, end] = [formatTime(slot.startsAt, lang), formatTime(slot.endsAt, lang)];
    const value = html`<span dir="ltr">${start}–${end}</span>`;
    rows.push({ label: msg('Time'), value, change: 'time' });
  }
  return rows;
}

export const renderPlace = (name: string, address: string | null): Renderable =>
  address
    ? html`${name}<br />
        ${address}`
    : name;

/** Rows with a button each that leads to the step where it is chosen. */
export const renderSelection = (
  rows: readonly SelectionRow[],
  { change }: Navigation,
): TemplateResult => renderSummaryList(rows, (step) => change(step as Step));

/** Rows of what cannot be changed now. */
export const renderFinalSelection = (rows: readonly SelectionRow[]): TemplateResult =>
  renderSummaryList(
    rows.map(({ label, value }) => ({ label, value })),
    () => {},
  );
