/**
 * New settings on trial: in memory, with somebody who takes them back should this process die. They are put on the disk once they
 * have proved themselves; whatever happens before, the machine is given back as it was.
 */
import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { readIfThere, replaceFile, wordsOf } from '../../machine/files.ts';
import { SETTINGS_FILE, TRIAL_FILE } from '../settings/settings.ts';
import { writeSettings } from '../settings/settings-file.ts';
import { TARGET, TRIAL_END, UNITS } from '../units/names.ts';
import { reloadUnits, runLater, unitStates, unitsDo } from '../units/systemctl.ts';
import { COTURN, COTURN_DROP_IN, COTURN_DROP_IN_TEXT } from './coturn.ts';

/** Longer than a setup can take: two and a half minutes for systemd's jobs, a minute until it gives up, and one and a half for radar. */
const GIVE_BACK_AFTER_S = 330;

/** One line, or nothing when it was done. */
type Problem = string | undefined;

/** Another setup is at it, or died a few minutes ago. */
export const isTrialOn = (): boolean => existsSync(TRIAL_FILE);

/** `self`: how this program is run. `stopsCoturn`: it is in the way. */
export async function beginTrial(text: string, self: readonly string[], stopsCoturn: boolean): Promise<Problem> {
  // The timer first: from now on the machine is given back, whatever happens.
  const refused = await runLater(TRIAL_END, GIVE_BACK_AFTER_S, [...self, 'setup', '--give-back']);
  if (refused !== undefined) return refused;
  try {
    replaceFile(TRIAL_FILE, text);
  } catch (error) {
    return `${TRIAL_FILE} cannot be written (${wordsOf(error)})`;
  }
  if (stopsCoturn) await unitsDo('stop', COTURN);
  return unitsDo('restart', TARGET);
}

/** They count from now on: at each boot, and for the next setup. */
export async function endTrialWell(settings: string, stopsCoturn: boolean): Promise<Problem> {
  if (!isTrialOn()) return 'it took so long that the machine was given back already';
  const refused = await unitsDo('enable', TARGET);
  if (refused !== undefined) return refused;
  try {
    if (stopsCoturn) {
      mkdirSync(dirname(COTURN_DROP_IN), { recursive: true });
      writeSettings(COTURN_DROP_IN_TEXT, COTURN_DROP_IN);
    }
    // With this, in one moment, the machine is a box: until the last step a power cut leaves it as it was.
    writeSettings(settings);
  } catch (error) {
    return `${SETTINGS_FILE} cannot be written (${wordsOf(error)})`;
  }
  rmSync(TRIAL_FILE, { force: true });
  await unitsDo('stop', `${TRIAL_END}.timer`);
  if (stopsCoturn) await reloadUnits();
  return undefined;
}

/** The machine as it was before the trial: the box with its old settings, or no box. Does nothing where none is on. */
export async function giveBack(): Promise<readonly string[]> {
  if (!isTrialOn()) return [];
  rmSync(TRIAL_FILE, { force: true });
  const wasBox = existsSync(SETTINGS_FILE);
  const done = wasBox
    ? [await unitsDo('restart', TARGET)]
    : [
        await unitsDo('stop', TARGET, ...Object.values(UNITS)),
        await unitsDo('disable', TARGET),
        await giveBackCoturn(),
      ];
  // Last, since it may be what runs this.
  await unitsDo('stop', `${TRIAL_END}.timer`);
  return done.filter((problem) => problem !== undefined);
}

/** Undoes what was done to it, and starts it where it was to run. */
export async function giveBackCoturn(): Promise<Problem> {
  if (isOurs(COTURN_DROP_IN)) {
    rmSync(COTURN_DROP_IN, { force: true });
    removeIfEmpty(dirname(COTURN_DROP_IN));
    await reloadUnits();
  }
  const state = (await unitStates([COTURN])).get(COTURN);
  return state?.isEnabled === true && state.active !== 'active' ? unitsDo('start', COTURN) : undefined;
}

const isOurs = (path: string): boolean => readIfThere(path) === COTURN_DROP_IN_TEXT;

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something of somebody else is in it.
  }
}

/** The settings on the disk; empty where there are none. */
export const settingsBefore = (): string => (existsSync(SETTINGS_FILE) ? readFileSync(SETTINGS_FILE, 'utf8') : '');
