import type { ElementContext } from '../../../shared/element-context.js';
import { LuckaNoticeInvalidEvent } from '../events.js';
import type { InvalidNotice } from '../state.js';

const keyOf = ({ id, rule }: InvalidNotice): string => `${rule} ${id}`;

/** Dispatches an event for each rule that a notice breaks, once as long as it breaks it. */
export function reportInvalid(
  invalid: readonly InvalidNotice[],
  before: readonly InvalidNotice[],
  context: Pick<ElementContext, 'emit'>,
): void {
  const known = new Set(before.map(keyOf));
  for (const each of invalid) {
    if (known.has(keyOf(each))) continue;
    const event = new LuckaNoticeInvalidEvent(each.id, each.rule);
    context.emit(event);
  }
}
