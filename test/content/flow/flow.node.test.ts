import { expect } from '@open-wc/testing';
import { readFlow } from '../../../src/content/flow/read.js';
import { proveFlow } from '../../../src/content/flow/verify.js';
import { outlineOf } from '../../../src/content/flow/outline.js';
import {
  allowedValues,
  itemsFor,
  outcomesFor,
  pathOf,
  questionsAhead,
} from '../../../src/content/flow/path.js';
import { explain } from '../../../src/content/flow/explain.js';
import umbrella from './fixtures/umbrella.en.md?raw';

const { flow, problems } = readFlow(umbrella);
const answersOf = (facts: Record<string, string | string[]>) =>
  new Map(Object.entries(facts).map(([fact, values]) => [fact, [values].flat()]));
const idsOf = (facts: Record<string, string | string[]>) => {
  const { answers } = pathOf(flow, answersOf(facts));
  return [...outcomesFor(flow, answers), ...itemsFor(flow, answers)].map(({ id }) => id).join(' ');
};

/** The line of the file that a text stands on. */
const lineOf = (text: string) => umbrella.slice(0, umbrella.indexOf(text)).split('\n').length;

describe('reading a flow', () => {
  it('finds nothing wrong with a flow about something else', () => {
    expect(problems).to.deep.equal([]);
  });

  it('reads questions, answers, routes and facts, each with its line', () => {
    const [weather, clothes] = flow.questions;
    expect(weather).to.deep.include({
      id: 'q-weather',
      title: 'How is the weather?',
      kind: 'one',
      line: lineOf('### How'),
    });
    expect(weather?.answers.map(({ value, to, line }) => `${value} ${to} ${line}`)).to.deep.equal([
      `rain q-clothes ${lineOf('- [It rains')}`,
      `sun r-end ${lineOf('- [The sun')}`,
    ]);
    expect(clothes?.kind).to.equal('many');
    expect(
      clothes?.answers.map(({ value, only }) => `${value}${only ? ' only' : ''}`),
    ).to.deep.equal(['coat', 'hat', 'none only']);
    expect(clothes?.routes.map(({ to, line }) => `${to} ${line}`)).to.deep.equal([
      `q-goal ${lineOf('1. [Where')}`,
      `r-end ${lineOf('2. [The')}`,
    ]);
    expect(flow.facts).to.deep.equal([
      { id: 'covered', if: ['has', 'clothes', ['coat', 'hat']], line: lineOf('| `covered`') },
    ]);
    expect(flow.items.map(({ id, line }) => `${id} ${line}`)).to.deep.equal([
      `c-take ${lineOf('- [ ] Take')}`,
      `c-look ${lineOf('- [ ] Look')}`,
    ]);
    expect(flow.sources).to.deep.equal({
      W01: 'The window shows the weather.',
      W02: 'Rain is wet.',
    });
  });

  it('keeps marks and ids out of the words', () => {
    expect(flow.items[0]?.content).to.deep.equal([
      'Take it with you.',
      { type: 'source', ids: ['W02'] },
    ]);
    expect(flow.outcomes[0]?.content).to.deep.equal([
      { type: 'paragraph', content: ['Rain makes you wet.', { type: 'source', ids: ['W02'] }] },
    ]);
  });

  it('reads the same from a file with a mark of its byte order and Windows line ends', () => {
    const windows = readFlow(`\uFEFF${umbrella.replaceAll('\n', '\r\n')}`);
    expect(windows).to.deep.equal({ flow, problems });
  });
});

describe('following a flow', () => {
  it('asks what the answers lead to', () => {
    expect(pathOf(flow, answersOf({})).next).to.equal('q-weather');
    expect(pathOf(flow, answersOf({ weather: 'rain' })).next).to.equal('q-clothes');
    expect(pathOf(flow, answersOf({ weather: 'rain', clothes: ['coat', 'hat'] })).next).to.equal(
      'r-end',
    );
    expect(pathOf(flow, answersOf({ weather: 'rain', clothes: ['hat'] })).next).to.equal('q-goal');
  });

  it('counts only answers on the path', () => {
    expect(idsOf({ weather: 'sun', clothes: ['hat'], goal: 'out' })).to.equal('o-dry c-look');
    expect([
      ...pathOf(flow, answersOf({ weather: 'sun', goal: 'out' })).answers.keys(),
    ]).to.deep.equal(['weather']);
  });

  it('shows sections and items in the order of the file', () => {
    expect(idsOf({ weather: 'rain', clothes: ['hat'], goal: 'out' })).to.equal(
      'o-take c-take c-look',
    );
    expect(idsOf({ weather: 'rain', clothes: ['coat', 'hat'] })).to.equal('o-dry c-look');
  });

  it('leaves out values that the question does not have', () => {
    expect(pathOf(flow, answersOf({ weather: 'snow' })).next).to.equal('q-weather');
    expect(pathOf(flow, answersOf({ constructor: 'rain' })).steps).to.deep.equal([]);
  });

  it('lets the last of two answers count that exclude each other', () => {
    const clothes = flow.questions[1]!;
    expect(allowedValues(clothes, ['hat', 'none'])).to.deep.equal(['none']);
    expect(allowedValues(clothes, ['none', 'hat', 'coat'])).to.deep.equal(['coat', 'hat']);
  });

  it('names the questions whose answers made a section appear', () => {
    const path = pathOf(flow, answersOf({ weather: 'rain', clothes: ['hat'], goal: 'out' }));
    expect(explain(flow, flow.outcomes[0]!, path)).to.deep.equal(['q-clothes', 'q-goal']);
    const dry = pathOf(flow, answersOf({ weather: 'sun' }));
    expect(explain(flow, flow.outcomes[1]!, dry)).to.deep.equal(['q-weather']);
  });

  it('knows what may still be asked, and how much at most', () => {
    expect([...questionsAhead(flow, 'q-clothes')]).to.deep.equal(['q-clothes', 'q-goal']);
    expect(flow.longest).to.equal(3);
  });

  it('draws itself as a graph', () => {
    const { nodes, edges } = outlineOf(flow);
    expect(nodes.map(({ id }) => id)).to.deep.equal(['q-weather', 'q-clothes', 'q-goal', 'r-end']);
    expect(
      edges.map(({ from, to, answers, condition }) =>
        [from, to, answers.join('/'), condition].join(' | '),
      ),
    ).to.deep.equal([
      'q-weather | q-clothes | It rains | ',
      'q-weather | r-end | The sun shines | ',
      'q-clothes | q-goal |  | not covered',
      'q-clothes | r-end |  | ',
      'q-goal | r-end | Out/Nowhere | ',
    ]);
  });
});

describe('proving a flow', () => {
  it('follows every path, those together that nothing can tell apart', () => {
    // rain: 3 combinations of clothes and none; one of the four ends, three go on to two answers; sun ends at once.
    expect(proveFlow(flow)).to.deep.equal({ paths: 8, followed: 4, longest: 3, problems: [] });
  });
});

/** One change to the flow, where the checker finds it, and by which rule. */
const FAULTS: readonly [fault: string, from: string, to: string, at: string, rule: string][] = [
  ['a dead link', '(#q-clothes) `rain`', '(#q-cloths) `rain`', '- [It rains', 'dead-link'],
  ['an answer without a value', ' `sun`', '', '- [The sun', 'grammar'],
  ['a value twice', '`sun`', '`rain`', '- [The sun', 'duplicate-id'],
  ['an answer that leads nowhere', '[Nowhere](#r-end)', 'Nowhere', '- [Nowhere', 'dead-end'],
  ['a cycle', '(#r-end) `nowhere`', '(#q-weather) `nowhere`', '- [Nowhere', 'cycle'],
  [
    'a last route with a condition',
    '2. [The end](#r-end)',
    '2. [The end](#r-end) if `covered`',
    '2. [The',
    'last-route',
  ],
  [
    'a route before the last without a condition',
    ' if `not covered`',
    '',
    '1. [Where',
    'last-route',
  ],
  ['several answers without an exclusive one', ' (only)', '', '### What do', 'no-exclusive'],
  ['an unknown value', '`goal is out and', '`goal is away and', '> Show if `goal', 'unknown-value'],
  ['an unknown fact', 'or covered or', 'or uncovered or', '> Show if `weather', 'unknown-fact'],
  [
    '"is" where "has" should be',
    '`clothes has all of coat, hat`',
    '`clothes is coat`',
    '| `covered`',
    'condition',
  ],
  [
    'a condition that is none',
    '`weather is sun or covered',
    '`weather is sun or or covered',
    '> Show if `weather',
    'condition',
  ],
  [
    'a fact that rests on itself',
    '`clothes has all of coat, hat`',
    '`covered`',
    '| `covered`',
    'fact-cycle',
  ],
  ['an id that stands twice', '{#o-dry}', '{#o-take}', '### You are dry', 'duplicate-id'],
  ['a question without an id', ' {#q-goal}', '', '### Where do', 'missing-id'],
  ['an outcome without an id', ' {#o-dry}', '', '### You are dry', 'missing-id'],
  ['an item without an id', ' {#c-look}', '', '- [ ] Look', 'missing-id'],
  ['a "Show" that is none', '> Show if `goal', '> Show when `goal', '> Show if `goal', 'grammar'],
  ['a part that a flow has not', '## Facts', '## Fakten', '## Facts', 'grammar'],
  ['another version of the language', 'flow/1', 'flow/2', 'lucka:', 'front-matter'],
  ['a key of the front matter that is missing', 'start: q-weather\n', '', '---', 'front-matter'],
  ['a result with another id', '{#r-end}', '{#r-stop}', '## Result', 'missing-id'],
];

describe('the checker', () => {
  for (const [fault, from, to, at, rule] of FAULTS)
    it(`finds ${fault}, with its line`, () => {
      expect(umbrella).to.contain(from);
      const found = readFlow(umbrella.replace(from, to)).problems;
      const words = found
        .map((problem) => `${problem.line} ${problem.rule}: ${problem.message}`)
        .join('\n');
      expect(words).to.match(new RegExp(`^${lineOf(at)} ${rule}: `, 'm'));
    });

  const PROOFS: readonly [fault: string, from: string, to: string, at: string, rule: string][] = [
    [
      'a question that no path reaches',
      '(#q-clothes) `rain`',
      '(#r-end) `rain`',
      '### What do',
      'unreachable',
    ],
    [
      'a route that is never taken',
      '`not covered`',
      '`weather is sun`',
      '1. [Where',
      'unused-route',
    ],
    [
      'an outcome that no path shows',
      'goal is out and not covered',
      'goal is out and weather is sun',
      '### Take',
      'never-shown',
    ],
    [
      'an item that no path shows',
      '`goal is out`\n',
      '`goal is out and covered`\n',
      '- [ ] Take',
      'never-shown',
    ],
    ['a path with nothing to read', 'weather is sun or covered', 'covered', '---', 'empty-result'],
    [
      'a path with nothing to do',
      '{#c-look}',
      '{#c-look} if `weather is rain`',
      '---',
      'empty-checklist',
    ],
  ];
  for (const [fault, from, to, at, rule] of PROOFS)
    it(`proves that there is ${fault}`, () => {
      expect(umbrella).to.contain(from);
      const found = readFlow(umbrella.replace(from, to));
      expect(found.problems).to.deep.equal([]);
      const words = proveFlow(found.flow).problems.map(
        (problem) => `${problem.line} ${problem.rule}: ${problem.message}`,
      );
      expect(words.join('\n')).to.match(new RegExp(`^${lineOf(at)} ${rule}: `, 'm'));
    });

  const HOSTILE: readonly [what: string, text: string][] = [
    ['nothing', ''],
    ['a web page', '<!doctype html><html><body>Not found</body></html>'],
    ['text that is too large', `${umbrella}${'a '.repeat(40_000)}`],
    ['nesting that is too deep', `${umbrella}\n${'>'.repeat(5000)}`],
    ['front matter that cannot be read', '---\n{{{\n---\n'],
    ['only front matter', umbrella.slice(0, umbrella.indexOf('# Do'))],
  ];
  for (const [what, text] of HOSTILE)
    it(`answers with problems, and does not throw, for ${what}`, () => {
      expect(readFlow(text).problems.length).to.be.above(0);
    });
});
