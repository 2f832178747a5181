import type { Comparison, Condition } from './condition.js';
import { conditionsOf } from './conditions-of.js';
import {
  factOf,
  questionOf,
  type Flow,
  type FlowProblem,
  type Question,
  type Report,
} from './flow.js';
import { isKeyword, partsOf } from './parse-condition.js';
import { AnswerSets, followWhole } from './reach.js';
import { nearest } from './suggest.js';

type Placed = { readonly line?: number };

/**
 * Everything that can be checked without following all paths: ids, links, routes, cycles, names and values. Each problem is at
 * the line of the mistake, and says what to write instead.
 */
export function checkFlow(flow: Flow): FlowProblem[] {
  const problems: FlowProblem[] = [];
  const report: Report = (line, rule, message) => problems.push({ line, rule, message });
  checkIds(flow, report);
  for (const question of flow.questions) checkQuestion(flow, question, report);
  if (!questionOf(flow, flow.start))
    report(
      1,
      'dead-link',
      `the first question "${flow.start}" is not there: ${adviceFor(flow.start, questionIds(flow), (id) => `start: ${id}`)}`,
    );
  if (!flow.disclaimer.length)
    report(
      1,
      'missing-result',
      `the text under "## Result {#${flow.result}}" is missing: write there what everybody should know, such as that this is guidance`,
    );
  checkConditions(flow, report);
  checkTexts(flow, report);
  checkFactCycles(flow, report);
  checkCycles(flow, report);
  return problems;
}

const questionIds = ({ questions }: Flow): string[] => questions.map(({ id }) => id);

/** The most names that a message lists. */
const MOST_NAMES = 8;

/** What to write in place of an unknown name: the one that is most like it, or any that exists. */
function adviceFor(
  word: string,
  names: readonly string[],
  format: (name: string) => string = (name) => name,
): string {
  const near = nearest(word, names);
  const known = names.slice(0, MOST_NAMES).map(format).join(', ');
  if (near) return `write ${format(near)}`;
  return known ? `write one that exists, such as ${known}` : 'there is none yet';
}

const inCode = (name: string): string => `\`${name}\``;

function checkIds({ questions, facts, outcomes, items, result }: Flow, report: Report): void {
  const seen = new Map<string, number>([[result, 0]]);
  const all: readonly (Placed & { readonly id: string })[] = [
    ...questions.map(({ id, line = 0 }) => ({ id: factOf(id), line, isQuestion: true })),
    ...facts,
    ...outcomes,
    ...items,
  ];
  for (const { id, line = 0, ...rest } of all) {
    const first = seen.get(id);
    const written = 'isQuestion' in rest ? `q-${id}` : id;
    if (id && first !== undefined) {
      const where = first ? ` (first on line ${first})` : '';
      report(
        line,
        'duplicate-id',
        `id twice: ${written}${where}: write another, such as ${written}-2`,
      );
    } else seen.set(id, line);
    if (isKeyword(id))
      report(
        line,
        'condition',
        `"${id}" is a word of the language of conditions: write another name, such as ${written}-1`,
      );
  }
}

function checkQuestion(flow: Flow, question: Question, report: Report): void {
  const { id, kind, answers, routes, line = 0 } = question;
  const values = new Set<string>();
  for (const { value, to, only, line: at = line } of answers) {
    if (values.has(value))
      report(at, 'duplicate-id', `value twice in ${id}: write another than \`${value}\``);
    values.add(value);
    if (isKeyword(value))
      report(
        at,
        'condition',
        `\`${value}\` is a word of the language of conditions: write another value, such as \`${value}-1\``,
      );
    if (to !== undefined && kind === 'one') checkLink(flow, to, at, report);
    if (to !== undefined && kind === 'many')
      report(
        at,
        'grammar',
        `where several answers lead is said by the routes of ${id}: write 1. [Words](#${to}) under the answers, and no link here`,
      );
    if (only && kind === 'one')
      report(
        at,
        'grammar',
        `(only) has a meaning among several answers: write - [ ] before each answer, or leave (only) out of \`${value}\``,
      );
    if (to === undefined && !routes.length)
      report(
        at,
        'dead-end',
        `dead end: ${value} in ${id} leads nowhere: ${
          kind === 'many'
            ? 'write 1. [Words](#q-id) under the answers'
            : 'write [Label](#q-id), or 1. [Words](#q-id) under the answers'
        }`,
      );
  }
  if (!answers.length)
    report(
      line,
      'dead-end',
      `dead end: ${id} has no answers: write - [Label](#q-id) \`value\` for each`,
    );
  if (kind === 'many' && answers.length && !answers.some(({ only }) => only))
    report(
      line,
      'no-exclusive',
      `${id} has no exclusive answer: write one, such as - [ ] None of these \`none\` (only)`,
    );
  routes.forEach((route, index) => {
    const isLast = index === routes.length - 1;
    const { to, if: condition, line: at = line } = route;
    checkLink(flow, to, at, report);
    if (isLast && condition)
      report(
        at,
        'last-route',
        `the last route of ${id} has a condition: write another one after it, without a condition, for everybody else`,
      );
    if (!isLast && !condition)
      report(
        at,
        'last-route',
        `a route of ${id} has no condition, so those after it are never taken: write if \`condition\`, or move it to the end`,
      );
  });
}

function checkLink(flow: Flow, to: string, line: number, report: Report): void {
  if (!to || to === flow.result || questionOf(flow, to)) return;
  const advice = adviceFor(to, [...questionIds(flow), flow.result], (id) => `#${id}`);
  report(line, 'dead-link', `dead link: #${to}: ${advice}`);
}

function checkConditions(flow: Flow, report: Report): void {
  for (const { if: condition, line } of conditionsOf(flow))
    for (const part of partsOf(condition)) checkPart(flow, condition, part, line, report);
}

type Part = Comparison | Extract<Condition, readonly ['fact', string]>;

function checkPart(
  flow: Flow,
  condition: Condition,
  part: Part,
  line: number,
  report: Report,
): void {
  const [word, name, values = []] = part;
  const isDerived = flow.facts.some(({ id }) => id === name);
  // An empty name: the condition could not be read, and that is reported already.
  if (!name || (word === 'fact' && isDerived)) return;
  const question = questionOf(flow, `q-${name}`);
  if (word === 'fact' || !question) {
    const advice =
      word !== 'fact' && isDerived
        ? `it is true or false: write \`${name}\` alone`
        : adviceForFact(flow, condition, name);
    return report(line, 'unknown-fact', `unknown fact: ${name}: ${advice}`);
  }
  const known = question.answers.map((answer) => answer.value);
  // Where an answer is missing or stands twice, which is reported, its value is probably the one that is named.
  const isWhole = known.length > 0 && new Set(known).size === known.length;
  for (const value of values)
    if (isWhole && !known.includes(value))
      report(
        line,
        'unknown-value',
        `unknown value: ${name} has no answer "${value}": ${adviceFor(value, known, inCode)}`,
      );
  if (word === 'answered' || word.startsWith('has') === (question.kind === 'many')) return;
  const list = values.join(', ');
  const instead =
    question.kind === 'many'
      ? word === 'isnt'
        ? `${name} answered and not ${name} has ${list}`
        : `${name} has ${values.length > 1 ? 'any of ' : ''}${list}`
      : `${name} is ${values.length > 1 ? 'any of ' : ''}${list}`;
  report(
    line,
    'condition',
    `"has" is for several answers, "is" for one: ${name}: write \`${instead}\``,
  );
}

function adviceForFact(flow: Flow, condition: Condition, name: string): string {
  const question = questionOf(flow, `q-${name}`);
  if (question) {
    const [value = 'yes'] = question.answers.map((answer) => answer.value);
    const word = question.kind === 'many' ? 'has' : 'is';
    return `it has several answers: write \`${name} ${word} ${value}\` or \`${name} answered\``;
  }
  if (name.startsWith('q-') && questionOf(flow, name))
    return `write \`${factOf(name)}\` without q-`;
  const owners = flow.questions.filter(({ answers }) =>
    answers.some(({ value }) => value === name),
  );
  const compared = new Set(
    partsOf(condition).flatMap(([word, fact]) => (word === 'fact' ? [] : fact)),
  );
  const owner = owners.find(({ id }) => compared.has(factOf(id))) ?? owners[0];
  if (owner) {
    const fact = factOf(owner.id);
    const word = owner.kind === 'many' ? 'has' : 'is';
    return `it is an answer of ${fact}: write \`${fact} ${word} ${name}\`, or \`${fact} ${word} any of …, ${name}\``;
  }
  const names = [...flow.questions.map(({ id }) => factOf(id)), ...flow.facts.map(({ id }) => id)];
  return adviceFor(name, names, inCode);
}

/** Titles and hints may depend only on questions before their own. On some paths before and on others after: see verify.ts. */
function checkTexts(flow: Flow, report: Report): void {
  const leadsTo = linksOf(flow);
  const derived = new Map(flow.facts.map(({ id, if: condition }) => [id, condition]));
  const factsIn = (condition: Condition, seen = new Set<string>()): string[] =>
    partsOf(condition).flatMap(([word, name]) => {
      if (word !== 'fact') return name;
      const fact = derived.get(name);
      if (!fact || seen.has(name)) return [];
      return factsIn(fact, seen.add(name));
    });
  for (const { id, titles = [], hint, line: first = 0 } of flow.questions)
    for (const { if: condition, ifLine: line = first } of [...titles, ...hint])
      for (const fact of new Set(condition ? factsIn(condition) : [])) {
        const earlier = `q-${fact}`;
        if (!questionOf(flow, earlier) || reaches(earlier, id, leadsTo)) continue;
        report(
          line,
          'not-earlier',
          `${fact} is not answered before ${id}: write the name of an earlier question${earlier === id ? '' : `, or move this question after ${earlier}`}`,
        );
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
      report(
        line,
        'fact-cycle',
        `cycle among facts: ${id} rests on itself: write its condition with questions, or with other facts`,
      );
}

const linksOf = ({ questions }: Flow): Map<string, readonly string[]> =>
  new Map(
    questions.map(({ id, answers, routes }) => [
      id,
      [...answers, ...routes].flatMap(({ to }) => to ?? []),
    ]),
  );

/** Links may form a loop as long as no path comes back to a question. Where there is none, no path needs to be followed. */
function checkCycles(flow: Flow, report: Report): void {
  const leadsTo = linksOf(flow);
  const inLoops = flow.questions.filter(({ id }) => reaches(id, id, leadsTo));
  if (!inLoops.length) return;
  const { loops, unknown } = followWhole(new AnswerSets(flow));
  for (const question of inLoops) {
    const { id, answers, routes, line: first = 0 } = question;
    const back = [...answers, ...routes].filter((each) => loops.has(each));
    for (const by of back)
      report(
        by.line ?? first,
        'cycle',
        `cycle: from ${by.to} one comes back to ${by.to} if \`${loops.get(by)}\`: write a link to a later question, or to #${flow.result}`,
      );
    if (unknown.has(question))
      report(
        first,
        'cycle',
        `cycle: from ${id} one may come back to ${id}, which its conditions are too long to rule out: write shorter conditions, or other links`,
      );
  }
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
