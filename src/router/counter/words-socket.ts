/**
 * The `/words` endpoint: a Nostr relay for the phones of this router. Frames in and out, who somebody is, and how much of it for
 * whom; what is held is the shelf's business, what is asked for and compared `words/exchange`'s.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Permit } from '../../protocol/blob.ts';
import type { HexKey, SignedEvent } from '../../protocol/event.ts';
import { hexOf, keyFrom } from '../../protocol/event.ts';
import type { PublicKey } from '../../protocol/keys.ts';
import { MAX_WORDS_FRAME_BYTES } from '../../protocol/limits.ts';
import { CLOSE, type DeviceId } from '../../protocol/signaling.ts';
import { type ClientWords, type HolderWords, parseClientWords, refusedEvent } from '../../protocol/words.ts';
import { authenticatedBy } from '../../protocol/words-auth.ts';
import { TokenBucket } from '../../transfer/token-bucket.ts';
import { Serving } from '../../words/exchange/serving.ts';
import { SortedSets } from '../../words/exchange/sorted-sets.ts';
import type { Bringer, Holding } from '../../words/holding.ts';
import { type Refused, reasonOf } from '../../words/refusal.ts';
import { Hellos } from '../limits/hellos.ts';
import type { Limits } from '../limits/limits.ts';
import { placesOf } from '../limits/places.ts';
import type { Refusal } from '../limits/refusals.ts';
import type { Log } from '../machine/log.ts';
import type { OwnName } from '../machine/own-names.ts';
import { startHeartbeat } from '../sockets/heartbeat.ts';
import { CLOSE_TIMEOUT_MS, type ClientSocket, end, WebSockets } from '../sockets/web-sockets.ts';
import type { Shelf } from '../words/api.ts';
import { Outflow } from './outflow.ts';

export const WORDS_PATH = '/words';
/** Uploads that one challenge lets in: their signatures are remembered, 15 kB of a socket at most. Then another one is asked. */
const PERMITS_OF_A_CHALLENGE = 64;
/** To sort events for a comparison takes so many times as long as to look through them. */
const SORTING = 10;

export type WordsSocketOptions = {
  readonly shelf: Pick<Shelf, keyof Holding | 'counts'>;
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
  readonly #looks: Hellos;
  readonly #sets: SortedSets;
  readonly #visits = new Map<string, Visit>();

  constructor(options: WordsSocketOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#checks = new Hellos(options.limits.words.checks);
    this.#looks = new Hellos(options.limits.words.looks);
    this.#sets = new SortedSets(options.shelf, this.#now);
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

  /** True when that was asked, over a socket that is open, of the device with that key, which has said who it is. */
  readonly asks = (challenge: string, key: HexKey): boolean => this.#visits.get(challenge)?.who === key;

  /** True when there is time for so many signatures of that address: of events, of who somebody is, of permits. */
  readonly mayCheck = (address: string, signatures: number): boolean =>
    this.#checks.allow(placesOf(address), signatures, this.#now());

  /** True the first time: a permit lets in one upload. */
  readonly usePermit = ({ challenge, signature }: Permit): boolean =>
    this.#visits.get(challenge)?.usePermit(signature) === true;

  stop(): Promise<void> {
    return this.#sockets.stop();
  }

  #open(socket: ClientSocket, address: string): void {
    const { limits, log } = this.#options;
    const pace = {
      mayCheck: (signatures: number) => this.mayCheck(address, signatures),
      mayLook: (thousands: number) => this.#looks.allow(placesOf(address), thousands, this.#now()),
    };
    const visit = new Visit(socket, { ...this.#options, ...pace, address, sets: this.#sets, visits: this.#visits });
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

type VisitOptions = Pick<WordsSocketOptions, 'shelf' | 'router' | 'keyOf' | 'log'> & {
  readonly address: string;
  readonly sets: SortedSets;
  /** All that are open, by what each is asked. */
  readonly visits: Map<string, Visit>;
  /** True when there is time for so many signatures, or for a look at so many thousand events. */
  readonly mayCheck: (signatures: number) => boolean;
  readonly mayLook: (thousands: number) => boolean;
};
type Question = Extract<ClientWords, readonly ['REQ' | 'NEG-OPEN', ...unknown[]]>;

/** One phone at its socket. */
class Visit {
  readonly #options: VisitOptions;
  readonly #socket: ClientSocket;
  readonly #outflow: Outflow;
  readonly #serving: Serving;
  readonly #usedPermits = new Set<string>();
  #challenge = '';
  #who: HexKey | undefined;

  constructor(socket: ClientSocket, options: VisitOptions) {
    this.#options = options;
    this.#socket = socket;
    this.#outflow = new Outflow(socket, () => options.log.warn('a phone does not read its words: cut off'));
    this.#serving = new Serving({
      holding: options.shelf,
      send: (frame) => this.#send(frame),
      ready: () => this.#outflow.ready(),
      bringer: () => this.#bringer(),
      sets: options.sets,
      // It knows what it has brought.
      passes: (by) => by.is !== 'device' || by.key !== this.#who,
    });
    this.#ask();
  }

  /** As long as the socket is open. */
  get who(): HexKey | undefined {
    return this.#socket.readyState === this.#socket.OPEN ? this.#who : undefined;
  }

  /** See `WordsSocket`. */
  usePermit(signature: string): boolean {
    if (this.#usedPermits.has(signature)) return false;
    this.#usedPermits.add(signature);
    if (this.#usedPermits.size >= PERMITS_OF_A_CHALLENGE) this.#ask();
    return true;
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
    else if ((frame[0] === 'REQ' || frame[0] === 'NEG-OPEN') && !this.#mayAsk(frame))
      this.#send([frame[0] === 'REQ' ? 'CLOSED' : 'NEG-ERR', frame[1], reasonOf('pace')]);
    else this.#serving.receive(frame);
  }

  end(): void {
    this.#options.visits.delete(this.#challenge);
    this.#serving.stop();
    this.#outflow.end();
  }

  /** What is held already costs no signature, and one who has not said who they are is told so for nothing. */
  #mayBring({ id }: SignedEvent): boolean {
    return this.#who === undefined || this.#options.shelf.has(id) || this.#options.mayCheck(1);
  }

  /** By the events that have to be looked at for it; each question counts one, or a flood of small ones would be free. */
  #mayAsk([type, , filter]: Question): boolean {
    const { shelf, sets, mayLook } = this.#options;
    const isQuick = type === 'REQ' ? filter.limit === 0 || filter.ids !== undefined : sets.has(filter);
    const thousands = isQuick ? 0 : (shelf.counts().events / 1_000) * (type === 'REQ' ? 1 : SORTING);
    return mayLook(1 + Math.ceil(thousands));
  }

  #bringer(): Bringer | undefined {
    return this.#who && { is: 'device', key: this.#who, address: this.#options.address };
  }

  /** What was signed for the challenge before counts for nothing from now on. */
  #ask(): void {
    const { visits } = this.#options;
    visits.delete(this.#challenge);
    this.#usedPermits.clear();
    this.#challenge = randomBytes(16).toString('base64url');
    visits.set(this.#challenge, this);
    this.#send(['AUTH', this.#challenge]);
  }

  #authenticate(event: SignedEvent): void {
    const refused = this.#identify(event);
    this.#send(['OK', event.id, refused === undefined, refused === undefined ? '' : reasonOf(refused)]);
  }

  #identify(event: SignedEvent): Refused | undefined {
    if (!this.#options.mayCheck(1)) return 'pace';
    const who = authenticatedBy(event, this.#options.router(), this.#challenge);
    // One socket, one device: what it has brought so far would be somebody else's.
    if (who === undefined || (this.#who !== undefined && this.#who !== who)) return 'not-genuine';
    this.#who = who;
    return undefined;
  }

  #tellKey(id: DeviceId): void {
    const key = this.#who && this.#options.keyOf(id, keyFrom(this.#who));
    this.#send(['KEY', id, key === undefined ? null : hexOf(key)]);
  }

  #send(frame: HolderWords): void {
    this.#outflow.send(JSON.stringify(frame));
  }
}
