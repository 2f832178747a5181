import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { dereference } from '../../tools/cli/contract-check/dereference.js';
import { generateContract } from '../../tools/generate-contract.js';
import { strictSchemas } from '../support/strict-schemas.js';

const contract = dereference(
  parse(readFileSync(new URL('../../src/services/openapi.yaml', import.meta.url), 'utf8')),
);
const { compile, faults } = strictSchemas();

const methods = ['get', 'put', 'post', 'delete', 'patch'];
const operations = Object.entries(contract.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => methods.includes(method))
    .map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, item, operation })),
);

test('every schema compiles and accepts its own examples', () => {
  for (const [name, schema] of Object.entries(contract.components.schemas)) {
    assert.doesNotThrow(() => compile(schema), name);
    for (const example of schema.examples ?? []) assertFits(`schema ${name}`, schema, example);
  }
});

test('every request and response has valid examples', () => {
  for (const { name, operation } of operations) {
    assertExamples(name, operation.requestBody?.content);
    for (const [status, answer] of Object.entries(operation.responses)) {
      assertExamples(`${name} ${status}`, answer.content);
    }
  }
});

test('every parameter and header has a valid example', () => {
  for (const { name, item, operation } of operations) {
    for (const parameter of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
      assertExample(`${name} ${parameter.name}`, parameter);
    }
  }
  for (const [name, header] of Object.entries(contract.components.headers)) {
    assertExample(`header ${name}`, header);
  }
});

test('every error response lists its codes, and the list of codes is complete', () => {
  const used = new Set();
  for (const { name, operation } of operations) {
    for (const [status, { content, description }] of Object.entries(operation.responses)) {
      if (Number(status) < 400) continue;
      const codes = codesOf(content['application/problem+json'].schema);
      assert.notEqual(codes.length, 0, `${name} ${status} has no codes`);
      for (const code of codes) {
        used.add(code);
        assert.ok(
          description.includes(`\`${code}\``),
          `${name} ${status} does not mention ${code}`,
        );
      }
    }
  }
  assert.deepEqual([...used].sort(), [...contract.components.schemas.Code.enum].sort());
});

test('every digest in an example is the digest of its text', () => {
  const texts = textsIn(contract.paths);
  assert.ok(texts.length >= 2);
  for (const { version, markdown, digest } of texts) {
    const computed = createHash('sha256').update(markdown).digest('base64');
    assert.equal(digest, `sha256-${computed}`, `version ${version}`);
  }
});

test('a misspelt member in an example is found', () => {
  const { value } = contract.components.examples.Booked;
  const misspelt = { ...value, offce: value.office };
  assert.match(faults(contract.components.schemas.Booking, misspelt), /unevaluated/);
});

test('the types in src/services/generated are those of the contract', async () => {
  for (const [path, text] of Object.entries(await generateContract())) {
    assert.equal(readFileSync(path, 'utf8') === text, true, `${path}: run npm run generate`);
  }
});

/** @param {string} where @param {any} schema @param {unknown} value */
function assertFits(where, schema, value) {
  assert.equal(faults(schema, value), '', where);
}

/** @param {string} where @param {any} declared */
function assertExample(where, { schema, example }) {
  assert.notEqual(example, undefined, `${where} has no example`);
  assertFits(where, schema, example);
}

/** @param {string} where @param {any} content by media type */
function assertExamples(where, content = {}) {
  for (const [type, { schema, example, examples = {} }] of Object.entries(content)) {
    const values = Object.values(examples).map((one) => one.value);
    if (example !== undefined) values.push(example);
    assert.notEqual(values.length, 0, `${where} ${type} has no example`);
    for (const value of values) assertFits(`${where} ${type}`, schema, value);
  }
}

/** @type {(schema: any) => string[]} */
function codesOf(schema) {
  const own = (schema.allOf ?? []).map((/** @type {any} */ part) => part.properties?.code);
  return [
    ...own.flatMap((/** @type {any} */ code) => code?.const ?? []),
    ...(schema.oneOf ?? []).flatMap(codesOf),
  ];
}

/** @type {(node: any) => { version: string, markdown: string, digest: string }[]} */
function textsIn(node) {
  if (!node || typeof node !== 'object') return [];
  const own = typeof node.markdown === 'string' && node.digest ? [node] : [];
  return [...own, ...Object.values(node).flatMap(textsIn)];
}
