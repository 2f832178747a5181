import type { Notice } from '../../../services/notices.js';
import type { ActiveNotice, InvalidNotice, Phase } from '../state.js';
import { compareUrgency, dismissalKey, nextChange, phaseOf } from './notice-phase.js';
import { isShowable, validateNotice } from './notice-rules.js';

/** What a server sent, checked. */
export interface ParsedNotices {
  /** Those that can be shown at some time. */
  readonly notices: readonly Notice[];
  /** Those that break a rule, whether they can be shown or not. */
  readonly invalid: readonly InvalidNotice[];
}

/** Validates each entry on its own, so that one bad notice hides no other. The first of two with the same id counts. */
export function parseNotices(given: readonly unknown[]): ParsedNotices {
  const notices = new Map<string, Notice>();
  const invalid: InvalidNotice[] = [];
  for (const each of given) {
    const notice = each as Notice;
    const errors = validateNotice(each);
    const [error] = errors;
    if (error) invalid.push({ id: readText(notice?.id), rule: error.rule });
    if (isShowable(notice, errors) && !notices.has(notice.id))
      notices.set(notice.id, normalize(notice));
  }
  return { notices: [...notices.values()], invalid };
}

/** Every member that the views read exists and has its type: a server may send anything. */
function normalize(notice: Notice): Notice {
  const strings = (list: unknown): string[] =>
    [list].flat().filter((each): each is string => typeof each === 'string' && each !== '');
  const inBoth = <Text>(given: unknown, read: (text: unknown) => Text): { en: Text; sv: Text } => {
    const { en, sv } = (given ?? {}) as Readonly<Record<string, unknown>>;
    return { en: read(en), sv: read(sv) };
  };
  const text = (given: unknown) => withoutTags(readText(given));
  return {
    ...notice,
    title: inBoth(notice.title, text),
    body: inBoth(notice.body, text),
    whatToDo: inBoth(notice.whatToDo, strings),
    affected: strings(notice.affected),
    unaffected: strings(notice.unaffected),
  };
}

const readText = (given: unknown): string => (typeof given === 'string' ? given : '');

/** The words of a text that may be HTML, which other services write, with the line breaks of Markdown: an address in angle brackets is none. */
const withoutTags = (text: string): string =>
  text
    .replace(/<\/(?:p|div|li|ul|ol|h[1-6])\s*>/gi, '\n\n')
    .replace(/<br\s*\/?>/gi, '  \n')
    .replace(/<\/?[a-z][a-z\d-]*(?:\s[^<>]*)?\/?>/gi, '')
    .trim();

/** What decides which notices are shown. */
export interface Criteria {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly leadDays: number;
  /** Names of services, separated by spaces; '' for all. */
  readonly affectedService: string;
  /** The newest request failed. */
  readonly isStale?: boolean;
}

/** The notices that are due, dismissed or not, the most urgent first. */
export const dueNotices = (
  notices: readonly Notice[],
  { now, leadDays, affectedService, isStale = false }: Criteria,
): ActiveNotice[] =>
  notices
    .filter((notice) => affectsService(notice, affectedService))
    .flatMap((notice) => {
      const phase = phaseOf(notice, now, leadDays);
      // Whether something continues past its end is unknown without an answer.
      return phase && !(isStale && phase === 'overrunning') ? { ...notice, phase } : [];
    })
    .sort(compareUrgency);

/** Without those that the person has dismissed. A dismissed closure is only collapsed. */
export const undismissed = (
  due: readonly ActiveNotice[],
  dismissed: readonly string[],
  now: number,
): readonly ActiveNotice[] =>
  due.filter((notice) => notice.phase === 'closure' || !dismissed.includes(keyOf(notice, now)));

/** Ids of the closures that the person has collapsed. */
export const collapsedClosures = (
  due: readonly ActiveNotice[],
  dismissed: readonly string[],
  now: number,
): ReadonlySet<string> =>
  new Set(
    due
      .filter((notice) => notice.phase === 'closure' && dismissed.includes(keyOf(notice, now)))
      .map(({ id }) => id),
  );

/** The key of a notice's dismissal. */
export const keyOf = (notice: ActiveNotice, now: number): string =>
  dismissalKey(notice, notice.phase, now);

/** When something changes by itself, in milliseconds since 1970; never: Infinity. */
export const nextChangeOf = (notices: readonly Notice[], now: number, leadDays: number): number =>
  Math.min(...notices.map((notice) => nextChange(notice, now, leadDays)));

/** Phases in which something cannot be used now. */
export const UNDER_WAY: ReadonlySet<Phase> = new Set<Phase>([
  'in-progress',
  'overrunning',
  'verifying',
  'closed',
]);

/** Can a person hide it, or collapse it if it is a closure? */
export const canDismiss = ({ phase, dismissible }: ActiveNotice): boolean =>
  phase === 'closure' || (dismissible !== false && !UNDER_WAY.has(phase));

/** Names of another service's systems have spaces and capitals, which an attribute has not. */
const nameOf = (service: string): string => service.toLowerCase().replace(/[^\p{L}\d]+/gu, '-');

/** A notice of the whole service affects every service that is not named as unaffected. */
function affectsService({ scope, affected, unaffected }: Notice, service: string): boolean {
  const isIn = (names: readonly string[] | null | undefined, wanted: string) =>
    Boolean(names?.some((name) => nameOf(name) === nameOf(wanted)));
  const wanted = (service ?? '').split(/\s+/).filter(Boolean);
  return (
    !wanted.length ||
    wanted.some((each) => isIn(affected, each) || (scope === 'whole' && !isIn(unaffected, each)))
  );
}
