/**
 * One request at a time per connection. Browsers wait for an answer before they send the next request. A client that sends
 * many at once (pipelining, RFC 9112 section 9.3.2) has to wait, so that nothing is rendered or kept in memory for a client
 * that does not read. Node parses all requests of a packet at once, so the waiting ones are counted, and too many end the
 * connection.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

type Watched = {
  /** How many requests of a connection may wait behind the one in progress. */
  readonly waitAtMost: number;
  /** `busy`: a request of the connection is in progress. `idle`: none is. */
  busy(socket: Socket): void;
  idle(socket: Socket): void;
};

type Waiting = readonly [IncomingMessage, ServerResponse];

export function oneAtATime(listener: RequestListener, watched: Watched): RequestListener {
  /** For each busy connection, the requests that wait. */
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
    if (socket.destroyed) return; // requests that came in the same packet
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
