/** One connection to another router: frames in and out over TLS with a pre-shared key, read at a bounded pace. */
import { constants } from 'node:crypto';
import type { TLSSocket, TlsOptions } from 'node:tls';
import { TokenBucket } from '../../transfer/token-bucket.ts';
import { plainAddress } from '../machine/ipv4.ts';
import type { Self } from './bus.ts';
import { type Reading, readClock } from './clock.ts';
import { Deframer, frame } from './framing.ts';
import { encode, type LinkFrame, MAX_LINK_FRAME_BYTES, MESH_VERSION, parseLinkFrame } from './messages.ts';
import { introduction, isSignedBy, type Passport } from './passport.ts';

/** From the connection to the other side's hello. */
const HELLO_MS = 5_000;
/**
 * Most bytes from a neighbour in the long run; beyond that reading pauses. Four times what all words and files of a router may
 * be (`words/neighbours/pace.ts`): a neighbour that keeps to it never makes its own presence wait.
 */
const BYTES_PER_SECOND = 4 * 1024 * 1024;
const BURST_BYTES = 4 * 1024 * 1024;
const FRAMES_PER_SECOND = 1_000;
const BURST_FRAMES = 4_000;
/** Unsent bytes at which a router that does not read is cut off. It links again and gets a snapshot. */
const UNSENT_BYTES = 8 * 1024 * 1024;
/** RFC 5705 section 4: labels not registered with IANA begin with this word. */
const BINDING_LABEL = 'EXPERIMENTAL hikyaku hello';
const BINDING_BYTES = 32;
/** Errors that the other side's kernel causes for a process that has ended. All other errors may be the cable. */
const ENDS_OF_A_PROCESS = new Set(['ECONNRESET', 'EPIPE']);

/**
 * TLS 1.2 with forward secrecy and only the shared key: no certificate, no name, no clock. One cipher suite that is
 * cheap without AES instructions, because both ends are ours.
 */
export function tlsOptions(): TlsOptions {
  return {
    ciphers: 'ECDHE-PSK-CHACHA20-POLY1305',
    minVersion: 'TLSv1.2',
    maxVersion: 'TLSv1.2',
    secureOptions: constants.SSL_OP_NO_TICKET,
  };
}

/** A value that only the two ends of a connection can compute (RFC 5705). */
export function bindingOf(socket: TLSSocket): Buffer {
  return socket.exportKeyingMaterial(BINDING_BYTES, BINDING_LABEL, Buffer.alloc(0));
}

/**
 * `closed`: the other process ended. `broken`: it is not known why. `misbehaved`: it said what no router says.
 * `other-version`: it is of another version of the product.
 */
export type LinkEnd = 'bye' | 'closed' | 'broken' | 'misbehaved' | 'other-version';

export type LinkEvents = {
  hello(link: Link, other: Self): void;
  frame(link: Link, frame: Exclude<LinkFrame, { type: 'hello' }>): void;
  end(link: Link, how: LinkEnd, why: string): void;
};

export class Link {
  readonly address: string;
  /** True when this side dialled. */
  readonly dialled: boolean;
  readonly since: number;
  /** The router at the other end, once it has said hello. */
  other: Self | undefined;
  heardAt: number;
  /** When the ping was sent after which nothing has arrived. */
  askedAt: number | undefined;
  /** The other wall clock, from the last answered ping. */
  clock: Reading | undefined;
  readonly #socket: TLSSocket;
  readonly #events: LinkEvents;
  readonly #now: () => number;
  readonly #wall: () => number;
  readonly #frames = new Deframer(MAX_LINK_FRAME_BYTES);
  readonly #bytes: TokenBucket;
  readonly #count: TokenBucket;
  readonly #timer: NodeJS.Timeout;
  #resume: NodeJS.Timeout | undefined;
  /** The same on both ends of this connection, and different on any other. */
  readonly #connection: Buffer;
  /** The last ping, until it is answered. */
  #ping: { readonly n: number; readonly at: number } | undefined;
  #pings = 0;
  #ended = false;

  /** `now` is a monotonic clock, `wall` the one that people read; both in milliseconds. */
  constructor(
    socket: TLSSocket,
    dialled: boolean,
    self: Self,
    passport: Passport,
    events: LinkEvents,
    now: () => number,
    wall: () => number = Date.now,
  ) {
    this.#socket = socket;
    this.#events = events;
    this.#now = now;
    this.#wall = wall;
    this.address = plainAddress(socket.remoteAddress ?? '');
    this.dialled = dialled;
    this.since = now();
    this.heardAt = this.since;
    this.#bytes = new TokenBucket(BURST_BYTES, BYTES_PER_SECOND, this.since);
    this.#count = new TokenBucket(BURST_FRAMES, FRAMES_PER_SECOND, this.since);
    this.#timer = setTimeout(() => this.end('broken', 'no hello in time'), HELLO_MS);
    socket.setNoDelay(true);
    socket.on('data', (bytes: Buffer) => this.#read(bytes));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      this.end(ENDS_OF_A_PROCESS.has(error.code ?? '') ? 'closed' : 'broken', error.message),
    );
    socket.on('end', () => this.end('closed', 'the other side closed it'));
    socket.on('close', () => this.end('closed', 'the other side closed it'));
    this.#connection = bindingOf(socket);
    const proof = passport.sign(introduction(this.#connection, dialled ? 'dialled' : 'answered', self));
    this.send({ type: 'hello', version: MESH_VERSION, ...self, key: passport.key, proof });
  }

  send(message: LinkFrame): boolean {
    return this.write(frame(encode(message)));
  }

  /** Writes a frame that was made once for many links. */
  write(bytes: Buffer): boolean {
    if (this.#ended) return false;
    this.#socket.write(bytes);
    if (this.#socket.writableLength > UNSENT_BYTES) this.end('broken', 'it does not read what it is sent');
    return !this.#ended;
  }

  /** Asks whether the other router is alive. */
  ask(now: number): void {
    if (this.askedAt === undefined) this.askedAt = now;
    this.compareClocks(now);
  }

  /** Pings as well, but a missing answer has no consequence. */
  compareClocks(now: number): void {
    this.#ping = { n: ++this.#pings, at: now };
    this.send({ type: 'ping', n: this.#pings });
  }

  /** Ends the link at once; only the first reason counts. */
  end(how: LinkEnd, why: string): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#resume);
    this.#socket.destroy();
    this.#events.end(this, how, why);
  }

  /** Says goodbye; resolves when it is sent, or at once when it cannot be. */
  async bye(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#resume);
    await new Promise<void>((resolve) => {
      this.#socket.once('close', () => resolve());
      this.#socket.end(frame(JSON.stringify({ type: 'bye' } satisfies LinkFrame)), () => resolve());
    });
    this.#socket.destroy();
  }

  #read(bytes: Buffer): void {
    if (this.#ended) return;
    const now = this.#now();
    this.heardAt = now;
    this.askedAt = undefined;
    const frames = this.#frames.push(bytes);
    if (frames === undefined) {
      this.end('misbehaved', 'a frame is too long or empty');
      return;
    }
    const wait = Math.max(this.#bytes.spend(now, bytes.length), this.#count.spend(now, frames.length));
    if (wait > 0) this.#pause(wait);
    for (const each of frames) {
      if (this.#ended) return;
      this.#take(each);
    }
  }

  #take(bytes: Buffer): void {
    const parsed = parseLinkFrame(bytes);
    if (!parsed.ok) {
      this.end('misbehaved', parsed.error);
      return;
    }
    const message = parsed.value;
    if (message.type === 'hello') {
      if (this.other !== undefined) {
        this.end('misbehaved', 'a second hello');
        return;
      }
      if (message.version !== MESH_VERSION) {
        this.end('other-version', `it speaks version ${message.version}`);
        return;
      }
      const { id, incarnation, key, proof } = message;
      const said = introduction(this.#connection, this.dialled ? 'answered' : 'dialled', { id, incarnation });
      if (!isSignedBy(id, key, said, proof)) {
        this.end('misbehaved', 'its id is not its own');
        return;
      }
      clearTimeout(this.#timer);
      this.other = { id, incarnation };
      this.#events.hello(this, this.other);
    } else if (this.other === undefined) this.end('misbehaved', 'no hello first');
    else if (message.type === 'ping') this.#answer(message);
    else if (message.type === 'pong') this.#answered(message);
    else if (message.type === 'bye') this.end('bye', 'it says good-bye');
    else this.#events.frame(this, message);
  }

  #answer({ n }: LinkFrame & { type: 'ping' }): void {
    this.send({ type: 'pong', ...(n !== undefined && { n, clock: Math.max(0, Math.round(this.#wall())) }) });
  }

  #answered({ n, clock }: LinkFrame & { type: 'pong' }): void {
    if (clock === undefined || this.#ping === undefined || n !== this.#ping.n) return;
    this.clock = readClock({ clock, sentAt: this.#ping.at, heardAt: this.#now() });
    this.#ping = undefined;
  }

  /** Stops reading, so that TCP makes the other side wait. */
  #pause(ms: number): void {
    this.#socket.pause();
    clearTimeout(this.#resume);
    this.#resume = setTimeout(() => this.#socket.resume(), ms);
  }
}
