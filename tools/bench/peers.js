import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/**
 * Alternatives, with the parts that show comparable content: element, name and imports. All of them
 * do less than ours; none has its texts, rules or services.
 *
 * @type {Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>}
 */
const PEERS = {
  'terms-dialog': {
    Shoelace: ['@shoelace-style/shoelace/dist/components/dialog/dialog.js'],
    'Material Web': ['@material/web/dialog/dialog.js', '@material/web/button/filled-button.js'],
    Carbon: ['@carbon/web-components/es/components/modal/index.js'],
  },
  'message-composer': {
    Shoelace: ['@shoelace-style/shoelace/dist/components/textarea/textarea.js'],
    'Material Web': ['@material/web/textfield/outlined-text-field.js'],
    Carbon: ['@carbon/web-components/es/components/textarea/index.js'],
  },
  'maintenance-banner': {
    Shoelace: ['@shoelace-style/shoelace/dist/components/alert/alert.js'],
    Carbon: ['@carbon/web-components/es/components/notification/index.js'],
  },
  'document-wizard': {
    Shoelace: [
      '@shoelace-style/shoelace/dist/components/radio-group/radio-group.js',
      '@shoelace-style/shoelace/dist/components/radio/radio.js',
      '@shoelace-style/shoelace/dist/components/button/button.js',
    ],
  },
  'booking-picker': { Cally: ['cally'] },
};

const PACKAGES = [
  '@shoelace-style/shoelace@2.20.1',
  '@material/web@2.5.0',
  '@carbon/web-components@2.63.0',
  'cally@0.9.2',
];

/**
 * Installs the alternatives in a separate folder and measures their sizes.
 *
 * @returns {Promise<Record<string, Record<string, number>>>} KiB of brotli, script and style, by element and peer
 */
export async function weighPeers() {
  const room = mkdtempSync(join(tmpdir(), 'lucka-peers-'));
  const parameters = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', room];
  const { status, stderr } = spawnSync('npm', [...parameters, ...PACKAGES], { encoding: 'utf8' });
  if (status) throw new Error(`The peers could not be installed: ${stderr}`);
  /** @type {Record<string, Record<string, number>>} */
  const weights = {};
  for (const [element, peers] of Object.entries(PEERS)) {
    weights[element] = {};
    for (const [name, modules] of Object.entries(peers))
      /** @type {Record<string, number>} */ (weights[element])[name] = await weigh(room, modules);
  }
  rmSync(room, { recursive: true });
  return weights;
}

/** @param {string} room @param {readonly string[]} modules */
async function weigh(room, modules) {
  const contents = modules.map((module) => `import '${module}';`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: room },
    ...{ bundle: true, minify: true, write: false, format: 'esm', target: 'es2022' },
    ...{ conditions: ['browser', 'production'], legalComments: 'none', logLevel: 'silent' },
  });
  return brotliCompressSync(outputFiles[0]?.contents ?? '').length / 1024;
}
