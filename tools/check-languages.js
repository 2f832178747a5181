import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateTranslations, openLocalizer, TRANSLATIONS } from './generate-translations.js';

/**
 * `npm run check:languages`: every message has a translation in every language, with all its placeholders, and the
 * generated files match the translations. (`lit-localize build` accepts untranslated messages.)
 */

const problems = [];

const read = (/** @type {string} */ folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => {
      const path = join(folder, name);
      return /** @type {const} */ ([path, readFileSync(path, 'utf8')]);
    });
const generated = () => [
  ...targetLocales.flatMap((code) => read(join(TRANSLATIONS, code))),
  ...read(TRANSLATIONS),
  ...read(join(TRANSLATIONS, '..')),
];

/** @type {{ targetLocales: string[] }} */
const { targetLocales } = JSON.parse(readFileSync('lit-localize.json', 'utf8'));
const before = [...read('locales'), ...generated()];

const localizer = openLocalizer();
const { errors } = localizer.extractSourceMessages();
if (errors.length) problems.push(...errors.map(({ messageText }) => String(messageText)));
await localizer.writeInterchangeFiles();
await generateTranslations(localizer);
for (const [path, text] of before) {
  if (readFileSync(path, 'utf8') === text) continue;
  problems.push(`${path} is stale: run \`npm run localize\`, translate what is new, and commit.`);
  writeFileSync(path, text);
}

const placeholders = (/** @type {string} */ text) =>
  [...text.matchAll(/<x id="(\d+)"/g)]
    .map((match) => match[1])
    .sort()
    .join();

let messages = 0;
for (const [path, text] of read('locales')) {
  for (const [, id, unit = ''] of text.matchAll(
    /<trans-unit id="([^"]+)">([\s\S]*?)<\/trans-unit>/g,
  )) {
    const source = /<source>([\s\S]*?)<\/source>/.exec(unit)?.[1] ?? '';
    const target = /<target>([\s\S]*?)<\/target>/.exec(unit)?.[1] ?? '';
    messages++;
    if (!target.trim()) problems.push(`${path}: ${id} is not translated: ${source}`);
    else if (placeholders(source) !== placeholders(target))
      problems.push(`${path}: ${id} has other placeholders: ${target}`);
  }
}

for (const problem of problems) console.error(problem);
console.log(
  `${messages} translated messages in ${targetLocales.join(', ')}; ${problems.length} problems`,
);
process.exitCode = problems.length ? 1 : 0;
