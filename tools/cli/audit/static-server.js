import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { requestPath } from './request-path.js';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * Serves a folder on 127.0.0.1, on a free port.
 *
 * @param {string} folder
 * @returns {Promise<{ base: string, close: () => void }>}
 */
export async function serveFolder(folder) {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    const path = normalize(requestPath(request.url));
    const file = join(root, path.replace(/\/$/, '/index.html'));
    if (!file.startsWith(root + sep) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      // What has a hash in its name never changes.
      'cache-control': /-[\w-]{8}\.js$/.test(file) ? 'max-age=3600' : 'no-cache',
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    base: `http://127.0.0.1:${port}`,
    close: () => {
      // A browser opens connections that it does not use, and those would keep the server open.
      server.closeAllConnections();
      server.close();
    },
  };
}
