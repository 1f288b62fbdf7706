/** The router process: reads its configuration, starts the router, says what is up, and stops on a signal. */
import './machine/web-crypto.ts';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STATE_DIRECTORY } from './box/settings/settings.ts';
import { boxAddress } from './box-address.ts';
import { parseCommand } from './config/command.ts';
import type { Config } from './config/config.ts';
import { helpText } from './config/help.ts';
import { MESH_PORT } from './config/ports.ts';
import { openHold } from './holding.ts';
import { loadIdentity, nextIncarnation, renewIdentity } from './identity.ts';
import { urlOf } from './machine/addresses.ts';
import { readIfThere } from './machine/files.ts';
import { folderBytes } from './machine/folder-size.ts';
import { interfacesNow } from './machine/interfaces.ts';
import { goOnAfterFaults } from './machine/last-resort.ts';
import { lookAtMachine } from './machine/load.ts';
import { createLog, type Log } from './machine/log.ts';
import { watchLoop } from './machine/loop-delay.ts';
import { say, sayAside } from './machine/output.ts';
import { searchDomains } from './machine/own-names.ts';
import { lookAtRadio } from './machine/radio.ts';
import { askedOf, ServiceManager } from './machine/service-manager.ts';
import { lookAround } from './machine/surroundings.ts';
import { backhaulAddress } from './mesh/apart.ts';
import { backhaulOf, isUsable } from './mesh/backhaul.ts';
import type { Incarnation } from './mesh/bus.ts';
import { Engine } from './mesh/engine.ts';
import { deriveKeys } from './mesh/keys.ts';
import type { Passport } from './mesh/passport.ts';
import { complain, meshKeyOf, operatorSecretOf, readNamedFile, wifiOf } from './named-files.ts';
import { dnsText } from './net/dns-settings.ts';
import { isNear, networksOf } from './net/networks.ts';
import { natCommand } from './net/nft-command.ts';
import { ownAddresses, sayNew, urlsAt } from './own-addresses.ts';
import { terminalQr } from './pages/terminal-qr.ts';
import { isTrustedFor } from './portal/trust.ts';
import { createRelay, type Relay } from './relay/relay.ts';
import { startReport, whyNoMesh } from './report.ts';
import { type MeshOptions, type Router, type RouterOptions, startRouter } from './server.ts';
import type { Measured } from './status/metrics.ts';
import { certifiedOf } from './tls/start.ts';
import { askBoard, boardSocket } from './words/board-socket.ts';

/** Set by the build; absent when the sources run directly. */
declare const HIKYAKU_VERSION: string | undefined;
const VERSION = typeof HIKYAKU_VERSION === 'string' ? HIKYAKU_VERSION : 'development';
/** When it was built, in milliseconds since 1970, by the clock of the building machine. */
declare const HIKYAKU_BUILT_MS: number | undefined;
const WRITTEN_MS = Date.UTC(2026, 0);
/** The earliest moment at which this program can run; a router that builds itself may not know the date then either. */
const BUILT = new Date(typeof HIKYAKU_BUILT_MS === 'number' ? Math.max(HIKYAKU_BUILT_MS, WRITTEN_MS) : WRITTEN_MS);

const EXIT_CANNOT_LISTEN = 1;
/** What is held is open by then, unless it is much; who starts a router and asks at once finds all of it there. */
const READY_WITHIN_MS = 1_000;
/** docs/names.md promises an end within 2 s of SIGTERM. What still hangs then is left behind. */
const STOP_AT_MOST_MS = 1_800;

/** The app lies beside the bundle; from the sources it is where the build puts it. */
function appDirectory(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const beside = join(here, 'app');
  return existsSync(join(beside, 'index.html')) ? beside : join(here, '..', '..', 'dist', 'app');
}

function meshOf(config: Config, key: string | undefined, passport: Passport, relay: Relay, log: Log): MeshOptions {
  const { dataDirectory } = config;
  const why = whyNoMesh(config);
  if (why !== undefined) return { state: 'off', ...why };
  const look = () => {
    const interfaces = interfacesNow();
    const { backhaul: link } = config;
    const name = link?.by === 'interface' ? link.name : networksOf(config, interfaces).backhaul?.interface;
    return name === undefined ? undefined : backhaulOf(name, interfaces);
  };
  const bus = new Engine({
    passport,
    incarnation: nextIncarnation(dataDirectory) as Incarnation,
    renew: () => renewIdentity(dataDirectory),
    keys: deriveKeys(key),
    look,
    peers: config.meshPeers ?? [],
    port: MESH_PORT,
    log,
  });
  const trust = key === undefined ? 'open' : 'key';
  const backhaul = () => {
    const cidr = look()?.ipv4?.cidr;
    return cidr === undefined ? undefined : backhaulAddress(cidr);
  };
  return { state: 'on', bus, trust, stun: relay.stun, backhaul, isUsable: (server) => isUsable(server, look()) };
}

/** Measures, from now on, the figures of /metrics. */
function measureFor({ dataDirectory }: Config, relay: Relay): () => Measured {
  const loop = watchLoop();
  return () => {
    const relayed = relay.relayed();
    return { ...(relayed && { relayed }), dataDirectoryBytes: folderBytes(dataDirectory), loop: loop.read() };
  };
}

const radioOf = ({ radioReport: file }: Config): Pick<RouterOptions, 'radio'> =>
  file === undefined ? {} : { radio: () => lookAtRadio(file) };

async function run(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const key = meshKeyOf(config);
  const certified = await certifiedOf({ config, meshKey: key, built: BUILT, log });
  if (certified !== undefined && 'problem' in certified) complain(certified.problem);
  const operatorSecret = operatorSecretOf(config);
  const wifi = wifiOf(config);
  const identity = loadIdentity(config.dataDirectory);
  const addresses = ownAddresses(config);
  const app = appDirectory();
  const around = lookAround(process.env['PATH']);
  const relay = createRelay({ config, around, operatorSecret, log });
  const router = await startRouter({
    listeners: [{ host: config.host, port: config.port }],
    ...(certified && config.https && { https: { host: config.host, port: config.https.port, ...certified } }),
    id: identity.passport.id,
    name: config.name,
    version: VERSION,
    address: config.host,
    addresses,
    machine: () => lookAtMachine(config.dataDirectory),
    ...radioOf(config),
    ...(config.metrics && { measure: measureFor(config, relay) }),
    machineName: hostname(),
    searchDomains: searchDomains(readIfThere('/etc/resolv.conf')),
    appDirectory: app,
    log,
    iceServersFor: relay.iceServersFor,
    turnStatus: relay.status,
    ...(config.hold && { hold: () => openHold(config, key, log) }),
    mesh: meshOf(config, key, identity.passport, relay, log),
    waysIn: {
      hostname: config.hostname,
      ...(config.publicPort !== undefined && { publicPort: config.publicPort }),
      ...(wifi && { wifi }),
      isNear: (client) => isNear(client, networksOf(config, interfacesNow())),
    },
  }).catch(cannotListen);
  const manager = new ServiceManager(askedOf(process.env, process.pid), log);
  stopOnSignal(router, relay, manager, log);
  goOnAfterFaults(log);
  relay.start();
  await orAfter(READY_WITHIN_MS, router.ready.catch(cannotListen));

  const appReady = existsSync(join(app, 'index.html'));
  const { https } = router;
  const urls = () => urlsAt(addresses(), router.ports[0] ?? 0, https.state === 'on' ? https.port : undefined);
  const networks = networksOf(config, interfacesNow());
  print(startReport({ version: VERSION, config, identity, appReady, around, networks, https }));
  const [address = config.host] = addresses();
  const forPhones = config.publicPort === undefined ? urls()[0] : urlOf('http', address, config.publicPort);
  if (forPhones !== undefined && (config.qr ?? process.stdout.isTTY))
    print(terminalQr(forPhones, process.stdout.isTTY));
  for (const url of urls()) print(`listening on ${url}`);
  manager.ready(`listening on ${urls().join(' ')}`);
  sayNew(urls, log);
}

function dnsCommand(config: Config): ReturnType<typeof dnsText> {
  const { hostname: name, https } = config;
  const isTrusted = https?.files !== undefined && isTrustedFor(name, readNamedFile('--tls-cert', https.files.cert));
  return dnsText(config, networksOf(config, interfacesNow(), 'configured'), name, isTrusted);
}

function stopOnSignal(router: Router, relay: Relay, manager: ServiceManager, log: Log): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    // Ctrl-C reaches this process twice when a parent passes it on: the second changes nothing.
    if (stopping) return;
    stopping = true;
    log.info(`${signal}: stopping`);
    manager.stopping();
    setTimeout(() => process.exit(), STOP_AT_MOST_MS).unref();
    void Promise.all([router.stop(), relay.stop()]).then(() => process.exit());
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
}

function cannotListen(error: unknown): never {
  sayAside(`hikyaku: ${whyNotListening(error)}\n`);
  process.exit(EXIT_CANNOT_LISTEN);
}

/** Resolves with `done`, and after that time in any case. */
const orAfter = (ms: number, done: Promise<void>): Promise<void> =>
  Promise.race([done, new Promise<void>((resolve) => setTimeout(resolve, ms))]);

function whyNotListening(error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) return `cannot listen: ${String(error)}`;
  const { port = '', address = '' } = error as { port?: number; address?: string };
  switch (error.code) {
    case 'EADDRINUSE':
      return `port ${port} of ${address} is taken by another program; choose another one with --port or --https-port`;
    case 'EACCES':
      return `port ${port} needs more rights than this user has; choose one above 1023 with --port or --https-port`;
    case 'EADDRNOTAVAIL':
      return `${address} is no address of this machine; see --host`;
    default:
      return `cannot listen on ${address} port ${port}: ${error.message}`;
  }
}

function print(line: string): void {
  say(`${line}\n`);
}

const command = parseCommand(process.argv.slice(2), process.env, hostname());
switch (command.do) {
  case 'help':
    print(helpText().trimEnd());
    break;
  case 'version':
    print(VERSION);
    break;
  case 'run':
    await run(command.config);
    break;
  case 'nat': {
    const outcome = natCommand(command.action, command.config, interfacesNow(), process.env['PATH']);
    if ('problem' in outcome) complain(outcome.problem);
    print(outcome.said);
    break;
  }
  case 'dns': {
    const outcome = dnsCommand(command.config);
    if ('problem' in outcome) complain(outcome.problem);
    print(outcome.said);
    break;
  }
  case 'board': {
    const { action, id, undo, letters, config } = command;
    for await (const line of askBoard(boardSocket(join(config.dataDirectory, 'words')), {
      action,
      id,
      undo,
      letters,
    })) {
      if ('problem' in line) complain(line.problem);
      print(line.said);
    }
    break;
  }
  case 'box': {
    // What a router needs at its start is loaded before; of a box, only what the command needs.
    const { runBox } = await import('./box/run.ts');
    process.exitCode = await runBox(command.command, command.args, {
      print,
      complain: (line) => sayAside(`hikyaku: ${line}\n`),
      self: [process.execPath, fileURLToPath(import.meta.url)],
      addressOf: (keeps) => boxAddress(process.env['HIKYAKU_DATA_DIR'] ?? STATE_DIRECTORY, keeps),
    });
    break;
  }
  case 'complain':
    complain(command.problem);
}
