import {
  plainText,
  sectionsOf,
  type Block,
  type ContentDocument,
  type Section,
} from '../../../content/document.js';

/** A run of words that stayed, came or went. */
export interface Run {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A paragraph, list item or row in which something changed. */
export type ChangedLine = readonly Run[];

export interface ChangedSection {
  readonly kind: 'changed' | 'added' | 'removed';
  readonly id: string;
  readonly title: string;
  readonly lines: readonly ChangedLine[];
}

/**
 * What changed between two versions of a text, section by section: sections are known by their ids, so a renamed one is
 * changed and a moved one is not. Only lines that changed are answered; source numbers are not text.
 */
export function compareDocuments(
  before: ContentDocument,
  after: ContentDocument,
): ChangedSection[] {
  const old = new Map(sectionsOf(before.blocks).map((section) => [section.id, section]));
  const changes: ChangedSection[] = [];
  for (const section of sectionsOf(after.blocks)) {
    const earlier = old.get(section.id);
    old.delete(section.id);
    const lines = compareLines(earlier ? linesOf(earlier) : [], linesOf(section));
    if (lines.length)
      changes.push({ ...nameOf(section), kind: earlier ? 'changed' : 'added', lines });
  }
  for (const section of old.values()) {
    changes.push({
      ...nameOf(section),
      kind: 'removed',
      lines: compareLines(linesOf(section), []),
    });
  }
  return changes;
}

const nameOf = ({ id, title }: Section) => ({ id, title });

/** The title is a line too: a new heading is a change. */
const linesOf = ({ title, blocks }: Section): string[] =>
  [title, ...blocks.flatMap(linesOfBlock)].filter(Boolean);

function linesOfBlock(block: Block): string[] {
  switch (block.type) {
    case 'list':
      return block.items.flatMap((item) => item.content.flatMap(linesOfBlock));
    case 'quote':
      return block.content.flatMap(linesOfBlock);
    case 'table':
      return [block.head, ...block.rows].map((row) =>
        row.map((cell) => plainText(cell)).join(' · '),
      );
    case 'code':
      return block.text.split('\n');
    case 'rule':
      return [];
    default:
      return [plainText(block.content)];
  }
}

/** Lines that went are paired with lines that came in the same place, and compared word by word. */
function compareLines(before: readonly string[], after: readonly string[]): ChangedLine[] {
  const changed: ChangedLine[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = () => {
    const pairs = Math.max(removed.length, added.length);
    for (let i = 0; i < pairs; i++) changed.push(compareWords(removed[i] ?? '', added[i] ?? ''));
    removed = [];
    added = [];
  };
  for (const { kind, text } of difference(before, after)) {
    if (kind === 'same') flush();
    else (kind === 'added' ? added : removed).push(text);
  }
  flush();
  return changed;
}

function compareWords(before: string, after: string): ChangedLine {
  const words = (text: string) => text.match(/\S+/g) ?? [];
  const runs: { kind: Run['kind']; text: string }[] = [];
  for (const { kind, text } of difference(words(before), words(after))) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += ` ${text}`;
    else runs.push({ kind, text });
  }
  return runs;
}

/** The longest common subsequence, after what both begin and end with: removals stand before additions. */
function difference(before: readonly string[], after: readonly string[]): Run[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  const same = (texts: readonly string[]): Run[] => texts.map((text) => ({ kind: 'same', text }));
  return [
    ...same(after.slice(0, start)),
    ...inner(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...same(after.slice(after.length - end)),
  ];
}

function inner(before: readonly string[], after: readonly string[]): Run[] {
  const width = after.length + 1;
  // lengths[i * width + j]: the longest common subsequence of before from i and after from j.
  const lengths = new Uint16Array((before.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const [old, now] = [before[i], after[j]];
    if (old === undefined && now === undefined) return runs;
    if (old !== undefined && old === now) {
      runs.push({ kind: 'same', text: old });
      i++;
      j++;
    } else if (old !== undefined && (now === undefined || at(i + 1, j) >= at(i, j + 1))) {
      runs.push({ kind: 'removed', text: old });
      i++;
    } else if (now !== undefined) {
      runs.push({ kind: 'added', text: now });
      j++;
    }
  }
}
