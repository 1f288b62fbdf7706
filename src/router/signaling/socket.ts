/**
 * The `/signal` endpoint, and the only file that knows `ws`: handshakes, frames in and out, heartbeats, the limits of a
 * socket. The hub decides what a message means.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import {
  CHALLENGE_BYTES,
  type Challenge,
  CLOSE,
  parseClientMessage,
  type RouterMessage,
} from '../../protocol/signaling.ts';
import { TokenBucket } from '../../transfer/token-bucket.ts';
import { Hellos } from '../limits/hellos.ts';
import type { Limits } from '../limits/limits.ts';
import { placesOf } from '../limits/places.ts';
import type { Refusal } from '../limits/refusals.ts';
import type { Log } from '../machine/log.ts';
import type { OwnName } from '../machine/own-names.ts';
import { Door } from './door.ts';
import { greet, type Visitor } from './greet.ts';
import { startHeartbeat } from './heartbeat.ts';
import type { Outlets, RunningHub } from './running-hub.ts';

export type ClientSocket = WebSocket;

type SignalingOptions = {
  readonly hub: RunningHub<ClientSocket>;
  readonly limits: Limits;
  readonly log: Log;
  readonly isOwnName: OwnName;
  /** From now on this connection is counted here. */
  readonly upgraded: (connection: Socket) => void;
  readonly refused: (reason: Refusal) => void;
  /** Monotonic, in milliseconds. */
  readonly now?: () => number;
};

/**
 * Presence repeats itself, so a shared compression context saves two thirds of it. A window of 2^13 bytes holds the
 * last hundred short deltas; a larger one gained nothing at 100 joins. With both directions compressed a socket takes
 * about 190 kB of memory instead of 50 kB (measured at 300); zlib's default sizes would take twice as much.
 * `clientMaxWindowBits` is not set: ws would refuse browsers that do not offer a limit, such as Firefox.
 */
const DEFLATE = {
  serverMaxWindowBits: 13,
  // Node allocates a buffer of chunkSize for each stream from the start; most frames are under 100 bytes.
  zlibDeflateOptions: { level: 9, memLevel: 5, chunkSize: 1024 },
  zlibInflateOptions: { chunkSize: 1024 },
};
/** A socket whose other side does not answer our close frame is dropped after this time, in milliseconds. */
const CLOSE_TIMEOUT_MS = 2_000;
/** RFC 6455 section 5.5: a control frame holds at most 125 bytes, two of them the code. All our reasons are ASCII. */
const MAX_REASON_BYTES = 123;
/** While the router stops. */
const CLOSED = { do: 'refuse', status: '503 Service Unavailable' } as const;

export class Signaling {
  readonly #options: SignalingOptions;
  readonly #now: () => number;
  readonly #server: WebSocketServer;
  readonly #door: Door;
  readonly #hellos: Hellos;
  #stopping = false;
  /** Performs the hub's effects on clients. */
  readonly outlet: Outlets<ClientSocket>['sockets'] = {
    send: (to, message) => this.#send(to, message),
    close: (socket, code, reason) => void end(socket, code, reason, CLOSE_TIMEOUT_MS),
  };

  constructor(options: SignalingOptions) {
    const { limits, isOwnName, refused } = options;
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#server = new WebSocketServer({ noServer: true, maxPayload: limits.frameBytes, perMessageDeflate: DEFLATE });
    this.#door = new Door(limits, isOwnName, refused);
    this.#hellos = new Hellos(limits.hellos);
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
        this.#open(socket, address);
      }
    });
  }

  /**
   * Tells every client that the router stops (1001) and resolves when the sockets are closed, by force after `stopMs`.
   */
  async stop(): Promise<void> {
    this.#stopping = true;
    const { stopMs } = this.#options.limits;
    await Promise.all([...this.#server.clients].map((socket) => end(socket, 1001, 'the router stops', stopMs)));
  }

  #turnAway(socket: ClientSocket, words: string): void {
    this.#options.log.debug(`turning a socket away: ${CLOSE.tooMany} ${words}`);
    void end(socket, CLOSE.tooMany, words, CLOSE_TIMEOUT_MS);
  }

  #open(socket: ClientSocket, address: string): void {
    const { limits, hub } = this.#options;
    const bucket = new TokenBucket(limits.burstMessages, limits.messagesPerSecond, this.#now());
    const challenge = randomBytes(CHALLENGE_BYTES).toString('base64url') as Challenge;
    this.#send([socket], { type: 'challenge', challenge, router: hub.hub.router.id });
    const heartbeat = startHeartbeat(
      limits,
      () => this.#send([socket], { type: 'ping' }),
      () => this.#dismiss(socket, CLOSE.silent, 'no sign of life'),
    );
    socket.on('message', (data, isBinary) => {
      if (socket.readyState !== socket.OPEN) return;
      heartbeat.heard();
      if (!bucket.take(this.#now()))
        this.#dismiss(socket, CLOSE.tooFast, `more than ${limits.messagesPerSecond} messages a second`);
      else if (isBinary) this.#dismiss(socket, CLOSE.badMessage, 'message: expected text');
      else this.#receive(socket, data.toString(), { address, challenge });
    });
    socket.on('close', () => {
      heartbeat.stop();
      hub.happen((running, now) => running.leave(socket, now));
    });
  }

  #receive(socket: ClientSocket, frame: string, visitor: Visitor): void {
    const { hub } = this.#options;
    if (!hub.hub.has(socket)) {
      const places = placesOf(visitor.address);
      const mayCheck = (signatures: number): boolean => this.#hellos.allow(places, signatures, this.#now());
      const answer = greet(frame, visitor, hub.hub.router.id, mayCheck);
      if (answer.do === 'dismiss') {
        if (answer.code === CLOSE.tooFast) this.#options.refused('sockets');
        this.#dismiss(socket, answer.code, answer.reason);
      } else hub.happen((running, now) => running.hello(socket, answer.arrival, now));
      return;
    }
    const parsed = parseClientMessage(frame);
    if (!parsed.ok) this.#dismiss(socket, CLOSE.badMessage, parsed.error);
    else if (parsed.value.type === 'hello')
      this.#dismiss(socket, CLOSE.badMessage, 'message.type: expected no second hello');
    else {
      const message = parsed.value;
      hub.happen((running, now) => running.receive(socket, message, now));
    }
  }

  /** Closes a socket for a reason of ours. Its device is away from this moment, whenever the other side answers. */
  #dismiss(socket: ClientSocket, code: number, reason: string): void {
    this.#options.log.debug(`closing a socket: ${code} ${reason}`);
    this.#options.hub.happen((running, now) => running.leave(socket, now));
    void end(socket, code, reason, CLOSE_TIMEOUT_MS);
  }

  #send(to: readonly ClientSocket[], message: RouterMessage): void {
    const frame = JSON.stringify(message);
    // Only what everybody may know is compressed: other frames may hold TURN passwords, and the length of a compressed
    // frame reveals the content of its neighbours in the window (CVE-2012-4929).
    const { type } = message;
    const compress = type === 'challenge' || type === 'welcome' || type === 'delta';
    for (const socket of to) {
      if (socket.bufferedAmount > this.#options.limits.unsentBytes) {
        this.#options.log.warn('a client does not read what it is sent: cut off');
        socket.terminate();
      } else socket.send(frame, { compress });
    }
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}

/** Closes a socket in order, and by force when the other side does not answer in time. Resolves when it is closed. */
function end(socket: ClientSocket, code: number, reason: string, withinMs: number): Promise<void> {
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
