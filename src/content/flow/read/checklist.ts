import type { Tokens } from 'marked';
import { plainText, type Inline } from '../../document.js';
import { inlinesOf } from '../../parse.js';
import { toFactName } from '../suggest.js';
import type { Reading } from './reading.js';
import { itemsOf } from './tokens.js';

const ITEM_END = /\s*\{#([\w-]+)\}(?:\s+if)?\s*$/;

/** Reads the checklist of a flow. */
export function readChecklist(reading: Reading, token: Tokens.Generic, index: number): void {
  for (const [item, at] of itemsOf(token, index)) readItem(reading, item, at);
  if (token.type !== 'list')
    reading.report(
      reading.numberOf(index),
      'grammar',
      'only a list can stand in the checklist: write - [ ] Text {#c-id}, or move this text to ## Result',
    );
}

function readItem(reading: Reading, item: Tokens.ListItem, index: number): void {
  const line = reading.numberOf(index);
  const tokens = reading.tokensOf(item, index);
  const condition =
    tokens.at(-1)?.type === 'codespan' ? (tokens.pop() as Tokens.Codespan).text : '';
  const last = tokens.at(-1);
  const id = ITEM_END.exec(last?.raw ?? '')?.[1] ?? '';
  const hasIf = /\sif\s*$/.test(last?.raw ?? '');
  const words = plainText(inlinesOf(tokens)).replace(/\s+if$/, '');
  if (!/^c-[a-z][a-z0-9-]*$/.test(id))
    reading.report(
      line,
      'missing-id',
      `an item needs {#c-…} after its text: write {#c-${toFactName(words.split(' ').slice(0, 3).join(' ')) || 'id'}} after "${words}"`,
    );
  else if (hasIf !== Boolean(condition))
    reading.report(
      line,
      'grammar',
      `an item ends with {#c-id} or {#c-id} if \`condition\`: write one of them after "${words}"`,
    );
  if (last?.type === 'text') tokens[tokens.length - 1] = withoutEnd(last as Tokens.Text);
  const content: Inline[] = inlinesOf(tokens);
  if (!plainText(content))
    reading.report(
      line,
      'grammar',
      'the thing to do has no words: write them between - [ ] and {#c-id}',
    );
  reading.flow.items.push({
    id,
    content,
    ...(condition && { if: reading.readCondition(condition, line) }),
    line,
  });
}

function withoutEnd(token: Tokens.Text): Tokens.Text {
  const text = token.text.replace(ITEM_END, '');
  return { ...token, raw: text, text };
}
