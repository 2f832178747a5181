import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { buildBrowser } from './build-browser.js';
import { buildNotices } from './build-notices.js';
import { buildLicences } from './build-licences.js';
import { buildPages } from './build-pages.js';
import { minifyCss } from './minify-css.js';

/** `npm run build`: dist/ for bundlers, cdn/ for pages, types, the manifest, and the other files of the package. */

/** @param {string} command @param {string[]} parameters */
function run(command, ...parameters) {
  const { status } = spawnSync(process.execPath, [join('node_modules', command), ...parameters], {
    stdio: 'inherit',
  });
  if (status) process.exit(status);
}

/** Vite transforms decorators only in files that tsconfig includes, and does not report others. */
function refuseRawDecorators() {
  for (const file of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
    if (
      file.endsWith('.js') &&
      /^\s*@[A-Za-z]+\(/m.test(readFileSync(join('dist', file), 'utf8'))
    ) {
      throw new Error(`dist/${file} holds raw decorators.`);
    }
  }
}

/** Style sheets for server-rendered markup: a strict policy forbids inline styles. */
async function buildServerStyles() {
  const { rendered, styleSheetOf } = await import(join(process.cwd(), 'dist/ssr.js'));
  mkdirSync('cdn/styles', { recursive: true });
  for (const name of rendered)
    writeFileSync(join('cdn/styles', `${name}.css`), `${minifyCss(styleSheetOf(name))}\n`);
}

/** For `lucka-content`: all messages with their Swedish, and which of them each element shows. */
async function buildMessages() {
  const folder = join(process.cwd(), 'dist/i18n/generated/translations/sv');
  /** @type {Record<string, string[]>} */
  const ids = {};
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .sort()) {
    const { templates } = await import(join(folder, file));
    ids[file.replace('.js', '')] = Object.keys(templates).sort();
  }
  mkdirSync('dist/locales', { recursive: true });
  writeFileSync('dist/locales/message-ids.json', `${JSON.stringify(ids)}\n`);
  cpSync('locales/sv.xlf', 'dist/locales/sv.xlf');
}

await build();
refuseRawDecorators();
await buildBrowser([
  'booking-picker',
  'document-wizard',
  'maintenance-banner',
  'message-composer',
  'terms-dialog',
  'language',
  'content',
]);
await buildPages();
await buildNotices();
buildLicences();
await buildServerStyles();
run('typescript/bin/tsc', '-p', 'tsconfig.build.json');
run('@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet');
await buildMessages();
for (const folder of ['dist/themes', 'cdn/themes'])
  cpSync('src/styles/themes', folder, { recursive: true });
cpSync('src/styles/tokens.json', 'dist/tokens.json');
cpSync('src/services/openapi.yaml', 'dist/openapi.yaml');
