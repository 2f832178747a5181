import { malformed, Problem } from '../contract/problem.js';
import { requireToken } from '../http/authorization.js';
import { bytesOf, textOf } from '../http/body.js';
import { disagreement, publish } from './publishing.js';
import { readTermsFile } from './terms-file.js';

/**
 * `PUT /admin/terms/{termsId}/versions/{version}` publishes a version: JSON
 * `{ "sv": "…", "en": "…" }` with the two complete Markdown files, and the editors' bearer token.
 * Outside the contract, since elements never publish. 201 if it is new, 200 if it exists
 * already, 409 if that version exists with another text.
 *
 * @param {import('fastify').FastifyInstance} app
 * @param {import('../http/serve.js').Context} context
 */
export function addTermsAdministration(app, { database, adminToken }) {
  app.route({
    method: 'PUT',
    url: '/admin/terms/:termsId/versions/:version',
    bodyLimit: 256 * 1024,
    onRequest: async (request) => requireToken(request, adminToken),
    handler: async (request, reply) => {
      const { termsId, version } = /** @type {Record<string, string>} */ (request.params);
      const edition = readEdition(bytesOf(request));
      if (edition.sv.id !== termsId || edition.sv.version !== version) {
        throw malformed('id and version in the front matter must be those of the address.');
      }
      const outcome = await database.transaction((queries) => publish(queries, edition));
      if (outcome === 'different') throw new Problem(409, 'version-exists');
      reply.code(outcome === 'new' ? 201 : 200).header('cache-control', 'no-store');
      return { termsId, version, digest: { sv: edition.sv.digest, en: edition.en.digest } };
    },
  });
}

/** @param {Uint8Array} bytes */
function readEdition(bytes) {
  const text = textOf(bytes);
  try {
    const { sv, en } = JSON.parse(text);
    const edition = { sv: readTermsFile(sv), en: readTermsFile(en) };
    const complaint = disagreement(edition);
    if (!complaint) return edition;
    throw new Error(complaint);
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : 'The body must be {"sv", "en"}.');
  }
}
