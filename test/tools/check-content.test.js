import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { checkContent } from '../../tools/check-content.js';

const folders = /** @type {string[]} */ ([]);
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A copy of the content. */
function copyOfContent() {
  const folder = mkdtempSync(join(tmpdir(), 'lucka-content-'));
  folders.push(folder);
  cpSync('content', folder, { recursive: true });
  return folder;
}

const bothOf = (/** @type {string} */ stem) => [`${stem}.en.md`, `${stem}.sv.md`];

/** @typedef {{ fault: string, in: string[], from: string, to: string, says: RegExp }} Seed */
/** @type {Seed[]} */
const SEEDS = [
  {
    fault: 'a dead link',
    in: ['booking/visit.sv.md'],
    from: '](#special-reasons)',
    to: '](#special)',
    says: /dead link: #special/,
  },
  {
    fault: 'a link that runs script',
    in: ['booking/visit.sv.md'],
    from: '](#special-reasons)',
    to: '](javascript:alert)',
    says: /link not allowed/,
  },
  {
    fault: 'Swedish words in an English text that are not marked',
    in: ['booking/visit.en.md'],
    from: '[personlig inställelse]{lang=sv}',
    to: 'personlig inställelse',
    says: /Swedish words without a mark/,
  },
  {
    fault: 'a sentence without a source',
    in: ['terms/my-page.en.md'],
    from: 'An e-identification is an electronic way to show who you are. {editorial}',
    to: 'An e-identification is an electronic way to show who you are.',
    says: /without source or \{editorial\}/,
  },
  {
    fault: 'a sentence without a source between two others',
    in: ['terms/my-page.en.md'],
    from: 'You must not pass',
    to: 'Be nice. You must not pass',
    says: /sentence without source: Be nice/,
  },
  {
    fault: 'an id that stands twice',
    in: ['terms/my-page.en.md'],
    from: '{#law}',
    to: '{#closure}',
    says: /id twice: closure|share/,
  },
  {
    fault: 'a heading without an id',
    in: ['terms/my-page.sv.md'],
    from: ' {#law}',
    to: '',
    says: /heading without id/,
  },
  {
    fault: 'a key of the front matter that stands twice',
    in: ['terms/my-page.sv.md'],
    from: 'official: false',
    to: 'official: false\nofficial: false',
    says: /stands twice/,
  },
  {
    fault: 'a sentence of the source that is cited nowhere',
    in: bothOf('terms/my-page'),
    from: '[^T53]',
    to: ' {editorial}',
    says: /T53 is cited nowhere/,
  },
  {
    fault: 'a source that does not exist',
    in: bothOf('terms/my-page'),
    from: '[^T53]',
    to: '[^T55]',
    says: /unknown source: T55/,
  },
  {
    fault: 'terms that call themselves official',
    in: bothOf('terms/my-page'),
    from: 'official: false',
    to: 'official: true',
    says: /official must be false/,
  },
  {
    fault: 'another figure in Swedish',
    in: ['terms/my-page.sv.md'],
    from: 'minst 30 dagar före stängningen',
    to: 'minst 60 dagar före stängningen',
    says: /figures or words .* differ in closure/,
  },
  {
    fault: 'the same wrong figure in both languages',
    in: bothOf('terms/my-page'),
    from: '30 d',
    to: '60 d',
    says: /T51 without its fact/,
  },
  {
    fault: 'another source in Swedish',
    in: ['terms/my-page.sv.md'],
    from: '[^T52]',
    to: '[^T54]',
    says: /citations .* differ in amendments/,
  },
  {
    fault: 'a "should" that has become a "must"',
    in: ['messages/composer.en.md'],
    from: 'should',
    to: 'must',
    says: /T10 has lost its force/,
  },
  {
    fault: 'an instruction that has become advice in Swedish',
    in: ['messages/composer.sv.md'],
    from: 'ska du inte lämna in din identitetshandling',
    to: 'bör du inte lämna in din identitetshandling',
    says: /S14 has lost its force/,
  },
  {
    fault: 'a duty of the agency that has become a possibility',
    in: ['terms/my-page.en.md'],
    from: 'It must also try to affect you',
    to: 'It may also affect you',
    says: /T46 has lost its force/,
  },
  {
    fault: 'terms that one is no longer said to agree to',
    in: ['terms/my-page.en.md'],
    from: 'You also agree to follow them.',
    to: 'You also read them.',
    says: /T06 has lost its force/,
  },
  {
    fault: 'consent where the law asks for none',
    in: ['messages/composer.en.md'],
    from: 'Check your text.',
    to: 'Check your text and give consent.',
    says: /consent stands outside T13/,
  },
  {
    fault: 'an office that is not one of the eight',
    in: bothOf('booking/offices'),
    from: '{#boden}',
    to: '{#lulea}',
    says: /not the eight offices/,
  },
  {
    fault: 'two offices with the same alias',
    in: bothOf('booking/offices'),
    from: 'Luleå',
    to: 'Stockholm',
    says: /alias twice: Stockholm/,
  },
  {
    fault: 'an office outside Sweden',
    in: ['booking/offices.en.md'],
    from: '55.6',
    to: '45.6',
    says: /position: 45\.6/,
  },
  {
    fault: 'a section that an element counts on and that is gone',
    in: bothOf('booking/visit'),
    from: '{#gate}',
    to: '{#door}',
    says: /sections missing: gate/,
  },
  {
    fault: 'a closure 29 days 23 hours 59 minutes after its publication',
    in: bothOf('notices/messages-close'),
    from: '2027-02-22T09:00:00+01:00',
    to: '2027-03-01T17:01:00+01:00',
    says: /closure-30-days: closesAt/,
  },
  {
    fault: 'an interruption that ends before it starts',
    in: bothOf('notices/planned-maintenance'),
    from: '2026-12-06T04:00:00+01:00',
    to: '2026-12-05T21:59:00+01:00',
    says: /end-before-start: endsAt/,
  },
  {
    fault: 'a date without an offset',
    in: bothOf('notices/planned-maintenance'),
    from: '2026-12-06T04:00:00+01:00',
    to: '2026-12-06T04:00:00',
    says: /no-offset: endsAt/,
  },
  {
    fault: 'a notice without a title in Swedish',
    in: ['notices/slow-messages.sv.md'],
    from: 'Det går långsamt att skicka meddelanden just nu',
    to: '',
    says: /missing-language: title/,
  },
  {
    fault: 'a kind of notice that there is not',
    in: bothOf('notices/slow-messages'),
    from: 'kind: disruption',
    to: 'kind: bother',
    says: /kind is not one of planned, disruption/,
  },
  {
    fault: 'a line of the sources that says less than its sentence',
    in: ['sources.md'],
    from: '601 70 Norrköping',
    to: 'Norrköping',
    says: /T29 \(en\) without its fact|T29: figures/,
  },
];

describe('check:content', () => {
  it('finds nothing wrong with the content', async () => {
    const { problems, summary } = await checkContent('content');
    assert.deepEqual(problems, []);
    assert.match(summary.join('\n'), /54 of 54 sentences/);
  });

  for (const { fault, in: files, from, to, says } of SEEDS) {
    it(`finds ${fault}, and names the file and the line`, async () => {
      const folder = copyOfContent();
      for (const file of files) {
        const text = readFileSync(join(folder, file), 'utf8');
        assert.ok(text.includes(from), `${file} has no "${from}"`);
        writeFileSync(join(folder, file), text.replaceAll(from, to));
      }
      const { problems } = await checkContent(folder);
      const found = problems.find(({ message }) => says.test(message));
      assert.ok(found, `${says} is not in:\n${problems.map(({ message }) => message).join('\n')}`);
      assert.ok(files.includes(found.file) || found.file.endsWith('.sv.md'), found.file);
      const lines = readFileSync(join(folder, found.file), 'utf8').split('\n').length;
      assert.ok(found.line >= 1 && found.line <= lines);
    });
  }

  it('finds a missing language', async () => {
    const folder = copyOfContent();
    rmSync(join(folder, 'booking/visit.sv.md'));
    const { problems } = await checkContent(folder);
    assert.deepEqual(problems, [
      { file: 'booking/visit.en.md', line: 1, message: 'there is no Swedish file beside it' },
    ]);
  });

  it('reports the exact line of a fault', async () => {
    const folder = copyOfContent();
    const file = join(folder, 'terms/my-page.en.md');
    const lines = readFileSync(file, 'utf8').split('\n');
    const line = lines.findIndex((text) => text.includes('[^T54]'));
    lines[line] += ' This has no source.';
    writeFileSync(file, lines.join('\n'));
    const { problems } = await checkContent(folder);
    assert.equal(problems[0]?.line, line + 1);
  });
});

describe('check:content with files in other charsets', () => {
  for (const file of [
    'terms/my-page.sv.md',
    'flows/documents.sv.md',
    'notices/slow-messages.sv.md',
    'sources.md',
  ])
    it(`names the line of ${file} when it is saved in Windows-1252`, async () => {
      const folder = copyOfContent();
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, Buffer.from(text, 'latin1'));
      const { problems } = await checkContent(folder);
      const [problem] = problems.filter((each) => each.file === file);
      assert.match(problem?.message ?? '', /not UTF-8/);
      const firstOdd = text.split('\n').findIndex((line) => /[^\0-\x7f]/.test(line));
      assert.equal(problem?.line, firstOdd + 1);
    });
});

describe('check:content with the source texts', () => {
  const SENTENCE = 'The lamp in the tower is lit every night by the keeper who lives below it.';
  /** @param {string} added to the terms */
  async function problemsWith(added) {
    const folder = copyOfContent();
    const sources = mkdtempSync(join(tmpdir(), 'lucka-sources-'));
    folders.push(sources);
    writeFileSync(
      join(sources, 'lamp.txt'),
      `${SENTENCE}\nAfter that, nothing is said of any lamp.\n`,
    );
    writeFileSync(join(sources, 'numbered.md'), `- **T01** ${SENTENCE}\n`);
    const file = join(folder, 'terms/my-page.en.md');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n${added} {editorial}\n`);
    const { problems } = await checkContent(folder, { sources });
    return problems.map(({ message }) => message).join('\n');
  }

  it('finds a copied sentence', async () => {
    assert.match(await problemsWith(SENTENCE), /a whole sentence of T01/);
  });

  it('finds eight copied words in a row', async () => {
    assert.match(
      await problemsWith('Here in the tower is lit every night by someone.'),
      /8 words in a row/,
    );
  });

  it('accepts seven copied words in a row', async () => {
    assert.doesNotMatch(
      await problemsWith('Here in the tower is lit every day.'),
      /words in a row/,
    );
  });
});
