import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';

/**
 * Groups in the accessibility trees that stand in a group of the same name: a screen reader says the name twice, and takes the inner
 * name for the description where the outer group is described by what is in the inner one.
 */

const FOLDER = 'test/accessibility-trees';

/** @param {string} tree @returns {string[]} names */
function repeatedGroupsIn(tree) {
  /** @type {{ depth: number, name: string }[]} */
  let around = [];
  /** @type {string[]} */
  const repeated = [];
  for (const line of tree.split('\n')) {
    const depth = line.search(/\S/);
    around = around.filter((group) => group.depth < depth);
    const name = /^\s*- '?group "(.*?)"'?:/.exec(line)?.[1];
    if (name === undefined) continue;
    if (around.some((group) => group.name === name)) repeated.push(name);
    around.push({ depth, name });
  }
  return repeated;
}

describe('the groups of the accessibility trees', () => {
  for (const file of readdirSync(FOLDER))
    test(`do not stand in a group of the same name: ${file}`, () => {
      assert.deepEqual(repeatedGroupsIn(readFileSync(join(FOLDER, file), 'utf8')), []);
    });

  test('are found where they do', () => {
    const tree =
      '- group "A":\n  - group "B":\n    - group "A":\n      - paragraph: Text\n- group "A":';
    assert.deepEqual(repeatedGroupsIn(tree), ['A']);
  });
});
