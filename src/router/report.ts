/** The operator's report at the start: what is up, what is missing and what that costs. Pure. */
import type { Config } from './config/config.ts';
import { MESH_PORT } from './config/ports.ts';
import type { Identity } from './identity.ts';
import type { Surroundings } from './machine/surroundings.ts';
import type { Networks } from './net/networks.ts';
import { listeningAddresses } from './relay/coturn-conf.ts';
import type { MeshOffCause } from './status/status.ts';
import { type Https, secureUrl } from './tls/https.ts';

type Facts = {
  readonly version: string;
  readonly config: Config;
  readonly identity: Identity;
  readonly appReady: boolean;
  readonly around: Surroundings;
  readonly networks: Networks;
  readonly https: Https;
};

function backhaulRow({ backhaul, waiting }: Networks): string {
  if (backhaul !== undefined) return `${backhaul.interface} ${backhaul.cidr}`;
  if (waiting === undefined) return 'none (see --backhaul)';
  return `${waiting.interface} ${waiting.cidr}, once something is at its other end`;
}

/** Indentation of lines below a row's first one. */
const BELOW_ROW = ' '.repeat(16);

export function startReport({ version, config, identity, appReady, around, networks, https }: Facts): string {
  const rows: (readonly [string, string])[] = [
    ['app', appReady ? 'ready' : 'missing: run `npm run build`, then start again'],
    ['this network', 'devices that open the address below can send each other files'],
    ['https', httpsRow(https)],
    ['for phones', phonesRow(config)],
    ['LAN', networks.lan ? `${networks.lan.interface} ${networks.lan.cidr}` : 'none: only this machine is served'],
    ['backhaul', backhaulRow(networks)],
    ['relay', relayRow(config, around, networks)],
    ['mesh', meshRow(config)],
    ['words', wordsRow(config)],
    [
      'rights',
      around.netAdmin ? 'enough for `nat apply` to set up NAT (see --help)' : 'none; only `nat apply` would need any',
    ],
    ...networks.problems.map((problem) => ['wrong', problem] as const),
  ];
  if (identity.temporary !== undefined) rows.push(['id', `new at every start, because ${identity.temporary}`]);
  const lines = rows.map(([head, text]) => `  ${head.padEnd(13)} ${text}`);
  return [`Hikyaku ${version}: router "${config.name}" (${identity.passport.id})`, ...lines].join('\n');
}

function httpsRow(https: Https): string {
  if (https.state !== 'on')
    return `${https.state}: phones can send and receive, but not install the app (${https.reason})`;
  if (https.authority === undefined) return 'on: installing the app and starting it offline work from there';
  const url = secureUrl(https.hostname, https.port);
  return [
    `${url}, for phones that trust this router: how, its page /trust says; its number is`,
    https.authority.fingerprint,
  ].join(`\n${BELOW_ROW}`);
}

function wordsRow({ hold }: Config): string {
  if (hold === undefined) return 'off, as --hold says: who is not here gets nothing';
  return `posts and sealed letters are held for those who are not here, for ${hold.days} days at most (see --hold)`;
}

function phonesRow({ publicPort, wifi }: Config): string {
  const poster = `print /poster${wifi === undefined ? ' (with --ssid it joins the Wi-Fi as well)' : ''}`;
  if (publicPort === undefined) return `${poster}; no captive portal (see --public-port)`;
  return `${poster}; port ${publicPort} must lead here: \`nat apply\`, and \`dns print\` for the names`;
}

function relayRow({ turn, turnServer, turnPort }: Config, { coturn }: Surroundings, networks: Networks): string {
  if (turnServer !== undefined)
    return `the server at ${turnServer.address}, port ${turnServer.port}, as --turn-url says`;
  const addresses = listeningAddresses(networks).join(' and ');
  const where = addresses === '' ? 'nothing is listened on' : `${addresses}, port ${turnPort}`;
  if (turn === 'off') return `off, as --turn says; STUN: ${where}`;
  if (coturn !== undefined) return `coturn: ${where}`;
  return `coturn is not installed (apt-get install coturn): who cannot connect directly, cannot connect; STUN: ${where}`;
}

type MeshOff = { readonly cause: MeshOffCause; readonly reason: string };

/** Why other routers are not looked for; `undefined` when they are. */
export function whyNoMesh({ mesh, backhaul, meshPeers }: Config): MeshOff | undefined {
  if (mesh === 'off') return { cause: 'switched-off', reason: 'off, as --mesh says' };
  if (backhaul !== undefined || meshPeers !== undefined) return undefined;
  return { cause: 'no-backhaul', reason: 'off: the network between routers is not named (see --backhaul)' };
}

function meshRow(config: Config): string {
  const why = whyNoMesh(config);
  if (why !== undefined) return why.reason;
  const where = config.backhaul === undefined ? 'at --mesh-peers' : `on the backhaul, port ${MESH_PORT}`;
  return config.meshKey === undefined
    ? `open: any router ${where} may join, and is believed (see --mesh-key)`
    : `routers ${where} that have the mesh key`;
}
