import { isDeepStrictEqual } from 'node:util';
import { wordsIn } from './read.js';

/** The eight offices, in order, each with its name, its position, and other search terms. */

/** @typedef {import('./read.js').SourceDocument} SourceDocument */
/** @typedef {import('./read.js').Report} Report */

/** @type {Record<string, string>} */
const OFFICES = {
  malmo: 'Malmö',
  vaxjo: 'Växjö',
  goteborg: 'Göteborg',
  norrkoping: 'Norrköping',
  orebro: 'Örebro',
  sundbyberg: 'Sundbyberg',
  sundsvall: 'Sundsvall',
  boden: 'Boden',
};
/** Latitude and longitude of Sweden, in degrees. */
const SWEDEN = { south: 55, north: 69.1, west: 10.9, east: 24.2 };

/** @param {SourceDocument} document @param {Report} report */
export function checkOffices({ file, lang, sections }, report) {
  const offices = sections.filter(({ level }) => level === 2);
  if (
    !isDeepStrictEqual(
      offices.map(({ id }) => id),
      Object.keys(OFFICES),
    )
  )
    report(file, 1, 'not the eight offices in order');
  /** @type {Map<string, string>} */
  const aliases = new Map();
  for (const { id, title, line, blocks } of offices) {
    const value = (/** @type {string} */ key) =>
      wordsIn(blocks.find(({ text }) => text.startsWith(`\`${key}\``))?.text ?? '');
    const name = id === 'goteborg' && lang === 'en' ? 'Gothenburg' : OFFICES[id];
    if (value('name') !== name || title !== name) report(file, line, `name: ${value('name')}`);
    if (!isInSweden(value('position'))) report(file, line, `position: ${value('position')}`);
    for (const alias of value('aliases').split(', ')) {
      const isAnother = Object.values(OFFICES).includes(alias) && OFFICES[id] !== alias;
      if (aliases.has(alias) || isAnother) report(file, line, `alias twice: ${alias}`);
      aliases.set(alias, id);
    }
  }
  const other = lang === 'en' ? 'Göteborg' : 'Gothenburg';
  for (const [alias = '', id] of [
    ['Stockholm', 'sundbyberg'],
    ['Luleå', 'boden'],
    [other, 'goteborg'],
  ])
    if (aliases.get(alias) !== id) report(file, 1, `alias missing: ${alias}`);
}

/** @param {string} position such as '55.61, 13.00' */
function isInSweden(position) {
  const [latitude = 0, longitude = 0] = position.split(', ').map(Number);
  return (
    /^\d\d\.\d\d, \d\d\.\d\d$/.test(position) &&
    latitude > SWEDEN.south &&
    latitude < SWEDEN.north &&
    longitude > SWEDEN.west &&
    longitude < SWEDEN.east
  );
}
