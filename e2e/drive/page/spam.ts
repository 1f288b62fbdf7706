/**
 * Many hostile devices in one page, which start again each time they are thrown out. Runs in a page that is not the
 * app.
 */
import { type Attack, attack } from './hostile.ts';

/** A victim that says nothing for this time, in milliseconds, is given up. */
const PATIENCE_MS = 8_000;
/** Pause between two attacks of one device, in milliseconds. */
const AGAIN_MS = 200;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * How often the victim's page was reached, how often it did not answer, and most answers it gave over one connection.
 */
export type Spam = { reached: number; vain: number; answers: number };
const KEY = 'spamTally';

/** Runs the plan on that many devices at once, over and over, until the page is left. Returns at once. */
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
