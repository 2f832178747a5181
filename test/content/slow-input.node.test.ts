import { expect } from '@open-wc/testing';
import { characterEntities } from 'character-entities';
import { decodeReferences, withNumbers } from '../../src/content/character-references.js';
import { withoutComments } from '../../src/content/comments.js';
import { takeFootnotes } from '../../src/content/footnotes.js';
import { parseCondition } from '../../src/content/flow/parse-condition.js';
import { explain } from '../../src/content/flow/explain.js';
import { outcomesFor } from '../../src/content/flow/path.js';
import { readFlow } from '../../src/content/flow/read.js';
import { proveFlow } from '../../src/content/flow/verify.js';
import { readFrontMatter } from '../../src/content/front-matter.js';
import { parseMarkdown } from '../../src/content/parse.js';
import { withSlugLinks } from '../../src/content/slug-links.js';
import { stripAnnotations } from '../../src/content/strip-annotations.js';
import { parseNotices } from '../../src/elements/maintenance-banner/notices/notice-selectors.js';
import { findAttachmentHint } from '../../src/elements/message-composer/language-gate/attachment-hints.js';
import { detectLanguage } from '../../src/elements/message-composer/language-gate/detector/detect.js';
import { plainLine } from '../../src/elements/message-composer/language-gate/plain-characters.js';
import { personalNumbersIn } from '../../src/elements/message-composer/language-gate/personal-number.js';
import { fromCState } from '../../src/services/cstate.js';
import { decodeText } from '../../src/services/decode-text.js';
import { fromStatuspage } from '../../src/services/statuspage.js';
import { toICalendar } from '../../src/shared/ical.js';
import umbrella from './flow/fixtures/umbrella.en.md?raw';
import { PLANNED } from '../support/notices.js';

/** Characters: what a document or a feed may have. */
const SIZE = 64 * 1024;
/** Milliseconds for an input of that size. */
const MAX_TIME = 200;
/** What is faster is not measured: milliseconds. */
const MIN_TIME = 40;
/** Time for twice the size, divided by the time for the size. */
const MAX_GROWTH = 3;

/** Pieces that make parsers slow when they are repeated, from which every input is made. */
const PIECES: readonly string[] = [
  ...['\n', ' ', '\t', 'a', '0', '-', '[', ']', '(', '*', '_', '`', '~', '>', '<', '#', '|', '&'],
  ...['\\', '"', "'", ':', '{', '}', '!', '=', '^', '/', '\u00a0', '\r\n', '\ud83d\ude00', 'å'],
  ...['[^1]', '[^1]: a\n', '[^T1]', '{editorial}', ' {editorial', '[a](', '[a](#b)', '[a]: b\n'],
  ...['a: b\n', '- a\n', '  - a\n', 'a: |\n', '"a', "''", '<a ', '<p>', '</p', '<br', '&amp;'],
  ...['**a ', '*a_', '`a``b ', '<!-- ', '| a ', '|-', '# a\n', '1. a\n', '> a\n', '- [ ] a\n'],
  ...[
    'not ',
    '(',
    ' and a',
    'a or ',
    'a is b and ',
    'a has ',
    '19800101-',
    '8001',
    '+46 ',
    'http:',
  ],
  ...['&ouml;', '&check;', '&nope;', '&#', '&#229;', '&#xe5;', `&${'a'.repeat(31)}`, '&a', '&amp'],
  ...['<!--', '-->', '<!--\n', '<!-- a -->', '<!---->', '<br>', '<br ', '<br/'],
  // Within the limits of a document.
  ...['**a** [b](c) `d` <e>\n\n', '# a\n\nb\n\n', '- a\n\n  b\n', '| a | b |\n', '> a\n\n'],
];
/** What stands before and after the repeated piece, and makes a parser look at it again and again. */
const FRAMES: readonly (readonly [string, string])[] = [
  ['', ''],
  ['a', '\u0000'],
  ['---\na: ', '\n---\n# a\n'],
  ['---\n', ''],
  ['# a\n\n', '\n\nb'],
];

type Parser = (text: string) => unknown;
const WORDS = {
  supplementary: {
    sv: /(?<![\p{L}\p{N}-])(?:intyg från arbetsgivaren)(?![\p{L}\p{N}-])/iu,
    en: /(?<![\p{L}\p{N}-])(?:a a|supporting documents)(?![\p{L}\p{N}-])/iu,
  },
  'identity-document': {
    sv: /(?<![\p{L}\p{N}-])(?:körkort)(?![\p{L}\p{N}-])/iu,
    en: /(?<![\p{L}\p{N}-])(?:aaa)(?![\p{L}\p{N}-])/iu,
  },
};
const quiet =
  (parse: Parser): Parser =>
  (text) => {
    try {
      return parse(text);
    } catch {
      return undefined;
    }
  };
const notice = (text: string) => ({
  ...PLANNED,
  id: text,
  title: { en: text, sv: text },
  body: { en: text, sv: text },
  startsAt: text,
  affected: [text],
});
const PARSERS: Readonly<Record<string, Parser>> = {
  'the parser of Markdown': (text) => parseMarkdown(text, characterEntities),
  comments: withoutComments,
  'character references': (text) => decodeReferences(withNumbers(text, characterEntities)),
  'front matter': readFrontMatter,
  footnotes: takeFootnotes,
  'links to headings': (text) => withSlugLinks([{ type: 'paragraph', content: [text] }]),
  'annotations of sources': stripAnnotations,
  conditions: parseCondition,
  flows: readFlow,
  'the notices of a feed': (text) => parseNotices([notice(text)]),
  'a Statuspage': (text) =>
    parseNotices(
      fromStatuspage({
        incidents: [
          {
            id: 'a',
            name: text,
            created_at: text,
            incident_updates: [{ body: text, status: text }],
          },
        ],
      }).notices,
    ),
  'a cState': (text) =>
    parseNotices(
      fromCState({
        systems: [{ unresolvedIssues: [{ filename: text, title: text, createdAt: text }] }],
      }).notices,
    ),
  'a charset': (text) => decodeText(new TextEncoder().encode('a'), `text/plain; ${text}`),
  'calendar files': (text) =>
    toICalendar({
      uid: text,
      sequence: 1,
      stamp: new Date(0),
      start: new Date(0),
      end: new Date(0),
      summary: text,
      description: text,
      url: text,
    }),
  'personal numbers': personalNumbersIn,
  'words about documents': (text) => findAttachmentHint(text, WORDS, 'unknown'),
  'the language of a message': (text) => detectLanguage(text),
  'characters of phone keyboards': plainLine,
};

/** Milliseconds: the first run that is fast enough, else the best of several, since the machine does other work too. */
function timeOf(parse: Parser, text: string, enough = 0): number {
  let best = Infinity;
  for (let run = 0; run < 6 && best > enough; run++) {
    const started = performance.now();
    parse(text);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

/** Quadruples the size until it takes too long, so that an input that is slow does not keep the test waiting. */
function slownessOf(parse: Parser, inputOf: (size: number) => string): string {
  for (let size = SIZE / 16; size <= SIZE; size *= 4) {
    const enough = Math.max(MIN_TIME, (MAX_TIME * size) / SIZE);
    const time = timeOf(parse, inputOf(size), enough);
    if (time <= enough) continue;
    const growth = time / timeOf(parse, inputOf(size / 2));
    if (time > MAX_TIME || growth > MAX_GROWTH)
      return `${size / 1024} KiB: ${Math.round(time)} ms, ×${growth.toFixed(1)}`;
  }
  return '';
}

describe('the time that any input takes', () => {
  for (const [name, parse] of Object.entries(PARSERS))
    it(`grows with its size, not with its square: ${name}`, () => {
      const slow: string[] = [];
      for (const piece of PIECES)
        for (const [before, after] of FRAMES) {
          const inputOf = (size: number): string => {
            const count = Math.floor((size - before.length - after.length) / piece.length);
            return before + piece.repeat(count) + after;
          };
          const found = slownessOf(quiet(parse), inputOf);
          if (found)
            slow.push(`${JSON.stringify(piece)} after ${JSON.stringify(before)}: ${found}`);
        }
      expect(slow).to.deep.equal([]);
    });

  it('does not double with each derived fact that names another one twice', () => {
    const facts = Array.from({ length: 40 }, (_, index) =>
      index
        ? `| \`f${index}\` | \`f${index - 1} and f${index - 1}\` |`
        : '| `f0` | `goal is out` |',
    );
    const text = umbrella
      .replace(/(\| --- \| --- \|\n)/, `$1${facts.join('\n')}\n`)
      .replace('goal is out and not covered', 'f39 or f39');
    const started = performance.now();
    const { flow, problems } = readFlow(text);
    expect(problems).to.deep.equal([]);
    proveFlow(flow);
    const answers = new Map([['goal', ['out']]]);
    const [outcome] = outcomesFor(flow, answers);
    expect(outcome?.id).to.equal('o-take');
    if (outcome) explain(flow, outcome, { answers, steps: ['q-goal'], next: flow.result });
    expect(performance.now() - started).to.be.below(MAX_TIME * 5);
  });
});
