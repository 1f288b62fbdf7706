/**
 * The `/words` endpoint: a Nostr relay for the phones of this router. Frames in and out, who somebody is, and how much of it for
 * whom; what is held is the shelf's business, what is asked for and compared `words/exchange`'s.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { HexKey, SignedEvent } from '../../protocol/event.ts';
import { hexOf, keyFrom } from '../../protocol/event.ts';
import type { PublicKey } from '../../protocol/keys.ts';
import { MAX_WORDS_FRAME_BYTES } from '../../protocol/limits.ts';
import { CLOSE, type DeviceId } from '../../protocol/signaling.ts';
import { type HolderWords, parseClientWords, refusedEvent } from '../../protocol/words.ts';
import { authenticatedBy } from '../../protocol/words-auth.ts';
import { TokenBucket } from '../../transfer/token-bucket.ts';
import { Serving } from '../../words/exchange/serving.ts';
import type { Bringer, Holding } from '../../words/holding.ts';
import { reasonOf } from '../../words/refusal.ts';
import { Hellos } from '../limits/hellos.ts';
import type { Limits } from '../limits/limits.ts';
import { placesOf } from '../limits/places.ts';
import type { Refusal } from '../limits/refusals.ts';
import type { Log } from '../machine/log.ts';
import type { OwnName } from '../machine/own-names.ts';
import { startHeartbeat } from '../sockets/heartbeat.ts';
import { CLOSE_TIMEOUT_MS, type ClientSocket, end, WebSockets } from '../sockets/web-sockets.ts';
import { Outflow } from './outflow.ts';

export const WORDS_PATH = '/words';

export type WordsSocketOptions = {
  readonly shelf: Holding;
  /** The id of this router, to which phones say who they are. */
  readonly router: () => string;
  /** The whole key of a device, as far as the one with the key `by` may know that it is there. */
  readonly keyOf: (id: DeviceId, by: PublicKey) => PublicKey | undefined;
  readonly limits: Limits;
  readonly log: Log;
  readonly isOwnName: OwnName;
  readonly upgraded: (connection: Socket) => void;
  readonly refused: (reason: Refusal) => void;
  /** Monotonic, in milliseconds. */
  readonly now?: () => number;
};

export class WordsSocket {
  readonly #options: WordsSocketOptions;
  readonly #now: () => number;
  readonly #sockets: WebSockets;
  readonly #checks: Hellos;

  constructor(options: WordsSocketOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#checks = new Hellos(options.limits.words.checks);
    // Not deflated: letters are sealed, and a compressing socket takes four times the memory (signaling/socket.ts).
    this.#sockets = new WebSockets({
      ...options,
      path: WORDS_PATH,
      frameBytes: MAX_WORDS_FRAME_BYTES,
      opened: (socket, address) => this.#open(socket, address),
    });
  }

  /** Takes over an HTTP upgrade request. */
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    this.#sockets.upgrade(request, connection, head);
  }

  stop(): Promise<void> {
    return this.#sockets.stop();
  }

  #open(socket: ClientSocket, address: string): void {
    const { limits, log } = this.#options;
    const visit = new Visit(socket, address, this.#options, (signatures) =>
      this.#checks.allow(placesOf(address), signatures, this.#now()),
    );
    const bucket = new TokenBucket(limits.words.burstFrames, limits.words.framesPerSecond, this.#now());
    const dismiss = (code: number, reason: string): void => {
      log.debug(`closing a socket of words: ${code} ${reason}`);
      void end(socket, code, reason, CLOSE_TIMEOUT_MS);
    };
    // Browsers answer a ping of the protocol (RFC 6455 section 5.5.2) without their page.
    const heartbeat = startHeartbeat(
      limits,
      () => socket.ping(),
      () => dismiss(CLOSE.silent, 'no sign of life'),
    );
    socket.on('pong', () => heartbeat.heard());
    socket.on('message', (data, isBinary) => {
      if (socket.readyState !== socket.OPEN) return;
      heartbeat.heard();
      if (!bucket.take(this.#now()))
        dismiss(CLOSE.tooFast, `more than ${limits.words.framesPerSecond} frames a second`);
      else if (isBinary) dismiss(CLOSE.badMessage, 'message: expected text');
      else visit.receive(data.toString());
    });
    socket.on('close', () => {
      heartbeat.stop();
      visit.end();
    });
  }
}

/** One phone at its socket. */
class Visit {
  readonly #options: WordsSocketOptions;
  readonly #challenge = randomBytes(16).toString('base64url');
  readonly #address: string;
  readonly #mayCheck: (signatures: number) => boolean;
  readonly #outflow: Outflow;
  readonly #serving: Serving;
  #who: HexKey | undefined;

  constructor(
    socket: ClientSocket,
    address: string,
    options: WordsSocketOptions,
    mayCheck: (signatures: number) => boolean,
  ) {
    this.#options = options;
    this.#address = address;
    this.#mayCheck = mayCheck;
    this.#outflow = new Outflow(socket, () => options.log.warn('a phone does not read its words: cut off'));
    this.#serving = new Serving({
      holding: options.shelf,
      send: (frame) => this.#send(frame),
      ready: () => this.#outflow.ready(),
      bringer: () => this.#bringer(),
      // It knows what it has brought.
      passes: (by) => by.is !== 'device' || by.key !== this.#who,
    });
    this.#send(['AUTH', this.#challenge]);
  }

  receive(json: string): void {
    const parsed = parseClientWords(json);
    if (!parsed.ok) {
      const event = refusedEvent(json);
      this.#send(event ? ['OK', event, false, reasonOf('malformed')] : ['NOTICE', `invalid: ${parsed.error}`]);
      return;
    }
    const frame = parsed.value;
    if (frame[0] === 'AUTH') this.#authenticate(frame[1]);
    else if (frame[0] === 'KEY') this.#tellKey(frame[1]);
    else if (frame[0] === 'EVENT' && !this.#mayBring(frame[1]))
      this.#send(['OK', frame[1].id, false, reasonOf('pace')]);
    else this.#serving.receive(frame);
  }

  end(): void {
    this.#serving.stop();
    this.#outflow.end();
  }

  /** What is held already costs no signature, and one who has not said who they are is told so for nothing. */
  #mayBring({ id }: SignedEvent): boolean {
    return this.#who === undefined || this.#options.shelf.has(id) || this.#mayCheck(1);
  }

  #bringer(): Bringer | undefined {
    return this.#who && { is: 'device', key: this.#who, address: this.#address };
  }

  #authenticate(event: SignedEvent): void {
    const who = this.#mayCheck(1) ? authenticatedBy(event, this.#options.router(), this.#challenge) : undefined;
    this.#who ??= who;
    this.#send(['OK', event.id, who !== undefined, who === undefined ? reasonOf('not-genuine') : '']);
  }

  #tellKey(id: DeviceId): void {
    const key = this.#who && this.#options.keyOf(id, keyFrom(this.#who));
    this.#send(['KEY', id, key === undefined ? null : hexOf(key)]);
  }

  #send(frame: HolderWords): void {
    this.#outflow.send(JSON.stringify(frame));
  }
}
