/** `hikyaku undo`: the machine as it was before setup. What is not there is no fault: it can be done twice. */
import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { removeIfEmpty } from '../../machine/files.ts';
import { giveBackCoturn } from '../giving-back/coturn.ts';
import { stopBox } from '../giving-back/stop.ts';
import { SETTINGS_FILE, STATE_DIRECTORY, TRIAL_FILE } from '../settings/settings.ts';
import { TRIAL_END } from '../units/names.ts';
import { isSystemdHere, unitsDo } from '../units/systemctl.ts';

export type Undone = { readonly said: readonly string[]; readonly problems: readonly string[] };

export async function undo({ all, keepsSettings }: { all: boolean; keepsSettings: boolean }): Promise<Undone> {
  const wasBox = existsSync(SETTINGS_FILE) || existsSync(TRIAL_FILE);
  // So that no timer and no unit begins again meanwhile.
  rmSync(TRIAL_FILE, { force: true });
  const problems = isSystemdHere() ? await stopBox() : [];
  if (!keepsSettings) {
    rmSync(SETTINGS_FILE, { force: true });
    removeIfEmpty(dirname(SETTINGS_FILE));
  }
  if (isSystemdHere()) await unitsDo('stop', `${TRIAL_END}.timer`); // mostly there is none
  // After the settings, whose presence keeps it from starting.
  const coturn = isSystemdHere() ? await giveBackCoturn() : undefined;
  if (all) rmSync(STATE_DIRECTORY, { recursive: true, force: true });
  return {
    said: [
      wasBox ? 'This machine is no box any more.' : 'This machine was no box.',
      ...(keepsSettings && existsSync(SETTINGS_FILE) ? [`Its settings are kept in ${SETTINGS_FILE}.`] : []),
      ...(!all && existsSync(STATE_DIRECTORY)
        ? [
            `Who the router is, and what it holds for others, is kept in ${STATE_DIRECTORY}: hikyaku undo --all forgets it.`,
          ]
        : []),
    ],
    problems: [...problems, ...(coturn === undefined ? [] : [coturn])],
  };
}
