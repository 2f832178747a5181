import type { Tokens } from 'marked';
import { plainText } from '../../document.js';
import { inlinesOf } from '../../parse.js';
import type { Outcome } from '../flow.js';
import { toFactName } from '../suggest.js';
import type { Writable } from './draft.js';
import type { Reading } from './reading.js';

/** Reads the sections of the result: each a heading with what it shows, and when. */
export class OutcomeReader {
  /** Those that say when they are shown, or were reported because they do not. */
  #shown = new Set<Writable<Outcome>>();
  /** The line of the first quotation, which was probably meant to say when it is shown. */
  #quoted = new Map<Writable<Outcome>, number>();

  constructor(private readonly reading: Reading) {}

  /** A section begins with its heading. */
  open(id: string, title: string, line: number): void {
    if (!id)
      this.reading.report(
        line,
        'missing-id',
        `heading without id: an outcome needs {#o-…}: write ### ${title} {#o-${toFactName(title) || 'id'}}, or #### for a subheading`,
      );
    if (!title)
      this.reading.report(
        line,
        'grammar',
        'the heading is empty: write its words between ### and {#o-…}',
      );
    // Replaced by the line "Show …"; without that line it is never shown.
    this.reading.flow.outcomes.push({ id, title, content: [], if: ['fact', ''], line });
  }

  /** A heading within a section. */
  readSubheading(token: Tokens.Heading, id: string, line: number): void {
    const outcome = this.reading.flow.outcomes.at(-1);
    const title = plainText(inlinesOf(token.tokens));
    if (!outcome)
      return this.reading.report(
        line,
        'grammar',
        `a subheading stands in a section: write ### ${title} {#o-${toFactName(title) || 'id'}}`,
      );
    if (id)
      this.reading.report(
        line,
        'grammar',
        `a subheading has no id: write #### ${title}, or ### for a section of its own`,
      );
    // One below the heading of the section, which is ### in the file.
    const heading = { ...token, depth: token.depth - 1, text: title };
    outcome.content = [...outcome.content, ...this.reading.blocksOf(heading)];
  }

  /** The last section ends here. */
  close(): void {
    const outcome = this.reading.flow.outcomes.at(-1);
    if (!outcome || this.#shown.has(outcome)) return;
    this.#shown.add(outcome);
    this.reading.report(
      this.#quoted.get(outcome) ?? outcome.line ?? 0,
      'missing-show',
      'nothing says when this section is shown: write > Show if `condition`, or > Show always, under its heading',
    );
  }

  /** What stands under the heading: when the section is shown, or content. */
  read(token: Tokens.Generic, line: number): void {
    const outcome = this.reading.flow.outcomes.at(-1);
    if (!outcome)
      return this.reading.report(
        line,
        'grammar',
        'text before the first outcome is not shown: write it under ## Result, or under ### Title {#o-id}',
      );
    const text = token.type === 'blockquote' ? String(token['text']).trim() : '';
    const [, condition, always] = /^Show (?:if `([^`]+)`|(always))$/.exec(text) ?? [];
    if (!condition && !always) {
      if (/^(?:Show\b.*`|If `|Title if `)/.test(text))
        return this.reading.report(
          line,
          'grammar',
          'after ">" stands "Show if `condition`" or "Show always": write one of them, once, under the heading of the section',
        );
      if (token.type === 'blockquote' && !this.#quoted.has(outcome) && !outcome.content.length)
        this.#quoted.set(outcome, line);
      outcome.content = [...outcome.content, ...this.reading.blocksOf(token)];
      return;
    }
    if (this.#shown.has(outcome))
      this.reading.report(
        line,
        'grammar',
        `the section says twice when it is shown (first on line ${outcome.ifLine ?? 0}): write one condition, with "or" between its parts, or a heading ### for another section`,
      );
    else if (condition) outcome.if = this.reading.readCondition(condition, line);
    else delete outcome.if;
    if (!this.#shown.has(outcome)) outcome.ifLine = line;
    this.#shown.add(outcome);
  }
}
