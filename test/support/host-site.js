import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { launchBrowser, watchedPage } from './browser.js';

/** The strict policy that pages of public bodies are asked to have. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html lucka";

/** The loader, as a page has it. */
export const LOADER = '<script type="module" src="/cdn/lucka.js"></script>';

/** Each element as a page has it, without a server of its own. @type {Readonly<Record<string, string>>} */
export const ELEMENTS = {
  'booking-picker': '<lucka-booking-picker><p><a href="/book">Book</a></p></lucka-booking-picker>',
  'terms-dialog':
    '<lucka-terms-dialog storage="none"><p><a href="/terms">Terms</a></p></lucka-terms-dialog>',
  'message-composer':
    '<lucka-message-composer><p><a href="/write">Write</a></p></lucka-message-composer>',
  'maintenance-banner':
    '<lucka-maintenance-banner storage="none" src="/notices.json"><p><a href="/news">News</a></p></lucka-maintenance-banner>',
  'document-wizard':
    '<lucka-document-wizard><p><a href="/identity">Documents</a></p></lucka-document-wizard>',
};

/** What the banner's feed says: a disturbance that lasts. */
const NOTICES = {
  notices: [
    {
      ...{ id: 'slow', revision: 1, kind: 'disruption', reason: 'operational', scope: 'part' },
      ...{ publishedAt: '2026-01-01T00:00:00Z', startsAt: '2026-01-01T00:00:00Z' },
      ...{ affected: ['messages'], impact: 'slow' },
      ...{ title: { en: 'Slow', sv: 'Trögt' }, body: { en: 'Slow.', sv: 'Trögt.' } },
    },
  ],
};

/** @type {Record<string, string>} */
const TYPES = {
  '.js': 'text/javascript',
  '.html': 'text/html',
  '.css': 'text/css',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.svg': 'image/svg+xml',
};

/**
 * A host site on 127.0.0.1: the browser build at /cdn/, and the pages and files of a test, all with one
 * content security policy.
 *
 * @param {object} [options]
 * @param {() => Promise<import('playwright-core').Browser>} [options.launch] launches the browser for its pages
 * @param {(file: Buffer) => string | Buffer} [options.change] changes a file of the browser build
 * @param {string} [options.root] folder of the files that a test does not set; that of the project by default
 */
export async function hostSite({
  launch = launchBrowser,
  change = (file) => file,
  root = '.',
} = {}) {
  /** What is there besides the bundle, by path. @type {Map<string, string>} */
  const files = new Map([['/notices.json', JSON.stringify(NOTICES)]]);
  /** A policy of its own for a path. @type {Map<string, string>} */
  const policies = new Map();
  const server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://x').pathname;
    try {
      const body = files.get(path) ?? change(readFileSync(`${root}${path}`));
      response.writeHead(200, {
        'content-type': TYPES[extname(path)] ?? 'text/html',
        'content-security-policy': policies.get(path) ?? POLICY,
        // A document with an opaque origin (a sandbox, data:) loads its scripts with CORS.
        'access-control-allow-origin': '*',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const browser = await launch();

  /**
   * Opens a page with this body in a new browser window.
   *
   * @param {string} body
   * @param {{ head?: string, html?: string, policy?: string }} [more]
   */
  async function open(body, { head = '', html = 'lang="en"', policy = POLICY } = {}) {
    const path = `/page-${files.size}`;
    policies.set(path, policy);
    files.set(
      path,
      `<!doctype html><html ${html}><head><meta charset="utf-8"><title>Page</title>${head}</head><body>${body}</body></html>`,
    );
    const context = await browser.newContext();
    const { page, faults } = await watchedPage(context, base);
    await page.goto(base + path);
    return { page, faults, context };
  }

  const close = async () => {
    await browser.close();
    server.close();
  };
  return { base, browser, files, policies, open, close };
}

/** Waits until every element of ours on the page is drawn, and not busy. @param {import('playwright-core').Page} page */
export const allDrawn = (page) =>
  page.waitForFunction(() => {
    const elements = [...document.querySelectorAll('*')].filter(({ localName }) =>
      localName.startsWith('lucka-'),
    );
    return elements.every(
      (element) =>
        element.matches(':defined') &&
        element.shadowRoot?.querySelector('.root') &&
        !element.shadowRoot.querySelector('.root[aria-busy="true"], [aria-busy="true"]') &&
        (!element.hasAttribute('open') || element.shadowRoot.querySelector('[part~="print"]')),
    );
  });
