import { expect, fixture, html } from '@open-wc/testing';
import '../../src/document-wizard.js';
import { until } from '../support/page.js';

/** The sizes of the headings of an element at this level, in pixels, by tag. */
async function headingSizes(level: number): Promise<Record<string, number>> {
  const element = await fixture<HTMLElement>(
    html`<lucka-document-wizard heading-level=${level}></lucka-document-wizard>`,
  );
  await until(() => Boolean(element.shadowRoot?.querySelector('.title')), 'it is rendered');
  const headings = element.shadowRoot?.querySelectorAll('h1, h2, h3, h4, h5, h6') ?? [];
  return Object.fromEntries(
    Array.from(headings, (heading) => [
      heading.localName,
      parseFloat(getComputedStyle(heading).fontSize),
    ]),
  );
}

describe('the size of headings', () => {
  it('follows the level: a deeper title is smaller, down to the size of the text', async () => {
    const sizes: number[] = [];
    for (const level of [1, 2, 3, 4, 5, 6])
      sizes.push((await headingSizes(level))[`h${level}`] ?? NaN);
    const [first = 0, second = 0, third = 0, fourth = 0, fifth, sixth] = sizes;
    expect(first).to.be.above(second);
    expect([second, third, fourth, fifth, sixth]).to.deep.equal([30, 22, 18, 16, 16]);
  });

  it('of level 3 is below that of a page’s h2 in the browser’s own style sheet', async () => {
    const heading = await fixture<HTMLElement>(html`<h2>Your case</h2>`);
    const { h3 = NaN } = await headingSizes(3);
    expect(h3).to.be.below(parseFloat(getComputedStyle(heading).fontSize));
  });

  it('is limited by a token for each level', async () => {
    document.documentElement.style.setProperty('--lucka-font-size-heading-3', '1.25em');
    const { h3 } = await headingSizes(3);
    document.documentElement.style.removeProperty('--lucka-font-size-heading-3');
    expect(h3).to.equal(20);
  });

  it('of the deepest levels is not that of a custom property of the page called alike', async () => {
    document.documentElement.style.setProperty('--level', '99px');
    const { h6 } = await headingSizes(6);
    document.documentElement.style.removeProperty('--level');
    expect(h6).to.equal(16);
  });

  it('is that of the title’s token at every level when a page sets it', async () => {
    document.documentElement.style.setProperty('--lucka-font-size-title', '1.5em');
    const titles = [(await headingSizes(2))['h2'], (await headingSizes(4))['h4']];
    document.documentElement.style.removeProperty('--lucka-font-size-title');
    expect(titles).to.deep.equal([24, 24]);
  });
});
