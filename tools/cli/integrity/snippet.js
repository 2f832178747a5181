import { createHash } from 'node:crypto';

/**
 * Which elements a page shows at first, so that its HTML names their files.
 *
 * @typedef {object} Shown
 * @property {readonly string[]} [tags] without `lucka-`, such as `terms-dialog`; none by default
 * @property {string} [lang] language of the page: `en` (default) or `sv`
 */

/**
 * The markup with which browsers refuse modified scripts of Lucka: an import
 * map with the hash of each chunk (Subresource Integrity for modules), and the loader with its own hash. An inline import map
 * needs its hash in `script-src`.
 *
 * @param {string} place where the browser build is on the page's server, such as `/lucka/`
 * @param {Readonly<Record<string, string>>} integrity hashes by file, as in cdn/integrity.json
 * @param {Shown} [shown] hints are added for these
 * @returns {{ importMap: string, hints: string, loader: string, html: string, scriptSource: string }} the markup in its parts and as a
 *   whole, and the addition to `script-src`
 * @throws {Error} for an element or a language that there is not
 */
export function integritySnippet(place, integrity, { tags = [], lang = 'en' } = {}) {
  const base = place.endsWith('/') ? place : `${place}/`;
  const { 'lucka.js': loaderHash, ...chunks } = integrity;
  if (!loaderHash) throw new Error('integrity.json does not name the loader, lucka.js.');
  const byAddress = Object.fromEntries(
    Object.entries(chunks).map(([file, hash]) => [base + file, hash]),
  );
  // An address that contains `</script` would end the element.
  const map = JSON.stringify({ integrity: byAddress }, null, 1).replaceAll('<', '\\u003c');
  const hash = createHash('sha256').update(map).digest('base64');
  const importMap = `<script type="importmap">${map}</script>\n`;
  const hints = filesOf(Object.keys(chunks), tags, lang)
    .map(
      (file) =>
        `<link rel="modulepreload" href="${escape(base)}${file}" integrity="${chunks[file]}">\n`,
    )
    .join('');
  const loader = `<script type="module" src="${escape(base)}lucka.js" integrity="${loaderHash}"></script>\n`;
  return {
    ...{ importMap, hints, loader },
    // After the import map: a browser that has begun to load a module takes no import map.
    html: importMap + hints + loader,
    scriptSource: `'sha256-${hash}'`,
  };
}

/**
 * What the elements need before their first view, as src/loader.ts requests it: with a hint the browser does so while it still reads the
 * page. The banner shows nothing before its feed is there, and loads no more until then.
 *
 * @param {readonly string[]} files of the browser build
 * @param {readonly string[]} tags
 * @param {string} lang
 * @returns {string[]}
 */
function filesOf(files, tags, lang) {
  const chunk = (/** @type {string} */ name) =>
    files.filter((file) => file.startsWith(`chunks/${name}-`));
  const needed = tags.flatMap((tag) => {
    if (!files.includes(`${tag}.js`)) throw new Error(`There is no <lucka-${tag}>.`);
    if (tag === 'maintenance-banner') return [`${tag}.js`];
    const [content] = chunk(`${tag}.${lang}`);
    if (!content) throw new Error(`There are no texts of <lucka-${tag}> in "${lang}".`);
    return [...chunk('core'), `${tag}.js`, content];
  });
  return [...new Set(needed)];
}

const escape = (/** @type {string} */ text) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
