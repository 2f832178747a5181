import { expect } from '@open-wc/testing';
import { httpBookingService } from '../../src/services/http-bookings.js';
import { idempotencyKey } from '../../src/services/idempotency-key.js';
import { httpMessageService } from '../../src/services/messages.js';
import { isObject, request, requestText } from '../../src/services/request.js';
import type { ServiceError } from '../../src/services/service-error.js';
import { httpTermsService } from '../../src/services/terms.js';

interface Call {
  readonly url: string;
  readonly init: RequestInit;
}

/** Answers in place of the network. */
function answer(respond: (call: Call) => Response | Promise<Response>) {
  const calls: Call[] = [];
  const { fetch } = window;
  window.fetch = async (input, init = {}) => {
    const call = { url: String(input), init };
    calls.push(call);
    return respond(call);
  };
  return { calls, restore: () => (window.fetch = fetch) };
}

const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init);
const errorOf = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  ) as Promise<ServiceError>;

describe('a request', () => {
  let server: ReturnType<typeof answer> | undefined;
  afterEach(() => server?.restore());

  it('carries key and token as the contract asks', async () => {
    server = answer(() => json({ version: '1', decision: 'accepted', decidedAt: 'x' }));
    const meta = document.createElement('meta');
    meta.name = 'csrf-token';
    meta.content = 'from-the-page';
    document.head.append(meta);
    const service = httpTermsService('/api/', {});
    const decision = { version: '1', lang: 'en', digest: 'd', decision: 'accepted' } as const;
    await service.decideTerms('my page', decision, { idempotencyKey: 'k' });
    meta.remove();
    const { url, init } = server.calls[0]!;
    expect(new URL(url).pathname).to.equal('/api/terms/my%20page/decisions');
    expect(init.headers).to.include({
      'idempotency-key': '"k"',
      'x-csrf-token': 'from-the-page',
      'content-type': 'application/json',
    });
    expect(JSON.parse(String(init.body))).to.deep.equal(decision);
  });

  /** A write of each service that there is, at this endpoint. */
  const writes: Record<string, (endpoint: string, own?: string) => Promise<unknown>> = {
    terms: (endpoint, own = '') =>
      httpTermsService(endpoint, { csrfToken: () => own }).decideTerms(
        'my-page',
        { version: '1', lang: 'en', digest: 'd', decision: 'accepted' },
        { idempotencyKey: 'k' },
      ),
    messages: (endpoint, own = '') =>
      httpMessageService(endpoint, { csrfToken: () => own }).sendMessage('jwe', {
        idempotencyKey: 'k',
      }),
    bookings: (endpoint, own = '') =>
      httpBookingService(endpoint, { csrfToken: () => own }).createHold(
        { slotId: 's' },
        { idempotencyKey: 'k' },
      ),
  };
  for (const [service, write] of Object.entries(writes)) {
    it(`gives the page's own token to the page's own origin only: ${service}`, async () => {
      server = answer(() => json({}));
      const meta = document.createElement('meta');
      meta.name = 'csrf-token';
      meta.content = 'from-the-page';
      document.head.append(meta);
      for (const endpoint of ['/api', 'https://other.example/api', '//other.example/api'])
        await errorOf(write(endpoint));
      await errorOf(write('https://other.example/api', 'for the other'));
      meta.remove();
      expect(
        server.calls.map(({ init }) => new Headers(init.headers).get('x-csrf-token')),
      ).to.deep.equal(['from-the-page', null, null, 'for the other']);
    });
  }

  it('lets the caller hear the headers, of an error too', async () => {
    const date = 'Wed, 25 Nov 2026 10:00:00 GMT';
    server = answer(() => json({}, { status: 500, headers: { date } }));
    const heard: (string | null)[] = [];
    const asked = request('test: get', '/api', isObject, {
      onHeaders: (headers) => heard.push(headers.get('date')),
    });
    await errorOf(asked);
    expect(heard).to.deep.equal([date]);
  });

  it('turns problem details into a typed error', async () => {
    server = answer(() =>
      json(
        { code: 'stale-version', currentVersion: '2' },
        { status: 409, headers: { 'content-type': 'application/problem+json' } },
      ),
    );
    const error = await errorOf(request('terms: x', '/x', isObject));
    expect(error).to.include({
      name: 'ServiceError',
      service: 'terms: x',
      code: 'stale-version',
      status: 409,
      retryable: false,
    });
    expect(error.problem).to.include({ currentVersion: '2' });
  });

  it('understands Retry-After in seconds and as a date', async () => {
    const retryAfter = async (value: string) => {
      server?.restore();
      server = answer(
        () => new Response('busy', { status: 503, headers: { 'retry-after': value } }),
      );
      return errorOf(request('x', '/x', isObject));
    };
    expect(await retryAfter('90')).to.include({ retryAfter: 90, retryable: true, code: 'http' });
    const soon = (await retryAfter(new Date(Date.now() + 30_000).toUTCString())).retryAfter!;
    expect(soon).to.be.within(28, 31);
    expect((await retryAfter('999999999')).retryAfter).to.equal(86_400);
    expect((await retryAfter('soon')).retryAfter).to.equal(undefined);
  });

  it('calculates a date of Retry-After from the server’s clock, not the visitor’s', async () => {
    const date = Date.parse('2030-01-01T12:00:00Z');
    const headers = {
      date: new Date(date).toUTCString(),
      'retry-after': new Date(date + 90_000).toUTCString(),
    };
    server = answer(() => new Response('busy', { status: 503, headers }));
    expect((await errorOf(request('x', '/x', isObject))).retryAfter).to.equal(90);
  });

  it('takes a web page in place of an answer for a log-in page', async () => {
    const page = () =>
      new Response('<!doctype html><title>Log in</title>', {
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
    server = answer(page);
    expect(await errorOf(request('x', '/x', isObject))).to.include({
      code: 'login-required',
      status: 401,
      retryable: false,
    });
    server.restore();
    server = answer(() => {
      const response = page();
      Object.defineProperties(response, {
        redirected: { value: true },
        url: { value: 'https://login.example/start' },
      });
      return response;
    });
    const { problem } = await errorOf(request('x', '/x', isObject));
    expect(problem?.['loginHref']).to.equal('https://login.example/start');
  });

  it('does not believe an answer that is not the contract’s', async () => {
    server = answer(() => json(['something else']));
    expect(await errorOf(request('x', '/x', isObject))).to.include({
      code: 'malformed-answer',
      status: 200,
    });
    server.restore();
    server = answer(() => new Response('<html>', { status: 200 }));
    expect(await errorOf(request('x', '/x', isObject))).to.include({ code: 'malformed-answer' });
  });

  describe('in whatever characters', () => {
    const TEXT = 'Å ä ö: "användarvillkor"';
    const windows = new Uint8Array([...TEXT].map((letter) => letter.codePointAt(0) ?? 0));
    const utf16 = (isBig: boolean) =>
      new Uint8Array(
        [...`\uFEFF${TEXT}`].flatMap((letter) => {
          const code = letter.codePointAt(0) ?? 0;
          return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8];
        }),
      );
    const utf8 = new TextEncoder().encode(TEXT);
    const respond = (body: Uint8Array, type: string, status = 200) => {
      server = answer(
        () => new Response(body as BodyInit, { status, headers: { 'content-type': type } }),
      );
    };
    const readable: [string, Uint8Array, string][] = [
      ['UTF-8', utf8, 'text/markdown'],
      ['UTF-8 with a byte-order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), 'text/plain'],
      ['declared Windows-1252', windows, 'text/markdown; charset=windows-1252'],
      ['declared ISO-8859-1', windows, 'text/plain;charset="ISO-8859-1"'],
      ['UTF-16 with a byte-order mark, little end first', utf16(false), 'text/plain'],
      ['UTF-16 with a byte-order mark, big end first', utf16(true), 'text/plain; charset=utf-8'],
    ];
    for (const [what, body, type] of readable)
      it(`reads ${what}`, async () => {
        respond(body, type);
        expect(await requestText('x', '/x', 65_536)).to.equal(TEXT);
      });

    const unreadable: [string, Uint8Array, string][] = [
      ['undeclared Windows-1252', windows, 'text/markdown'],
      ['Windows-1252 declared as UTF-8', windows, 'text/markdown; charset=utf-8'],
      ['UTF-16 without a byte-order mark', utf16(false).slice(2), 'text/plain'],
      ['half a character of UTF-8', utf8.slice(0, 1), 'text/plain'],
      ['a charset that nobody knows', utf8, 'text/plain; charset=klingon'],
    ];
    for (const [what, body, type] of unreadable)
      it(`refuses ${what}, and says why`, async () => {
        respond(body, type);
        const error = await errorOf(requestText('x', '/x', 65_536));
        expect(error).to.include({ code: 'wrong-charset', status: 200, retryable: false });
        expect(error.message).to.match(/charset/);
      });

    it('reads and refuses JSON in the same way', async () => {
      const body = (text: string) => new Uint8Array([...text].map((each) => each.charCodeAt(0)));
      respond(body('{"a":"ä"}'), 'application/json; charset=windows-1252');
      expect(await request('x', '/x', isObject)).to.deep.equal({ a: 'ä' });
      respond(body('{"a":"ä"}'), 'application/json');
      expect(await errorOf(request('x', '/x', isObject))).to.include({ code: 'wrong-charset' });
    });

    it('tells of an error answer by its status, whatever its characters', async () => {
      respond(windows, 'text/html', 503);
      expect(await errorOf(request('x', '/x', isObject))).to.include({ code: 'http', status: 503 });
    });
  });

  it('asks with the address as a string, which wrappers of fetch expect', async () => {
    const { fetch } = window;
    const given: unknown[] = [];
    window.fetch = async (input) => (given.push(input), json({ a: 1 }));
    try {
      await request('test: x', '/api/x', isObject);
    } finally {
      window.fetch = fetch;
    }
    expect(given).to.deep.equal([new URL('/api/x', document.baseURI).href]);
  });

  it('reads an answer of a wrapper that offers no stream', async () => {
    server = answer(() => {
      const response = json({ a: 1 });
      Object.defineProperty(response, 'body', { value: undefined });
      return response;
    });
    expect(await request('test: x', '/api/x', isObject)).to.deep.equal({ a: 1 });
  });

  it('refuses a text of the terms that is empty: nobody can accept nothing', async () => {
    const empty = {
      version: '1',
      lang: 'en',
      digest: 'sha256-x',
      markdown: '',
      decisionNeeded: true,
    };
    server = answer(() => json(empty));
    const { code } = await errorOf(httpTermsService('/api').getTerms('my-page', 'en'));
    expect(code).to.equal('malformed-answer');
  });

  it('stops reading an answer without end', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    server = answer(() => new Response(endless));
    expect(await errorOf(requestText('x', '/x', 65_536))).to.include({ code: 'too-large' });
    expect(sent).to.be.below(1_000_000);
  });

  it('says network when nothing answers', async () => {
    server = answer(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await errorOf(request('x', '/x', isObject))).to.include({
      code: 'network',
      status: 0,
      retryable: true,
    });
  });

  it('rejects with the caller’s own reason when the caller stops it', async () => {
    server = answer(
      ({ init }) =>
        new Promise((_, reject) =>
          init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)),
        ),
    );
    const stop = new AbortController();
    const pending = errorOf(request('x', '/x', isObject, { signal: stop.signal }));
    stop.abort('moved');
    expect(await pending).to.equal('moved');
  });

  it('resolves relative addresses as the page’s own links', async () => {
    server = answer(() => json({}));
    const base = document.createElement('base');
    base.href = '/elsewhere/';
    document.head.append(base);
    await request('x', 'api', isObject);
    base.remove();
    expect(new URL(server.calls[0]!.url).pathname).to.equal('/elsewhere/api');
  });
});

describe('an idempotency key', () => {
  it('is a random UUID, also without crypto.randomUUID', () => {
    const keys = new Set(Array.from({ length: 100 }, idempotencyKey));
    expect(keys.size).to.equal(100);
    for (const key of keys)
      expect(key).to.match(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});
