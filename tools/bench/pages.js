import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';

/** @type {Record<string, string>} */
const TYPES = { '.js': 'text/javascript', '.html': 'text/html', '.css': 'text/css' };

const DAY = 86_400_000;
const inDays = (/** @type {number} */ days) => new Date(Date.now() + days * DAY).toISOString();

/** A planned interruption that a server renders into the page. */
const NOTICES = JSON.stringify([
  {
    ...{ id: 'night', revision: 1, kind: 'planned', reason: 'maintenance', scope: 'part' },
    ...{
      publishedAt: inDays(-1),
      startsAt: inDays(7),
      endsAt: inDays(7.25),
      impact: 'unavailable',
    },
    ...{ affected: ['my-page'], unaffected: ['booking'] },
    title: { en: 'My page is closed one night', sv: 'Min sida är stängd en natt' },
    body: { en: 'You cannot log in meanwhile.', sv: 'Du kan inte logga in under tiden.' },
    whatToDo: { en: ['Send your message before.'], sv: ['Skicka ditt meddelande innan.'] },
  },
]);

/** Each element as a page has it, without a server of its own. @type {Readonly<Record<string, string>>} */
export const ELEMENTS = {
  'booking-picker': '<lucka-booking-picker></lucka-booking-picker>',
  'document-wizard': '<lucka-document-wizard></lucka-document-wizard>',
  'maintenance-banner': `<lucka-maintenance-banner storage="none"><script type="application/json">${NOTICES}</script></lucka-maintenance-banner>`,
  'message-composer': '<lucka-message-composer></lucka-message-composer>',
  'terms-dialog': '<lucka-terms-dialog manual storage="none"></lucka-terms-dialog>',
};

/** A minimal LitElement that renders a given text: the cost of Lit itself. */
const BARE = `import { html, LitElement } from 'lit';
class BareLit extends LitElement {
  static properties = { text: {} };
  constructor() { super(); this.text = window.bareText ?? []; }
  render() { return html\`<div>\${this.text.map((line) => html\`<p>\${line}</p>\`)}</div>\`; }
}
customElements.define('bare-lit', BareLit);`;

/** @returns {Promise<string>} the minimal element with Lit, minified like ours */
export async function bareLit() {
  const { outputFiles } = await build({
    stdin: { contents: BARE, resolveDir: '.' },
    ...{ bundle: true, minify: true, write: false, format: 'esm', target: 'es2022' },
    conditions: ['browser', 'production'],
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * Serves cdn/ and the pages to measure on 127.0.0.1.
 *
 * @param {Readonly<Record<string, string>>} pages by path
 */
export async function servePages(pages) {
  const server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://x').pathname;
    try {
      const body = pages[path] ?? readFileSync(`.${path}`);
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/html' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    base: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param {string} body @param {string} [script] */
export const pageOf = (body, script) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><body>${body}${script ? `<script type="module" src="${script}"></script>` : ''}</body></html>`;
