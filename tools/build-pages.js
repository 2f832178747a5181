import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { mkdirSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { importTs } from './import-ts.js';
import { readUtf8 } from './cli/read-utf8.js';

/**
 * The terms as plain pages, cdn/pages/terms.en.html and .sv.html: the target of the link in the fallback, for people
 * without JavaScript and in case a script fails. Rendered by the same code as in the element.
 */

const STYLES = `:root { color-scheme: light dark; font: 1.0625em/1.5 system-ui, sans-serif; }
body { max-width: 66ch; margin: 2em auto; padding: 0 1em; overflow-wrap: break-word; }
h1, h2 { line-height: 1.25; }
.nowrap { white-space: nowrap; }
`;

export async function buildPages() {
  const { compileDocument } = await importTs('src/content/compile.ts');
  const { renderBlocks, useServerBackEnd } = await importTs('src/content/server-render.ts');
  useServerBackEnd();
  mkdirSync('cdn/pages', { recursive: true });
  writeFileSync('cdn/pages/page.css', STYLES);
  for (const lang of ['en', 'sv']) {
    const { meta, blocks } = await compileDocument(readUtf8(`content/terms/my-page.${lang}.md`));
    const drawn = await collectResult(render(renderBlocks(blocks, { headingLevel: 2 })));
    const body = drawn
      .replace(/<!--.*?-->/gs, '')
      .replace(/ (?:data-id|tabindex)="[^"]*"| class="(?!nowrap)[^"]*"/g, '');
    const page = `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${meta.title}</title><link rel="stylesheet" href="page.css"></head>
<body><main><h1>${meta.title}</h1>${body}</main></body></html>`;
    writeFileSync(
      `cdn/pages/terms.${lang}.html`,
      await format(page, { parser: 'html', printWidth: 100 }),
    );
  }
}
