import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderField } from '../../shared/templates/field.js';
import { beginning, shortMoment } from './names.js';
import { matching, nearestFirst, soonestElsewhere, type OfficeChoice } from './offices.js';
import { positionOf } from './postal-areas.js';
import { renderOption, renderOptions, renderStep, type View } from './view.js';

/** Those that are looked for, and the chosen one in any case; all when nothing fits. */
export function shownOffices({ offices, visit }: View): OfficeChoice[] {
  const { search, choices } = visit;
  const place = positionOf(search);
  if (place) return nearestFirst(offices, place);
  const found = matching(offices, search);
  if (!found.length) return [...offices];
  return offices.filter((office) => found.includes(office) || office.id === choices.officeId);
}

/** All eight, with their next free time. */
export function renderOffices(view: View): TemplateResult {
  const { visit, offices, lang } = view;
  const [first] = soonestElsewhere(offices, '');
  const hint = first
    ? html`<p class="hint">
        ${msg(str`The first free time of all is in ${first.name}: ${shortMoment(first.nextAvailable, lang)}.`)}
      </p>`
    : nothing;
  const list = html`<div class="list" part="offices">
    ${shownOffices(view).map((office) => renderOffice(view, office))}
  </div>`;
  return renderStep(
    view,
    '',
    html`${view.later?.renderTrouble(view)}
      ${renderOptions(
        view,
        msg('Where do you want to go?'),
        html`${hint}${renderSearch(view)}`,
        html`${visit.search ? renderFound(view) : nothing}${list}`,
      )} <slot name="office-info"></slot>`,
  );
}

const renderOffice = (view: View, office: OfficeChoice): TemplateResult =>
  renderOption(
    view,
    office.id,
    'office',
    html`<span><strong>${office.name}</strong></span> ${renderNext(view, office)}`,
    'with-more',
  );

/** "Next: Thu 26 Nov 09:00"; nothing while nobody knows. */
export const renderNext = ({ hasTimes, lang }: View, { nextAvailable }: OfficeChoice): unknown =>
  hasTimes
    ? html`<span class="more" part="next-free"
        >${
          nextAvailable
            ? msg(str`Next: ${beginning(shortMoment(nextAvailable, lang))}`)
            : msg('No free times now')
        }</span
      >`
    : nothing;

const renderSearch = ({ visit, isDisabled, later }: View): TemplateResult =>
  renderField(
    {
      ...{ id: 'find', label: msg('Find an office by town or postal code') },
      hint: msg('For example Stockholm, Luleå or 113 51'),
    },
    ({ id, describedBy }) =>
      html`<input
        class="input short"
        id=${id}
        autocomplete="off"
        aria-describedby=${describedBy}
        .value=${visit.search}
        ?disabled=${isDisabled}
        @input=${(event: Event) => later?.choosing.search((event.target as HTMLInputElement).value)}
      />`,
  );

/** What the search came to, in words. */
export function foundWords({ offices, visit: { search } }: View): string {
  if (positionOf(search)) return msg('The nearest office comes first.');
  const { length } = matching(offices, search);
  if (!length) return msg('No office is found by this name. These are all offices.');
  return length === 1 ? msg('1 office found') : msg(str`${length} offices found`);
}

const renderFound = (view: View): TemplateResult =>
  html`<p class="small muted">${foundWords(view)}</p>`;
