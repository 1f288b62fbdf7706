/**
 * Where people reach this router, now: networks come up after it, and change. Whoever tells an address asks anew; what is new is
 * said in the log, since the addresses printed at the start may be wrong by then.
 */
import type { Config } from './config/config.ts';
import { reachableAddresses, urlOf } from './machine/addresses.ts';
import { interfacesNow } from './machine/interfaces.ts';
import type { Log } from './machine/log.ts';

/** Soon enough for somebody who has put in a cable and looks. */
const LOOK_MS = 2_000;

/** The addresses behind the listening host now, the best one for people first. */
export function ownAddresses({ host, lan }: Pick<Config, 'host' | 'lan'>): () => readonly string[] {
  const link = lan?.by === 'interface' ? lan.name : lan?.address;
  return () => reachableAddresses(host, interfacesNow(), link);
}

/** What to open at these addresses. `port` and `securePort`: those that were bound; without the second there is no HTTPS. */
export function urlsAt(addresses: readonly string[], port: number, securePort: number | undefined): readonly string[] {
  return [
    ...addresses.map((address) => urlOf('http', address, port)),
    ...(securePort === undefined ? [] : addresses.map((address) => urlOf('https', address, securePort))),
  ];
}

/** Tells the log of each URL that is new. Keeps no process alive. */
export function sayNew(urls: () => readonly string[], log: Log): void {
  let before = new Set(urls());
  const look = (): void => {
    const now = urls();
    for (const url of now) if (!before.has(url)) log.info(`now at ${url}`);
    before = new Set(now);
  };
  setInterval(look, LOOK_MS).unref();
}
