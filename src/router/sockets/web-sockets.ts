/** WebSockets at one path: who may open one, and how they end. The only file that knows `ws`. */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type PerMessageDeflateOptions, type WebSocket, WebSocketServer } from 'ws';
import { CLOSE } from '../../protocol/signaling.ts';
import type { Limits } from '../limits/limits.ts';
import type { Refusal } from '../limits/refusals.ts';
import type { Log } from '../machine/log.ts';
import type { OwnName } from '../machine/own-names.ts';
import { Door } from './door.ts';

export type ClientSocket = WebSocket;

export type WebSocketsOptions = {
  readonly path: string;
  readonly limits: Limits;
  /** Longest frame of a client, in bytes, after inflating. */
  readonly frameBytes: number;
  readonly deflate?: PerMessageDeflateOptions;
  readonly log: Log;
  readonly isOwnName: OwnName;
  /** From now on this connection is counted here. */
  readonly upgraded: (connection: Socket) => void;
  readonly refused: (reason: Refusal) => void;
  /** A socket is open; `address` is that of the TCP connection. */
  readonly opened: (socket: ClientSocket, address: string) => void;
};

/** A socket whose other side does not answer our close frame is dropped after this time, in milliseconds. */
export const CLOSE_TIMEOUT_MS = 2_000;
/** RFC 6455 section 5.5: a control frame holds at most 125 bytes, two of them the code. All our reasons are ASCII. */
const MAX_REASON_BYTES = 123;
/** While the router stops. */
const CLOSED = { do: 'refuse', status: '503 Service Unavailable' } as const;

export class WebSockets {
  readonly #options: WebSocketsOptions;
  readonly #server: WebSocketServer;
  readonly #door: Door;
  #stopping = false;

  constructor(options: WebSocketsOptions) {
    const { path, limits, frameBytes, deflate = false, isOwnName, refused } = options;
    this.#options = options;
    this.#server = new WebSocketServer({ noServer: true, maxPayload: frameBytes, perMessageDeflate: deflate });
    this.#door = new Door(path, limits, isOwnName, refused);
  }

  /** Takes over an HTTP upgrade request. */
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    const address = request.socket.remoteAddress ?? 'unknown';
    const verdict = this.#stopping ? CLOSED : this.#door.ask(request, address);
    if (verdict.do === 'refuse') {
      refuse(connection, verdict.status);
      return;
    }
    this.#server.handleUpgrade(request, connection, head, (socket) => {
      const { seat } = verdict;
      seat.take();
      socket.on('close', () => seat.leave());
      socket.on('error', (error) => this.#options.log.debug(`a socket failed: ${error.message}`));
      // A farewell has no seat: it still counts as a connection.
      if (verdict.do === 'say-farewell') this.#turnAway(socket, verdict.words);
      else {
        this.#options.upgraded(request.socket);
        this.#options.opened(socket, address);
      }
    });
  }

  /** Tells every client that the router stops (1001) and resolves when the sockets are closed, by force after `stopMs`. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const { stopMs } = this.#options.limits;
    await Promise.all([...this.#server.clients].map((socket) => end(socket, 1001, 'the router stops', stopMs)));
  }

  #turnAway(socket: ClientSocket, words: string): void {
    this.#options.log.debug(`turning a socket away: ${CLOSE.tooMany} ${words}`);
    void end(socket, CLOSE.tooMany, words, CLOSE_TIMEOUT_MS);
  }
}

/** Answers a request for a socket with that status, and nothing else. */
export function refuse(socket: Duplex, status: string, headers: Readonly<Record<string, string | number>> = {}): void {
  const lines = Object.entries({ Connection: 'close', 'Content-Length': 0, ...headers });
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`, () =>
    socket.destroy(),
  );
}

/** Closes a socket in order, and by force when the other side does not answer in time. Resolves when it is closed. */
export function end(socket: ClientSocket, code: number, reason: string, withinMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState === socket.CLOSED) return resolve();
    const timer = setTimeout(() => socket.terminate(), withinMs);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close(code, reason.slice(0, MAX_REASON_BYTES));
  });
}
