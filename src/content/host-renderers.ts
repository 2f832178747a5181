import { html } from 'lit';
import type { Cell } from './document.js';
import { renderBlocks, renderInlines, type Renderers, type RenderOptions } from './render.js';

/** Types that only texts from pages and servers use. They are loaded with the parser, not with the element. */
export const hostRenderers: Renderers = {
  quote: ({ content }, options) => html`<blockquote>${renderBlocks(content, options)}</blockquote>`,
  code: (node) =>
    node.isBlock
      ? html`<pre tabindex="0"><code>${node.text}</code></pre>`
      : html`<code>${node.text}</code>`,
  rule: () => html`<hr />`,
  table: ({ head, rows }, options) =>
    html`<table>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${renderCell(cell, options)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${renderCell(cell, options)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`,
  del: ({ content }, options) => html`<del>${renderInlines(content, options)}</del>`,
  image: ({ src, alt, isOwn }) =>
    isOwn ? html`<img src=${src} alt=${alt} loading="lazy" />` : alt,
  footnote: ({ number, id, to }) => {
    const role = id.startsWith('footnote-ref') ? 'doc-noteref' : 'doc-backlink';
    return html`<a role=${role} data-id=${id} href="#${to}">[${number}]</a>`;
  },
  break: () => html`<br />`,
};

const renderCell = (cell: Cell, options: RenderOptions) => renderInlines(cell, options);
