import { CRITERIA } from '../wcag.js';
import { methodOf } from './method.js';
import { remarkOf, remarksOf, toDecide } from './remarks.js';

const VOICE = 'when the page offers speech in both directions';
const RTT = 'when the page offers real-time text';
const CALL = 'when speech in both directions comes with video';
const VIDEO = 'when the page shows video with sound';
const CAPTIONS = 'when the page shows captions';
const RECORDS = 'when the page sends, converts or records video with sound';
const TOOL = 'when people make content with the page';
const ALWAYS = 'always';

/** What Table A.1 of EN 301 549 V3.2.1 asks of a web page beside clause 9: clause, requirement, when it applies. */
const OTHER = [
  ['5.2', 'Activation of accessibility features', 'when the page documents such features'],
  ['5.3', 'Biometrics', 'when people are recognised by their body'],
  ['5.4', 'Preservation of accessibility information during conversion', 'when the page converts'],
  ['6.1', 'Audio bandwidth for speech', VOICE],
  ['6.2.1.1', 'RTT communication', VOICE],
  ['6.2.1.2', 'Concurrent voice and text', RTT],
  ['6.2.2.1', 'Visually distinguishable display', RTT],
  ['6.2.2.2', 'Programmatically determinable send and receive direction', RTT],
  ['6.2.2.3', 'Speaker identification', RTT],
  ['6.2.2.4', 'Visual indicator of audio with RTT', RTT],
  ['6.2.3', 'Interoperability, items a to d', RTT],
  ['6.2.4', 'RTT responsiveness', RTT],
  ['6.3', 'Caller ID', 'when the page says who calls'],
  ['6.4', 'Alternatives to voice-based services', 'when the page has voice mail or voice menus'],
  ['6.5.2', 'Resolution, item a', CALL],
  ['6.5.3', 'Frame rate, item a', CALL],
  ['6.5.4', 'Synchronization between audio and video', CALL],
  ['6.5.5', 'Visual indicator of audio with video', CALL],
  ['6.5.6', 'Speaker identification with video (sign language) communication', CALL],
  ['7.1.1', 'Captioning playback', VIDEO],
  ['7.1.2', 'Captioning synchronization', CAPTIONS],
  ['7.1.3', 'Preservation of captioning', RECORDS],
  ['7.1.4', 'Captions characteristics', CAPTIONS],
  ['7.1.5', 'Spoken subtitles', VIDEO],
  ['7.2.1', 'Audio description playback', VIDEO],
  ['7.2.2', 'Audio description synchronization', 'when the page plays audio description'],
  ['7.2.3', 'Preservation of audio description', RECORDS],
  [
    '7.3',
    'User controls for captions and audio description',
    'when video with sound is the main matter',
  ],
  ['10.1.1.1–10.4.1.3', 'Non-web documents', 'when documents or forms can be downloaded'],
  ['11.7', 'User preferences', ALWAYS],
  ['11.8.1', 'Content technology', TOOL],
  ['11.8.2', 'Accessible content creation', TOOL],
  ['11.8.3', 'Preservation of accessibility information in transformations', TOOL],
  ['11.8.4', 'Repair assistance', TOOL],
  ['11.8.5', 'Templates', TOOL],
  ['12.1.1', 'Accessibility and compatibility features', ALWAYS],
  ['12.1.2', 'Accessible documentation', ALWAYS],
  ['12.2.2', 'Information on accessibility and compatibility features', ALWAYS],
  ['12.2.3', 'Effective communication', ALWAYS],
  ['12.2.4', 'Accessible documentation (support)', ALWAYS],
];
/** Of clause 9, Table A.1 leaves out live captions: Directive (EU) 2016/2102 excludes live media. */
const NOT_ASKED = '1.2.4';

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
    const note = number === NOT_ASKED ? 'Not in Table A.1: live media.' : '';
    return `| ${clause} | ${number} ${en} | ${level} | ${remark ? 'Partially supports' : 'Not evaluated'} | ${cell(remark || note)} |`;
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

What Table A.1 (Annex A) asks of web pages too, where it applies; for the agency to evaluate.

| Clause | Requirement | Applies | Result | Remarks |
|---|---|---|---|---|
${OTHER.map(([clause, title, when]) => `| ${clause} | ${title} | ${when} | Not evaluated | ${when === ALWAYS ? '' : '{does it apply?}'} |`).join('\n')}
`;
}
