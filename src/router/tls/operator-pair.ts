/** The operator's certificate and key, read again whenever the files change. A bad new pair leaves the old one in use. */
import { readFileSync } from 'node:fs';
import type { PairFiles } from '../config/choices.ts';
import { wordsOf } from '../machine/files.ts';
import type { Log } from '../machine/log.ts';
import { type Checked, checkPair, type LivePair, type Pair } from './pair.ts';

/**
 * The files are read, not watched: renewing programs replace links, folders or whole file systems, which watchers miss,
 * and two small files every 2 s cost nothing.
 */
const LOOK_MS = 2_000;

/** `first` is what the files held at the start. */
export function operatorPair(files: PairFiles, first: Checked, log: Log, lookMs = LOOK_MS): LivePair {
  const listeners = new Set<(pair: Pair) => void>();
  let current = first;
  let seen: Pair | string = first.pair;
  let settled = true;
  let problem: string | undefined;

  function look(): void {
    const read = readPair(files);
    const changed = !isSame(read, seen);
    seen = read;
    // Certificate and key are written one after the other: what has just changed is taken when it stays.
    if (changed) settled = false;
    else if (!settled) {
      settled = true;
      take(read);
    }
  }

  function take(read: Pair | string): void {
    const checked = typeof read === 'string' ? { problem: read } : checkPair(read);
    if ('problem' in checked) {
      problem = checked.problem;
      log.error(`--tls-cert and --tls-key changed, but not to a usable pair (${problem}): the old one stays in use`);
      return;
    }
    problem = undefined;
    const isNew = !isSame(checked.pair, current.pair);
    current = checked;
    if (!isNew) return;
    log.info(`--tls-cert and --tls-key changed: valid until ${current.facts.notAfter.toISOString()}`);
    for (const listener of listeners) listener(current.pair);
  }

  const timer = setInterval(look, lookMs);
  timer.unref();
  return {
    current: () => current,
    onChange: (listener) => listeners.add(listener),
    problem: () => problem,
    stop: () => clearInterval(timer),
  };
}

/** The texts of both files, or in words why they cannot be read. */
function readPair(files: PairFiles): Pair | string {
  try {
    return { cert: readFileSync(files.cert, 'utf8'), key: readFileSync(files.key, 'utf8') };
  } catch (error) {
    return wordsOf(error);
  }
}

function isSame(a: Pair | string, b: Pair | string): boolean {
  return typeof a === 'string' || typeof b === 'string' ? a === b : a.cert === b.cert && a.key === b.key;
}
