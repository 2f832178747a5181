import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { matcher } from './ignore.js';
import { actionOf } from './settings.js';
import { serveFolder } from './static-server.js';

/** @typedef {import('./run.js').PageToAudit} PageToAudit */
/** @typedef {import('./settings.js').Settings} Settings */

/**
 * All pages that the settings name: addresses, sitemap, static folder, Storybook.
 *
 * @param {Pick<Settings, 'pages' | 'actions' | 'sitemap' | 'folder' | 'storybook'> & { timeout?: number }} settings `timeout` of
 *   a sitemap and of a Storybook's index, in ms; 20 s by default
 * @returns {Promise<{ pages: PageToAudit[], close: () => void }>} close stops what serves the folders
 * @throws {Error} that says which source is empty or not there
 */
export async function findPages({
  pages: given,
  sitemap,
  folder,
  storybook,
  actions,
  timeout = 20_000,
}) {
  /** @type {(() => void)[]} */
  const closers = [];
  /** @type {PageToAudit[]} */
  const pages = given.map((page) => {
    if (typeof page === 'string') return { address: page, actions };
    const { actions: own = [], states = [], ...rest } = page;
    return {
      ...rest,
      actions: [...actions, ...own.map(actionOf)],
      states: states.map(({ name, actions: steps }) => ({ name, actions: steps.map(actionOf) })),
    };
  });
  const known = new Set(pages.map(({ address }) => address));
  const add = (/** @type {PageToAudit} */ page) => {
    if (!known.has(page.address)) pages.push({ ...page, actions });
    known.add(page.address);
  };
  try {
    if (sitemap) for (const address of await sitemapAddresses(sitemap, timeout)) add({ address });
    if (folder) {
      const served = await serve(folder.path, closers);
      for (const name of htmlFiles(folder)) add({ address: served + encodeURI(name), name });
    }
    if (storybook) {
      const isAddress = URL.canParse(storybook.source) && storybook.source.startsWith('http');
      const base = isAddress
        ? storybook.source.replace(/\/$/, '')
        : await serve(storybook.source, closers);
      pages.push(...(await storiesOf(base, storybook, timeout)));
    }
  } catch (error) {
    for (const close of closers) close();
    throw error;
  }
  return { pages, close: () => closers.forEach((close) => close()) };
}

/** @param {string} path @param {(() => void)[]} closers @returns {Promise<string>} address */
async function serve(path, closers) {
  if (!existsSync(path) || !statSync(path).isDirectory())
    throw new Error(`${resolve(path)} is no folder.`);
  const { base, close } = await serveFolder(path);
  closers.push(close);
  return base;
}

/** @param {{ path: string, include?: string[], exclude?: string[] }} folder @returns {string[]} such as '/about.html' */
function htmlFiles({ path, include = ['**/*.html'], exclude = [] }) {
  const isIncluded = include.map(matcher);
  const isExcluded = exclude.map(matcher);
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => relative(path, join(path, name)).split(sep).join('/'))
    .filter((name) => /\.x?html?$/.test(name) && !name.includes('node_modules/'))
    .filter((name) => isIncluded.some((is) => is(name)) && !isExcluded.some((is) => is(name)))
    .sort();
  if (!files.length) throw new Error(`No .html file in ${resolve(path)} is chosen.`);
  return files.map((name) => `/${name}`);
}

/**
 * @param {{ address: string, find?: string, replace?: string, exclude?: string[] }} sitemap
 * @param {number} timeout in ms
 * @returns {Promise<string[]>}
 */
async function sitemapAddresses({ address, find, replace = '', exclude = [] }, timeout) {
  const isExcluded = exclude.map(matcher);
  const found = await readSitemap(address, timeout);
  const changed = found
    .map((each) => (find ? each.replace(find, replace) : each))
    .filter((each) => !isExcluded.some((is) => is(each)));
  if (!changed.length) throw new Error(`The sitemap ${address} names no page.`);
  return [...new Set(changed)];
}

/** A sitemap, or an index of sitemaps. @param {string} address @param {number} timeout in ms @param {number} [depth] @returns {Promise<string[]>} */
async function readSitemap(address, timeout, depth = 0) {
  const { parseSitemap, parseSitemapIndex } = await import('sitemap').catch(() => {
    throw new Error('Sitemaps need one package more: npm install --save-dev sitemap');
  });
  const body = await bodyOf(address, timeout);
  const text = () => Readable.from([body]);
  if (/<sitemapindex[\s>]/.test(body)) {
    if (depth > 2) throw new Error(`The sitemap ${address} leads to sitemaps without end.`);
    const children = await parseSitemapIndex(text());
    const pages = [];
    for (const { url } of children) pages.push(...(await readSitemap(url, timeout, depth + 1)));
    return pages;
  }
  if (!/<urlset[\s>]/.test(body)) throw new Error(`${address} is no sitemap.`);
  return (await parseSitemap(text())).map(({ url }) => url);
}

/** @param {string} address or file @param {number} timeout in ms @returns {Promise<string>} */
async function bodyOf(address, timeout) {
  const isGzip = /\.gz$/.test(address);
  const open = async () => {
    if (!/^https?:/.test(address)) {
      if (!existsSync(address)) throw new Error(`${address} is not there.`);
      return createReadStream(address);
    }
    const response = await get(address, timeout);
    if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
    return Readable.from(response.body);
  };
  const stream = await open();
  const chunks = [];
  for await (const chunk of isGzip ? stream.pipe(createGunzip()) : stream) chunks.push(chunk);
  return Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))).toString('utf8');
}

/**
 * Loads an address completely.
 *
 * @param {string} address
 * @param {number} timeout in ms, until the last byte
 * @returns {Promise<{ ok: boolean, status: number, body: Buffer }>}
 * @throws {Error} that says that nothing came
 */
async function get(address, timeout) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(timeout) });
    const body = Buffer.from(await response.arrayBuffer());
    return { ok: response.ok, status: response.status, body };
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    throw new Error(`${address} did not answer${isLate ? ` within ${timeout / 1000} s` : ''}.`);
  }
}

/**
 * @param {string} base
 * @param {{ source: string, include?: string[], globals?: string }} storybook
 * @param {number} timeout in ms
 * @returns {Promise<PageToAudit[]>}
 */
async function storiesOf(base, { source, include, globals }, timeout) {
  const isWanted = include?.map(matcher);
  const index = await get(`${base}/index.json`, timeout);
  if (!index.ok) throw new Error(`${source} is no built Storybook: it has no index.json.`);
  /** @type {{ entries: Record<string, { type: string, id: string, tags?: string[] }> }} */
  const { entries } = JSON.parse(index.body.toString());
  const stories = Object.values(entries)
    .filter(({ type, id }) => type === 'story' && (!isWanted || isWanted.some((is) => is(id))))
    .map(({ id, tags = [] }) => ({
      address: `${base}/iframe.html?id=${id}&viewMode=story`,
      story: { id, tags, base, ...(globals && { globals }) },
    }));
  if (!stories.length) throw new Error(`No story of ${source} is chosen.`);
  return stories;
}

/** @param {string} file @returns {any} a results.json @throws {Error} that names the file */
export function readResults(file) {
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'));
    if (!Array.isArray(results.findings)) throw new Error('no findings');
    return results;
  } catch {
    throw new Error(`${file} is no results.json of lucka-audit.`);
  }
}
