import type { Token, Tokens } from 'marked';
import { plainText } from '../../document.js';
import { inlinesOf } from '../../parse.js';
import { toFactName } from '../suggest.js';
import type { Reading } from './reading.js';
import { codeOf } from './tokens.js';

/** How many columns a table has. */
const COLUMNS = 2;

/** Reads the derived facts: a table of names and conditions. */
export const readFacts = (reading: Reading, token: Tokens.Generic, index: number): void =>
  readTable(reading, 'Facts', token, index, readFact);

/** Reads the sources: a table of numbers and texts. */
export const readSources = (reading: Reading, token: Tokens.Generic, index: number): void =>
  readTable(reading, 'Sources', token, index, readSource);

function readTable(
  reading: Reading,
  name: 'Facts' | 'Sources',
  token: Tokens.Generic,
  index: number,
  readRow: (reading: Reading, cells: Token[][], line: number) => void,
): void {
  const line = reading.numberOf(index);
  if (token.type !== 'table')
    return reading.report(
      line,
      'grammar',
      `only a table can stand under ${name}: write its heading row, then | --- | --- |, then the rows, without empty lines`,
    );
  const { header, rows, raw } = token as Tokens.Table;
  const cells = header.map(({ tokens }) => tokens);
  if (cells.some((cell) => codeOf(cell)) || /^[A-Z]\d+$/.test(header[0]?.text ?? '')) {
    reading.report(
      line,
      'grammar',
      'the first row of a table is its heading: write | Name | Text | above this line',
    );
    readRow(reading, cells, line);
  }
  const lines = raw.split('\n');
  rows.forEach((row, at) => {
    const number = reading.numberOf(index + 2 + at);
    // Markdown drops the cells that have no heading.
    const written = (lines[at + 2] ?? '')
      .trim()
      .replace(/^\||(?<!\\)\|$/g, '')
      .split(/(?<!\\)\|/);
    if (written.length > COLUMNS || header.length !== COLUMNS) {
      reading.report(
        number,
        'grammar',
        `a row has ${COLUMNS} cells: write | between them only, and "or" in a condition`,
      );
      // Which condition was meant is not known; which source was, is.
      if (name === 'Facts') return void reading.lost.add('unknown-fact');
    }
    readRow(
      reading,
      row.map(({ tokens }) => tokens),
      number,
    );
  });
}

function readFact(
  reading: Reading,
  [name = [], condition = []]: readonly Token[][],
  line: number,
): void {
  const [written, text] = [codeOf(name), codeOf(condition)];
  if (!written || !text) reading.lost.add('unknown-fact');
  if (!written || !text)
    return reading.report(
      line,
      'grammar',
      'a fact is a row | `name` | `condition` |: write both in backticks',
    );
  const id = /^[a-z][a-z0-9-]*$/.test(written) ? written : toFactName(written);
  if (id !== written)
    reading.report(
      line,
      'grammar',
      `Names are a–z, 0–9 and hyphens, and begin with a letter: write \`${id || 'name'}\` instead of \`${written}\``,
    );
  reading.flow.facts.push({ id, if: reading.readCondition(text, line), line });
}

function readSource(
  reading: Reading,
  [number = [], text = []]: readonly Token[][],
  line: number,
): void {
  const [id, words] = [plainText(inlinesOf(number)), plainText(inlinesOf(text))];
  if (!/^[A-Z]\d+$/.test(id)) {
    reading.lost.add('unknown-source');
    reading.report(
      line,
      'grammar',
      `The number of a source is a capital letter and digits: write one such as S14 instead of "${id}"`,
    );
  } else if (Object.hasOwn(reading.flow.sources, id))
    reading.report(line, 'duplicate-id', `source twice: ${id}: write another number`);
  else if (!words)
    reading.report(line, 'grammar', `the source ${id} has no text: write it in the second column`);
  reading.flow.sources[id] = words;
}

/** Of a flow with sources of its own, each number that is cited is one of them. */
export function checkCitations(reading: Reading): void {
  const numbers = Object.keys(reading.flow.sources);
  reading.text.numbers.forEach((line, index) => {
    const text = reading.text.lines[index] ?? '';
    for (const [, number = ''] of text.matchAll(/\[\^([A-Z]\d+)\]/g))
      if (!numbers.includes(number))
        reading.report(
          line,
          'unknown-source',
          `unknown source: ${number}: write a row | ${number} | Text | under "## Sources"${numbers.length ? `, or one of ${numbers.join(', ')}` : ''}`,
        );
  });
}
