import { expect } from '@open-wc/testing';
import { compileDocument } from '../../../src/content/compile.js';
import {
  compareDocuments,
  type ChangedSection,
} from '../../../src/elements/terms-dialog/versions/compare.js';
import { TERMS } from '../../../stories/services.js';

const compare = async (before: string, after: string) =>
  compareDocuments(await compileDocument(before), await compileDocument(after));

/** A change in short: `- removed + added = same`. */
const short = ({ kind, id, lines }: ChangedSection): string =>
  `${kind} ${id}: ${lines
    .map((runs) =>
      runs
        .map((run) => `${{ same: '=', added: '+', removed: '-' }[run.kind]}${run.text}`)
        .join(' '),
    )
    .join(' | ')}`;

describe('comparing two versions', () => {
  for (const [name, before, after, changes] of [
    ['nothing', '## A {#a}\n\nOne.', '## A {#a}\n\nOne.', []],
    [
      'a word',
      '## A {#a}\n\nAt least 30 days before.',
      '## A {#a}\n\nAt least 60 days before.',
      ['changed a: =At least -30 +60 =days before.'],
    ],
    ['only a source number', '## A {#a}\n\nOne.[^T01]', '## A {#a}\n\nOne.[^T02]', []],
    [
      'an item that came',
      '## A {#a}\n\n- one\n- three',
      '## A {#a}\n\n- one\n- two\n- three',
      ['changed a: +two'],
    ],
    [
      'a section that came',
      '## A {#a}\n\nOne.',
      '## A {#a}\n\nOne.\n\n## B {#b}\n\nTwo.',
      ['added b: +B | +Two.'],
    ],
    [
      'a section that went',
      '## A {#a}\n\nOne.\n\n## B {#b}\n\nTwo.',
      '## A {#a}\n\nOne.',
      ['removed b: -B | -Two.'],
    ],
    ['a new heading', '## Old {#a}\n\nOne.', '## New {#a}\n\nOne.', ['changed a: -Old +New']],
    [
      'sections in another order',
      '## A {#a}\n\nOne.\n\n## B {#b}\n\nTwo.',
      '## B {#b}\n\nTwo.\n\n## A {#a}\n\nOne.',
      [],
    ],
    [
      'text before the first heading',
      'Hello.\n\n## A {#a}\n\nOne.',
      'Hi.\n\n## A {#a}\n\nOne.',
      ['changed : -Hello. +Hi.'],
    ],
    [
      'everything',
      '## A {#a}\n\nOne two.',
      '## A {#a}\n\nThree.',
      ['changed a: -One two. +Three.'],
    ],
  ] as const) {
    it(`sees ${name}`, async () => {
      expect((await compare(before, after)).map(short)).to.deep.equal(changes);
    });
  }

  it('takes under 30 ms for the terms, however much is different', async () => {
    const before = await compileDocument(TERMS['en']!);
    const after = await compileDocument(TERMS['en']!.replace(/\b(the|you|is)\b/g, 'other'));
    compareDocuments(before, after);
    const times = Array.from({ length: 9 }, () => {
      const started = performance.now();
      compareDocuments(before, after);
      return performance.now() - started;
    });
    // The fastest run: what else the machine does only adds to it.
    expect(Math.min(...times)).to.be.below(30);
  });
});
