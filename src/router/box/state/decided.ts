/** What this machine was decided to be: the settings on trial while there are any, else those on the disk. */
import { existsSync, readFileSync } from 'node:fs';
import { wordsOf } from '../../machine/files.ts';
import { readBox } from '../links/read-box.ts';
import { SETTINGS_FILE, TRIAL_FILE } from '../settings/settings.ts';
import type { Decided } from './state.ts';

/** Asks the disk. Never throws. */
export function decidedNow({ trial = TRIAL_FILE, settings = SETTINGS_FILE } = {}): Decided {
  const isOnTrial = existsSync(trial);
  const file = isOnTrial ? trial : settings;
  if (!existsSync(file)) return { is: 'nothing' };
  const refused = whyNotRead(file);
  if (refused !== undefined) return { is: 'unreadable', problems: [`${file}: cannot be read (${refused})`] };
  const box = readBox([file]);
  return 'problems' in box ? { is: 'unreadable', ...box } : { is: 'box', ...box, isOnTrial };
}

function whyNotRead(file: string): string | undefined {
  try {
    readFileSync(file);
    return undefined;
  } catch (error) {
    return wordsOf(error);
  }
}
