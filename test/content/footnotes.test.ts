import { expect, fixture, html } from '@open-wc/testing';
import { parseMarkdown } from '../../src/content/parse.js';
import { renderBlocks, renderers } from '../../src/content/render.js';
import { hostRenderers } from '../../src/content/host-renderers.js';
import { readFlow } from '../../src/flow.js';

async function drawn(markdown: string): Promise<HTMLElement> {
  Object.assign(renderers, hostRenderers);
  const { blocks } = parseMarkdown(markdown);
  return fixture<HTMLElement>(html`<div>${renderBlocks(blocks, { headingLevel: 2 })}</div>`);
}

/** What is read, blocks apart. */
const textOf = (page: HTMLElement): string => page.innerText.replace(/\s+/g, ' ').trim();

describe('footnotes in a text', () => {
  it('stand at the end, with links both ways', async () => {
    const page = await drawn(
      'Accept within a week.[^1] Or ask.[^2]\n\n[^1]: Days\n[^2]: https://agency.example/ask\n\nThe last words.',
    );
    expect(textOf(page)).to.equal(
      'Accept within a week.[1] Or ask.[2] The last words. [1] Days [2] https://agency.example/ask',
    );
    const links = [...page.querySelectorAll('a')].map(
      (link) => `${link.dataset['id']} ${link.getAttribute('href')}`,
    );
    expect(links).to.deep.equal([
      'footnote-ref-1 #footnote-1',
      'footnote-ref-2 #footnote-2',
      'footnote-1 #footnote-ref-1',
      'footnote-2 #footnote-ref-2',
      'undefined https://agency.example/ask',
    ]);
  });

  it('may be whole sentences, several paragraphs, with marks and lists in them', async () => {
    const page = await drawn(
      'Text[^A1].\n\n[^A1]: A **whole** sentence\n    over two lines.\n\n    - one\n    - two\n\nAfter.',
    );
    expect(textOf(page)).to.match(
      /^Text\[1\]\. After\. \[1\] A whole sentence over two lines\. one two$/,
    );
    expect(page.querySelectorAll('strong, ul ul li').length).to.equal(3);
  });

  it('are numbered in the order in which the text comes to them, each once', async () => {
    const page = await drawn('b[^b] a[^a] b[^b]\n\n[^a]: First\n[^b]: Second\n[^c]: Never named');
    expect(textOf(page)).to.equal('b[1] a[2] b[1] [1] Second [2] First [3] Never named');
    const ids = [...page.querySelectorAll<HTMLElement>('[data-id]')].map(
      ({ dataset }) => dataset['id'],
    );
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('may name each other, and stand in lists, tables and quotes', async () => {
    const page = await drawn(
      '- item[^1]\n\n> quote[^2]\n\n| a |\n|---|\n| cell[^3] |\n\n[^1]: one, see [^2]\n[^2]: two\n[^3]: three',
    );
    expect(textOf(page)).to.equal('item[1] quote[2] a cell[3] [1] one, see [2] [2] two [3] three');
  });

  it('leave source numbers alone that have no words of their own', () => {
    const { blocks } = parseMarkdown('Told.[^T01][^A1]\n\n[^A1]: Words');
    expect(blocks[0]).to.deep.equal({
      type: 'paragraph',
      content: [
        'Told.',
        { type: 'source', ids: ['T01'] },
        { type: 'footnote', number: 1, id: 'footnote-ref-1', to: 'footnote-1' },
      ],
    });
  });

  for (const [what, markdown, words] of [
    ['a mark without a footnote', 'Word[^9] more', 'Word[^9] more'],
    [
      'a second footnote of the same name',
      'x[^1]\n\n[^1]: one\n[^1]: two',
      'x[1] [1]: two [1] one',
    ],
    ['a footnote in a quote', 'x[^1]\n\n> [^1]: Word', 'x[^1] [^1]: Word'],
    ['a footnote in a block of code', 'x\n\n```\n[^1]: Word\n```', 'x [^1]: Word'],
    ['a link definition that nothing refers to', '[Obs]: Viktigt\n\ntext', '[Obs]: Viktigt text'],
    [
      'a second link definition of the same name',
      '[a]: https://a.se\n[a]: Word\n\n[a]',
      '[a]: Word a',
    ],
  ] as const)
    it(`show ${what} as text`, async () => {
      expect(textOf(await drawn(markdown))).to.equal(words);
    });

  it('have no place in a flow, which names their line', () => {
    const { problems } = readFlow(
      '---\nlucka: flow/1\nid: a\nlang: en\nversion: "1"\nstart: q-a\nresult: r-a\n---\n\n# Title\n\n[^S1]: Word\n\n## Questions\n',
    );
    expect(problems.filter(({ line }) => line === 12).map(({ message }) => message)).to.match(
      /## Sources/,
    );
  });
});
