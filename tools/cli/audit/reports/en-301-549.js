import { CRITERIA } from '../wcag.js';
import { methodOf } from './method.js';
import { remarkOf, remarksOf, toDecide } from './remarks.js';

/** What Annex A of EN 301 549 V3.2.1 asks of a web page beside clause 9, where it applies. */
const OTHER = [
  ['5.2', 'Activation of accessibility features'],
  ['5.3', 'Biometrics'],
  ['5.4', 'Preservation of accessibility information during conversion'],
  ['6.1–6.6', 'ICT with two-way voice communication'],
  [
    '7.1.1–7.1.5',
    'Captions: playback, synchronization, preservation, characteristics, spoken subtitles',
  ],
  ['7.2.1–7.2.3', 'Audio description: playback, synchronization, preservation'],
  ['7.3', 'User controls for captions and audio description'],
  ['11.7', 'User preferences'],
  ['11.8.1–11.8.5', 'Authoring tools'],
  ['12.1.1–12.1.2', 'Product documentation'],
  ['12.2.2–12.2.4', 'Support services'],
];

const cell = (/** @type {string} */ text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/**
 * A draft of the table for EN 301 549 V3.2.1: all of clause 9, and what else its Annex A asks of web content.
 *
 * @param {import('../summary.js').Summary} summary
 * @returns {string} Markdown
 */
export function en301549Of(summary) {
  const { about } = summary;
  const remarks = remarksOf(summary);
  const rowOf = (
    /** @type {import('../wcag.js').Criterion} */ { number, level, en },
    /** @type {string} */ clause,
  ) => {
    const remark = remarkOf(remarks, number);
    return `| ${clause} | ${number} ${en} | ${level} | ${remark ? 'Partially supports' : 'Not evaluated'} | ${cell(remark)} |`;
  };
  const clause9 = CRITERIA.filter(({ since22 }) => !since22).map((criterion) =>
    rowOf(criterion, `9.${criterion.number}`),
  );
  const parsing =
    '| 9.4.1.1 | 4.1.1 Parsing | A | Supports | Always holds for HTML, by the errata of WCAG 2.1 (W3C); nothing is tested. |';
  const at = clause9.findIndex((row) => row.includes('| 9.4.1.2 |'));
  clause9.splice(at, 0, parsing);
  const has = remarks.size > 0;
  const open = toDecide(summary);
  return `# EN 301 549 V3.2.1: ${about.subject}

Draft of ${about.date}. ${methodOf(summary)}

"Partially supports": at least one failure was found. "Not evaluated": a person has to.

## Clause 9: Web

| Clause | Success criterion | Level | Result | Remarks |
|---|---|---|---|---|
${clause9.join('\n')}
| 9.6 | WCAG conformance requirements (level, full pages, complete processes, accessibility-supported ways, non-interference) | – | ${has ? 'Partially supports' : 'Not evaluated'} | ${has ? 'Full pages: failures above.' : ''} |

## New in WCAG 2.2

EN 301 549 V3.2.1 does not ask for these yet.

| Success criterion | Level | Result | Remarks |
|---|---|---|---|
${CRITERIA.filter(({ since22 }) => since22)
  .map((criterion) => rowOf(criterion, '').replace('|  | ', '| '))
  .join('\n')}

## Could not be decided

${open.map((words) => `- ${words}`).join('\n') || 'Nothing but what no machine looks at.'}

## Other clauses

What Annex A asks of web content too, where it applies; for the agency to evaluate.

| Clause | Requirement | Result | Remarks |
|---|---|---|---|
${OTHER.map(([clause, title]) => `| ${clause} | ${title} | Not evaluated | {does it apply?} |`).join('\n')}
`;
}
