import { expect } from '@open-wc/testing';
import { parseMarkdown } from '../../src/content/parse.js';

const hrefsOf = (markdown: string): string[] =>
  Array.from(JSON.stringify(parseMarkdown(markdown).blocks).matchAll(/"href":"([^"]*)"/g)).map(
    ([, href = '']) => href,
  );

describe('links to headings', () => {
  for (const anchor of ['#100%', '#%zz', '#%E0%A4%A', '#%', '#%C3%28'])
    it(`whose escapes stand for no character stay as they are, and the others lead on: ${anchor}`, () => {
      expect(hrefsOf(`## Nämnden {#board}\n\n[a](${anchor}) [b](#n%C3%A4mnden)`)).to.deep.equal([
        anchor,
        '#board',
      ]);
    });
});
