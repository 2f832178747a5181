/**
 * The success criteria of WCAG 2.2, levels A and AA: number, level, name in English and in Swedish. 4.1.1 was removed in
 * WCAG 2.2 and always holds in EN 301 549 (errata of WCAG 2.1).
 *
 * @typedef {'A' | 'AA' | 'AAA'} Level
 * @typedef {{ number: string, level: 'A' | 'AA', en: string, sv: string, since22?: true }} Criterion
 */

/** @type {readonly (readonly [string, 'A' | 'AA', string, string])[]} */
const ROWS = [
  ['1.1.1', 'A', 'Non-text Content', 'Icke-textuellt innehåll'],
  [
    '1.2.1',
    'A',
    'Audio-only and Video-only (Prerecorded)',
    'Enbart ljud och enbart video (inspelat)',
  ],
  ['1.2.2', 'A', 'Captions (Prerecorded)', 'Undertexter (inspelat)'],
  [
    '1.2.3',
    'A',
    'Audio Description or Media Alternative (Prerecorded)',
    'Syntolkning eller mediealternativ (inspelat)',
  ],
  ['1.2.4', 'AA', 'Captions (Live)', 'Undertexter (direktsändning)'],
  ['1.2.5', 'AA', 'Audio Description (Prerecorded)', 'Syntolkning (inspelat)'],
  ['1.3.1', 'A', 'Info and Relationships', 'Information och relationer'],
  ['1.3.2', 'A', 'Meaningful Sequence', 'Meningsfull ordning'],
  ['1.3.3', 'A', 'Sensory Characteristics', 'Sensoriska kännetecken'],
  ['1.3.4', 'AA', 'Orientation', 'Visningsriktning'],
  ['1.3.5', 'AA', 'Identify Input Purpose', 'Identifiera syftet med inmatningen'],
  ['1.4.1', 'A', 'Use of Color', 'Användning av färger'],
  ['1.4.2', 'A', 'Audio Control', 'Ljudkontroll'],
  ['1.4.3', 'AA', 'Contrast (Minimum)', 'Kontrast (minimum)'],
  ['1.4.4', 'AA', 'Resize Text', 'Ändra textstorlek'],
  ['1.4.5', 'AA', 'Images of Text', 'Text i bild'],
  ['1.4.10', 'AA', 'Reflow', 'Omflöde'],
  ['1.4.11', 'AA', 'Non-text Contrast', 'Kontrast för icke-text'],
  ['1.4.12', 'AA', 'Text Spacing', 'Textavstånd'],
  ['1.4.13', 'AA', 'Content on Hover or Focus', 'Innehåll vid hovring eller fokus'],
  ['2.1.1', 'A', 'Keyboard', 'Tangentbord'],
  ['2.1.2', 'A', 'No Keyboard Trap', 'Ingen tangentbordsfälla'],
  ['2.1.4', 'A', 'Character Key Shortcuts', 'Kortkommandon med ett tecken'],
  ['2.2.1', 'A', 'Timing Adjustable', 'Justerbar tidsgräns'],
  ['2.2.2', 'A', 'Pause, Stop, Hide', 'Pausa, stoppa, dölj'],
  ['2.3.1', 'A', 'Three Flashes or Below Threshold', 'Högst tre blinkningar'],
  ['2.4.1', 'A', 'Bypass Blocks', 'Hoppa över grupperat innehåll'],
  ['2.4.2', 'A', 'Page Titled', 'Sidtitel'],
  ['2.4.3', 'A', 'Focus Order', 'Fokusordning'],
  ['2.4.4', 'A', 'Link Purpose (In Context)', 'Syftet med en länk (i sammanhanget)'],
  ['2.4.5', 'AA', 'Multiple Ways', 'Flera sätt'],
  ['2.4.6', 'AA', 'Headings and Labels', 'Rubriker och etiketter'],
  ['2.4.7', 'AA', 'Focus Visible', 'Synligt fokus'],
  ['2.4.11', 'AA', 'Focus Not Obscured (Minimum)', 'Fokus är inte dolt (minimum)'],
  ['2.5.1', 'A', 'Pointer Gestures', 'Pekargester'],
  ['2.5.2', 'A', 'Pointer Cancellation', 'Ångra pekning'],
  ['2.5.3', 'A', 'Label in Name', 'Etikett i namn'],
  ['2.5.4', 'A', 'Motion Actuation', 'Rörelseaktivering'],
  ['2.5.7', 'AA', 'Dragging Movements', 'Dragrörelser'],
  ['2.5.8', 'AA', 'Target Size (Minimum)', 'Storlek på målyta (minimum)'],
  ['3.1.1', 'A', 'Language of Page', 'Sidans språk'],
  ['3.1.2', 'AA', 'Language of Parts', 'Språk i delar'],
  ['3.2.1', 'A', 'On Focus', 'Vid fokus'],
  ['3.2.2', 'A', 'On Input', 'Vid inmatning'],
  ['3.2.3', 'AA', 'Consistent Navigation', 'Konsekvent navigering'],
  ['3.2.4', 'AA', 'Consistent Identification', 'Konsekvent benämning'],
  ['3.2.6', 'A', 'Consistent Help', 'Konsekvent hjälp'],
  ['3.3.1', 'A', 'Error Identification', 'Identifiering av fel'],
  ['3.3.2', 'A', 'Labels or Instructions', 'Etiketter eller instruktioner'],
  ['3.3.3', 'AA', 'Error Suggestion', 'Förslag vid fel'],
  [
    '3.3.4',
    'AA',
    'Error Prevention (Legal, Financial, Data)',
    'Förebyggande av fel (juridiskt, ekonomi, data)',
  ],
  ['3.3.7', 'A', 'Redundant Entry', 'Upprepad inmatning'],
  ['3.3.8', 'AA', 'Accessible Authentication (Minimum)', 'Tillgänglig autentisering (minimum)'],
  ['4.1.2', 'A', 'Name, Role, Value', 'Namn, roll, värde'],
  ['4.1.3', 'AA', 'Status Messages', 'Statusmeddelanden'],
];

/** New in WCAG 2.2, which EN 301 549 V3.2.1 does not ask for yet. */
const SINCE_22 = new Set(['2.4.11', '2.5.7', '2.5.8', '3.2.6', '3.3.7', '3.3.8']);

/** @type {readonly Criterion[]} */
export const CRITERIA = ROWS.map(([number, level, en, sv]) => ({
  ...{ number, level, en, sv },
  ...(SINCE_22.has(number) && { since22: /** @type {const} */ (true) }),
}));

/** Criteria of level AAA to which a check refers; no report evaluates them. */
const AAA = new Map([
  ['1.2.8', 'Media Alternative (Prerecorded)'],
  ['1.4.6', 'Contrast (Enhanced)'],
  ['1.4.8', 'Visual Presentation'],
  ['2.1.3', 'Keyboard (No Exception)'],
  ['2.2.4', 'Interruptions'],
  ['2.3.3', 'Animation from Interactions'],
  ['2.4.9', 'Link Purpose (Link Only)'],
  ['2.4.13', 'Focus Appearance'],
  ['2.5.5', 'Target Size (Enhanced)'],
  ['3.2.5', 'Change on Request'],
]);

const BY_NUMBER = new Map(CRITERIA.map((criterion) => [criterion.number, criterion]));

/** @param {string} number @returns {Criterion | undefined} of level A or AA */
export const criterionOf = (number) => BY_NUMBER.get(number);

/** @param {string} number such as '1.4.3' @returns {Level | ''} '' when WCAG 2.2 has no such criterion */
export const levelOf = (number) => BY_NUMBER.get(number)?.level ?? (AAA.has(number) ? 'AAA' : '');

/** The lowest level: what fails at A fails at AA too. @param {readonly string[]} numbers @returns {Level | ''} */
export const lowestLevel = (numbers) => {
  const levels = numbers.map(levelOf);
  return /** @type {const} */ (['A', 'AA', 'AAA']).find((level) => levels.includes(level)) ?? '';
};

/** @param {string} number @returns {string} its name in English */
export const nameOfCriterion = (number) => BY_NUMBER.get(number)?.en ?? AAA.get(number) ?? '';

/** W3C names the anchors of the recommendation after the criteria. @param {string} number @returns {string} address */
export const addressOf = (number) =>
  `https://www.w3.org/TR/WCAG22/#${nameOfCriterion(number)
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replace(/ /g, '-')}`;
