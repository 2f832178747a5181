import { expect } from '@open-wc/testing';
import {
  retryDelay,
  isTransient,
} from '../../../../src/elements/message-composer/sending/retry-policy.js';
import { ServiceError } from '../../../../src/services/service-error.js';

const error = (code: string, status: number, retryAfter?: number) =>
  new ServiceError('messages: sendMessage', code, { status, retryAfter });

describe('sending again by itself', () => {
  const CASES: readonly (readonly [string, ServiceError, boolean])[] = [
    ['a network that fails', error('network', 0), true],
    ['no answer', error('timeout', 0), true],
    ['no connection', error('offline', 0), true],
    ['the same message on its way', error('in-progress', 409), true],
    ['another conflict', error('slot-taken', 409), false],
    ['too many requests', error('rate-limited', 429, 90), true],
    ['a broken server', error('internal', 500), false],
    ['a proxy without its server', error('http', 502), true],
    ['a service that is closed', error('closed', 503, 60), true],
    ['a proxy that waited too long', error('http', 504), true],
    ['a session that ended', error('login-required', 401), false],
    ['a text that is too long', error('too-long', 422), false],
    ['an answer that makes no sense', error('malformed-answer', 201), false],
  ];
  for (const [what, failure, expected] of CASES) {
    it(`${expected ? 'follows' : 'does not follow'} ${what}`, () =>
      expect(isTransient(failure)).to.equal(expected));
  }

  it('waits 1, 2 and 4 seconds, a quarter more or less', () => {
    const failure = error('network', 0);
    expect([0, 1, 2].map((retry) => retryDelay(retry, failure, 0.5))).to.deep.equal([
      1000, 2000, 4000,
    ]);
    expect([retryDelay(0, failure, 0), retryDelay(0, failure, 1)]).to.deep.equal([750, 1250]);
  });

  it('waits as long as the server asks', () =>
    expect(retryDelay(2, error('rate-limited', 429, 90), 0)).to.equal(90_000));
});
