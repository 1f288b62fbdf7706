/** Asks everything that the doctor wants to know. Changes nothing. */

import type { Config } from '../../config/config.ts';
import { lookAtMachine } from '../../machine/load.ts';
import { lookAtHardware } from '../hardware/look.ts';
import { STATE_DIRECTORY } from '../settings/settings.ts';
import { decidedNow } from '../state/decided.ts';
import { lookAtBox } from '../state/look.ts';
import { askRouter, routersIn } from '../state/router-says.ts';
import { isSystemdHere } from '../units/systemctl.ts';
import type { Facts, RouterSays } from './faults.ts';

export async function examine(): Promise<Facts> {
  const decided = decidedNow();
  const [state, hardware, router] = await Promise.all([
    lookAtBox(decided),
    lookAtHardware(),
    decided.is === 'box' ? routerNow(decided.config) : undefined,
  ]);
  const { disk_free_bytes: diskFreeBytes } = lookAtMachine(STATE_DIRECTORY);
  return {
    state,
    hardware,
    hasSystemd: isSystemdHere(),
    isRoot: process.getuid?.() === 0,
    ...(diskFreeBytes !== undefined && { diskFreeBytes }),
    year: new Date().getFullYear(),
    ...(router && { router }),
  };
}

type Told = Readonly<Record<string, unknown>>;
const told = (value: unknown): Told => (typeof value === 'object' && value !== null ? (value as Told) : {});
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

async function routerNow(config: Config): Promise<RouterSays | undefined> {
  const [health, status] = await Promise.all([askRouter(config, '/healthz'), askRouter(config, '/status.json')]);
  if (health === undefined) return undefined;
  const reason = text(told(health.json)['reason']);
  const turn = told(told(status?.json)['turn']);
  const trouble = turn['state'] === 'failed' ? (text(turn['reason']) ?? 'it failed') : undefined;
  const [own, ...others] = routersIn(status?.json);
  const address = own?.backhaul?.split('/')[0];
  const doubles = others.filter(({ backhaul }) => address !== undefined && backhaul?.split('/')[0] === address);
  return {
    doubles: doubles.map(({ name }) => name),
    isHealthy: health.status === 200,
    ...(reason !== undefined && { reason }),
    ...(trouble !== undefined && { relayTrouble: trouble }),
  };
}
