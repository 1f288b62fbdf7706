/**
 * What is held here, and all who reach it: phones at the counter, other routers over their links. A large shelf takes seconds to
 * open, minutes from a slow card: until then phones that call each other do not wait, and those who bring words come again.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { blobIn, REASON_HEADER, UPLOAD_PATH } from '../protocol/blob.ts';
import { factsOf } from './counter/facts.ts';
import { createFiles, type Files, type FilesOptions } from './counter/files.ts';
import { WORDS_PATH, WordsSocket, type WordsSocketOptions } from './counter/words-socket.ts';
import { type Hold, type NotHeld, wordsStatus } from './holding.ts';
import type { FactsAnswer } from './http/http.ts';
import type { Bus, RouterId } from './mesh/bus.ts';
import type { WordsMessage } from './mesh/messages.ts';
import { refuse } from './sockets/web-sockets.ts';
import type { WordsStatus } from './status/status.ts';
import { Neighbours } from './words/neighbours/neighbours.ts';

export type HeldHereOptions = Omit<WordsSocketOptions, 'shelf'> &
  Pick<FilesOptions, 'isOwnName'> & {
    readonly name: string;
    readonly version: string;
    /** Absent: there are no other routers. */
    readonly bus?: Bus | undefined;
  };

type Open = {
  readonly hold: Hold;
  readonly socket: WordsSocket;
  readonly files: Files;
  readonly facts: string;
  readonly neighbours: Neighbours | undefined;
};

/** When to come again, in seconds. */
const AGAIN_S = 2;

export class HeldHere {
  readonly #options: HeldHereOptions;
  #state: 'off' | 'opening' | NotHeld | Open = 'off';
  #opening: Promise<unknown> = Promise.resolve();
  #isStopped = false;

  constructor(options: HeldHereOptions) {
    this.#options = options;
  }

  /** It will be opened: whoever asks until then is told to come again. */
  expect(): void {
    this.#state = 'opening';
  }

  /** Resolves when it is open, or cannot be. */
  open(hold: () => Promise<Hold | NotHeld | undefined>): Promise<void> {
    const opening = hold().then((one) => this.begin(one));
    this.#opening = opening;
    return opening;
  }

  /** `undefined`: nothing is to be held. */
  begin(hold: Hold | NotHeld | undefined): void {
    if (hold === undefined) this.#state = 'off';
    else if ('failed' in hold) {
      this.#options.log.error(`words: nothing is held, because ${hold.failed}`);
      this.#state = hold;
    } else this.#state = this.#opened(hold);
  }

  /** Changes when it is opened. */
  get standing(): string {
    return typeof this.#state === 'string' ? this.#state : this.#open ? 'open' : 'failed';
  }

  get status(): WordsStatus {
    return wordsStatus(typeof this.#state === 'object' && 'hold' in this.#state ? this.#state.hold : this.#state);
  }

  /** False when the socket that is asked for is none of words, or nothing is held. */
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): boolean {
    if (request.url?.split('?', 1)[0] !== WORDS_PATH) return false;
    if (this.#state === 'opening') refuse(connection, '503 Service Unavailable', { 'Retry-After': AGAIN_S });
    else if (this.#open === undefined) return false;
    else this.#open.socket.upgrade(request, connection, head);
    return true;
  }

  /** False when the request is not its business. */
  readonly files = (request: IncomingMessage, response: ServerResponse): boolean =>
    this.#state === 'opening' ? notYet(request, response) : this.#open?.files(request, response) === true;

  /** What it says of itself. */
  readonly facts = (): FactsAnswer => {
    if (this.#state === 'opening') return { state: 'opening', againS: AGAIN_S };
    return this.#open ? { state: 'open', facts: this.#open.facts } : { state: 'off' };
  };

  joined(router: RouterId): void {
    this.#open?.neighbours?.joined(router);
  }

  left(router: RouterId): void {
    this.#open?.neighbours?.left(router);
  }

  received(from: RouterId, message: WordsMessage): void {
    this.#open?.neighbours?.received(from, message);
  }

  /** Says nothing to other routers from now on. */
  quiet(): void {
    this.#isStopped = true;
    this.#open?.neighbours?.stop();
  }

  /** Resolves when its sockets are closed. */
  async leave(): Promise<void> {
    await this.#open?.socket.stop();
  }

  /** Resolves when nothing is written any more. */
  async stop(): Promise<void> {
    await this.#opening;
    await this.#open?.hold.stop();
  }

  get #open(): Open | undefined {
    return typeof this.#state === 'object' && 'hold' in this.#state ? this.#state : undefined;
  }

  #opened(hold: Hold): Open {
    const { name, version, bus, isOwnName, router, log, limits } = this.#options;
    const { shelf, blobs, blobBytes, operator } = hold;
    const neighbours =
      bus && !this.#isStopped ? new Neighbours({ bus, shelf, blobs, log, maxBlobBytes: blobBytes }) : undefined;
    const socket = new WordsSocket({ ...this.#options, shelf });
    const files = createFiles({
      blobs,
      blobBytes,
      bring: (sha256) => neighbours?.fetch(sha256) ?? Promise.resolve(false),
      router,
      permits: socket,
      limits: limits.words,
      isOwnName,
      log,
    });
    const facts = factsOf({ name, operator, blobBytes, days: shelf.counts().days }, version);
    return { hold, socket, files, facts, neighbours };
  }
}

function notYet(request: IncomingMessage, response: ServerResponse): boolean {
  const path = request.url?.split('?', 1)[0] ?? '/';
  if (blobIn(path) === undefined && path !== UPLOAD_PATH) return false;
  const body = Buffer.from(JSON.stringify({ message: 'what is held here is being opened', reason: 'pace' }));
  response.writeHead(503, {
    'Content-Type': 'application/json',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    'Retry-After': AGAIN_S,
    [REASON_HEADER]: 'pace',
    // A file that comes with the request is not read.
    Connection: 'close',
  });
  response.once('finish', () => request.socket.destroySoon());
  response.end(body);
  return true;
}
