// Files of sentences: one JSON object per line.
import fs from 'node:fs';

/** @typedef {{ text: string, lang: string, source: string }} Line */

/** @param {string} file @returns {Generator<Line>} */
export function* readLines(file) {
  const content = fs.readFileSync(file);
  for (let start = 0; start < content.length;) {
    let end = content.indexOf(10, start);
    if (end < 0) end = content.length;
    if (end > start) yield JSON.parse(content.toString('utf8', start, end));
    start = end + 1;
  }
}
