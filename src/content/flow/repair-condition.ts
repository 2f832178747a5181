import { toName } from './suggest.js';

/** A condition as the editor meant it, and what is wrong with how it was written. */
export interface RepairedCondition {
  readonly text: string;
  /** One sentence each, with what to write instead. */
  readonly complaints: readonly string[];
}

type Fix = readonly [
  reason: string,
  pattern: RegExp,
  replacement: string | ((word: string) => string),
];

const QUOTES = '["\'“”„‟«»‘’‚‹›´`]';
const NAME = '[\\p{L}\\p{N}_-]+';
const LIST = `${NAME}(?:\\s*,\\s*${NAME})*`;

/** Signs of other languages, and words in Swedish or in another form. In order: the later ones see what the earlier ones wrote. */
const FIXES: readonly Fix[] = [
  [
    'spaces in a condition are ordinary spaces',
    /[\t\u00a0\u00ad\u2000-\u200f\u202f\u2060\ufeff]+/gu,
    ' ',
  ],
  ['values stand without quotation marks', new RegExp(`${QUOTES}(${NAME})${QUOTES}`, 'gu'), '$1'],
  ['"is not" is written in words', /\s*(?:!==?|<>|≠)\s*/g, ' is not '],
  ['"is" is written in words', /\s*={1,3}\s*/g, ' is '],
  ['"and" is written in words', /\s*(?:&&?|\+)\s*/g, ' and '],
  ['"or" is written in words', /\s*(?:\|\|?|\/)\s*/g, ' or '],
  ['"not" is written in words', /!\s*/g, 'not '],
  ['values are separated by commas', /\s*;\s*/g, ', '],
  ['a condition ends without a full stop', /[.:]\s*$/, ''],
  ['values are separated by commas, with none after the last one', /,\s*$/, ''],
  [
    'a condition names a fact, which is the id of the question without #q-',
    /(?<![\w-])#?q-(?=\w)/g,
    '',
  ],
  ['conditions are in English in every language', /(?<!\p{L})är inte(?!\p{L})/giu, 'is not'],
  ['conditions are in English in every language', /(?<!\p{L})är(?!\p{L})/giu, 'is'],
  ['conditions are in English in every language', /(?<!\p{L})har(?!\p{L})/giu, 'has'],
  [
    'conditions are in English in every language',
    /(?<!\p{L})(?:någon|något|några) av(?!\p{L})/giu,
    'any of',
  ],
  ['conditions are in English in every language', /(?<!\p{L})alla av(?!\p{L})/giu, 'all of'],
  [
    'conditions are in English in every language',
    /(?<!\p{L})(?:är )?besvara(?:d|t|de)(?!\p{L})/giu,
    'answered',
  ],
  ['conditions are in English in every language', /(?<![\p{L}-])och(?![\p{L}-])/giu, 'and'],
  ['conditions are in English in every language', /(?<![\p{L}-])eller(?![\p{L}-])/giu, 'or'],
  ['conditions are in English in every language', /(?<![\p{L}-])(?:inte|ej)(?![\p{L}-])/giu, 'not'],
  [
    'the words of a condition are in small letters',
    /(?<![\p{L}-])(?:IS|Is|NOT|Not|ANY|Any|ALL|All|OF|Of|HAS|Has|ANSWERED|Answered|AND|And|OR|Or)(?![\p{L}-])/gu,
    (word) => word.toLowerCase(),
  ],
  ['"is not" is two words', /\bisn[’']?t\b/g, 'is not'],
  ['"is any of" compares with several values', /\bis (?:one of|either of)(?= )/g, 'is any of'],
  ['"is any of" has an "of"', /\bis any (?!of\b)/g, 'is any of '],
  [
    '"has any of" asks for one of several values',
    /\bhas (?:one of|some of|either of)(?= )/g,
    'has any of',
  ],
  ['"has any of" has an "of"', /\bhas any (?!of\b)/g, 'has any of '],
  ['"has all of" has an "of"', /\bhas all (?!of\b)/g, 'has all of '],
  ['"answered" stands without "is"', /\bis answered\b/g, 'answered'],
  [
    'that a question is not answered is said with "not" before its name',
    /\b([a-z][\w-]*) (?:not answered|is (?:not answered|unanswered))\b/g,
    'not $1 answered',
  ],
  [
    'several values that were not given are said with "not" and "is any of"',
    new RegExp(
      `\\b([a-z][\\w-]*) is (?:not (?:any of )?(?=${NAME}\\s*,)|not any of |none of )(${LIST})`,
      'gu',
    ),
    '$1 answered and not $1 is any of $2',
  ],
  [
    'what was not ticked is said with "not" before the name',
    new RegExp(`\\b([a-z][\\w-]*) (?:has none of|has not any of) (${LIST})`, 'gu'),
    '$1 answered and not $1 has any of $2',
  ],
  [
    'what was not ticked is said with "not" before the name',
    new RegExp(`\\b([a-z][\\w-]*) (?:has not|not has) (${NAME})`, 'gu'),
    '$1 answered and not $1 has $2',
  ],
  [
    'several values need "any of"',
    new RegExp(`\\bis (?!any of |not )(${NAME}\\s*,\\s*${LIST})`, 'gu'),
    'is any of $1',
  ],
  [
    'several values need "all of" or "any of"',
    new RegExp(`\\bhas (?!any of |all of )(${NAME}\\s*,\\s*${LIST})`, 'gu'),
    'has all of $1',
  ],
  [
    'values are separated by commas only',
    new RegExp(`\\b((?:any|all) of ${LIST}),\\s*(?:and|or)\\s+`, 'gu'),
    '$1, ',
  ],
];

const COMPARES_NUMBERS = /[<>≤≥]/;

/** Corrects what editors often write in a condition. Only for a condition that cannot be parsed: a value may be called `ej`. */
export function repairCondition(written: string): RepairedCondition {
  if (COMPARES_NUMBERS.test(written.replace(/<>/g, '')))
    return {
      text: '',
      complaints: [
        `numbers cannot be compared: make answers such as \`8-or-more\`, and write \`years is 8-or-more\` instead of \`${written}\``,
      ],
    };
  let text = written;
  const reasons = new Set<string>();
  for (const [reason, pattern, replacement] of FIXES) {
    // TypeScript has no signature of replace() for both kinds at once.
    const next = text.replace(pattern, replacement as string);
    if (next !== text) reasons.add(reason);
    text = next;
  }
  const named = text.replace(/[\p{L}\p{N}_-]+/gu, (word) =>
    /^[a-z0-9][a-z0-9-]*$/.test(word) ? word : toName(word),
  );
  if (named !== text) reasons.add('names and values are a–z, 0–9 and hyphens');
  const closed = closeBrackets(named);
  if (closed !== named) reasons.add('each bracket is closed');
  text = reasons.size ? closed.replace(/\s+/g, ' ').replace(/\s+,/g, ',').trim() : written;
  return {
    text,
    complaints: reasons.size
      ? [`${[...reasons].join('; ')}: write \`${text}\` instead of \`${written}\``]
      : [],
  };
}

function closeBrackets(text: string): string {
  const open = text.split('(').length - text.split(')').length;
  return open > 0 ? text + ')'.repeat(open) : open < 0 ? '('.repeat(-open) + text : text;
}
