import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { differencesOf, faultsOf } from '../screen-reader/compare.js';
import { FONT_FOLDER, writeFontSettings } from '../screen-reader/fonts.js';
import { journeysOf } from '../screen-reader/journeys/journeys.js';
import { browserOf, readTranscript, writeTranscript } from '../screen-reader/transcript.js';

/** @typedef {import('../screen-reader/person.js').Step} Step */

/** @param {string[]} phrases @param {Partial<Step>} [more] @returns {Step} */
const step = (phrases, more = {}) => ({
  label: '[Return]',
  phrases,
  languages: [],
  cutShort: [],
  expected: [],
  maySilent: false,
  fault: '',
  ...more,
});

describe('a step of a journey with a screen reader', () => {
  test('is in order when what must be said is said in its order', () => {
    const said = step(['Your visit is booked panel.', 'Office Boden.'], {
      expected: ['Your visit is booked', 'Boden'],
    });
    assert.deepEqual(faultsOf(said, 'firefox'), []);
  });

  test('fails in silence, unless nothing has to be said', () => {
    assert.deepEqual(faultsOf(step([]), 'firefox'), ['Nothing was said.']);
    assert.deepEqual(faultsOf(step([''], { maySilent: true }), 'firefox'), []);
  });

  test('fails when a text is missing, or comes too early', () => {
    const said = step(['Boden.', 'Your visit is booked panel.']);
    assert.deepEqual(faultsOf({ ...said, expected: ['Malmö'] }, 'firefox'), [
      '“Malmö” was not said.',
    ]);
    assert.deepEqual(faultsOf({ ...said, expected: ['is booked', 'Boden'] }, 'firefox'), [
      '“Boden” was said too early.',
    ]);
  });

  test('fails when a sentence is said twice', () => {
    const twice = step(['Your visit is booked.', 'Your visit is booked.', 'link', 'link']);
    assert.deepEqual(faultsOf(twice, 'firefox'), ['“Your visit is booked.” was said 2 times.']);
  });

  test('tolerates what Orca repeats by itself, in the browser in which it does', () => {
    const twice = step(
      ['Letter entry.', 'Enter the number Small letters.', 'Enter the number Small letters.'],
      {
        label: '[Return]',
      },
    );
    assert.deepEqual(faultsOf(twice, 'chromium'), []);
  });

  test('fails with the reason for which the journey ended', () => {
    assert.deepEqual(faultsOf(step(['Back'], { fault: 'It was not found.' }), 'firefox'), [
      'It was not found.',
    ]);
  });
});

describe('what is said, compared with a transcript', () => {
  const transcript = [{ label: '[Tab]', phrases: ['Monday 29 March, 12 available times'] }];

  test('is the same on another day', () => {
    const said = [{ label: '[Tab]', phrases: ['Friday 2 April, 8 available times', 'more'] }];
    assert.deepEqual(differencesOf(said, transcript), []);
    const fredag = [{ label: '[Tab]', phrases: ['fredagen den 2 april'] }];
    const måndag = [{ label: '[Tab]', phrases: ['måndagen den 29 mars'] }];
    assert.deepEqual(differencesOf(fredag, måndag), []);
  });

  test('is the same without what Orca says at one time and not at another', () => {
    const noisy = [
      {
        label: '[Tab]',
        phrases: ['leaving panel.', 'Focus mode', 'Selection deleted.', 'Page has 3 headings.'],
      },
    ];
    assert.deepEqual(differencesOf([{ label: '[Tab]', phrases: [] }], noisy), []);
  });

  test('is the same when the page opens and what must be said then is said', () => {
    const label = 'the page opens';
    const asked = [{ label, phrases: ['My page', 'Terms of use dialog', 'Choose now.'] }];
    const said = { label, phrases: ['Terms of use', 'Choose now.'], expected: ['Terms of use'] };
    assert.deepEqual(differencesOf([said], asked), []);
    assert.deepEqual(differencesOf([{ ...said, phrases: ['Terms of use'] }], asked), [
      'the page opens: “Choose now.” was not said.',
    ]);
    assert.equal(differencesOf([{ ...said, expected: [] }], asked).length, 2);
  });

  test('is the same when a dialog that opens with the page is named at once, or at the next key', () => {
    const opening = { label: 'the page opens', mayDiffer: true };
    const key = { label: '[Down]' };
    const asked = [
      { ...opening, phrases: [] },
      { ...key, phrases: ['Terms of use dialog', 'Terms of use heading level 2.', 'Version 3.'] },
    ];
    const without = [
      { ...opening, phrases: [] },
      { ...key, phrases: ['Version 3.'] },
    ];
    assert.equal(differencesOf(without, asked).length, 2);
    for (const name of ['Terms of use.', 'Terms of use dialog']) {
      const phrases = [name, 'Terms of use heading level 2.'];
      const said = [
        { ...opening, phrases },
        { ...key, phrases: ['Version 3.'] },
      ];
      assert.deepEqual(differencesOf(said, asked), []);
      assert.deepEqual(differencesOf(asked, said), []);
    }
  });

  test('is the same when a phrase comes late, but not when it comes never', () => {
    const asked = [
      { label: '[Tab]', phrases: ['Boden'] },
      { label: '[Down]', phrases: ['Malmö'] },
    ];
    const late = [
      { label: '[Tab]', phrases: [] },
      { label: '[Down]', phrases: ['Boden', 'Malmö'] },
    ];
    assert.deepEqual(differencesOf(late, asked), []);
    const never = [
      { label: '[Tab]', phrases: [] },
      { label: '[Down]', phrases: ['Malmö'] },
    ];
    assert.deepEqual(differencesOf(never, asked), ['[Tab]: “Boden” was not said.']);
  });

  test('is the same without the rest of an interrupted sentence', () => {
    const asked = [
      {
        label: '[Return]',
        phrases: ['Question 3 A passport has expired when its last date has passed.'],
      },
      { label: '[Tab]', phrases: ['Yes.', '3 A passport has expired'] },
    ];
    const said = [asked[0], { label: '[Tab]', phrases: ['Yes.'] }].filter((each) => !!each);
    assert.deepEqual(differencesOf(said, asked), []);
  });

  test('is the same with either of Orca’s words for a field of which all is selected', () => {
    const text = [{ label: '[ctrl+a]', phrases: ['Stockholm', 'selected'] }];
    const all = [{ label: '[ctrl+a]', phrases: ['entire document selected'] }];
    assert.deepEqual(differencesOf(all, text), []);
    assert.deepEqual(differencesOf(text, all), []);
    const neither = [{ label: '[ctrl+a]', phrases: ['Stockholm'] }];
    assert.deepEqual(differencesOf(neither, text), ['[ctrl+a]: “selected” was not said.']);
  });

  test('differs where a phrase is missing, and where a step is', () => {
    assert.deepEqual(differencesOf([{ label: '[Tab]', phrases: ['Boden'] }], transcript), [
      '[Tab]: “(day) 0 (month), 0 available times” was not said.',
    ]);
    assert.deepEqual(differencesOf([], transcript), [
      'Step 1 is missing; in the transcript it is [Tab].',
    ]);
  });
});

describe('a transcript', () => {
  test('is read as it was written', () => {
    const steps = [
      step(['Say "yes".', 'No']),
      step(['Villkor.'], { languages: ['en', 'sv'] }),
      step([], { label: 'waits' }),
    ];
    const journeys = [{ name: 'books a visit', steps }];
    const text = writeTranscript('booking-picker', 'Orca', journeys, 'en');
    assert.match(text, /^booking-picker\nOrca\n/);
    assert.match(text, />> waits\n {3}\(silence\)/);
    assert.deepEqual(
      [...readTranscript(text)],
      [
        [
          'books a visit',
          steps.map(({ label, phrases, languages }) => ({ label, phrases, languages })),
        ],
      ],
    );
  });

  test('names the language of a step where it is not that of the page', () => {
    const steps = [step(['Terms.'], { languages: ['en'] })];
    const textIn = (/** @type {string} */ lang) =>
      writeTranscript('terms-dialog', 'Orca', [{ name: 'accepts', steps }], lang);
    assert.match(textIn('sv'), /"Terms."\n {3}\[language: en\]/);
    assert.doesNotMatch(textIn('en'), /language/);
  });

  test('belongs to journeys that have names of their own, one of them short for each element', () => {
    for (const [element, journeys] of Object.entries(journeysOf)) {
      const names = journeys.map(({ name }) => name);
      assert.equal(new Set(names).size, names.length, element);
      assert.equal(journeys.filter(({ isShort }) => isShort).length, 1, element);
    }
  });

  test('says which major version of which browser it was heard with', () => {
    const text = writeTranscript('a', 'Orca 43.1, Firefox 153.7.0esr, 2026-11-28', [], 'en');
    assert.equal(browserOf(text), browserOf('Firefox 153.8.0esr'));
    assert.notEqual(browserOf(text), browserOf('Firefox 140.12.0esr'));
    assert.equal(browserOf('Chromium 156.0.8078.108'), 'Chromium 156');
    assert.equal(browserOf(''), '');
  });
});

describe('a session with a screen reader', () => {
  const hasFonts = existsSync(FONT_FOLDER) && spawnSync('fc-match', ['--version']).status === 0;

  test('has the same fonts on every machine, with slight hinting', { skip: !hasFonts }, (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'lucka-fonts-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const env = { ...process.env, FONTCONFIG_FILE: writeFontSettings(folder) };
    const fontFor = (/** @type {string} */ family) =>
      spawnSync('fc-match', ['-f', '%{family}, %{hintstyle}', family], { env, encoding: 'utf8' })
        .stdout;
    assert.deepEqual(['serif', 'sans-serif', 'monospace', 'Arial'].map(fontFor), [
      'DejaVu Serif, 1',
      'DejaVu Sans, 1',
      'DejaVu Sans Mono, 1',
      'DejaVu Sans, 1',
    ]);
  });
});
