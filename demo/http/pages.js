import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import staticFiles from '@fastify/static';
import { mediaTypeOf, packOf } from '../../tools/cli/content/pack-of.js';

const pages = {
  '/': 'index.html',
  '/sv': 'index.sv.html',
  '/fordon': 'fordon.html',
  '/fordon/sv': 'fordon.sv.html',
  '/fordon/nb': 'fordon.nb.html',
};
const pageFolder = fileURLToPath(new URL('../page/', import.meta.url));
const bundleFolder = fileURLToPath(new URL('../../cdn/', import.meta.url));

/** The placeholder for the anti-forgery token in each page. */
const placeholder = '{csrf-token}';

/**
 * The demo pages of both agencies, their files under /page/, the built elements under /cdn/ and the content pack of Fordonsverket under
 * /fordon/content/.
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
  addContentPack(app);
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

const contentFolder = fileURLToPath(new URL('../fordon/content', import.meta.url));

/**
 * What `lucka-content build` would write, compiled when it is first asked for.
 *
 * @param {import('fastify').FastifyInstance} app
 */
function addContentPack(app) {
  /** @type {Promise<Map<string, string>> | undefined} */
  let pack;
  app.get('/fordon/content/*', async (request, reply) => {
    pack ??= packOf(contentFolder);
    const name = /** @type {{ '*': string }} */ (request.params)['*'];
    const text = (await pack).get(name);
    if (text === undefined) return reply.callNotFound();
    // Names with a digest never change.
    const isFixed = /-[\w-]{8}\.\w+$/.test(name);
    reply.header('cache-control', isFixed ? 'public, max-age=31536000, immutable' : 'no-cache');
    return reply.type(mediaTypeOf(name)).send(text);
  });
}
