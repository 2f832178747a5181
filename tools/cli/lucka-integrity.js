#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { integritySnippet } from './integrity/snippet.js';

const USAGE = `npx lucka-integrity <place> [<element>…] [--lang en|sv]
  such as /lucka/ or https://static.agency.example/lucka/ terms-dialog maintenance-banner --lang sv

Prints what to paste into a page so that its browser runs no script of Lucka but those of this version, and what its
content security policy must allow for that. <place> is where cdn/ of this package is on your server. For each <element>
that the page shows at first, in the language of the page (en by default), there are hints with which the browser requests its files one
round trip earlier: leave out elements with content of their own (src, endpoint of the terms dialog, a content pack).`;

/** @returns {{ place: string, tags: string[], lang: string }} @throws {TypeError} for an unknown option */
function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { lang: { type: 'string', default: 'en' }, help: { type: 'boolean', short: 'h' } },
  });
  const [place = '', ...tags] = values.help ? [] : positionals;
  return { place, tags: tags.map((tag) => tag.replace(/^lucka-/, '')), lang: values.lang };
}

try {
  const { place, tags, lang } = readArguments();
  if (!place) console.log(USAGE);
  else {
    const file = new URL('../../cdn/integrity.json', import.meta.url);
    const integrity = JSON.parse(readFileSync(file, 'utf8'));
    const { html, scriptSource } = integritySnippet(place, integrity, { tags, lang });
    console.log(`${html}\nscript-src ${scriptSource}`);
  }
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
}
