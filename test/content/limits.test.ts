import { expect } from '@open-wc/testing';
import { MAX_BYTES } from '../../src/content/limits.js';
import { passedLimit } from '../../src/content/passed-limit.js';
import { compileDocument } from '../../src/content/compile.js';
import { parseMarkdown } from '../../src/content/parse.js';

/** What marked is slow at or fails on, as large as the reader accepts it. */
const HOSTILE: Readonly<Record<string, string>> = {
  'deep quotes': '>'.repeat(5000),
  'deep lists': '1. '.repeat(4000),
  'deep indents': Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join(
    '\n',
  ),
  'nested bold': '**a '.repeat(5000),
  'mixed marks': '*a **b _c __d ~~e '.repeat(1000),
  brackets: '['.repeat(20_000),
  'half links': '[a](b '.repeat(5000),
  'reference links': `${'[a]: b\n'.repeat(3000)}\n${'[a][b] '.repeat(2000)}`,
  backticks: '`a``b '.repeat(5000),
  'open tags': '<a b="c" '.repeat(5000),
  comments: '<!-- '.repeat(5000),
  'a wide table': `${'|a'.repeat(2000)}|\n${'|-'.repeat(2000)}|\n${'|a'.repeat(2000)}|`,
  'many rows': `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(9000)}`,
  'many items': '- a\n'.repeat(16_000),
  'blank lines': '\n'.repeat(60_000),
  addresses: 'http://a.b '.repeat(5000),
  'a table that is none': `a|b|c\n-|-\n${'*a_*a_*a_*a_*a*\n'.repeat(4000)}`,
  'a paragraph of bars': 'a\n|*a_*a_*a_*a_*a*\n'.repeat(4000),
  'hashes in a paragraph': `a\n${'#*a_*a_*a_*a_*a*\n'.repeat(4000)}`,
  'numbers in a paragraph': `a\n${'2. *a_*a_*a_*a_*a*\n'.repeat(4000)}`,
  'equal headings': '# a\n'.repeat(16_000),
  references: '&amp;'.repeat(12_000),
};

/** The longest part of a text that the reader still gives to the parser. */
function accepted(text: string): string {
  let length = Math.min(text.length, MAX_BYTES);
  while (length && passedLimit(text.slice(0, length))) length = Math.floor(length * 0.9);
  return text.slice(0, length);
}

/** Milliseconds of the fastest of three runs: another process can take the processor from one of them. */
function bestTime(run: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return Math.min(...times);
}

describe('the limits of the reader', () => {
  for (const [name, text] of Object.entries(HOSTILE)) {
    it(`neither hangs nor throws on ${name}`, () => {
      for (const part of [text.slice(0, MAX_BYTES), accepted(text)]) {
        // 200 ms on a quiet machine; test machines are not quiet.
        expect(
          bestTime(() => parseMarkdown(part)),
          `${part.length} characters`,
        ).to.be.below(1000);
      }
    });
  }

  it('shows what passes a limit as plain text', () => {
    const { blocks, plain } = parseMarkdown(`${'>'.repeat(50)} deep\n\nsecond`);
    expect(plain).to.equal(true);
    expect(blocks).to.deep.equal([
      { type: 'paragraph', content: [`${'>'.repeat(50)} deep`] },
      { type: 'paragraph', content: ['second'] },
    ]);
  });

  it('takes an ordinary long document', () => {
    const text = `## Heading {#a}\n\n${'A sentence of ordinary length, with a [link](https://a.se).[^T01]\n\n'.repeat(600)}`;
    expect(passedLimit(text)).to.equal('');
  });

  it('refuses a document over 64 KiB, counted in bytes', async () => {
    const error: unknown = await compileDocument('å'.repeat(33_000)).catch(
      (reason: unknown) => reason,
    );
    expect(String(error)).to.contain('larger than 65536 bytes');
  });
});
