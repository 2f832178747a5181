import { msg, str } from '@lit/localize';
import { plainText } from '../../../content/document.js';
import { factOf, type Flow, type Question } from '../../../content/flow/flow.js';
import { worded } from '../../../content/flow/path.js';
import { dateInSentence } from '../../../i18n/format.js';
import { formatDate } from '../../../i18n/sweden.js';
import { pathIn, type FlowState } from '../state.js';

/** "Version 2026-11-22. Reviewed on 22 November 2026." */
export function versionOf({ version, reviewed }: Flow, lang: string): string {
  const day = reviewed && dateInSentence(formatDate(reviewed, lang), lang);
  const words = msg(str`Version ${version}.`);
  return day ? `${words} ${msg(str`Reviewed on ${day}.`)}` : words;
}

/** The answered questions, as they are asked after the answers, in the order of the path. */
export function answeredQuestions(state: FlowState): Question[] {
  const { steps, answers } = pathIn(state);
  return steps.flatMap((id) => worded(state.flow, id, answers) ?? []);
}

/** The labels of what was answered. */
export function answerOf(state: FlowState, { id, answers }: Question): string {
  const values = pathIn(state).answers.get(factOf(id)) ?? [];
  const chosen = answers.filter(({ value }) => values.includes(value));
  const labels = chosen.map(({ label }) => plainText(label));
  return labels.join(labels.every((label) => label.endsWith('.')) ? ' ' : ', ');
}
