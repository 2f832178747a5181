import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { watch } from 'node:fs';
import { checkFolder } from './check.js';
import { compilePack } from './compile-pack.js';
import { escapeHtml } from './html.js';
import { mediaTypeOf } from './pack-of.js';

/** @typedef {Awaited<ReturnType<typeof import('./load-compiler.js').loadCompiler>>} Compiler */
/** @typedef {{ files: ReadonlyMap<string, string>, problems: readonly import('./read-folder.js').Problem[], languages: readonly string[], flows: readonly string[], terms: readonly string[] }} Built */

const root = new URL('../../../', import.meta.url);

/** Milliseconds after the last change: editors write a file in several steps. */
const SETTLE = 80;

/**
 * Serves the five elements on a content folder, on this computer only, and reloads the page when a file is saved. With mistakes in
 * the content it lists them, above the elements on the texts as they last were without.
 *
 * @param {string} folder
 * @param {number} port 0 for any
 * @param {Compiler} compiler
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function startPreview(folder, port, compiler) {
  /** @type {Built} */
  let built = { files: new Map(), problems: [], languages: [], flows: [], terms: [] };
  /** @type {Set<import('node:http').ServerResponse>} */
  const listeners = new Set();
  const build = async () => {
    const { content, problems } = await checkFolder(folder, compiler);
    const stems = (/** @type {string} */ start) => [
      ...new Set(
        content.files.flatMap(({ stem }) =>
          stem.startsWith(start) ? [stem.slice(start.length)] : [],
        ),
      ),
    ];
    built = {
      files: problems.length ? built.files : await compilePack(folder, content, compiler),
      problems,
      languages: content.files.flatMap(({ kind, lang }) =>
        kind.carrier === 'agency' ? [lang] : [],
      ),
      flows: stems('flows/'),
      terms: stems('terms/').filter((id) => id !== 'dialog'),
    };
    for (const listener of listeners) listener.write('data: changed\n\n');
  };
  await build();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void build().catch(console.error), SETTLE);
  });
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/changes') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(':\n\n');
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
      return;
    }
    answer(pathname, searchParams, built).then(
      ({ type, body }) => {
        response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
        response.end(body);
      },
      () => {
        response.writeHead(404, { 'content-type': 'text/plain' });
        response.end('There is no such file.');
      },
    );
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const at = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${at.port}/`,
    close: () => {
      clearTimeout(timer);
      watcher.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param {string} path @param {URLSearchParams} parameters @param {Built} built @returns {Promise<{ type: string, body: string | Buffer }>} */
async function answer(path, parameters, built) {
  if (path === '/') {
    const lang = parameters.get('lang') ?? '';
    return { type: mediaTypeOf('index.html'), body: pageOf(built, lang) };
  }
  const type = mediaTypeOf(path);
  if (path === '/preview.js') return { type, body: script };
  if (path === '/preview.css') return { type, body: styles };
  const [, name = ''] = /^\/content\/(.+)$/.exec(path) ?? [];
  const text = built.files.get(decodeURIComponent(name));
  if (text !== undefined) return { type, body: text };
  const [, folder, file] = /^\/(cdn|dist)\/([\w./-]+)$/.exec(path) ?? [];
  if (!file || file.includes('..')) throw new Error(`There is no ${path}.`);
  return { type, body: await readFile(new URL(`${folder}/${file}`, root)) };
}

/** @param {Built} built @param {string} wanted */
function pageOf({ problems, languages, files, flows, terms }, wanted) {
  const lang = languages.includes(wanted) ? wanted : (languages[0] ?? 'en');
  const links = languages.map((each) =>
    each === lang ? `<strong>${each}</strong>` : `<a href="/?lang=${each}">${each}</a>`,
  );
  const list = problems.length
    ? `<section class="problems" aria-labelledby="problems"><h2 id="problems">${problems.length === 1 ? '1 mistake' : `${problems.length} mistakes`}</h2><ul>${problems
        .map(
          ({ file, line, message }) =>
            `<li><code>${escapeHtml(file)}:${line}</code> ${escapeHtml(message)}</li>`,
        )
        .join(
          '',
        )}</ul><p>The elements show the texts as they last were without mistakes.</p></section>`
    : '';
  const loader = files.has('pack.json')
    ? '<script type="module" src="/cdn/lucka.js" data-content="/content/pack.json"></script>'
    : '';
  const termsTags = terms
    .map(
      (
        id,
      ) => `<h2>terms/${escapeHtml(id)}</h2><p><button type="button" data-open="terms-${escapeHtml(id)}">Open</button></p>
<lucka-terms-dialog id="terms-${escapeHtml(id)}" terms-id="${escapeHtml(id)}" manual storage="none"><p class="fallback">The terms dialog has no texts.</p></lucka-terms-dialog>`,
    )
    .join('\n');
  const flowTags = flows
    .map(
      (id) => `<h2>flows/${escapeHtml(id)}</h2>
<lucka-document-wizard flow-id="${escapeHtml(id)}" heading-level="3"><p class="fallback">The wizard has no texts.</p></lucka-document-wizard>`,
    )
    .join('\n');
  const notices = files.has('notices.json') ? ' src="/content/notices.json"' : '';
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview of the content</title>
<link rel="stylesheet" href="/preview.css">
<script type="module" src="/preview.js"></script>
${loader}
</head>
<body>
<header><p lang="en">Language: ${links.join(' · ')}</p></header>
<main>
<h1 lang="en">Preview of the content</h1>
${list}
<h2>notices</h2>
<lucka-maintenance-banner${notices} storage="none"></lucka-maintenance-banner>
${termsTags}
${flowTags}
<h2>messages/composer</h2>
<lucka-message-composer heading-level="3"><p class="fallback">The composer has no texts.</p></lucka-message-composer>
<h2>booking</h2>
<lucka-booking-picker heading-level="3" letter-gate="passed"><p class="fallback">The picker has no texts.</p></lucka-booking-picker>
</main>
</body>
</html>`;
}

/** Runs in the page: booking without a service, and reloading. */
const script = `import { memoryBookingService } from '/dist/testing.js';
for (const picker of document.querySelectorAll('lucka-booking-picker')) {
  const service = memoryBookingService();
  customElements.whenDefined(picker.localName).then(() => (picker.service = service));
}
for (const button of document.querySelectorAll('[data-open]'))
  button.addEventListener('click', () => document.getElementById(button.dataset.open)?.show?.());
new EventSource('/changes').addEventListener('message', () => location.reload());
`;

const styles = `:root { color-scheme: light dark; font: 1.0625em/1.5 system-ui, sans-serif; }
body { margin: 0; }
header, main { max-width: 46em; margin: 0 auto; padding: 0.5em 1em; }
h2 { margin-block: 2em 0.5em; padding-block-start: 1em; border-block-start: 1px solid; font-size: 1em; font-family: ui-monospace, monospace; }
.problems { border: 3px solid #b3261e; padding: 0 1em; }
.problems h2 { border: 0; margin-block-start: 0.5em; }
.problems code { overflow-wrap: anywhere; }
.fallback { border: 1px dashed; padding: 1em; }
`;
