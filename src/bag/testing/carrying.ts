/** What a device carries, for tests: storage in memory, time as the test says, letters that are kept unopened. */
import { hexOf, type SignedEvent } from '../../protocol/event.ts';
import { newSecret, publicKeyOf } from '../../protocol/keys.ts';
import type { Bringer } from '../../words/holding.ts';
import { Carried, type CarriedPorts } from '../carried/carried.ts';
import { Checking } from '../carried/checking.ts';
import { goneIn, keptIn } from '../carried/kept.ts';
import { Journal } from '../store/journal.ts';
import { Life } from '../store/life.ts';
import { MemoryKeyval, Timers } from './memory-keyval.ts';

export const ROUTER: Bringer = { is: 'router', id: 'CaJnJDPpIm_BgPv9' };
export const self = newSecret();
export const selfHex = hexOf(publicKeyOf(self));

export function carrying(store = new MemoryKeyval(), ports: Partial<CarriedPorts> = {}) {
  const clock = { now: 1_764_150_000_000, elapsed: 0 };
  const pass = (seconds: number): void => {
    clock.now += seconds * 1000;
    clock.elapsed += seconds * 1000;
  };
  const timers = new Timers();
  const letters: SignedEvent[] = [];
  const life = new Life({ lived: 0, wall: clock.now }, { now: () => clock.now, elapsed: () => clock.elapsed });
  const entries = [...store.kept];
  const carried = new Carried(
    {
      life,
      journal: new Journal({ store, schedule: timers.schedule, refused: () => {} }),
      checking: new Checking({ elapsed: () => performance.now(), schedule: timers.schedule }),
      self: selfHex,
      days: () => 14,
      isOperator: () => false,
      takesLetters: () => true,
      letter: async (wrap) => {
        letters.push(wrap);
        return 'held';
      },
      changed: () => {},
      ...ports,
    },
    entries.flatMap(([key, value]) => keptIn(key, value) ?? []),
    entries.flatMap(([key, value]) => {
      const gone = goneIn(key, value);
      return gone ? [gone] : [];
    }),
  );
  return { store, carried, life, pass, clock, timers, letters };
}
