/**
 * One running router: hub, HTTP and sockets joined, listening. `main.ts` makes it a process; tests start it as it is.
 */
import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { DEFAULT_HOSTNAME } from './config/hostname.ts';
import { Federation } from './federation.ts';
import { HeldHere } from './held-here.ts';
import type { Hold, NotHeld } from './holding.ts';
import { createRequestListener } from './http/http.ts';
import { oneAtATime } from './http/one-at-a-time.ts';
import { createWaysIn, type WayInOptions } from './http/ways-in.ts';
import { Connections } from './limits/connections.ts';
import { LIMITS, type Limits } from './limits/limits.ts';
import { type Refusal, Refusals } from './limits/refusals.ts';
import { type Listener, Listening } from './listening.ts';
import { urlOf } from './machine/addresses.ts';
import type { MachineStatus } from './machine/load.ts';
import type { Log } from './machine/log.ts';
import { type OwnName, ownNames } from './machine/own-names.ts';
import type { RadioStatus } from './machine/radio.ts';
import { leavesFrom } from './machine/route.ts';
import { aloneBus } from './mesh/alone.ts';
import { type BackhaulAddress, cidrOf } from './mesh/apart.ts';
import type { Bus, RouterId, Self } from './mesh/bus.ts';
import { OtherRouters } from './mesh/other-routers.ts';
import { type MeshOff, meshStatus } from './mesh-status.ts';
import { type IceServersFor, noIceServers, type Server as StunServer } from './relay/ice.ts';
import type { TurnStatus } from './relay/turn-status.ts';
import { Hub } from './signaling/hub.ts';
import { RunningHub } from './signaling/running-hub.ts';
import { Signaling } from './signaling/socket.ts';
import type { ClientSocket } from './sockets/web-sockets.ts';
import { type Measured, metricsText } from './status/metrics.ts';
import type { Status } from './status/status.ts';
import { isoTime } from './status/time.ts';
import { type Certified, type Https, tlsStatus } from './tls/https.ts';

export type RouterOptions = {
  readonly listeners: readonly Listener[];
  /** A port that cannot be bound does not affect HTTP; the status says so. */
  readonly https?: Listener & Certified;
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Where people reach the router while `addresses` knows nothing. */
  readonly address: string;
  /** All addresses that people may open now, best first. */
  readonly addresses?: () => readonly string[];
  readonly appDirectory: string;
  readonly log: Log;
  readonly limits?: Partial<Limits>;
  readonly iceServersFor?: IceServersFor;
  readonly turnStatus?: () => TurnStatus;
  readonly machine?: () => MachineStatus;
  readonly radio?: () => RadioStatus;
  /** The figures that only `/metrics` shows. Absent: there is no such address. */
  readonly measure?: () => Measured;
  /** The host name of the machine: people may open it by that name. */
  readonly machineName?: string;
  /** The domains in which it looks up names. */
  readonly searchDomains?: readonly string[];
  readonly mesh?: MeshOptions;
  /** What phones say and leave; absent: nothing is held. Opened when it listens, and stopped with it. */
  readonly hold?: Hold | NotHeld | (() => Promise<Hold | NotHeld | undefined>);
  /** For people who do not know this router yet: captive portal and poster. */
  readonly waysIn?: Partial<WayInOptions>;
};

export type MeshOptions =
  | MeshOff
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
  /**
   * Resolves when what is held is open, and other routers are looked for: they are told of it at once. Rejects with the system's
   * error when they cannot be.
   */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
};

/** The running parts, for code that reports on them. */
type Parts = {
  readonly hub: RunningHub<ClientSocket>;
  readonly federation: Federation<ClientSocket>;
  readonly refusals: Refusals;
  readonly listening: Listening;
  readonly held: HeldHere;
};

/** The status of a router that is started without a mesh or a relay. */
const NO_MESH: MeshOff = { state: 'off', reason: 'not asked for' };
const NO_TURN: TurnStatus = { state: 'off', reason: 'not asked for' };

/** Resolves when every listener listens; rejects with the system's error when one cannot. */
export async function startRouter(options: RouterOptions): Promise<Router> {
  const limits = { ...LIMITS, ...options.limits };
  const { log, listeners, https } = options;
  const refusals = new Refusals(log);
  const listening = new Listening({ listeners, https, limits, log });
  const isOwnName = ownNames({
    hostname: hostnameOf(options),
    machine: options.machineName ?? '',
    domains: options.searchDomains ?? [],
    isCertified: (name) => listening.isCertified(name),
  });
  const connections = new Connections(limits, (cause) => refusals.add(cause === 'address' ? 'connections' : 'full'));
  const heard = { isOwnName, upgraded: (socket: Socket) => connections.release(socket) };
  const refused = (reason: Refusal): void => refusals.add(reason);
  const held: HeldHere = new HeldHere({
    ...heard,
    refused,
    limits,
    log,
    name: options.name,
    version: options.version,
    bus: options.mesh?.state === 'on' ? options.mesh.bus : undefined,
    router: () => hub.hub.router.id,
    keyOf: (id, by) => hub.hub.keyOf(id, by),
  });
  const { hub, federation } = createHub(options, limits, held);
  const signaling = new Signaling({ ...heard, refused, hub, limits, log });
  hub.start({ sockets: signaling.outlet, routers: federation });

  const parts = { hub, federation, refusals, listening, held };
  let isStopped = false;
  const stop = async (): Promise<void> => {
    isStopped = true;
    hub.stop();
    held.quiet();
    await listening.close(() => Promise.all([signaling.stop(), held.leave(), federation.stop()]));
    // Last: what comes in until then is still held.
    await held.stop();
  };
  const { hold } = options;
  const isForLater = typeof hold === 'function';
  if (isForLater) held.expect();
  else held.begin(hold);
  try {
    await listening.open({
      request: oneAtATime(createAnswers(options, limits, isOwnName, parts), {
        waitAtMost: limits.waitingRequests,
        busy: (socket) => connections.busy(socket),
        idle: (socket) => connections.idle(socket),
      }),
      upgrade: (request, connection, head) => {
        if (!held.upgrade(request, connection, head)) signaling.upgrade(request, connection, head);
      },
      connected: (socket) => connections.add(socket),
    });
    const joining = async (): Promise<void> => {
      if (isForLater) await held.open(hold);
      if (!isStopped) await federation.start();
    };
    const ready = joining();
    if (!isForLater) await ready;
    else ready.catch(() => {}); // whoever started it asks for that
    return { ports: listening.ports, https: listening.https, ready, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The hub, and its connection to other routers; to none without a mesh. */
function createHub(
  { id, name, iceServersFor = noIceServers, mesh = NO_MESH }: RouterOptions,
  limits: Limits,
  words: HeldHere,
): { readonly hub: RunningHub<ClientSocket>; readonly federation: Federation<ClientSocket> } {
  const none = () => undefined;
  const around =
    mesh.state === 'on'
      ? mesh
      : { bus: aloneBus(selfOf(id)), trust: 'key' as const, stun: none, backhaul: none, isUsable: () => false };
  const others = new OtherRouters(leavesFrom, around.isUsable, (router) => around.bus.isOnBackhaul(router));
  const hub = new RunningHub(
    new Hub<ClientSocket>({
      router: { id, name },
      iceServersFor,
      stunOf: (router) => others.stunOf(router),
      apartFrom: (router) => others.apartFrom(router),
      ...limits,
    }),
  );
  return {
    hub,
    federation: new Federation({ ...around, hub, others, name, graceMs: limits.graceMs, words }),
  };
}

/** The answers to all HTTP requests: pages, files and figures. */
function createAnswers(options: RouterOptions, limits: Limits, isOwnName: OwnName, parts: Parts): RequestListener {
  const { listening, hub, federation, refusals, held } = parts;
  const { appDirectory, measure, log } = options;
  const plainUrl = (host: string): string => plainUrls(options, listening)(host);
  const address = (): string => addressesOf(options)[0] ?? options.address;
  const https = () => listening.https;
  const waysIn = createWaysIn({
    ...options.waysIn,
    hostname: hostnameOf(options),
    isOwnName,
    misdirected: () => refusals.add('foreign-host'),
    routerName: options.name,
    address,
    plainUrl,
    https,
  });
  const status = (): Status => statusOf(options, limits, parts);
  return createRequestListener({
    appDirectory,
    status,
    metrics: measure && (() => metricsText(status(), measure())),
    standing: () => `${hub.hub.clients} ${held.standing} ${federation.standing()}`,
    first: waysIn,
    held: held.files,
    holder: held.facts,
    https,
    plainUrl: () => plainUrl(address()),
    log,
  });
}

function statusOf(options: RouterOptions, limits: Limits, parts: Parts): Status {
  const { id, name, version, machine, radio, turnStatus, mesh = NO_MESH } = options;
  const { https } = parts.listening;
  const addresses = addressesOf(options);
  const [address = options.address] = addresses;
  const plainUrl = plainUrls(options, parts.listening);
  const own = mesh.state === 'on' ? mesh.bus.self.id : id;
  const { clients } = parts.hub.hub;
  return {
    router: {
      id: own,
      name,
      version,
      uptime_s: Math.floor(process.uptime()),
      rss_bytes: process.memoryUsage.rss(),
      time: isoTime(new Date()),
    },
    urls: [
      ...addresses.map(plainUrl),
      ...(https.state === 'on' ? addresses.map((one) => urlOf('https', one, https.port)) : []),
    ],
    ...(machine && { machine: machine() }),
    ...(radio && { radio: radio() }),
    clients,
    clients_at_most: limits.sockets,
    ...(parts.refusals.counts && { refused: parts.refusals.counts }),
    turn: turnStatus?.() ?? NO_TURN,
    tls: tlsStatus(https, new Date()),
    mesh: meshStatus(
      { id: own, name, address, clients, ...onBackhaul(mesh) },
      mesh.state === 'on' ? { ...mesh, seen: parts.federation.status() } : mesh,
    ),
    words: parts.held.status,
  };
}

/** Best first, and never none. */
function addressesOf({ address, addresses }: RouterOptions): readonly string[] {
  const now = addresses?.() ?? [];
  return now.length === 0 ? [address] : now;
}

/** The address of plain HTTP for phones that know this router as `host`. */
function plainUrls(options: RouterOptions, listening: Listening) {
  const { waysIn } = options;
  const [address] = addressesOf(options);
  // Port 80 leads to ours only on the LAN (net/nft.ts).
  return (host: string): string =>
    urlOf('http', host, (host === address ? waysIn?.publicPort : undefined) ?? listening.ports[0] ?? 0);
}

function hostnameOf({ waysIn }: RouterOptions): string {
  return waysIn?.hostname ?? DEFAULT_HOSTNAME;
}

/** The identity of a router that no other router will ask for. */
const selfOf = (id: string): Self => ({ id: id as RouterId, incarnation: '0'.repeat(16) as Self['incarnation'] });

function onBackhaul(mesh: MeshOptions): { readonly backhaul?: string } {
  const backhaul = mesh.state === 'on' ? mesh.backhaul() : undefined;
  return backhaul === undefined ? {} : { backhaul: cidrOf(backhaul) };
}
