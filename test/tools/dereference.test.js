import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dereference } from '../../tools/cli/contract-check/dereference.js';

describe('dereferencing', () => {
  it('replaces a reference by its target, also through another reference and an escaped key', () => {
    const document = { a: { $ref: '#/b~1c' }, 'b/c': [{ $ref: '#/d' }], d: { type: 'string' } };
    assert.deepEqual(dereference(document), {
      a: [{ type: 'string' }],
      'b/c': [{ type: 'string' }],
      d: { type: 'string' },
    });
  });

  it('gives one object for all references to the same target', () => {
    const { a, b, c } = dereference({ a: { $ref: '#/c' }, b: [{ $ref: '#/c' }], c: { x: 1 } });
    assert.ok(a === c);
    assert.ok(b[0] === c);
  });

  it('keeps the keywords beside a reference', () => {
    const { a } = dereference({ a: { $ref: '#/b', description: 'A.' }, b: { type: 'string' } });
    assert.deepEqual(a, { allOf: [{ type: 'string' }], description: 'A.' });
  });

  it('does not change the document', () => {
    const document = { a: { $ref: '#/b' }, b: 1 };
    dereference(document);
    assert.deepEqual(document, { a: { $ref: '#/b' }, b: 1 });
  });

  it('rejects a reference without a target, to another document, or to itself', () => {
    assert.throws(() => dereference({ a: { $ref: '#/b' } }), /has no #\/b/);
    assert.throws(() => dereference({ a: { $ref: 'x.yaml#/a' } }), /has no x\.yaml#\/a/);
    assert.throws(() => dereference({ a: { b: { $ref: '#/a' } } }), /circular/);
  });
});
