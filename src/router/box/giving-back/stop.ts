/** Stops all parts of a box, whatever state they are in. What is not there is no fault: it can be done twice. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { linksDown } from '../links/links.ts';
import { RUN_DIRECTORY } from '../settings/settings.ts';
import { TARGET, UNITS, WATCH_LOOK } from '../units/names.ts';
import { unitStates, unitsDo } from '../units/systemctl.ts';

/** What was refused, one line each. The box does not start at boot any more. */
export async function stopBox(): Promise<readonly string[]> {
  const names = [TARGET, ...Object.values(UNITS), WATCH_LOOK];
  const states = await unitStates(names);
  const here = names.filter((name) => states.get(name)?.isMissing === false);
  const stopped = here.length === 0 ? undefined : await unitsDo('stop', ...here);
  const disabled = here.includes(TARGET) ? await unitsDo('disable', TARGET) : undefined;
  // A unit that was ended while it made them does not take them away.
  const down = await linksDown();
  // Where somebody stopped what was still starting, it counts as failed.
  if (here.length > 0) await unitsDo('reset-failed', ...here);
  if (!existsSync(join(RUN_DIRECTORY, 'before.json'))) rmSync(RUN_DIRECTORY, { recursive: true, force: true });
  return [stopped, disabled, 'problem' in down ? down.problem : undefined].filter((problem) => problem !== undefined);
}
