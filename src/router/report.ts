/** What the operator reads at the start: what is up, what is missing and what that costs. Pure. */
import type { Config } from './config.ts';
import type { Identity } from './identity.ts';
import { NOT_YET } from './server.ts';
import type { Surroundings } from './surroundings.ts';

export type Facts = {
  readonly version: string;
  readonly config: Config;
  readonly identity: Identity;
  readonly appReady: boolean;
  readonly around: Surroundings;
};

export function startReport({ version, config, identity, appReady, around }: Facts): string {
  const rows: (readonly [string, string])[] = [
    ['app', appReady ? 'ready' : 'missing: run `npm run build`, then start again'],
    ['this network', 'devices that open the address below can send each other files'],
    ['https', httpsRow(config)],
    ['relay', `${NOT_YET}: ${coturnRow(config, around)}`],
    ['mesh', meshRow(config)],
    ['root', around.root ? 'yes; not needed in this version' : 'no, and not needed: one network is served without it'],
  ];
  const unused = (['lan', 'backhaul'] as const).filter((flag) => config[flag] !== undefined);
  if (unused.includes('lan'))
    rows.push(['--lan', 'only chooses the address to show; networks are not set up in this version']);
  if (unused.includes('backhaul')) rows.push(['--backhaul', `no effect: ${NOT_YET}`]);
  if (identity.temporary !== undefined) rows.push(['id', `new at every start, because ${identity.temporary}`]);
  const lines = rows.map(([head, text]) => `  ${head.padEnd(13)} ${text}`);
  return [`Hikyaku ${version}: router "${config.name}" (${identity.id})`, ...lines].join('\n');
}

function httpsRow({ https }: Config): string {
  if (https !== undefined) return 'on: installing the app and starting it offline work from there';
  return 'off: phones can send and receive, but not install the app (see --https-port)';
}

function coturnRow({ turn }: Config, { coturn }: Surroundings): string {
  const found = coturn === undefined ? 'coturn is not installed' : 'coturn is installed but not used';
  return turn === 'off' ? `${found}, and --turn is off` : `${found}; devices connect directly or not at all`;
}

function meshRow({ mesh, meshKey }: Config): string {
  if (mesh === 'off') return 'off, as --mesh says';
  return meshKey === undefined
    ? `${NOT_YET}: other routers are not looked for`
    : `${NOT_YET}: the mesh key has no effect`;
}
