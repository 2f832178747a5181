import { expect } from '@open-wc/testing';
import { readFlow } from '../../../src/content/flow/read.js';
import { proveFlow } from '../../../src/content/flow/verify.js';
import umbrella from './fixtures/umbrella.en.md?raw';

/**
 * What editors do to a flow: a text of the file, what they wrote in its place, the text on the line of the complaint, and the words
 * of the complaint that say what to write instead. Nothing else is reported: a mistake has no consequences in other lines.
 */
type Mistake = readonly [what: string, from: string, to: string, at: string, instead: string];

const RAIN = '- [It rains](#q-clothes) `rain`';
const SUN = '- [The sun shines](#r-end) `sun`';
const COAT = '- [ ] A coat `coat`';
const NONE = '- [ ] None of these `none` (only)';
const ROUTE = '1. [Where you go](#q-goal) if `not covered`';
const TAKE = '- [ ] Take it with you.[^W02] {#c-take} if `goal is out`';
const SHOW = '> Show if `goal is out and not covered`';
const LONG = 'Much rain. '.repeat(200).trim();

const MISTAKES: readonly Mistake[] = [
  // The front matter.
  [
    'no front matter',
    umbrella.slice(0, umbrella.indexOf('# Do')),
    '',
    '# Do I',
    '---, then lucka: flow/1',
  ],
  [
    'an empty line above the front matter',
    '---\nlucka',
    '\n---\nlucka',
    '\n',
    'leave out the empty lines',
  ],
  ['a dash of a word processor in place of ---', '---\nlucka', '—\nlucka', '—', 'write ---'],
  ['four hyphens above the front matter', '---\nlucka', '----\nlucka', '----', 'write ---'],
  [
    'a space after the hyphens that end the front matter',
    'r-end\n---\n',
    'r-end\n--- \n',
    '--- \n',
    'write --- here',
  ],
  ['a front matter without an end', 'r-end\n---\n\n', 'r-end\n\n', '\n# Do', 'write --- here'],
  [
    'no line of hyphens above the front matter',
    '---\nlucka',
    'lucka',
    'lucka',
    'write --- above this line',
  ],
  [
    'a heading right after a front matter without an end',
    'r-end\n---\n\n# Do',
    'r-end\n# Do',
    '# Do',
    'write --- here',
  ],
  ['another version of the language', 'flow/1', 'flow/2', 'flow/2', 'write lucka: flow/1'],
  ['a key with a capital letter', 'start:', 'Start:', 'Start:', 'write start: instead'],
  ['a key with a typing mistake', 'result:', 'resutl:', 'resutl:', 'write result: instead'],
  [
    'a first question that is not there',
    'start: q-weather',
    'start: q-wether',
    'start:',
    'write start: q-weather',
  ],
  [
    'a first question without q-',
    'start: q-weather',
    'start: weather',
    'start:',
    'write start: q-',
  ],
  ['a language in words', 'lang: en', 'lang: English language', 'lang:', 'such as lang: sv'],
  [
    'a day in another form',
    'version: "1"',
    'version: "1"\nreviewed: 22/11/2026',
    'reviewed:',
    'reviewed: "2026-11-22"',
  ],
  [
    'a source that is no address',
    'version: "1"',
    'version: "1"\nsource: the law',
    'source:',
    'begins with https://',
  ],
  ['a line that is no key', 'lang: en', 'lang en', 'lang en', 'not understood'],

  // The parts.
  ['a part with a typing mistake', '## Questions', '## Qestions', '## Qestions', '## Questions'],
  ['a part in Swedish', '## Questions', '## Frågor', '## Frågor', '## Questions'],
  ['a part in the singular', '## Outcomes', '## Outcome', '## Outcome\n', '## Outcomes'],
  ['a part in small letters', '## Checklist', '## checklist', '## checklist', '## Checklist'],
  ['a part at another level', '## Facts', '### Facts', '### Facts', '## Facts'],
  ['a part at the level of the title', '## Outcomes', '# Outcomes', '# Outcomes', '## Outcomes'],
  ['a part without a space', '## Facts', '##Facts', '##Facts', '## Facts'],
  [
    'a part that stands twice',
    '### What do you',
    '## Questions\n\n### What do you',
    '## Questions\n\n### What',
    'under the first one',
  ],
  ['a result with another id', '{#r-end}', '{#r-stop}', '## Result', '## Result {#r-end}'],
  [
    'a result without text',
    'This is advice about the weather. {editorial}\n',
    '',
    '## Result',
    'write there what everybody',
  ],
  ['two titles', '## Questions', '# Another title\n\n## Questions', '# Another title', '## or ###'],
  ['no title', '# Do I need an umbrella?', '', '\n\n\nA tiny', 'write # and its name'],

  // Headings and ids.
  ['a heading without a space', '### How', '###How', '###How', '### How is'],
  ['#### in place of ###', '### Where do', '#### Where do', '#### Where', '### Where do'],
  ['## in place of ###', '### You are', '## You are', '## You are', '### You are'],
  [
    'bold text in place of ###',
    '### Where do you go?',
    '**Where do you go?**',
    '**Where',
    '### Where do',
  ],
  [
    'a line of hyphens under a heading',
    '### Where do you go? {#q-goal}\n',
    'Where do you go? {#q-goal}\n---\n',
    'Where do you',
    '### Where do',
  ],
  ['a question without an id', ' {#q-goal}', '', '### Where', '{#q-goal}'],
  ['an outcome without an id', ' {#o-dry}', '', '### You are dry', '{#o-'],
  ['an item without an id', ' {#c-look}', '', '- [ ] Look', '{#c-look'],
  ['an id without #', '{#q-goal}', '{q-goal}', '{q-goal}', '{#q-goal}'],
  ['an id in round brackets', '{#q-goal}', '(#q-goal)', '### Where', '{#q-goal}'],
  ['an id that is not closed', '{#q-goal}', '{#q-goal', '### Where', '{#q-goal}'],
  [
    'an id before the words',
    'Where do you go? {#q-goal}',
    '{#q-goal} Where do you go?',
    '### {#q',
    'Where do you go? {#q-goal}',
  ],
  [
    'a capital letter in an id',
    '{#q-goal}',
    '{#q-Goal}',
    '### Where',
    'write {#q-goal} instead of {#q-Goal}',
  ],
  ['å in an id', '{#o-dry}', '{#o-dåry}', '### You are', 'write {#o-dary} instead of {#o-dåry}'],
  ['a space in an id', '{#q-goal}', '{#q- goal}', '### Where', '{#q-goal}'],
  ['a no-break space in an id', '{#q-goal}', '{#q-goal\u00a0}', '### Where', '{#q-goal}'],
  ['a tab in an id', '{#c-look}', '{#c-look\t}', '- [ ] Look', '{#c-look}'],
  ['an invisible character in an id', '{#q-goal}', '{#q-\u200bgoal}', '### Where', '{#q-goal}'],
  ['the prefix of another kind', '{#o-dry}', '{#q-dry}', '### You are', '{#o-dry}'],
  ['an id that stands twice', '{#o-dry}', '{#o-take}', '### You are dry', 'write another'],
  [
    'a fact whose name begins with a digit',
    '| `covered` |',
    '| `2nd` | `weather is sun` |\n| `covered` |',
    '| `2nd`',
    '`nd-2`',
  ],
  [
    'a question without words',
    '### Where do you go? {#q-goal}',
    '### {#q-goal}',
    '### {#q',
    'write its words',
  ],

  // Answers and routes.
  ['an indented answer', SUN, `    ${SUN}`, '    - [The', SUN],
  ['an answer indented with a tab', SUN, `\t${SUN}`, '\t- [The', SUN],
  ['an en dash before an answer', SUN, SUN.replace('-', '–'), '– [The', SUN],
  ['a bullet of Word before an answer', SUN, SUN.replace('- ', '•\t'), '•\t[The', SUN],
  ['no space after the hyphen', SUN, SUN.replace('- ', '-'), '-[The', SUN],
  ['a no-break space after the hyphen', SUN, SUN.replace('- ', '-\u00a0'), '-\u00a0[The', SUN],
  ['an answer without a value', ' `sun`', '', '- [The sun', '`sun`'],
  ['a capital letter in a value', '`sun`', '`Sun`', '- [The sun', 'write `sun` instead of `Sun`'],
  [
    'ö in a value',
    'A hat `hat`',
    'A hat `hät`',
    '- [ ] A hat',
    'Values are a–z, 0–9 and hyphens: write `hat` instead of `hät`',
  ],
  ['a value in quotation marks', '`sun`', '"sun"', '- [The sun', '`sun`'],
  ['a value in curly quotation marks', '`sun`', '”sun”', '- [The sun', '`sun`'],
  ['a value without backticks', '`sun`', 'sun', '- [The sun', '`sun`'],
  ['a backtick that is not closed', '`sun`', '`sun', '- [The sun', '`sun`'],
  ['a full stop after a value', '`sun`', '`sun`.', '- [The sun', '`sun`’'],
  [
    'a source after a value',
    'It rains](#q-clothes) `rain`',
    'It rains](#q-clothes) `rain`[^W01]',
    '- [It rains',
    '[^W01] `rain`',
  ],
  ['a value that stands twice', '`sun`', '`rain`', '- [The sun', 'write another than `rain`'],
  [
    'an answer without words',
    '[Nowhere](#r-end)',
    '[](#r-end)',
    '- [](',
    'write them before its value',
  ],
  ['a link without #', '(#q-clothes)', '(q-clothes)', RAIN.slice(0, 9), '](#q-clothes)'],
  [
    'a link with capital letters',
    '(#q-clothes)',
    '(#Q-Clothes)',
    RAIN.slice(0, 9),
    '](#q-clothes)',
  ],
  [
    'a space before the address of a link',
    '](#q-clothes)',
    '] (#q-clothes)',
    RAIN.slice(0, 9),
    '](#q-clothes)',
  ],
  [
    'a link that is not closed',
    '(#q-clothes) `',
    '(#q-clothes `',
    RAIN.slice(0, 9),
    '](#q-clothes)',
  ],
  ['a link to nowhere', '(#q-clothes)', '(#q-cloths)', RAIN.slice(0, 9), 'write #q-clothes'],
  [
    'a link to another page',
    '[Nowhere](#r-end)',
    '[Nowhere](https://example.org)',
    '- [Nowhere',
    '(#q-id)',
  ],
  [
    'words beside the link',
    '[Nowhere](#r-end)',
    '[Nowhere](#r-end) at all',
    '- [Nowhere',
    '[Nowhere at all](#r-end)',
  ],
  [
    'an answer that leads nowhere',
    '[Nowhere](#r-end)',
    'Nowhere',
    '- Nowhere',
    'write [Label](#q-id)',
  ],
  ['one answer without a box', COAT, '- A coat `coat`', '- A coat', '- [ ] A coat'],
  ['a box without a space', COAT, COAT.replace('[ ]', '[]'), '- [] A', COAT],
  ['(only) in Swedish', '(only)', '(bara)', '- [ ] None', NONE],
  ['(only) before the value', '`none` (only)', '(only) `none`', '- [ ] None', NONE],
  ['no exclusive answer', ' (only)', '', '### What do', '(only)'],
  ['(only) at one answer', '`nowhere`', '`nowhere` (only)', '- [Nowhere', 'leave (only) out'],
  ['an indented route', ROUTE, `   ${ROUTE}`, '   1. [Where', ROUTE],
  [
    'no space after the number of a route',
    '2. [The end](#r-end)',
    '2.[The end](#r-end)',
    '2.[The',
    '2. [The end](#r-end)',
  ],
  [
    'a route without a link',
    ROUTE,
    '1. Where you go if `not covered`',
    '1. Where',
    '[Words](#q-id) if',
  ],
  [
    'a route whose condition has no backticks',
    'if `not covered`',
    'if not covered',
    '1. [Where',
    'if `not covered`',
  ],
  [
    'a last route with a condition',
    '2. [The end](#r-end)',
    '2. [The end](#r-end) if `covered`',
    '2. [The',
    'without a condition',
  ],
  [
    'text in place of the answers',
    `- [Out](#r-end) \`out\`\n- [Nowhere](#r-end) \`nowhere\``,
    'Out or nowhere.',
    '### Where',
    '- [Label](#q-id)',
  ],
  [
    'text right under the answers',
    '`nowhere`\n',
    '`nowhere`\nThink of the bus.\n',
    'Think',
    'write it there',
  ],
  [
    'text under the answers',
    '`nowhere`\n',
    '`nowhere`\n\nThink of the bus.\n',
    'Think',
    'write it there',
  ],
  ['two lists of answers', SUN, SUN.replace('-', '*'), '* [The', 'the same sign'],
  [
    'text before the first question',
    '## Questions\n',
    '## Questions\n\nPlease answer.\n',
    'Please',
    'under the title',
  ],
  ['a quotation in a question', 'Look out of', '> Look out of', '> Look', 'without >'],
  [
    'a table in a question',
    'Look out of the window.[^W01]',
    '| A | B |\n| --- | --- |\n| 1 | 2 |',
    '| A |',
    'as a paragraph',
  ],
  ['a loop', '(#r-end) `nowhere`', '(#q-weather) `nowhere`', '- [Nowhere', 'a later question'],

  [
    'a list of the hint right above the answers',
    '- [Out](#r-end)',
    'Think of:\n\n- the bus\n- your bike\n\n- [Out](#r-end)',
    '- [Out](#r-end)',
    'write a sentence between them',
  ],

  // Conditions.
  [
    '= in a condition',
    'goal is out and',
    'goal = out and',
    '> Show if `goal',
    '`goal is out and not covered`',
  ],
  [
    '== and && in a condition',
    'goal is out and',
    'goal == out &&',
    '> Show if `goal',
    '`goal is out and not covered`',
  ],
  ['!= in a condition', 'goal is nowhere', 'goal != out', '> Show if `weather', 'goal is not out'],
  ['> in a condition', 'goal is nowhere', 'goal > 8', '> Show if `weather', '`years is 8-or-more`'],
  [
    'curly quotation marks around a condition',
    '`goal is out and not covered`',
    '“goal is out and not covered”',
    '> Show if “',
    SHOW,
  ],
  [
    'straight quotation marks around a condition',
    '`goal is out and not covered`',
    '"goal is out and not covered"',
    '> Show if "',
    SHOW,
  ],
  [
    'a condition without backticks',
    '`goal is out and not covered`',
    'goal is out and not covered',
    '> Show if goal',
    SHOW,
  ],
  [
    'a condition whose backtick is not closed',
    'not covered`\n\nRain',
    'not covered\n\nRain',
    '> Show if `goal',
    SHOW,
  ],
  [
    'och in a condition',
    'out and not',
    'out och not',
    '> Show if `goal',
    '`goal is out and not covered`',
  ],
  [
    'inte in a condition',
    'not covered`\n\nRain',
    'inte covered`\n\nRain',
    '> Show if `goal',
    '`goal is out and not covered`',
  ],
  [
    'är in a condition',
    'goal is out and',
    'goal är out and',
    '> Show if `goal',
    '`goal is out and not covered`',
  ],
  [
    'AND in a condition',
    'out and not',
    'out AND not',
    '> Show if `goal',
    '`goal is out and not covered`',
  ],
  [
    'a capital letter in a condition',
    'goal is out and',
    'goal is Out and',
    '> Show if `goal',
    '`goal is out and not covered`',
  ],
  [
    'a value of a condition in quotation marks',
    'goal is out and',
    "goal is 'out' and",
    '> Show if `goal',
    '`goal is out and not covered`',
  ],
  [
    'q- in a condition',
    'goal is out and',
    'q-goal is out and',
    '> Show if `q-goal',
    '`goal` without q-',
  ],
  [
    'a no-break space in a condition',
    'goal is out and',
    'goal\u00a0is out and',
    '> Show if `goal',
    SHOW,
  ],
  [
    'is any with no of',
    'weather is sun or',
    'weather is any sun, rain or',
    '> Show if `weather',
    'is any of sun, rain',
  ],
  [
    'several values after is',
    'weather is sun or',
    'weather is sun, rain or',
    '> Show if `weather',
    'is any of sun, rain',
  ],
  [
    'or between values',
    'weather is sun or covered',
    'weather is any of sun or rain',
    '> Show if `weather',
    'it is an answer of weather',
  ],
  [
    'has not in a condition',
    '`clothes has all of coat, hat`',
    '`clothes has not none`',
    '| `covered`',
    'clothes answered and not clothes has none',
  ],
  [
    'is where has should be',
    '`clothes has all of coat, hat`',
    '`clothes is coat`',
    '| `covered`',
    '`clothes has coat`',
  ],
  [
    'has where is should be',
    'goal is out and',
    'goal has out and',
    '> Show if `goal',
    '`goal is out`',
  ],
  [
    'a question in place of its answer',
    'goal is out and',
    'goal and',
    '> Show if `goal',
    '`goal is out` or `goal answered`',
  ],
  [
    'a bracket that is not closed',
    'goal is out and not covered',
    '(goal is out and not covered',
    '> Show if `(',
    '`(goal is out and not covered)`',
  ],
  ['an unknown value', 'goal is out and', 'goal is outt and', '> Show if `goal', 'write `out`'],
  ['an unknown fact', 'goal is out and', 'gaol is out and', '> Show if `gaol', 'write `goal`'],
  [
    'a fact that rests on itself',
    '`clothes has all of coat, hat`',
    '`not covered`',
    '| `covered`',
    'write its condition with questions',
  ],
  [
    'a word of the language as the name of a fact',
    '| `covered` | `clothes has all of coat, hat` |',
    '| `covered` | `clothes has all of coat, hat` |\n| `any` | `weather is sun` |',
    '| `any`',
    'any-1',
  ],

  // Facts, outcomes, checklist and sources.
  [
    'a fact without backticks',
    '`covered` | `clothes has all of coat, hat`',
    'covered | `clothes has all of coat, hat`',
    '| covered',
    '`covered`',
  ],
  [
    'a table without its line of hyphens',
    '| Fact | True when |\n| --- | --- |\n',
    '| Fact | True when |\n',
    '| Fact',
    '| --- | --- |',
  ],
  [
    'a table without a heading row',
    '| Fact | True when |\n| --- | --- |\n| `covered` | `clothes has all of coat, hat` |',
    '| `covered` | `clothes has all of coat, hat` |\n| --- | --- |',
    '| `covered`',
    'above this line',
  ],
  [
    'an empty line in a table',
    '| --- | --- |\n| W01',
    '| --- | --- |\n\n| W01',
    '| W01',
    'leave it out above this row',
  ],
  [
    'a third cell in a row of the sources',
    '| W02 | Rain is wet. |',
    '| W02 | Rain is wet. | And cold. |',
    '| W02 | Rain',
    'a row has 2 cells',
  ],
  [
    '| for or in a table',
    '`clothes has all of coat, hat` |',
    '`clothes has coat | clothes has hat` |',
    '| `covered`',
    '"or"',
  ],
  [
    'text among the facts',
    '## Facts\n',
    '## Facts\n\nThese are facts.\n',
    'These are',
    'only a table',
  ],
  [
    'two lines that say when to show',
    `${SHOW}\n`,
    `${SHOW}\n\n> Show always\n`,
    '> Show always',
    'with "or" between its parts',
  ],
  ['no line that says when to show', `${SHOW}\n\n`, '', '### Take', '> Show if `condition`'],
  ['Show in small letters', '> Show if `goal', '> show if `goal', '> show', SHOW],
  ['Show in Swedish', '> Show if `goal', '> Visa om `goal', '> Visa', SHOW],
  ['when in place of if', '> Show if `goal', '> Show when `goal', '> Show when', SHOW],
  ['no > before Show', SHOW, SHOW.slice(2), 'Show if `goal', SHOW],
  [
    'a full stop after the condition',
    'not covered`\n\nRain',
    'not covered`.\n\nRain',
    '> Show if `goal',
    SHOW,
  ],
  ['a colon after Show if', '> Show if `goal', '> Show if: `goal', '> Show if:', SHOW],
  ['text right under Show', `${SHOW}\n\n`, `${SHOW}\n`, 'Rain makes', 'leave an empty line'],
  [
    'text before the first outcome',
    '## Outcomes\n',
    '## Outcomes\n\nRead this.\n',
    'Read this',
    'under ## Result',
  ],
  [
    'an id at a subheading',
    'Rain makes you wet.[^W02]',
    '#### Wet {#wet}\n\nRain makes you wet.[^W02]',
    '#### Wet',
    '#### Wet',
  ],
  ['an indented thing to do', TAKE, `  ${TAKE}`, '  - [ ] Take', 'Take it with you.'],
  [
    'a thing to do indented under another',
    '- [ ] Look',
    '    - [ ] Look',
    '    - [ ] Look',
    '- [ ] Look',
  ],
  ['a thing to do that is ticked', '- [ ] Look', '- [x] Look', '- [x] Look', '- [ ] Look'],
  ['a numbered thing to do', '- [ ] Look', '1. Look', '1. Look', '- [ ] Look'],
  [
    'a condition of a thing to do without if',
    '{#c-take} if `goal',
    '{#c-take} `goal',
    '- [ ] Take',
    '{#c-take} if `goal is out`',
  ],
  [
    'the id of a thing to do after its condition',
    '{#c-take} if `goal is out`',
    'if `goal is out` {#c-take}',
    '- [ ] Take',
    '{#c-take} if `goal is out`',
  ],
  [
    'text in the checklist',
    '## Checklist\n',
    '## Checklist\n\nDo this:\n',
    'Do this',
    'only a list',
  ],
  ['a source in small letters', 'wet.[^W02]', 'wet.[^w02]', 'Rain makes', '[^W02]'],
  ['a source that is not there', 'wet.[^W02]', 'wet.[^W03]', 'Rain makes', '| W03 | Text |'],
  ['the number of a source in another form', '| W02 |', '| Rain |', '| Rain |', 'such as S14'],
  [
    'editorial with a typing mistake',
    'flow: it shows that nothing is tied to the first one. {editorial}',
    'flow: it shows that. {editoral}',
    'A tiny',
    '{editorial}',
  ],

  // Hints and titles that depend on answers.
  [
    'a hint that depends on a later question',
    'Look out of',
    '> If `goal is out`\n\nLook out of',
    '> If',
    'an earlier question',
  ],
  [
    'a hint that depends on its own question',
    'Look out of',
    '> If `weather is sun`\n\nLook out of',
    '> If',
    'an earlier question',
  ],
  [
    'a condition before no text',
    '- [Out](#r-end)',
    '> If `weather is rain`\n\n- [Out](#r-end)',
    '> If',
    'leave this line out',
  ],
  [
    'Show in place of If',
    '- [Out](#r-end)',
    '> Show if `weather is rain`\n\nLook.\n\n- [Out](#r-end)',
    '> Show if `weather is rain`',
    '> If `weather is rain`',
  ],
  [
    'text right under If',
    '- [Out](#r-end)',
    '> If `weather is rain`\nLook.\n\n- [Out](#r-end)',
    'Look.',
    'leave an empty line',
  ],
  [
    'a title that is a list',
    '- [Out](#r-end)',
    '> Title if `weather is rain`\n\n1. Look\n\n- [Out](#r-end)',
    '1. Look',
    'one paragraph',
  ],

  // The text itself.
  ['Latin-1 read as UTF-8', 'Where you go', 'Vart du g\uFFFDr', 'Vart', 'save the file as UTF-8'],
  ['UTF-8 read as Latin-1', 'Where you go', 'Vart du gÃ¥r', 'Vart', 'save the file as UTF-8'],
  [
    'a paragraph over the limit',
    'Look out of the window.',
    LONG,
    'Much rain',
    `${LONG.length + 6} characters, and at most 2048 are read`,
  ],
  ['a comment that never ends', 'Look out of', '<!-- Look out of', '<!--', 'write --> after it'],
  ['code that never ends', 'Rain makes', '```\nRain makes', '```', 'leave the line out'],
  ['a line of two versions', 'Rain makes', '<<<<<<< mine\nRain makes', '<<<<<<<', 'merging'],
  [
    'a footnote',
    'Rain makes you wet.[^W02]',
    'Rain makes you wet.[^W02]\n\n[^1]: Very wet.',
    '[^1]:',
    'a row of the table',
  ],
];

const lineOf = (text: string, words: string): number => {
  const index = text.indexOf(words);
  expect(index, words).to.be.above(-1);
  return text.slice(0, index).split('\n').length;
};

describe('a mistake of an editor', () => {
  for (const [what, from, to, at, instead] of MISTAKES)
    it(`is told at its line, with what to write instead: ${what}`, () => {
      expect(umbrella).to.contain(from);
      const text = umbrella.replace(from, () => to);
      const { problems } = readFlow(text);
      const told = problems.map(({ line, message }) => `${line}: ${message}`).join('\n');
      const line =
        what === 'no front matter' || what.startsWith('an empty line above') ? 1 : lineOf(text, at);
      expect(
        problems.map((problem) => problem.line),
        told,
      ).to.deep.equal([line]);
      expect(told).to.contain(instead);
    });

  it('is told the same with the line ends of Windows and a byte-order mark', () => {
    for (const [what, from, to] of MISTAKES) {
      const text = umbrella.replace(from, () => to);
      const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
      expect(readFlow(windows).problems, what).to.deep.equal(readFlow(text).problems);
    }
  });

  it('is one sentence of at most 400 characters', () => {
    for (const [what, from, to] of MISTAKES)
      for (const { message } of readFlow(umbrella.replace(from, () => to)).problems)
        expect(message.length, `${what}: ${message}`).to.be.below(400);
  });

  it('hides no other mistake', () => {
    const text = umbrella
      .replace('| W02 | Rain is wet. |', '| W02 | Rain is wet. | And cold. |')
      .replace('window.[^W01]', 'window.[^W09]')
      .replace('{#q-goal}', '{q-goal}')
      .replace('`sun`', '`Sun`')
      .replace('goal is out and', 'goal = out and')
      .replace('## Checklist', '## Checklista');
    const wrong = ['{q-goal}', '`Sun`', 'goal = out', '## Checklista', '[^W09]', 'And cold.'];
    const lines = wrong.map((words) => lineOf(text, words));
    expect(readFlow(text).problems.map(({ line }) => line)).to.deep.equal(
      lines.sort((one, other) => one - other),
    );
  });

  const FINE: readonly [what: string, from: string, to: string][] = [
    [
      'a list in a hint',
      '- [Out](#r-end)',
      'Think of:\n\n- the bus\n- your bike\n\nChoose one.\n\n- [Out](#r-end)',
    ],
    ['a numbered list in a hint', '- [Out](#r-end)', '1. Look out.\n2. Think.\n\n- [Out](#r-end)'],
    ['a no-break space in the text', 'Look out of', 'Look\u00a0out 10\u00a0m of'],
    ['a quotation in a result', 'Rain makes', '> Show me the way, she said.\n\nRain makes'],
    ['a quotation that begins with if', 'Rain makes', '> If you go out, take it.\n\nRain makes'],
    ['a subheading in a result', 'Rain makes', '#### Wet\n\nRain makes'],
    [
      'a nested list in a result',
      'Rain makes you wet.[^W02]',
      '- Rain\n  - makes\n  - you wet.[^W02]',
    ],
    ['code in a result', 'Rain makes', '```\n- [x](q-x) `Y`\n```\n\nRain makes'],
    ['a comment of several lines', 'Rain makes', '<!-- ###Todo\n– `X\n-->\n\nRain makes'],
    ['an answer over two lines', COAT, '- [ ] A coat\n  of wool `coat`'],
    ['a source after the link of an answer', '(#r-end) `nowhere`', '(#r-end)[^W01] `nowhere`'],
    ['a dash in a text', 'Look out of', 'Look – and listen – out of'],
    [
      'a value that begins with a digit',
      '- [Nowhere](#r-end) `nowhere`',
      '- [Nowhere](#r-end) `nowhere`\n- [At 65](#r-end) `65-or-more`',
    ],
    [
      'a title that depends on an answer',
      '- [Out](#r-end)',
      '> Title if `weather is rain`\n\nWhere in the rain?\n\n- [Out](#r-end)',
    ],
    ['notes for editors', '## Facts', '## Not used\n\n### Why\n\n- W03: not needed.\n\n## Facts'],
    ['a comment in the front matter', 'lang: en', '# The language.\nlang: en\n'],
    ['a thing to do without a box', '- [ ] Look', '- Look'],
    ['# in a paragraph', 'Look out of', '#1 is to look out of'],
  ];
  for (const [what, from, to] of FINE)
    it(`is not ${what}`, () => {
      expect(umbrella).to.contain(from);
      const { flow, problems } = readFlow(umbrella.replace(from, () => to));
      expect(problems).to.deep.equal([]);
      expect(proveFlow(flow).problems.filter(({ rule }) => rule !== 'empty-result')).to.deep.equal(
        [],
      );
    });
});
