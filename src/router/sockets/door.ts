/**
 * Which pages may open a socket at this router: its own ones, as many as there are seats, and not all of them from one
 * place.
 */
import type { IncomingMessage } from 'node:http';
import type { Limits } from '../limits/limits.ts';
import type { Refusal } from '../limits/refusals.ts';
import { SocketCount, type TooMany } from '../limits/socket-count.ts';
import { nameInHost, type OwnName } from '../machine/own-names.ts';
import { isOwnOrigin } from './origin.ts';

/** Counts from `take`, when the socket exists, to `leave`, when it is closed: a handshake may fail before. */
type Seat = { take(): void; leave(): void };

/** A refused page is told why over a socket that is closed at once, unless there are too many of those as well. */
type Verdict =
  | { readonly do: 'let-in'; readonly seat: Seat }
  | { readonly do: 'say-farewell'; readonly words: string; readonly seat: Seat }
  | { readonly do: 'refuse'; readonly status: string };

type Full = { readonly refusal: Refusal; readonly words: string };
const FULL: Readonly<Record<TooMany, Full>> = {
  'from-there': { refusal: 'sockets', words: 'too many sockets from this address' },
  'in-all': { refusal: 'full', words: 'too many sockets on this router' },
};

export class Door {
  readonly #path: string;
  readonly #isOwnName: OwnName;
  readonly #refused: (reason: Refusal) => void;
  readonly #seated: SocketCount;
  /** Refused sockets that have not closed yet. */
  readonly #leaving: SocketCount;

  /** `path`: of the address at which these sockets are opened; `refused` is called for each refusal. */
  constructor(path: string, limits: Limits, isOwnName: OwnName, refused: (reason: Refusal) => void) {
    this.#path = path;
    this.#isOwnName = isOwnName;
    this.#refused = refused;
    this.#seated = new SocketCount(limits);
    this.#leaving = new SocketCount({
      sockets: limits.farewells,
      socketsPerAddress: limits.farewellsPerAddress,
      socketsPerNetwork: limits.farewellsPerAddress,
      reservedSockets: 0,
      fewSockets: 0,
    });
  }

  /** `address` is that of the TCP connection: headers of proxies are not believed. */
  ask({ url, headers }: Pick<IncomingMessage, 'url' | 'headers'>, address: string): Verdict {
    if (url?.split('?', 1)[0] !== this.#path) return { do: 'refuse', status: '404 Not Found' };
    if (!this.#isOwnName(nameInHost(headers.host).name)) {
      this.#refused('foreign-host');
      return { do: 'refuse', status: '421 Misdirected Request' };
    }
    if (!isOwnOrigin(headers.origin, headers.host)) {
      this.#refused('foreign-page');
      return { do: 'refuse', status: '403 Forbidden' };
    }
    const tooMany = this.#seated.tooManyWith(address);
    if (tooMany === undefined) return { do: 'let-in', seat: seatIn(this.#seated, address) };
    const { refusal, words } = FULL[tooMany];
    this.#refused(refusal);
    if (this.#leaving.tooManyWith(address) !== undefined) return { do: 'refuse', status: '503 Service Unavailable' };
    return { do: 'say-farewell', words, seat: seatIn(this.#leaving, address) };
  }
}

function seatIn(count: SocketCount, address: string): Seat {
  return { take: () => count.add(address), leave: () => count.remove(address) };
}
