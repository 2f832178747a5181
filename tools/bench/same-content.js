import { build } from 'esbuild';
import { isDrawn } from './measures.js';

/**
 * What an element shows, as one static template of Lit with the same style sheets, in one file: what its content costs however it
 * is made. Made from the present build, so that nothing is won by showing less.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} address of a page with the element
 * @param {string} tag
 * @returns {Promise<string>} a script that defines `<same-content>`
 */
export async function sameContent(browser, address, tag) {
  const page = await browser.newPage();
  await page.goto(address);
  await isDrawn(page, tag);
  const { html, css } = await page.evaluate(contentOf, tag);
  await page.close();
  const { outputFiles } = await build({
    stdin: { contents: elementOf(html, css), resolveDir: '.' },
    ...{ bundle: true, minify: true, write: false, format: 'esm', target: 'es2022' },
    conditions: ['browser', 'production'],
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * Runs in the page: the element's shadow root without comments and blank text, and its styles.
 *
 * @param {string} tag
 */
function contentOf(tag) {
  const root = document.querySelector(tag)?.shadowRoot;
  const copy = document.createElement('div');
  for (const child of root?.childNodes ?? []) copy.append(child.cloneNode(true));
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT);
  /** @type {ChildNode[]} */
  const superfluous = [];
  while (walker.nextNode()) {
    const node = /** @type {Comment | Text} */ (walker.currentNode);
    if (node instanceof Comment || !node.data.trim()) superfluous.push(node);
  }
  for (const node of superfluous) node.remove();
  const css = [...(root?.adoptedStyleSheets ?? [])]
    .flatMap(({ cssRules }) => [...cssRules])
    .map(({ cssText }) => cssText)
    .join('\n');
  return { html: copy.innerHTML, css };
}

/** @param {string} html @param {string} css */
const elementOf = (html, css) => `import { html, LitElement, unsafeCSS } from 'lit';
class SameContent extends LitElement {
  static styles = unsafeCSS(${JSON.stringify(css)});
  render() { return html\`${html.replace(/[\\`$]/g, '\\$&')}\`; }
}
customElements.define('same-content', SameContent);`;
