import { once } from 'node:events';
import { connect } from 'node:net';

/**
 * One of many concurrent clients, with its own connection. Node's `request` needs
 * more processor time than the measured server on the same machine, so this client reads only the status, the
 * length and the ETag of a response.
 *
 * @param {number} port on 127.0.0.1
 */
export function joinCrowd(port) {
  const socket = connect(port, '127.0.0.1').setNoDelay();
  let head = '';
  /** Bytes of the response that have not arrived yet; undefined until its header has arrived. */
  let missing = /** @type {number | undefined} */ (undefined);
  const read = (/** @type {Buffer} */ chunk) => {
    missing = missing === undefined ? begin(chunk) : missing - chunk.length;
    if (missing === 0) socket.emit('answer', seenIn(head));
  };
  socket.on('data', read);

  /** @param {Buffer} chunk the first one: a head is short */
  function begin(chunk) {
    const end = chunk.indexOf('\r\n\r\n') + 4;
    head = chunk.toString('latin1', 0, end);
    const [, length = '0'] = /^content-length: (\d+)/im.exec(head) ?? [];
    return Number(length) + end - chunk.length;
  }

  return {
    /**
     * @param {string} path
     * @param {string} [tag] sent as `If-None-Match`, as browsers do
     * @returns {Promise<Seen>}
     */
    async ask(path, tag) {
      missing = undefined;
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${tag ? `If-None-Match: ${tag}\r\n` : ''}\r\n`,
      );
      const [seen] = await once(socket, 'answer');
      return seen;
    },
    leave: () => socket.destroy(),
  };
}

/** @typedef {{ status: number, tag: string | undefined }} Seen */

/** @param {string} head @returns {Seen} */
const seenIn = (head) => ({
  status: Number(head.slice(9, 12)),
  tag: /^etag: (.*)$/im.exec(head)?.[1],
});
