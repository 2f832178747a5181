import type { Condition } from './condition.js';
import { partsOf } from './parse-condition.js';
import { factOf, questionOf, type Flow, type FlowProblem, type Question } from './flow.js';

type Report = (line: number, rule: string, message: string) => void;
type Placed = { readonly line?: number };

/** Everything that can be checked without following the paths: ids, links, routes, cycles, names and values. */
export function checkFlow(flow: Flow): FlowProblem[] {
  const problems: FlowProblem[] = [];
  const report: Report = (line, rule, message) => problems.push({ line, rule, message });
  checkIds(flow, report);
  for (const question of flow.questions) checkQuestion(flow, question, report);
  if (!questionOf(flow, flow.start))
    report(1, 'dead-link', `the first question "${flow.start}" is not there`);
  if (!flow.disclaimer.length)
    report(1, 'missing-result', `the text under "## Result {#${flow.result}}" is missing`);
  checkConditions(flow, report);
  checkFactCycles(flow, report);
  checkCycles(flow, report);
  return problems;
}

function checkIds({ questions, facts, outcomes, items, result }: Flow, report: Report): void {
  const seen = new Set([result, ...questions.map(({ id }) => factOf(id))]);
  const all: readonly (Placed & { readonly id: string })[] = [
    ...questions,
    ...facts,
    ...outcomes,
    ...items,
  ];
  for (const { id, line = 0 } of all) {
    if (id && seen.has(id)) report(line, 'duplicate-id', `id twice: ${id}`);
    seen.add(id);
  }
}

function checkQuestion(flow: Flow, question: Question, report: Report): void {
  const { id, kind, answers, routes, line = 0 } = question;
  const values = new Set<string>();
  for (const { value, to, only, line: at = line } of answers) {
    if (values.has(value)) report(at, 'duplicate-id', `value twice in ${id}: ${value}`);
    values.add(value);
    if (to !== undefined) checkLink(flow, to, at, report);
    if (to !== undefined && kind === 'many')
      report(at, 'grammar', `where several answers lead is said by the routes of ${id}`);
    if (only && kind === 'one')
      report(at, 'grammar', `(only) has a meaning among several answers: ${value}`);
    if (to === undefined && !routes.length)
      report(at, 'dead-end', `dead end: ${value} in ${id} leads nowhere`);
  }
  if (!answers.length) report(line, 'dead-end', `dead end: ${id} has no answers`);
  if (kind === 'many' && !answers.some(({ only }) => only))
    report(
      line,
      'no-exclusive',
      `${id} has no exclusive answer, such as "None of these \`none\` (only)"`,
    );
  routes.forEach((route, index) => {
    const isLast = index === routes.length - 1;
    const { to, if: condition, line: at = line } = route;
    checkLink(flow, to, at, report);
    if (isLast && condition) report(at, 'last-route', `the last route of ${id} has a condition`);
    if (!isLast && !condition)
      report(
        at,
        'last-route',
        `a route of ${id} has no condition, so those after it are never taken`,
      );
  });
}

function checkLink(flow: Flow, to: string, line: number, report: Report): void {
  if (to !== flow.result && !questionOf(flow, to)) report(line, 'dead-link', `dead link: #${to}`);
}

/** Every condition of a flow, with its place. */
export function conditionsOf({
  questions,
  facts,
  outcomes,
  items,
}: Flow): { if: Condition; line: number }[] {
  const routes = questions.flatMap((question) => question.routes);
  const placed: readonly { if?: Condition; line?: number; ifLine?: number }[] = [
    ...routes,
    ...facts,
    ...outcomes,
    ...items,
  ];
  return placed.flatMap(({ if: condition, line = 0, ifLine = line }) =>
    condition ? [{ if: condition, line: ifLine }] : [],
  );
}

function checkConditions(flow: Flow, report: Report): void {
  for (const { if: condition, line } of conditionsOf(flow)) {
    for (const part of partsOf(condition)) {
      const [word, name, values = []] = part;
      const question = questionOf(flow, `q-${name}`);
      if (word === 'fact') {
        // An empty name: the condition could not be read, and that is reported already.
        if (name && !flow.facts.some(({ id }) => id === name))
          report(line, 'unknown-fact', `unknown fact: ${name}`);
      } else if (!question) report(line, 'unknown-fact', `unknown fact: ${name}`);
      else {
        for (const value of values)
          if (!question.answers.some((answer) => answer.value === value))
            report(line, 'unknown-value', `unknown value: ${name} has no answer "${value}"`);
        if (word !== 'answered' && word.startsWith('has') !== (question.kind === 'many'))
          report(line, 'condition', `"has" is for several answers, "is" for one: ${name}`);
      }
    }
  }
}

function checkFactCycles({ facts }: Flow, report: Report): void {
  const namedBy = new Map(
    facts.map(({ id, if: condition }) => [
      id,
      partsOf(condition).flatMap(([word, name]) => (word === 'fact' ? [name] : [])),
    ]),
  );
  for (const { id, line = 0 } of facts)
    if (reaches(id, id, namedBy))
      report(line, 'fact-cycle', `cycle among facts: ${id} rests on itself`);
}

function checkCycles({ questions }: Flow, report: Report): void {
  const leadsTo = new Map(
    questions.map(({ id, answers, routes }) => [
      id,
      [...answers, ...routes].flatMap(({ to }) => to ?? []),
    ]),
  );
  const found = questions.find(({ id }) => reaches(id, id, leadsTo));
  if (found)
    report(found.line ?? 0, 'cycle', `cycle: from ${found.id} one comes back to ${found.id}`);
}

/** Is there a path from one name to another, of one step or more? */
function reaches(from: string, to: string, next: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const open = [...(next.get(from) ?? [])];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === to) return true;
    if (!seen.has(name)) open.push(...(next.get(name) ?? []));
    seen.add(name);
  }
  return false;
}
