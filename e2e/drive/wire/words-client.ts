/** A scripted phone at the socket of words of a real router, with everything that it holds in memory. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { permitToUpload } from '../../../src/protocol/blob.ts';
import { type EventId, hexOf, signedBy } from '../../../src/protocol/event.ts';
import { publicKeyOf, type SecretKey } from '../../../src/protocol/keys.ts';
import { type ClientWords, parseHolderWords } from '../../../src/protocol/words.ts';
import { authDraft } from '../../../src/protocol/words-auth.ts';
import { Reconciling } from '../../../src/words/exchange/reconciling.ts';
import type { Bringer } from '../../../src/words/holding.ts';
import { MemoryHolding } from '../../../src/words/testing/memory-holding.ts';

/** Unsent bytes with which it waits, as a phone does. */
const ENOUGH_BYTES = 256 * 1024;

export type WordsClientOptions = {
  readonly secret: SecretKey;
  readonly holding?: MemoryHolding;
  /** Each phone has its own address. */
  readonly localAddress?: string;
};

export class WordsClient {
  readonly holding: MemoryHolding;
  readonly asking: Reconciling;
  /** What was said and heard, by the first word of each frame, in bytes. */
  readonly said = new Map<string, number>();
  readonly heard = new Map<string, number>();
  readonly #socket: WebSocket;
  readonly #tcp: Socket;

  #permit: (sha256: string) => string = () => '';

  private constructor(socket: WebSocket, tcp: Socket, holding: MemoryHolding, from: Bringer) {
    this.#socket = socket;
    this.#tcp = tcp;
    this.holding = holding;
    this.asking = new Reconciling({
      holding,
      send: (frame) => this.#send(frame),
      ready: async () => {
        while (socket.bufferedAmount > ENOUGH_BYTES) await new Promise((resolve) => setImmediate(resolve));
      },
      from,
    });
  }

  /** `url`: of the router. Resolves when it is known there who this is. */
  static async open(url: string, { secret, holding = new MemoryHolding(), localAddress }: WordsClientOptions) {
    const { hostname, port, host } = new URL(url);
    const { router } = (await (await fetch(new URL('status.json', url))).json()) as { router: { id: string } };
    const tcp = connect({ host: hostname, port: Number(port), noDelay: true, ...(localAddress && { localAddress }) });
    const socket = new WebSocket(`ws://${host}/words`, {
      origin: `http://${host}`,
      perMessageDeflate: false,
      createConnection: () => tcp,
    });
    const client = new WordsClient(socket, tcp, holding, { is: 'router', id: router.id });
    const [first] = await once(socket, 'message');
    const [, challenge = ''] = JSON.parse(String(first)) as string[];
    const now = (): number => Math.floor(Date.now() / 1000);
    const who = signedBy(secret, authDraft(router.id, challenge, now()));
    client.#permit = (sha256) => permitToUpload(secret, sha256, { router: router.id, challenge }, now());
    socket.on('message', (data) => client.#hear(String(data)));
    socket.on('close', () => client.asking.stop());
    client.#send(['AUTH', who]);
    await once(socket, 'message');
    return client;
  }

  /** As the bringer of what it puts into its own holding. */
  static bringer(secret: SecretKey): Bringer {
    return { is: 'device', key: hexOf(publicKeyOf(secret)), address: '127.0.0.1' };
  }

  /** All bytes that crossed its connection so far, with headers of frames and the opening of the socket. */
  get bytes(): { readonly in: number; readonly out: number } {
    return { in: this.#tcp.bytesRead, out: this.#tcp.bytesWritten };
  }

  /** Resolves when it has all of these. */
  has(ids: readonly EventId[]): Promise<void> {
    return new Promise((resolve) => {
      const lacking = new Set(ids.filter((id) => !this.holding.has(id)));
      if (lacking.size === 0) return resolve();
      const unwatch = this.holding.watch(({ event }) => {
        lacking.delete(event.id);
        if (lacking.size > 0) return;
        unwatch();
        resolve();
      });
    });
  }

  /** The header with which it brings one file, once. */
  permitTo(sha256: string): string {
    return this.#permit(sha256);
  }

  close(): void {
    this.#socket.terminate();
  }

  #send(frame: ClientWords): void {
    const json = JSON.stringify(frame);
    add(this.said, frame[0], Buffer.byteLength(json));
    this.#socket.send(json);
  }

  #hear(json: string): void {
    const parsed = parseHolderWords(json);
    if (!parsed.ok) throw new Error(parsed.error);
    add(this.heard, parsed.value[0], Buffer.byteLength(json));
    this.asking.receive(parsed.value);
  }
}

function add(sums: Map<string, number>, verb: string, bytes: number): void {
  sums.set(verb, (sums.get(verb) ?? 0) + bytes);
}
