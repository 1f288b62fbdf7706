/** One running router: hub, HTTP and sockets joined, listening. `main.ts` makes it a process; tests start it as it is. */
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { DEFAULT_HOSTNAME } from './config/hostname.ts';
import { Federation } from './federation.ts';
import { createRequestListener } from './http/http.ts';
import { oneAtATime } from './http/one-at-a-time.ts';
import { createPages, type PageOptions } from './http/ways-in.ts';
import { Connections } from './limits/connections.ts';
import { LIMITS, type Limits } from './limits/limits.ts';
import { Refusals } from './limits/refusals.ts';
import { urlOf } from './machine/addresses.ts';
import { wordsOf } from './machine/files.ts';
import type { MachineStatus } from './machine/load.ts';
import type { Log } from './machine/log.ts';
import { ownNames } from './machine/own-names.ts';
import { leavesFrom } from './machine/route.ts';
import { aloneBus } from './mesh/alone.ts';
import type { BackhaulAddress } from './mesh/apart.ts';
import type { Bus, RouterId, Self } from './mesh/bus.ts';
import { type IceServersFor, noIceServers, type Server as StunServer } from './relay/ice.ts';
import type { TurnStatus } from './relay/turn-status.ts';
import { Hub } from './signaling/hub.ts';
import { type ClientSocket, createSignaling } from './signaling/socket.ts';
import { type MeshOffCause, type MeshStatus, meshDigest, type Status } from './status/status.ts';
import { isoTime } from './status/time.ts';
import { type Certified, type Https, tlsStatus } from './tls/https.ts';
import { covers } from './tls/pair.ts';

export type Listener = { readonly host: string; readonly port: number };

export type RouterOptions = {
  readonly listeners: readonly Listener[];
  /** A port that cannot be had leaves HTTP as it is; the status says so. */
  readonly https?: Listener & Certified;
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Where people reach the router, for the status page. */
  readonly address: string;
  /** All addresses that people may open, best first; `address` alone when absent. */
  readonly addresses?: readonly string[];
  readonly appDirectory: string;
  readonly log: Log;
  readonly limits?: Partial<Limits>;
  readonly iceServersFor?: IceServersFor;
  readonly turnStatus?: () => TurnStatus;
  readonly machine?: () => MachineStatus;
  /** What the machine calls itself: people may open it by that name. */
  readonly machineName?: string;
  /** In which domains it looks for names. */
  readonly searchDomains?: readonly string[];
  readonly mesh?: MeshOptions;
  /** For who does not know this router yet: captive portal and poster. */
  readonly pages?: Partial<PageOptions>;
};

export type MeshOptions =
  | { readonly state: 'off'; readonly reason: string; readonly cause?: MeshOffCause }
  | {
      readonly state: 'on';
      readonly bus: Bus;
      readonly trust: 'key' | 'open';
      readonly stun: () => StunServer | undefined;
      readonly backhaul: () => BackhaulAddress | undefined;
      readonly isUsable: (server: StunServer) => boolean;
    };

export type Router = {
  /** The ports that were bound, in the order of the listeners. */
  readonly ports: readonly number[];
  readonly https: Https;
  stop(): Promise<void>;
};

/**
 * How long a request may take to come in, in milliseconds. Requests here have no body, so whoever is slower on one Wi-Fi
 * holds connections open on purpose; Node looks for such only every 30 s unless told otherwise.
 */
const PATIENCE = { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 2_000 };

/** What every browser of the last ten years speaks; and a handshake takes no longer than a request. */
const TLS = { minVersion: 'TLSv1.2', handshakeTimeout: 10_000 } as const;

/** What a later version will do is off, with this as its reason. */
export const NOT_YET = 'not in this version';

/** Resolves when every listener listens; rejects with the system's error when one cannot. */
export async function startRouter(options: RouterOptions): Promise<Router> {
  const limits = { ...LIMITS, ...options.limits };
  const { id, name, version, address, log } = options;
  const hub = new Hub<ClientSocket>({
    router: { id, name },
    iceServersFor: options.iceServersFor ?? noIceServers,
    stunOf: (router) => federation.stunOf(router),
    apartFrom: (router) => federation.apartFrom(router),
    ...limits,
  });
  const refusals = new Refusals(log);
  const hostname = options.pages?.hostname ?? DEFAULT_HOSTNAME;
  const isOwnName = ownNames({
    hostname,
    machine: options.machineName ?? '',
    domains: options.searchDomains ?? [],
    isCertified: (asked) => https.state === 'on' && covers(https.pair.current().facts.names, asked),
  });
  const connections = new Connections(limits, (cause) => refusals.add(cause === 'address' ? 'connections' : 'full'));
  const signaling = createSignaling(hub, limits, log, {
    pass: (router, message) => federation.pass(router, message),
    changed: () => federation.changed(),
    upgraded: (socket) => connections.release(socket),
    refused: (reason) => refusals.add(reason),
    isOwnName,
  });
  const mesh = options.mesh ?? { state: 'off', reason: NOT_YET };
  const federation: Federation<ClientSocket> = new Federation({
    bus: mesh.state === 'on' ? mesh.bus : aloneBus(selfOf(id)),
    trust: mesh.state === 'on' ? mesh.trust : 'key',
    hub,
    perform: signaling.perform,
    name,
    stun: mesh.state === 'on' ? mesh.stun : () => undefined,
    backhaul: mesh.state === 'on' ? mesh.backhaul : () => undefined,
    leavesFrom,
    isUsable: mesh.state === 'on' ? mesh.isUsable : () => false,
    graceMs: limits.graceMs,
    log,
  });
  let https: Https = { state: 'off', reason: 'see --https-port' };
  const ports: number[] = [];
  // Port 80 is led to ours on the LAN alone (net/nft.ts).
  const plainUrl = (host: string) =>
    urlOf('http', host, (host === address ? options.pages?.publicPort : undefined) ?? ports[0] ?? 0);
  const pages = createPages({
    ...options.pages,
    hostname,
    isOwnName,
    misdirected: () => refusals.add('foreign-host'),
    routerName: name,
    address,
    plainUrl,
    https: () => https,
  });
  const listener = oneAtATime(
    createRequestListener({
      appDirectory: options.appDirectory,
      status,
      standing: () => `${hub.clients} ${federation.standing()}`,
      first: pages,
      https: () => https,
      plainUrl: () => plainUrl(address),
      log,
    }),
    {
      waitAtMost: limits.waitingRequests,
      busy: (socket) => connections.busy(socket),
      idle: (socket) => connections.idle(socket),
    },
  );

  function meshStatus(): MeshStatus {
    const ownId = mesh.state === 'on' ? mesh.bus.self.id : id;
    const own = { id: ownId, name, address, clients: hub.clients, last_seen_ms: 0 };
    if (mesh.state === 'off') return { ...mesh, digest: meshDigest([ownId]), routers: [own] };
    const { routers, departed, strangers, problem, devices, presence } = federation.status();
    return {
      state: routers.length === 0 ? 'alone' : 'joined',
      ...(problem !== undefined && { reason: problem }),
      trust: mesh.trust,
      digest: meshDigest([ownId, ...routers.map((router) => router.id)]),
      routers: [
        own,
        ...routers.map((router) => ({
          id: router.id,
          name: router.name,
          address: router.address,
          clients: router.clients,
          last_seen_ms: router.lastSeenMs,
          link: router.linked ? ('direct' as const) : ('lost' as const),
          ...(router.apart && { apart: router.apart }),
          ...(router.clock && { clock_ahead_ms: router.clock.aheadMs, rtt_ms: router.clock.roundTripMs }),
        })),
      ],
      missing: departed.map((one) => ({ id: one.id, name: one.name, address: one.address, gone_ms: one.goneForMs })),
      devices,
      presence,
      strangers: strangers.map((one) => ({
        address: one.address,
        reason: one.reason,
        last_seen_ms: one.lastSeenMs,
      })),
    };
  }

  function status(): Status {
    return {
      router: {
        id: mesh.state === 'on' ? mesh.bus.self.id : id,
        name,
        version,
        uptime_s: Math.floor(process.uptime()),
        rss_bytes: process.memoryUsage.rss(),
        time: isoTime(new Date()),
      },
      urls: urls(),
      ...(options.machine && { machine: options.machine() }),
      clients: hub.clients,
      clients_at_most: limits.sockets,
      ...(refusals.counts && { refused: refusals.counts }),
      turn: options.turnStatus?.() ?? { state: 'off', reason: NOT_YET },
      tls: tlsStatus(https, new Date()),
      mesh: meshStatus(),
    };
  }

  const patience = { ...PATIENCE, keepAliveTimeout: limits.keepAliveMs };
  const plain = options.listeners.map(() => createServer(patience, listener));
  const secure = options.https && createLiveServer(options.https.pair, patience, listener);
  const servers = secure === undefined ? plain : [...plain, secure];
  for (const server of servers) {
    server.on('connection', (socket: Socket) => connections.add(socket));
    server.on('upgrade', signaling.upgrade);
    server.timeout = limits.unreadMs;
  }

  function urls(): readonly string[] {
    const all = options.addresses ?? [address];
    const secure = https;
    return [...all.map(plainUrl), ...(secure.state === 'on' ? all.map((one) => urlOf('https', one, secure.port)) : [])];
  }

  async function stop(): Promise<void> {
    options.https?.pair.stop();
    const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
    for (const server of servers) server.closeIdleConnections();
    await Promise.all([signaling.stop(), federation.stop()]);
    for (const server of servers) server.closeAllConnections();
    await Promise.all(closed);
  }

  try {
    for (const [index, server] of plain.entries()) {
      const { host, port } = options.listeners[index] ?? { host: '', port: 0 };
      ports.push(await listen(server, host, port));
    }
    if (secure !== undefined && options.https !== undefined) https = await listenSecurely(secure, options.https, log);
    await federation.start();
    return { ports, https, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Serves each new pair as soon as there is one; connections that exist go on with theirs. */
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

/** Who a router is that no other one will ask. */
const selfOf = (id: string): Self => ({ id: id as RouterId, incarnation: '0'.repeat(16) as Self['incarnation'] });

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port); // Bound to a port, so its address is no pipe's name.
    });
  });
}
