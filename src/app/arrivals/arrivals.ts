/** Files that come from outside the page: shared by another app, opened with this one, or asked for by a shortcut. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { keyval } from '../../store/keyval.ts';
import { CHOOSE_QUERY, SHARED_QUERY, SHARED_STORE } from '../../sw/api.ts';
import type { Arrival } from './arrival.ts';
import { asArrivals, keptShares, type Share } from './shares.ts';

/** What a shortcut or a share wants the page to begin with. */
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
  /** Takes what waits; it is the caller's. */
  take(): readonly Arrival[];
  /** Shared to this app, now or before the page was loaded again; nobody has said yet that it may be sent. */
  readonly shares: ReadonlySignal<readonly Share[]>;
  /** The person has shared it: it waits with what this app was opened with. */
  useShares(): void;
  dropShares(): void;
  /** Something came and could not be kept or read. */
  readonly isLost: ReadonlySignal<boolean>;
  /** How often a shortcut has asked for the button that chooses files. */
  readonly choices: ReadonlySignal<number>;
};

/** Reads what brought the page up, and listens for what comes later. */
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
  if (location.search !== '') history.replaceState(null, '', location.pathname); // else a reload would do it again
  // Also without having been told: the page may have been loaded again before its person had decided.
  if ('serviceWorker' in navigator)
    void shares.look().then((how) => {
      if (how === 'lost' || (how === 'refused' && opening.shared === 'kept')) isLost.value = true;
    });
  window.launchQueue?.setConsumer(({ targetURL, files }) => {
    // A share always makes a page of its own, which has it in its address.
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
