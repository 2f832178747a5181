import { makeFinding } from './findings.js';

/**
 * The rules that lucka-audit checks itself: what the engines do not see. `title` and `help` are for developers (SARIF,
 * EARL); what a rule means for people stands in sentences.js.
 *
 * @typedef {object} Rule
 * @property {import('./findings.js').Kind} kind what it proves unless a finding says less
 * @property {string[]} criteria of WCAG 2.2
 * @property {string} title
 * @property {string} help what to do
 */

/** @type {Readonly<Record<string, Rule>>} */
export const RULES = {
  keyboard: {
    ...{ kind: 'failure', criteria: ['2.1.1'], title: 'Tab reaches every control' },
    help: 'Use a native control, or give it tabindex="0" and its keys; let no script skip it.',
  },
  'keyboard-trap': {
    ...{ kind: 'failure', criteria: ['2.1.2'], title: 'The keyboard leaves every control' },
    help: 'Do not cancel Tab. Where Tab is needed inside, let Escape give it back, and say so.',
  },
  'role-focus': {
    ...{
      kind: 'failure',
      criteria: ['2.1.1'],
      title: 'What has the role of a control can be focused',
    },
    help: 'Use the native element, or add tabindex="0" and answer Enter and Space.',
  },
  'focus-visible': {
    ...{ kind: 'failure', criteria: ['2.4.7'], title: 'The focus is seen' },
    help: 'Give :focus-visible an outline of at least 2 px with a contrast of 3:1.',
  },
  'focus-weak': {
    ...{ kind: 'advice', criteria: ['2.4.13'], title: 'The focus is easily seen' },
    help: 'Make the outline at least 2 px wide, with a contrast of 3:1 to what is beside it.',
  },
  'focus-obscured': {
    ...{ kind: 'failure', criteria: ['2.4.11'], title: 'Nothing covers what has the focus' },
    help: 'Give the page scroll-padding as high as what is fixed at its edge.',
  },
  reflow: {
    ...{ kind: 'failure', criteria: ['1.4.10'], title: 'Content fits in a window 320 px wide' },
    help: 'Use no fixed widths; let lines and rows wrap.',
  },
  'text-size': {
    ...{ kind: 'failure', criteria: ['1.4.4'], title: 'Text twice as large is not cut off' },
    help: 'Set heights in em or not at all; do not hide what overflows.',
  },
  'text-spacing': {
    ...{ kind: 'failure', criteria: ['1.4.12'], title: 'Text with more space is not cut off' },
    help: 'Leave room: no fixed heights or widths round text, no hidden overflow.',
  },
  name: {
    ...{ kind: 'failure', criteria: ['4.1.2'], title: 'Every control has a name' },
    help: 'Give it words, a label, or aria-label.',
  },
  'placeholder-name': {
    ...{ kind: 'failure', criteria: ['3.3.2'], title: 'A placeholder is no label' },
    help: 'Put a label above the field.',
  },
  'error-message': {
    ...{ kind: 'failure', criteria: ['3.3.1'], title: 'An invalid field says what is wrong' },
    help: 'Write the message beside the field and connect it by aria-describedby or aria-errormessage.',
  },
  'live-description': {
    ...{ kind: 'advice', criteria: ['4.1.3'], title: 'A live region is no description' },
    help: 'Describe the field by a text that is not a live region, and announce changes in another.',
  },
  'live-nested': {
    ...{ kind: 'advice', criteria: ['4.1.3'], title: 'Live regions do not lie in each other' },
    help: 'Keep one live region, outermost.',
  },
  announcements: {
    ...{ kind: 'advice', criteria: ['4.1.3'], title: 'Typing is not talked over' },
    help: 'Announce when typing has paused, and only what matters.',
  },
  'repeated-id': {
    ...{ kind: 'failure', criteria: ['4.1.2'], title: 'An id that something refers to is unique' },
    help: 'Give each element an id of its own.',
  },
  direction: {
    ...{ kind: 'failure', criteria: ['1.3.2'], title: 'Text runs in its own direction' },
    help: 'Give the element dir="rtl" (or dir="auto"), and use text-align: start.',
  },
  language: {
    ...{ kind: 'failure', criteria: ['3.1.2'], title: 'Text in another language is marked' },
    help: 'Give the element a lang attribute.',
  },
  motion: {
    ...{
      kind: 'failure',
      criteria: ['2.2.2'],
      title: 'What moves for over five seconds can be stopped',
    },
    help: 'Stop it by itself within five seconds, or give a button that pauses it.',
  },
  'motion-preference': {
    ...{
      kind: 'advice',
      criteria: ['2.3.3'],
      title: 'Nothing moves when less motion is asked for',
    },
    help: 'Switch animations off under prefers-reduced-motion: reduce.',
  },
  'dialog-name': {
    ...{ kind: 'failure', criteria: ['4.1.2'], title: 'A dialog has a name' },
    help: 'Refer to its heading by aria-labelledby.',
  },
  'dialog-focus': {
    ...{ kind: 'failure', criteria: ['2.4.3'], title: 'A dialog takes the focus' },
    help: 'Open it by showModal(), or move the focus into it.',
  },
  'dialog-return': {
    ...{ kind: 'failure', criteria: ['2.4.3'], title: 'A dialog gives the focus back' },
    help: 'When it closes, focus the control that opened it.',
  },
  'dialog-escape': {
    ...{ kind: 'advice', criteria: [], title: 'Escape closes a dialog' },
    help: 'Open it by showModal(), or close it on Escape (ARIA Authoring Practices, dialog).',
  },
  'dialog-modal': {
    ...{ kind: 'advice', criteria: [], title: 'A dialog that asks something is modal' },
    help: 'Open it by showModal(), unless the page is meant to be used beside it.',
  },
  'forced-edge': {
    ...{ kind: 'advice', criteria: ['1.4.11'], title: 'Controls keep an edge in forced colours' },
    help: 'Add border: 1px solid transparent: forced colours make it seen.',
  },
  'page-error': {
    ...{ kind: 'advice', criteria: [], title: 'The page runs without an error' },
    help: 'Read the console of the browser.',
  },
  story: {
    ...{ kind: 'advice', criteria: [], title: 'The story finishes and shows something' },
    help: 'Open the story and look.',
  },
  'other-host': {
    ...{ kind: 'advice', criteria: [], title: 'Nothing is asked of another host' },
    help: 'Serve it yourself.',
  },
  'accessibility-tree': {
    ...{
      kind: 'advice',
      criteria: [],
      title: 'What assistive technology is given is as it was read',
    },
    help: 'Read the difference; when it is meant, write the files anew.',
  },
  frame: {
    ...{ kind: 'undecided', criteria: [], title: 'The content of a frame' },
    help: 'Audit the address of the frame on its own.',
  },
  'not-checked': {
    ...{ kind: 'undecided', criteria: [], title: 'A check that could not run' },
    help: 'Read why; install what it needs, and audit again.',
  },
  'closed-root': {
    ...{ kind: 'undecided', criteria: [], title: 'The content of a closed shadow root' },
    help: 'Nothing but the browser sees into it: try it by hand, or open it in a test build.',
  },
  'behind-modal': {
    ...{ kind: 'undecided', criteria: [], title: 'What is behind an open dialog' },
    help: 'Add actions that close the dialog (such as accept-terms), and audit again.',
  },
  states: {
    ...{ kind: 'undecided', criteria: [], title: 'States behind a press' },
    help: 'Describe them as states in the configuration file, with the actions that lead there.',
  },
  load: {
    ...{ kind: 'undecided', criteria: [], title: 'The page was complete when it was looked at' },
    help: 'Say by --wait-for what shows that it is.',
  },
};

/**
 * @param {string} rule of RULES
 * @param {{ message: string, target?: import('./findings.js').Target, kind?: import('./findings.js').Kind, criteria?: string[], picture?: import('./findings.js').Picture }} details
 * @returns {import('./findings.js').Finding}
 */
export function ownFinding(rule, { message, target, kind, criteria, picture }) {
  const known = RULES[rule];
  if (!known) throw new Error(`There is no rule ${rule}.`);
  return makeFinding({
    ...{ rule, engine: 'lucka', message },
    kind: kind ?? known.kind,
    criteria: criteria ?? known.criteria,
    ...(target && { target }),
    ...(picture && { picture }),
  });
}
