/**
 * STUN and TURN of this router, from one of three sources: coturn as our child, our own small server (STUN only), or a
 * server of the operator's. Watches the machine's addresses, and says which servers a pair of devices gets.
 */
import { randomBytes } from 'node:crypto';
import type { Config } from '../config/config.ts';
import { RELAY_LIMITS } from '../limits/limits.ts';
import { interfacesNow } from '../machine/interfaces.ts';
import type { Log } from '../machine/log.ts';
import type { Surroundings } from '../machine/surroundings.ts';
import { type Networks, networksOf, positionOf } from '../net/networks.ts';
import { type Steady, steady } from '../net/steady.ts';
import { Coturn, type CoturnPlan } from './coturn.ts';
import { coturnConf, listeningAddresses } from './coturn-conf.ts';
import { CREDENTIAL_TTL_S, holderOf, mintCredential } from './credentials.ts';
import { type IceServersFor, iceServers, type Offer, type Server } from './ice.ts';
import { relayedNow } from './relayed.ts';
import { askStun } from './stun/probe.ts';
import { createStandIn } from './stun/stand-in.ts';
import type { TurnStatus } from './turn-status.ts';
import type { RelayedBytes } from './usage.ts';

/**
 * A changed address (a cable, a new DHCP lease) is served after at most this time. Short, because devices behind two
 * routers that were just plugged together see each other within a second, and need STUN on the backhaul then.
 */
const LOOK_AT_ADDRESSES_MS = 500;
const PROBE_OPERATOR_EVERY_MS = 10_000;
const PROBE_OPERATOR_MS = 3_000;
const SECRET_BYTES = 32;
/** Nobody guesses it who may try once a packet; coturn takes 48 characters. */
const MARK_BYTES = 16;

type RelayOptions = {
  readonly config: Config;
  readonly around: Surroundings;
  /** The secret of the operator's server, when the configuration names one. */
  readonly operatorSecret: string;
  readonly log: Log;
};

export type Relay = {
  readonly iceServersFor: IceServersFor;
  readonly status: () => TurnStatus;
  /** What our own coturn has relayed since the start; absent with any other relay, or where nobody wants to know. */
  readonly relayed: () => RelayedBytes | undefined;
  /** The server that answers STUN on the backhaul now, for devices behind other routers. */
  readonly stun: () => Server | undefined;
  start(): void;
  stop(): Promise<void>;
};

/** A source of STUN, and of TURN if it can. */
type Service = {
  readonly secret: string;
  offer(networks: Networks): Offer;
  status(): TurnStatus;
  relayed?(): RelayedBytes;
  serve(networks: Networks): void;
  stop(): Promise<void>;
};

export function createRelay(options: RelayOptions): Relay {
  const { config, log } = options;
  const look = (): Networks => networksOf(config, interfacesNow());
  const service = chooseService(options);
  let networks = look();
  let state: Steady = { served: networks, wholeAt: performance.now() };
  let watch: NodeJS.Timeout | undefined;

  return {
    status: () => service.status(),
    relayed: () => (config.metrics ? service.relayed?.() : undefined),
    stun() {
      const offer = service.offer(networks);
      if (offer.by !== 'router' || offer.backhaul === undefined) return undefined;
      return { address: offer.backhaul, port: offer.port };
    },
    iceServersFor(device, peer) {
      const mint = () => mintCredential(service.secret, Date.now(), CREDENTIAL_TTL_S, holderOf(device));
      const self = positionOf(device.address, networks);
      const other = 'address' in peer ? positionOf(peer.address, networks) : peer;
      return iceServers(service.offer(networks), self, other, mint);
    },
    start() {
      for (const problem of networks.problems) log.warn(problem);
      service.serve(networks);
      watch = setInterval(() => {
        networks = look();
        state = steady(state, networks, performance.now());
        service.serve(state.served);
      }, LOOK_AT_ADDRESSES_MS);
      watch.unref();
    },
    async stop() {
      clearInterval(watch);
      await service.stop();
    },
  };
}

function chooseService({ config, around, operatorSecret, log }: RelayOptions): Service {
  const { turnServer: server } = config;
  if (server !== undefined) return operatorsService(server, operatorSecret);
  if (config.turn === 'off') return stunService(config.turnPort, 'switched-off', '--turn is off', log);
  if (around.coturn === undefined)
    return stunService(config.turnPort, 'not-installed', 'coturn is not installed (apt-get install coturn)', log);
  return coturnService(config, around.coturn, around.setpriv, log);
}

function operatorsService(server: { readonly address: string; readonly port: number }, secret: string): Service {
  let status: TurnStatus = { state: 'off', reason: 'starting', cause: 'starting' };
  let timer: NodeJS.Timeout | undefined;
  async function probe(): Promise<void> {
    const answered = (await askStun(server.address, server.port, PROBE_OPERATOR_MS)) !== undefined;
    const reason = `no STUN answer from ${server.address} port ${server.port}, which --turn-url names`;
    status = answered ? { state: 'running' } : { state: 'failed', reason };
  }
  return {
    secret,
    offer: () => ({ by: 'operator', server }),
    status: () => status,
    serve() {
      if (timer !== undefined) return;
      timer = setInterval(() => void probe(), PROBE_OPERATOR_EVERY_MS);
      timer.unref();
      void probe();
    },
    async stop() {
      clearInterval(timer);
    },
  };
}

function stunService(port: number, cause: TurnStatus['cause'], reason: string, log: Log): Service {
  const standIn = createStandIn(log);
  let served: readonly string[] = [];
  return {
    secret: '',
    offer: (networks) => (standIn.up ? ownOffer(networks, port, false) : { by: 'nobody' }),
    status() {
      const stun =
        served.length === 0 ? 'no network to serve' : `STUN answers on ${served.join(' and ')}, port ${port}`;
      return { state: 'off', reason: `${reason}; ${standIn.why ?? stun}`, ...(cause && { cause }) };
    },
    serve(networks) {
      const addresses = listeningAddresses(networks);
      // A running server at the same place stays; one that could not start is tried again.
      if (standIn.up && addresses.join() === served.join()) return;
      served = addresses;
      void standIn.start(addresses, port);
    },
    stop: () => standIn.stop(),
  };
}

function coturnService(
  { turnPort: port, dataDirectory, metrics }: Config,
  program: string,
  setpriv: string | undefined,
  log: Log,
): Service {
  // One secret for the life of this process: credentials outlive a restarted coturn.
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  const mark = randomBytes(MARK_BYTES).toString('hex');
  const standIn = createStandIn(log);
  const coturn = new Coturn({
    program,
    setpriv,
    dataDirectory,
    log,
    mark,
    standIn: { start: (plan: CoturnPlan) => standIn.start(plan.addresses, plan.port), stop: () => standIn.stop() },
  });
  return {
    secret,
    offer: (networks) => (coturn.offered || standIn.up ? ownOffer(networks, port, coturn.offered) : { by: 'nobody' }),
    status() {
      const { status } = coturn;
      const allocations = status.state === 'running' ? relayedNow() : undefined;
      return { ...status, ...(allocations !== undefined && { allocations }) };
    },
    relayed: () => coturn.relayed,
    serve(networks) {
      const conf = coturnConf({ networks, port, secret, limits: RELAY_LIMITS, mark, tellsUsage: metrics });
      coturn.run(conf === undefined ? undefined : { conf, addresses: listeningAddresses(networks), port });
    },
    stop: () => coturn.stop(),
  };
}

function ownOffer({ lan, backhaul }: Networks, port: number, relay: boolean): Offer {
  return {
    by: 'router',
    ...(lan && { lan: lan.address }),
    ...(backhaul && { backhaul: backhaul.address }),
    port,
    relay,
  };
}
