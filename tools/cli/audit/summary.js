import { readFileSync, writeFileSync } from 'node:fs';
import { groupFindings } from './findings.js';
import { applyIgnores } from './ignore.js';

/**
 * @typedef {import('./findings.js').Group} Group
 * @typedef {'a' | 'aa' | 'advice'} FailOn
 */
/**
 * What the reports are made of.
 *
 * @typedef {object} Summary
 * @property {import('./run.js').Run} run
 * @property {Group[]} failures of WCAG, level A and AA, that count
 * @property {Group[]} advice that counts
 * @property {Group[]} undecided
 * @property {Group[]} ignored by the list, with reason, owner and last day
 * @property {Group[]} known by the baseline
 * @property {import('./run.js').Result[]} notAudited
 * @property {string[]} warnings
 * @property {About} about
 */
/**
 * @typedef {object} About
 * @property {string} subject what was audited: an address, or the name of a product
 * @property {string} date YYYY-MM-DD
 * @property {string} [organisation] the public body, for the statement
 * @property {string} [author] who takes responsibility for the papers
 * @property {string} [email]
 * @property {'self' | 'third-party'} [assessment] who assessed
 * @property {readonly import('./reports/statement.js').KnownIssue[]} [issues] found by people
 */

/**
 * @param {import('./run.js').Run} run
 * @param {About} about
 * @param {{ ignores?: readonly import('./ignore.js').Ignore[], baseline?: ReadonlySet<string> }} [options] baseline: fingerprints
 * @returns {Summary}
 */
export function summarise(run, about, { ignores = [], baseline = new Set() } = {}) {
  const { groups, warnings } = applyIgnores(groupFindings(run.results), ignores, about.date);
  const counts = groups.filter(({ id, ignored }) => !ignored && !baseline.has(id));
  const of = (/** @type {import('./findings.js').Kind} */ kind) =>
    counts.filter(({ finding }) => finding.kind === kind);
  return {
    ...{ run, about, warnings },
    ...{ failures: of('failure'), advice: of('advice') },
    undecided: groups.filter(({ finding, ignored }) => finding.kind === 'undecided' && !ignored),
    ignored: groups.filter(({ ignored }) => ignored),
    known: groups
      .filter(
        ({ id, ignored, finding }) => !ignored && baseline.has(id) && finding.kind !== 'undecided',
      )
      .map((group) => ({ ...group, isKnown: /** @type {const} */ (true) })),
    notAudited: run.results.filter(({ status }) => status === 'not audited'),
  };
}

/** All failures, those that are ignored or known too: what is true of the page does not change by a list. @param {Summary} summary */
export const allFailures = ({ failures, ignored, known }) =>
  [...failures, ...known, ...ignored].filter(({ finding }) => finding.kind === 'failure');

/**
 * How many findings count for the end of the run.
 *
 * @param {Summary} summary
 * @param {FailOn} failOn the least that counts
 */
export function countOf({ failures, advice }, failOn) {
  const counted =
    failOn === 'a' ? failures.filter(({ finding }) => finding.level === 'A') : failures;
  return counted.length + (failOn === 'advice' ? advice.length : 0);
}

/** @param {string} file @returns {Set<string>} fingerprints @throws {Error} that names the file */
export function readBaseline(file) {
  try {
    const { findings } = JSON.parse(readFileSync(file, 'utf8'));
    return new Set(findings.map((/** @type {{ id: string }} */ { id }) => id));
  } catch {
    throw new Error(`${file} is no baseline: write one with --update-baseline.`);
  }
}

/** @param {string} file @param {Summary} summary */
export function writeBaseline(file, { failures, advice, known, about }) {
  const findings = [...failures, ...advice, ...known]
    .map(({ id, page, finding }) => ({ id, page, rule: finding.rule, path: finding.target?.path }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ date: about.date, findings }, null, 1)}\n`);
}

/** What a person reads in the console. @param {Group} group */
export const lineOf = ({ page, views, finding }) => {
  const { rule, criteria, level, message, target } = finding;
  const of = criteria.length ? ` (${criteria.join(', ')}${level && ` ${level}`})` : '';
  const where = target ? ` ${target.path.join(' >>> ')}` : '';
  return `${page} [${views.join(', ')}] ${finding.kind}: ${rule}${of}:${where} ${message}`;
};
