import { expect } from '@open-wc/testing';
import type { Answers } from '../../../src/content/flow/condition.js';
import { factOf, questionOf, type Flow } from '../../../src/content/flow/flow.js';
import { nextOf, outcomesFor, itemsFor } from '../../../src/content/flow/path.js';
import { readFlow } from '../../../src/content/flow/read.js';
import { proveFlow, waysToAnswer } from '../../../src/content/flow/verify.js';

const flowOf = (parts: {
  questions: string;
  facts?: string;
  outcomes?: string;
  checklist?: string;
}): string => `---
lucka: flow/1
id: test
lang: en
version: "1"
start: q-a
result: r-end
---

# A flow

## Questions

${parts.questions}

## Facts

| Fact | True when |
| --- | --- |
${parts.facts ?? ''}

## Result {#r-end}

This is guidance.

## Outcomes

### For everybody {#o-all}

> Show always

Text.

${parts.outcomes ?? ''}

## Checklist

- [ ] Do this. {#c-all}
${parts.checklist ?? ''}
`;

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const boxes = (count: number, prefix = 'x') =>
  `${range(count)
    .map((index) => `- [ ] Box ${index} \`${prefix}${index}\``)
    .join('\n')}\n- [ ] None of these \`none\` (only)`;

const prove = (text: string) => {
  const { flow, problems } = readFlow(text);
  expect(problems).to.deep.equal([]);
  return proveFlow(flow);
};

const lineOf = (text: string, words: string) =>
  text.slice(0, text.indexOf(words)).split('\n').length;

describe('proving a flow', () => {
  it('proves a question with 30 boxes, each with a task of its own', () => {
    const { paths, followed, problems } = prove(
      flowOf({
        questions: `### A {#q-a}\n\n${boxes(30)}\n\n1. [The end](#r-end)`,
        checklist: range(30)
          .map((index) => `- [ ] Do ${index}. {#c-x${index}} if \`a has x${index}\``)
          .join('\n'),
      }),
    );
    expect(problems).to.deep.equal([]);
    expect([paths, followed]).to.deep.equal([2 ** 30, 2 ** 30]);
  });

  it('follows together what no condition tells apart, however many boxes there are', () => {
    const { paths, followed, problems } = prove(
      flowOf({
        questions: `### A {#q-a}\n\n${boxes(40)}\n\n1. [The end](#r-end)`,
        outcomes: '### All {#o-every}\n\n> Show if `a has all of x0, x39`\n\nText.',
      }),
    );
    expect(problems).to.deep.equal([]);
    expect([paths, followed]).to.deep.equal([2 ** 40, 2]);
  });

  it('finds the thirteenth box, and the one that nothing ever shows', () => {
    const text = flowOf({
      questions: `### A {#q-a}\n\n${boxes(13)}\n\n1. [The end](#r-end)`,
      outcomes:
        '### Last {#o-last}\n\n> Show if `a has x12`\n\nText.\n\n### Never {#o-never}\n\n> Show if `a has all of x12, none`\n\nText.',
    });
    expect(prove(text).problems).to.deep.equal([
      {
        line: lineOf(text, '### Never'),
        rule: 'never-shown',
        message: 'never shown: o-never: change its condition, or leave it out',
      },
    ]);
  });

  it('proves more than a million paths', () => {
    const { paths, longest, problems } = prove(
      flowOf({
        questions: `### A {#q-a}\n\n${boxes(20)}\n\n1. [B](#q-b)\n\n### B {#q-b}\n\n${boxes(20)}\n\n1. [C](#q-c) if \`a has any of x0, x19 and b has x3\`\n2. [The end](#r-end)\n\n### C {#q-c}\n\n- [Yes](#r-end) \`yes\`\n- [No](#r-end) \`no\``,
        outcomes: '### C {#o-c}\n\n> Show if `c is yes`\n\nText.',
      }),
    );
    expect(problems).to.deep.equal([]);
    expect(longest).to.equal(3);
    const toC = (2 ** 20 - 2 ** 18) * 2 ** 19;
    expect(paths).to.equal(2 ** 40 - toC + 2 * toC);
  });

  it('gives an example of the answers that lead to nothing, as the condition to write', () => {
    const text = flowOf({
      questions: `### A {#q-a}\n\n${boxes(30)}\n\n1. [The end](#r-end)`,
      outcomes: '### Some {#o-some}\n\n> Show if `a has any of x0, x1`\n\nText.',
      checklist: '- [ ] More. {#c-more} if `a has x2`',
    })
      .replace('> Show always', '> Show if `a has x1`')
      .replace('{#c-all}', '{#c-all} if `not a has none`');
    expect(prove(text).problems.map(({ rule, message }) => `${rule}: ${message}`)).to.deep.equal([
      'empty-result: a path shows no section that it should: write one for those who answer this, such as > Show if `a has none`',
      'empty-checklist: a path has an empty checklist: write one for those who answer this, such as - [ ] Text {#c-id} if `a has none`',
    ]);
  });

  const LOOP = `### A {#q-a}

- [B first](#q-b) \`b\`
- [C first](#q-c) \`c\`

### B {#q-b}

- Yes \`yes\`
- No \`no\`

1. [C](#q-c) if \`a is b\`
2. [The end](#r-end)

### C {#q-c}

- Yes \`yes\`
- No \`no\`

1. [B](#q-b) if \`a is c\`
2. [The end](#r-end)`;

  it('accepts links that form a loop when no path comes back to a question', () => {
    expect(readFlow(flowOf({ questions: LOOP })).flow.longest).to.equal(3);
    expect(prove(flowOf({ questions: LOOP }))).to.deep.include({
      paths: 8,
      longest: 3,
      problems: [],
    });
  });

  it('tells which link makes a path come back, and with which answers', () => {
    const text = flowOf({
      questions: LOOP.replace('1. [B](#q-b) if `a is c`', '1. [B](#q-b) if `c is yes`'),
    });
    const { problems } = readFlow(text);
    expect(problems.map(({ line, rule }) => `${line} ${rule}`)).to.deep.equal([
      `${lineOf(text, '1. [B]')} cycle`,
    ]);
    expect(problems[0]?.message).to.contain('a is b and b is no and c is yes');
  });

  it('tells exactly what it could not prove, proves the rest, and claims nothing else', () => {
    const pairs = range(20).map((index) => `a has x${index} and b has y${index}`);
    const text = flowOf({
      questions: `### A {#q-a}\n\n${boxes(20)}\n\n1. [B](#q-b)\n\n### B {#q-b}\n\n${boxes(20, 'y')}\n\n1. [The end](#r-end)`,
      facts: `| \`first\` | \`${pairs.slice(0, 10).join(' or ')}\` |\n| \`second\` | \`${pairs.slice(10).join(' or ')}\` |`,
      outcomes:
        '### Pairs {#o-pairs}\n\n> Show if `first or second`\n\nText.\n\n### Simple {#o-simple}\n\n> Show if `a has x0 and a has none`\n\nText.',
    });
    const { problems, paths } = prove(text);
    expect(paths).to.equal(2 ** 40);
    expect(problems.map(({ line, rule }) => `${line} ${rule}`)).to.deep.equal([
      `${lineOf(text, '> Show if `first')} too-many-paths`,
      `${lineOf(text, '### Simple')} never-shown`,
    ]);
    expect(problems[0]?.message).to.match(/^not proved: whether o-pairs is shown, because/);
  });

  it('calls nothing unreachable that may follow a route which it could not prove', () => {
    const pairs = range(20).map((index) => `a has x${index} and b has y${index}`);
    const text = flowOf({
      questions: `### A {#q-a}\n\n${boxes(20)}\n\n1. [B](#q-b)\n\n### B {#q-b}\n\n${boxes(20, 'y')}\n\n1. [C](#q-c) if \`first or second\`\n2. [The end](#r-end)\n\n### C {#q-c}\n\n- [Yes](#r-end) \`yes\`\n- [No](#r-end) \`no\``,
      facts: `| \`first\` | \`${pairs.slice(0, 10).join(' or ')}\` |\n| \`second\` | \`${pairs.slice(10).join(' or ')}\` |`,
    });
    const { problems } = prove(text);
    expect(problems.length).to.be.above(0);
    for (const { rule, message } of problems) {
      expect(rule).to.equal('too-many-paths');
      expect(message).to.match(/^not proved: /);
    }
    expect(problems.map(({ line }) => line)).to.include(lineOf(text, '### B'));
  });

  const DEPENDS = `### A {#q-a}

- [Yes](#q-b) \`yes\`
- [No](#q-b) \`no\`

### B {#q-b}

> Title if \`a is no\`

Another B?

> If \`a is yes\`

You said yes.

- [Yes](#r-end) \`yes\`
- [No](#r-end) \`no\``;

  it('proves that each hint and title is shown on some path', () => {
    expect(prove(flowOf({ questions: DEPENDS })).problems).to.deep.equal([]);
    for (const [from, to] of [
      ['> If `a is yes`', '> If `a is yes and a is no`'],
      ['> Title if `a is no`', '> Title if `not a answered`'],
    ] as const) {
      const text = flowOf({ questions: DEPENDS.replace(from, to) });
      expect(prove(text).problems.map(({ line, rule }) => `${line} ${rule}`)).to.deep.equal([
        `${lineOf(text, to)} never-shown`,
      ]);
    }
  });

  it('tells that a hint names a question which comes later on another path', () => {
    const text = flowOf({
      questions: LOOP.replace('- Yes `yes`', '> If `c is yes`\n\nC.\n\n- Yes `yes`'),
    });
    expect(prove(text).problems.map(({ line, rule }) => `${line} ${rule}`)).to.deep.equal([
      `${lineOf(text, '### B')} not-earlier`,
    ]);
  });

  it('refuses to list more combinations than can be listed', () => {
    const { flow } = readFlow(
      flowOf({ questions: `### A {#q-a}\n\n${boxes(17)}\n\n1. [The end](#r-end)` }),
    );
    expect(() => waysToAnswer(flow.questions[0]!)).to.throw(RangeError, /17 answers/);
  });

  it('agrees with following every path one by one, on 300 flows made at random', () => {
    let loops = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const text = randomFlow(seed);
      const { flow, problems } = readFlow(text);
      const expected = followEach(flow);
      const told = `flow ${seed}: ${JSON.stringify(problems)}\n${text}`;
      if (expected === 'loop') {
        loops++;
        expect(
          problems.map(({ rule }) => rule),
          told,
        ).to.include('cycle');
        continue;
      }
      expect(problems, told).to.deep.equal([]);
      const proof = proveFlow(flow);
      const never = proof.problems.filter(
        ({ rule }) => rule === 'never-shown' || rule === 'unreachable',
      );
      expect(
        {
          paths: proof.paths,
          longest: proof.longest,
          never: never.map(({ message }) => /(?:: |to )([a-z]-[\w-]+)/.exec(message)?.[1]),
        },
        told,
      ).to.deep.equal(expected);
    }
    expect(loops).to.be.above(10);
  });
});

/** A flow of five questions whose routes and conditions are made at random. @param seed of a linear congruential generator */
function randomFlow(seed: number): string {
  let state = seed;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
  const names = ['a', 'b', 'c', 'd', 'e'];
  const kinds = names.map(() => next(2));
  const comparison = (): string => {
    const index = next(names.length);
    const [name, values] = [names[index] ?? '', ['v0', 'v1', 'v2']];
    const [one, other] = [values[next(3)], values[next(3)]];
    const words = kinds[index]
      ? [`has ${one}`, `has any of ${one}, ${other}`, `has all of ${one}, ${other}`]
      : [`is ${one}`, `is not ${one}`, `is any of ${one}, ${other}`];
    return next(5) ? `${name} ${words[next(3)]}` : `${name} answered`;
  };
  const condition = (): string => {
    const start = `${next(3) ? '' : 'not '}${comparison()}`;
    return next(2) ? start : `${start} ${next(2) ? 'and' : 'or'} ${next(2) ? 'f' : comparison()}`;
  };
  // Mostly onward.
  const target = (from: number) => {
    const to = next(8) ? from + 1 + next(3) : next(names.length);
    return to < names.length ? `q-${names[to]}` : 'r-end';
  };
  const questions = names.map((name, index) => {
    const values = ['v0', 'v1', 'v2'];
    const answers = kinds[index]
      ? [
          ...values.slice(0, 2).map((value) => `- [ ] ${value} \`${value}\``),
          '- [ ] v2 `v2` (only)',
        ]
      : values.map((value) =>
          next(2) ? `- [${value}](#${target(index)}) \`${value}\`` : `- ${value} \`${value}\``,
        );
    const routes = [
      ...(next(2) ? [`1. [x](#${target(index)}) if \`${condition()}\``] : []),
      `2. [x](#${target(index)})`,
    ];
    return `### ${name} {#q-${name}}\n\n${answers.join('\n')}\n\n${routes.join('\n')}`;
  });
  const fact = `| \`f\` | \`${comparison()} or ${comparison()}\` |`;
  return flowOf({
    questions: questions.join('\n\n'),
    facts: fact,
    outcomes: range(4)
      .map(
        (index) =>
          `### O {#o-${index === 0 ? 'x' : `x${index}`}}\n\n> Show if \`${condition()} and ${condition()}\`\n\nText.`,
      )
      .join('\n\n'),
    checklist: `- [ ] I. {#c-x} if \`${condition()} and ${comparison()}\``,
  });
}

/** What the proof should find, by following each path by itself with the functions that run in the page. */
function followEach(flow: Flow) {
  const seen = new Set<string>();
  let [paths, longest] = [0, 0];
  const follow = (id: string, answers: Answers): boolean => {
    const question = questionOf(flow, id);
    if (!question) {
      paths++;
      longest = Math.max(longest, answers.size);
      for (const shown of [...outcomesFor(flow, answers), ...itemsFor(flow, answers)])
        seen.add(shown.id);
      return true;
    }
    if (answers.has(factOf(id))) return false;
    seen.add(id);
    return waysToAnswer(question).every((values) => {
      const now = new Map(answers).set(factOf(id), values);
      return follow(nextOf(flow, question, now), now);
    });
  };
  if (!follow(flow.start, new Map())) return 'loop';
  const all = [...flow.questions, ...flow.outcomes, ...flow.items];
  return { paths, longest, never: all.map(({ id }) => id).filter((id) => !seen.has(id)) };
}
