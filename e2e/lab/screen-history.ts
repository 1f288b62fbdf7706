/** Runs in the page: records the row of a transfer each time it changes. */
import { type RowQuery, type TransferRow, transfer } from '../drive/page/screen.ts';

export type Said = Pick<TransferRow, 'state' | 'path' | 'verified' | 'progress'> & {
  /** Milliseconds since 1970. */
  readonly at: number;
};

const KEY = 'labHistory';

export function watch(query: RowQuery): void {
  const history: Said[] = [];
  Reflect.set(globalThis, KEY, history);
  const look = () => {
    const row = transfer(query);
    if (row === null) return;
    const { state, path, verified, progress } = row;
    const last = history.at(-1);
    if (last !== undefined && last.state === state && last.path === path && last.verified === verified) return;
    history.push({ at: Date.now(), state, path, verified, progress });
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  look();
}

export function history(): readonly Said[] {
  return (Reflect.get(globalThis, KEY) ?? []) as readonly Said[];
}
