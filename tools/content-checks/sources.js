import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readUtf8 } from '../cli/read-utf8.js';
import { factsMissing, keepsForce } from './facts.js';
import { figuresIn } from './languages.js';
import { IDENTITY_SENTENCES, TERMS_SENTENCES } from './statements.js';

/** sources.md contains in our words the statement of each number: one line for each, in order, in both languages. */

/** @param {string} folder @param {import('./read.js').Report} report */
export function checkSources(folder, report) {
  const file = 'sources.md';
  const rows = readUtf8(join(folder, file))
    .split('\n')
    .map((text, index) => ({
      match: /^\| ([TS]\d\d) \| (.+?) \| (.+?) \|$/.exec(text),
      line: index + 1,
    }))
    .flatMap(({ match, line }) =>
      match ? [{ number: match[1] ?? '', en: match[2] ?? '', sv: match[3] ?? '', line }] : [],
    );
  const numbers = rows.map(({ number }) => number);
  const wanted = [...TERMS_SENTENCES, ...IDENTITY_SENTENCES];
  if (!isDeepStrictEqual(numbers, wanted)) {
    const index = wanted.findIndex((number, at) => numbers[at] !== number);
    report(
      file,
      rows[index]?.line ?? 1,
      `not one line for each number, in order: ${wanted[index]}`,
    );
  }
  for (const { number, line, ...texts } of rows) {
    if (!isDeepStrictEqual(figuresIn(texts.en, 'en'), figuresIn(texts.sv, 'sv')))
      report(file, line, `${number}: figures differ between the languages`);
    for (const lang of /** @type {const} */ (['en', 'sv'])) {
      for (const fact of factsMissing(number, lang, texts[lang]))
        report(file, line, `${number} (${lang}) without its fact: ${fact}`);
      if (!keepsForce(number, lang, texts[lang]))
        report(file, line, `${number} (${lang}) has lost its force`);
    }
  }
}
