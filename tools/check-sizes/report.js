import { kib } from './judge.js';

/** @typedef {import('./measure.js').Measured} Measured */
/** @typedef {Readonly<Record<string, Measured>>} Pages by name and language */

const HEADS = [
  'KiB first',
  'files',
  'trips',
  'KiB idle',
  'files',
  'trips',
  '+/- KiB',
  'data',
  'nodes',
  '÷ same',
];

/**
 * The pages as lines of a table, with their growth since the committed figures.
 *
 * @param {Pages} pages
 * @param {Pages} [before]
 * @returns {string[]}
 */
export function tableOf(pages, before = {}) {
  const width = Math.max(...Object.keys(pages).map((name) => name.length));
  const line = (/** @type {string} */ name, /** @type {string[]} */ cells) =>
    [
      name.padEnd(width),
      ...cells.map((cell, index) => cell.padStart((HEADS[index] ?? '').length + 1)),
    ].join(' ');
  const rows = Object.entries(pages).map(([name, { bytes, files, roundTrips, data, dom }]) =>
    line(name, [
      bytes.firstView === null ? '–' : kib(bytes.firstView).toFixed(2),
      String(files.firstView ?? '–'),
      String(roundTrips.firstView ?? '–'),
      kib(bytes.idle).toFixed(2),
      String(files.idle),
      String(roundTrips.idle),
      growthOf(bytes.idle, before[name]?.bytes.idle),
      String(data.requests),
      String(dom.nodes),
      (dom.shadowNodes / dom.sameContentNodes).toFixed(2),
    ]),
  );
  return [line('', HEADS), ...rows];
}

/** @param {number} bytes @param {number | undefined} before */
function growthOf(bytes, before) {
  if (before === undefined) return 'new';
  const grown = (bytes - before) / 1024;
  return `${grown < 0 ? '-' : '+'}${Math.abs(grown).toFixed(2)}`;
}

/** The name of a file without the hash that changes with each build. @param {string} path */
export const withoutHash = (path) => path.replace(/-[0-9a-f]{8}(?=\.\w+$)/, '');

/** With the names of its files as they can be compared. @param {Measured} measured @returns {Measured} */
export function withoutHashes(measured) {
  const requests = measured.requests.map((request) => ({
    ...request,
    path: withoutHash(request.path),
  }));
  return { ...measured, requests };
}
