import { msg, str } from '@lit/localize';
import { plural } from '../../../i18n/plural.js';
import type { BookingState } from '../state.js';
import { filterOffices, sortByDistance, type OfficeChoice } from './offices.js';
import { positionOf } from './postal-areas.js';

/** The offices that match the query, and always the chosen one; all when none matches. */
export function visibleOffices(
  { officeQuery, selection }: BookingState,
  offices: readonly OfficeChoice[],
): OfficeChoice[] {
  const place = positionOf(officeQuery);
  if (place) return sortByDistance(offices, place);
  const found = filterOffices(offices, officeQuery);
  if (!found.length) return [...offices];
  return offices.filter((office) => found.includes(office) || office.id === selection.officeId);
}

/** What the query finds. */
export function foundText(offices: readonly OfficeChoice[], query: string): string {
  if (positionOf(query)) return msg('The nearest office comes first.');
  const { length } = filterOffices(offices, query);
  if (!length) return msg('No office matches your search. Here are all the offices.');
  return plural(length, {
    one: () => msg(str`${length} office found`),
    other: () => msg(str`${length} offices found`),
  });
}
