import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import staticFiles from '@fastify/static';

const pages = { '/': 'index.html', '/sv': 'index.sv.html' };
const pageFolder = fileURLToPath(new URL('../page/', import.meta.url));
const bundleFolder = fileURLToPath(new URL('../../cdn/', import.meta.url));

/** The placeholder for the anti-forgery token in each page. */
const placeholder = '{csrf-token}';

/**
 * The demo page in both languages, its files under /page/ and the built elements under /cdn/.
 *
 * @param {import('fastify').FastifyInstance} app
 * @param {import('./sessions.js').Sessions} sessions
 */
export async function addPages(app, sessions) {
  for (const [address, file] of Object.entries(pages)) {
    app.get(address, async (request, reply) => {
      const html = await readFile(pageFolder + file, 'utf8');
      const person = sessions.personOf(request) ?? sessions.open(reply);
      const token = sessions.csrfTokenOf(person);
      reply.header('cache-control', 'no-store').type('text/html; charset=utf-8');
      return html.replaceAll(placeholder, () => token);
    });
  }
  await app.register(staticFiles, {
    root: pageFolder,
    prefix: '/page/',
    cacheControl: false,
    setHeaders: (response) => response.setHeader('cache-control', 'no-cache'),
    // The pages themselves have their own routes, which insert the token.
    allowedPath: (path) => !path.endsWith('.html'),
  });
  await app.register(staticFiles, {
    root: bundleFolder,
    prefix: '/cdn/',
    decorateReply: false,
    cacheControl: false,
    setHeaders: (response, file) => response.setHeader('cache-control', cacheControlOf(file)),
  });
}

/** Names of chunks contain a hash of their content, so the files never change. @param {string} file */
const cacheControlOf = (file) =>
  file.startsWith(`${bundleFolder}chunks/`) ? 'public, max-age=31536000, immutable' : 'no-cache';
