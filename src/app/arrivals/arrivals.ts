/** Files from outside the page: shared by another app, opened with this one, or requested by a shortcut. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { keyval } from '../../store/keyval.ts';
import { CHOOSE_QUERY, SHARED_QUERY, SHARED_STORE } from '../../sw/api.ts';
import type { Arrival } from './arrival.ts';
import { asArrivals, keptShares, type Share } from './shares.ts';

/** How a shortcut or a share opens the page. */
export type Opening = { readonly shared: 'kept' | 'lost' | undefined; readonly choose: boolean };

/** Launch Handler API; Chromium on computers only. */
type LaunchParams = { readonly targetURL?: string; readonly files: readonly FileSystemFileHandle[] };
declare global {
  interface Window {
    readonly launchQueue?: { setConsumer(consumer: (launch: LaunchParams) => void): void };
  }
}

export function parseOpening(search: string): Opening {
  const query = new URLSearchParams(search);
  const shared = query.get(SHARED_QUERY);
  return { shared: shared === 'kept' || shared === 'lost' ? shared : undefined, choose: query.has(CHOOSE_QUERY) };
}

export type Arrivals = {
  /** Not yet taken by the screen, oldest first. */
  readonly waiting: ReadonlySignal<readonly Arrival[]>;
  /** Takes everything that waits; it then belongs to the caller. */
  take(): readonly Arrival[];
  /** Shared to this app, now or before a reload; the person has not yet agreed to send it. */
  readonly shares: ReadonlySignal<readonly Share[]>;
  /** The person has agreed: shares wait with the files this app was opened with. */
  useShares(): void;
  dropShares(): void;
  /** Something arrived and could not be stored or read. */
  readonly isLost: ReadonlySignal<boolean>;
  /** How often a shortcut has asked for the button that chooses files. */
  readonly choices: ReadonlySignal<number>;
};

/** Reads how the page was opened, and listens for later arrivals. */
export function watchArrivals(): Arrivals {
  const waiting = signal<readonly Arrival[]>([]);
  const shares = keptShares(keyval(SHARED_STORE));
  const isLost = signal(false);
  const choices = signal(0);
  const add = (more: readonly Arrival[] | undefined) => {
    if (more === undefined) isLost.value = true;
    else waiting.value = [...waiting.value, ...more];
  };
  const open = ({ shared, choose }: Opening) => {
    if (shared === 'lost') isLost.value = true;
    if (choose) choices.value += 1;
  };
  const opening = parseOpening(location.search);
  open(opening);
  if (location.search !== '') history.replaceState(history.state, '', location.pathname); // or a reload would do it again
  // Even without a query: the page may have been reloaded before its person decided.
  if ('serviceWorker' in navigator)
    void shares.look().then((how) => {
      if (how === 'lost' || (how === 'refused' && opening.shared === 'kept')) isLost.value = true;
    });
  window.launchQueue?.setConsumer(({ targetURL, files }) => {
    // A share always opens a new page, which has it in its address.
    if (targetURL !== undefined) open({ ...parseOpening(new URL(targetURL).search), shared: undefined });
    void Promise.all(files.map((handle) => handle.getFile()))
      .then(asArrivals, () => undefined)
      .then(add);
  });
  return {
    waiting,
    shares: shares.waiting,
    useShares: () => add(shares.take().flatMap(({ items }) => items)),
    dropShares: () => void shares.take(),
    isLost,
    choices,
    take() {
      const taken = waiting.value;
      waiting.value = [];
      return taken;
    },
  };
}
