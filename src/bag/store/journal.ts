/**
 * Writes what changes, many changes in one transaction: an event that comes alone is written at once, and a thousand that come
 * together wait for few disks. Says of each when it is written. A browser that refuses is no error: words then live in memory.
 */
import type { Change, Keyval } from '../../store/keyval.ts';

/** Storage that does not answer in this time counts as refusing, in milliseconds (Safari's has hung). */
export const PATIENCE_MS = 5_000;

export type Changes = {
  readonly put?: readonly (readonly [key: string, value: unknown])[];
  readonly delete?: readonly string[];
};

export type JournalPorts = {
  readonly store: Pick<Keyval, 'change'>;
  readonly schedule: (task: () => void, ms: number) => () => void;
  /** The storage does not take something. */
  readonly refused: () => void;
};

type Waiting = { readonly changes: Changes; readonly written: (isWritten: boolean) => void };

/** In place of a store that could not be read: nothing is written over what may be in it. */
export const WRITES_NOTHING: JournalPorts['store'] = {
  change: async () => ({ ok: false, failure: 'refused', cause: undefined }),
};

const GONE = Symbol('gone');

export class Journal {
  readonly #ports: JournalPorts;
  #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(ports: JournalPorts) {
    this.#ports = ports;
  }

  /** Resolves with true when it is written, with false when it stays in memory. Changes happen in the order of the calls. */
  write(changes: Changes): Promise<boolean> {
    return new Promise((written) => {
      this.#waiting.push({ changes, written });
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    await Promise.resolve(); // what is said in the same breath is written together
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      const isWritten = await this.#commit(joined(group.map(({ changes }) => changes)));
      if (!isWritten) this.#ports.refused();
      for (const { written } of group) written(isWritten);
    }
    this.#isWriting = false;
  }

  async #commit(change: Change): Promise<boolean> {
    const { store, schedule } = this.#ports;
    let stop = (): void => {};
    const late = new Promise<false>((resolve) => {
      stop = schedule(() => resolve(false), PATIENCE_MS);
    });
    const isWritten = await Promise.race([store.change(change).then(({ ok }) => ok), late]);
    stop();
    return isWritten;
  }
}

/** A transaction deletes first, whatever the order was: of each key only the last word counts. */
function joined(all: readonly Changes[]): Change {
  const last = new Map<string, unknown>();
  for (const { put = [], delete: gone = [] } of all) {
    for (const key of gone) last.set(key, GONE);
    for (const [key, value] of put) last.set(key, value);
  }
  const entries = [...last];
  return {
    put: entries.filter(([, value]) => value !== GONE),
    delete: entries.flatMap(([key, value]) => (value === GONE ? [key] : [])),
  };
}
