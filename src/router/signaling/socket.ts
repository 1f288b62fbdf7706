/**
 * The `/signal` endpoint, and the only file that knows `ws`: handshakes, frames in and out, heartbeats, the limits of a
 * socket. What a message means is decided by the hub; this file performs what it answers.
 */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { SIGNALING_VERSION } from '../../protocol/limits.ts';
import { CLOSE, helloVersion, parseClientMessage, type RouterMessage } from '../../protocol/signaling.ts';
import { TokenBucket } from '../../transfer/token-bucket.ts';
import type { Limits } from '../limits/limits.ts';
import type { Refusal } from '../limits/refusals.ts';
import { SocketCount, type TooMany } from '../limits/socket-count.ts';
import type { Log } from '../machine/log.ts';
import { nameInHost, type OwnName } from '../machine/own-names.ts';
import type { RouterId } from '../mesh/bus.ts';
import { claimKeyOf } from '../mesh/claim.ts';
import { deviceIdOf } from './device-id.ts';
import type { Effect, Hub, Passed } from './hub.ts';
import { isOwnOrigin } from './origin.ts';

export type ClientSocket = WebSocket;

/** What the rest of the router is told. */
export type Surroundings = {
  /** A message for a device behind another router. */
  pass(router: RouterId, message: Passed): void;
  /** Something may have changed that other routers are to know. */
  changed(): void;
  /** This connection is counted here from now on. */
  upgraded(connection: Socket): void;
  refused(reason: Refusal): void;
  readonly isOwnName: OwnName;
};

export type Signaling = {
  /** Takes over an HTTP upgrade request. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Performs what the hub answered to another router. */
  perform(effects: readonly Effect<ClientSocket>[]): void;
  /** Tells every client that the router goes (1001) and resolves when the sockets are closed, by force after `stopMs`. */
  stop(): Promise<void>;
};

/**
 * Presence repeats itself, so a shared context saves two thirds of it. A window of 2^13 bytes holds the last hundred
 * short deltas; a larger one gained nothing at 100 joins. With both directions compressed a socket takes about 190 kB of
 * memory instead of 50 kB (measured at 300); zlib's default sizes would take twice as much.
 * `clientMaxWindowBits` is left alone: ws refuses browsers that do not offer to be limited, and Firefox does not.
 */
const DEFLATE = {
  serverMaxWindowBits: 13,
  // Node allots a buffer of chunkSize to each stream from the start; most frames are under 100 bytes.
  zlibDeflateOptions: { level: 9, memLevel: 5, chunkSize: 1024 },
  zlibInflateOptions: { chunkSize: 1024 },
};
/** A socket whose other side does not answer our close frame is dropped after this time, in milliseconds. */
const CLOSE_TIMEOUT_MS = 2_000;
/** RFC 6455 section 5.5: a control frame holds at most 125 bytes, two of them the code. All our reasons are ASCII. */
const MAX_REASON_BYTES = 123;

type Full = { readonly refusal: Refusal; readonly words: string };
const FULL: Readonly<Record<TooMany, Full>> = {
  'from-there': { refusal: 'sockets', words: 'too many sockets from this address' },
  'in-all': { refusal: 'full', words: 'too many sockets on this router' },
};

export function createSignaling(
  hub: Hub<ClientSocket>,
  limits: Limits,
  log: Log,
  around: Surroundings,
  now: () => number = () => performance.now(),
): Signaling {
  const server = new WebSocketServer({ noServer: true, maxPayload: limits.frameBytes, perMessageDeflate: DEFLATE });
  const counted = new SocketCount(limits);
  /** Those that may not stay and have not gone yet. */
  const leaving = new SocketCount({
    sockets: limits.farewells,
    socketsPerAddress: limits.farewellsPerAddress,
    socketsPerNetwork: limits.farewellsPerAddress,
    reservedSockets: 0,
    fewSockets: 0,
  });
  let alarm: NodeJS.Timeout | undefined;
  let stopping = false;

  function perform(effects: readonly Effect<ClientSocket>[]): void {
    for (const effect of effects) {
      if (effect.type === 'close') end(effect.socket, effect.code, effect.reason, CLOSE_TIMEOUT_MS);
      else if (effect.type === 'pass') around.pass(effect.router, effect.message);
      else send(effect.to, effect.message);
    }
  }

  function send(to: readonly ClientSocket[], message: RouterMessage): void {
    const frame = JSON.stringify(message);
    // Only presence is compressed: other frames may hold TURN passwords, and the length of a compressed frame tells
    // what its neighbours in the window say (CVE-2012-4929).
    const compress = message.type === 'welcome' || message.type === 'delta';
    for (const socket of to) {
      if (socket.bufferedAmount > limits.unsentBytes) {
        log.warn('a client does not read what it is sent: cut off');
        socket.terminate();
      } else socket.send(frame, { compress });
    }
  }

  /** After every event: what the hub has to tell now, and an alarm for what it has to do later. */
  function advance(): void {
    clearTimeout(alarm);
    if (stopping) return;
    perform(hub.tick(now()));
    around.changed();
    const due = hub.nextDue();
    if (due !== undefined) alarm = setTimeout(advance, Math.max(1, due - now()));
  }

  /** Ends a socket for a reason of ours. The device is away from this moment, whenever the other side answers. */
  function dismiss(socket: ClientSocket, code: number, reason: string): void {
    log.debug(`closing a socket: ${code} ${reason}`);
    hub.leave(socket, now());
    end(socket, code, reason, CLOSE_TIMEOUT_MS);
    advance();
  }

  function receive(socket: ClientSocket, frame: string, address: string): void {
    const greeted = hub.has(socket);
    const version = greeted ? undefined : helloVersion(frame);
    if (version !== undefined && version !== SIGNALING_VERSION) {
      dismiss(socket, CLOSE.versionMismatch, String(SIGNALING_VERSION));
      return;
    }
    const parsed = parseClientMessage(frame);
    if (!parsed.ok) dismiss(socket, CLOSE.badMessage, parsed.error);
    else if (parsed.value.type !== 'hello') {
      if (greeted) perform(hub.receive(socket, parsed.value, now()));
      else dismiss(socket, CLOSE.badMessage, 'message.type: expected hello');
    } else if (greeted) dismiss(socket, CLOSE.badMessage, 'message.type: expected no second hello');
    else {
      const { secret, name, kind, anyRefusal } = parsed.value;
      const key = claimKeyOf(secret);
      perform(hub.hello(socket, { id: deviceIdOf(secret), name, kind, address, key, anyRefusal }, now()));
    }
    advance();
  }

  function open(socket: ClientSocket, address: string): void {
    counted.add(address);
    const bucket = new TokenBucket(limits.burstMessages, limits.messagesPerSecond, now());
    const heartbeat = watch(socket);
    socket.on('message', (data, isBinary) => {
      if (socket.readyState !== socket.OPEN) return;
      heartbeat.heard();
      if (!bucket.take(now()))
        dismiss(socket, CLOSE.tooFast, `more than ${limits.messagesPerSecond} messages a second`);
      else if (isBinary) dismiss(socket, CLOSE.badMessage, 'message: expected text');
      else receive(socket, data.toString(), address);
    });
    socket.on('error', (error) => log.debug(`a socket failed: ${error.message}`));
    socket.on('close', () => {
      heartbeat.stop();
      counted.remove(address);
      hub.leave(socket, now());
      advance();
    });
  }

  /** Seats and descriptors are for those who stay: this one has neither, and goes on being counted as a connection. */
  function turnAway(socket: ClientSocket, address: string, { words }: Full): void {
    leaving.add(address);
    socket.on('error', (error) => log.debug(`a socket failed: ${error.message}`));
    socket.on('close', () => leaving.remove(address));
    log.debug(`turning a socket away: ${CLOSE.tooMany} ${words}`);
    void end(socket, CLOSE.tooMany, words, CLOSE_TIMEOUT_MS);
  }

  function admit(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    // The address of the TCP connection: headers of proxies are not believed.
    const address = request.socket.remoteAddress ?? 'unknown';
    const tooMany = counted.tooManyWith(address);
    if (tooMany === undefined) {
      server.handleUpgrade(request, connection, head, (socket) => {
        around.upgraded(request.socket);
        open(socket, address);
      });
      return;
    }
    around.refused(FULL[tooMany].refusal);
    if (leaving.tooManyWith(address) !== undefined) refuse(connection, '503 Service Unavailable');
    else server.handleUpgrade(request, connection, head, (socket) => turnAway(socket, address, FULL[tooMany]));
  }

  /** Hello in time, then a sign of life at least every two heartbeats. */
  function watch(socket: ClientSocket): { heard(): void; stop(): void } {
    let asked = true; // Who has not said hello is not asked first.
    let timer = setTimeout(expire, limits.helloMs);
    function expire(): void {
      if (asked) {
        dismiss(socket, CLOSE.silent, 'no sign of life');
        return;
      }
      asked = true;
      send([socket], { type: 'ping' });
      timer = setTimeout(expire, limits.heartbeatMs);
    }
    return {
      heard() {
        asked = false;
        clearTimeout(timer);
        timer = setTimeout(expire, limits.heartbeatMs);
      },
      stop: () => clearTimeout(timer),
    };
  }

  return {
    upgrade(request, socket, head) {
      const path = request.url?.split('?', 1)[0];
      if (path !== '/signal') refuse(socket, '404 Not Found');
      else if (stopping) refuse(socket, '503 Service Unavailable');
      else if (!around.isOwnName(nameInHost(request.headers.host).name)) {
        around.refused('foreign-host');
        refuse(socket, '421 Misdirected Request');
      } else if (!isOwnOrigin(request.headers.origin, request.headers.host)) {
        around.refused('foreign-page');
        refuse(socket, '403 Forbidden');
      } else admit(request, socket, head);
    },
    perform(effects) {
      perform(effects);
      advance();
    },
    async stop() {
      stopping = true;
      clearTimeout(alarm);
      await Promise.all([...server.clients].map((socket) => end(socket, 1001, 'the router stops', limits.stopMs)));
    },
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}

/** Closes in order, and by force when the other side does not answer in time. Resolves when the socket is closed. */
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
