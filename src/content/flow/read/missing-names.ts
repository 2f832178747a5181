import { plainText } from '../../document.js';
import { conditionsOf } from '../conditions-of.js';
import { factOf } from '../flow.js';
import { partsOf } from '../parse-condition.js';
import { toFactName, toName } from '../suggest.js';
import type { Reading } from './reading.js';

/** A question without an id is probably what a link to nowhere leads to. */
export function nameQuestions(reading: Reading): void {
  const { questions, start, result } = reading.flow;
  const known = new Set([...questions.map(({ id }) => id), result]);
  const links = questions.flatMap(({ answers, routes }) => [...answers, ...routes]);
  const wanted = [start, ...links.flatMap(({ to }) => to ?? [])];
  const free = [...new Set(wanted)].filter((id) => id && !known.has(id));
  for (const question of questions) {
    if (question.id) continue;
    const id = free.shift() ?? `q-${toFactName(question.title) || 'id'}`;
    reading.report(
      question.line ?? 0,
      'missing-id',
      `heading without id: a question needs {#q-…}: write ### ${question.title} {#${id}}`,
    );
    question.id = id;
  }
}

/** An answer without a value probably has one that a condition names. */
export function nameValues(reading: Reading): void {
  const comparisons = conditionsOf(reading.flow).flatMap(({ if: condition }) => partsOf(condition));
  for (const { id, answers } of reading.flow.questions) {
    const known = new Set(answers.map(({ value }) => value));
    const named = comparisons.flatMap(([, fact, values = []]) =>
      fact === factOf(id) ? values : [],
    );
    const free = [...new Set(named)].filter((value) => !known.has(value));
    for (const answer of answers) {
      if (answer.value) continue;
      const words = plainText(answer.label);
      answer.value = free.shift() ?? (toName(words) || 'value');
      const label = answer.to ? `[${words}](#${answer.to})` : words;
      reading.report(
        answer.line ?? 0,
        'grammar',
        `an answer ends with its value in backticks: write ${label} \`${answer.value}\``,
      );
    }
  }
}
