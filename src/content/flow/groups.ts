import { nearest } from './suggest.js';

/** The parts of a flow, each a `##` heading. */
export const GROUPS = [
  'Questions',
  'Facts',
  'Result',
  'Outcomes',
  'Checklist',
  'Sources',
  'Not used',
] as const;

export type Group = (typeof GROUPS)[number];

/** What editors write instead. */
const OTHER_WORDS: Readonly<Record<string, Group>> = {
  frågor: 'Questions',
  fråga: 'Questions',
  fakta: 'Facts',
  resultat: 'Result',
  utfall: 'Outcomes',
  avsnitt: 'Outcomes',
  sections: 'Outcomes',
  checklista: 'Checklist',
  'att göra': 'Checklist',
  'to do': 'Checklist',
  källor: 'Sources',
  'används inte': 'Not used',
  unused: 'Not used',
};

export const isGroup = (title: string): title is Group =>
  (GROUPS as readonly string[]).includes(title);

/** The part that a heading is meant to be, in other letters or another language, or with a typing mistake; undefined if none. */
export function groupMeant(title: string): Group | undefined {
  const words = title.replace(/[\s:.]+$/, '').toLowerCase();
  const other = Object.hasOwn(OTHER_WORDS, words) ? OTHER_WORDS[words] : undefined;
  const near = nearest(
    words,
    GROUPS.map((group) => group.toLowerCase()),
  );
  return other ?? GROUPS.find((group) => group.toLowerCase() === near);
}
