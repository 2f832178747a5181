import type { Tokens } from 'marked';
import { plainText, type Inline } from '../../document.js';
import { inlinesOf } from '../../parse.js';
import type { Answer, Route } from '../flow.js';
import type { Writable } from './draft.js';
import type { Reading } from './reading.js';

type Link = Extract<Inline, { readonly type: 'link' }>;

const isLink = (part: Inline | undefined): part is Link =>
  typeof part === 'object' && part.type === 'link';

/** An answer: its words, which may link to a question, its value, and whether it excludes the others. */
export function readAnswer(
  reading: Reading,
  item: Tokens.ListItem,
  index: number,
): Writable<Answer> {
  const line = reading.numberOf(index);
  const tokens = reading.tokensOf(item, index);
  const only = tokens.at(-1)?.type === 'text' && tokens.at(-1)?.raw.trim() === '(only)';
  if (only) tokens.pop();
  // An answer without a value gets one in nameValues(), when the conditions are known.
  const value = tokens.at(-1)?.type === 'codespan' ? (tokens.pop() as Tokens.Codespan).text : '';
  const { label, to } = labelOf(reading, inlinesOf(tokens), line);
  if (!plainText(label))
    reading.report(
      line,
      'grammar',
      `the answer has no words: write them before its value, such as - [${value || 'Yes'}](#q-id) \`${value || 'yes'}\``,
    );
  return { value, label, ...(to !== undefined && { to }), ...(only && { only }), line };
}

/** The words of an answer, and where they lead: the link holds all of them; marks of sources may stand behind it. */
function labelOf(
  reading: Reading,
  content: readonly Inline[],
  line: number,
): { label: readonly Inline[]; to?: string } {
  const [link, ...rest] = content;
  const areMarks = rest.every(
    (part) => typeof part === 'object' && (part.type === 'source' || part.type === 'editorial'),
  );
  if (isLink(link) && areMarks) {
    if (link.href.startsWith('#'))
      return { label: [...link.content, ...rest], to: link.href.slice(1) };
    reading.report(
      line,
      'grammar',
      `an answer leads to a question: write (#q-id) instead of (${link.href})`,
    );
    return { label: content, to: '' };
  }
  const inner = content.filter(isLink).find(({ href }) => href.startsWith('#'));
  if (!inner) return { label: content };
  reading.report(
    line,
    'grammar',
    `the link holds all words of the answer: write [${plainText(content)}](${inner.href})`,
  );
  return { label: content, to: inner.href.slice(1) };
}

/** A route: a link to a question, and its condition. */
export function readRoute(reading: Reading, item: Tokens.ListItem, index: number): Route {
  const line = reading.numberOf(index);
  const [link, word, condition, ...more] = reading.tokensOf(item, index);
  const isRead =
    link?.type === 'link' &&
    (link as Tokens.Link).href.startsWith('#') &&
    !more.length &&
    (!word || (word.raw.trim() === 'if' && condition?.type === 'codespan'));
  if (!isRead)
    reading.report(
      line,
      'grammar',
      `a route is [Words](#q-id) if \`condition\`: write that instead of ${item.text.split('\n')[0] ?? ''}`,
    );
  const to = link?.type === 'link' ? (link as Tokens.Link).href.replace(/^#/, '') : '';
  const code = isRead
    ? condition
    : reading.tokensOf(item, index).find(({ type }) => type === 'codespan');
  const text = (code as Tokens.Codespan | undefined)?.text ?? '';
  return {
    to: isRead ? to : '',
    ...(text && { if: reading.readCondition(text, line) }),
    line,
  };
}
