import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { writeConformance } from '../../tools/cli/audit/conformance.js';
import { CRITERIA } from '../../tools/cli/audit/wcag.js';

const result = (/** @type {import('../../tools/cli/audit/check.js').Finding[]} */ findings) => ({
  ...{ place: 'elements-x--default', address: '/x', cell: 'en light 1280' },
  ...{ findings, picture: undefined },
});
const ISSUE = {
  wcag: ['2.1.1'],
  ...{ en: 'A key does nothing', sv: 'En tangent gör ingenting' },
  workaround: { en: 'Use Tab.', sv: 'Använd Tabb.' },
};

describe('the conformance papers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lucka-papers-'));
  const read = (/** @type {string} */ name) => readFileSync(join(folder, name), 'utf8');
  before(() => {
    const results = [
      result([{ rule: 'reflow', wcag: '1.4.10', message: 'too wide' }]),
      result([{ rule: 'story', wcag: '', message: 'none of WCAG' }]),
    ];
    const about = { version: '1.0.0', date: '2026-11-25', subject: 'Lucka' };
    writeConformance(folder, results, about, [ISSUE]);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('never say that a criterion is met: only that it is not, or that nobody has evaluated it', () => {
    const { chapters, catalog } = parse(read('openacr.yaml'));
    const criteria = [
      ...chapters.success_criteria_level_a.criteria,
      ...chapters.success_criteria_level_aa.criteria,
    ];
    assert.equal(criteria.length, CRITERIA.length);
    assert.match(catalog, /^2\.5-edition-wcag-2\.2/);
    const levels = Object.fromEntries(
      criteria.map(({ num, components }) => [num, components[0].adherence.level]),
    );
    const failed = Object.keys(levels).filter((number) => levels[number] === 'does-not-support');
    assert.deepEqual(failed.sort(), ['1.4.10', '2.1.1']);
    assert.deepEqual([...new Set(Object.values(levels))].sort(), [
      'does-not-support',
      'not-evaluated',
    ]);
    for (const name of ['en-301-549.md', 'accessibility-statement.en.md'])
      assert.doesNotMatch(read(name), /\bsupports\b|fully conform|is accessible\./i);
  });

  test('have a row for each criterion of clause 9, with its number there', () => {
    const table = read('en-301-549.md');
    assert.match(table, /\| 9\.1\.4\.10 \| 1\.4\.10 Reflow \| AA \| Does not support \| reflow/);
    assert.match(table, /\| – \(new in WCAG 2\.2\) \| 2\.5\.8 Target Size/);
    assert.equal(table.match(/^\| (?:9\.|–)/gm)?.length, CRITERIA.length);
  });

  test('tell in Swedish and English what is known, and a way round it', () => {
    assert.match(
      read('accessibility-statement.sv.md'),
      /En tangent gör ingenting \(WCAG 2\.1\.1\)\. Använd Tabb\./,
    );
    assert.match(read('accessibility-statement.sv.md'), /2018:1937/);
    assert.match(
      read('accessibility-statement.en.md'),
      /A key does nothing \(WCAG 2\.1\.1\)\. Use Tab\./,
    );
    assert.match(read('accessibility-statement.en.md'), /53 of 55 success criteria/);
  });

  test('know the criteria of WCAG 2.2: 31 of level A, 24 of level AA', () => {
    const of = (/** @type {string} */ level) => CRITERIA.filter((each) => each.level === level);
    assert.deepEqual([of('A').length, of('AA').length], [31, 24]);
    assert.equal(new Set(CRITERIA.map(({ number }) => number)).size, CRITERIA.length);
  });
});
