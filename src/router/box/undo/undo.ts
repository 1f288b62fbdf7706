/** `hikyaku undo`: the machine as it was before setup. What is not there is no fault: it can be done twice. */
import { existsSync, rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { SETTINGS_FILE, STATE_DIRECTORY, TRIAL_FILE } from '../settings/settings.ts';
import { giveBackCoturn } from '../setup/trial.ts';
import { TARGET, TRIAL_END, UNITS } from '../units/names.ts';
import { isSystemdHere, unitStates, unitsDo } from '../units/systemctl.ts';

export type Undone = { readonly said: readonly string[]; readonly problems: readonly string[] };

export async function undo({ all, keepsSettings }: { all: boolean; keepsSettings: boolean }): Promise<Undone> {
  const wasBox = existsSync(SETTINGS_FILE) || existsSync(TRIAL_FILE);
  // So that no timer and no unit begins again meanwhile.
  rmSync(TRIAL_FILE, { force: true });
  const problems = isSystemdHere() ? await stopAll() : [];
  if (!keepsSettings) {
    rmSync(SETTINGS_FILE, { force: true });
    removeIfEmpty(dirname(SETTINGS_FILE));
  }
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

async function stopAll(): Promise<readonly string[]> {
  const names = [TARGET, ...Object.values(UNITS), `${TRIAL_END}.timer`];
  const states = await unitStates(names);
  const here = names.filter((name) => states.get(name)?.isMissing === false);
  if (here.length === 0) return [];
  const done = [await unitsDo('stop', ...here), ...(here.includes(TARGET) ? [await unitsDo('disable', TARGET)] : [])];
  return done.filter((problem) => problem !== undefined);
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Absent, or somebody has put something else there.
  }
}
