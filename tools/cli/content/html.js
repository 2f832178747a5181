/**
 * Blocks of a compiled document as HTML, for pages without script. Text is escaped, and only what is listed here becomes markup.
 */

/** @typedef {import('../../../src/content/document.js').Block} Block */
/** @typedef {import('../../../src/content/document.js').Inline} Inline */
/** @typedef {import('../../../src/content/document.js').ListItem} ListItem */

export const escapeHtml = (/** @type {unknown} */ text) =>
  String(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** @param {readonly Block[]} blocks @returns {string} */
export const blocksToHtml = (blocks) => blocks.map(blockToHtml).join('\n');

/** @param {Block} block @returns {string} */
function blockToHtml(block) {
  switch (block.type) {
    case 'heading': {
      const level = Math.min(block.level, 6);
      return `<h${level} id="${escapeHtml(block.id)}">${inlinesToHtml(block.content)}</h${level}>`;
    }
    case 'paragraph':
      return `<p>${inlinesToHtml(block.content)}</p>`;
    case 'text':
      return inlinesToHtml(block.content);
    case 'list': {
      const items = block.items
        .map(({ content }) => `<li>${blocksToHtml(content)}</li>`)
        .join('\n');
      return block.start === undefined
        ? `<ul>\n${items}\n</ul>`
        : `<ol start="${Number(block.start)}">\n${items}\n</ol>`;
    }
    case 'quote':
      return `<blockquote>${blocksToHtml(block.content)}</blockquote>`;
    case 'code':
      return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
    case 'rule':
      return '<hr>';
    case 'table': {
      const row = (
        /** @type {readonly (readonly Inline[])[]} */ cells,
        /** @type {string} */ tag,
      ) =>
        `<tr>${cells.map((cell) => `<${tag}>${inlinesToHtml(cell)}</${tag.split(' ')[0]}>`).join('')}</tr>`;
      return `<table>\n<thead>${row(block.head, 'th scope="col"')}</thead>\n<tbody>${block.rows.map((cells) => row(cells, 'td')).join('\n')}</tbody>\n</table>`;
    }
    default:
      return '';
  }
}

/** @param {readonly Inline[]} content @returns {string} */
export const inlinesToHtml = (content) => content.map(inlineToHtml).join('');

/** @param {Inline} inline @returns {string} */
function inlineToHtml(inline) {
  if (typeof inline === 'string') return escapeHtml(inline);
  switch (inline.type) {
    case 'strong':
    case 'em':
    case 'del':
      return `<${inline.type}>${inlinesToHtml(inline.content)}</${inline.type}>`;
    case 'link': {
      const isPhone = inline.href.startsWith('tel:');
      const phone = isPhone ? ' class="nowrap" dir="ltr"' : '';
      return `<a${phone} href="${escapeHtml(inline.href)}">${inlinesToHtml(inline.content)}</a>`;
    }
    case 'span':
      return `<bdi lang="${escapeHtml(inline.lang)}">${inlinesToHtml(inline.content)}</bdi>`;
    case 'code':
      return `<code>${escapeHtml(inline.text)}</code>`;
    case 'image':
      return escapeHtml(inline.alt);
    case 'break':
      return '<br>';
    default:
      return '';
  }
}

/** Style sheet of the pages, for a policy that forbids styles in the page. */
export const pageStyles = `:root { color-scheme: light dark; font: 1.0625em/1.5 system-ui, sans-serif; }
body { max-width: 66ch; margin: 2em auto; padding: 0 1em; overflow-wrap: break-word; }
h1, h2 { line-height: 1.25; }
.nowrap { white-space: nowrap; }
`;

/**
 * A whole page, which needs no script.
 *
 * @param {import('../../../src/content/document.js').ContentDocument} document
 * @param {string} lang
 */
export const toPage = ({ meta, blocks }, lang) => `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(meta['title'] ?? '')}</title>
<link rel="stylesheet" href="page.css">
</head>
<body>
<main>
<h1>${escapeHtml(meta['title'] ?? '')}</h1>
${blocksToHtml(blocks)}
</main>
</body>
</html>
`;
