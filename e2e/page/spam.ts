/** Many hostile devices in one page, which begin again as often as they are thrown out. Runs in a page that is not the app. */
import { type Attack, attack } from './hostile.ts';

/** A connection that does not come about is given up after this time, in milliseconds. */
const PATIENCE_MS = 8_000;
/** Between two attacks of one device. */
const AGAIN_MS = 200;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** How often an attack came to its end, and how often it never connected or was cut off in the middle. */
export type Spam = { played: number; vain: number };
const KEY = 'spamTally';

/** Plays the plan as so many devices at once, over and over, until the page is left. Returns at once. */
export function spam(plan: Attack, devices: number): void {
  const tally: Spam = { played: 0, vain: 0 };
  Reflect.set(globalThis, KEY, tally);
  const play = async (name: string): Promise<void> => {
    for (;;) {
      const ended = await Promise.race([attack({ ...plan, name }).then(() => true), pause(PATIENCE_MS)]);
      if (ended === true) tally.played += 1;
      else tally.vain += 1;
      await pause(AGAIN_MS);
    }
  };
  for (let device = 0; device < devices; device += 1) void play(`${plan.name} ${device}`);
}

export function tally(): Spam {
  return Reflect.get(globalThis, KEY) as Spam;
}
