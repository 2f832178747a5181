// Chooses how to read a file of a package by its name.
import fs from 'node:fs';
import { languageOf, languageOfFile } from './paths.js';
import * as readers from './readers.js';

/**
 * @param {string} file
 * @param {string} name of the package
 * @returns {Iterable<[string, string]>} language and paragraph
 */
export function* paragraphs(file, name) {
  const language = languageOfFile(file, name);
  const text = () => fs.readFileSync(file, 'utf8');
  const own = (/** @type {string[]} */ list) =>
    list.map((p) => /** @type {[string, string]} */ ([language, p]));
  const both = (/** @type {[string, string][]} */ pairs) =>
    pairs.flatMap(
      ([from, to]) =>
        /** @type {[string, string][]} */ ([
          ['en', from],
          [language, to],
        ]),
    );
  if (!language && !file.endsWith('templates')) return;
  if (file.endsWith('.mo')) yield* both(readers.readCatalogue(fs.readFileSync(file)));
  else if (file.endsWith('.po')) yield* both(readers.readPo(text()));
  else if (file.endsWith('.lua')) yield* own(readers.readDialogue(text()));
  else if (/\.(?:html?|page|docbook|xml)$/.test(file)) yield* own(readers.readMarkup(text()));
  else if (file.endsWith('DEBIAN/templates')) {
    for (const [code, list] of readers.readQuestions(text()))
      yield* list.map((p) => /** @type {[string, string]} */ ([languageOf(code), p]));
  } else if (/games\/fortunes(?:-\w\w)?\//.test(file) && !/\.(?:dat|u8)$/.test(file)) {
    if (!/-off|\/off\/|limerick/.test(file)) yield* own(readers.readQuotations(text()));
  }
}
