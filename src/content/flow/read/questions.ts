import type { Tokens } from 'marked';
import { plainText } from '../../document.js';
import { inlinesOf } from '../../parse.js';
import type { Condition } from '../condition.js';
import { readAnswer, readRoute } from './answers.js';
import type { QuestionDraft } from './draft.js';
import type { Reading } from './reading.js';
import { isAnswer, isRoute, itemsOf, type Placed } from './tokens.js';

/** What `> If` or `> Title if` says of the text after it. */
interface Pending {
  readonly kind: 'hint' | 'title';
  readonly if: Condition;
  readonly line: number;
}

/** Reads the questions of a flow: each a heading with its hint, answers and routes. */
export class QuestionReader {
  #pending: Pending | undefined;

  constructor(private readonly reading: Reading) {}

  /** A question begins with its heading. */
  open(id: string, title: string, line: number): void {
    if (!title)
      this.reading.report(
        line,
        'grammar',
        'the question is empty: write its words between ### and {#q-…}',
      );
    this.reading.flow.questions.push({
      id,
      title,
      kind: 'one',
      hint: [],
      answers: [],
      routes: [],
      line,
    });
  }

  /** The last question ends here. */
  close(): void {
    const { kind, line = 0 } = this.#pending ?? {};
    if (kind)
      this.reading.report(
        line,
        'grammar',
        kind === 'title'
          ? 'the title is missing: write its words in a paragraph under this line'
          : 'the text is missing: write a paragraph or a list under this line',
      );
    this.#pending = undefined;
  }

  /** What stands under the heading: hint, condition of a hint or title, answers, or routes. */
  read(token: Tokens.Generic, index: number): void {
    const line = this.reading.numberOf(index);
    const question = this.reading.flow.questions.at(-1);
    if (!question)
      return this.reading.report(
        line,
        'grammar',
        'text before the first question is not shown: write it under the title, or under ### Text {#q-id}',
      );
    if (token.type === 'blockquote') return this.#readPending(token, line);
    if (token.type === 'paragraph') return this.#readHint(question, token, line);
    if (token.type !== 'list')
      return this.reading.report(
        line,
        'grammar',
        'only text, lists, answers and routes can stand in a question: write this as a paragraph or as a list',
      );
    const items = itemsOf(token, index);
    if (token['ordered']) {
      if (!question.answers.length && !items.some(([item]) => isRoute(item)))
        return this.#readHint(question, token, line);
      question.routes = [
        ...question.routes,
        ...items.map(([item, at]) => readRoute(this.reading, item, at)),
      ];
      return;
    }
    if (!items.some(([item]) => isAnswer(item))) return this.#readHint(question, token, line);
    this.#readAnswers(question, items, Boolean(token['loose']));
  }

  /** `> If …` or `> Title if …`. */
  #readPending(token: Tokens.Generic, line: number): void {
    const [, title, condition] =
      /^(Title if|If) `([^`]+)`$/.exec(String(token['text']).trim()) ?? [];
    if (!condition)
      return this.reading.report(
        line,
        'grammar',
        'a quotation cannot stand in a question: write it without >, or > If `condition` before the text that depends on it',
      );
    if (this.#pending)
      this.reading.report(
        line,
        'grammar',
        'two conditions stand before one text: write them in one line, with "and" between them',
      );
    this.#pending = {
      kind: title === 'If' ? 'hint' : 'title',
      if: this.reading.readCondition(condition, line),
      line,
    };
  }

  #readHint(question: QuestionDraft, token: Tokens.Generic, line: number): void {
    if (question.answers.length || question.routes.length)
      this.reading.report(
        line,
        'grammar',
        token.type === 'list'
          ? 'this list is no answer: write the value of each at its end, in backticks, or move the list above the answers'
          : 'this text would be shown above the answers: write it there',
      );
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending?.kind === 'title') {
      const title = plainText(inlinesOf(token.type === 'paragraph' ? token.tokens : []));
      if (!title)
        return this.reading.report(
          line,
          'grammar',
          'a title is one paragraph: write it in one, without a list',
        );
      const { if: condition, line: ifLine } = pending;
      question.titles = [...(question.titles ?? []), { title, if: condition, line, ifLine }];
      return;
    }
    const blocks = this.reading.blocksOf(token);
    const own = pending && { if: pending.if, line, ifLine: pending.line };
    question.hint = [...question.hint, ...blocks.map((block) => ({ ...block, ...own }))];
  }

  #readAnswers(question: QuestionDraft, all: readonly Placed[], isLoose: boolean): void {
    // For Markdown a list of the hint and the answers under it are one list, with an empty line in it.
    const items = isLoose ? all.slice(all.findIndex(([item]) => isAnswer(item))) : all;
    const kind = items.some(([item]) => item.task) ? 'many' : 'one';
    if (this.#pending)
      this.reading.report(
        this.#pending.line,
        'grammar',
        'answers cannot depend on a condition: write another question, or leave this line out',
      );
    this.#pending = undefined;
    if (question.answers.length)
      this.reading.report(
        this.reading.numberOf(items[0]?.[1] ?? 0),
        'grammar',
        'answers are one list: write all of them with the same sign, and no text between them',
      );
    const hint = question.hint.at(-1);
    const isJoined = items.length < all.length;
    if (isJoined || (hint?.type === 'list' && !('start' in hint)))
      this.reading.report(
        this.reading.numberOf(items[0]?.[1] ?? 0),
        'grammar',
        'the answers follow a list of the hint: write a sentence between them, such as "Choose one."',
      );
    const odd = kind === 'many' ? items.find(([item]) => !item.task) : undefined;
    if (odd)
      this.reading.report(
        this.reading.numberOf(odd[1]),
        'grammar',
        `answers are one list, all with [ ] or none: write - [ ] ${odd[0].text}`,
      );
    question.kind = kind;
    question.answers = [
      ...question.answers,
      ...items.map(([item, at]) => readAnswer(this.reading, item, at)),
    ];
  }
}
