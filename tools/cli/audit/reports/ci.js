import { enginesOf, pathText } from '../findings.js';
import { sentenceOf } from '../sentences.js';
import { toolsOf } from './method.js';
import { toDecide } from './remarks.js';

/** @typedef {import('../summary.js').Summary} Summary */
/** @typedef {import('../findings.js').Group} Group */

/**
 * JUnit XML: a test for each page and rule that fails, one for each page and view that was audited.
 *
 * @param {Summary} summary
 * @returns {Promise<string>}
 * @throws {Error} when the package that writes it is not installed
 */
export async function junitOf(summary) {
  const { run, failures, ignored, known, undecided } = summary;
  const library = await import('junit-report-builder').catch(() => {
    throw new Error('JUnit needs one package more: npm install --save-dev junit-report-builder');
  });
  // Its types are those of CommonJS, where the default is one step further.
  const report = /** @type {import('junit-report-builder').Builder} */ (
    /** @type {unknown} */ (library.default)
  ).newBuilder();
  const places = [...new Set(run.results.map(({ place }) => place))];
  for (const place of places) {
    const suite = report.testSuite().name(place);
    for (const { view, seconds, place: own, status, reason } of run.results) {
      if (own !== place) continue;
      const test = suite.testCase().name(`audited: ${view}`).className(place).time(seconds);
      if (status === 'not audited') test.error(reason ?? 'not audited');
    }
    for (const group of failures.filter(({ page }) => page === place))
      suite
        .testCase()
        .name(nameOf(group))
        .className(place)
        .failure(`${group.finding.message} (${group.views.join(', ')})`, group.finding.rule);
    for (const group of [...ignored, ...known].filter(({ page }) => page === place))
      suite.testCase().name(nameOf(group)).className(place).skipped();
    const open = undecided.filter(({ page }) => page === place);
    for (const words of toDecide({ ...summary, undecided: open }))
      suite.testCase().name(`could not be decided: ${words}`).className(place).skipped();
  }
  return report.build();
}

/** @param {Group} group */
const nameOf = ({ finding: { rule, criteria, target } }) =>
  `${rule} ${criteria.join(', ')} ${pathText(target)}`.trim();

const escapeData = (/** @type {string} */ text) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (/** @type {string} */ text) =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * Lines that GitHub Actions shows beside a change (workflow commands).
 *
 * @param {Summary} summary
 * @returns {string[]}
 */
export const githubLines = ({ failures, advice, notAudited, warnings, ...rest }) => [
  ...notAudited.map(
    ({ place, view, reason }) =>
      `::error title=Not audited::${escapeData(`${place} (${view}): ${reason}`)}`,
  ),
  ...[...failures, ...advice].map(
    (group) =>
      `::${group.finding.kind === 'failure' ? 'error' : 'notice'} title=${escapeProperty(`${group.finding.rule} ${group.finding.criteria.join(' ')}`.trim())}::${escapeData(`${group.page}: ${pathText(group.finding.target)} ${group.finding.message}`)}`,
  ),
  ...warnings.map((text) => `::warning::${escapeData(text)}`),
  ...toDecide({ failures, advice, notAudited, warnings, ...rest }).map(
    (words) => `::notice title=Could not be decided::${escapeData(words)}`,
  ),
];

const cell = (/** @type {string} */ text) =>
  text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');

/**
 * A short summary for a pull request.
 *
 * @param {Summary} summary
 * @returns {string}
 */
export function markdownOf(summary) {
  const { about, run, failures, advice, undecided, ignored, known, notAudited, warnings } = summary;
  const open = toDecide(summary);
  const rows = (/** @type {readonly Group[]} */ groups) =>
    groups
      .slice(0, 50)
      .map(
        ({ finding, page, views }) =>
          `| ${finding.criteria.join(', ')} ${finding.level} | ${cell(sentenceOf(finding).en)} | ${[finding.rule, ...(finding.also ?? [])].map((rule) => `\`${rule}\``).join(', ')} | ${cell(page)} \`${cell(pathText(finding.target)) || '–'}\` | ${views.length} |`,
      )
      .join('\n');
  return `## Accessibility of ${cell(about.subject)}

| Failures (A, AA) | Advice | Could not be decided | Ignored | Known | Views not audited |
|--:|--:|--:|--:|--:|--:|
| ${failures.length} | ${advice.length} | ${undecided.length} | ${ignored.length} | ${known.length} | ${notAudited.length} |

${failures.length ? `| WCAG | What | Rule | Where | Views |\n|---|---|---|---|--:|\n${rows(failures)}` : 'No failure was found. That does not mean that everything is accessible.'}
${failures.length > 50 ? `\nand ${failures.length - 50} more.\n` : ''}
${[...notAudited.map(({ place, view, reason }) => `- Not audited: ${cell(place)} (${view}): ${cell(reason ?? '')}`), ...warnings.map((text) => `- ${cell(text)}`), ...ignored.map(({ finding, page, ignored: entry }) => `- Ignored: \`${finding.rule}\` on ${cell(page)}: ${cell(entry?.reason ?? '')} (${cell(entry?.owner ?? '')}, until ${entry?.until})`)].join('\n')}

${open.length ? `### Could not be decided\n\n${open.map((words) => `- ${cell(words)}`).join('\n')}\n` : ''}
${run.results.length} looks in ${run.seconds} s, by ${toolsOf(summary)}.
`;
}

/** RFC 4180. @param {Summary} summary @returns {string} */
export function csvOf({ failures, advice, undecided, ignored, known }) {
  const quote = (/** @type {string} */ text) => `"${text.replaceAll('"', '""')}"`;
  const lines = [...failures, ...advice, ...undecided, ...ignored, ...known].map(
    ({ id, page, views, finding, ignored: entry }) =>
      [
        ...[finding.kind, finding.level, finding.criteria.join(' '), finding.rule],
        ...[enginesOf(finding).join(' '), page],
        ...[pathText(finding.target), views.join(' / '), finding.message, entry?.reason ?? '', id],
      ].map(quote),
  );
  const head = 'kind,level,criteria,rule,engines,page,element,views,message,ignored because,id';
  return `${[head, ...lines.map((line) => line.join(','))].join('\r\n')}\r\n`;
}
