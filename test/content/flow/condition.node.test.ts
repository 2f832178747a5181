import { expect } from '@open-wc/testing';
import { holds, type Condition } from '../../../src/content/flow/condition.js';
import { parseCondition } from '../../../src/content/flow/parse-condition.js';
import { decidingFacts } from '../../../src/content/flow/explain.js';
import { formatCondition } from '../../../src/content/flow/format-condition.js';

const answersOf = (facts: Record<string, string | string[]>) =>
  new Map(Object.entries(facts).map(([fact, values]) => [fact, [values].flat()]));
const derived = (id: string): Condition | undefined =>
  id === 'warm'
    ? parseCondition('weather is any of sun, haze and not rain-coat')
    : id === 'rain-coat'
      ? ['has', 'clothes', ['coat']]
      : undefined;
const isTrue = (text: string, facts: Record<string, string | string[]>) =>
  holds(parseCondition(text), answersOf(facts), derived);

const TABLE: readonly [
  text: string,
  facts: Record<string, string | string[]>,
  expected: boolean,
  reason: string,
][] = [
  ['weather is sun', { weather: 'sun' }, true, 'the same value'],
  ['weather is sun', { weather: 'haze' }, false, 'another value'],
  ['weather is sun', {}, false, 'unanswered'],
  ['weather is not sun', { weather: 'haze' }, true, 'another value'],
  ['weather is not sun', { weather: 'sun' }, false, 'the same value'],
  ['weather is not sun', {}, false, 'unanswered: false, not true'],
  ['not weather is sun', {}, true, 'not of something false'],
  ['weather is any of sun, haze', { weather: 'haze' }, true, 'one of them'],
  ['weather is any of sun, haze', { weather: 'rain' }, false, 'none of them'],
  ['clothes has coat', { clothes: ['hat', 'coat'] }, true, 'among others'],
  ['clothes has coat', { clothes: ['hat'] }, false, 'not chosen'],
  ['clothes has coat', {}, false, 'unanswered'],
  ['clothes has all of coat, hat', { clothes: ['hat', 'coat'] }, true, 'all of them'],
  ['clothes has all of coat, hat', { clothes: ['coat'] }, false, 'one is missing'],
  ['clothes has any of coat, hat', { clothes: ['hat', 'scarf'] }, true, 'one of them'],
  ['clothes has any of coat, hat', { clothes: ['scarf'] }, false, 'none of them'],
  ['clothes has any of coat, hat', {}, false, 'unanswered'],
  ['not clothes has any of coat, hat', { clothes: ['scarf'] }, true, 'not of something false'],
  ['age is 65-or-more', { age: '65-or-more' }, true, 'a value that begins with a digit'],
  ['age is any of 7, 8-10', { age: '7' }, true, 'values of digits'],
  ['weather answered', { weather: 'rain' }, true, 'any answer'],
  ['weather answered', {}, false, 'none'],
  ['warm', { weather: 'sun', clothes: ['hat'] }, true, 'a derived fact'],
  ['warm', { weather: 'sun', clothes: ['coat'] }, false, 'a derived fact of a derived fact'],
  ['not warm', {}, true, 'not of a derived fact'],
  [
    'weather is sun or weather is haze and clothes has hat',
    { weather: 'sun' },
    true,
    'and binds closer than or',
  ],
  [
    '(weather is sun or weather is haze) and clothes has hat',
    { weather: 'sun' },
    false,
    'brackets',
  ],
  [
    'not weather is sun and clothes has hat',
    { weather: 'sun', clothes: ['hat'] },
    false,
    'not binds closest',
  ],
  ['not (weather is sun and clothes has hat)', { weather: 'sun' }, true, 'not before a bracket'],
  ['not not weather is sun', { weather: 'sun' }, true, 'twice not'],
];

describe('the condition language', () => {
  for (const [text, facts, expected, reason] of TABLE)
    it(`${text} is ${String(expected)} for ${JSON.stringify(facts)}: ${reason}`, () => {
      expect(isTrue(text, facts)).to.equal(expected);
    });

  it('is the same after it was written down again', () => {
    for (const [text] of TABLE)
      expect(parseCondition(formatCondition(parseCondition(text)))).to.deep.equal(
        parseCondition(text),
      );
  });

  const WRONG: readonly [text: string, complaint: RegExp][] = [
    ['', /should go on with a name/],
    ['weather is', /should go on with a name/],
    ['weather is any of', /should go on with a name/],
    ['weather is any of sun,', /should go on with a name/],
    ['weather is not any of sun, haze', /should go on with a name/],
    ['weather has any of', /should go on with a name/],
    ['8-years is yes', /begins with a letter/],
    ['weather = sun', /sign that has no meaning/],
    ['years > 8', /sign that has no meaning/],
    ['weather is sun clothes has hat', /"clothes" cannot stand after/],
    ['(weather is sun', /bracket is not closed/],
    ['weather is sun)', /cannot stand after/],
    ['and weather is sun', /should go on with a name/],
    ['weather is sun and', /should go on with a name/],
    [`${'('.repeat(300)}weather answered${')'.repeat(300)}`, /more than 200 words/],
    ['Weather is sun', /sign that has no meaning/],
  ];
  for (const [text, complaint] of WRONG)
    it(`refuses "${text.slice(0, 50)}"`, () => {
      expect(() => parseCondition(text)).to.throw(complaint);
    });

  describe('reasons', () => {
    const reasons = (text: string, facts: Record<string, string | string[]>) => [
      ...decidingFacts(parseCondition(text), answersOf(facts), derived),
    ];
    it('are all sides of an and', () => {
      expect(
        reasons('weather is sun and clothes has hat', { weather: 'sun', clothes: ['hat'] }),
      ).to.deep.equal(['weather', 'clothes']);
    });
    it('are only the sides of an or that hold', () => {
      expect(
        reasons('weather is sun or clothes has hat', { weather: 'rain', clothes: ['hat'] }),
      ).to.deep.equal(['clothes']);
    });
    it('are what a derived fact rests on', () => {
      expect(reasons('warm', { weather: 'sun', clothes: ['hat'] })).to.deep.equal([
        'weather',
        'clothes',
      ]);
    });
    it('are only answers that were given', () => {
      expect(reasons('not weather is sun', {})).to.deep.equal([]);
    });
  });
});
