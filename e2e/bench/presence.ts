/**
 * What presence costs: scripted clients join one real router process one after the other, and every byte that the
 * router sends to any of them is counted at the socket, including frame headers. The HTTP answer that opens the socket
 * has a separate column, because PairDrop's figure is without it.
 *
 * `paced`: a client joins when all others have been told of the previous one, so that each join makes a separate frame
 * for everyone: the worst case, people arriving over minutes. `burst`: as fast as the welcomes come.
 *
 * Each join costs the router a signature to check. What that takes is measured on the same hellos, checked once more in
 * this process, and compared with the processor time of the router for all that the joins made it do.
 */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { isProvenTo, type SignedHello, signedHello } from '../../src/protocol/hello-event.ts';
import type { SecretKey } from '../../src/protocol/keys.ts';
import { SIGNALING_VERSION } from '../../src/protocol/limits.ts';
import {
  type ClientMessage,
  DEVICE_KINDS,
  type DeviceId,
  type DeviceKind,
  parseRouterMessage,
  type RouterMessage,
} from '../../src/protocol/signaling.ts';
import { Router } from '../drive/router.ts';
import { cpuSeconds } from '../drive/usage.ts';

/**
 * PairDrop's measured figures for 100 sequential joins: messages from its server, which does not compress, and their
 * bytes.
 */
const PAIRDROP = { clients: 100, bytes: 2_400_000, messages: 5_461 };
/**
 * A tenth. A burst keeps it (237 kB). One after the other does not (266 kB), as it did with ids of 72 bits (232 kB): each of
 * the 9,900 devices in the welcomes and deltas takes four characters more, which no compressor shortens; in a short frame
 * deflate writes 16 letters as 16 bytes. With nothing in a frame but the id, the name and one letter for the kind it would
 * still be 250 kB.
 */
const GOAL_BYTES = PAIRDROP.bytes / 10;

const RUNS = [
  { variant: 'paced', clients: 100 },
  { variant: 'burst', clients: 100 },
  { variant: 'paced', clients: 300 },
  { variant: 'burst', clients: 300 },
] as const;

type Variant = (typeof RUNS)[number]['variant'];
type Result = {
  readonly variant: Variant;
  readonly clients: number;
  readonly messages: number;
  /** Bytes of all frames as they crossed the sockets. */
  readonly bytes: number;
  readonly handshakeBytes: number;
  readonly payloadBytes: number;
  readonly medianBytesPerClient: number;
  readonly maxBytesPerClient: number;
  /** Processor time of the router for all the joins, and what checking their signatures takes of it. */
  readonly cpuMs: number;
  readonly checkingMs: number;
  readonly rssBeforeBytes: number;
  readonly rssAfterBytes: number;
};

/** The same people in every run: names as the app proposes them, and some as people write them. */
const FIRST = 'Quiet Brave Sunny Gentle Swift Merry Calm Lucky Bright Kind Rapid Noble Happy Fresh Bold Warm'.split(
  ' ',
);
const LAST = 'Heron Fox Otter Crane Maple Badger Swallow Cedar Hare Owl Plum Tanuki Koi Deer Robin Bear'.split(' ');
const WRITTEN = ['受付', '物資班のスマホ', 'Reception desk', '山田', "Mina's phone", '2年1組'];

type Person = { readonly secret: SecretKey; readonly name: string; readonly kind: DeviceKind };

function person(index: number): Person {
  const digest = createHash('sha256').update(`presence ${index}`).digest();
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = digest;
  const proposed = `${FIRST[a % FIRST.length]} ${LAST[b % LAST.length]}`;
  const name = c % 4 === 0 ? (WRITTEN[d % WRITTEN.length] ?? proposed) : proposed;
  // Seven of ten devices are phones.
  const kind = DEVICE_KINDS[e % 10 < 7 ? 0 : e % 10 < 8 ? 1 : 2];
  return { secret: digest.toString('base64url') as SecretKey, name, kind };
}

type Challenged = Extract<RouterMessage, { readonly type: 'challenge' }>;

type Said = { readonly router: string; readonly hello: SignedHello };

class Visitor {
  readonly #socket: WebSocket;
  readonly #tcp: Socket;
  readonly #known = new Set<DeviceId>();
  #handshakeBytes = 0;
  #challenge: Challenged | undefined;
  #said: Said | undefined;
  #self: DeviceId | undefined;
  #wake: () => void = () => {};
  messages = 0;
  payloadBytes = 0;

  private constructor(socket: WebSocket, tcp: Socket) {
    this.#socket = socket;
    this.#tcp = tcp;
    socket.on('message', (data) => this.#hear(String(data)));
  }

  /** Each client has its own address, as phones have. All of 127.0.0.0/8 is this machine. */
  static async join(url: string, index: number): Promise<Visitor> {
    const { hostname, port, host } = new URL(url);
    const localAddress = `127.1.${index >> 8}.${index & 255}`;
    const tcp = connect({ host: hostname, port: Number(port), localAddress, noDelay: true });
    // The client of ws offers what Chromium offers: permessage-deflate; client_max_window_bits.
    const socket = new WebSocket(`ws://${host}/signal`, { origin: `http://${host}`, createConnection: () => tcp });
    const visitor = new Visitor(socket, tcp);
    const { router, challenge } = await visitor.#challenged();
    // Without that frame and its header (RFC 6455 section 5.2). The router says nothing more until it is answered.
    visitor.#handshakeBytes = tcp.bytesRead - visitor.payloadBytes - 2;
    const { secret, name, kind } = person(index);
    const hello = signedHello(secret, { router, challenge, claim: Date.now() });
    visitor.#said = { router, hello };
    const { key, claim, signature } = hello;
    visitor.#say({ type: 'hello', version: SIGNALING_VERSION, key, claim, signature, name, kind });
    await visitor.until(() => visitor.#self !== undefined);
    return visitor;
  }

  get id(): DeviceId {
    if (this.#self === undefined) throw new Error('not welcomed yet');
    return this.#self;
  }

  /** What it said to get in. */
  get said(): Said {
    if (this.#said === undefined) throw new Error('nothing said yet');
    return this.#said;
  }

  get handshakeBytes(): number {
    return this.#handshakeBytes;
  }

  get frameBytes(): number {
    return this.#tcp.bytesRead - this.#handshakeBytes;
  }

  knows(id: DeviceId): Promise<void> {
    return this.until(() => this.#known.has(id));
  }

  knowsAsManyAs(count: number): Promise<void> {
    return this.until(() => this.#known.size === count);
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  leave(): void {
    this.#socket.terminate();
  }

  async #challenged(): Promise<Challenged> {
    for (;;) {
      if (this.#challenge !== undefined) return this.#challenge;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  #say(message: ClientMessage): void {
    this.#socket.send(JSON.stringify(message));
  }

  #hear(frame: string): void {
    this.messages += 1;
    this.payloadBytes += Buffer.byteLength(frame);
    const parsed = parseRouterMessage(frame);
    if (!parsed.ok) throw new Error(parsed.error);
    const message = parsed.value;
    if (message.type === 'challenge') this.#challenge = message;
    if (message.type === 'welcome') {
      this.#self = message.self;
      for (const { id } of message.devices) this.#known.add(id);
    }
    if (message.type === 'delta') for (const { id } of message.put ?? []) this.#known.add(id);
    if (message.type === 'ping') this.#say({ type: 'pong' });
    this.#wake();
  }
}

async function measure(variant: Variant, clients: number): Promise<Result> {
  const router = await Router.start(['--log-level', 'error']);
  try {
    const rssBeforeBytes = (await router.status()).router.rss_bytes;
    const cpuBefore = cpuSeconds([router.pid]);
    const visitors: Visitor[] = [];
    for (let index = 0; index < clients; index += 1) {
      const visitor = await Visitor.join(router.url, index + 1);
      if (variant === 'paced') await Promise.all(visitors.map((other) => other.knows(visitor.id)));
      visitors.push(visitor);
    }
    await Promise.all(visitors.map((visitor) => visitor.knowsAsManyAs(clients - 1)));
    const cpuMs = (cpuSeconds([router.pid]) - cpuBefore) * 1000;
    const rssAfterBytes = (await router.status()).router.rss_bytes;
    const each = visitors.map((visitor) => visitor.frameBytes).sort((a, b) => a - b);
    for (const visitor of visitors) visitor.leave();
    const checkingMs = checkingTimeOf(visitors.map(({ said }) => said));
    return {
      variant,
      clients,
      messages: sum(visitors.map((visitor) => visitor.messages)),
      bytes: sum(each),
      handshakeBytes: sum(visitors.map((visitor) => visitor.handshakeBytes)),
      payloadBytes: sum(visitors.map((visitor) => visitor.payloadBytes)),
      medianBytesPerClient: each[Math.floor(each.length / 2)] ?? 0,
      maxBytesPerClient: each.at(-1) ?? 0,
      cpuMs,
      checkingMs,
      rssBeforeBytes,
      rssAfterBytes,
    };
  } finally {
    await router.stop();
  }
}

/** Processor time, in milliseconds, in which the signatures are checked one after the other. */
function checkingTimeOf(all: readonly Said[]): number {
  const before = process.cpuUsage();
  for (const { router, hello } of all) if (!isProvenTo(router, hello)) throw new Error('a hello is not proven');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const inAllAndEach = (ms: number, joins: number): string => `${Math.round(ms)} ms, ${(ms / joins).toFixed(1)} each`;
const MB = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ')).join('\n');
}

export async function run(options: { readonly json?: string }): Promise<void> {
  const results: Result[] = [];
  for (const { variant, clients } of RUNS) results.push(await measure(variant, clients));
  const rows = results.map((result) => [
    `hikyaku ${result.variant}`,
    String(result.clients),
    String(result.messages),
    kB(result.bytes),
    kB(result.handshakeBytes),
    kB(result.payloadBytes),
    kB(result.medianBytesPerClient),
    kB(result.maxBytesPerClient),
    inAllAndEach(result.cpuMs, result.clients),
    inAllAndEach(result.checkingMs, result.clients),
    `${MB(result.rssBeforeBytes)} -> ${MB(result.rssAfterBytes)}`,
    result.clients === PAIRDROP.clients ? `1/${(PAIRDROP.bytes / result.bytes).toFixed(1)}` : '',
  ]);
  const head = [
    '',
    'joins',
    'messages',
    'on the wire',
    'handshakes',
    'as JSON',
    'median',
    'most',
    'router CPU',
    'for signatures',
    'router RSS',
    'of PairDrop',
  ];
  const baseline = ['PairDrop', '100', String(PAIRDROP.messages), kB(PAIRDROP.bytes), '', '', '', '', '', '', '', '1'];
  process.stdout.write(`${table([head, baseline, ...rows])}\n`);
  const goalMet = results.every(({ clients, bytes }) => clients !== PAIRDROP.clients || bytes < GOAL_BYTES);
  process.stdout.write(`Goal: under ${kB(GOAL_BYTES)} on the wire for 100 joins: ${goalMet ? 'met' : 'MISSED'}\n`);
  if (options.json)
    await writeFile(
      options.json,
      `${JSON.stringify({ pairdrop: PAIRDROP, goalBytes: GOAL_BYTES, goalMet, results }, null, 2)}\n`,
    );
  if (!goalMet) process.exitCode = 1;
}
