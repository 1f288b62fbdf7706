/** The ports at which this router listens, for HTTP and HTTPS alike, and how they are opened and closed. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Limits } from './limits/limits.ts';
import { wordsOf } from './machine/files.ts';
import type { Log } from './machine/log.ts';
import type { Certified, Https } from './tls/https.ts';
import { covers } from './tls/pair.ts';

/** An address of this machine and a port of it; port 0 is any free one. */
export type Listener = { readonly host: string; readonly port: number };

type ListeningOptions = {
  readonly listeners: readonly Listener[];
  /** A port that cannot be bound does not affect HTTP. */
  readonly https?: (Listener & Certified) | undefined;
  readonly limits: Limits;
  readonly log: Log;
};

/** The handlers of requests and connections. */
type Receivers = {
  readonly request: RequestListener;
  readonly upgrade: (request: IncomingMessage, connection: Duplex, head: Buffer) => void;
  readonly connected: (socket: Socket) => void;
};

/**
 * How long a request may take to arrive, in milliseconds. A client whose headers are slower on one Wi-Fi holds connections open on
 * purpose; by default Node looks for such clients only every 30 s. A whole request takes long where a file is left over a bad
 * radio (`counter/uploads.ts` gives up those that have gone silent); nobody else's body is read.
 */
export const PATIENCE = { headersTimeout: 5_000, requestTimeout: 900_000, connectionsCheckingInterval: 2_000 };

/** The TLS of every browser of the last ten years; and a handshake takes no longer than a round trip or two on a crowded radio. */
const TLS = { minVersion: 'TLSv1.2', handshakeTimeout: 10_000 } as const;

export class Listening {
  readonly #options: ListeningOptions;
  #servers: readonly Server[] = [];
  #ports: readonly number[] = [];
  #https: Https = { state: 'off', reason: 'see --https-port' };

  constructor(options: ListeningOptions) {
    this.#options = options;
  }

  /** The ports that were bound, in the order of the listeners. */
  get ports(): readonly number[] {
    return this.#ports;
  }

  get https(): Https {
    return this.#https;
  }

  /** True when HTTPS is on and its certificate is valid for this name. */
  isCertified(name: string): boolean {
    return this.#https.state === 'on' && covers(this.#https.pair.current().facts.names, name);
  }

  /** Resolves when every listener listens; rejects with the system's error when one cannot. */
  async open({ request, upgrade, connected }: Receivers): Promise<void> {
    const { listeners, https, limits, log } = this.#options;
    const patience = { ...PATIENCE, keepAliveTimeout: limits.keepAliveMs };
    const plain = listeners.map(() => createServer(patience, request));
    const secure = https && createLiveServer(https.pair, patience, request);
    this.#servers = secure === undefined ? plain : [...plain, secure];
    for (const server of this.#servers) {
      server.on('connection', connected);
      server.on('upgrade', upgrade);
      server.timeout = limits.unreadMs;
    }
    for (const [index, server] of plain.entries()) {
      const { host, port } = listeners[index] ?? { host: '', port: 0 };
      this.#ports = [...this.#ports, await listen(server, host, port)];
    }
    if (secure !== undefined && https !== undefined) this.#https = await listenSecurely(secure, https, log);
  }

  /** Accepts nothing new from now on. Starts `farewells`, and cuts off everything under way when they have ended. */
  async close(farewells: () => Promise<unknown>): Promise<void> {
    this.#options.https?.pair.stop();
    const closed = this.#servers.map((server) => new Promise((resolve) => server.close(resolve)));
    for (const server of this.#servers) server.closeIdleConnections();
    await farewells();
    for (const server of this.#servers) server.closeAllConnections();
    await Promise.all(closed);
  }
}

/** Serves each new pair as soon as there is one; existing connections keep theirs. */
function createLiveServer(pair: Certified['pair'], patience: ServerOptions, listener: RequestListener): SecureServer {
  const server = createSecureServer({ ...patience, ...TLS, ...pair.current().pair }, listener);
  pair.onChange((next) => server.setSecureContext({ ...TLS, ...next }));
  return server;
}

async function listenSecurely(server: SecureServer, https: Listener & Certified, log: Log): Promise<Https> {
  try {
    return { ...https, state: 'on', port: await listen(server, https.host, https.port) };
  } catch (error) {
    const reason = `port ${https.port} cannot be listened on (${wordsOf(error)}); see --https-port`;
    log.error(`no HTTPS: ${reason}`);
    return { state: 'failed', reason };
  }
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port); // bound to a port, so its address is not the name of a pipe
    });
  });
}
