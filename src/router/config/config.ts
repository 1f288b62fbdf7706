/** Flags and HIKYAKU_* variables, read once into one typed value. Pure: arguments, environment and host name come in. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cleanName } from '../../protocol/name.ts';
import { LOG_LEVELS, type LogLevel } from '../machine/log.ts';
import type { Wifi } from '../poster/wifi-code.ts';
import {
  DNS_ACTIONS,
  type DnsAction,
  NAT_ACTIONS,
  NAT_KINDS,
  type NatAction,
  type NatKind,
  type PairFiles,
} from './choices.ts';
import { DEFAULT_HOSTNAME } from './hostname.ts';
import { STUN_PORT } from './ports.ts';
import {
  fixedPort,
  host,
  hostName,
  type Link,
  link,
  meshKey,
  meshPeers,
  type OpenPorts,
  oneOf,
  openPorts,
  type Peer,
  path,
  personalName,
  port,
  portOrOff,
  type Reader,
  ssid,
  turnUrl,
  wifiPassword,
} from './values.ts';

/** A secret, as given or as a file to read. */
export type KeySource = { readonly key: string } | { readonly file: string };

export type Config = {
  readonly port: number;
  readonly host: string;
  /** The name under which every router is reached: its DNS answers it with its own address. */
  readonly hostname: string;
  /** Absent: no HTTPS. `files`: the operator's certificate; otherwise the router makes its own. */
  readonly https?: { readonly port: number; readonly files?: PairFiles };
  readonly name: string;
  readonly dataDirectory: string;
  readonly lan?: Link;
  readonly backhaul?: Link;
  readonly turn: 'auto' | 'off';
  readonly turnPort: number;
  /** A STUN and TURN server of the operator's, used instead of our own. */
  readonly turnServer?: { readonly address: string; readonly port: number; readonly secretFile: string };
  readonly nat: NatKind;
  /** Ports that the backhaul may reach, besides our own. */
  readonly open: OpenPorts;
  readonly mesh: 'auto' | 'off';
  readonly meshKey?: KeySource;
  /** Routers that beacons do not reach. */
  readonly meshPeers?: readonly Peer[];
  /** Port at which phones reach plain HTTP, if it is not `port`. */
  readonly publicPort?: number;
  /** The Wi-Fi that phones join, for the poster. */
  readonly wifi?: Omit<Wifi, 'password'> & { readonly password?: KeySource };
  readonly logLevel: LogLevel;
  /** HIKYAKU_QR: print the QR code although no terminal is watching (`1`), or never (`0`). */
  readonly qr?: boolean;
};

export type Command =
  | { readonly do: 'run'; readonly config: Config }
  | { readonly do: 'nat'; readonly action: NatAction; readonly config: Config }
  | { readonly do: 'dns'; readonly action: DnsAction; readonly config: Config }
  | { readonly do: 'help' }
  | { readonly do: 'version' }
  | { readonly do: 'complain'; readonly problem: string };

type Environment = Readonly<Record<string, string | undefined>>;
type Flag<T> = { readonly read: Reader<T>; readonly value: string; readonly help: string };
const flag = <T>(read: Reader<T>, value: string, help: string): Flag<T> => ({ read, value, help });

const DEFAULT_PORT = 8080;
const DEFAULT_HTTPS_PORT = 8443;

const FLAGS = {
  port: flag(port, 'N', 'port for HTTP; 0 takes any free one (8080)'),
  host: flag(host, 'ADDRESS', 'address to listen on (0.0.0.0, that is all)'),
  hostname: flag(hostName, 'NAME', `the name that leads to every router, also through a proxy (${DEFAULT_HOSTNAME})`),
  'https-port': flag(portOrOff, 'N|off', `port for HTTPS beside HTTP (${DEFAULT_HTTPS_PORT})`),
  'tls-cert': flag(path, 'FILE', 'certificate chain, PEM; without it the router makes its own (see /trust)'),
  'tls-key': flag(path, 'FILE', 'private key of the certificate, PEM'),
  name: flag(personalName, 'NAME', 'name of this router, shown to people (the host name)'),
  'data-dir': flag(path, 'DIR', 'where the router keeps its id ($XDG_STATE_HOME/hikyaku)'),
  lan: flag(link, 'LINK', 'interface or address of the network that phones join'),
  backhaul: flag(link, 'LINK', 'interface or address of the network between routers'),
  turn: flag(oneOf('auto', 'off'), 'auto|off', 'relay for pairs that cannot connect directly (auto)'),
  'turn-port': flag(fixedPort, 'N', `port for STUN and TURN, over UDP and TCP (${STUN_PORT})`),
  'turn-url': flag(
    turnUrl,
    'URL',
    'use this STUN and TURN server instead: turn:ADDRESS:PORT; needs --turn-secret-file',
  ),
  'turn-secret-file': flag(path, 'FILE', "file that holds that server's static-auth-secret"),
  nat: flag(oneOf(...NAT_KINDS), NAT_KINDS.join('|'), `for \`nat\`: how the LAN is mapped (${NAT_KINDS[0]})`),
  open: flag(openPorts, 'LIST', 'for `nat`: more ports the backhaul may reach, such as tcp:22,udp:6696'),
  mesh: flag(oneOf('auto', 'off'), 'auto|off', 'join other routers on the backhaul (auto)'),
  'mesh-key': flag(meshKey, 'KEY', 'key shared by routers that trust each other; a file keeps it out of `ps`'),
  'mesh-key-file': flag(path, 'FILE', 'file that holds the mesh key'),
  'mesh-peers': flag(meshPeers, 'LIST', 'routers on a routed backhaul, by address: 10.7.0.1,10.8.0.1'),
  'public-port': flag(fixedPort, 'N', 'port that phones use, led to --port by `nat`; 80 is the captive portal'),
  ssid: flag(ssid, 'NAME', 'name of the Wi-Fi that phones join, for /poster'),
  'wifi-password': flag(wifiPassword, 'PASSWORD', 'its password, which /poster shows to everybody here'),
  'wifi-password-file': flag(path, 'FILE', 'file that holds the password of the Wi-Fi'),
  'log-level': flag(oneOf(...LOG_LEVELS), LOG_LEVELS.join('|'), 'how much to say on stderr (info)'),
} as const;

type FlagName = keyof typeof FLAGS;
type Values = { -readonly [N in FlagName]?: (typeof FLAGS)[N] extends Flag<infer T> ? T : never };

const SECRETS: ReadonlySet<string> = new Set<FlagName>(['mesh-key', 'wifi-password']);

const isFlagName = (name: string): name is FlagName => Object.hasOwn(FLAGS, name);
const variableOf = (name: string): string => `HIKYAKU_${name.toUpperCase().replaceAll('-', '_')}`;

class Problem extends Error {}

export function parseCommand(args: readonly string[], environment: Environment, hostName: string): Command {
  try {
    const subject = args[0] === 'nat' || args[0] === 'dns' ? args[0] : undefined;
    const nat = subject === 'nat' ? actionOf(subject, NAT_ACTIONS, args[1]) : undefined;
    const dns = subject === 'dns' ? actionOf(subject, DNS_ACTIONS, args[1]) : undefined;
    const given = readArguments(subject === undefined ? args : args.slice(2));
    if (given === 'help' || given === 'version') return { do: given };
    const config = compose(readValues(given, environment), environment, hostName);
    if (nat !== undefined) return { do: 'nat', action: nat, config };
    return dns === undefined ? { do: 'run', config } : { do: 'dns', action: dns, config };
  } catch (error) {
    if (error instanceof Problem) return { do: 'complain', problem: error.message };
    throw error;
  }
}

function actionOf<T extends string>(subject: string, actions: readonly T[], word: string | undefined): T {
  const action = actions.find((known) => known === word);
  if (action !== undefined) return action;
  const given = word === undefined ? '' : ` ${word}`;
  throw new Problem(`${subject}${given}: expected ${actions.map((known) => `${subject} ${known}`).join(', ')}`);
}

/** Raw texts of the flags. Not parseArgs' strict mode: its errors take three lines and do not say what would be right. */
function readArguments(args: readonly string[]): ReadonlyMap<FlagName, string> | 'help' | 'version' {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: {
      ...Object.fromEntries(Object.keys(FLAGS).map((name) => [name, { type: 'string' as const }])),
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  });
  const given = new Map<FlagName, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') throw new Problem(`"${token.value}" is no flag; --help lists them`);
    if (token.kind !== 'option') continue;
    if (token.name === 'help' || token.name === 'version') return token.name;
    if (!isFlagName(token.name)) throw new Problem(`${token.rawName} is no flag; ${suggestion(token.name)}`);
    if (token.value === undefined || (!token.inlineValue && token.value.startsWith('-')))
      throw new Problem(`${token.rawName} needs a value: ${FLAGS[token.name].value}`);
    given.set(token.name, token.value);
  }
  return given;
}

function readValues(given: ReadonlyMap<FlagName, string>, environment: Environment): Values {
  const values: Record<string, unknown> = {};
  for (const [name, { read }] of Object.entries(FLAGS)) {
    const variable = variableOf(name);
    const fromFlag = isFlagName(name) ? given.get(name) : undefined;
    const text = fromFlag ?? (environment[variable] || undefined);
    if (text === undefined) continue;
    const result = read(text);
    if ('wanted' in result) {
      // A bad key is not repeated: it would stand in logs.
      const shown = SECRETS.has(name) ? '' : ` "${text}"`;
      throw new Problem(`${fromFlag === undefined ? variable : `--${name}`}${shown}: expected ${result.wanted}`);
    }
    values[name] = result.value;
  }
  return values as Values; // Each key was read by the reader that gives `Values` its type.
}

function compose(values: Values, environment: Environment, hostName: string): Config {
  const { lan, backhaul, 'mesh-peers': peers } = values;
  const qr = environment['HIKYAKU_QR'];
  const https = httpsOf(values);
  const key = meshKeyOf(values);
  const turnServer = turnServerOf(values);
  const wifi = wifiOf(values);
  return {
    port: values.port ?? DEFAULT_PORT,
    host: values.host ?? '0.0.0.0',
    hostname: values.hostname ?? DEFAULT_HOSTNAME,
    ...(https && { https }),
    name: values.name ?? (cleanName(hostName) || 'router'),
    dataDirectory: resolve(values['data-dir'] ?? defaultDataDirectory(environment)),
    ...(lan && { lan }),
    ...(backhaul && { backhaul }),
    turn: values.turn ?? 'auto',
    turnPort: values['turn-port'] ?? STUN_PORT,
    ...(turnServer && { turnServer }),
    nat: values.nat ?? NAT_KINDS[0],
    open: values.open ?? { tcp: [], udp: [] },
    mesh: values.mesh ?? 'auto',
    ...(key && { meshKey: key }),
    ...(peers && { meshPeers: peers }),
    ...(values['public-port'] !== undefined && { publicPort: values['public-port'] }),
    ...(wifi && { wifi }),
    logLevel: values['log-level'] ?? 'info',
    ...(qr && { qr: qr !== '0' }),
  };
}

function httpsOf(values: Values): Config['https'] {
  const { port: plain = DEFAULT_PORT, 'https-port': given, 'tls-cert': cert, 'tls-key': key } = values;
  if ((cert === undefined) !== (key === undefined))
    throw new Problem('a certificate of your own needs both --tls-cert and --tls-key');
  const files = cert !== undefined && key !== undefined ? { cert, key } : undefined;
  if (given === 'off') {
    if (files !== undefined) throw new Problem('expected --https-port off or --tls-cert, not both');
    return undefined;
  }
  // Who lets the system choose one port does not want to hear that another one is taken.
  const chosen = given ?? (plain === 0 ? 0 : DEFAULT_HTTPS_PORT);
  if (chosen !== 0 && chosen === plain) {
    if (given === undefined && files === undefined) return undefined;
    throw new Problem(`--https-port ${chosen}: expected another port than --port`);
  }
  return { port: chosen, ...(files && { files }) };
}

function turnServerOf(values: Values): Config['turnServer'] {
  const { 'turn-url': url, 'turn-secret-file': secretFile, turn } = values;
  if (url === undefined && secretFile === undefined) return undefined;
  if (url === undefined || secretFile === undefined)
    throw new Problem('a TURN server of your own needs both --turn-url and --turn-secret-file');
  if (turn === 'off') throw new Problem('expected --turn off or --turn-url, not both');
  return { ...url, secretFile };
}

function meshKeyOf(values: Values): KeySource | undefined {
  const { 'mesh-key': key, 'mesh-key-file': file } = values;
  if (key !== undefined && file !== undefined) throw new Problem('expected --mesh-key or --mesh-key-file, not both');
  if (key !== undefined) return { key };
  return file === undefined ? undefined : { file };
}

function wifiOf(values: Values): Config['wifi'] {
  const { ssid, 'wifi-password': key, 'wifi-password-file': file } = values;
  if (key !== undefined && file !== undefined)
    throw new Problem('expected --wifi-password or --wifi-password-file, not both');
  if (ssid === undefined) {
    if (key !== undefined || file !== undefined) throw new Problem('a Wi-Fi password needs --ssid as well');
    return undefined;
  }
  if (key !== undefined) return { ssid, password: { key } };
  return file === undefined ? { ssid } : { ssid, password: { file } };
}

/** XDG Base Directory Specification: state that outlives a restart. Without a home, a directory of the system's. */
function defaultDataDirectory(environment: Environment): string {
  const state = environment['XDG_STATE_HOME'];
  if (state?.startsWith('/')) return join(state, 'hikyaku');
  const home = environment['HOME'];
  return home ? join(home, '.local', 'state', 'hikyaku') : '/var/lib/hikyaku';
}

function suggestion(name: string): string {
  const near = Object.keys(FLAGS).find((known) => distance(known, name) <= 2);
  return near === undefined ? '--help lists them' : `did you mean --${near}?`;
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitute = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitute, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

export function helpText(): string {
  const lines = Object.entries(FLAGS).map(([name, { value, help }]) => `  ${`--${name} ${value}`.padEnd(32)} ${help}`);
  return [
    'Hikyaku: file exchange between phones behind Wi-Fi routers, peer to peer, without the Internet.',
    '',
    ...lines,
    `  ${'--help'.padEnd(32)} this text`,
    `  ${'--version'.padEnd(32)} the version`,
    '',
    'nat print|apply|remove [flags]: shows, sets up or takes away the rules by which this machine is the router between',
    '--lan and --backhaul. Only what the app, STUN, TURN and --open need is then reached from the backhaul: not SSH.',
    '',
    'dns print [flags]: prints the configuration by which dnsmasq gives phones on --lan their addresses and names. With',
    '--public-port 80 their search for the Internet ends at a page that says how to open the app (captive portal).',
    '',
    'Each flag can be given as a variable as well: HIKYAKU_PORT for --port. A flag wins over its variable.',
    'HIKYAKU_QR=1 prints the QR code of the address even where no terminal is watching, 0 never.',
    '',
  ].join('\n');
}
