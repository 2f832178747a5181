import type { Token, Tokens } from 'marked';
import type { Block } from '../../document.js';
import { blocksOf, HeadingIds } from '../../parse.js';
import type { Condition } from '../condition.js';
import type { Report } from '../flow.js';
import { parseCondition } from '../parse-condition.js';
import { repairCondition } from '../repair-condition.js';
import type { RepairedLines } from '../repair-lines.js';
import { emptyDraft } from './draft.js';
import { linesIn, withoutBlankEnd } from './tokens.js';

/** What the readers of the parts of a flow share: the flow as far as it is read, and where its text stands in the file. */
export class Reading {
  readonly flow = emptyDraft();
  /** Rules whose problems would be consequences of others: what they miss could not be read. */
  readonly lost = new Set<string>();
  /** The text under the front matter, corrected. */
  text: RepairedLines = { lines: [], numbers: [] };
  #headingIds = new HeadingIds();

  constructor(readonly report: Report) {}

  /** The number in the file of a line of the text. */
  numberOf(index: number): number {
    const { numbers } = this.text;
    return numbers[index] ?? numbers.at(-1) ?? 1;
  }

  /** A token as blocks of content; ids of headings are unique in the flow. */
  blocksOf(token: Token): Block[] {
    return blocksOf([token], this.#headingIds);
  }

  /** The running text of a list item. Markdown drops nothing of it, but an answer, a route or a task has one paragraph. */
  tokensOf(item: Tokens.ListItem, index: number): Token[] {
    let at = index;
    let isRead = false;
    const running: Token[] = [];
    for (const token of item.tokens) {
      const isText = token.type === 'text' || token.type === 'paragraph';
      if (isText && !isRead) running.push(...((token as Tokens.Text).tokens ?? []));
      else if (token.type !== 'space' && token.type !== 'checkbox')
        this.report(
          this.numberOf(at),
          'grammar',
          'an answer, a route or a thing to do is one paragraph: write this line without its indentation, or in the line above',
        );
      isRead ||= isText;
      at += linesIn(token);
    }
    return withoutBlankEnd(running);
  }

  /** Parses a condition. Reports one that is not understood, and corrects it where that is possible. */
  readCondition(text: string, line: number): Condition {
    try {
      return parseCondition(text);
    } catch (error) {
      const { text: repaired, complaints } = repairCondition(text);
      for (const complaint of complaints)
        this.report(line, 'condition', `condition not understood: ${complaint}`);
      if (!complaints.length)
        this.report(line, 'condition', `condition not understood: ${(error as Error).message}`);
      return this.#repaired(repaired, line, Boolean(complaints.length));
    }
  }

  #repaired(text: string, line: number, isReported: boolean): Condition {
    if (isReported && text)
      try {
        return parseCondition(text);
      } catch (error) {
        this.report(line, 'condition', `condition not understood: ${(error as Error).message}`);
      }
    return ['fact', ''];
  }
}
