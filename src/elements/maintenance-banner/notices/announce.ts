import { msg, str } from '@lit/localize';
import type { ElementContext } from '../../shared/element-context.js';
import type { ActiveNotice } from './active.js';
import { titleOf } from './notice-view.js';
import type { Phase } from './schedule.js';

/** What became of a notice while the page was open. */
export interface Change {
  readonly notice: ActiveNotice;
  /** undefined: it is new. */
  readonly from: Phase | undefined;
}

/** Says what is new. Only an interruption that begins while the page is open interrupts; each of them once. */
export function tell(
  changes: readonly Change[],
  context: ElementContext,
  { lang, told }: { lang: string; told: Set<string> },
): void {
  const begun = changes.filter(
    ({ notice }) => notice.phase === 'in-progress' && !told.has(notice.id),
  );
  for (const { notice } of begun) told.add(notice.id);
  const words = (begun.length ? begun : changes).map((change) => wordsOf(change, lang)).join(' ');
  if (words) context.announce(words, { urgent: begun.length > 0 });
}

function wordsOf({ notice, from }: Change, lang: string): string {
  const title = titleOf(notice, lang);
  switch (notice.phase) {
    case 'in-progress':
      return msg(str`Going on now: ${title}.`);
    case 'overrunning':
      return msg(str`Taking longer than planned: ${title}.`);
    case 'verifying':
      return msg(str`The work is done and is being checked: ${title}.`);
    case 'done':
      return msg(str`Finished: ${title}.`);
    case 'closed':
      return msg(str`Closed: ${title}.`);
    case 'soon':
      return msg(str`Starts within 24 hours: ${title}.`);
    default:
      return from ? '' : msg(str`New notice: ${title}.`);
  }
}
