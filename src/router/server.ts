/** One running router: hub, HTTP and sockets joined, listening. `main.ts` makes it a process; tests start it as it is. */
import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createRequestListener } from './http.ts';
import { Hub } from './hub.ts';
import { type IceServersFor, noIceServers } from './ice.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { Log } from './log.ts';
import { type ClientSocket, createSignaling } from './socket.ts';
import { meshDigest, type Status, type TurnStatus } from './status.ts';

export type Listener = {
  readonly host: string;
  readonly port: number;
  readonly tls?: { readonly cert: string; readonly key: string };
};

export type RouterOptions = {
  readonly listeners: readonly Listener[];
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Where people reach the router, for the status page. */
  readonly address: string;
  readonly appDirectory: string;
  readonly log: Log;
  readonly limits?: Partial<Limits>;
  readonly iceServersFor?: IceServersFor;
  readonly turnStatus?: () => TurnStatus;
};

export type Router = {
  /** The ports that were bound, in the order of the listeners. */
  readonly ports: readonly number[];
  stop(): Promise<void>;
};

/** What a later version will do is off, with this as its reason. */
export const NOT_YET = 'not in this version';

/** Resolves when every listener listens; rejects with the system's error when one cannot. */
export async function startRouter(options: RouterOptions): Promise<Router> {
  const limits = { ...LIMITS, ...options.limits };
  const { id, name, version, address, log } = options;
  const hub = new Hub<ClientSocket>({
    router: { id, name },
    iceServersFor: options.iceServersFor ?? noIceServers,
    ...limits,
  });
  const signaling = createSignaling(hub, limits, log);
  const listener = createRequestListener({ appDirectory: options.appDirectory, status });

  function status(): Status {
    return {
      router: { id, name, version, uptime_s: Math.floor(process.uptime()), rss_bytes: process.memoryUsage.rss() },
      clients: hub.clients,
      turn: options.turnStatus?.() ?? { state: 'off', reason: NOT_YET },
      mesh: {
        state: 'off',
        digest: meshDigest([id]),
        routers: [{ id, name, address, clients: hub.clients, last_seen_ms: 0 }],
      },
    };
  }

  const servers = options.listeners.map(({ tls }) => {
    const server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener);
    server.on('upgrade', signaling.upgrade);
    // Requests without a socket to signal are short: a page is a handful of them.
    server.maxConnections = 2 * limits.sockets;
    return server;
  });

  async function stop(): Promise<void> {
    const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
    for (const server of servers) server.closeIdleConnections();
    await signaling.stop();
    for (const server of servers) server.closeAllConnections();
    await Promise.all(closed);
  }

  try {
    const ports: number[] = [];
    for (const [index, server] of servers.entries()) {
      const { host, port } = options.listeners[index] ?? { host: '', port: 0 };
      ports.push(await listen(server, host, port));
    }
    return { ports, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port); // Bound to a port, so its address is no pipe's name.
    });
  });
}
