import { createServer } from 'node:http';
import { requestPath } from '../../tools/cli/audit/request-path.js';

/**
 * A site for the audit, on 127.0.0.1.
 *
 * @param {Record<string, string | { status?: number, body?: string, type?: string, isOpen?: boolean }>} pages by path; isOpen: the
 *   answer never ends
 * @returns {Promise<{ base: string, asked: { path: string, headers: import('node:http').IncomingHttpHeaders }[], close: () => void }>}
 */
export async function auditSite(pages) {
  /** @type {{ path: string, headers: import('node:http').IncomingHttpHeaders }[]} */
  const asked = [];
  const server = createServer((request, response) => {
    const path = requestPath(request.url);
    asked.push({ path, headers: request.headers });
    const page = pages[path];
    const {
      status = 200,
      body = '',
      type = 'text/html',
      isOpen = false,
    } = typeof page === 'string' ? { body: page } : (page ?? { status: 404 });
    response.writeHead(status, { 'content-type': `${type}; charset=utf-8` });
    if (isOpen) response.write(body || ' ');
    else response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return {
    base: `http://127.0.0.1:${port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
