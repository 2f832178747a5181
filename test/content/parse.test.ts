import { expect, fixture, html } from '@open-wc/testing';
import { compileDocument } from '../../src/content/compile.js';
import { plainText, sectionsOf, type Block } from '../../src/content/document.js';
import { withOwnImages } from '../../src/content/images.js';
import { parseMarkdown } from '../../src/content/parse.js';
import { renderBlocks, renderers } from '../../src/content/render.js';
import { hostRenderers } from '../../src/content/host-renderers.js';
import { count, textOf } from '../support/page.js';

const blocksOf = (markdown: string) => parseMarkdown(markdown).blocks;
const inlinesOf = (markdown: string) =>
  (blocksOf(markdown)[0] as Extract<Block, { type: 'paragraph' }>).content;

async function drawn(markdown: string, address = ''): Promise<HTMLElement> {
  Object.assign(renderers, hostRenderers);
  const blocks = withOwnImages(blocksOf(markdown), address);
  return fixture<HTMLElement>(html`<div>${renderBlocks(blocks, { headingLevel: 3 })}</div>`);
}

describe('reading Markdown', () => {
  it('takes our own marks out of the text', () => {
    expect(inlinesOf('You may ask.[^T01][^T02] That is ours. {editorial}')).to.deep.equal([
      'You may ask.',
      { type: 'source', ids: ['T01', 'T02'] },
      ' That is ours.',
      { type: 'editorial' },
    ]);
  });

  it('marks words in another language', async () => {
    const text = 'The visit is called “[personlig inställelse]{lang=sv}”.[^S33] [not this]{lang=!}';
    expect(inlinesOf(text)).to.deep.equal([
      'The visit is called “',
      { type: 'span', lang: 'sv', content: ['personlig inställelse'] },
      '”.',
      { type: 'source', ids: ['S33'] },
      ' [not this]{lang=!}',
    ]);
    expect(plainText(inlinesOf(text))).to.contain('“personlig inställelse”.');
    const words = (await drawn(text)).querySelector('bdi');
    expect([words?.lang, textOf(words)]).to.deep.equal(['sv', 'personlig inställelse']);
  });

  it('knows sections by their stable ids', () => {
    const blocks = blocksOf(
      'Before.\n\n## One {#one}\n\nText.\n\n## Two {#two} {editorial}\n\nMore.',
    );
    expect(sectionsOf(blocks).map(({ id, title }) => [id, title])).to.deep.equal([
      ['', ''],
      ['one', 'One'],
      ['two', 'Two'],
    ]);
    expect(blocks.find((block) => block.type === 'heading' && block.id === 'two')).to.include({
      editorial: true,
    });
  });

  it('gives headings without an id one that no other heading has', () => {
    const ids = (markdown: string) =>
      blocksOf(markdown).flatMap((block) => (block.type === 'heading' ? block.id : []));
    expect(ids('## A\n\n## B {#section-1}\n\n## C\n\n## D {#section-4}')).to.deep.equal([
      'section-2',
      'section-1',
      'section-3',
      'section-4',
    ]);
  });

  it('follows a table of contents with the anchors that other software makes', async () => {
    const page = await drawn(
      [
        '- [Two](#2-what-we-do--dont--do)',
        '- [Om](#om-n%C3%A4mnden)',
        '- [Om](#om-namnden)',
        '- [Same](#same-1)',
        '- [Given](#given)',
        '- [None](#nowhere)',
        '- [Section](#section-1)',
        '',
        '## 2. What we *do* & don’t – do',
        '',
        '## Om nämnden',
        '',
        '## Same',
        '',
        '> ## Same',
        '',
        '## Other {#given}',
        '',
        '## Section 1',
      ].join('\n'),
    );
    const places = [...page.querySelectorAll('a')].map((link) => {
      const id = link.getAttribute('href')?.slice(1) ?? '';
      return textOf(page.querySelector(`[data-id="${id}"]`));
    });
    expect(places).to.deep.equal([
      '2. What we do & don’t – do',
      'Om nämnden',
      'Om nämnden',
      'Same',
      'Other',
      '',
      'Section 1',
    ]);
  });

  it('begins an ordered list at its number, also at 0', () => {
    expect(blocksOf('0. a\n1. b')[0]).to.include({ type: 'list', start: 0 });
    expect(blocksOf('7) a')[0]).to.include({ type: 'list', start: 7 });
  });

  it('reads tables without bars at their ends, however many rows they have', () => {
    const row = `${'word '.repeat(30)}| ${'more '.repeat(30)}`;
    const rows = Array.from({ length: 40 }, () => row).join('\n');
    const { blocks, plain } = parseMarkdown(`Name | Value\n--- | :---:\n${rows}\n\nText.`);
    expect([plain, blocks.map(({ type }) => type)]).to.deep.equal([
      undefined,
      ['table', 'paragraph'],
    ]);
    expect(blocks[0]).to.have.property('rows').with.length(40);
    const one = Array.from({ length: 40 }, () => 'word '.repeat(30)).join('\n');
    expect(parseMarkdown(`${one}\nname | value`).plain).to.equal(true);
  });

  it('refuses two headings with one id', () => {
    expect(() => blocksOf('## A {#x}\n\n## B {#x}')).to.throw('Two headings have the id "x"');
  });

  it('turns character references into characters', () => {
    expect(plainText(inlinesOf('a &amp; b &lt;c&gt; &#229; &#xe4; &nope;'))).to.equal(
      'a & b <c> å ä &nope;',
    );
  });

  it('keeps checklists, numbers and nesting', () => {
    const [list] = blocksOf('3. three\n   - [x] done\n   - [ ] open');
    expect(list).to.include({ type: 'list', start: 3 });
    const inner = (list as Extract<Block, { type: 'list' }>).items[0]!.content[1] as Extract<
      Block,
      { type: 'list' }
    >;
    expect(inner.items.map(({ checked }) => checked)).to.deep.equal([true, false]);
  });

  it('binds the whole file, front matter included, by its digest', async () => {
    const one = await compileDocument('---\nversion: "1"\n---\nText.');
    const two = await compileDocument('---\nversion: "2"\n---\nText.');
    expect(one.digest).to.match(/^sha256-[\w+/]{43}=$/);
    expect(one.digest).not.to.equal(two.digest);
  });
});

describe('drawing a document', () => {
  for (const name of ['constructor', 'toString', 'valueOf', 'hasOwnProperty'])
    it(`shows &${name}; as it is written`, async () => {
      expect(textOf(await drawn(`A &${name}; B`))).to.equal(`A &${name}; B`);
    });

  it('leaves out a block of a kind that nobody knows', async () => {
    const blocks = [{ type: 'constructor' }, { type: 'toString' }] as unknown as Block[];
    const page = await fixture<HTMLElement>(
      html`<div>${renderBlocks(blocks, { headingLevel: 2 })}</div>`,
    );
    expect(textOf(page)).to.equal('');
  });

  it('draws every kind of block, with headings under the given level', async () => {
    const page = await drawn(
      '## T\n\n### U\n\n**b** *e* ~~d~~ `c` [l](https://a.se) ![alt](https://a.se/x.png)  \nline\n\n> q\n\n```\ncode\n```\n\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |',
      'https://a.se/text.md',
    );
    for (const tag of [
      'h3',
      'h4',
      'strong',
      'em',
      'del',
      'code',
      'a',
      'img',
      'br',
      'blockquote',
      'pre',
      'hr',
      'th',
      'td',
    ]) {
      expect(count(page, tag), tag).to.be.above(0);
    }
  });

  it('shows raw HTML as text', async () => {
    const page = await drawn(
      '<div onclick="x()">one</div>\n\ntwo <b>bold</b> <script>x()</script>\n\n<!-- three -->four<br>five',
    );
    expect(count(page, 'div, b, script')).to.equal(0);
    expect(textOf(page))
      .to.contain('<div onclick="x()">one</div>')
      .and.contain('<b>bold</b>')
      .and.not.contain('three');
    expect(count(page, 'br')).to.equal(1);
  });

  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//other.example',
    'file:///etc/passwd',
    'relative.html',
  ]) {
    it(`makes no link of ${JSON.stringify(address)}`, async () => {
      const page = await drawn(`[words](<${address}>)`);
      expect(count(page, 'a')).to.equal(0);
      expect(textOf(page)).to.contain('words');
    });
  }

  for (const address of [
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:image/svg+xml,x',
    '//other.example/x.png',
    'https://other.example/x.png',
    'file:///etc/passwd',
    'https://[',
  ]) {
    it(`shows the words in place of the image ${JSON.stringify(address)}`, async () => {
      const page = await drawn(`![words](<${address}>)`, 'https://agency.example/text.md');
      expect(count(page, 'img')).to.equal(0);
      expect(textOf(page)).to.contain('words');
    });
  }

  it('asks for no image of a text whose origin nobody has checked', async () => {
    Object.assign(renderers, hostRenderers);
    const blocks = blocksOf('![words](https://a.se/x.png)');
    const page = await fixture<HTMLElement>(
      html`<div>${renderBlocks(blocks, { headingLevel: 3 })}</div>`,
    );
    expect(count(page, 'img')).to.equal(0);
    expect(textOf(page)).to.contain('words');
  });

  it('keeps telephone numbers on one line and the right way round', async () => {
    const page = await drawn('[077-123 52 35](tel:+46771235235)');
    const link = page.querySelector('a')!;
    expect([link.className, link.dir]).to.deep.equal(['nowrap', 'ltr']);
  });

  it('shows sources only on demand', async () => {
    const blocks = blocksOf('A fact.[^T12]');
    const without = await fixture<HTMLElement>(
      html`<div>${renderBlocks(blocks, { headingLevel: 2 })}</div>`,
    );
    expect(textOf(without)).to.equal('A fact.');
    const source = (ids: readonly string[]) => html`<sup>${ids.join()}</sup>`;
    const shown = await fixture<HTMLElement>(
      html`<div>${renderBlocks(blocks, { headingLevel: 2, source })}</div>`,
    );
    expect(textOf(shown)).to.equal('A fact.T12');
  });
});
