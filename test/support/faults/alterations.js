/**
 * @typedef {object} PlantedFault a mistake that servers make
 * @property {string} name
 * @property {string} group of checks that meets it
 * @property {RegExp} foundBy the check that finds it
 * @property {Fault} fault
 *
 * @typedef {import('../faulty-proxy.js').Fault} Fault
 * @typedef {import('../faulty-proxy.js').Reply} Reply
 * @typedef {import('../faulty-proxy.js').Seen} Seen
 */

/** Changes an answer's JSON. @param {Reply} reply @param {(body: any) => void} change */
export function edit(reply, change) {
  if (!/json/.test(reply.headers['content-type'] ?? '')) return;
  const body = JSON.parse(reply.text);
  change(body);
  reply.text = JSON.stringify(body);
}

/**
 * Changes the answers of one kind of request.
 *
 * @param {RegExp} pattern method and path
 * @param {(body: any) => void} change
 * @returns {Fault}
 */
export const answering = (pattern, change) => ({
  answer(reply, { method, path }) {
    if (pattern.test(`${method} ${path}`) && reply.status < 300) edit(reply, change);
  },
});

/** @param {string} code @param {(reply: Reply, seen: Seen) => void} change @returns {Fault} */
export const problem = (code, change) => ({
  answer(reply, seen) {
    if (reply.text.includes(`"code":"${code}"`)) change(reply, seen);
  },
});

/** @param {string} name @returns {Fault} */
export const without = (name) => ({
  answer(reply) {
    delete reply.headers[name];
  },
});

/**
 * @param {string} name
 * @param {string} value
 * @param {(reply: Reply, seen: Seen) => boolean} when
 * @returns {Fault}
 */
export const withHeader = (name, value, when) => ({
  answer(reply, seen) {
    if (when(reply, seen)) reply.headers[name] = value;
  },
});

/** @param {(headers: Record<string, any>, seen: Seen) => void} change @returns {Fault} */
export const asking = (change) => ({ request: (seen) => change(seen.headers, seen) });

export const isError = (/** @type {Reply} */ { status }) => status >= 400;
