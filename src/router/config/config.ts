/** The operator's decisions, as one typed value, and how it follows from the flags. Pure. */
import { resolve } from 'node:path';
import { cleanName } from '../../protocol/name.ts';
import type { LogLevel } from '../machine/log.ts';
import type { Wifi } from '../poster/wifi-code.ts';
import { NAT_KINDS, type NatKind, type PairFiles } from './choices.ts';
import { defaultDataDirectory } from './data-directory.ts';
import { DEFAULT_HOLD_DAYS, DEFAULT_HTTPS_PORT, type Environment, type Values } from './flags.ts';
import { DEFAULT_HOSTNAME } from './hostname.ts';
import { STUN_PORT } from './ports.ts';
import { Problem } from './problem.ts';
import type { Link, OpenPorts, Peer } from './values.ts';

/** A secret, given directly or as a file to read. */
type KeySource = { readonly key: string } | { readonly file: string };

export type Config = {
  readonly port: number;
  readonly host: string;
  /** The name of every router: its DNS answers it with its own address. */
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
  /** Absent: nothing is held for those who are not here. Without `bytes` it is as much as the disk has room for. */
  readonly hold?: { readonly days: number; readonly bytes?: number; readonly blobBytes?: number };
  /** The file in which `watch` of the box says how the radio is. */
  readonly radioReport?: string;
  /** Figures for programs at /metrics. */
  readonly metrics: boolean;
  readonly logLevel: LogLevel;
  /** HIKYAKU_QR: print the QR code although no terminal is watching (`1`), or never (`0`). */
  readonly qr?: boolean;
};

const DEFAULT_PORT = 8080;

/** Throws a `Problem` when flags contradict each other. `hostName`: the host name of the machine. */
export function configOf(values: Values, environment: Environment, hostName: string): Config {
  const { lan, backhaul, 'mesh-peers': peers } = values;
  const qr = environment['HIKYAKU_QR'];
  const https = httpsOf(values);
  const key = meshKeyOf(values);
  const turnServer = turnServerOf(values);
  const wifi = wifiOf(values);
  const hold = holdOf(values);
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
    ...(hold && { hold }),
    ...(values['radio-report'] !== undefined && { radioReport: values['radio-report'] }),
    metrics: values.metrics === 'on',
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
  // An operator who lets the system choose the HTTP port should not get an error because the HTTPS port is taken.
  const chosen = given ?? (plain === 0 ? 0 : DEFAULT_HTTPS_PORT);
  if (chosen !== 0 && chosen === plain) {
    if (given === undefined && files === undefined) return undefined;
    throw new Problem(`--https-port ${chosen}: expected another port than --port`);
  }
  return { port: chosen, ...(files && { files }) };
}

function holdOf({ hold, 'hold-size': bytes, 'hold-file': blobBytes, 'hold-days': days }: Values): Config['hold'] {
  if (hold !== 'off')
    return {
      days: days ?? DEFAULT_HOLD_DAYS,
      ...(bytes !== undefined && { bytes }),
      ...(blobBytes !== undefined && { blobBytes }),
    };
  if (blobBytes !== undefined) throw new Problem('expected --hold off or --hold-file, not both');
  if (bytes !== undefined) throw new Problem('expected --hold off or --hold-size, not both');
  if (days !== undefined) throw new Problem('expected --hold off or --hold-days, not both');
  return undefined;
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
