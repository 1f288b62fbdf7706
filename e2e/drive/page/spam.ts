/** Many hostile devices in one page, which begin again as often as they are thrown out. Runs in a page that is not the app. */
import { type Attack, attack } from './hostile.ts';

/** A victim that says nothing is given up after this time, in milliseconds. */
const PATIENCE_MS = 8_000;
/** Between two attacks of one device. */
const AGAIN_MS = 200;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** How often the victim's page was reached, how often it did not answer, and most that it said over one connection. */
export type Spam = { reached: number; vain: number; answers: number };
const KEY = 'spamTally';

/** Plays the plan as so many devices at once, over and over, until the page is left. Returns at once. */
export function spam(plan: Attack, devices: number): void {
  const tally: Spam = { reached: 0, vain: 0, answers: 0 };
  Reflect.set(globalThis, KEY, tally);
  const play = async (name: string): Promise<void> => {
    for (;;) {
      const patience = new AbortController();
      const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
      const told = (count: number): void => {
        clearTimeout(timer);
        if (count === 1) tally.reached += 1;
        tally.answers = Math.max(tally.answers, count);
      };
      const givenUp = new Promise((resolve) => patience.signal.addEventListener('abort', resolve));
      await Promise.race([attack({ ...plan, name }, told, patience.signal), givenUp]);
      if (patience.signal.aborted) tally.vain += 1;
      await pause(AGAIN_MS);
    }
  };
  for (let device = 0; device < devices; device += 1) void play(`${plan.name} ${device}`);
}
