import type { Invalid } from './active.js';
import { LuckaNoticeInvalidEvent } from './later-events.js';

const nameOf = ({ id, rule }: Invalid): string => `${rule} ${id}`;

/** Tells the page of each rule that a notice breaks once, as long as it does. */
export function tellInvalid(
  host: HTMLElement,
  invalid: readonly Invalid[],
  before: readonly Invalid[],
): void {
  const known = new Set(before.map(nameOf));
  for (const each of invalid) {
    if (known.has(nameOf(each))) continue;
    const event = new LuckaNoticeInvalidEvent(each.id, each.rule);
    host.dispatchEvent(event);
  }
}
