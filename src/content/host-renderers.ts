import type { Cell } from './document.js';
import { build, buildAll, buildAs, type Renderers, type RenderOptions } from './render.js';

/** Types that only texts from pages and servers use. They are loaded with the parser, not with the element. */
export const hostRenderers: Renderers = {
  quote: buildAs('blockquote'),
  code: ({ isBlock, text }) => {
    const code = build('code', {}, [text]);
    return isBlock ? build('pre', { tabindex: 0 }, [code]) : code;
  },
  rule: () => build('hr', {}, []),
  table: ({ head, rows }, options) => {
    const headCells = head.map((cell) => buildCell('th', { scope: 'col' }, cell, options));
    const bodyRows = rows.map((row) =>
      build(
        'tr',
        {},
        row.map((cell) => buildCell('td', {}, cell, options)),
      ),
    );
    return build('table', {}, [
      build('thead', {}, [build('tr', {}, headCells)]),
      build('tbody', {}, bodyRows),
    ]);
  },
  del: buildAs('del'),
  image: ({ src, alt, isOwn }) => (isOwn ? build('img', { src, alt, loading: 'lazy' }, []) : alt),
  footnote: ({ number, id, to }) => {
    const role = id.startsWith('footnote-ref') ? 'doc-noteref' : 'doc-backlink';
    return build('a', { role, 'data-id': id, href: `#${to}` }, [`[${number}]`]);
  },
  break: () => build('br', {}, []),
};

const buildCell = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
  cell: Cell,
  options: RenderOptions,
) => build(tag, attributes, buildAll(cell, options));
