import { appendFileSync, existsSync } from 'node:fs';
import { loadEngines, ruleName } from './engines/engines.js';
import { compareResults, comparisonLines } from './compare.js';
import { findPages, readResults } from './sources.js';
import { RULES } from './rules.js';
import { HELP, readSettings } from './settings.js';
import { countOf, lineOf, readBaseline, summarise, writeBaseline } from './summary.js';

const FINE = 0;
const FOUND = 1;
const CANNOT_RUN = 2;

/**
 * The command.
 *
 * @param {readonly string[]} words
 * @returns {Promise<number>} what it ends with: 0, 1 or 2
 */
export async function main(words) {
  const wanted = await readSettings(words);
  if (wanted.kind === 'audit') return audit(wanted.settings);
  if (wanted.kind === 'help') {
    console.log(HELP);
    return words.length ? FINE : CANNOT_RUN;
  }
  if (wanted.kind === 'compare') {
    const [before = '', after = ''] = wanted.files;
    const difference = compareResults(readResults(before), readResults(after));
    for (const line of comparisonLines(difference)) console.log(line);
    return difference.added.some(({ kind }) => kind === 'failure') ? FOUND : FINE;
  }
  const { ownVersion } = await needed(() => import('./run.js'));
  console.log(ownVersion());
  return FINE;
}

/** @param {import('./settings.js').Settings} settings */
async function audit(settings) {
  const { findBrowser, launchBrowser } = await needed(() => import('./browser.js'));
  const { runAudit } = await needed(() => import('./run.js'));
  const { writeReports } = await needed(() => import('./write.js'));
  const engines = await loadEngines(settings.engines);
  checkRules(settings, engines);
  const { githubLines, markdownOf } = await import('./reports/ci.js');
  const { jsonOf } = await import('./reports/json.js');
  findBrowser();
  const { baseline: file, updatesBaseline, formats } = settings;
  if (file && !updatesBaseline && !existsSync(file))
    throw new Error(`${file} is not there: write it with --update-baseline.`);
  const baseline = file && !updatesBaseline ? readBaseline(file) : undefined;
  const source = await findPages(settings);
  try {
    const browser = await launchBrowser();
    let run;
    try {
      run = await runAudit(browser, {
        ...optionsOf(settings),
        ...{ pages: source.pages, engines, onResult: progress },
      });
    } finally {
      await browser.close();
    }
    const about = {
      ...settings.about,
      subject: settings.about.subject ?? subjectOf(settings),
      date: new Date().toISOString().slice(0, 10),
    };
    const summary = summarise(run, about, {
      ignores: settings.ignore,
      ...(baseline && { baseline }),
    });
    const files = /** @type {import('./write.js').Extra[]} */ (
      formats.filter((format) => format !== 'github')
    );
    await writeReports(settings.out, summary, files);
    if (file && updatesBaseline) writeBaseline(file, summary);
    if (formats.includes('github')) {
      for (const line of githubLines(summary)) console.log(line);
      const page = process.env['GITHUB_STEP_SUMMARY'];
      if (page) appendFileSync(page, markdownOf(summary));
    }
    if (settings.printsJson) console.log(JSON.stringify(jsonOf(summary), null, 1));
    return tell(summary, settings);
  } finally {
    source.close();
  }
}

/**
 * How pages are looked at.
 *
 * @param {import('./settings.js').Settings} settings
 * @returns {Omit<import('./run.js').Options, 'pages'>}
 */
export function optionsOf({ views, timeout, atOnce, skipRules, headers, cookies, ...rest }) {
  const { rules, storageState, scope, waitFor } = rest;
  return {
    ...{ views, timeout, atOnce, skipRules, headers, cookies },
    ...(rules && { onlyRules: rules }),
    ...(storageState && { storageState }),
    ...(scope && { scope }),
    ...(waitFor && { waitFor }),
  };
}

/** @param {import('./summary.js').Summary} summary @param {import('./settings.js').Settings} settings */
function tell(summary, { out, failOn, threshold, updatesBaseline }) {
  const { run, failures, advice, undecided, ignored, known, notAudited, warnings } = summary;
  for (const group of [...failures, ...advice]) console.error(lineOf(group));
  for (const { place, view, reason } of notAudited)
    console.error(`${place} [${view}] was not audited: ${reason}`);
  for (const warning of warnings) console.error(warning);
  console.error(
    `${run.results.length} views in ${run.seconds} s: ${failures.length} failures, ${advice.length} pieces of advice, ${undecided.length} to decide, ${ignored.length} ignored, ${known.length} known before, ${notAudited.length} views not audited: ${out}/index.html`,
  );
  if (notAudited.length) return CANNOT_RUN;
  return !updatesBaseline && countOf(summary, failOn) > threshold ? FOUND : FINE;
}

/** One line that is written anew in a terminal, one line for each view elsewhere. @param {number} done @param {number} all @param {import('./run.js').Result} result */
function progress(done, all, { place, view, seconds }) {
  const line = `${done} of ${all}: ${place} (${view}), ${seconds} s`;
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}${done === all ? '\n' : ''}`);
  else console.error(line);
}

/**
 * @param {import('./settings.js').Settings} settings
 * @param {readonly import('./engines/engines.js').Engine[]} engines
 * @throws {Error} when a rule is named that nobody has
 */
function checkRules({ rules = [], skipRules }, engines) {
  const known = new Set([
    ...Object.keys(RULES),
    ...engines.flatMap((engine) => engine.rules.map(({ id }) => ruleName(engine, id))),
  ]);
  for (const rule of [...rules, ...skipRules])
    if (!known.has(rule))
      throw new Error(
        `There is no rule "${rule}": rules of an engine begin with its name, such as "axe image-alt".`,
      );
}

/** @param {import('./settings.js').Settings} settings */
function subjectOf({ pages, sitemap, folder, storybook }) {
  const [first] = pages;
  const name = typeof first === 'string' ? first : first?.address;
  const subject = name ?? sitemap?.address ?? folder?.path ?? storybook?.source ?? '';
  return pages.length > 1 && URL.canParse(subject) ? new URL(subject).origin : subject;
}

/**
 * @template T
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
async function needed(load) {
  try {
    return await load();
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error;
    throw new Error(
      'Install first: npm install --save-dev playwright-core axe-core yaml @lit-labs/ssr',
    );
  }
}
