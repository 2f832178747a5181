import type { Notice } from '../../services/notices.js';
import { faultsOf, isShowable, type NoticeRule } from './rules.js';
import { byUrgency, phaseOf, type Phase } from './schedule.js';

/** A notice that people see now, and where it stands. */
export type ActiveNotice = Notice & { readonly phase: Phase };

/** A rule that a notice breaks. */
export interface Invalid {
  readonly id: string;
  readonly rule: NoticeRule;
}

export interface ReadNotices {
  readonly notices: readonly Notice[];
  readonly invalid: readonly Invalid[];
}

/** Takes the notices that can be shown out of whatever a server gave. The first of two with the same id counts. */
export function readNotices(given: readonly unknown[]): ReadNotices {
  const notices = new Map<string, Notice>();
  const invalid: Invalid[] = [];
  for (const each of given) {
    const notice = each as Notice;
    const faults = faultsOf(each);
    const [fault] = faults;
    if (fault) invalid.push({ id: String(notice?.id ?? ''), rule: fault.rule });
    if (isShowable(notice, faults) && !notices.has(notice.id))
      notices.set(notice.id, tidied(notice));
  }
  return { notices: [...notices.values()], invalid };
}

/** What the templates count on is there, and of its kind: a server may give anything. */
function tidied(notice: Notice): Notice {
  const strings = (list: unknown): string[] =>
    Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
  const inBoth = <Text>(given: unknown, read: (text: unknown) => Text): { en: Text; sv: Text } => {
    const { en, sv } = (given ?? {}) as Readonly<Record<string, unknown>>;
    return { en: read(en), sv: read(sv) };
  };
  const text = (given: unknown) => (typeof given === 'string' ? given : '');
  return {
    ...notice,
    title: inBoth(notice.title, text),
    body: inBoth(notice.body, text),
    whatToDo: inBoth(notice.whatToDo, strings),
    affected: strings(notice.affected),
    unaffected: strings(notice.unaffected),
  };
}

export interface Filter {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly leadDays: number;
  /** Names of services, separated by spaces; '' for all. */
  readonly service: string;
}

/** The notices that are due, the most urgent first. */
export const activeOf = (
  notices: readonly Notice[],
  { now, leadDays, service }: Filter,
): ActiveNotice[] =>
  notices
    .filter((notice) => touches(notice, service))
    .flatMap((notice) => {
      const phase = phaseOf(notice, now, leadDays);
      return phase ? { ...notice, phase } : [];
    })
    .sort(byUrgency);

/** Names of another service's systems have spaces and capitals, which an attribute has not. */
const nameOf = (service: string): string => service.toLowerCase().replace(/[^\p{L}\d]+/gu, '-');

/** What concerns the whole concerns every service that is not named as unaffected. */
function touches({ scope, affected, unaffected }: Notice, service: string): boolean {
  const isIn = (names: readonly string[] | null | undefined, wanted: string) =>
    Boolean(names?.some((name) => nameOf(name) === nameOf(wanted)));
  const wanted = (service ?? '').split(/\s+/).filter(Boolean);
  return (
    !wanted.length ||
    wanted.some((each) => isIn(affected, each) || (scope === 'whole' && !isIn(unaffected, each)))
  );
}
