/** The `/signal` endpoint: frames in and out, heartbeats, the limits of a socket. The hub decides what a message means. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
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
import { startHeartbeat } from '../sockets/heartbeat.ts';
import { CLOSE_TIMEOUT_MS, type ClientSocket, end, WebSockets } from '../sockets/web-sockets.ts';
import { greet, type Visitor } from './greet.ts';
import type { Outlets, RunningHub } from './running-hub.ts';

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
export class Signaling {
  readonly #options: SignalingOptions;
  readonly #now: () => number;
  readonly #sockets: WebSockets;
  readonly #hellos: Hellos;
  /** Performs the hub's effects on clients. */
  readonly outlet: Outlets<ClientSocket>['sockets'] = {
    send: (to, message) => this.#send(to, message),
    close: (socket, code, reason) => void end(socket, code, reason, CLOSE_TIMEOUT_MS),
  };

  constructor(options: SignalingOptions) {
    const { limits } = options;
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#sockets = new WebSockets({
      ...options,
      path: '/signal',
      frameBytes: limits.frameBytes,
      deflate: DEFLATE,
      opened: (socket, address) => this.#open(socket, address),
    });
    this.#hellos = new Hellos(limits.hellos);
  }

  /** Takes over an HTTP upgrade request. */
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    this.#sockets.upgrade(request, connection, head);
  }

  /** Tells every client that the router stops (1001) and resolves when the sockets are closed, by force after `stopMs`. */
  stop(): Promise<void> {
    return this.#sockets.stop();
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
