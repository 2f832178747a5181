import { createHash } from 'node:crypto';

/**
 * The markup with which browsers refuse modified scripts of Lucka: an import
 * map with the hash of each chunk (Subresource Integrity for modules), and the loader with its own hash. An inline import map
 * needs its hash in `script-src`.
 *
 * @param {string} place where the browser build is on the page's server, such as `/lucka/`
 * @param {Readonly<Record<string, string>>} integrity hashes by file, as in cdn/integrity.json
 * @returns {{ html: string, scriptSource: string }} the markup, and the addition to `script-src`
 */
export function integritySnippet(place, integrity) {
  const base = place.endsWith('/') ? place : `${place}/`;
  const { 'lucka.js': loader, ...chunks } = integrity;
  if (!loader) throw new Error('integrity.json does not name the loader, lucka.js.');
  const byAddress = Object.fromEntries(
    Object.entries(chunks).map(([file, hash]) => [base + file, hash]),
  );
  // An address that contains `</script` would end the element.
  const map = JSON.stringify({ integrity: byAddress }, null, 1).replaceAll('<', '\\u003c');
  const hash = createHash('sha256').update(map).digest('base64');
  return {
    html: `<script type="importmap">${map}</script>
<script type="module" src="${escape(base)}lucka.js" integrity="${loader}"></script>
`,
    scriptSource: `'sha256-${hash}'`,
  };
}

const escape = (/** @type {string} */ text) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
