import type { Tokens } from 'marked';
import type { NamedCharacters } from '../character-references.js';
import { ContentError } from '../content-error.js';
import { plainText } from '../document.js';
import { lexMarkdown } from '../lex-markdown.js';
import { inlinesOf } from '../parse.js';
import { checkFlow } from './check.js';
import type { Flow, FlowProblem, Report } from './flow.js';
import { readFlowMeta, type FlowMeta } from './flow-meta.js';
import { GROUPS, groupMeant, isGroup, type Group } from './groups.js';
import { longestPath } from './longest-path.js';
import {
  reportLostCharacters,
  requireReadableBody,
  requireReadableSize,
} from './read/check-text.js';
import { readChecklist } from './read/checklist.js';
import { nameQuestions, nameValues } from './read/missing-names.js';
import { OutcomeReader } from './read/outcomes.js';
import { QuestionReader } from './read/questions.js';
import { Reading } from './read/reading.js';
import { checkCitations, readFacts, readSources } from './read/tables.js';
import { linesIn } from './read/tokens.js';
import { repairLines } from './repair-lines.js';
import { toFactName } from './suggest.js';

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
  const reading = new Reading(report);
  const { flow, lost } = reading;
  const reader = new FlowReader(reading);
  try {
    const isRead = reader.read(markdown, named);
    for (const { line, rule, message } of isRead ? checkFlow(flow) : [])
      if (!lost.has(rule)) report(reader.lineOf(line, rule), rule, message);
    if (isRead) flow.longest = longestPath(flow);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    report(error.line, 'unreadable', error.message);
  }
  return { flow, problems: problems.sort((one, other) => one.line - other.line) };
}

const HEADING_ID = /\{#([\w-]+)\}\s*$/;

/** Reads the front matter and the headings; what stands under a heading is read by the reader of its part. */
class FlowReader {
  #group: Group | 'unknown' | '' = '';
  #groups = new Map<Group, number>();
  #meta: FlowMeta | undefined;
  #questions: QuestionReader;
  #outcomes: OutcomeReader;

  constructor(private readonly reading: Reading) {
    this.#questions = new QuestionReader(reading);
    this.#outcomes = new OutcomeReader(reading);
  }

  /**
   * @returns false if there is no front matter, which is reported
   * @throws {ContentError} when the text is too large or its front matter cannot be read
   */
  read(markdown: string, named: NamedCharacters): boolean {
    const { reading } = this;
    const { report } = reading;
    requireReadableSize(markdown);
    reportLostCharacters(markdown, report);
    const meta = readFlowMeta(markdown, report);
    if (!meta.isThere) return false;
    this.#readMeta(meta);
    requireReadableBody(meta);
    reading.text = repairLines(meta.body, meta.offset, (line, message) =>
      report(line, 'grammar', message),
    );
    const { tokens, footnotes } = lexMarkdown(reading.text.lines.join('\n'), named);
    for (const { label, line } of footnotes)
      report(
        reading.numberOf(line - 1),
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
    return true;
  }

  /** The line of a problem that `checkFlow()` cannot know. */
  lineOf(line: number, rule: string): number {
    if (line !== 1) return line;
    if (rule === 'dead-link') return this.#meta?.lineOf('start') ?? line;
    if (rule === 'missing-result') return this.#groups.get('Result') ?? line;
    return line;
  }

  #readMeta(meta: FlowMeta): void {
    const { flow } = this.reading;
    this.#meta = meta;
    for (const key of ['id', 'lang', 'version', 'start', 'result', 'source', 'reviewed'] as const)
      flow[key] = meta.text(key);
    flow.reviewBy = meta.text('review-by');
  }

  #readToken(token: Tokens.Generic, index: number): void {
    const { reading } = this;
    const { flow } = reading;
    if (token.type === 'heading') return this.#readHeading(token as Tokens.Heading, index);
    switch (this.#group) {
      case '':
        flow.intro = [...flow.intro, ...reading.blocksOf(token)];
        return;
      case 'Questions':
        return this.#questions.read(token, index);
      case 'Facts':
        return readFacts(reading, token, index);
      case 'Sources':
        return readSources(reading, token, index);
      case 'Result':
        flow.disclaimer = [...flow.disclaimer, ...reading.blocksOf(token)];
        return;
      case 'Outcomes':
        return this.#outcomes.read(token, reading.numberOf(index));
      case 'Checklist':
        return readChecklist(reading, token, index);
    }
  }

  #readHeading(token: Tokens.Heading, index: number): void {
    const { report } = this.reading;
    const { depth, text, tokens, raw } = token;
    const line = this.reading.numberOf(index);
    const id = HEADING_ID.exec(text)?.[1] ?? '';
    const title = plainText(inlinesOf(tokens));
    const isUnderlined = !raw.trimStart().startsWith('#');
    if (isUnderlined)
      return report(
        line,
        'grammar',
        `this text is a heading because of the line under it: write an empty line between them`,
      );
    if (depth > 3 && this.#group === 'Outcomes')
      return this.#outcomes.readSubheading(token, id, line);
    this.#closeSection();
    if (depth === 1) this.#readTitle(title, line);
    else if (depth === 2) this.#openGroup(title, id, line);
    else if (this.#group === 'Questions' && depth === 3) this.#questions.open(id, title, line);
    else if (this.#group === 'Outcomes' && depth === 3) this.#outcomes.open(id, title, line);
    else if (this.#group !== 'Not used')
      report(
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
    const { flow, report } = this.reading;
    if (flow.title)
      report(
        line,
        'grammar',
        `a flow has one title: write ## or ### instead of # before "${title}"`,
      );
    else if (this.#group)
      report(
        line,
        'grammar',
        `the title stands before "## ${this.#group}": write # ${title} there`,
      );
    else if (!title)
      report(line, 'grammar', 'the title is empty: write # and the name of the flow');
    flow.title ||= title;
  }

  #openGroup(title: string, id: string, line: number): void {
    const { flow, report } = this.reading;
    const group = isGroup(title) ? title : groupMeant(title);
    if (!isGroup(title))
      report(
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
      report(
        line,
        'duplicate-id',
        `"## ${group}" stands twice (first on line ${first}): write all of it under the first one`,
      );
    else this.#groups.set(group, line);
    if (group === 'Result' && id !== flow.result)
      report(
        line,
        'missing-id',
        `the result should have the id that the front matter names: write ## Result {#${flow.result}}`,
      );
  }

  /** A question or a section of the result ends here. */
  #closeSection(): void {
    this.#questions.close();
    if (this.#group === 'Outcomes') this.#outcomes.close();
  }

  /** What can only be said when all is read. */
  #finish(): void {
    const { reading } = this;
    const { flow, report } = reading;
    const line = (this.#meta?.offset ?? 0) + 1;
    if (!flow.title)
      report(
        line,
        'missing-title',
        'the flow has no title: write # and its name under the front matter',
      );
    if (!this.#groups.has('Questions') && flow.title)
      report(
        line,
        'dead-end',
        'the flow has no questions: write ## Questions and under it ### Text {#q-id}',
      );
    nameQuestions(reading);
    nameValues(reading);
    if (this.#groups.has('Sources') && !reading.lost.has('unknown-source')) checkCitations(reading);
  }
}
