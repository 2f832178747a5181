import { expect } from 'chai';
import { ServiceError } from '../../src/services/service-error.js';
import { busyText } from '../../src/shared/error-messages.js';
import { toUserError } from '../../src/shared/user-error.js';

const now = Date.parse('2026-11-27T08:00:00Z');

describe('an error in the state of an element', () => {
  it('has the code and status of the service, and whether to try again', () => {
    const error = new ServiceError('terms: getTerms', 'unavailable', { status: 503 });
    expect(toUserError(error, now)).to.deep.equal({
      code: 'unavailable',
      status: 503,
      retryable: true,
      retryAt: undefined,
      loginHref: '',
    });
  });

  it('has the time until which the service wants no other request', () => {
    const error = new ServiceError('', 'unavailable', { status: 503, retryAfter: 90 });
    expect(toUserError(error, now).retryAt).to.equal(now + 90_000);
    expect(busyText(toUserError(error, now), 'en')).to.equal(
      'The service is busy. Try again after 09:01 (Swedish time).',
    );
  });

  it('waits three minutes after too many requests when the service names no time', () => {
    const error = toUserError(new ServiceError('', 'rate-limited', { status: 429 }), now);
    expect(busyText(error, 'en')).to.equal(
      'You have tried too many times. Try again after 09:03 (Swedish time).',
    );
  });

  it('of a service that a page has bundled with its own copy of the package counts the same', async () => {
    // esbuild bundles a module again when its address has another query.
    const copy = '../../src/services/service-error.js?copy';
    const { ServiceError: Other } = (await import(
      // @ts-expect-error TypeScript knows no queries.
      '../../src/services/service-error.js?copy'
    )) as { ServiceError: typeof ServiceError };
    expect(Other, copy).not.to.equal(ServiceError);
    const error = new Other('terms: getTerms', 'unavailable', { status: 503 });
    expect(toUserError(error, now)).to.include({ code: 'unavailable', retryable: true });
  });

  it('has no time where nothing is to be waited for', () => {
    const error = toUserError(new ServiceError('', 'internal', { status: 500 }), now);
    expect(busyText(error, 'en')).to.equal('');
  });

  it('of anything else than a service is one that trying again does not help', () => {
    const { code, retryable } = toUserError(new TypeError('x'), now, 'content');
    expect([code, retryable]).to.deep.equal(['content', false]);
  });
});
