import { expect } from '@open-wc/testing';
import { compileDocument } from '../../src/content/compile.js';
import { plainText, type Block, type Inline } from '../../src/content/document.js';
import { toLines } from '../../src/content/plain-text.js';
import { readFlow } from '../../src/flow.js';
import umbrella from './flow/fixtures/umbrella.en.md?raw';

const blocksOf = async (markdown: string): Promise<readonly Block[]> =>
  (await compileDocument(markdown)).blocks;
const linesOf = async (markdown: string) => toLines(await blocksOf(markdown));
const inlinesOf = async (markdown: string): Promise<readonly Inline[]> => {
  const [block] = await blocksOf(markdown);
  return block?.type === 'paragraph' || block?.type === 'heading' ? block.content : [];
};

describe('character references in Markdown', () => {
  it('are decoded in running text, headings, lists, tables, footnotes and alternative text', async () => {
    const text = [
      '## R&auml;tt &amp; plikt {#right}',
      'Enligt 5&nbsp;&sect; &ndash; se [l&auml;nken](#right).[^1] ![&Aring;](/x.png)',
      '- &Ouml;ppet',
      '| &Delta; | b |\n|--|--|\n| &sup2; | &frac12; |',
      '[^1]: F&ouml;rklaring',
    ].join('\n\n');
    expect((await linesOf(text)).join('\n')).to.equal(
      'Rätt & plikt\nEnligt 5\u00a0§ – se länken. Å\n- Öppet\nΔ | b\n² | ½\n- Förklaring',
    );
  });

  for (const [name, written, character] of [
    ['a name of the standard that nobody uses', '&CounterClockwiseContourIntegral;', '∳'],
    ['a name of two characters', '&NotEqualTilde;', '≂̸'],
    ['a name that differs only in case', '&Dagger;&dagger;', '‡†'],
    ['decimal', '&#229;', 'å'],
    ['hexadecimal', '&#xE5;&#XE5;', 'åå'],
    ['an emoji', '&#x1F600;', '😀'],
    ['what software writes for the dash and the quotation marks of Windows', '&#150;&#146;', '–’'],
  ] as const)
    it(`are decoded: ${name}`, async () => {
      expect(await inlinesOf(`a ${written} b`)).to.deep.equal([`a ${character} b`]);
    });

  for (const written of ['&#0;', '&#xD800;', '&#x110000;', '&#9999999;'])
    it(`that no character has become the replacement character: ${written}`, async () => {
      expect(await inlinesOf(`a ${written} b`)).to.deep.equal(['a \ufffd b']);
    });

  for (const written of ['&nope;', '&constructor;', '&toString;', '&ouml', '& ouml;', '&;', '&#;'])
    it(`that do not exist stay as they are written: ${written}`, async () => {
      expect(await inlinesOf(`a ${written} b`)).to.deep.equal([`a ${written} b`]);
    });

  it('stay as they are written in code and after a backslash', async () => {
    expect(await inlinesOf('`&ouml;` \\&ouml;')).to.deep.equal([
      { type: 'code', text: '&ouml;' },
      ' &ouml;',
    ]);
    expect(await linesOf('```\n&ouml;\n```')).to.deep.equal(['&ouml;']);
  });

  it('are no marks: neither emphasis nor sources are made of them', async () => {
    expect(await inlinesOf('&ast;a&ast; &lsqb;^T1&rsqb; &lt;b&gt;')).to.deep.equal([
      '*a* [^T1] <b>',
    ]);
  });

  it('are decoded in addresses, before these are checked', async () => {
    expect(await inlinesOf('[a](https://a.example/?b&equals;1&amp;c=2)')).to.deep.equal([
      { type: 'link', href: 'https://a.example/?b=1&c=2', content: ['a'] },
    ]);
    expect(await inlinesOf('[a](javascript&colon;alert&lpar;1&rpar;)')).to.deep.equal(['a']);
    expect(await inlinesOf('![a](/b&period;png)')).to.deep.equal([
      { type: 'image', src: '/b.png', alt: 'a' },
    ]);
  });
});

describe('comments in Markdown', () => {
  it('are not shown, wherever they are', async () => {
    const text = [
      '<!-- first -->',
      '# Title <!-- a -->',
      'One <!-- b\nb --> two<!-- c -->.',
      '<!--\n## Old\n\nOld text[^1]\n\n[^1]: Old footnote\n-->',
      '- Item <!-- d -->\n<!-- e -->',
      '| A <!-- f --> | B |\n|--|--|\n| c | <!-- g --> |',
      '> <!-- h -->\n> Quote',
      '<!-- i --> Words after it',
      '<!----><!--> end',
    ].join('\n\n');
    const shown = JSON.stringify(await blocksOf(text));
    expect(shown).to.not.match(/<!--|-->|Old/);
    expect((await linesOf(text)).map((line) => line.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'Title',
      'One two.',
      '- Item',
      'A | B',
      'c |',
      'Quote',
      'Words after it',
      'end',
    ]);
  });

  it('that do not end are text, since they would hide the rest', async () => {
    expect(await linesOf('Before\n\n<!-- note\n\n[^1]: Words\n\nAfter')).to.include('After');
    expect((await linesOf('a <!-- b')).join(' ')).to.equal('a <!-- b');
    expect((await linesOf('<!-- a --> b <!-- c')).join(' ')).to.equal('b <!-- c');
  });

  it('stay in code', async () => {
    expect(await inlinesOf('`<!-- a -->`')).to.deep.equal([{ type: 'code', text: '<!-- a -->' }]);
    expect(await linesOf('```\n<!-- a -->\n```')).to.deep.equal(['<!-- a -->']);
  });

  it('may stand anywhere in a flow, whose faults keep their lines', () => {
    const commented = umbrella
      .replace(/^(## Questions)$/m, '<!-- a note\nof two lines -->\n\n$1')
      .replace(/(`[a-z][a-z0-9-]*`)$/m, '$1 <!-- a value -->');
    expect(commented).to.not.equal(umbrella);
    expect(readFlow(commented).problems).to.deep.equal([]);
    const broken = readFlow(`${commented}\n## Nonsense\n`);
    expect(broken.problems.map(({ line }) => line)).to.deep.equal([
      commented.split('\n').length + 1,
    ]);
  });
});

describe('line breaks of HTML in Markdown', () => {
  for (const tag of ['<br>', '<br/>', '<br />', '<BR>', '<br class="x">'])
    it(`break: ${tag}`, async () => {
      expect(await inlinesOf(`Box 1${tag}123 45 Town`)).to.deep.equal([
        'Box 1',
        { type: 'break' },
        '123 45 Town',
      ]);
    });

  it('break in tables and headings, and between lines of their own', async () => {
    const [table] = await blocksOf('| a |\n|--|\n| b<br>c |');
    expect(table).to.deep.include({ rows: [[['b', { type: 'break' }, 'c']]] });
    expect(plainText(await inlinesOf('## a<br>b'))).to.equal('a b');
    expect(await inlinesOf('<br>\na<br>b\n<br>')).to.deep.equal(['a', { type: 'break' }, 'b']);
    expect(await blocksOf('a\n\n<br>\n\nb')).to.have.length(2);
  });
});

describe('other HTML in Markdown', () => {
  it('is text, with its words', async () => {
    expect(await linesOf('<p>L&ouml;n<!-- a --><br>nu</p>')).to.deep.equal(['<p>Lön nu</p>']);
    expect(await linesOf('a <b>L&ouml;n</b> <brx>')).to.deep.equal(['a <b>Lön</b> <brx>']);
  });
});

describe('character references in a flow', () => {
  it('are decoded', () => {
    const { flow, problems } = readFlow(umbrella.replace(/^# .*$/m, '# Sk&yring;d &check;'));
    expect([problems, flow.title]).to.deep.equal([[], 'Sk&yring;d ✓']);
  });
});
