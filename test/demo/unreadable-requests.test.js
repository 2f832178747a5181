import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { databases } from '../support/databases.js';
import { aroundTests } from '../support/service-in-process.js';
import { adminToken } from '../support/service.js';

/** Where PostgreSQL is, it starts sooner. */
const [database] = databases.filter(({ skip }) => !skip).slice(-1);

/** Characters of UTF-8 that no byte of this may stand for. */
const notUtf8 = Buffer.from([0x22, 0xff, 0xc3, 0x28, 0x22]);

describe('a request that cannot be read', () => {
  /** @type {import('../support/service-in-process.js').ServiceInProcess} */
  let service;
  aroundTests(database, (started) => (service = started));

  /** Sends the very bytes, and reads until the service closes. @param {string} bytes */
  async function exchange(bytes) {
    const socket = connect(Number(new URL(service.address).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk) => (answer += chunk));
    socket.on('error', () => {});
    socket.write(bytes);
    await once(socket, 'close');
    const [head, body] = answer.split('\r\n\r\n');
    const headers = new Headers(
      head
        .split('\r\n')
        .slice(1)
        .map((line) => /** @type {[string, string]} */ (line.split(': '))),
    );
    return { status: Number(head.slice(9, 12)), headers, body: JSON.parse(body) };
  }

  for (const [name, bytes, status, code, title] of /** @type {const} */ ([
    ['no HTTP', 'HELLO\r\n\r\n', 400, 'malformed', 'Bad Request'],
    [
      'two lengths, as smugglers send',
      'POST /api/holds HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'malformed',
      'Bad Request',
    ],
    [
      'no host',
      'GET /api/offices HTTP/1.1\r\nConnection: close\r\n\r\n',
      400,
      'malformed',
      'Bad Request',
    ],
    [
      'headers that are too long',
      `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'too-large',
      'Request Header Fields Too Large',
    ],
  ])) {
    it(`with ${name} gets problem details, and the connection is closed`, async () => {
      const answer = await exchange(bytes);
      assert.equal(answer.status, status);
      assert.deepEqual(
        [answer.body.title, answer.body.status, answer.body.code],
        [title, status, code],
      );
      assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      assert.equal(answer.headers.get('connection'), 'close');
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
      assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      assert.ok(Date.parse(answer.headers.get('date') ?? ''));
    });
  }

  it('without a host is answered in HTTP/1.0, which does not require one', async () => {
    const { status } = await exchange('GET /api/offices HTTP/1.0\r\n\r\n');
    assert.equal(status, 200);
  });

  it('with a body that is not UTF-8 is 400 in every operation with text', async () => {
    const { cookie, csrf } = await service.client.openSession();
    const send = (
      /** @type {string} */ method,
      /** @type {string} */ path,
      type = 'application/json',
    ) =>
      fetch(service.address + path, {
        method,
        body: notUtf8,
        headers: {
          'content-type': type,
          'idempotency-key': `"${'k'.repeat(36)}"`,
          'x-csrf-token': csrf,
          authorization: `Bearer ${adminToken}`,
          cookie,
        },
      });
    for (const [method, path, type] of [
      ['POST', '/api/letter-checks'],
      ['POST', '/api/holds'],
      ['POST', '/api/bookings'],
      ['POST', '/api/messages'],
      ['POST', '/api/messages', 'application/jose'],
      ['PUT', '/api/notices/one'],
      ['PUT', '/admin/terms/my-page/versions/2030-01-01'],
    ]) {
      const answer = await send(method, path, type);
      const body = await answer.json();
      assert.deepEqual([answer.status, body.code], [400, 'malformed'], `${method} ${path}`);
      assert.equal(body.detail, 'The body is not UTF-8.', `${method} ${path}`);
    }
  });

  it('with terms that are not UTF-8 publishes nothing', async () => {
    const file = '---\nid: new\nversion: 2030-01-01\n---\n\n# Å';
    const whole = Buffer.from(JSON.stringify({ sv: file, en: file }), 'latin1');
    const answer = await fetch(`${service.address}/admin/terms/new/versions/2030-01-01`, {
      method: 'PUT',
      body: whole,
      headers: { authorization: `Bearer ${adminToken}` },
    });
    assert.deepEqual(
      [answer.status, (await answer.json()).detail],
      [400, 'The body is not UTF-8.'],
    );
    const stored = await service.database.query('SELECT FROM terms_versions WHERE version = $1', [
      '2030-01-01',
    ]);
    assert.equal(stored.length, 0);
  });
});
