import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { checkContent } from '../../tools/check-content.js';
import { importTs } from '../../tools/import-ts.js';
import { everyPath, itemIdsFor, outcomeIdsFor } from '../support/identity-rules.js';

const { readFlow, outcomesFor, itemsFor, pathOf, proveFlow } = await importTs('src/flow.ts');

const [EN, SV] = ['flows/documents.en.md', 'flows/documents.sv.md'];
const BOTH = [EN, SV];

const folders = /** @type {string[]} */ ([]);
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

describe('the first flow', () => {
  for (const file of BOTH) {
    it(`shows exactly the modelled sections and items on every path (${file})`, () => {
      const { flow } = readFlow(readFileSync(join('content', file), 'utf8'));
      const idsOf = (/** @type {{ id: string }[]} */ list) => list.map(({ id }) => id).join();
      let paths = 0;
      for (const facts of everyPath()) {
        const given = new Map(Object.entries(facts).map(([fact, way]) => [fact, [way].flat()]));
        // Following the path as well would take long for each: every hundredth will do.
        const { answers, next } =
          paths % 100 ? { answers: given, next: flow.result } : pathOf(flow, given);
        if (next !== flow.result || answers.size !== given.size)
          assert.fail(`the path is another one: ${JSON.stringify(facts)}`);
        const found = `${idsOf(outcomesFor(flow, answers))} ${idsOf(itemsFor(flow, answers))}`;
        const wanted = `${outcomeIdsFor(facts).join()} ${itemIdsFor(facts).join()}`;
        if (found !== wanted) assert.equal(found, wanted, JSON.stringify(facts));
        paths++;
      }
      assert.equal(paths, 500_634);
    });

    it(`is verified in less than five seconds (${file})`, () => {
      const { flow } = readFlow(readFileSync(join('content', file), 'utf8'));
      const started = performance.now();
      const { paths, longest, problems } = proveFlow(flow);
      const milliseconds = performance.now() - started;
      assert.deepEqual({ paths, longest, problems }, { paths: 500_634, longest: 11, problems: [] });
      assert.ok(milliseconds < 5000, `${milliseconds} ms`);
    });
  }

  for (const file of BOTH)
    it(`says no sentence three times on one result (${file})`, () => {
      const sentences = sentencesById(readFileSync(join('content', file), 'utf8'));
      /** @type {Set<string>} */
      const seen = new Set();
      for (const facts of everyPath()) {
        const ids = [...outcomeIdsFor(facts), ...itemIdsFor(facts)];
        if (seen.has(ids.join())) continue;
        seen.add(ids.join());
        const said = ids.flatMap((id) => sentences.get(id) ?? []);
        const counts = new Map(said.map((sentence) => [sentence, 0]));
        for (const sentence of said) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
        const [tooOften] = [...counts].find(([, count]) => count > 2) ?? [];
        assert.equal(tooOften, undefined, ids.join(' '));
      }
    });

  it('is verified by check:content, which reports the result', async () => {
    const { summary } = await checkContent('content');
    const proofs = summary.filter((line) => line.includes('500,634 paths'));
    assert.equal(proofs.length, 2);
    for (const line of proofs) assert.match(line, /no empty result$/);
  });
});

/** The sentences of each section and item. @param {string} text of a flow @returns {Map<string, string[]>} */
function sentencesById(text) {
  const [sections = '', items = ''] = (text.split('## Outcomes\n')[1] ?? '').split(
    '## Checklist\n',
  );
  const parts = [...sections.split('\n### ').slice(1), ...items.split('\n- [ ] ').slice(1)];
  return new Map(
    parts.map((part) => [
      /\{#([\w-]+)\}/.exec(part)?.[1] ?? '',
      part
        .replace(/^.*\{#o-.*$|^>.*$|\{#c-.*/gm, '')
        .split(/(?:\[\^\w+\])+|\{editorial\}|\n/)
        .map((sentence) => sentence.replace(/^[-\s]+/, '').trim())
        .filter(Boolean),
    ]),
  );
}

/**
 * `at` is the text on the line that the complaint must name; without it, the line of `to`, or of the text before it.
 *
 * @typedef {{ fault: string, in: string[], from: string, to: string, says: RegExp, at?: string, file?: string }} Seed
 */
/** @type {Seed[]} */
const SEEDS = [
  {
    fault: 'a dead link',
    in: [EN],
    from: '(#q-letter) `can`',
    to: '(#q-leter) `can`',
    says: /^dead link: #q-leter/,
  },
  {
    fault: 'an unreachable question',
    in: BOTH,
    from: '(#q-expired) `passport`',
    to: '(#q-requirements) `passport`',
    says: /^unreachable question: .*q-expired/,
    at: '{#q-expired}',
  },
  {
    fault: 'a dead end',
    in: [EN],
    from: '[No](#q-refugee) `no`',
    to: 'No `no`',
    says: /^dead end: no in q-family/,
  },
  {
    fault: 'a cycle',
    in: BOTH,
    from: '(#q-visit) `no`',
    to: '(#q-submitted) `no`',
    says: /^cycle: from q-submitted/,
  },
  {
    fault: 'a last route with a condition',
    in: BOTH,
    from: '2. [Refugee status declaration](#q-refugee)',
    to: '2. [Refugee status declaration](#q-refugee) if `special-origin`',
    says: /^the last route of q-special has a condition/,
  },
  {
    fault: 'an unknown value',
    in: BOTH,
    from: 'Show if `visit is special`',
    to: 'Show if `visit is spezial`',
    says: /^unknown value: visit has no answer "spezial"/,
  },
  {
    fault: 'an unknown fact',
    in: BOTH,
    from: '`expired is any',
    to: '`expird is any',
    says: /^unknown fact: expird/,
  },
  {
    fault: 'an outcome that is never shown',
    in: BOTH,
    from: '`document is none`',
    to: '`document is none and document is other`',
    says: /^never shown: o-no-doc/,
    at: '{#o-no-doc}',
  },
  {
    fault: 'an item that is never shown',
    in: BOTH,
    from: 'if `family is yes`',
    to: 'if `family is yes and document is other`',
    says: /^never shown: c-family/,
  },
  {
    fault: 'a sentence without a source',
    in: [EN],
    from: 'It is the Swedish Migration Agency that makes the assessment. {editorial}',
    to: 'It is the Swedish Migration Agency that makes the assessment.',
    says: /without source or \{editorial\}/,
  },
  {
    fault: 'an id that stands twice',
    in: [EN],
    from: '{#o-obtain}',
    to: '{#o-refugee}',
    says: /^id twice: o-refugee/,
    at: '### What is required of a document {',
  },
  {
    fault: 'a heading without an id',
    in: [EN],
    from: ' {#o-obtain}',
    to: '',
    says: /^heading without id/,
    at: '### What is required of a document\n',
  },
  {
    fault: 'a condition that differs in Swedish',
    in: [SV],
    from: 'if `refugee is unsure`',
    to: 'if `refugee is yes`',
    says: /values or conditions differ/,
  },
  {
    fault: 'a route that differs in Swedish',
    in: [SV],
    from: '(#q-letter) `names`',
    to: '(#q-visit) `names`',
    says: /links or routes differ/,
  },
  {
    fault: 'a source that differs in Swedish',
    in: [SV],
    from: 'prövades.[^S29]',
    to: 'prövades.[^S28]',
    says: /citations .* differ/,
  },
  {
    fault: 'forbidden wording in English',
    in: [EN],
    from: 'Wait for your letter before you book.',
    to: 'You are exempt.',
    says: /^forbidden wording: "You are exempt"/,
  },
  {
    fault: 'forbidden wording in Swedish',
    in: [SV],
    from: 'Vänta på ditt brev innan du bokar.',
    to: 'Du får komma.',
    says: /^forbidden wording: "Du får"/,
  },
  {
    fault: 'requirements that are said to be met in English',
    in: [EN],
    from: 'The Swedish Migration Agency makes its own assessment of the document.',
    to: 'Your document meets every requirement.',
    says: /^forbidden wording: "meets every requirement"/,
  },
  {
    fault: 'requirements that are said to be met in Swedish',
    in: [SV],
    from: 'Migrationsverket gör en egen bedömning av handlingen.',
    to: 'Din handling uppfyller alla krav.',
    says: /^forbidden wording: "uppfyller alla krav"/,
  },
  {
    fault: 'a route past the exceptions for documents of special origin',
    in: BOTH,
    from: '`document-complete and not special-origin and document is not other`',
    to: '`document-complete`',
    says: /^the routes of q-special differ from the model/,
    at: '{#q-special}',
  },
  {
    fault: 'a document that one is told to bring',
    in: [EN],
    from: 'Wait for your letter before you book.',
    to: 'Bring your passport.',
    says: /^forbidden wording: "Bring"/,
  },
  {
    fault: 'several answers without an exclusive one',
    in: BOTH,
    from: '`none` (only)',
    to: '`none`',
    says: /^q-requirements has no exclusive answer/,
    at: '{#q-requirements}',
  },
  {
    fault: 'a cycle among facts',
    in: BOTH,
    from: '`requirements answered and not document-complete`',
    to: '`requirements answered and not document-incomplete`',
    says: /^cycle among facts: document-incomplete/,
  },
  {
    fault: 'a condition that holds together but is not the modelled one',
    in: BOTH,
    from: 'if `refugee is unsure`',
    to: 'if `refugee is any of no, unsure`',
    says: /^c-refugee-decision differs from the model/,
  },
  {
    fault: 'sections in another order',
    in: BOTH,
    from: '{#o-exc-names}',
    to: '{#o-exc-namez}',
    says: /^outcomes differ from the model: o-exc-namez/,
  },
  {
    fault: 'a number that is cited nowhere',
    in: BOTH,
    from: '[^S27]',
    to: ' {editorial}',
    says: /^S27 is cited nowhere/,
    at: '## Not used',
  },
  {
    fault: 'an answer without its source',
    in: BOTH,
    from: '[^S05] `photo`',
    to: ' `photo`',
    says: /^the answer photo \[S05\] of q-requirements lacks its source/,
  },
];

/** @param {Seed} seed */
function contentWith({ in: files, from, to }) {
  const folder = mkdtempSync(join(tmpdir(), 'lucka-flow-'));
  folders.push(folder);
  cpSync('content', folder, { recursive: true });
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    // A route's words are in the language of the file; its goal is not.
    const own =
      file === SV
        ? from.replace('[Refugee status declaration]', '[Flyktingstatusförklaring]')
        : from;
    assert.ok(text.includes(own), `${file} has no "${own}"`);
    writeFileSync(
      join(folder, file),
      text.replaceAll(
        own,
        own === from
          ? to
          : to.replace('[Refugee status declaration]', '[Flyktingstatusförklaring]'),
      ),
    );
  }
  return folder;
}

describe('check:content names file and line of', () => {
  for (const seed of SEEDS) {
    it(seed.fault, async () => {
      const folder = contentWith(seed);
      const { problems } = await checkContent(folder);
      const all = problems
        .map(({ file, line, message }) => `${file}:${line} ${message}`)
        .join('\n');
      const found = problems.find(({ message }) => seed.says.test(message));
      assert.ok(found, `${seed.says} is not in:\n${all}`);
      assert.ok(seed.in.includes(found.file), all);
      const text = readFileSync(join(folder, found.file), 'utf8');
      const lines = text.split('\n').map((line) => `${line}\n`);
      const wanted = seed.at ?? seed.to;
      assert.ok(
        lines[found.line - 1]?.includes(wanted),
        `line ${found.line} is not that of "${wanted}":\n${all}`,
      );
    });
  }

  it('no fault in the present content', async () => {
    const { problems } = await checkContent('content');
    assert.deepEqual(problems, []);
  });
});
