import type { Token, Tokens } from 'marked';
import type { NamedCharacters } from '../character-references.js';
import { ContentError } from '../content-error.js';
import type { Inline } from '../document.js';
import { plainText } from '../document.js';
import { readFrontMatter, type Meta } from '../front-matter.js';
import { lexMarkdown } from '../lex-markdown.js';
import { MAX_BYTES } from '../limits.js';
import { passedLimit } from '../passed-limit.js';
import { blocksOf, HeadingIds, inlinesOf } from '../parse.js';
import { checkFlow } from './check.js';
import type { Condition } from './condition.js';
import { longestPath } from './longest-path.js';
import { parseCondition } from './parse-condition.js';
import type {
  Answer,
  DerivedFact,
  Flow,
  FlowProblem,
  Item,
  Outcome,
  Question,
  Route,
} from './flow.js';

export interface FlowReading {
  readonly flow: Flow;
  /** Its problems, in the order of the file. A flow with problems must not be shown. */
  readonly problems: readonly FlowProblem[];
}

/**
 * Reads a flow from its Markdown, and runs all checks that do not need to follow its paths. Never throws.
 *
 * @param named what `namedCharactersIn()` gives for the text
 */
export function readFlow(markdown: string, named: NamedCharacters = {}): FlowReading {
  const problems: FlowProblem[] = [];
  const report: Report = (line, rule, message) => void problems.push({ line, rule, message });
  const reader = new Reader(report, named);
  try {
    const flow = reader.read(markdown);
    problems.push(...checkFlow(flow));
    reader.flow.longest = longestPath(flow);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    problems.push({ line: error.line, rule: 'unreadable', message: error.message });
  }
  return { flow: reader.flow, problems: problems.sort((one, other) => one.line - other.line) };
}

type Report = (line: number, rule: string, message: string) => void;
type Writable<Thing> = { -readonly [Key in keyof Thing]: Thing[Key] };

const GROUPS = ['Questions', 'Facts', 'Result', 'Outcomes', 'Checklist', 'Sources', 'Not used'];
const KEYS = ['id', 'lang', 'version', 'start', 'result'] as const;
const HEADING_ID = /\{#([\w-]+)\}\s*$/;
const ITEM_END = /\s*\{#([\w-]+)\}(?:\s+if)?\s*$/;

/** A flow that is being read. */
type Draft = Writable<Omit<Flow, 'questions' | 'facts' | 'outcomes' | 'items' | 'sources'>> & {
  questions: Writable<Question>[];
  facts: DerivedFact[];
  outcomes: Writable<Outcome>[];
  items: Item[];
  sources: Record<string, string>;
};

const draft = (): Draft => ({
  ...{
    id: '',
    lang: '',
    version: '',
    source: '',
    reviewed: '',
    reviewBy: '',
    start: '',
    result: '',
  },
  ...{ longest: 0, title: '', intro: [], questions: [], facts: [], disclaimer: [] },
  ...{ outcomes: [], items: [], sources: {} },
});

class Reader {
  readonly flow = draft();
  #group = '';

  constructor(
    private readonly report: Report,
    private readonly named: NamedCharacters,
  ) {}

  /** @throws {ContentError} when the text is too large or its front matter cannot be read */
  read(markdown: string): Flow {
    if (new TextEncoder().encode(markdown).length > MAX_BYTES)
      throw new ContentError(`The text is larger than ${MAX_BYTES} bytes.`, 1);
    const { meta, body, offset } = readFrontMatter(markdown);
    const limit = passedLimit(body);
    if (limit) throw new ContentError(`The text passes a limit of the reader (${limit}).`, 1);
    this.#readMeta(meta);
    let line = offset + 1;
    const { tokens, footnotes } = lexMarkdown(body, this.named);
    for (const { label, line: at } of footnotes)
      this.report(
        offset + at,
        'grammar',
        `a flow has no footnotes: write the sentence where it belongs, and what [^${label}] is a source of in a row of the table under "## Sources"`,
      );
    for (const token of tokens) {
      if (token.type !== 'space') this.#readToken(token as Tokens.Generic, line);
      line += linesIn(token);
    }
    return this.flow;
  }

  #readMeta(meta: Meta): void {
    const text = (key: string) => String(meta[key] ?? '');
    if (meta['lucka'] !== 'flow/1')
      this.report(
        1,
        'front-matter',
        `the front matter must say "lucka: flow/1", not "${text('lucka')}"`,
      );
    for (const key of KEYS)
      if (!text(key)) this.report(1, 'front-matter', `the front matter lacks "${key}"`);
    for (const key of [...KEYS, 'source', 'reviewed'] as const) this.flow[key] = text(key);
    this.flow.reviewBy = text('review-by');
  }

  #readToken(token: Tokens.Generic, line: number): void {
    if (token.type === 'heading') return this.#readHeading(token as Tokens.Heading, line);
    switch (this.#group) {
      case '':
        this.flow.intro = [...this.flow.intro, ...blocksOf([token], new HeadingIds())];
        return;
      case 'Questions':
        return this.#readInQuestion(token, line);
      case 'Facts':
        return this.#readTable(token, line, (cells, at) => this.#readFact(cells, at));
      case 'Sources':
        return this.#readTable(token, line, ([number = [], text = []]) => {
          this.flow.sources[plainText(inlinesOf(number))] = plainText(inlinesOf(text));
        });
      case 'Result':
        this.flow.disclaimer = [...this.flow.disclaimer, ...blocksOf([token], new HeadingIds())];
        return;
      case 'Outcomes':
        return this.#readInOutcome(token, line);
      case 'Checklist':
        for (const [item, at] of itemsOf(token, line)) this.#readItem(item, at);
        if (token.type !== 'list')
          this.report(line, 'grammar', 'only a list can stand in the checklist');
    }
  }

  #readHeading({ depth, text, tokens }: Tokens.Heading, line: number): void {
    const id = HEADING_ID.exec(text)?.[1] ?? '';
    const title = plainText(inlinesOf(tokens));
    if (depth === 1) this.flow.title = title;
    else if (depth === 2) this.#openGroup(title, id, line);
    else if (this.#group === 'Questions' && depth === 3) this.#openQuestion(id, title, line);
    else if (this.#group === 'Outcomes' && depth === 3) this.#openOutcome(id, title, line);
    else this.report(line, 'grammar', `a heading cannot stand here: ${title}`);
  }

  #openGroup(title: string, id: string, line: number): void {
    this.#group = title;
    if (!GROUPS.includes(title))
      this.report(line, 'grammar', `"${title}" is no part of a flow: ${GROUPS.join(', ')}`);
    if (title === 'Result' && id !== this.flow.result)
      this.report(
        line,
        'missing-id',
        `the result should have the id {#${this.flow.result}} that the front matter names`,
      );
  }

  #openQuestion(id: string, title: string, line: number): void {
    if (!/^q-[a-z][a-z0-9-]*$/.test(id))
      this.report(line, 'missing-id', `heading without id: a question needs {#q-…}: ${title}`);
    this.flow.questions.push({ id, title, kind: 'one', hint: [], answers: [], routes: [], line });
  }

  #openOutcome(id: string, title: string, line: number): void {
    if (!/^o-[a-z][a-z0-9-]*$/.test(id))
      this.report(line, 'missing-id', `heading without id: an outcome needs {#o-…}: ${title}`);
    // Replaced by the line "Show …"; without that line it is never shown.
    this.flow.outcomes.push({ id, title, content: [], if: ['fact', ''], line });
  }

  #readInQuestion(token: Tokens.Generic, line: number): void {
    const question = this.flow.questions.at(-1);
    if (!question || !['paragraph', 'list'].includes(token.type))
      return this.report(line, 'grammar', 'only text, answers and routes can stand in a question');
    if (token.type === 'paragraph') {
      question.hint = [...question.hint, ...blocksOf([token], new HeadingIds())];
    } else if (token['ordered']) {
      question.routes = [
        ...question.routes,
        ...itemsOf(token, line).map(([item, at]) => this.#routeOf(item, at)),
      ];
    } else {
      const answers = itemsOf(token, line);
      const kind = answers.some(([item]) => item.task) ? 'many' : 'one';
      if (answers.some(([item]) => item.task !== (kind === 'many')) || question.answers.length)
        this.report(line, 'grammar', 'answers are one list, all with [ ] or none');
      question.kind = kind;
      question.answers = answers.map(([item, at]) => this.#answerOf(item, at));
    }
  }

  #answerOf(item: Tokens.ListItem, line: number): Answer {
    const tokens = tokensOf(item);
    const only = tokens.at(-1)?.type === 'text' && tokens.at(-1)?.raw.trim() === '(only)';
    if (only) tokens.pop();
    const value = tokens.at(-1)?.type === 'codespan' ? (tokens.pop() as Tokens.Codespan).text : '';
    if (!/^[a-z0-9][a-z0-9-]*$/.test(value))
      this.report(line, 'grammar', `an answer ends with its value, such as \`yes\`: ${item.text}`);
    const rest = inlinesOf(tokens);
    const [link] = rest;
    const isLink = rest.length === 1 && typeof link === 'object' && link.type === 'link';
    const label = isLink ? link.content : rest;
    return { value, label, ...(isLink && { to: link.href.slice(1) }), ...(only && { only }), line };
  }

  #routeOf(item: Tokens.ListItem, line: number): Route {
    const [link, word, condition, ...more] = tokensOf(item);
    const isRoute =
      link?.type === 'link' &&
      !more.length &&
      (!word || (word.raw.trim() === 'if' && condition?.type === 'codespan'));
    if (!isRoute)
      this.report(line, 'grammar', `a route is [Words](#q-id) if \`condition\`: ${item.text}`);
    const to = link?.type === 'link' ? (link as Tokens.Link).href.slice(1) : '';
    return {
      to,
      ...(condition && { if: this.#condition((condition as Tokens.Codespan).text, line) }),
      line,
    };
  }

  #readFact([name = [], condition = []]: readonly Token[][], line: number): void {
    const [id, text] = [codeOf(name), codeOf(condition)];
    if (!id || !text)
      return this.report(line, 'grammar', 'a fact is a row | `name` | `condition` |');
    this.flow.facts.push({ id, if: this.#condition(text, line), line });
  }

  #readInOutcome(token: Tokens.Generic, line: number): void {
    const outcome = this.flow.outcomes.at(-1);
    if (!outcome) return this.report(line, 'grammar', 'text before the first outcome');
    if (token.type !== 'blockquote') {
      outcome.content = [...outcome.content, ...blocksOf([token], new HeadingIds())];
      return;
    }
    outcome.ifLine = line;
    const [, condition, always] =
      /^Show (?:if `([^`]+)`|(always))$/.exec(String(token['text']).trim()) ?? [];
    if (condition) outcome.if = this.#condition(condition, line);
    else if (always) delete outcome.if;
    else this.report(line, 'grammar', 'after ">" stands "Show if `condition`" or "Show always"');
  }

  #readItem(item: Tokens.ListItem, line: number): void {
    const tokens = tokensOf(item);
    const condition =
      tokens.at(-1)?.type === 'codespan' ? (tokens.pop() as Tokens.Codespan).text : '';
    const last = tokens.at(-1);
    const id = ITEM_END.exec(last?.raw ?? '')?.[1] ?? '';
    const hasIf = /\sif\s*$/.test(last?.raw ?? '');
    if (!/^c-[a-z][a-z0-9-]*$/.test(id))
      this.report(line, 'missing-id', `an item needs {#c-…} after its text: ${item.text}`);
    if (hasIf !== Boolean(condition))
      this.report(
        line,
        'grammar',
        `an item ends with {#c-id} or {#c-id} if \`condition\`: ${item.text}`,
      );
    if (last?.type === 'text') tokens[tokens.length - 1] = withoutEnd(last as Tokens.Text);
    const content: Inline[] = inlinesOf(tokens);
    this.flow.items.push({
      id,
      content,
      ...(condition && { if: this.#condition(condition, line) }),
      line,
    });
  }

  #readTable(
    token: Tokens.Generic,
    line: number,
    read: (cells: Token[][], line: number) => void,
  ): void {
    if (token.type !== 'table')
      return this.report(line, 'grammar', `only a table can stand under ${this.#group}`);
    (token as Tokens.Table).rows.forEach((row, index) =>
      read(
        row.map(({ tokens }) => tokens),
        line + 2 + index,
      ),
    );
  }

  #condition(text: string, line: number): Condition {
    try {
      return parseCondition(text);
    } catch (error) {
      this.report(line, 'condition', `condition not understood: ${(error as Error).message}`);
      return ['fact', ''];
    }
  }
}

const linesIn = ({ raw }: Token): number => raw.split('\n').length - 1;

function itemsOf(token: Tokens.Generic, line: number): (readonly [Tokens.ListItem, number])[] {
  let at = line;
  return ((token as Tokens.List).items ?? []).map((item) => {
    const placed = [item, at] as const;
    at += linesIn(item);
    return placed;
  });
}

/** The running text of a list item. */
const tokensOf = ({ tokens }: Tokens.ListItem): Token[] =>
  withoutBlankEnd(
    tokens.flatMap((token) =>
      token.type === 'text' || token.type === 'paragraph'
        ? ((token as Tokens.Text).tokens ?? [])
        : [],
    ),
  );

/** Without the spaces around comments at the end. */
const withoutBlankEnd = (tokens: readonly Token[]): Token[] =>
  tokens.slice(0, tokens.findLastIndex(({ type, raw }) => type !== 'text' || raw.trim()) + 1);

const codeOf = (tokens: readonly Token[]): string => {
  const [code, ...more] = withoutBlankEnd(tokens);
  return !more.length && code?.type === 'codespan' ? (code as Tokens.Codespan).text : '';
};

function withoutEnd(token: Tokens.Text): Tokens.Text {
  const text = token.text.replace(ITEM_END, '');
  return { ...token, raw: text, text };
}
