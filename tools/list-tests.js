import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { isMain } from './is-main.js';

/**
 * `node tools/list-tests.js [folder]`: the names of all tests, sorted, one per line, each with the names of its suites.
 * Computed names are listed as their source text. Two lists show which tests a change added or removed, wherever
 * their files are.
 */

const CALLS = /^(?:describe|suite|it|test)$/;

/** @param {ts.CallExpression} call @returns {string} '' for other calls */
function kindOf({ expression }) {
  // Also `it.skip`, `describe.only` and so on.
  const callee = ts.isPropertyAccessExpression(expression) ? expression.expression : expression;
  return ts.isIdentifier(callee) && CALLS.test(callee.text) ? callee.text : '';
}

/** @param {string} file @returns {string[]} */
export function testNamesIn(file) {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  /** @type {string[]} */
  const names = [];
  /** @param {ts.Node} node @param {readonly string[]} suites @returns {void} */
  const visit = (node, suites) => {
    const kind = ts.isCallExpression(node) ? kindOf(node) : '';
    const [title] = ts.isCallExpression(node) ? node.arguments : [];
    if (!kind || !title) return ts.forEachChild(node, (child) => visit(child, suites));
    const name = ts.isStringLiteralLike(title) ? title.text : title.getText(source);
    const path = [...suites, name.replace(/\s+/g, ' ')];
    if (kind === 'it' || kind === 'test') names.push(path.join(' › '));
    ts.forEachChild(node, (child) => visit(child, path));
  };
  visit(source, []);
  return names;
}

/** @param {string} folder @returns {string[]} sorted */
export const testNames = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.(?:js|ts)$/.test(file) && !file.includes('node_modules'))
    .flatMap((file) => testNamesIn(join(folder, file)))
    .sort();

if (isMain(import.meta.url)) console.log(testNames(process.argv[2] ?? 'test').join('\n'));
