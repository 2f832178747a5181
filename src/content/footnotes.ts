import type { Block, Inline } from './document.js';

/** A footnote in the source: `[^1]: text`. */
export interface Footnote {
  readonly label: string;
  /** Its Markdown. */
  readonly text: string;
  /** Its line number, counted from 1. */
  readonly line: number;
}

const DEFINITION = /^ {0,3}\[\^([^\s[\]]{1,64})\]:[ \t]*(.*)$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** Begins a comment that goes on after its line. */
const COMMENT = /^ {0,3}<!--(?!-?>|.*-->)/;
const INDENTED = /^(?: {4}|\t)/;
/** A line that begins another block, which ends a footnote. */
const OTHER_BLOCK = /^ {0,3}(?:#{1,6}[ \t]|[-+*][ \t]|\d{1,9}[.)][ \t]|>|\||`{3,}|~{3,})/;
const REFERENCE = /\[\^([^\s[\]]{1,64})\]/g;

/**
 * Extracts the footnotes of a text: marked does not support them and reads short ones as link definitions, which disappear.
 * The syntax is that of GitHub and Pandoc: at the start of a line, continued on the lines that follow and by indented paragraphs.
 *
 * @returns the text with empty lines in their place, so that every other line keeps its number
 */
export function takeFootnotes(markdown: string): { rest: string; footnotes: Footnote[] } {
  const lines = markdown.split('\n');
  const footnotes: Footnote[] = [];
  const lastEnd = lines.findLastIndex((line) => line.includes('-->'));
  let fence = '';
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (!fence && at < lastEnd && COMMENT.test(line)) {
      while (!lines[at]?.includes('-->')) at++;
      continue;
    }
    const [, mark = ''] = FENCE.exec(line) ?? [];
    if (fence ? mark.startsWith(fence) : mark) fence = fence ? '' : mark;
    const [, label, first = ''] = (!fence && DEFINITION.exec(line)) || [];
    if (label === undefined || footnotes.some((each) => each.label === label)) continue;
    const end = endOfFootnote(lines, at + 1);
    const more = lines.slice(at + 1, end).map((each) => each.replace(INDENTED, ''));
    footnotes.push({ label, text: [first, ...more].join('\n').trim(), line: at + 1 });
    lines.fill('', at, end);
    at = end - 1;
  }
  return { rest: lines.join('\n'), footnotes };
}

/** The number of the first line, from 0, after the footnote. */
function endOfFootnote(lines: readonly string[], from: number): number {
  let end = from;
  let isParagraph = true;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (!line.trim()) isParagraph = false;
    else if (INDENTED.test(line)) end = at + 1;
    else if (isParagraph && !DEFINITION.test(line) && !OTHER_BLOCK.test(line)) end = at + 1;
    else break;
  }
  return end;
}

/**
 * Links references to their footnotes and back, and appends the footnotes to the blocks. They are numbered in the order of
 * their first reference.
 *
 * @param parse a footnote's Markdown to blocks
 */
export function withFootnotes(
  blocks: readonly Block[],
  footnotes: readonly Footnote[],
  parse: (markdown: string) => Block[],
): Block[] {
  if (!footnotes.length) return [...blocks];
  const notes = new Map(footnotes.map(({ label, text }) => [label, parse(text)]));
  const numbers = new Map<string, number>();
  const uses = new Map<string, number>();
  const numberOf = (label: string): number => {
    const number = numbers.get(label) ?? numbers.size + 1;
    numbers.set(label, number);
    return number;
  };
  const link = linker(notes, (label) => {
    const number = numberOf(label);
    const use = (uses.get(label) ?? 0) + 1;
    uses.set(label, use);
    const id = `footnote-ref-${number}${use > 1 ? `-${use}` : ''}`;
    return { type: 'footnote', number, id, to: `footnote-${number}` };
  });
  const text = link(blocks);
  const linked = new Map<number, readonly [label: string, blocks: Block[]]>();
  // Footnotes referenced from the text come first; each may refer to another one.
  for (const label of [...numbers.keys(), ...notes.keys()]) {
    const number = numberOf(label);
    if (!linked.has(number)) linked.set(number, [label, link(notes.get(label) ?? [])]);
  }
  const items = [...linked]
    .sort(([one], [other]) => one - other)
    .map(([number, [label, note]]) => ({ content: itemOf(number, uses.has(label), note) }));
  return [...text, { type: 'rule' }, { type: 'list', items }];
}

/** A footnote in the list at the end, after the number that links back to its first reference. */
function itemOf(number: number, isUsed: boolean, blocks: readonly Block[]): Block[] {
  const back: Inline = isUsed
    ? { type: 'footnote', number, id: `footnote-${number}`, to: `footnote-ref-${number}` }
    : `[${number}]`;
  const [first, ...rest] = blocks;
  if (first?.type === 'paragraph')
    return [{ type: 'paragraph', content: [back, ' ', ...first.content] }, ...rest];
  return [{ type: 'paragraph', content: [back] }, ...blocks];
}

/** Inserts a reference wherever running text, or what was parsed as a source number, names a footnote. */
function linker(notes: ReadonlyMap<string, unknown>, reference: (label: string) => Inline) {
  const inText = (text: string): Inline[] =>
    text
      .split(REFERENCE)
      .map((part, index) => {
        if (index % 2 === 0) return part;
        return notes.has(part) ? reference(part) : `[^${part}]`;
      })
      .filter((part) => part !== '');
  const inSource = (ids: readonly string[]): Inline[] =>
    ids.map((id) => (notes.has(id) ? reference(id) : { type: 'source', ids: [id] }));
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.flatMap(visitMember);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([name, value]) => [name, visitValue(value)]),
    );
  };
  // Text is in lists of inlines; every other string is an address, an id or a type.
  const visitValue = (value: unknown): unknown => (Array.isArray(value) ? visit(value) : value);
  const visitMember = (member: unknown): unknown[] => {
    if (typeof member === 'string') return inText(member);
    const { type, ids } = member as { type?: string; ids?: readonly string[] };
    if (type === 'source' && ids) return inSource(ids);
    return [visit(member)];
  };
  return (blocks: readonly Block[]): Block[] => visit(blocks) as Block[];
}
