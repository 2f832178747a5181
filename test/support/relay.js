import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/**
 * A relay between a program and a server that can silence connections, as if the server's
 * machine or the network had failed: no data passes, and nothing is closed.
 *
 * @param {number} port of the server on 127.0.0.1
 */
export async function startRelay(port) {
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  const server = createServer((incoming) => {
    const outgoing = connect(port, '127.0.0.1');
    incoming.pipe(outgoing).pipe(incoming);
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.once('close', () => sockets.delete(socket));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = server.address();
  if (typeof place !== 'object' || !place) throw new Error('The relay has no address.');
  return {
    port: place.port,
    /** Silences the connections that there are; new ones work. */
    silence() {
      for (const socket of sockets) socket.unpipe().pause();
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
