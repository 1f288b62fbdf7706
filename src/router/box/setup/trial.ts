/**
 * New settings on trial: in memory, with somebody who takes them back should this process die. They are put on the disk once they
 * have proved themselves; whatever happens before, the machine is given back as it was.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { replaceFile, wordsOf } from '../../machine/files.ts';
import { COTURN, giveBackCoturn, keepCoturnAway } from '../giving-back/coturn.ts';
import { stopBox } from '../giving-back/stop.ts';
import { SETTINGS_FILE, TRIAL_FILE } from '../settings/settings.ts';
import { writeSettings } from '../settings/settings-file.ts';
import { TARGET, TRIAL_END } from '../units/names.ts';
import { reloadUnits, runLater, unitsDo } from '../units/systemctl.ts';

/** Longer than a setup can take: what systemd's jobs may, and then what `verify` waits for a slow machine or radar. */
const GIVE_BACK_AFTER_S = 720;

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
    if (stopsCoturn) keepCoturnAway();
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
  const done = wasBox ? [await unitsDo('restart', TARGET)] : [...(await stopBox()), await giveBackCoturn()];
  // Last, since it may be what runs this.
  await unitsDo('stop', `${TRIAL_END}.timer`);
  return done.filter((problem) => problem !== undefined);
}

/** The settings on the disk; empty where there are none. */
export const settingsBefore = (): string => (existsSync(SETTINGS_FILE) ? readFileSync(SETTINGS_FILE, 'utf8') : '');
