#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { integritySnippet } from './integrity/snippet.js';

const [place] = process.argv.slice(2);
if (!place || place.startsWith('-')) {
  console.log(`npx lucka-integrity <place>   such as /lucka/ or https://static.agency.example/lucka/

Prints what to paste into a page so that its browser runs no script of Lucka but those of this version, and what its
content security policy must allow for that. <place> is where cdn/ of this package is on your server.`);
} else {
  const file = new URL('../../cdn/integrity.json', import.meta.url);
  const { html, scriptSource } = integritySnippet(place, JSON.parse(readFileSync(file, 'utf8')));
  console.log(`${html}\nscript-src ${scriptSource}`);
}
