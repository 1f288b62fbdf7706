/** All flags: how each is read, and its line in `--help`. Each can also be given as a variable. */
import { LOG_LEVELS } from '../machine/log.ts';
import { NAT_KINDS } from './choices.ts';
import { DEFAULT_HOSTNAME } from './hostname.ts';
import { STUN_PORT } from './ports.ts';
import {
  fixedPort,
  holdDays,
  holdFile,
  holdSize,
  host,
  hostName,
  link,
  meshKey,
  meshPeers,
  oneOf,
  openPorts,
  path,
  personalName,
  port,
  portOrOff,
  type Reader,
  ssid,
  turnUrl,
  wifiPassword,
} from './values.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export type Flag<T> = {
  readonly read: Reader<T>;
  readonly value: string;
  readonly help: string;
  /** The meaning of the flag without a value. A value is then written as `--flag=value` and not after a space. */
  readonly alone?: string;
};
const flag = <T>(read: Reader<T>, value: string, help: string): Flag<T> => ({ read, value, help });
/** Off unless it is given. */
const onOff = (help: string): Flag<'on' | 'off'> => ({ read: oneOf('on', 'off'), value: '', help, alone: 'on' });

export const DEFAULT_HTTPS_PORT = 8443;
/**
 * Two weeks: as long as people walk between shelters before roads and networks are back, and no longer than somebody's words should
 * lie where they have left them.
 */
export const DEFAULT_HOLD_DAYS = 14;

export const FLAGS = {
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
  hold: flag(oneOf('on', 'off'), 'on|off', 'hold posts and sealed letters for those who are not here (on)'),
  'hold-size': flag(
    holdSize,
    'SIZE',
    'how much of them, with their files: 500MB, 2GB (a tenth of what is free, 1GB at most)',
  ),
  'hold-file': flag(holdFile, 'SIZE', 'largest file that is held (25MB)'),
  'hold-days': flag(holdDays, 'N', `for how many days (${DEFAULT_HOLD_DAYS})`),
  'radio-report': flag(path, 'FILE', 'what a program with rights says of the radio, for /status (see docs/names.md)'),
  metrics: onOff('figures for Prometheus at /metrics, see docs/metrics.md (off)'),
  'log-level': flag(oneOf(...LOG_LEVELS), LOG_LEVELS.join('|'), 'how much to say on stderr (info)'),
} as const;

export type FlagName = keyof typeof FLAGS;
export type Values = { -readonly [N in FlagName]?: (typeof FLAGS)[N] extends Flag<infer T> ? T : never };

/** Flags whose values must not appear in messages or logs. */
export const SECRETS: ReadonlySet<string> = new Set<FlagName>(['mesh-key', 'wifi-password']);

export const isFlagName = (name: string): name is FlagName => Object.hasOwn(FLAGS, name);
