/** Debian's coturn, which is in the way of a box's own: kept from starting while there is a box, and given back. */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { readIfThere, removeIfEmpty, replaceFile } from '../../machine/files.ts';
import { beginUnit, reloadUnits, unitStates } from '../units/systemctl.ts';

export const COTURN = 'coturn.service';

/**
 * Keeps it from starting at boot, as long as there is a box; written when settings have proved themselves, removed by undo. Neither
 * whether it is enabled nor its configuration is touched.
 */
const DROP_IN = '/etc/systemd/system/coturn.service.d/hikyaku.conf';
const DROP_IN_TEXT = [
  '# `hikyaku setup` wrote it, `hikyaku undo` removes it: this machine is a box, which runs a coturn of its own on this port.',
  '[Unit]',
  'ConditionPathExists=!/etc/hikyaku/hikyaku.conf',
  '',
].join('\n');

/** Throws the system's error. systemd reads it at its next reload. */
export function keepCoturnAway(): void {
  mkdirSync(dirname(DROP_IN), { recursive: true });
  replaceFile(DROP_IN, DROP_IN_TEXT, { mode: 0o644, lasts: true });
}

/** Undoes what was done to it, and starts it where it was to run. */
export async function giveBackCoturn(): Promise<string | undefined> {
  if (isOurs(DROP_IN)) {
    rmSync(DROP_IN, { force: true });
    removeIfEmpty(dirname(DROP_IN));
    await reloadUnits();
  }
  const state = (await unitStates([COTURN])).get(COTURN);
  return state?.isEnabled === true && state.active !== 'active' ? beginUnit(COTURN) : undefined;
}

const isOurs = (path: string): boolean => readIfThere(path) === DROP_IN_TEXT;
