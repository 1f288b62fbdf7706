/**
 * One request at a time of each connection. Browsers send the next request of a connection after the answer to the last one;
 * whoever sends many at once (pipelining, RFC 9112 section 9.3.2) waits, so that nothing is rendered or kept in memory for a
 * client that does not read. Node takes apart whatever one packet holds, so what waits is counted, and the rest is cut off.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export type Watched = {
  /** Requests of a connection that may wait behind the one that is answered. */
  readonly waitAtMost: number;
  /** The connection has a request to be answered; it has none. */
  busy(socket: Socket): void;
  idle(socket: Socket): void;
};

type Waiting = readonly [IncomingMessage, ServerResponse];

export function oneAtATime(listener: RequestListener, watched: Watched): RequestListener {
  /** Of connections on which a request is being answered: what waits behind it. */
  const lines = new WeakMap<Socket, Waiting[]>();

  function answer(socket: Socket, line: Waiting[], [request, response]: Waiting): void {
    response.once('close', () => {
      const next = socket.destroyed ? undefined : line.shift();
      if (next !== undefined) {
        answer(socket, line, next);
        return;
      }
      lines.delete(socket);
      watched.idle(socket);
    });
    listener(request, response);
  }

  return (request, response) => {
    const { socket } = request;
    const line = lines.get(socket);
    if (socket.destroyed) return; // the rest of what its last packet held
    if (line !== undefined) {
      if (line.length >= watched.waitAtMost) socket.destroy();
      else line.push([request, response]);
      return;
    }
    const own: Waiting[] = [];
    lines.set(socket, own);
    watched.busy(socket);
    answer(socket, own, [request, response]);
  };
}
