import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Result one page in one cell
 * @property {string} place id of a story, or address of a page
 * @property {string} address where it is, for a person to open
 * @property {string} cell such as 'sv dark 320'
 * @property {import('./check.js').Finding[]} findings
 * @property {Buffer | undefined} picture of the page as it failed, PNG
 */
/** @typedef {{ version: string, date: string, subject: string }} About */

/** @param {import('playwright-core').Page} page @returns {Promise<Buffer | undefined>} */
export const pictureOf = (page) => page.screenshot({ fullPage: true }).catch(() => undefined);

/** What a person reads in the console. @param {Result} result */
export const linesOf = ({ place, cell, findings }) =>
  findings.map(
    ({ rule, wcag, message }) => `${place} (${cell}): ${rule}${wcag && ` (${wcag})`}: ${message}`,
  );

/**
 * Writes the results for people (HTML, with a picture of each failure) and for machines: JSON, EARL (W3C's Evaluation and
 * Report Language, as JSON-LD) and SARIF 2.1.0.
 *
 * @param {string} folder
 * @param {Result[]} results
 * @param {About} about
 */
export function writeReports(folder, results, about) {
  mkdirSync(folder, { recursive: true });
  const failed = results.filter(({ findings }) => findings.length);
  failed.forEach(({ picture }, index) => {
    if (picture) writeFileSync(join(folder, `${index + 1}.png`), picture);
  });
  const plain = results.map((result) => ({ ...result, picture: undefined }));
  const write = (/** @type {string} */ name, /** @type {unknown} */ data) =>
    writeFileSync(join(folder, name), `${JSON.stringify(data, null, 1)}\n`);
  write('results.json', { ...about, results: plain });
  write('earl.json', earlOf(results, about));
  write('results.sarif', sarifOf(failed, about));
  writeFileSync(join(folder, 'index.html'), htmlOf(results, failed, about));
}

/** @param {Result[]} results @param {About} about */
function earlOf(results, { version, date, subject }) {
  return {
    '@context': { '@vocab': 'http://www.w3.org/ns/earl#', dct: 'http://purl.org/dc/terms/' },
    '@graph': results.map(({ place, cell, findings }) => ({
      '@type': 'Assertion',
      assertedBy: { '@type': 'Software', 'dct:title': `lucka-audit ${version}` },
      subject: { '@type': 'TestSubject', 'dct:source': subject, 'dct:title': `${place} (${cell})` },
      test: { '@type': 'TestCriterion', 'dct:title': 'WCAG 2.2, as far as machines can tell' },
      mode: { '@id': 'http://www.w3.org/ns/earl#automatic' },
      result: {
        '@type': 'TestResult',
        // A machine that finds nothing proves nothing: never "passed".
        outcome: { '@id': `http://www.w3.org/ns/earl#${findings.length ? 'failed' : 'cantTell'}` },
        'dct:description': findings.map(({ rule, message }) => `${rule}: ${message}`).join('\n'),
        'dct:date': date,
      },
    })),
  };
}

/** @param {Result[]} failed @param {About} about */
function sarifOf(failed, { version }) {
  const rules = [...new Set(failed.flatMap(({ findings }) => findings.map(({ rule }) => rule)))];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'lucka-audit', version, rules: rules.map((id) => ({ id })) } },
        results: failed.flatMap(({ place, address, cell, findings }) =>
          findings.map(({ rule, message }) => ({
            ruleId: rule,
            level: 'error',
            message: { text: `${place} (${cell}): ${message}` },
            locations: [{ physicalLocation: { artifactLocation: { uri: address } } }],
          })),
        ),
      },
    ],
  };
}

/** @param {string} text */
const escape = (text) =>
  text.replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign]};`);

/** @param {Result[]} results @param {Result[]} failed @param {About} about */
function htmlOf(results, failed, { version, date, subject }) {
  const part = (
    /** @type {Result} */ { place, cell, findings, picture },
    /** @type {number} */ index,
  ) =>
    `<section><h2>${escape(place)} <small>${escape(cell)}</small></h2><ul>${findings
      .map(
        ({ rule, wcag, message }) =>
          `<li><b>${escape(rule)}</b> ${escape(wcag)} ${escape(message)}</li>`,
      )
      .join(
        '',
      )}</ul>${picture ? `<img src="${index + 1}.png" alt="The page as it failed" loading="lazy">` : ''}</section>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Accessibility audit of ${escape(subject)}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}img{max-width:100%;border:1px solid #888}small{font-weight:400}</style>
</head><body><main><h1>Accessibility audit of ${escape(subject)}</h1>
<p>${escape(date)}, lucka-audit ${escape(version)}: ${results.length} pages looked at, ${failed.length} with something wrong.
What a machine does not find may still be there: this is no statement of conformance.</p>
${failed.map(part).join('\n')}</main></body></html>
`;
}
