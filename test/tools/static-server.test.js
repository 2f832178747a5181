import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, test } from 'node:test';
import { serveFolder } from '../../tools/cli/audit/static-server.js';

/** The status of an answer. @param {string} base @param {string} path as in the first line @returns {Promise<number>} */
const statusOf = (base, path) =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

describe('the folder that the audit serves', () => {
  test('answers a request whose address is not well-formed, and goes on', async () => {
    const { base, close } = await serveFolder('demo');
    try {
      for (const path of ['/100%', '/%E0%A4%A', '/%', '//', '/%00', '/..%2f..%2fpackage.json'])
        assert.equal(await statusOf(base, path), 404, path);
      assert.equal(await statusOf(base, '/picture.png'), 200);
      assert.equal(await statusOf(base, '/picture%2Epng'), 200);
    } finally {
      close();
    }
  });

  test('closes connections that were opened and not used, as browsers do', async () => {
    const { base, close } = await serveFolder('demo');
    const socket = connect(Number(new URL(base).port), '127.0.0.1');
    await once(socket, 'connect');
    assert.equal(await statusOf(base, '/picture.png'), 200, 'it has seen the connection');
    close();
    await once(socket, 'close', { signal: AbortSignal.timeout(10_000) });
  });
});
