import { expect } from 'chai';
import { IdempotencyKeys } from '../../src/services/idempotency-keys.js';
import { bookingError } from '../../src/testing.js';

describe('the idempotency keys of an element', () => {
  const fails = (code: string) => () => Promise.reject(bookingError('createHold', code));
  const cases: [string, boolean][] = [
    ['network', true],
    ['internal', true],
    ['rate-limited', true],
    ['login-required', true],
    ['in-progress', true],
    ['slot-taken', false],
    ['hold-expired', false],
    ['letter-invalid', false],
  ];
  for (const [code, isKept] of cases)
    it(`${isKept ? 'keep' : 'give up'} a key after ${code}`, async () => {
      const keys = new IdempotencyKeys();
      const first = keys.keyOf('hold');
      await keys.withKey('hold', fails(code)).catch(() => undefined);
      expect(keys.keyOf('hold') === first).to.equal(isKept);
    });

  it('are others for the next operation, even with the same parameters', async () => {
    const keys = new IdempotencyKeys();
    const first = await keys.withKey('hold', (given) => Promise.resolve(given));
    expect(keys.keyOf('hold')).not.to.equal(first);
  });
});
