/** What one look of the watch leaves for the next one: in memory, and worth nothing after a reboot. */
import { readIfThere, replaceFile } from '../../machine/files.ts';
import { RUN_DIRECTORY } from '../settings/settings.ts';
import type { ChannelUse } from '../state/state.ts';
import type { Doubles } from './doubles.ts';
import type { UsedBefore } from './report.ts';

const FILE = `${RUN_DIRECTORY}/watch.json`;

export type Memory = {
  readonly used: UsedBefore;
  /** What was said the last time: it is said again only once it has changed. */
  readonly said: readonly string[];
  readonly doubles: Doubles;
};

export function recall(file = FILE): Memory {
  try {
    const kept: unknown = JSON.parse(readIfThere(file));
    const { used, said, doubles } = kept as { used?: unknown; said?: unknown; doubles?: unknown };
    return {
      used: typeof used === 'object' && used !== null ? (used as Readonly<Record<string, ChannelUse>>) : {},
      said: Array.isArray(said) ? said.filter((line) => typeof line === 'string') : [],
      doubles: doublesIn(doubles),
    };
  } catch {
    return { used: {}, said: [], doubles: {} };
  }
}

function doublesIn(kept: unknown): Doubles {
  const { seen, movedAtS } = (kept ?? {}) as { seen?: unknown; movedAtS?: unknown };
  return { ...(typeof seen === 'string' && { seen }), ...(typeof movedAtS === 'number' && { movedAtS }) };
}

/** Throws the system's error. */
export const remember = (memory: Memory, file = FILE): void => replaceFile(file, `${JSON.stringify(memory)}\n`);

/** What is worth a line in the log: what is new, and that nothing is left of it. Pure. */
export function newsIn(before: readonly string[], now: readonly string[]): readonly string[] {
  const fresh = now.filter((line) => !before.includes(line));
  return before.length > 0 && now.length === 0 ? ['nothing to mend any more'] : fresh;
}
