import { msg, str } from '@lit/localize';
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
  if (!length) return msg('No office is found by this name. These are all offices.');
  return length === 1 ? msg('1 office found') : msg(str`${length} offices found`);
}
