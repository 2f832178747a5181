import { msg, str } from '@lit/localize';
import type { ElementContext } from '../../../shared/element-context.js';
import { titleOf } from '../notice-text.js';
import type { PhaseChange } from './phase-changes.js';

/**
 * Announces what is new. Only an interruption that begins while the page is open interrupts; each of them once.
 *
 * @param announced ids of the interruptions that were announced; new ones are added
 */
export function announce(
  changes: readonly PhaseChange[],
  context: Pick<ElementContext, 'announce'>,
  { lang, announced }: { lang: string; announced: Set<string> },
): void {
  const begun = changes.filter(
    ({ notice }) => notice.phase === 'in-progress' && !announced.has(notice.id),
  );
  for (const { notice } of begun) announced.add(notice.id);
  const text = (begun.length ? begun : changes).map((change) => textOf(change, lang)).join(' ');
  if (text) context.announce(text, { urgent: begun.length > 0 });
}

function textOf({ notice, from }: PhaseChange, lang: string): string {
  const title = titleOf(notice, lang);
  switch (notice.phase) {
    case 'in-progress':
      return msg(str`In progress: ${title}.`);
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
