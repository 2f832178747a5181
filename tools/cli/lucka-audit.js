#!/usr/bin/env node
// Audits a page that embeds Lucka: npx lucka-audit https://test.agency.example/my-page
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const HELP = `npx lucka-audit <address> [--out <folder>]

Opens the page in Chrome, Chromium or Edge, in light, dark and forced colours, 1280 and 320 px wide, and checks Lucka's
elements on it: axe-core, the keyboard, focus by pixels, targets, reflow, text at 200 %, text spacing, names, dialogs,
motion, announcements. Writes index.html, results.json, earl.json, results.sarif, and drafts of openacr.yaml,
en-301-549.md and accessibility-statement.{sv,en}.md into the folder (lucka-audit).

Needs, beside Lucka: npm install --save-dev playwright-core axe-core yaml. CHROME_PATH names a browser.
Ends with 0 when nothing was found, 1 when something was, 2 when it could not run.`;

const CANNOT_RUN = 2;

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = CANNOT_RUN;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      out: { type: 'string', default: 'lucka-audit' },
    },
  });
  const [address] = positionals;
  if (values.help || !address) {
    console.log(HELP);
    return values.help ? 0 : CANNOT_RUN;
  }
  if (!URL.canParse(address)) throw new Error(`${address} is no address.`);
  const { chromium } = await import('playwright-core').catch(() => {
    throw new Error('Install first: npm install --save-dev playwright-core axe-core yaml');
  });
  const { chromeArguments, findChrome } = await import('../browsers/chrome.js');
  const { auditPage } = await import('./audit/page.js');
  const { writeConformance } = await import('./audit/conformance.js');
  const { linesOf, writeReports } = await import('./audit/report.js');
  const executablePath = findChrome();
  if (!executablePath) throw new Error('No Chrome, Chromium or Edge was found; set CHROME_PATH.');
  const browser = await chromium.launch({ executablePath, args: chromeArguments });
  try {
    const results = await auditPage(browser, address);
    for (const line of results.flatMap(linesOf)) console.error(line);
    const { version } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    );
    const date = new Date().toISOString().slice(0, 10);
    const about = { version, date, subject: address };
    writeReports(values.out, results, about);
    writeConformance(values.out, results, about);
    const failed = results.filter(({ findings }) => findings.length).length;
    console.log(
      `${results.length} views, ${failed} with something wrong: ${values.out}/index.html`,
    );
    return failed ? 1 : 0;
  } finally {
    await browser.close();
  }
}
