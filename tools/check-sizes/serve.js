import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** @type {Readonly<Record<string, string>>} */
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

/**
 * A response body.
 *
 * @typedef {object} Sent
 * @property {'code' | 'data'} kind script and style of the build, or a response of the page's own server
 * @property {Buffer} body compressed with brotli, quality 11
 */

/**
 * Serves one page at / and a browser build at /cdn/ on 127.0.0.1.
 *
 * @param {{ folder: string, html: string, data: Readonly<Record<string, string>>, now: Date }} site `folder` is the build;
 *   `data` are the responses of the page's own server, by path; `now` is the server's time
 */
export async function servePage({ folder, html, data, now }) {
  /** @type {Map<string, Sent | undefined>} */
  const sent = new Map();

  /** @param {string} path @returns {Sent | undefined} undefined: there is no such file */
  function bodyAt(path) {
    if (!sent.has(path)) sent.set(path, compressed(path));
    return sent.get(path);
  }

  /** @param {string} path @returns {Sent | undefined} */
  function compressed(path) {
    if (Object.hasOwn(data, path))
      return { kind: 'data', body: brotliCompressSync(data[path] ?? '') };
    if (!path.startsWith('/cdn/')) return undefined;
    try {
      const file = readFileSync(join(folder, path.slice('/cdn/'.length)));
      return { kind: 'code', body: brotliCompressSync(file) };
    } catch {
      return undefined;
    }
  }

  const server = createServer(({ url = '/' }, response) => {
    const { pathname: path } = new URL(url, 'http://127.0.0.1');
    const headers = { date: now.toUTCString(), 'cache-control': 'no-store' };
    if (path === '/') {
      response.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' }).end(html);
      return;
    }
    const found = bodyAt(path);
    if (!found) {
      response.writeHead(404, headers).end();
      return;
    }
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { ...headers, 'content-type': type, 'content-encoding': 'br' });
    response.end(found.body);
  });

  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  return {
    base: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    bodyAt,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
