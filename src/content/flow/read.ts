import type { Token, Tokens } from 'marked';
import type { NamedCharacters } from '../character-references.js';
import { ContentError } from '../content-error.js';
import type { Inline } from '../document.js';
import { plainText, type Block } from '../document.js';
import { lexMarkdown } from '../lex-markdown.js';
import { LIMITS, MAX_BYTES } from '../limits.js';
import { blocksOf, HeadingIds, inlinesOf } from '../parse.js';
import { locatePassedLimit, type PassedLimit } from '../passed-limit.js';
import { checkFlow } from './check.js';
import type { Condition } from './condition.js';
import { conditionsOf } from './conditions-of.js';
import type {
  Answer,
  ConditionalTitle,
  DerivedFact,
  Flow,
  FlowProblem,
  HintBlock,
  Item,
  Outcome,
  Question,
  Route,
} from './flow.js';
import { factOf } from './flow.js';
import { readFlowMeta, type FlowMeta } from './flow-meta.js';
import { GROUPS, groupMeant, isGroup, type Group } from './groups.js';
import { longestPath } from './longest-path.js';
import { parseCondition, partsOf } from './parse-condition.js';
import { repairCondition } from './repair-condition.js';
import { repairLines } from './repair-lines.js';
import { toFactName, toName } from './suggest.js';

export interface FlowReading {
  readonly flow: Flow;
  /** Its problems, in the order of the file. A flow with problems must not be shown. */
  readonly problems: readonly FlowProblem[];
}

/**
 * Reads a flow from its Markdown, and runs all checks that do not need to follow its paths. Never throws. A mistake is reported at
 * its line, with what to write instead, and corrected, so that what follows it is read as it is meant.
 *
 * @param named what `namedCharactersIn()` gives for the text
 */
export function readFlow(markdown: string, named: NamedCharacters = {}): FlowReading {
  const problems: FlowProblem[] = [];
  const report: Report = (line, rule, message) => {
    if (!problems.some((each) => each.line === line && each.message === message))
      problems.push({ line, rule, message });
  };
  const reader = new Reader(report, named);
  try {
    const flow = reader.read(markdown);
    for (const { line, rule, message } of flow ? checkFlow(flow) : [])
      if (!reader.lost.has(rule)) report(reader.lineOf(line, rule), rule, message);
    if (flow) reader.flow.longest = longestPath(flow);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    report(error.line, 'unreadable', error.message);
  }
  return { flow: reader.flow, problems: problems.sort((one, other) => one.line - other.line) };
}

type Report = (line: number, rule: string, message: string) => void;
type Writable<Thing> = { -readonly [Key in keyof Thing]: Thing[Key] };

const HEADING_ID = /\{#([\w-]+)\}\s*$/;
const ITEM_END = /\s*\{#([\w-]+)\}(?:\s+if)?\s*$/;
/** Letters of UTF-8 that were read as Windows-1252. */
const MISREAD = /Ã[\u0080-\u00bf¤¶…„––]|â€[\u0099\u009c\u009d“”™˜]/;

/** A flow that is being read. */
type Draft = Writable<Omit<Flow, 'questions' | 'facts' | 'outcomes' | 'items' | 'sources'>> & {
  questions: QuestionDraft[];
  facts: DerivedFact[];
  outcomes: Writable<Outcome>[];
  items: Item[];
  sources: Record<string, string>;
};

type QuestionDraft = Writable<Omit<Question, 'answers' | 'hint' | 'titles'>> & {
  answers: Writable<Answer>[];
  hint: HintBlock[];
  titles?: ConditionalTitle[];
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

/** What `> If` or `> Title if` says of the text after it. */
interface Pending {
  readonly kind: 'hint' | 'title';
  readonly if: Condition;
  readonly line: number;
}

class Reader {
  readonly flow = draft();
  /** Rules whose problems would be consequences of others: what they miss could not be read. */
  readonly lost = new Set<string>();
  #group: Group | 'unknown' | '' = '';
  #groups = new Map<Group, number>();
  #meta: FlowMeta | undefined;
  #lines: readonly string[] = [];
  #numbers: readonly number[] = [];
  #pending: Pending | undefined;
  #shown = new Set<Writable<Outcome>>();
  #quoted = new Map<Writable<Outcome>, number>();
  #headingIds = new HeadingIds();

  constructor(
    private readonly report: Report,
    private readonly named: NamedCharacters,
  ) {}

  /**
   * @returns undefined if there is no front matter, which is reported
   * @throws {ContentError} when the text is too large or its front matter cannot be read
   */
  read(markdown: string): Flow | undefined {
    const size = new TextEncoder().encode(markdown).length;
    if (size > MAX_BYTES)
      throw new ContentError(
        `The text has ${size} bytes, and at most ${MAX_BYTES} are read: write a shorter one, or two flows.`,
        1,
      );
    this.#checkCharacters(markdown);
    const meta = readFlowMeta(markdown, this.report);
    if (!meta.isThere) return undefined;
    this.#readMeta(meta);
    const limit = locatePassedLimit(meta.body);
    if (limit) throw new ContentError(...describeLimit(limit, meta.offset));
    const { lines, numbers } = repairLines(meta.body, meta.offset, (line, message) =>
      this.report(line, 'grammar', message),
    );
    this.#lines = lines;
    this.#numbers = numbers;
    const { tokens, footnotes } = lexMarkdown(lines.join('\n'), this.named);
    for (const { label, line } of footnotes)
      this.report(
        this.#number(line - 1),
        'grammar',
        `a flow has no footnotes: write the sentence where it belongs, and what [^${label}] is a source of in a row of the table under "## Sources"`,
      );
    let index = 0;
    for (const token of tokens) {
      if (token.type !== 'space') this.#readToken(token as Tokens.Generic, index);
      index += linesIn(token);
    }
    this.#closeSection();
    this.#finish();
    return this.flow;
  }

  /** The line of a problem that `checkFlow()` cannot know. */
  lineOf(line: number, rule: string): number {
    if (line !== 1) return line;
    if (rule === 'dead-link') return this.#meta?.lineOf('start') ?? line;
    if (rule === 'missing-result') return this.#groups.get('Result') ?? line;
    return line;
  }

  /** The number in the file of a line that was corrected. */
  #number(index: number): number {
    return this.#numbers[index] ?? this.#numbers.at(-1) ?? 1;
  }

  #checkCharacters(markdown: string): void {
    markdown.split(/\r\n?|\n/).forEach((line, index) => {
      const isMisread = MISREAD.test(line);
      if (line.includes('\uFFFD') || line.includes('\0') || isMisread)
        this.report(
          index + 1,
          'not-utf8',
          'This line has characters that were lost when the file was read: save the file as UTF-8, and write them again',
        );
    });
  }

  #readMeta(meta: FlowMeta): void {
    this.#meta = meta;
    for (const key of ['id', 'lang', 'version', 'start', 'result', 'source', 'reviewed'] as const)
      this.flow[key] = meta.text(key);
    this.flow.reviewBy = meta.text('review-by');
  }

  #readToken(token: Tokens.Generic, index: number): void {
    if (token.type === 'heading') return this.#readHeading(token as Tokens.Heading, index);
    const line = this.#number(index);
    switch (this.#group) {
      case '':
        this.flow.intro = [...this.flow.intro, ...blocksOf([token], this.#headingIds)];
        return;
      case 'Questions':
        return this.#readInQuestion(token, index);
      case 'Facts':
        return this.#readTable(token, index, 2, (cells, at) => this.#readFact(cells, at));
      case 'Sources':
        return this.#readTable(token, index, 2, (cells, at) => this.#readSource(cells, at));
      case 'Result':
        this.flow.disclaimer = [...this.flow.disclaimer, ...blocksOf([token], this.#headingIds)];
        return;
      case 'Outcomes':
        return this.#readInOutcome(token, line);
      case 'Checklist':
        for (const [item, at] of itemsOf(token, index)) this.#readItem(item, at);
        if (token.type !== 'list')
          this.report(
            line,
            'grammar',
            'only a list can stand in the checklist: write - [ ] Text {#c-id}, or move this text to ## Result',
          );
    }
  }

  #readHeading(token: Tokens.Heading, index: number): void {
    const { depth, text, tokens, raw } = token;
    const line = this.#number(index);
    const id = HEADING_ID.exec(text)?.[1] ?? '';
    const title = plainText(inlinesOf(tokens));
    const isUnderlined = !raw.trimStart().startsWith('#');
    if (isUnderlined)
      return this.report(
        line,
        'grammar',
        `this text is a heading because of the line under it: write an empty line between them`,
      );
    if (depth > 3 && this.#group === 'Outcomes') return this.#readSubheading(token, id, line);
    this.#closeSection();
    if (depth === 1) this.#readTitle(title, line);
    else if (depth === 2) this.#openGroup(title, id, line);
    else if (this.#group === 'Questions' && depth === 3) this.#openQuestion(id, title, line);
    else if (this.#group === 'Outcomes' && depth === 3) this.#openOutcome(id, title, line);
    else if (this.#group !== 'Not used')
      this.report(
        line,
        'grammar',
        `a heading cannot stand here: ${title}: ${this.#headingAdvice(title)}`,
      );
  }

  #headingAdvice(title: string): string {
    if (this.#group === 'Questions') return `write ### ${title} {#q-${toFactName(title) || 'id'}}`;
    if (this.#group === 'Result') return 'write sections of the result under ## Outcomes';
    return 'write it as text, or as one of the parts, such as ## Questions';
  }

  #readTitle(title: string, line: number): void {
    if (this.flow.title)
      this.report(
        line,
        'grammar',
        `a flow has one title: write ## or ### instead of # before "${title}"`,
      );
    else if (this.#group)
      this.report(
        line,
        'grammar',
        `the title stands before "## ${this.#group}": write # ${title} there`,
      );
    else if (!title)
      this.report(line, 'grammar', 'the title is empty: write # and the name of the flow');
    this.flow.title ||= title;
  }

  #openGroup(title: string, id: string, line: number): void {
    const group = isGroup(title) ? title : groupMeant(title);
    if (!isGroup(title))
      this.report(
        line,
        'grammar',
        `"${title}" is no part of a flow: write ${
          group ? `## ${group}` : `one of ${GROUPS.map((each) => `## ${each}`).join(', ')}`
        }`,
      );
    this.#group = group ?? 'unknown';
    if (!group) return;
    const first = this.#groups.get(group);
    if (first !== undefined)
      this.report(
        line,
        'duplicate-id',
        `"## ${group}" stands twice (first on line ${first}): write all of it under the first one`,
      );
    else this.#groups.set(group, line);
    if (group === 'Result' && id !== this.flow.result)
      this.report(
        line,
        'missing-id',
        `the result should have the id that the front matter names: write ## Result {#${this.flow.result}}`,
      );
  }

  #openQuestion(id: string, title: string, line: number): void {
    if (!title)
      this.report(line, 'grammar', 'the question is empty: write its words between ### and {#q-…}');
    this.flow.questions.push({ id, title, kind: 'one', hint: [], answers: [], routes: [], line });
  }

  #openOutcome(id: string, title: string, line: number): void {
    if (!id)
      this.report(
        line,
        'missing-id',
        `heading without id: an outcome needs {#o-…}: write ### ${title} {#o-${toFactName(title) || 'id'}}, or #### for a subheading`,
      );
    if (!title)
      this.report(line, 'grammar', 'the heading is empty: write its words between ### and {#o-…}');
    // Replaced by the line "Show …"; without that line it is never shown.
    this.flow.outcomes.push({ id, title, content: [], if: ['fact', ''], line });
  }

  #readSubheading(token: Tokens.Heading, id: string, line: number): void {
    const outcome = this.flow.outcomes.at(-1);
    const title = plainText(inlinesOf(token.tokens));
    if (!outcome)
      return this.report(
        line,
        'grammar',
        `a subheading stands in a section: write ### ${title} {#o-${toFactName(title) || 'id'}}`,
      );
    if (id)
      this.report(
        line,
        'grammar',
        `a subheading has no id: write #### ${title}, or ### for a section of its own`,
      );
    // One below the heading of the section, which is ### in the file.
    const heading = { ...token, depth: token.depth - 1, text: title };
    outcome.content = [...outcome.content, ...blocksOf([heading], this.#headingIds)];
  }

  /** A question or a section of the result ends here. */
  #closeSection(): void {
    const { kind, line = 0 } = this.#pending ?? {};
    if (kind)
      this.report(
        line,
        'grammar',
        kind === 'title'
          ? 'the title is missing: write its words in a paragraph under this line'
          : 'the text is missing: write a paragraph or a list under this line',
      );
    this.#pending = undefined;
    const outcome = this.flow.outcomes.at(-1);
    if (this.#group !== 'Outcomes' || !outcome || this.#shown.has(outcome)) return;
    this.#shown.add(outcome);
    this.report(
      this.#quoted.get(outcome) ?? outcome.line ?? 0,
      'missing-show',
      'nothing says when this section is shown: write > Show if `condition`, or > Show always, under its heading',
    );
  }

  #readInQuestion(token: Tokens.Generic, index: number): void {
    const line = this.#number(index);
    const question = this.flow.questions.at(-1);
    if (!question)
      return this.report(
        line,
        'grammar',
        'text before the first question is not shown: write it under the title, or under ### Text {#q-id}',
      );
    if (token.type === 'blockquote') return this.#readPending(token, line);
    if (token.type === 'paragraph') return this.#readHint(question, token, line);
    if (token.type !== 'list')
      return this.report(
        line,
        'grammar',
        'only text, lists, answers and routes can stand in a question: write this as a paragraph or as a list',
      );
    const items = itemsOf(token, index);
    if (token['ordered']) {
      if (!question.answers.length && !items.some(([item]) => isRoute(item)))
        return this.#readHint(question, token, line);
      question.routes = [...question.routes, ...items.map(([item, at]) => this.#routeOf(item, at))];
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
      return this.report(
        line,
        'grammar',
        'a quotation cannot stand in a question: write it without >, or > If `condition` before the text that depends on it',
      );
    if (this.#pending)
      this.report(
        line,
        'grammar',
        'two conditions stand before one text: write them in one line, with "and" between them',
      );
    this.#pending = {
      kind: title === 'If' ? 'hint' : 'title',
      if: this.#condition(condition, line),
      line,
    };
  }

  #readHint(question: QuestionDraft, token: Tokens.Generic, line: number): void {
    if (question.answers.length || question.routes.length)
      this.report(
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
        return this.report(
          line,
          'grammar',
          'a title is one paragraph: write it in one, without a list',
        );
      const { if: condition, line: ifLine } = pending;
      question.titles = [...(question.titles ?? []), { title, if: condition, line, ifLine }];
      return;
    }
    const blocks: readonly Block[] = blocksOf([token], this.#headingIds);
    const own = pending && { if: pending.if, line, ifLine: pending.line };
    question.hint = [...question.hint, ...blocks.map((block) => ({ ...block, ...own }))];
  }

  #readAnswers(question: QuestionDraft, all: readonly Placed[], isLoose: boolean): void {
    // For Markdown a list of the hint and the answers under it are one list, with an empty line in it.
    const items = isLoose ? all.slice(all.findIndex(([item]) => isAnswer(item))) : all;
    const kind = items.some(([item]) => item.task) ? 'many' : 'one';
    if (this.#pending)
      this.report(
        this.#pending.line,
        'grammar',
        'answers cannot depend on a condition: write another question, or leave this line out',
      );
    this.#pending = undefined;
    if (question.answers.length)
      this.report(
        this.#number(items[0]?.[1] ?? 0),
        'grammar',
        'answers are one list: write all of them with the same sign, and no text between them',
      );
    const hint = question.hint.at(-1);
    const isJoined = items.length < all.length;
    if (isJoined || (hint?.type === 'list' && !('start' in hint)))
      this.report(
        this.#number(items[0]?.[1] ?? 0),
        'grammar',
        'the answers follow a list of the hint: write a sentence between them, such as "Choose one."',
      );
    const odd = kind === 'many' ? items.find(([item]) => !item.task) : undefined;
    if (odd)
      this.report(
        this.#number(odd[1]),
        'grammar',
        `answers are one list, all with [ ] or none: write - [ ] ${odd[0].text}`,
      );
    question.kind = kind;
    question.answers = [
      ...question.answers,
      ...items.map(([item, at]) => this.#answerOf(item, at)),
    ];
  }

  #answerOf(item: Tokens.ListItem, index: number): Writable<Answer> {
    const line = this.#number(index);
    const tokens = this.#tokensOf(item, index);
    const only = tokens.at(-1)?.type === 'text' && tokens.at(-1)?.raw.trim() === '(only)';
    if (only) tokens.pop();
    // An answer without a value gets one in #finish(), when the conditions are known.
    const value = tokens.at(-1)?.type === 'codespan' ? (tokens.pop() as Tokens.Codespan).text : '';
    const { label, to } = this.#labelOf(inlinesOf(tokens), line);
    if (!plainText(label))
      this.report(
        line,
        'grammar',
        `the answer has no words: write them before its value, such as - [${value || 'Yes'}](#q-id) \`${value || 'yes'}\``,
      );
    return { value, label, ...(to !== undefined && { to }), ...(only && { only }), line };
  }

  /** The words of an answer, and where they lead: the link holds all of them; marks of sources may stand behind it. */
  #labelOf(content: readonly Inline[], line: number): { label: readonly Inline[]; to?: string } {
    const [link, ...rest] = content;
    const isLink = (part: Inline | undefined) => typeof part === 'object' && part.type === 'link';
    const areMarks = rest.every(
      (part) => typeof part === 'object' && (part.type === 'source' || part.type === 'editorial'),
    );
    if (typeof link === 'object' && link.type === 'link' && areMarks) {
      if (link.href.startsWith('#'))
        return { label: [...link.content, ...rest], to: link.href.slice(1) };
      this.report(
        line,
        'grammar',
        `an answer leads to a question: write (#q-id) instead of (${link.href})`,
      );
      return { label: content, to: '' };
    }
    const inner = content.find(
      (part) => typeof part === 'object' && part.type === 'link' && part.href.startsWith('#'),
    );
    if (!isLink(inner)) return { label: content };
    const href = typeof inner === 'object' && inner.type === 'link' ? inner.href : '';
    this.report(
      line,
      'grammar',
      `the link holds all words of the answer: write [${plainText(content)}](${href})`,
    );
    return { label: content, to: href.slice(1) };
  }

  #routeOf(item: Tokens.ListItem, index: number): Route {
    const line = this.#number(index);
    const [link, word, condition, ...more] = this.#tokensOf(item, index);
    const isRead =
      link?.type === 'link' &&
      (link as Tokens.Link).href.startsWith('#') &&
      !more.length &&
      (!word || (word.raw.trim() === 'if' && condition?.type === 'codespan'));
    if (!isRead)
      this.report(
        line,
        'grammar',
        `a route is [Words](#q-id) if \`condition\`: write that instead of ${item.text.split('\n')[0] ?? ''}`,
      );
    const to = link?.type === 'link' ? (link as Tokens.Link).href.replace(/^#/, '') : '';
    const code = isRead
      ? condition
      : this.#tokensOf(item, index).find(({ type }) => type === 'codespan');
    const text = (code as Tokens.Codespan | undefined)?.text ?? '';
    return {
      to: isRead ? to : '',
      ...(text && { if: this.#condition(text, line) }),
      line,
    };
  }

  #readFact([name = [], condition = []]: readonly Token[][], line: number): void {
    const [written, text] = [codeOf(name), codeOf(condition)];
    if (!written || !text) this.lost.add('unknown-fact');
    if (!written || !text)
      return this.report(
        line,
        'grammar',
        'a fact is a row | `name` | `condition` |: write both in backticks',
      );
    const id = /^[a-z][a-z0-9-]*$/.test(written) ? written : toFactName(written);
    if (id !== written)
      this.report(
        line,
        'grammar',
        `Names are a–z, 0–9 and hyphens, and begin with a letter: write \`${id || 'name'}\` instead of \`${written}\``,
      );
    this.flow.facts.push({ id, if: this.#condition(text, line), line });
  }

  #readSource([number = [], text = []]: readonly Token[][], line: number): void {
    const [id, words] = [plainText(inlinesOf(number)), plainText(inlinesOf(text))];
    if (!/^[A-Z]\d+$/.test(id)) {
      this.lost.add('unknown-source');
      this.report(
        line,
        'grammar',
        `The number of a source is a capital letter and digits: write one such as S14 instead of "${id}"`,
      );
    } else if (Object.hasOwn(this.flow.sources, id))
      this.report(line, 'duplicate-id', `source twice: ${id}: write another number`);
    else if (!words)
      this.report(line, 'grammar', `the source ${id} has no text: write it in the second column`);
    this.flow.sources[id] = words;
  }

  #readInOutcome(token: Tokens.Generic, line: number): void {
    const outcome = this.flow.outcomes.at(-1);
    if (!outcome)
      return this.report(
        line,
        'grammar',
        'text before the first outcome is not shown: write it under ## Result, or under ### Title {#o-id}',
      );
    const text = token.type === 'blockquote' ? String(token['text']).trim() : '';
    const [, condition, always] = /^Show (?:if `([^`]+)`|(always))$/.exec(text) ?? [];
    if (!condition && !always) {
      if (/^(?:Show\b.*`|If `|Title if `)/.test(text))
        return this.report(
          line,
          'grammar',
          'after ">" stands "Show if `condition`" or "Show always": write one of them, once, under the heading of the section',
        );
      if (token.type === 'blockquote' && !this.#quoted.has(outcome) && !outcome.content.length)
        this.#quoted.set(outcome, line);
      outcome.content = [...outcome.content, ...blocksOf([token], this.#headingIds)];
      return;
    }
    if (this.#shown.has(outcome))
      this.report(
        line,
        'grammar',
        `the section says twice when it is shown (first on line ${outcome.ifLine ?? 0}): write one condition, with "or" between its parts, or a heading ### for another section`,
      );
    else if (condition) outcome.if = this.#condition(condition, line);
    else delete outcome.if;
    if (!this.#shown.has(outcome)) outcome.ifLine = line;
    this.#shown.add(outcome);
  }

  #readItem(item: Tokens.ListItem, index: number): void {
    const line = this.#number(index);
    const tokens = this.#tokensOf(item, index);
    const condition =
      tokens.at(-1)?.type === 'codespan' ? (tokens.pop() as Tokens.Codespan).text : '';
    const last = tokens.at(-1);
    const id = ITEM_END.exec(last?.raw ?? '')?.[1] ?? '';
    const hasIf = /\sif\s*$/.test(last?.raw ?? '');
    const words = plainText(inlinesOf(tokens)).replace(/\s+if$/, '');
    if (!/^c-[a-z][a-z0-9-]*$/.test(id))
      this.report(
        line,
        'missing-id',
        `an item needs {#c-…} after its text: write {#c-${toFactName(words.split(' ').slice(0, 3).join(' ')) || 'id'}} after "${words}"`,
      );
    else if (hasIf !== Boolean(condition))
      this.report(
        line,
        'grammar',
        `an item ends with {#c-id} or {#c-id} if \`condition\`: write one of them after "${words}"`,
      );
    if (last?.type === 'text') tokens[tokens.length - 1] = withoutEnd(last as Tokens.Text);
    const content: Inline[] = inlinesOf(tokens);
    if (!plainText(content))
      this.report(
        line,
        'grammar',
        'the thing to do has no words: write them between - [ ] and {#c-id}',
      );
    this.flow.items.push({
      id,
      content,
      ...(condition && { if: this.#condition(condition, line) }),
      line,
    });
  }

  #readTable(
    token: Tokens.Generic,
    index: number,
    columns: number,
    read: (cells: Token[][], line: number) => void,
  ): void {
    const line = this.#number(index);
    if (token.type !== 'table')
      return this.report(
        line,
        'grammar',
        `only a table can stand under ${this.#group}: write its heading row, then | --- | --- |, then the rows, without empty lines`,
      );
    const { header, rows, raw } = token as Tokens.Table;
    const cells = header.map(({ tokens }) => tokens);
    if (cells.some((cell) => codeOf(cell)) || /^[A-Z]\d+$/.test(header[0]?.text ?? '')) {
      this.report(
        line,
        'grammar',
        'the first row of a table is its heading: write | Name | Text | above this line',
      );
      read(cells, line);
    }
    const lines = raw.split('\n');
    rows.forEach((row, at) => {
      const number = this.#number(index + 2 + at);
      // Markdown drops the cells that have no heading.
      const written = (lines[at + 2] ?? '')
        .trim()
        .replace(/^\||(?<!\\)\|$/g, '')
        .split(/(?<!\\)\|/);
      if (written.length > columns || header.length !== columns) {
        this.lost.add('unknown-fact');
        return this.report(
          number,
          'grammar',
          `a row has ${columns} cells: write | between them only, and "or" in a condition`,
        );
      }
      read(
        row.map(({ tokens }) => tokens),
        number,
      );
    });
  }

  /** The running text of a list item. Markdown drops nothing of it, but an answer, a route or a task has one paragraph. */
  #tokensOf(item: Tokens.ListItem, index: number): Token[] {
    let at = index;
    let isRead = false;
    const running: Token[] = [];
    for (const token of item.tokens) {
      const isText = token.type === 'text' || token.type === 'paragraph';
      if (isText && !isRead) running.push(...((token as Tokens.Text).tokens ?? []));
      else if (token.type !== 'space' && token.type !== 'checkbox')
        this.report(
          this.#number(at),
          'grammar',
          'an answer, a route or a thing to do is one paragraph: write this line without its indentation, or in the line above',
        );
      isRead ||= isText;
      at += linesIn(token);
    }
    return withoutBlankEnd(running);
  }

  #condition(text: string, line: number): Condition {
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

  /** What can only be said when all is read. */
  #finish(): void {
    const { flow } = this;
    if (!flow.title)
      this.report(
        (this.#meta?.offset ?? 0) + 1,
        'missing-title',
        'the flow has no title: write # and its name under the front matter',
      );
    if (!this.#groups.has('Questions') && flow.title)
      this.report(
        (this.#meta?.offset ?? 0) + 1,
        'dead-end',
        'the flow has no questions: write ## Questions and under it ### Text {#q-id}',
      );
    this.#nameQuestions();
    this.#nameValues();
    if (this.#groups.has('Sources') && !this.lost.has('unknown-source')) this.#checkSources();
  }

  /** A question without an id is probably what a link to nowhere leads to. */
  #nameQuestions(): void {
    const { questions, start, result } = this.flow;
    const known = new Set([...questions.map(({ id }) => id), result]);
    const links = questions.flatMap(({ answers, routes }) => [...answers, ...routes]);
    const wanted = [start, ...links.flatMap(({ to }) => to ?? [])];
    const free = [...new Set(wanted)].filter((id) => id && !known.has(id));
    for (const question of questions) {
      if (question.id) continue;
      const id = free.shift() ?? `q-${toFactName(question.title) || 'id'}`;
      this.report(
        question.line ?? 0,
        'missing-id',
        `heading without id: a question needs {#q-…}: write ### ${question.title} {#${id}}`,
      );
      question.id = id;
    }
  }

  /** An answer without a value probably has one that a condition names. */
  #nameValues(): void {
    const comparisons = conditionsOf(this.flow).flatMap(({ if: condition }) => partsOf(condition));
    for (const { id, answers } of this.flow.questions) {
      const known = new Set(answers.map(({ value }) => value));
      const named = comparisons.flatMap(([, fact, values = []]) =>
        fact === factOf(id) ? values : [],
      );
      const free = [...new Set(named)].filter((value) => !known.has(value));
      for (const answer of answers) {
        if (answer.value) continue;
        const words = plainText(answer.label);
        answer.value = free.shift() ?? (toName(words) || 'value');
        const label = answer.to ? `[${words}](#${answer.to})` : words;
        this.report(
          answer.line ?? 0,
          'grammar',
          `an answer ends with its value in backticks: write ${label} \`${answer.value}\``,
        );
      }
    }
  }

  /** Of a flow with sources of its own, each number that is cited is one of them. */
  #checkSources(): void {
    const numbers = Object.keys(this.flow.sources);
    this.#numbers.forEach((line, index) => {
      const text = this.#lines[index] ?? '';
      for (const [, number = ''] of text.matchAll(/\[\^([A-Z]\d+)\]/g))
        if (!numbers.includes(number))
          this.report(
            line,
            'unknown-source',
            `unknown source: ${number}: write a row | ${number} | Text | under "## Sources"${numbers.length ? `, or one of ${numbers.join(', ')}` : ''}`,
          );
    });
  }
}

function describeLimit({ limit, line, value }: PassedLimit, offset: number): [string, number] {
  const most = LIMITS[limit];
  const words = {
    paragraph: `This paragraph has ${value} characters, and at most ${most} are read: write two paragraphs`,
    lines: `The text has ${value} lines, and at most ${most} are read: write a shorter one, or two flows`,
    nesting: `This line is nested ${value} deep, and at most ${most} are read: write it with less indentation`,
    work: `The text has too many signs such as *, [ and \` in long paragraphs (${value}, at most ${most}): write shorter paragraphs`,
  };
  return [words[limit], offset + line];
}

const linesIn = ({ raw }: Token): number => raw.split('\n').length - 1;

type Placed = readonly [item: Tokens.ListItem, index: number];

function itemsOf(token: Tokens.Generic, index: number): Placed[] {
  let at = index;
  return ((token as Tokens.List).items ?? []).map((item) => {
    const placed = [item, at] as const;
    at += linesIn(item);
    return placed;
  });
}

const firstText = ({ tokens }: Tokens.ListItem): Token[] =>
  withoutBlankEnd(
    (tokens.find(({ type }) => type === 'text' || type === 'paragraph') as Tokens.Text | undefined)
      ?.tokens ?? [],
  );

const isLinkToQuestion = (token: Token | undefined): boolean =>
  token?.type === 'link' && (token as Tokens.Link).href.startsWith('#');

const isRoute = (item: Tokens.ListItem): boolean => firstText(item).some(isLinkToQuestion);

/** With a box, a link to a question, or a value at the end. */
function isAnswer(item: Tokens.ListItem): boolean {
  const tokens = firstText(item);
  const last = tokens.at(tokens.at(-1)?.raw.trim() === '(only)' ? -2 : -1);
  return item.task || last?.type === 'codespan' || tokens.some(isLinkToQuestion);
}

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
