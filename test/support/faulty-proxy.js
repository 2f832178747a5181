import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';

/**
 * @typedef {object} Seen a request
 * @property {string} method
 * @property {string} path
 * @property {Record<string, any>} headers
 * @property {Buffer} body
 *
 * @typedef {object} Reply a response
 * @property {number} status
 * @property {Record<string, any>} headers
 * @property {string} text
 *
 * @typedef {object} Fault
 * @property {(seen: Seen) => void} [request] changes the request
 * @property {(reply: Reply, seen: Seen) => void} [answer] changes the response
 */

/**
 * A proxy in front of a service that adds one fault at a time.
 *
 * @param {string} target such as http://127.0.0.1:8080
 */
export async function startFaultyProxy(target) {
  /** @type {Fault} */
  let fault = {};
  const server = createServer(async (incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming;
    const seen = { method, path: url, headers: { ...headers }, body: await bytesOf(incoming) };
    delete seen.headers['content-length'];
    fault.request?.(seen);
    const reply = await answerOf(target, seen);
    fault.answer?.(reply, seen);
    delete reply.headers['content-length'];
    delete reply.headers['transfer-encoding'];
    outgoing.writeHead(reply.status, reply.headers).end(reply.text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = server.address();
  if (typeof place !== 'object' || !place) throw new Error('The proxy has no address.');
  return {
    address: `http://127.0.0.1:${place.port}`,
    /** @param {Fault} next */
    plant(next) {
      fault = next;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** @param {string} target @param {Seen} seen @returns {Promise<Reply>} */
async function answerOf(target, { method, path, headers, body }) {
  const sent = forward(target + path, { method, headers });
  sent.end(body);
  const [response] = await once(sent, 'response');
  const text = (await bytesOf(response)).toString();
  return { status: response.statusCode ?? 0, headers: { ...response.headers }, text };
}

/** @param {AsyncIterable<Buffer>} stream */
async function bytesOf(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
